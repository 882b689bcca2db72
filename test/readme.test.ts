import { existsSync, readFileSync } from 'node:fs';
import { answerText } from '../dialogs/text/answer-text';
import { sourceLines } from '../dialogs/text/source-text';
import type { Answer } from '../src/core/model/answer';
import { createChat } from './core/chat';
import { realKnowledge } from './core/knowledge';
import { plain } from './plain-text';

it('shows on its first screen a dialogue that the assistant really has, with its source', () => {
  const knowledge = realKnowledge();
  const chat = createChat(knowledge);
  const lines = plain(readFileSync('README.md', 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map((line) => line.replace(/^> |\\$/g, ''));
  let answer: Answer | null = null;
  let said = 0;
  for (const line of lines) {
    const [, speaker, text = ''] = /^(?:\*\*|_)(Vous|Assistant|Source)(?:\*\*)? : (.*?)_?$/.exec(line) ?? [];
    if (speaker === 'Vous') answer = chat.say(text);
    else if (speaker === 'Assistant' && answer) expect(plain(answerText(answer, knowledge))).toContain(text);
    else if (speaker === 'Source' && answer) expect(plain(sourceLines(answer).join('\n'))).toContain(text);
    said++;
  }

  expect(said).toBe(5);
});

it.each(['CONTRIBUTING.md', 'README.md', 'DESIGN.md'])('%s names and links files that are there', (document) => {
  const text = readFileSync(document, 'utf8');
  const named = [
    ...text.matchAll(/`((?:src|dialogs|data|test|train|scripts|docs)\/[\w./-]*)`/gu),
    ...text.matchAll(/\]\(([\w./-]+)\)/gu),
  ];

  expect(named.length).toBeGreaterThan(5);
  expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([]);
});

it('keeps the design within 1,500 words', () => {
  expect(readFileSync('DESIGN.md', 'utf8').split(/\s+/u).length).toBeLessThanOrEqual(1500);
});
