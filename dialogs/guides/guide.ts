import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { Question } from '../../src/core/model/question';
import type { GuideMessages } from '../../src/messages/fr/guides';
import { guideMessagesFor } from '../../src/messages/messages-for';

/** What was answered so far, by the name of the step; a step that picks several holds several. */
export type Answers = Readonly<Record<string, readonly string[]>>;

export interface GuideTools {
  readonly knowledge: KnowledgeBase;
  readonly locale: Locale;
  readonly messages: GuideMessages;
  /** Id of the project that was just spoken of; null when it was none, or several. */
  readonly subject: string | null;
}

export function guideToolsFor(locale: Locale, knowledge: KnowledgeBase, focus: string | null = null): GuideTools {
  const subject = focus !== null && knowledge.projectById.has(focus) ? focus : null;
  return { knowledge, locale, messages: guideMessagesFor(locale), subject };
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A pending question, whole: what is said, and what may be pressed. */
export interface Asked {
  readonly prompt: string;
  /** How it is best answered: a few buttons, a project by its name, a text. */
  readonly input: 'buttons' | 'project' | 'text';
  /** All that can be chosen, the most useful ones first: only some of them are shown. */
  readonly choices: readonly Choice[];
  /** What ends or skips the step, beside the choices: "Comparer", "Passer". */
  readonly way: Choice | null;
  /** True when what is chosen is added to what was. */
  readonly takesMore?: boolean;
}

export function choicesOf({ choices, way }: Asked): readonly Choice[] {
  return way === null ? choices : [...choices, way];
}

/**
 * What a reply was read as. `isOpen`: the step takes more; `remark`: what is said of it before the next question.
 * `text`: the words are the message that a later step asks for. `isRead`: the words were understood and only can't be taken, so that
 * they are no question of their own.
 */
export type Read =
  | {
      readonly kind: 'answer';
      readonly values: readonly string[];
      readonly isOpen?: boolean;
      readonly remark?: string;
      readonly text?: string;
    }
  | { readonly kind: 'retry'; readonly sentence: string; readonly isRead?: boolean };

/** Understood, and not taken. */
export function refused(sentence: string): Read {
  return { kind: 'retry', sentence, isRead: true };
}

export interface Step {
  readonly name: string;
  /** Null when there is nothing to ask: the step would leave one choice. */
  readonly ask: (answers: Answers, tools: GuideTools) => Asked | null;
  /** Words as typed. */
  readonly read: (said: string, asked: Asked, answers: Answers, tools: GuideTools) => Read;
  readonly choose: (value: string, asked: Asked, answers: Answers, tools: GuideTools) => Read;
}

export type Outcome =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'note'; readonly projects: readonly string[] }
  | { readonly kind: 'opinion'; readonly rating: number; readonly text: string }
  | { readonly kind: 'report'; readonly about: About; readonly project: string | null; readonly text: string };

export type About = 'data' | 'answer';

/** A guided conversation: its steps in the order in which they are played, and what they come to. */
export interface Guide {
  readonly help: (tools: GuideTools) => string;
  readonly steps: readonly Step[];
  readonly finish: (answers: Answers, tools: GuideTools) => Outcome;
}

/** The first value of a step; undefined when it was skipped. */
export function answered(answers: Answers, step: string): string | undefined {
  return answers[step]?.[0];
}

/** The id behind its kind in a value such as "theme:logement"; undefined where another kind stands before it. */
export function idAfter(kind: string, value = ''): string | undefined {
  return value.startsWith(kind) ? value.slice(kind.length) : undefined;
}
