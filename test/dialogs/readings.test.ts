import { TEAMS, WEB_CHAT } from '../../dialogs/cards/profile';
import { MemoryStorage } from 'botbuilder';
import { z } from 'zod';
import { answerText } from '../../dialogs/text/answer-text';
import { suggestionsFor } from '../../dialogs/text/suggestions';
import type { Question } from '../../src/core/model/question';
import { answerHtml } from '../../src/host/plain/answer-html';
import { realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import { ADDRESSES } from './addresses';
import { answerTo, computationOf } from './asked';
import { type BotChat, startBotChat } from './bot-chat';
import { cardProblems } from './card-schema';
import { cardText } from './drawn-card';
import { startTeamsChat } from './teams/teams-chat';

const knowledge = realKnowledge();
const COST: Question = { kind: 'fact', project: 'mentor', field: 'funding', also: [] };
const COUNT = computationOf({ carriers: ['ministere-justice'] });
const TWO: Question = { kind: 'clarify', candidates: [], field: null, readings: [COST, COUNT] };

describe('a question that could be read in two ways', () => {
  const answer = answerTo(TWO, knowledge);

  it('is said to be one, and each reading is a line of the text', () => {
    expect(ordinarySpaces(answerText(answer, knowledge))).toBe(
      'Votre question peut se lire de deux façons. Laquelle est la bonne ?\n- Mentor — financement FTAP\n- Nombre de projets : Justice',
    );
    expect(answerText(answerTo(TWO, knowledge, 'en'), knowledge)).toContain('in two ways');
  });

  it.each([
    ['webchat', WEB_CHAT],
    ['teams', TEAMS],
  ])('has a button for each, which says which one and of which answer (%s)', (_, profile) => {
    const card = cardText(answer, knowledge, { profile });

    expect(card).toMatch(
      /"title":"Mentor — financement FTAP"[^}]*"data":\{"action":"reading","answer":7,"reading":0\}/,
    );
    expect(card).toMatch(
      /"title":"Nombre de projets : Justice"[^}]*"data":\{"action":"reading","answer":7,"reading":1\}/,
    );
    expect(cardProblems(JSON.parse(card))).toEqual([]);
  });

  it('proposes no words, which would be read anew', () => {
    expect(suggestionsFor(answer, knowledge)).toEqual([]);
  });

  it('has a link for each on the plain page', () => {
    const html = answerHtml(answer, { asked: 'mentor justice', from: 0, knowledge, addresses: ADDRESSES });

    expect(ordinarySpaces(html)).toContain(
      '<a href="/question?q=mentor+justice&amp;lang=fr&amp;reading=2">Nombre de projets : Justice</a>',
    );
  });
});

/** The state of a conversation whose last answer asked which of two readings was meant. */
async function askedWhich(say: (text: string) => Promise<unknown>, stored: Record<string, string>): Promise<void> {
  await say('Mentor');
  for (const [key, text] of Object.entries(stored)) {
    const state = z
      .looseObject({ answers: z.looseObject({ answers: z.array(z.looseObject({})) }) })
      .safeParse(JSON.parse(text));
    if (!state.success) continue;
    const { answers } = state.data;
    stored[key] = JSON.stringify({
      ...state.data,
      answers: { ...answers, answers: answers.answers.map((one) => ({ ...one, question: TWO })) },
    });
  }
}

describe('a reading that is pressed', () => {
  const press = (chat: BotChat, value: object): Promise<unknown> =>
    chat.send({ type: 'message', value: { action: 'reading', ...value } });

  it('asks that very question, and the conversation goes on from it', async () => {
    const stored: Record<string, string> = {};
    const chat = startBotChat({ storage: new MemoryStorage(stored) });
    await askedWhich(chat.say, stored);

    await press(chat, { answer: 1, reading: 0 });
    expect(chat.text()).toMatch(/^Mentor .*financement FTAP : [\d,]+ M€/);
    expect(JSON.stringify(stored)).toContain('\\"focus\\":\\"mentor\\"');

    await press(chat, { answer: 1, reading: 1 });
    expect(chat.text()).toMatch(/^\d+ projets .*Justice/);
  });

  it('is answered in Teams by a message, below the card', async () => {
    const stored: Record<string, string> = {};
    const chat = startTeamsChat({ stored });
    await askedWhich(chat.say, stored);

    const data = { action: 'reading', answer: 1, reading: 0 };
    await chat.invoke('adaptiveCard/action', {
      action: { type: 'Action.Execute', verb: 'reading', data },
      trigger: 'manual',
    });

    expect(chat.text()).toContain('financement FTAP');
  });

  it.each([
    ['of an answer that is not kept', { answer: 99, reading: 0 }],
    ['that the answer does not have', { answer: 1, reading: 5 }],
  ])('%s changes nothing, and says so', async (_, value) => {
    const stored: Record<string, string> = {};
    const chat = startBotChat({ storage: new MemoryStorage(stored) });
    await askedWhich(chat.say, stored);

    await press(chat, value);

    expect(chat.text()).toBe('Cette question est trop ancienne : rien n’a été changé. Posez-la à nouveau.');
  });
});
