import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { store } from '../../src/cli/store';
import { createLog } from '../../src/host/log';
import { moveStore } from '../../src/host/storage/move-store';
import { openPlace } from '../../src/host/storage/open-store';
import type { WholeStore } from '../../src/host/storage/store';
import { directLineClient } from '../host/direct-line-client';
import { startHostProcess, startInstance } from '../host/host-process';
import { redisServer } from '../host/storage/redis-server';
import { temporaryFolder } from '../host/temporary-folder';
import { runCommand } from './run-command';

jest.setTimeout(60_000);

const root = temporaryFolder();
const server = redisServer();
const newFolder = (): string => mkdtempSync(join(root, 'var-'));
const move = (from: string, to: string) => runCommand(() => store(['move', from, to]));
beforeAll(() => server.start());

const open: WholeStore[] = [];
async function openOn(place: string): Promise<WholeStore> {
  const opened = await openPlace(place, 'assistant', createLog({ level: 'silent', json: true }), { isSource: false });
  open.push(opened);
  return opened;
}
afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close();
});

describe('npm run store', () => {
  it('moves what an assistant keeps to Redis and back, and the same conversation goes on', async () => {
    const [before, after, url] = [newFolder(), newFolder(), server.newUrl()];
    const first = await startHostProcess(before, 0);
    const conversation = await directLineClient(first.url).start();
    await directLineClient(first.url).say(conversation, 'un');
    const running = await move(before, url);
    await first.kill();

    const there = await move(before, url);
    const instance = await startInstance(url);
    await directLineClient(instance.url).say(conversation, 'deux');
    await instance.kill();
    const back = await move(url, after);
    const last = await startHostProcess(after, 0);
    const client = directLineClient(last.url);
    await client.say(conversation, 'trois');
    const { activities } = await client.list(conversation);
    await last.kill();

    expect([running.status, running.err.includes('se sert déjà')]).toEqual([2, true]);
    expect([there.status, back.status]).toEqual([0, 0]);
    expect(there.out).toMatch(/^\d+ documents et 3 lignes/u);
    expect(back.out).toMatch(/^\d+ documents et 5 lignes/u);
    expect(activities.map(({ text }) => text)).toEqual([
      'Bonjour !',
      'un',
      'Entendu : un',
      'deux',
      '1',
      'trois',
      'Entendu : trois',
    ]);
  });

  it.each([
    ['says how it is called', [], 2, 'Usage'],
    ['wants a source that is there', ['move', '/nowhere/var', '/nowhere/else'], 2, 'Il n’y a pas de'],
    ['wants a real address', ['move', 'redis://a b', '/nowhere/else'], 2, 'la valeur (11 caractères) ne convient pas'],
  ])('%s', async (_case, args, status, said) => {
    const answer = await runCommand(() => store(args));

    expect([answer.status, answer.err.includes(said)]).toEqual([status, true]);
  });
});

describe('a store that is moved', () => {
  it.each([
    ['a folder to Redis', newFolder, () => server.newUrl()],
    ['Redis to a folder', () => server.newUrl(), newFolder],
  ])('from %s goes on where it was broken off, and ends the same', async (_case, one, other) => {
    const [from, to] = [await openOn(one()), await openOn(other())];
    for (let chat = 0; chat < 250; chat += 1)
      await from.commit([
        { key: `chat/${chat}`, text: `${chat}` },
        ...[1, 2].map((number) => ({ log: `chat/${chat}`, number, text: `"${chat}-${number}"` })),
      ]);
    await from.commit([{ key: 'lease/x', text: '""' }]);

    const broken = moveStore(from, to, () => {
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    await from.commit([
      { key: 'chat/0', text: null },
      { log: 'chat/1', number: 2, text: null },
      { log: 'chat/1', number: 3, text: '"late"' },
    ]);
    const moved = await moveStore(from, to, () => undefined);

    expect(moved).toEqual({ documents: 249, lines: 498, written: 151 });
    expect(await to.count('')).toBe(249);
    expect(await to.lines('chat/1', 0)).toEqual([
      { number: 1, text: '"1-1"' },
      { number: 3, text: '"late"' },
    ]);
    await expect(moveStore(from, to, () => undefined)).rejects.toMatchObject({ kind: 'not-empty' });
  });

  it('is told of when somebody writes meanwhile, and can be moved again', async () => {
    const [from, to] = [await openOn(newFolder()), await openOn(server.newUrl())];
    await from.commit([{ key: 'chat/1', text: '1' }]);
    const commit: WholeStore['commit'] = async (changes) => {
      await to.commit(changes);
      // Once it has been listed.
      if (changes.some((change) => 'key' in change && change.key === 'chat/1'))
        await from.commit([{ key: 'chat/2', text: '2' }]);
    };

    await expect(moveStore(from, { ...to, commit }, () => undefined)).rejects.toMatchObject({ kind: 'changed' });

    expect(await moveStore(from, to, () => undefined)).toMatchObject({ documents: 2, written: 1 });
  });
});
