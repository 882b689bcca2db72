import type { Activity } from 'botbuilder';
import { textWith } from '../../matchers';
import { BOB, BOT, CHANNEL, GROUP } from './people-and-places';
import { startTeamsChat } from './teams-chat';

const PEOPLE = Array.from({ length: 200 }, (_none, index) => ({ id: `29:person-${index}`, name: '' }));

const installed: Partial<Activity> = { type: 'installationUpdate', action: 'add' };
const added: Partial<Activity> = { type: 'conversationUpdate', membersAdded: [BOT, BOB] };
const joined: Partial<Activity> = { type: 'conversationUpdate', membersAdded: PEOPLE };
const removed: Partial<Activity> = { type: 'installationUpdate', action: 'remove' };

describe('the assistant put into a conversation of Teams', () => {
  it.each([
    ['with one person', {}],
    ['of a group', { conversation: GROUP }],
  ])('%s welcomes once, though Teams tells of it twice', async (_where, where) => {
    const chat = startTeamsChat();

    const done = [...(await chat.hear({ ...added, ...where })), ...(await chat.hear({ ...installed, ...where }))];

    expect(done).toMatchObject([{ did: 'send', text: textWith('assistant automatique') }]);
  });

  it('welcomes in either order', async () => {
    const chat = startTeamsChat();

    const done = [...(await chat.hear(installed)), ...(await chat.hear(added))];

    expect(done).toHaveLength(1);
  });

  it('leaves the questions to begin with to Teams when it is alone with a person, and gives them to a group', async () => {
    const [alone] = await startTeamsChat().hear(installed);
    const [group] = await startTeamsChat().hear({ ...installed, conversation: GROUP });

    expect(JSON.stringify(alone?.card)).not.toContain('imBack');
    expect(JSON.stringify(alone?.card)).toContain('Comparer des projets');
    expect(JSON.stringify(group?.card)).toContain('imBack');
  });

  it('says nothing to those who join, however many', async () => {
    const chat = startTeamsChat();
    await chat.hear({ ...added, conversation: GROUP });

    expect(await chat.hear({ ...joined, conversation: GROUP })).toEqual([]);
    expect(await chat.hear({ ...joined, conversation: CHANNEL })).toEqual([]);
  });

  it.each([
    ['by the type of the conversation', { conversation: CHANNEL }],
    [
      'by the team alone',
      { conversation: { ...CHANNEL, conversationType: '' }, channelData: { team: { id: '19:t' } } },
    ],
  ])('says nothing unasked in a team, known %s', async (_how, where) => {
    const chat = startTeamsChat();

    expect(await chat.hear({ ...added, ...where })).toEqual([]);
    expect(await chat.hear({ ...installed, ...where })).toEqual([]);
  });

  it('welcomes again when it is put back, and has forgotten what was said before', async () => {
    const chat = startTeamsChat();
    await chat.hear(added);
    await chat.say('Quel financement pour Mentor ?');
    expect(chat.remembered()).toContain('Mentor');

    await chat.hear(removed);

    expect(chat.remembered()).not.toContain('Mentor');
    expect(await chat.hear(installed)).toHaveLength(1);
  });

  it.each(['add-upgrade', 'remove-upgrade'])('neither welcomes nor forgets at a new version (%s)', async (action) => {
    const chat = startTeamsChat();
    await chat.hear(added);
    await chat.say('Quel financement pour Mentor ?');

    expect(await chat.hear({ ...installed, action })).toEqual([]);
    expect(await chat.say('et son coût ?')).toMatchObject([{ text: textWith('Mentor') }]);
  });
});
