import { selectPositions } from '../../src/core/answering/select';
import { foldedText } from '../../src/core/language/fold';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { readQuestion } from '../../src/core/understanding/reading';
import { EMPTY_FILTER, type Filter } from '../../src/core/model/question';
import { asked, choiceStep } from './choice-step';
import type { Answers, Choice, GuideTools, Step } from './guide';
import { shortReplyIn } from './short-replies';

/** The filter of one theme, publics and bodies of the same name left out. */
export function onTheme(theme: string): Filter {
  return { ...EMPTY_FILTER, topics: [{ themes: [theme], beneficiaries: [], organisations: [] }] };
}

export function countOf(filter: Filter, knowledge: KnowledgeBase): number {
  return selectPositions(filter, knowledge).length;
}

/** The broad themes that hold projects, each with how many. */
function themeChoices(tools: GuideTools): readonly Choice[] {
  const themes = [...tools.knowledge.themeById.values()].filter(({ parent }) => parent === null);
  const names = themes.map(({ id, label }) => [id, label[tools.locale]] as const);
  return counted(names, onTheme, tools);
}

/** The ministries that carry projects, by themselves or by a body below them, each with how many. */
export function ministryChoices(tools: GuideTools): readonly Choice[] {
  const names = [...tools.knowledge.organisationById.values()]
    .filter(({ parent, becameId }) => parent === null && becameId === null)
    .map(({ id, name }) => [id, name[tools.locale]] as const);
  return counted(names, carriedBy, tools);
}

/** The filter of what a body carries, by itself or by those below it. */
export function carriedBy(body: string): Filter {
  return { ...EMPTY_FILTER, carriers: [body] };
}

/** Of these values and their names those that hold projects, but fewer than `end`: most of them first, then by name. */
export function counted(
  names: Iterable<readonly [value: string, name: string]>,
  filterOf: (value: string) => Filter,
  { knowledge, locale, messages }: GuideTools,
  end = Infinity,
): readonly Choice[] {
  return [...names]
    .map(([value, name]) => ({ value, name, count: countOf(filterOf(value), knowledge) }))
    .filter(({ count }) => count > 0 && count < end)
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, locale))
    .map(({ value, name, count }) => ({ value, label: messages.withCount(name, count) }));
}

/** In the place of a theme, a body or a place: no limit. */
export const ANY = '#any';

export function onThemeOrAny(theme: string): Filter {
  return theme === ANY ? EMPTY_FILTER : onTheme(theme);
}

export function themeStep(ask: (answers: Answers, tools: GuideTools) => string | null): Step {
  return choiceStep({
    name: 'theme',
    ask: (answers, tools) => {
      const prompt = ask(answers, tools);
      return prompt === null ? null : asked(prompt, themeChoices(tools), tools);
    },
    understand: (said, { knowledge }) => (shortReplyIn(said) === 'all' ? ANY : themeSaid(said, knowledge)),
    retry: (said, examples, { messages }) => messages.find.notATheme(said, examples),
  });
}

/** The theme that words name, with projects; the narrow ones too. */
export function themeSaid(said: string, knowledge: KnowledgeBase): string | null {
  if (EXCLUDES.test(foldedText(said))) return null;
  return idSaid(said, 'theme', (id) => countOf(onTheme(id), knowledge) > 0, knowledge);
}

/** "Tout sauf le numérique" does not mean that theme. */
const EXCLUDES = /\b(?:pas|sauf|hors|hormis|excepte|not|except)\b/u;

/** The record of this kind that words name and that the predicate accepts. */
export function idSaid(
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
