import { textWith } from '../../matchers';
import { lastTitled, submitsIn } from '../card-parts';
import { ADA, BOB, CHANNEL, GROUP, MENTION } from './people-and-places';
import { startTeamsChat, type TeamsChat } from './teams-chat';
import type { Done } from './teams-stand-in';

const say = (chat: TeamsChat, from: typeof ADA, text: string, conversation = GROUP): ReturnType<TeamsChat['hear']> =>
  chat.hear({ from, conversation, text: `${MENTION}&nbsp;${text}` });

const press = (chat: TeamsChat, from: typeof ADA, value: unknown): ReturnType<TeamsChat['hear']> =>
  chat.hear({ from, conversation: GROUP, value });

/** What the button of this title sends, on the last of these cards that has one. */
const sentBy = (title: string, done: readonly Done[]): unknown =>
  lastTitled(
    title,
    done.flatMap(({ card }) => submitsIn(card)),
  ).data;

describe('a group', () => {
  it('shares what was asked: the next question of somebody else is about the same project', async () => {
    const chat = startTeamsChat();
    await say(chat, ADA, 'Quel financement pour Mentor ?');

    const [answer] = await say(chat, BOB, 'et son coût ?');

    expect(answer?.text).toContain('Mentor');
  });

  it('shares nothing between the threads of a channel', async () => {
    const chat = startTeamsChat();
    await say(chat, ADA, 'Quel financement pour Mentor ?', CHANNEL);

    const [answer] = await say(chat, ADA, 'et son coût ?', { ...CHANNEL, id: '19:team@thread.tacv2;messageid=2' });

    expect(answer?.text).not.toContain('Mentor');
  });

  it('takes no words of one person for the reply of another to a guide', async () => {
    const chat = startTeamsChat();
    await say(chat, ADA, 'donner mon avis');
    await say(chat, BOB, 'comparer');

    const [toBob] = await say(chat, BOB, 'Mentor');
    const [toAda] = await say(chat, ADA, '5');

    expect(toBob?.text).toContain('Mentor');
    expect(toAda?.text).toContain('Un mot pour expliquer');
  });

  it('answers one person while another is in a guide', async () => {
    const chat = startTeamsChat();
    await say(chat, ADA, 'donner mon avis');

    const done = await say(chat, BOB, 'Quel financement pour Mentor ?');

    expect(done).toHaveLength(1);
    expect(done[0]?.text).toContain('M€');
  });

  it('refuses the button of somebody else’s guide, says why and offers one’s own; theirs goes on', async () => {
    const chat = startTeamsChat();
    const asked = await say(chat, ADA, 'donner mon avis');

    const refused = await press(chat, BOB, sentBy('Très utile', asked));
    const [toAda] = await press(chat, ADA, sentBy('Très utile', asked));

    expect(refused).toMatchObject([{ text: textWith('à une autre personne') }]);
    expect(sentBy('Donner mon avis', refused)).toMatchObject({ action: 'start', guide: 'opinion' });
    expect(toAda?.text).toContain('Un mot pour expliquer');
  });

  it('rates an answer as often as there are people, each of them once', async () => {
    const chat = startTeamsChat();
    const [answer] = await say(chat, ADA, 'Quel financement pour Mentor ?');
    const thumb = (from: typeof ADA, reaction: 'like' | 'dislike'): ReturnType<TeamsChat['invoke']> => {
      const value = { actionName: 'feedback', actionValue: { reaction } };
      return chat.invoke('message/submitAction', value, { from, conversation: GROUP, replyToId: answer?.id ?? '' });
    };

    await thumb(ADA, 'like');
    await thumb(BOB, 'dislike');
    await thumb(ADA, 'dislike');
    await thumb(BOB, 'like');

    expect(chat.inbox).toMatchObject([{ isUseful: false }, { isUseful: true }]);
    expect(chat.inbox).toHaveLength(2);
    // Who pressed is not written down.
    expect(chat.remembered()).toContain('"ratings":[{');
    expect(chat.remembered()).not.toMatch(/"ratings":\[[^\]]*29:/);
  });

  it('keeps few guides under way, the latest of them', async () => {
    const chat = startTeamsChat();
    for (let index = 0; index < 40; index += 1) await say(chat, { id: `29:p${index}`, name: '' }, 'donner mon avis');

    const [first] = await say(chat, { id: '29:p0', name: '' }, '5');
    const [last] = await say(chat, { id: '29:p39', name: '' }, '5');

    expect(first?.text).not.toContain('Un mot pour expliquer');
    expect(last?.text).toContain('Un mot pour expliquer');
  });
});

describe('a mention and nothing more', () => {
  it('gets the welcome', async () => {
    const done = await startTeamsChat().hear({ conversation: CHANNEL, text: `${MENTION}&nbsp;\n` });

    expect(done).toMatchObject([{ text: textWith('assistant automatique') }]);
  });

  it('in a guide gets help and the pending question', async () => {
    const chat = startTeamsChat();
    await say(chat, ADA, 'comparer');

    const done = await say(chat, ADA, '');

    expect(done.map(({ text }) => text).join('\n')).toContain('Quels projets comparer');
  });
});
