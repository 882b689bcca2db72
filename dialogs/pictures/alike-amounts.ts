import type { Amount } from '../../src/core/model/answer';
import { sum } from '../../src/core/answering/compute';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { amountOf, likenessOf, type AmountField } from '../../src/core/model/project-fields';
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

/** Bars beside each other say that they may be compared: the kind that most amounts are (the greater total on a tie), and the others. */
export function likeFirst(amounts: readonly Amount[]): {
  readonly alike: readonly Amount[];
  readonly unlike: readonly Amount[];
} {
  const kinds = new Map<string, Amount[]>();
  for (const amount of amounts) {
    const kind = kinds.get(amount.likeness);
    if (kind) kind.push(amount);
    else kinds.set(amount.likeness, [amount]);
  }
  const total = (kind: readonly Amount[]): number => sum(kind.map(({ valueMEUR }) => valueMEUR));
  const [alike = []] = [...kinds.values()].sort((a, b) => b.length - a.length || total(b) - total(a));
  return { alike, unlike: amounts.filter(({ likeness }) => likeness !== alike[0]?.likeness) };
}

/** What the savings of a project are; null for other amounts, and where the sources do not say. */
export function savingsKindOf(
  project: string | undefined,
  field: AmountField,
  { projectById }: KnowledgeBase,
): SavingsKind | null {
  if (field !== 'savings' || project === undefined) return null;
  const { nature = null, period = null, measure = null } = projectById.get(project)?.expectedSavings ?? {};
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
