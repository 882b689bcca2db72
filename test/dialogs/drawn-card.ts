import type { AdaptiveCard } from '../../dialogs/cards/adaptive-card';
import { answerCard, type CardContext } from '../../dialogs/cards/answer-card';
import { WEB_CHAT } from '../../dialogs/cards/profile';
import { viewOf, type Telling } from '../../dialogs/view/view-of';
import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { ordinarySpaces } from '../plain-text';
import { ADDRESSES } from './addresses';

/** The card of an answer; null when there is none. */
export function drawnCard(
  answer: Answer,
  knowledge: KnowledgeBase,
  { operator, ...change }: Partial<CardContext & Telling> = {},
): AdaptiveCard | null {
  const context: CardContext = {
    profile: WEB_CHAT,
    addresses: ADDRESSES,
    answerId: 7,
    from: 0,
    asker: null,
    above: null,
    ...change,
  };
  const view = viewOf(answer, knowledge, { from: context.from, ...(operator === undefined ? {} : { operator }) });
  return answerCard(answer, view, context);
}

/** The same as JSON, with ordinary spaces; "null" when there is none. */
export function cardText(
  answer: Answer,
  knowledge: KnowledgeBase,
  change: Partial<CardContext & Telling> = {},
): string {
  return ordinarySpaces(JSON.stringify(drawnCard(answer, knowledge, change)));
}
