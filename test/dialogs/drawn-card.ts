import { answerCard } from '../../dialogs/cards/answer-card';
import type { CardContext } from '../../dialogs/cards/card-context';
import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { ordinarySpaces } from '../plain-text';
import { ADDRESSES } from './addresses';

/** The card of an answer as JSON, with ordinary spaces; "null" when there is none. */
export function cardText(answer: Answer, knowledge: KnowledgeBase, change: Partial<CardContext> = {}): string {
  const context: CardContext = {
    knowledge,
    profile: 'webchat',
    addresses: ADDRESSES,
    answerId: 7,
    from: 0,
    asker: null,
    above: null,
    ...change,
  };
  return ordinarySpaces(JSON.stringify(answerCard(answer, context)));
}
