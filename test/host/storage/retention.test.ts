import { createLog } from '../../../src/host/log';
import { deleteOld } from '../../../src/host/storage/retention';
import { storeOpener } from '../stores';

const openStore = storeOpener();
const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-24T10:00:00Z');
const day = (count: number): Date => new Date(START + count * DAY_MS);

async function filled() {
  const store = await openStore();
  const at = (count: number): string => JSON.stringify({ at: day(count).toISOString() });
  await store.commit([
    { key: 'chat/old', text: at(-31) },
    { log: 'chat/old', number: 1, text: '"old words"' },
    { key: 'chat/recent', text: at(-29) },
    { log: 'chat/recent', number: 1, text: '"recent words"' },
    { key: 'state/old', text: at(-31) },
    { key: 'seen/old', text: at(-31) },
    { key: 'damaged/old', text: at(-31) },
    { key: 'inbox/old', text: at(-366) },
    { key: 'inbox/recent', text: at(-364) },
    { key: 'desk/session/old', text: at(-3) },
    { key: 'desk/link/old', text: at(-3) },
    { key: 'desk/audit/2025/old', text: at(-366) },
    { key: 'desk/audit/2025/recent', text: at(-364) },
    { key: 'subscriber/a', text: at(-1000) },
    { key: 'chat/undated', text: '{}' },
  ]);
  const logged: string[] = [];
  const log = createLog({ level: 'warn', json: true }, (line) => logged.push(line));
  return {
    store,
    logged,
    deleteOn: (count: number) => deleteOld(store, day(count), log),
    keys: async () => {
      const keys: string[] = [];
      for await (const { key } of store.list('')) if (key !== 'clock') keys.push(key);
      return keys;
    },
  };
}

const KEPT = ['chat/recent', 'chat/undated', 'desk/audit/2025/recent', 'inbox/recent', 'subscriber/a'];

describe('what is older than it is kept', () => {
  it('is deleted with all that was said, by the date that stands in it', async () => {
    const { store, deleteOn, keys, logged } = await filled();
    await deleteOn(-1);

    await deleteOn(0);

    expect(await keys()).toEqual(KEPT);
    expect(await store.lines('chat/old', 0)).toEqual([]);
    expect(await store.lines('chat/recent', 0)).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  it('stays when the clock has jumped, which is told; it goes a day later when the clock stays so', async () => {
    const { deleteOn, keys, logged } = await filled();
    await deleteOn(-1);
    const before = await keys();

    await deleteOn(40);

    expect(await keys()).toEqual(before);
    expect(logged.join()).toContain('the clock is days further');
    await deleteOn(41);
    expect(await keys()).toEqual(['chat/undated', 'subscriber/a']);
  });

  it('stays at the very first look, and when the clock has gone back', async () => {
    const { deleteOn, keys } = await filled();
    const before = await keys();

    await deleteOn(400);
    expect(await keys()).toEqual(before);
    await deleteOn(-40);

    expect(await keys()).toEqual(before);
  });

  it('stays when somebody goes on with it just then', async () => {
    const { store, deleteOn, keys } = await filled();
    await deleteOn(-1);
    const busy = {
      ...store,
      lines: async (log: string, after: number) => {
        if (log === 'chat/old') await store.commit([{ key: log, text: JSON.stringify({ at: day(0).toISOString() }) }]);
        return store.lines(log, after);
      },
    };

    await deleteOld(busy, day(0), createLog({ level: 'silent', json: true }));

    expect(await keys()).toEqual(['chat/old', ...KEPT].sort());
    expect(await store.lines('chat/old', 0)).toHaveLength(1);
  });
});
