import { contentStems } from '../knowledge/documents';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { subjectFeatures, sureness } from './evidence';
import { type Reading, unique } from './reading';

/** A fact on the fund and how far a message asks for it. */
export interface AskedFact {
  readonly id: string;
  /** Greater where it is asked more surely: the judges below, each with its learned weight. */
  readonly weight: number;
  /** How well its best wording fits the message, 0 to 1. */
  readonly fit: number;
  /** What the judges say, in their order. */
  readonly judged: readonly number[];
}

/** Who judges a fact: by how it is asked, by its text, by the words around it (score and share), by its best wording, by period, call and topic. */
export const FACT_JUDGES = [
  'asked',
  'told',
  'meant',
  'share',
  'fit',
  'before',
  'year',
  'call',
  'topic',
  'rank',
  'learned',
] as const;

/**
 * The facts on the fund by how far a message asks for them, best first.
 *
 * @param last ids of the facts told before, when the message goes on from them
 */
export function factsAsked(reading: Reading, last: readonly string[], knowledge: KnowledgeBase): readonly AskedFact[] {
  const named = new Set([...factsOfCalls(reading, knowledge), ...factsOfOtherCall(reading, last, knowledge)]);
  const own = judgesOf(reading.allStems, reading.contentStems, knowledge);
  const stemsBefore = last.length === 0 ? [] : stemsGoneOn(reading, last, knowledge);
  const before = stemsBefore.length === 0 ? new Map<string, Judges>() : judgesOf(stemsBefore, stemsBefore, knowledge);
  const topics = new Set(last.map((id) => knowledge.factById.get(id)?.topic));
  const years = reading.years.length <= 2 ? reading.years : [];
  const learned = knowledge.models.subject.judge(subjectFeatures(reading.allStems)).get('fact');
  return unique([...own.keys(), ...before.keys(), ...named])
    .map((id): AskedFact => {
      const fact = knowledge.factById.get(id);
      const text = `${fact?.questionFr ?? ''} ${fact?.answerFr ?? ''}`;
      const { asked, told, meant, share, fit } = own.get(id) ?? NO_JUDGE;
      const again = before.get(id) ?? NO_JUDGE;
      const judged = [
        asked,
        told,
        meant,
        share,
        fit,
        again.asked + again.meant + again.fit,
        years.some((year) => text.includes(String(year))) ? 1 : 0,
        named.has(id) ? 1 : 0,
        topics.has(fact?.topic) ? 1 : 0,
        asked >= 1 ? 1 : 0,
        sureness(learned?.get(id)),
      ];
      const weight = judged.reduce((sum, value, index) => sum + value * (knowledge.models.facts[index] ?? 0), 0);
      return { id, weight, fit, judged };
    })
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

interface Judges {
  readonly asked: number;
  readonly told: number;
  readonly meant: number;
  readonly share: number;
  readonly fit: number;
}
const NO_JUDGE: Judges = { asked: 0, told: 0, meant: 0, share: 0, fit: 0 };

/** The words of the question that the last fact answers, with those of the message in place of its years and numbers. */
function stemsGoneOn(reading: Reading, last: readonly string[], knowledge: KnowledgeBase): readonly string[] {
  const asked = last.flatMap((id) => contentStems(knowledge.factById.get(id)?.questionFr ?? '', knowledge.language));
  const replaces =
    reading.years.length + reading.calls.length > 0 || reading.references.some(({ id }) => id === 'ordinal');
  const kept = replaces ? asked.filter((stem) => !/\d/.test(stem) && !knowledge.language.isOrdinal(stem)) : asked;
  return unique([...kept, ...reading.allStems]);
}

function judgesOf(
  allStems: readonly string[],
  content: readonly string[],
  { factIndex, factTextIndex, meanings, wordings }: KnowledgeBase,
): ReadonlyMap<string, Judges> {
  const judges = new Map<string, Judges>();
  const add = (id: string, said: Partial<Judges>): void => {
    judges.set(id, { ...(judges.get(id) ?? NO_JUDGE), ...said });
  };
  const asked = factIndex.search(allStems.filter((stem) => factIndex.has(stem)));
  const mostAsked = Math.max(1e-9, ...asked.map(({ score }) => score));
  for (const { id, score } of asked) add(id, { asked: score / mostAsked });
  const told = factTextIndex.search(content);
  const mostTold = Math.max(1e-9, ...told.map(({ score }) => score));
  for (const { id, score } of told) add(id, { told: score / mostTold });
  const meant = meanings.match(content).filter(({ owner }) => owner.kind === 'fact');
  const mostMeant = Math.max(1e-9, ...meant.map(({ score }) => score));
  for (const { owner, score, coverage } of meant) add(owner.id, { meant: score / mostMeant, share: coverage });
  for (const { owner, fit } of wordings.match(content)) if (owner.kind === 'fact') add(owner.id, { fit });
  return judges;
}

/** "Et au deuxième ?" after the fact on the first call is on the second. */
function factsOfOtherCall(
  { references, quantities }: Reading,
  last: readonly string[],
  knowledge: KnowledgeBase,
): readonly string[] {
  if (last.length === 0) return [];
  const numbers = [
    ...references.flatMap(({ id, position }) => (id === 'ordinal' && position > 0 ? [position] : [])),
    ...quantities.flatMap(({ value, factor }) => (factor === null && value <= 5 ? [value] : [])),
  ];
  const told = knowledge.calls.find(
    ({ number }) => number !== null && factsOfCall(number, knowledge).some((id) => last.includes(id)),
  );
  if (told?.number !== undefined && told.number !== null && references.some(({ id }) => id === 'next'))
    return factsOfCall(told.number + 1, knowledge);
  return told !== undefined ? unique(numbers.flatMap((number) => factsOfCall(number, knowledge))) : [];
}

/** The facts on the calls that a message names. */
function factsOfCalls({ calls }: Reading, knowledge: KnowledgeBase): readonly string[] {
  return unique(
    calls.flatMap(({ number, scheme }) =>
      scheme === 'ftap2'
        ? knowledge.factIndex
            .search(contentStems('FTAP 2', knowledge.language))
            .slice(0, 1)
            .map(({ id }) => id)
        : number === null
          ? []
          : factsOfCall(number, knowledge),
    ),
  );
}

/** The facts on a call, one for each of its sessions. */
function factsOfCall(number: number, knowledge: KnowledgeBase): readonly string[] {
  return unique(
    knowledge.calls
      .filter((call) => call.number === number)
      .flatMap(({ label, announced }) => {
        const year = announced === null ? [] : [announced.slice(0, 4)];
        return knowledge.factIndex.search([...contentStems(label, knowledge.language), ...year]).slice(0, 1);
      })
      .map(({ id }) => id),
  );
}
