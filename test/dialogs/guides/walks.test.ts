import { MemoryStorage } from 'botbuilder';
import { z } from 'zod';
import { startBotChat } from '../bot-chat';

/** The conversation after « guide-moi », with the state that another version of the program left in the place of its guide. */
async function resumedWith(left: object): Promise<{ say: (text: string) => Promise<string>; kept: () => string }> {
  const stored: Record<string, string> = {};
  await startBotChat({ storage: new MemoryStorage(stored) }).say('guide-moi');
  for (const [key, text] of Object.entries(stored)) {
    const state = z.looseObject({ guides: z.unknown() }).parse(JSON.parse(text));
    stored[key] = JSON.stringify({ ...state, guides: undefined, ...left });
  }
  const chat = startBotChat({ storage: new MemoryStorage(stored) });
  return {
    say: async (text) => {
      await chat.say(text);
      return chat.text();
    },
    kept: () => JSON.stringify(stored),
  };
}

const answers = { theme: ['logement'] };
const state = { answers, open: null, run: 1, locale: 'fr', kept: null };

describe('a guide that another version of the program kept', () => {
  it.each([
    ['stacks of the SDK, of a group', { guides: [{ person: '', guides: { dialogStack: [{ id: 'find', state }] } }] }],
    ['a guide that is no more', { guides: [{ ...state, person: '', guide: 'dance' }] }],
    ['no list', { guides: 'find' }],
  ])('is dropped, and the conversation goes on: %s', async (_form, left) => {
    const chat = await resumedWith(left);

    expect(await chat.say('qui porte Mentor ?')).not.toContain('Reprenons');
    expect(await chat.say('retour')).toContain('pas de question guidée en cours');
    await chat.say('oublie-moi');
    expect(chat.kept()).not.toContain('logement');
  });

  it('goes on beside one that is no more', async () => {
    const chat = await resumedWith({
      guides: [
        { ...state, person: '29:other', guide: 'dance' },
        { ...state, person: '', guide: 'find' },
      ],
    });

    expect(await chat.say('peu importe')).toMatch(/logement/i);
  });
});
