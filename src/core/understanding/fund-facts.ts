import { contentStems } from '../knowledge/documents';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type Reading, unique } from './reading';

/** A fact on the fund and how far a message asks for it. */
export interface AskedFact {
  readonly id: string;
  /** 0 to about 4: the shares of three judges (how it is asked, what is said of it, its best wording) and the period, added. */
  readonly weight: number;
  /** How well its best wording fits the message, 0 to 1. */
  readonly fit: number;
}

/** What a fact of the year asked for is preferred by. */
const SAME_YEAR = 0.6;
/** What a fact of the topic spoken of is preferred by, and what the words of the question before still count for. */
const SAME_TOPIC = 0.35;
const BEFORE = 0.45;

/**
 * The facts on the fund by how far a message asks for them, best first.
 *
 * @param last ids of the facts told before, when the message goes on from them
 */
export function factsAsked(
  reading: Reading,
  last: readonly string[],
  knowledge: KnowledgeBase,
): readonly AskedFact[] {
  const named = [...factsOfCalls(reading, knowledge), ...factsOfOtherCall(reading, last, knowledge)];
  const own = judged(reading.allStems, reading.contentStems, knowledge);
  const before = last.length === 0 ? new Map<string, AskedFact>() : judgedAgain(reading, last, knowledge);
  const topics = new Set(last.map((id) => knowledge.factById.get(id)?.topic));
  return unique([...own.keys(), ...before.keys(), ...named])
    .map((id): AskedFact => {
      const fact = knowledge.factById.get(id);
      const text = `${fact?.questionFr ?? ''} ${fact?.answerFr ?? ''}`;
      const years = reading.years.length > 0 && reading.years.length <= 2 ? reading.years : [];
      const holdsYear = years.some((year) => text.includes(String(year)));
      const weight =
        (own.get(id)?.weight ?? 0) +
        BEFORE * (before.get(id)?.weight ?? 0) +
        (holdsYear ? SAME_YEAR : 0) +
        (named.includes(id) ? SAME_YEAR : 0) +
        (last.length > 0 && topics.has(fact?.topic) ? SAME_TOPIC : 0);
      return { id, weight, fit: own.get(id)?.fit ?? 0 };
    })
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** The question that the last fact answers, with the words of the message in place of its years and numbers. */
function judgedAgain(reading: Reading, last: readonly string[], knowledge: KnowledgeBase): Map<string, AskedFact> {
  const asked = last.flatMap((id) => contentStems(knowledge.factById.get(id)?.questionFr ?? '', knowledge.language));
  const replaces = reading.years.length + reading.calls.length > 0 || reading.references.some(({ id }) => id === 'ordinal');
  const kept = replaces ? asked.filter((stem) => !/\d/.test(stem) && !ORDINAL.test(stem)) : asked;
  const stems = unique([...kept, ...reading.allStems]);
  return judged(stems, stems, knowledge);
}

const ORDINAL = /^(?:premier|deuxiem|second|troisiem|quatriem|cinquiem|dernier)/;

function judged(
  allStems: readonly string[],
  content: readonly string[],
  knowledge: KnowledgeBase,
): Map<string, AskedFact> {
  const weights = new Map<string, { weight: number; fit: number }>();
  const add = (id: string, share: number, fit = 0): void => {
    const before = weights.get(id) ?? { weight: 0, fit: 0 };
    weights.set(id, { weight: before.weight + share, fit: Math.max(before.fit, fit) });
  };
  const asked = knowledge.factIndex.search(allStems.filter((stem) => knowledge.factIndex.has(stem)));
  const mostAsked = Math.max(1e-9, ...asked.map(({ score }) => score));
  for (const { id, score } of asked) add(id, score / mostAsked);
  const told = knowledge.factTextIndex.search(content);
  const mostTold = Math.max(1e-9, ...told.map(({ score }) => score));
  for (const { id, score } of told) add(id, (score / mostTold) * 0.4);
  const meant = knowledge.meanings.match(content).filter(({ owner }) => owner.kind === 'fact');
  const mostMeant = Math.max(1e-9, ...meant.map(({ score }) => score));
  for (const { owner, score } of meant) add(owner.id, score / mostMeant);
  for (const { owner, fit } of knowledge.wordings.match(content)) if (owner.kind === 'fact') add(owner.id, fit, fit);
  return new Map([...weights].map(([id, own]) => [id, { id, ...own }]));
}

/** "Et au deuxième ?" after the fact on the first call is on the second. */
function factsOfOtherCall({ references, quantities }: Reading, last: readonly string[], knowledge: KnowledgeBase): readonly string[] {
  const numbers = [
    ...references.flatMap(({ id, position }) => (id === 'ordinal' && position > 0 ? [position] : [])),
    ...quantities.flatMap(({ value, factor }) => (factor === null && value <= 5 ? [value] : [])),
  ];
  const isOnCall = knowledge.calls.some(
    ({ number }) => number !== null && factsOfCall(number, knowledge).some((id) => last.includes(id)),
  );
  return isOnCall ? unique(numbers.flatMap((number) => factsOfCall(number, knowledge))) : [];
}

/** The facts on the calls that a message names. */
function factsOfCalls({ calls }: Reading, knowledge: KnowledgeBase): readonly string[] {
  return unique(
    calls.flatMap(({ number, scheme }) =>
      scheme === 'ftap2'
        ? knowledge.factIndex.search(contentStems('FTAP 2', knowledge.language)).slice(0, 1).map(({ id }) => id)
        : number === null
          ? []
          : factsOfCall(number, knowledge),
    ),
  );
}

/** The facts on a call, one for each of its sessions. */
export function factsOfCall(number: number, knowledge: KnowledgeBase): readonly string[] {
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
