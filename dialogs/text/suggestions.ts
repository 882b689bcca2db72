import type { AnswerBody, SmalltalkAnswer } from '../../src/core/model/answer';
import { foldedText } from '../../src/core/language/fold';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { type Locale, LOCALES } from '../../src/core/language/locale';
import type { Project, Field } from '../../src/core/model/records';
import { EMPTY_FILTER, type Filter, type Question, type Trace } from '../../src/core/model/question';
import { isPublished } from '../../src/core/model/project-fields';
import type { Suggestion } from '../view/view';
import { shortName } from './project-text';
import type { Limit } from '../../src/messages/fr/answers';
import { messagesFor, smalltalkMessagesFor, typeset, typesetAll } from '../../src/messages/messages-for';
import { capitalised } from '../../src/messages/sentences';

/** Teams shows three suggestions; more would not be read. */
const MOST_SUGGESTIONS = 3;

/** At most three sensible next questions, in the language of the answer. Each is a question that the assistant answers. */
export function suggestionsFor(answer: AnswerTold, knowledge: KnowledgeBase): readonly Suggestion[] {
  return typesetAll(candidates(answer, knowledge).slice(0, MOST_SUGGESTIONS), answer.locale);
}

const asking = (said: string, label: string): Suggestion => ({ label, said, isFollowUp: false });
/** A question that is its own button. */
const whole = (said: string): Suggestion => asking(said, said);
const followUp = (said: string): Suggestion => ({ ...whole(said), isFollowUp: true });

/** The question that opens the record of a project. */
export function questionOn(project: Project, locale: Locale): string {
  return typeset(messagesFor(locale).suggestions.fieldOf('summary', shortName(project)), locale);
}

type AnswerTold = AnswerBody & { readonly locale: Locale; readonly why?: Pick<Trace, 'isFollowUp' | 'others'> };

function candidates(answer: AnswerTold, knowledge: KnowledgeBase): readonly Suggestion[] {
  const { locale, why } = answer;
  const { suggestions, fields } = messagesFor(locale);
  /** Beside its answer the project needs no name; beside others its name is enough. */
  const ofIt = (project: Project, field: Field): Suggestion =>
    asking(suggestions.fieldOf(field, shortName(project)), capitalised(fields[field]));
  const itself = (project: Project, field: Field = 'summary'): Suggestion =>
    asking(suggestions.fieldOf(field, shortName(project)), shortName(project));
  const projectsOf = (ids: readonly string[]) => ids.flatMap((id) => knowledge.projectById.get(id) ?? []);
  switch (answer.kind) {
    case 'fact': {
      const asked = [answer, ...answer.also].map(({ field }) => field);
      return projectsOf([answer.project]).flatMap((project) =>
        nextFields(project, asked).map((field) => ofIt(project, field)),
      );
    }
    case 'list':
    case 'aggregate': {
      const [first, second] = projectsOf(answer.projects.slice(0, 2));
      const { filter } = answer;
      const limits = LIMITS.flatMap(([limit, parts]) => (parts.some((part) => isSet(filter[part])) ? [limit] : []));
      const without =
        limits.length < 2 ? [] : limits.map((limit) => followUp(suggestions.withoutLimit[limit])).reverse();
      // A question that was taken to be on what was shown before may have been meant of all.
      const areSides = answer.kind === 'aggregate' && answer.groupBy === 'asked';
      const isOfLast = filter.among !== null || (answer.kind === 'aggregate' && limits.length === 1);
      const ofAll = isOfLast && !areSides ? [followUp(suggestions.withoutLimit.all)] : [];
      const wider = [...ofAll, ...without];
      if (!first) return wider.length > 0 ? wider : suggestions.first.map(whole);
      if (!second) return [...ofAll, itself(first), ofIt(first, 'funding'), ...without];
      const { total, highest, byMinistry } = suggestions.ofSet;
      const isSum = answer.kind === 'aggregate' && answer.operation === 'sum';
      return [
        ...wider,
        ...(isSum && answer.groupBy === null ? [followUp(byMinistry)] : []),
        ...(isSum ? [] : [followUp(total)]),
        followUp(highest),
        itself(first),
      ];
    }
    case 'clarify':
      // The ways of reading a question are buttons that carry it: their names said aloud would be read anew.
      return projectsOf(answer.candidates).map((project) => itself(project, answer.field ?? 'summary'));
    case 'compare':
      return projectsOf(answer.projects).map((project) => itself(project));
    case 'programme': {
      // What else a message that goes on may have meant is one press away.
      const others = why?.isFollowUp === true ? why.others : [];
      const meant = others.flatMap(({ question }) => (question.kind === 'programme' ? question.facts : []));
      return questionsOn(nextFacts(answer.facts, meant, knowledge), locale, knowledge).map(whole);
    }
    case 'smalltalk': {
      const { act, again } = answer;
      if ((act === 'repeat' || act === 'language') && again !== null)
        return candidates({ ...again, locale }, knowledge);
      return saidAfter(act, locale).map(whole);
    }
    case 'unknown': {
      if (answer.reason === 'applying') return questionsOn(PUBLISHED_RULES, locale, knowledge).map(whole);
      if (answer.reason === 'whose') return suggestions.byPart.map(whole);
      const [lacking] = projectsOf([answer.lackingIn].flatMap((id) => id ?? []));
      if (lacking) return (['summary', 'status', 'funding'] as const).map((field) => ofIt(lacking, field));
      const nearest = projectsOf(answer.nearest).map((project) => itself(project));
      return [
        ...(answer.reason === 'out-of-scope' || answer.reason === 'not-recorded' ? [] : nearest),
        ...suggestions.first.map(whole),
      ];
    }
  }
}

/** What to press after a word to the assistant: an order, a question on it, or one on the projects. */
function saidAfter(act: SmalltalkAnswer['act'], locale: Locale): readonly string[] {
  const { first, help } = messagesFor(locale).suggestions;
  const { report, opinion, rephrase, forget, who, how, sources } = smalltalkMessagesFor(locale).offers;
  const next: Partial<Record<SmalltalkAnswer['act'], readonly string[]>> = {
    goodbye: [opinion],
    identity: [help, how, sources],
    'how-it-works': [sources, who, ...first],
    'sources-freshness': [how, report, ...first],
    human: [report, opinion, help],
    privacy: [forget, who, ...first],
    challenge: [report, rephrase],
    complaint: [report, rephrase, help],
    insult: [report, rephrase, help],
    praise: [opinion, ...first],
  };
  return next[act] ?? first;
}

/** What a suggestion takes away at once, with the parts of a filter that hold it; in the order in which its description names them. */
const LIMITS: readonly (readonly [Limit, readonly (keyof Filter)[]])[] = [
  ['topic', ['topics']],
  ['carrier', ['carriers', 'partners']],
  ['territory', ['territories']],
  ['period', ['calls', 'years', 'months']],
  ['amount', ['amounts', 'known', 'unknown']],
  ['except', ['except']],
  ['all', []],
];

function isSet(part: Filter[keyof Filter]): boolean {
  return Object.values(part ?? []).some((held: unknown) => !Array.isArray(held) || held.length > 0);
}

/**
 * The last question without the limit that a suggestion takes away, when a message is the words of that suggestion; null for other words. The
 * words of a button are not read: what it takes away is known.
 */
export function withoutLimitSaid(text: string, last: Question | null) {
  if (last?.kind !== 'list' && last?.kind !== 'aggregate') return null;
  const said = foldedText(text);
  for (const locale of LOCALES) {
    const { withoutLimit } = messagesFor(locale).suggestions;
    const found = LIMITS.find(([limit]) => foldedText(withoutLimit[limit]) === said);
    if (found === undefined) continue;
    const [limit, parts] = found;
    const wider = Object.fromEntries(parts.map((part) => [part, EMPTY_FILTER[part]]));
    return { question: { ...last, filter: limit === 'all' ? EMPTY_FILTER : { ...last.filter, ...wider } }, locale };
  }
  return null;
}

/** Ids of `data/programme.json`: what most people want to know of the fund. */
const MOST_ASKED = ['criteres', 'total-projets', 'cour-2025'];
/** The same: what is known of applying. */
const PUBLISHED_RULES = ['criteres', 'seuils', 'pilotage'];

/** What may have been meant, the next fact on the same topic, then what is most asked; never what was just said. */
function nextFacts(said: readonly string[], meant: readonly string[], { facts }: KnowledgeBase): readonly string[] {
  const at = facts.findIndex(({ id }) => id === said[0]);
  const next = [...facts.slice(at + 1), ...facts.slice(0, at)].find(
    ({ id, topic }) => topic === facts[at]?.topic && !said.includes(id),
  );
  return [...new Set([...meant, ...(next ? [next.id] : []), ...MOST_ASKED])].filter((id) => !said.includes(id));
}

/** The questions that facts answer. */
export function questionsOn(ids: readonly string[], locale: Locale, { factById }: KnowledgeBase): readonly string[] {
  return ids.flatMap((id) => factById.get(id)?.[locale === 'fr' ? 'questionFr' : 'questionEn'] ?? []);
}

/** What is published first: an unpublished figure is no good suggestion. */
function nextFields(project: Project, asked: readonly Field[]): readonly Field[] {
  const order: readonly Field[] = ['savings', 'funding', 'cost', 'status', 'carrier', 'summary', 'sources'];
  return order.filter((field) => !asked.includes(field) && isPublished(project, field));
}
