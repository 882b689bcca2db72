import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ordinarySpaces } from '../plain-text';
import { builtAssistantStarter } from './built-assistant';
import { copyData } from './data-copy';
import { directLineClient, type StartedConversation } from './direct-line-client';
import { temporaryFolder } from './temporary-folder';
import { until } from './until';

/** More than `until` waits. */
jest.setTimeout(60_000);

const root = temporaryFolder();
const { start } = builtAssistantStarter();
const QUESTION = 'Combien le fonds a-t-il mis dans Mentor ?';
const ready = z.strictObject({ status: z.literal('ready'), warnings: z.array(z.string()).optional() });

/** A folder of data that can be written to, and one assistant or more that are served from it. */
async function newPlace(count = 1) {
  const place = mkdtempSync(join(root, 'live-'));
  const data = join(place, 'data');
  copyData(data);
  const path = join(data, 'projects.json');
  const assistants = await Promise.all(
    Array.from({ length: count }, (_, at) =>
      start(join(place, `var-${at}`), process.execPath, [], { DATA_DIR: data, LOG_LEVEL: 'info' }),
    ),
  );
  return {
    urls: assistants.map(({ url }) => url),
    path,
    edit: (from: string, to: string) => {
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
    },
  };
}

function talkTo(url: string) {
  const client = directLineClient(url);
  const botTexts = async (conversation: StartedConversation): Promise<readonly string[]> =>
    (await client.list(conversation)).activities
      .filter(({ from }) => from.role === 'bot')
      .map(({ text = '' }) => ordinarySpaces(text));
  return {
    botTexts,
    start: () => client.start(),
    ask: async (conversation: StartedConversation, text: string) => {
      await client.say(conversation, text);
      return (await botTexts(conversation)).at(-1) ?? '';
    },
    warnings: async () => ready.parse(await (await fetch(`${url}/readyz`)).json()).warnings ?? [],
  };
}

const MORE_FUNDING = ['"ftapFundingMEUR": 5.4', '"ftapFundingMEUR": 6.1'] as const;

describe('data that change while the assistant runs', () => {
  it('are served by every instance without a restart, in the talk under way, on pages, and to those who follow them', async () => {
    const place = await newPlace(2);
    const talks = await Promise.all(
      place.urls.map(async (url) => {
        const talk = talkTo(url);
        return { url, talk, conversation: await talk.start() };
      }),
    );
    for (const { talk, conversation } of talks) {
      await talk.ask(conversation, 'préviens-moi si Mentor change');
      expect(await talk.ask(conversation, QUESTION)).toContain('5,4 M€');
    }

    place.edit(...MORE_FUNDING);

    for (const { url, talk, conversation } of talks) {
      await until(async () => (await talk.botTexts(conversation)).some((text) => text.includes('5,4 M€ → 6,1 M€')));
      expect(await talk.ask(conversation, QUESTION)).toContain('6,1 M€');
      expect(await talk.ask(conversation, 'et son coût total ?')).toContain('Mentor');
      expect(ordinarySpaces(await (await fetch(`${url}/projets/mentor`)).text())).toContain('6,1 M€');
    }
  });

  it('are refused when they are wrong, which is said, while those of before are served; mended, they are served', async () => {
    const place = await newPlace();
    const talk = talkTo(place.urls[0] ?? '');
    const conversation = await talk.start();
    const text = readFileSync(place.path, 'utf8');

    writeFileSync(place.path, text.replace(...MORE_FUNDING).slice(0, -100));
    await until(async () => (await talk.warnings()).length > 0);
    expect(await talk.ask(conversation, QUESTION)).toContain('5,4 M€');
    rmSync(place.path);
    expect(await talk.ask(conversation, QUESTION)).toContain('5,4 M€');

    writeFileSync(place.path, text.replace(...MORE_FUNDING));
    await until(async () => (await talk.warnings()).length === 0);
    expect(await talk.ask(conversation, QUESTION)).toContain('6,1 M€');
  });
});
