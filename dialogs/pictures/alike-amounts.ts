import type { Amount } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { type AmountField, amountOf, likenessOf, natureOf } from '../../src/core/model/project-fields';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor, pictureMessagesFor } from '../../src/messages/messages-for';
import type { SavingsKind } from '../../src/messages/fr/pictures';
import { nameOf } from '../text/project-text';

/** The published amounts of these projects, M€, in their order. */
export function amountsOfProjects(
  projects: readonly string[],
  field: AmountField,
  { projectById }: KnowledgeBase,
): readonly Amount[] {
  return projects.flatMap((id) => {
    const project = projectById.get(id);
    const valueMEUR = project ? amountOf(project, field) : null;
    return project && valueMEUR !== null ? [{ project: id, valueMEUR, likeness: likenessOf(project, field) }] : [];
  });
}

/** What the savings of a project are; null for other amounts, and where the sources do not say. */
export function savingsKindOf(
  project: string | undefined,
  field: AmountField,
  { projectById }: KnowledgeBase,
): SavingsKind | null {
  const record = project === undefined ? undefined : projectById.get(project);
  const { nature = null, period = null, measure = null } = (record && natureOf(record, field)) ?? {};
  return nature === null || period === null ? null : { nature, period, measure };
}

/** Names of what is left out that a note can hold. */
const MOST_NAMED = 5;

/** A note that names the amounts left out with what they are; none when there is none. */
export function unlikeText(
  unlike: readonly Amount[],
  field: AmountField,
  locale: Locale,
  knowledge: KnowledgeBase,
): readonly string[] {
  const messages = messagesFor(locale);
  const pictures = pictureMessagesFor(locale);
  return unlikeNote(
    unlike.map(({ project, valueMEUR }) =>
      messages.detail(
        nameOf(project, knowledge),
        pictures.unlikeAmount(messages.amount(valueMEUR), savingsKindOf(project, field, knowledge)),
      ),
    ),
    locale,
  );
}

/** The same note from lines already made. */
export function unlikeNote(lines: readonly string[], locale: Locale): readonly string[] {
  if (lines.length === 0) return [];
  const named = lines.slice(0, MOST_NAMED);
  const more = lines.length - named.length;
  return [pictureMessagesFor(locale).unlike(more === 0 ? named : [...named, pictureMessagesFor(locale).rest(more, 0)])];
}
