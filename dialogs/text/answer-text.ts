import type { Locale } from '../../src/core/language/locale';
import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { messagesFor } from '../../src/messages/messages-for';
import { sourceLine } from './source-text';
import type { Block } from '../view/view';
import { type Telling, viewOf } from '../view/view-of';

/** What the person reads, without sources: the same text in every channel, read aloud as it is. */
export function answerText(answer: Answer, knowledge: KnowledgeBase, telling: Telling = {}): string {
  return blocksText(viewOf(answer, knowledge, telling).blocks, answer.locale);
}

/** All that blocks tell, a line each; items begin with a dash. */
export function blocksText(blocks: readonly Block[], locale: Locale): string {
  return blocks.flatMap((block) => textOf(block, locale)).join('\n');
}

function textOf(block: Block, locale: Locale): readonly string[] {
  switch (block.kind) {
    case 'headline':
      return [block.sentence];
    case 'line':
      return block.isInSentences === true ? [] : [block.text];
    case 'rows':
      return [
        ...block.rows.map(({ sentence }) => `- ${sentence}`),
        ...(block.left > 0 ? [messagesFor(locale).andMore(block.left)] : []),
      ];
    case 'table':
      return block.sentences;
    case 'fold': {
      const lines = block.blocks.flatMap((inner) => textOf(inner, locale));
      return block.heading === null ? lines : [block.heading, ...lines.map((text) => `- ${text}`)];
    }
    case 'choices':
      // The sentence before them names what can be said.
      return block.choices.flatMap(({ label, said }) => (said === null ? [`- ${label}`] : []));
    case 'sources':
      return block.sources.map((source) => `- ${sourceLine(source, locale)}`);
    case 'picture':
    case 'guides':
      return [];
  }
}
