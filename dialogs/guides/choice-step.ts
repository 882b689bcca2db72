import type { LanguageWords } from '../../src/core/language/language-words';
import { foldedText, foldedWords } from '../../src/core/language/fold';
import {
  type Answers,
  type Asked,
  type Choice,
  choicesOf,
  type GuideTools,
  type Read,
  refused,
  type Step,
} from './guide';
import { typeset } from '../../src/messages/messages-for';
import { shortReplyIn } from './short-replies';

/** A step with one answer among choices: what it asks, what else than the choices it understands, what it says to anything else. */
export interface ChoiceStep extends Pick<Step, 'name' | 'ask'> {
  /** The value that other words than the labels stand for; null when they stand for none. */
  readonly understand: (said: string, tools: GuideTools, answers: Answers) => string | null;
  /** True of words that are understood though no choice fits them, so that they are no question of their own. */
  readonly recognises?: (said: string, tools: GuideTools) => boolean;
  readonly retry: (said: string, examples: readonly string[], tools: GuideTools) => string;
}

/** A step that takes one of its choices, by its number, its label or its beginning, or by words of the asker's own. */
export function choiceStep({ name, ask, understand, recognises, retry }: ChoiceStep): Step {
  return {
    name,
    ask,
    read: (said, asked, answers, tools) => {
      const value = choiceSaid(said, asked) ?? understand(said, tools, answers) ?? choicePartlySaid(said, asked, tools);
      return value === null ? misread(said, asked, tools) : { kind: 'answer', values: [value] };
    },
    choose: (value, asked, _answers, tools) =>
      choicesOf(asked).some((choice) => choice.value === value)
        ? { kind: 'answer', values: [value] }
        : misread(value, asked, tools),
  };

  function misread(said: string, asked: Asked, tools: GuideTools): Read {
    const { messages } = tools;
    const near = nearest(said, asked.choices);
    const examples = (near.length > 0 ? near : asked.choices.slice(0, 2)).map(({ label }) =>
      messages.quoted(withoutCount(label)),
    );
    if (said.trim() === '') return refused(messages.nothingChosen);
    if (shortReplyIn(said) === 'yes') return refused(messages.which(examples));
    return { kind: 'retry', sentence: retry(shown(said), examples, tools), isRead: recognises?.(said, tools) === true };
  }
}

/** The value of the choice that is said by its number, its label, or the beginning of one label only. */
function choiceSaid(said: string, asked: Asked): string | null {
  const words = foldedText(said);
  const all = choicesOf(asked);
  const number = /^\d{1,3}$/.test(words) ? Number(words) : 0;
  const meant =
    all.find(({ value }) => value === words) ??
    all.find(({ label }) => foldedText(withoutCount(label)) === words || foldedText(label) === words) ??
    asked.choices.slice(0, MOST_SHOWN)[number - 1];
  if (meant) return meant.value;
  const begun = words.length < 3 ? [] : all.filter(({ label }) => foldedText(label).startsWith(words));
  return begun.length === 1 ? (begun[0]?.value ?? null) : null;
}

/** Whether the button that ends or skips the step is said by its label. */
export function isWaySaid(said: string, asked: Asked): boolean {
  return choiceSaid(said, { ...asked, choices: [] }) !== null;
}

/** The choice of which some telling words are said, when they are of one label only: "l'intérieur", "un thème". */
function choicePartlySaid(said: string, { choices }: Asked, { knowledge }: GuideTools): string | null {
  const words = tellingWords(said, knowledge.language);
  if (words.length === 0) return null;
  const named = choices.filter(({ label }) => {
    const held = tellingWords(withoutCount(label), knowledge.language);
    return words.every((word) => held.includes(word));
  });
  return named.length === 1 ? (named[0]?.value ?? null) : null;
}

/** "projet" and "projets" tell of a choice, though they tell nothing of a question. */
function tellingWords(text: string, { isFunctionWord }: LanguageWords): readonly string[] {
  return foldedWords(text).filter(
    (word) => !isFunctionWord(word) || /^(?:projet|project|question|reponse|answer)s?$/.test(word),
  );
}

/** What a person wrote, as it is quoted back: short, on one line. */
export function shown(said: string): string {
  const line = said.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTED ? `${line.slice(0, LONGEST_QUOTED)}…` : line;
}

const LONGEST_QUOTED = 60;

/** "Logement (7)" is said "logement". */
export function withoutCount(label: string): string {
  return label.replace(/\s\(\d+\)$/, '');
}

/** As many as one looks through: the most useful ones. The others are typed. */
export const MOST_SHOWN = 9;

/** The question as asked, with its choices from the most useful one on. */
export function asked(prompt: string, choices: readonly Choice[], { messages, locale }: GuideTools): Asked {
  return {
    prompt: choices.length > MOST_SHOWN ? `${prompt} ${messages.orType}` : prompt,
    input: 'buttons',
    choices: choices.map(({ value, label }) => ({ value, label: typeset(label, locale) })),
    way: null,
  };
}

/** A choice for each of these labels, in their order. */
export function choicesNamed(labels: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** Names that are told where none fits. */
const MOST_NEAREST = 3;
/** Share of the pairs of letters in common from which words look alike: "numerikable" and "numérique", not "zorglub" and "logement". */
const LEAST_LIKENESS = 0.5;

/** The choices with a word that looks like one that was said, the likest first. */
export function nearest(said: string, choices: readonly Choice[]): readonly Choice[] {
  const words = wordsOf(said);
  return choices
    .map((choice) => ({
      choice,
      likeness: Math.max(0, ...wordsOf(choice.label).flatMap((of) => words.map((word) => likeness(word, of)))),
    }))
    .filter(({ likeness: found }) => found >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEAREST)
    .map(({ choice }) => choice);
}

/** Little words look like others by chance. */
function wordsOf(text: string): readonly string[] {
  return foldedWords(text).filter(({ length }) => length > 3);
}

/** Share of the pairs of neighbouring letters that two words have in common, 0 to 1 (Dice). */
function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  return (2 * [...pairs].filter((pair) => others.has(pair)).length) / (pairs.size + others.size);
}

function pairsOf(word: string): ReadonlySet<string> {
  return new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
}
