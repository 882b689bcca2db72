import { respond } from '../../src/core/respond';
import { EMPTY_MEMORY } from '../../src/core/model/question';
import { readQuestion } from '../../src/core/understanding/reading';
import { guideMessagesFor } from '../../src/messages/messages-for';
import { choiceSaid } from '../guides/choice-step';
import { GUIDES } from '../guides/all-guides';
import { guideToolsFor } from '../guides/guide';
import { type Pending, pendingOf } from '../guides/play';
import { foldedWords, shortReplyIn } from '../guides/short-replies';
import type { Turn } from './turn';

/** The pending question of the guide under way; null when none is. */
export function pendingIn({ walks, locale, parts }: Turn): Pending | null {
  const walk = walks.own;
  return walk && pendingOf(GUIDES[walk.guide], walk, guideToolsFor(locale, parts.knowledge));
}

/** The words name projects, where projects are asked for. */
export function namesProjects(turn: Turn, text: string): boolean {
  return (
    pendingIn(turn)?.asked.input === 'project' &&
    !text.includes('?') &&
    readQuestion(text, turn.knowledge).named.length > 0
  );
}

/** "Oui" to the offer of keeping a sentence, or the label of its button. */
export function keepsWords({ walks, locale }: Turn, text: string): boolean {
  if ((walks.own?.kept ?? null) === null) return false;
  return shortReplyIn(text) === 'yes' || foldedWords(text) === foldedWords(guideMessagesFor(locale).text.keep);
}

/** "Je ne sais pas", "?", "je suis perdu", where the pending question can do nothing with it. */
export function asksHelp(turn: Turn, text: string): boolean {
  const { walks, locale, parts } = turn;
  const pending = pendingIn(turn);
  if (walks.own === null || pending === null || pending.asked.input === 'text') return false;
  const { step, asked } = pending;
  if (step.read(text, asked, walks.own.answers, guideToolsFor(locale, parts.knowledge)).kind !== 'retry') return false;
  if (shortReplyIn(text) === 'unsure' || /^[?\s]*\?[?\s]*$/u.test(text)) return true;
  const { answer } = respond({ text, locale }, EMPTY_MEMORY, parts.knowledge);
  return answer.kind === 'smalltalk' && answer.act === 'help';
}

/** The words are the label of the button that ends or skips the pending question. */
export function saysWay(turn: Turn, text: string): boolean {
  const way = pendingIn(turn)?.asked.way ?? null;
  return way !== null && choiceSaid(text, { choices: [], way }) !== null;
}
