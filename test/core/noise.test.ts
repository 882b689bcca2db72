import fc from 'fast-check';
import type { Answer } from '../../src/core/model/answer';
import { createChat } from './chat';
import { realKnowledge } from './knowledge';

const knowledge = realKnowledge();
const SEED = 20_261_124;

const QUESTIONS = [
  'Quels projets concernent le logement ?',
  'Quels projets sont portés par la DGFiP ?',
  'Combien Mentor doit-il faire économiser ?',
  'Quel est le coût total de la Géoplateforme ?',
  'Qui porte Histologe ?',
  'Où en est Trackdéchets ?',
  'Quels sont les critères de sélection du fonds ?',
  'Les trois projets les plus chers',
  'Total des économies attendues de tous les projets',
  'Quels projets en Bourgogne-Franche-Comté ?',
  'Compare les financements de Mentor et de la Géoplateforme',
  'Which projects deal with artificial intelligence?',
  'How much funding did Numérique en détention get?',
];
const BEFORE = ['Bonjour, ', "S'il vous plaît, ", 'Bonsoir, pourriez-vous me dire ', 'Hello, ', 'Merci de me dire : '];
const AFTER = [' Merci !', " Merci d'avance.", ' svp', ' Bien cordialement, Mme Lefort', ' Thank you.'];

/** What an answer says, without the traces of how it was understood. */
function said({ why: _why, locale: _locale, ...rest }: Answer): string {
  return JSON.stringify(rest);
}

const ask = (text: string): string => said(createChat(knowledge).say(text));
const unchanged = new Map(QUESTIONS.map((question) => [question, ask(question)]));

it('politeness before or after never changes an answer', () => {
  for (const question of QUESTIONS) {
    for (const before of BEFORE)
      expect([question, before, ask(`${before}${question}`)]).toEqual([question, before, unchanged.get(question)]);
    for (const after of AFTER)
      expect([question, after, ask(`${question}${after}`)]).toEqual([question, after, unchanged.get(question)]);
  }
});

it('one typo in a word of six letters or more mostly keeps the answer', () => {
  const words = QUESTIONS.flatMap((question) =>
    [...question.matchAll(/[\p{L}]{6,}/gu)].map((match) => ({ question, start: match.index, word: match[0] })),
  );
  const typo = fc.record({
    place: fc.constantFrom(...words),
    at: fc.nat({ max: 40 }),
    edit: fc.constantFrom('drop', 'double', 'swap', 'replace'),
    letter: fc.constantFrom('a', 'e', 'i', 'n', 'r', 's', 't', 'l', 'o', 'u'),
  });
  const samples = fc.sample(typo, { numRuns: 600, seed: SEED });
  const kept = samples.filter(({ place: { question, start, word }, at, edit, letter }) => {
    const i = 1 + (at % (word.length - 2));
    const mistyped = {
      drop: word.slice(0, i) + word.slice(i + 1),
      double: word.slice(0, i) + word.slice(i - 1),
      swap: word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2),
      replace: word.slice(0, i) + letter + word.slice(i + 1),
    }[edit];
    return ask(question.slice(0, start) + mistyped + question.slice(start + word.length)) === unchanged.get(question);
  }).length;
  const rate = kept / samples.length;
  process.stdout.write(`typos that keep the answer: ${(rate * 100).toFixed(1)} % of ${samples.length}\n`);

  expect(rate).toBeGreaterThanOrEqual(LEAST_KEPT);
});

/** What was reached; raised with each step forward, never lowered. */
const LEAST_KEPT = 0.97;
