import type { Activity } from 'botbuilder';
import { textLike, textWith } from '../../matchers';
import { CHANNEL, MENTION } from './people-and-places';
import { startTeamsChat, type TeamsChat } from './teams-chat';

const message = (id: string, text: string): Partial<Activity> => ({ id, text });
const edit = (id: string, text: string): Partial<Activity> => ({
  id,
  type: 'messageUpdate',
  text,
  channelData: { eventType: 'editMessage' },
});
const softDelete = (id: string): Partial<Activity> => ({
  id,
  type: 'messageDelete',
  channelData: { eventType: 'softDeleteMessage' },
});
const undelete = (id: string, text: string): Partial<Activity> => ({
  ...edit(id, text),
  channelData: { eventType: 'undeleteMessage' },
});

async function told(chat: TeamsChat, id: string, text: string): Promise<string> {
  return (await chat.hear(message(id, text))).map((done) => done.text).join('\n');
}

describe('a question that is edited', () => {
  it('has its reply renewed, and the conversation goes on from the new answer', async () => {
    const chat = startTeamsChat();
    const [first] = await chat.hear(message('m1', 'Quel financement pour Mentor ?'));

    const done = await chat.hear(edit('m1', 'Quel financement pour PILAT ?'));

    expect(done).toMatchObject([{ did: 'update', id: first?.id, text: textWith('PILAT') }]);
    expect(await told(chat, 'm2', 'et son coût ?')).toContain('PILAT');
  });

  it('is read with what was remembered before it', async () => {
    const chat = startTeamsChat();
    await chat.hear(message('m1', 'Quel financement pour Mentor ?'));
    await chat.hear(message('m2', 'et son porteur ?'));

    const [done] = await chat.hear(edit('m2', 'et son coût ?'));

    expect(done).toMatchObject({ did: 'update', text: textLike(/Mentor[^]*coût|coût[^]*Mentor/) });
  });

  it('leaves the conversation where it is when something was asked since', async () => {
    const chat = startTeamsChat();
    const [first] = await chat.hear(message('m1', 'Quel financement pour Mentor ?'));
    await chat.hear(message('m2', 'Qui porte PILAT ?'));

    const done = await chat.hear(edit('m1', 'Qui porte Mentor ?'));

    expect(done).toMatchObject([{ did: 'update', id: first?.id, text: textWith('Mentor') }]);
    expect(await told(chat, 'm3', 'et son coût ?')).toContain('PILAT');
  });

  it('may be edited again, and is rated in its last words', async () => {
    const chat = startTeamsChat();
    const [answer] = await chat.hear(message('m1', 'Quel financement pour Mentor ?'));
    await chat.hear(edit('m1', 'Quel financement pour PILAT ?'));
    const done = await chat.hear(edit('m1', 'Qui porte PILAT ?'));

    const thumb = { actionName: 'feedback', actionValue: { reaction: 'like' } };
    await chat.invoke('message/submitAction', thumb, { replyToId: answer?.id ?? '' });

    expect(done).toMatchObject([{ did: 'update' }]);
    expect(chat.inbox).toMatchObject([{ kind: 'rating', question: 'Qui porte PILAT ?' }]);
  });

  it('with the same words does nothing', async () => {
    const chat = startTeamsChat();
    await chat.hear(message('m1', 'Quel financement pour Mentor ?'));

    expect(await chat.hear(edit('m1', '<p>Quel financement pour <b>Mentor</b>&nbsp;?</p>'))).toEqual([]);
  });

  it('was an order or a reply to a guide: nothing is done', async () => {
    const chat = startTeamsChat();
    await chat.hear(message('m1', 'donner mon avis'));
    await chat.hear(message('m2', '5'));

    expect(await chat.hear(edit('m1', 'comparer'))).toEqual([]);
    expect(await chat.hear(edit('m2', '1'))).toEqual([]);
  });

  it.each([
    ['préviens-moi si la capitale du Pérou change', 'préviens-moi si Mentor change', /^C’est noté[^]*Mentor/],
    ['préviens-moi', 'préviens-moi si Mentor change', /^C’est noté[^]*Mentor/],
    ['préviens-moi si le FTAP change', 'Quel financement pour Mentor ?', /M€/],
    ['ne me préviens plus de Histologe', 'préviens-moi si Mentor change', /^C’est noté[^]*Mentor/],
  ])('was an order of which nothing came, « %s »: « %s » is heard as new, once', async (before, after, says) => {
    const chat = startTeamsChat();
    await chat.hear(message('m1', before));

    expect(await chat.hear(edit('m1', `<p>${before}</p>`))).toEqual([]);
    expect(await chat.hear(edit('m1', after))).toMatchObject([{ did: 'send', text: textLike(says) }]);
    expect(await chat.hear(edit('m1', after))).toEqual([]);
  });

  it('was an order that was obeyed: nothing is done', async () => {
    const chat = startTeamsChat();
    await chat.hear(message('m1', 'préviens-moi si Mentor change'));

    expect(await chat.hear(edit('m1', 'préviens-moi si PILAT change'))).toEqual([]);
    expect(await told(chat, 'm2', 'mes abonnements')).not.toContain('PILAT');
  });

  it.each(['préviens-moi si Mentor change', 'préparer une note sur Mentor', 'exporter', 'guide-moi'])(
    'into an order, « %s », is not obeyed: it is told to be written again',
    async (order) => {
      const chat = startTeamsChat();
      await chat.hear(message('m1', 'Quel financement pour Mentor ?'));
      const [reply] = await chat.hear(message('m2', 'Qui porte PILAT ?'));

      const done = await chat.hear(edit('m2', order));

      expect(done).toMatchObject([{ did: 'update', id: reply?.id, text: textWith('dans un nouveau message') }]);
      expect(done).toMatchObject([{ card: null }]);
      expect(await chat.hear(edit('m2', order))).toEqual([]);
      expect(await told(chat, 'm3', 'mes abonnements')).toContain('ne suit rien');
      expect(await told(chat, 'm4', 'et son coût ?')).toContain('Mentor');
    },
  );

  it('into an order and back into a question has its answer again', async () => {
    const chat = startTeamsChat();
    const [reply] = await chat.hear(message('m1', 'Qui porte PILAT ?'));
    await chat.hear(edit('m1', 'guide-moi'));

    const done = await chat.hear(edit('m1', 'Quel financement pour Mentor ?'));

    expect(done).toMatchObject([{ did: 'update', id: reply?.id, text: textWith('Mentor') }]);
  });

  it('in the middle of a guide has its answer renewed and no other', async () => {
    const chat = startTeamsChat();
    await chat.hear(message('m1', 'comparer'));
    const [answer, pending] = await chat.hear(message('m2', 'Quel financement pour Mentor ?'));

    const done = await chat.hear(edit('m2', 'Quel financement pour PILAT ?'));

    expect(pending?.text).toContain('Quels projets comparer');
    expect(done).toMatchObject([{ did: 'update', id: answer?.id, text: textWith('PILAT') }]);
  });

  it('to add the mention that it lacked is answered then', async () => {
    const chat = startTeamsChat();
    const event = edit('m1', `${MENTION} Quel financement pour Mentor ?`);

    const done = await chat.hear({ ...event, conversation: CHANNEL });

    expect(done).toMatchObject([{ did: 'send', text: textWith('Mentor') }]);
  });

  it('so old that its reply is forgotten is left alone', async () => {
    const chat = startTeamsChat();
    for (let index = 0; index < 12; index += 1) await chat.hear(message(`m${index}`, `Qui porte Mentor ? ${index}`));

    expect(await chat.hear(edit('m0', `${MENTION} Qui porte PILAT ?`))).toEqual([]);
  });

  it('that had no answer and has none again tells the inbox of both', async () => {
    const chat = startTeamsChat();
    await chat.hear(message('m1', 'Combien a coûté le projet Solaris ?'));
    await chat.hear(edit('m1', 'Combien a coûté le projet Solarix ?'));

    expect(chat.inbox).toMatchObject(
      [{ question: /Solaris/ }, { question: /Solarix/ }].map(({ question }) => ({
        kind: 'unanswered',
        question: textLike(question),
      })),
    );
  });
});

describe('a question that is deleted', () => {
  it('takes its reply and its words with it, and the next one is not about it', async () => {
    const chat = startTeamsChat();
    await chat.hear(message('m1', 'Quel financement pour PILAT ?'));
    const [reply] = await chat.hear(message('m2', 'Quel financement pour Mentor, demande Ada Lovelace ?'));

    expect(await chat.hear(softDelete('m2'))).toMatchObject([{ did: 'delete', id: reply?.id }]);
    expect(chat.remembered()).not.toContain('Lovelace');
    expect(await told(chat, 'm3', 'et son coût ?')).toContain('PILAT');
  });

  it('takes the name with it of a project that is not in the base', async () => {
    const chat = startTeamsChat();
    await chat.hear(message('m1', 'Combien a coûté le projet Solaris ?'));
    const remembered = chat.remembered();

    await chat.hear(softDelete('m1'));

    expect(remembered).toContain('Solaris');
    expect(chat.remembered()).not.toContain('Solaris');
  });

  it('and not known does nothing', async () => {
    expect(await startTeamsChat().hear(softDelete('m9'))).toEqual([]);
  });

  it('and brought back is answered again', async () => {
    const chat = startTeamsChat();
    await chat.hear(message('m1', 'Quel financement pour Mentor ?'));
    await chat.hear(softDelete('m1'));

    const done = await chat.hear(undelete('m1', 'Quel financement pour Mentor ?'));

    expect(done).toMatchObject([{ did: 'send', text: textWith('Mentor') }]);
  });
});
