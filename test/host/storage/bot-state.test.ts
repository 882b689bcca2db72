import { TestAdapter, TurnContext } from 'botbuilder';
import { createBotState, stateKey } from '../../../src/host/storage/bot-state';
import { type Change, VersionConflict } from '../../../src/host/storage/store';
import { storeOpener } from '../stores';

const openStore = storeOpener();
const NOW = new Date('2026-11-24T10:00:00Z');
const KEY = stateKey('directline', 'c');

async function newState() {
  const store = await openStore();
  const commits: (readonly Change[])[] = [];
  const state = createBotState(
    {
      ...store,
      commit: (changes) => {
        commits.push(changes);
        return store.commit(changes);
      },
    },
    () => NOW,
  );
  return {
    store,
    state,
    commits,
    memory: {
      get: async (context: TurnContext) => (await state.load(context))['memory'],
      set: async (context: TurnContext, value: unknown) => Object.assign(await state.load(context), { memory: value }),
    },
  };
}

const turn = (): TurnContext =>
  new TurnContext(new TestAdapter(() => Promise.resolve()), {
    channelId: 'directline',
    conversation: { id: 'c', name: '', conversationType: 'personal', isGroup: false },
  });

describe('the state of a conversation', () => {
  it('is read back in the next turn, and says when it was written', async () => {
    const { store, state, memory } = await newState();
    const first = turn();
    await memory.set(first, { n: 1 });
    await state.saveChanges(first);

    expect(await memory.get(turn())).toEqual({ n: 1 });
    expect(JSON.parse((await store.read(KEY))?.text ?? '')).toEqual({
      at: NOW.toISOString(),
      state: { memory: { n: 1 } },
    });
  });

  it('is written when it changed, and not otherwise', async () => {
    const { state, memory, commits } = await newState();
    const first = turn();
    await memory.get(first);
    await state.saveChanges(first);
    expect(commits).toHaveLength(0);

    await memory.set(first, { list: [1] });
    await state.saveChanges(first);
    await state.saveChanges(first);
    expect(commits).toHaveLength(1);
    const second = turn();
    expect(await memory.get(second)).toEqual({ list: [1] });
    await state.saveChanges(second);
    expect(commits).toHaveLength(1);

    await memory.set(first, { list: [1, 2] });
    await state.saveChanges(first);
    expect(await memory.get(turn())).toEqual({ list: [1, 2] });
  });

  it('is never written over what another turn wrote meanwhile', async () => {
    const { state, memory } = await newState();
    const [slow, quick] = [turn(), turn()];
    await memory.set(slow, 'slow');
    await memory.set(quick, 'quick');
    await state.saveChanges(quick);

    await expect(state.saveChanges(slow)).rejects.toThrow(VersionConflict);
    expect(await memory.get(turn())).toBe('quick');
  });

  it('is forgotten when it is deleted', async () => {
    const { store, state, memory } = await newState();
    const first = turn();
    await memory.set(first, 1);
    await state.saveChanges(first);
    const second = turn();
    expect(await memory.get(second)).toBe(1);

    await state.delete(second);
    await state.saveChanges(second);

    expect(await store.read(KEY)).toBeNull();
    expect(await memory.get(second)).toBeUndefined();
  });

  it('tells when what is kept is no state, without its words', async () => {
    const { store, memory } = await newState();
    await store.commit([{ key: KEY, text: '{"private words' }]);

    await expect(memory.get(turn())).rejects.toMatchObject({ code: 'UnreadableDocument' });
    await expect(memory.get(turn())).rejects.not.toThrow('private');
  });
});
