import { answerCard } from '../../dialogs/cards/answer-card';
import { createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';

const knowledge = realKnowledge();
const cardOf = (question: string): ReturnType<typeof answerCard> =>
  answerCard(createChat(knowledge).say(question), knowledge);

describe('the card of an answer', () => {
  it('holds the key figures of the project, and says "non publié" where there is none', () => {
    const body = JSON.stringify(cardOf('Quelles économies attend-on du Code du travail numérique ?')).replace(
      /\u00a0/g,
      ' ',
    );

    expect(body).toContain('**Financement FTAP** : 1,9 M€');
    expect(body).toContain('**Économies attendues** : non publié');
  });

  it('sets the note of an unpublished saving apart', () => {
    expect(JSON.stringify(cardOf('Quelles économies attend-on de PILAT ?'))).toContain("suppressions d'emplois");
  });

  it('is of a version that Teams and Web Chat render, small, for every project', () => {
    for (const { name } of knowledge.projects) {
      const card = cardOf(`Parle-moi de : ${name}`);
      expect(card?.version).toBe('1.5');
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000);
    }
  });

  it('links only to http(s) addresses, brackets of the names escaped', () => {
    for (const { name } of knowledge.projects) {
      for (const { text } of cardOf(`Quelles sources pour : ${name}`)?.body ?? []) {
        for (const [, address] of text.matchAll(/\]\(([^)]*)\)/g)) expect(address).toMatch(/^https?:\/\/\S+$/);
      }
    }
  });

  it('is not sent when there is nothing to add', () => {
    expect(cardOf('Bonjour')).toBeNull();
  });
});
