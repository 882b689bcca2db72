import { selectPositions } from '../../src/core/answering/select';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { readQuestion } from '../../src/core/understanding/reading';
import { EMPTY_FILTER, type Filter } from '../../src/core/model/question';
import type { Choice, GuideTools } from './guide';
import { foldedWords } from './short-replies';

/** The filter of one theme, publics and bodies of the same name left out. */
export function onTheme(theme: string): Filter {
  return { ...EMPTY_FILTER, topics: [{ themes: [theme], beneficiaries: [], organisations: [] }] };
}

/** How many projects a filter keeps. */
export function countOf(filter: Filter, knowledge: KnowledgeBase): number {
  return selectPositions(filter, knowledge).length;
}

/** The broad themes that hold projects, in the order of their names, each with how many. */
export function themeChoices({ knowledge, locale, messages }: GuideTools): readonly Choice[] {
  return [...knowledge.themeById.values()]
    .filter(({ parent }) => parent === null)
    .flatMap(({ id, label }) => {
      const count = countOf(onTheme(id), knowledge);
      return count === 0 ? [] : [{ value: id, label: messages.withCount(label[locale], count) }];
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** The ministries that carry projects, by themselves or by a body below them, each with how many. */
export function ministryChoices({ knowledge, locale, messages }: GuideTools): readonly Choice[] {
  return [...knowledge.organisationById.values()]
    .filter(({ parent, becameId }) => parent === null && becameId === null)
    .flatMap(({ id, name }) => {
      const count = countOf({ ...EMPTY_FILTER, carriers: [id] }, knowledge);
      return count === 0 ? [] : [{ value: id, label: messages.withCount(name[locale], count) }];
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** The theme that words name, with projects; the narrow ones too. */
export function themeSaid(said: string, knowledge: KnowledgeBase): string | null {
  if (EXCLUDES.test(foldedWords(said))) return null;
  return idSaid(said, 'theme', (id) => countOf(onTheme(id), knowledge) > 0, knowledge);
}

/** "Tout sauf le numérique" does not mean that theme. */
const EXCLUDES = /\b(?:pas|sauf|hors|hormis|excepte|not|except)\b/u;

/** The body that words name and that the predicate accepts. */
export function organisationSaid(
  said: string,
  accepts: (id: string) => boolean,
  knowledge: KnowledgeBase,
): string | null {
  return idSaid(said, 'organisation', accepts, knowledge);
}

/** The territory that words name and that the predicate accepts. */
export function territorySaid(said: string, accepts: (id: string) => boolean, knowledge: KnowledgeBase): string | null {
  return idSaid(said, 'territory', accepts, knowledge);
}

function idSaid(
  said: string,
  kind: 'theme' | 'organisation' | 'territory',
  accepts: (id: string) => boolean,
  knowledge: KnowledgeBase,
): string | null {
  const ids = readQuestion(said, knowledge).spans.flatMap(({ tags }) =>
    tags.flatMap((tag) => (tag.kind === kind ? [tag.id] : [])),
  );
  return ids.find(accepts) ?? null;
}
