import type { AnswerBody, SmalltalkAnswer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { type Locale, LOCALES } from '../../src/core/language/locale';
import type { Project } from '../../src/core/knowledge/schema';
import { EMPTY_FILTER, type Field, type Filter, type Question } from '../../src/core/model/question';
import { isPublished } from '../../src/core/knowledge/project-fields';
import { foldedWords } from '../guides/short-replies';
import { shortName } from './project-text';
import type { Limit } from '../../src/messages/messages';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { smalltalkMessagesFor } from '../../src/messages/smalltalk/smalltalk-for';

/** Teams shows three suggestions; more would not be read. */
const MOST_SUGGESTIONS = 3;

/** At most three sensible next questions, in the language of the answer. Each is a question that the assistant answers. */
export function suggestionsFor(answer: AnswerTold, knowledge: KnowledgeBase): readonly string[] {
  return candidates(answer, answer.locale, knowledge)
    .slice(0, MOST_SUGGESTIONS)
    .map((suggestion) => typeset(suggestion, answer.locale));
}

/** The question that opens the record of a project. */
export function questionOn(project: Project, locale: Locale): string {
  return typeset(messagesFor(locale).suggestions.fieldOf('summary', shortName(project)), locale);
}

type AnswerTold = AnswerBody & { readonly locale: Locale };

function candidates(answer: AnswerBody, locale: Locale, knowledge: KnowledgeBase): readonly string[] {
  const { suggestions } = messagesFor(locale);
  const projectsOf = (ids: readonly string[]): readonly Project[] =>
    ids.flatMap((id) => knowledge.projectById.get(id) ?? []);
  switch (answer.kind) {
    case 'fact': {
      const [project] = projectsOf([answer.project]);
      return project
        ? nextFields(project, [answer.field, ...answer.also.map(({ field }) => field)]).map((field) =>
            suggestions.fieldOf(field, shortName(project)),
          )
        : [];
    }
    case 'list':
    case 'aggregate': {
      const [first, second] = projectsOf(answer.projects.slice(0, 2));
      const limits = limitsOf(answer.filter);
      const without = limits.length < 2 ? [] : limits.map((limit) => suggestions.withoutLimit(limit)).reverse();
      if (!first) return without.length > 0 ? without : suggestions.first;
      if (without.length > 0) return [suggestions.fieldOf('summary', shortName(first)), ...without];
      return [
        suggestions.fieldOf('summary', shortName(first)),
        ...(second
          ? [
              suggestions.compare(shortName(first), shortName(second)),
              suggestions.fieldOf('summary', shortName(second)),
            ]
          : [suggestions.fieldOf('funding', shortName(first))]),
      ];
    }
    case 'clarify': {
      const { field } = answer;
      // The ways of reading a question are buttons that carry it: their names said aloud would be read anew.
      return projectsOf(answer.candidates).map((project) =>
        suggestions.fieldOf(field ?? 'summary', shortName(project)),
      );
    }
    case 'compare':
      return projectsOf(answer.projects).map((project) => suggestions.fieldOf('summary', shortName(project)));
    case 'programme':
      return questionsOn(nextFacts(answer.facts, knowledge), locale, knowledge);
    case 'smalltalk':
      return afterSmalltalk(answer, locale, knowledge);
    case 'unknown': {
      if (answer.reason === 'applying') return questionsOn(PUBLISHED_RULES, locale, knowledge);
      const nearest = projectsOf(answer.nearest).map((project) => suggestions.fieldOf('summary', shortName(project)));
      return [
        ...(answer.reason === 'out-of-scope' || answer.reason === 'not-recorded' ? [] : nearest),
        ...suggestions.first,
      ];
    }
  }
}

/** What to press after a word to the assistant: an order, a question on it, or one on the projects. */
function afterSmalltalk({ act, again }: SmalltalkAnswer, locale: Locale, knowledge: KnowledgeBase): readonly string[] {
  const { first, help } = messagesFor(locale).suggestions;
  const { report, opinion, rephrase, forget, who, how, sources } = smalltalkMessagesFor(locale).offers;
  switch (act) {
    case 'goodbye':
      return [opinion];
    case 'identity':
      return [help, how, sources];
    case 'how-it-works':
      return [sources, who, ...first];
    case 'sources-freshness':
      return [how, report, ...first];
    case 'human':
      return [report, opinion, help];
    case 'privacy':
      return [forget, who, ...first];
    case 'challenge':
      return [report, rephrase];
    case 'complaint':
    case 'insult':
      return [report, rephrase, help];
    case 'praise':
      return [opinion, ...first];
    case 'repeat':
    case 'language':
      return again === null ? first : candidates(again, locale, knowledge);
    case 'greeting':
    case 'thanks':
    case 'help':
    case 'test':
    case 'not-understood':
    case 'signature':
    case 'cancel':
      return first;
  }
}

/** The limits that a filter sets, in the order in which its description names them. */
/** What a suggestion takes away at once, with the parts of a filter that hold it. */
const LIMITS: readonly (readonly [Limit, readonly (keyof Filter)[]])[] = [
  ['topic', ['topics']],
  ['carrier', ['carriers']],
  ['territory', ['territories']],
  ['period', ['calls', 'years', 'months']],
  ['amount', ['amounts', 'known', 'unknown']],
  ['except', ['except']],
];

function limitsOf(filter: Filter): readonly Limit[] {
  return LIMITS.flatMap(([limit, parts]) => (parts.some((part) => isSet(filter[part])) ? [limit] : []));
}

function isSet(part: Filter[keyof Filter]): boolean {
  return Object.values(part ?? []).some((held: unknown) => !Array.isArray(held) || held.length > 0);
}

/**
 * The last question without the limit that a suggestion takes away, when a message is the words of that suggestion; null for other words. The
 * words of a button are not read: what it takes away is known.
 */
export function withoutLimitSaid(
  text: string,
  last: Question | null,
): { readonly question: Question; readonly locale: Locale } | null {
  if (last?.kind !== 'list' && last?.kind !== 'aggregate') return null;
  const said = foldedWords(text);
  for (const locale of LOCALES) {
    const { withoutLimit } = messagesFor(locale).suggestions;
    const found = LIMITS.find(([limit]) => foldedWords(withoutLimit(limit)) === said);
    if (found === undefined) continue;
    const wider = Object.fromEntries(found[1].map((part) => [part, EMPTY_FILTER[part]]));
    return { question: { ...last, filter: { ...last.filter, ...wider } }, locale };
  }
  return null;
}

/** Ids of `data/programme.json`: what most people want to know of the fund. */
const MOST_ASKED = ['criteres', 'total-projets', 'cour-2025'];
/** The same: what is known of applying. */
const PUBLISHED_RULES = ['criteres', 'seuils', 'pilotage'];

/** The next fact on the same topic, then what is most asked; never what was just said. */
function nextFacts(said: readonly string[], { facts }: KnowledgeBase): readonly string[] {
  const at = facts.findIndex(({ id }) => id === said[0]);
  const sameTopic = [...facts.slice(at + 1), ...facts.slice(0, at)].filter(
    ({ id, topic }) => topic === facts[at]?.topic && !said.includes(id),
  );
  const ids = [...sameTopic.slice(0, 1).map(({ id }) => id), ...MOST_ASKED];
  return [...new Set(ids)].filter((id) => !said.includes(id));
}

function questionsOn(ids: readonly string[], locale: Locale, { factById }: KnowledgeBase): readonly string[] {
  return ids.flatMap((id) => {
    const fact = factById.get(id);
    return fact ? [locale === 'fr' ? fact.questionFr : fact.questionEn] : [];
  });
}

/** What is published first: an unpublished figure is no good suggestion. */
function nextFields(project: Project, asked: readonly Field[]): readonly Field[] {
  const order: readonly Field[] = ['savings', 'funding', 'cost', 'status', 'carrier', 'summary', 'sources'];
  return order.filter((field) => !asked.includes(field) && isPublished(project, field));
}
