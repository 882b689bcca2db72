import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { teamsPackage } from '../../src/cli/teams-package';
import { MANIFEST_VERSIONS } from '../../src/cli/teams-package/manifest';
import { containing, textWith } from '../matchers';
import { temporaryFolder } from '../host/temporary-folder';
import { runCommand } from './run-command';
import { problemsOf, SCHEMAS } from './teams-package/official-schema';
import { readPng } from './teams-package/read-png';

const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const HOST = 'assistant.exemple.gouv.fr';
const folder = temporaryFolder();

/** Drawing takes a fraction of a second, and many of them on a machine that does much else. */
jest.setTimeout(30_000);

const commandSchema = z.strictObject({
  title: z.string(),
  description: z.string(),
  type: z.string().optional(),
  prompt: z.string().optional(),
});
const manifestSchema = z.looseObject({
  manifestVersion: z.string(),
  bots: z.tuple([
    z.looseObject({ botId: z.string(), commandLists: z.array(z.looseObject({ commands: z.array(commandSchema) })) }),
  ]),
});

function run(...args: readonly string[]): ReturnType<typeof runCommand> {
  return runCommand(() => teamsPackage(args));
}

async function make(name: string, ...args: readonly string[]): Promise<Buffer> {
  const out = path.join(folder, name);
  const { status, err } = await run('--app-id', APP_ID, '--host', `https://${HOST}`, '--out', out, ...args);
  expect(err).toBe('');
  expect(status).toBe(0);
  return readFileSync(out);
}

/** The files of the package, the JSON ones read. */
async function unpacked(name: string, ...args: readonly string[]) {
  const files = unzipSync(await make(name, ...args));
  const json = (file: string): unknown => JSON.parse(Buffer.from(files[file] ?? []).toString('utf8'));
  return { files, manifest: manifestSchema.parse(json('manifest.json')), english: json('en.json') };
}

describe('the package for Teams', () => {
  let files: Awaited<ReturnType<typeof unpacked>>['files'];
  let manifest: Awaited<ReturnType<typeof unpacked>>['manifest'];
  let english: unknown;

  beforeAll(async () => {
    ({ files, manifest, english } = await unpacked('package.zip'));
  });

  it('holds the manifest, its English and the icons, and nothing else', () => {
    expect(Object.keys(files)).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png', 'color32x32.png']);
    expect(manifest).toMatchObject({
      icons: { color: 'color.png', outline: 'outline.png', color32x32: 'color32x32.png' },
      localizationInfo: {
        defaultLanguageTag: 'fr',
        additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
      },
    });
  });

  it.each(MANIFEST_VERSIONS)('keeps to the official schemas of version %s', async (version) => {
    const older = await unpacked(`${version}.zip`, '--manifest-version', version);

    expect(older.manifest.manifestVersion).toBe(version);
    expect(problemsOf(older.manifest, 'MicrosoftTeams.schema', version)).toEqual([]);
    expect(problemsOf(older.english, 'MicrosoftTeams.Localization.schema', version)).toEqual([]);
    expect(Object.keys(z.looseObject({ $schema: z.string() }).parse(older.english)).toSorted()).toEqual(
      ['$schema', ...translatableIn(older.manifest)].toSorted(),
    );
  });

  it('is of the newest version that Microsoft publishes, unless another is asked for', () => {
    const published = readdirSync(SCHEMAS).filter((name) => /^v1\.\d+$/u.test(name));

    expect(manifest.manifestVersion).toBe(MANIFEST_VERSIONS.at(-1));
    expect(Math.max(...published.map((name) => Number(name.slice('v1.'.length))))).toBe(
      Number(manifest.manifestVersion.slice('1.'.length)),
    );
  });

  it('would not with one word too many or one key that is none', () => {
    const version = manifest.manifestVersion;
    const tooLong = { ...manifest, name: { short: 'a'.repeat(31) } };

    expect(problemsOf(tooLong, 'MicrosoftTeams.schema', version)).toEqual([
      expect.stringContaining('/name/short must NOT have more than 30 characters'),
    ]);
    const unknown = { ...z.looseObject({}).parse(english), 'name.tall': 'x' };
    expect(problemsOf(unknown, 'MicrosoftTeams.Localization.schema', version)).toEqual([
      ' must NOT have additional properties',
    ]);
  });

  it('names this app, this host and no other, and the pages that the server has', () => {
    expect(manifest).toMatchObject({
      id: APP_ID,
      version: z.looseObject({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8'))).version,
      validDomains: [HOST],
      developer: {
        name: HOST,
        websiteUrl: `https://${HOST}/`,
        privacyUrl: `https://${HOST}/confidentialite`,
        termsOfUseUrl: `https://${HOST}/conditions`,
      },
      bots: [
        {
          botId: APP_ID,
          scopes: ['personal', 'team', 'groupChat', 'copilot'],
          supportsFiles: false,
          isNotificationOnly: false,
        },
      ],
      composeExtensions: [
        {
          botId: APP_ID,
          commands: [
            {
              id: 'chercher',
              type: 'query',
              context: ['compose', 'commandBox'],
              initialRun: true,
              parameters: [{ name: 'q', inputType: 'text' }],
            },
          ],
          messageHandlers: [{ type: 'link', value: { domains: [HOST] } }],
        },
      ],
    });
  });

  it('is an agent of Copilot, which says first what it is, and whose search a model knows when to use', () => {
    expect(manifest).toMatchObject({
      copilotAgents: {
        customEngineAgents: [
          { id: APP_ID, type: 'bot', disclaimer: { text: textWith('sans intelligence artificielle générative') } },
        ],
      },
      composeExtensions: [
        {
          commands: [
            {
              semanticDescription: textWith('transformation publique'),
              parameters: [{ semanticDescription: textWith('nom de projet') }],
            },
          ],
        },
      ],
    });
  });

  it('works in every kind of channel, and offers its tools to the agents that can call them', () => {
    expect(manifest).toMatchObject({
      supportsChannelFeatures: 'tier1',
      agentConnectors: [
        {
          id: 'projets',
          toolSource: { remoteMcpServer: { mcpServerUrl: `https://${HOST}/mcp`, authorization: { type: 'None' } } },
        },
      ],
    });
  });

  it('tells administrators where to read more and what they may change, and asks for no permission', () => {
    expect(manifest).toMatchObject({
      publisherDocsUrl: `https://${HOST}/confidentialite`,
      configurableProperties: containing(['name', 'longDescription', 'accentColor']),
    });
    expect(Object.keys(manifest)).not.toEqual(containing([textWith('ermissions')]));
    expect(Object.keys(manifest)).not.toContain('authorization');
    expect(Object.keys(manifest)).not.toContain('webApplicationInfo');
  });

  it('shows few words for a whole question, and the question itself where Teams cannot tell the two apart', async () => {
    const question = 'Quels projets concernent le logement\u00a0?';
    const first = (of: typeof manifest) => of.bots[0].commandLists[0]?.commands[0];
    const older = await unpacked('older.zip', '--manifest-version', '1.27');

    expect(first(manifest)).toMatchObject({ title: 'Les projets d’un thème', type: 'prompt', prompt: question });
    expect(first(older.manifest)).toEqual({
      title: question,
      description: textWith('Les projets d’un thème'),
    });
  });

  it.each([
    ['supportsChannelFeatures', '1.24', '1.25'],
    ['agentConnectors', '1.28', '1.29'],
  ] as const)('leaves %s out up to %s, and has it from %s on', async (key, without, withIt) => {
    expect((await unpacked('without.zip', '--manifest-version', without)).manifest).not.toHaveProperty(key);
    expect((await unpacked('with.zip', `--manifest-version=${withIt}`)).manifest).toHaveProperty(key);
  });

  it('says in English each word that Teams can show in another language, each at its place in the manifest', () => {
    const { $schema, ...said } = z.record(z.string(), z.string()).parse(english);

    expect($schema).toContain('/v1.30/MicrosoftTeams.Localization.schema.json');
    expect(Object.keys(said).toSorted()).toEqual(translatableIn(manifest).toSorted());
    for (const [place, words] of Object.entries(said)) {
      expect(words).not.toBe('');
      expect(words).not.toBe(at(manifest, place));
    }
  });

  it('keeps to the unbreakable spaces of French, where Teams shows the text as it is', () => {
    const french = translatableIn(manifest).map((place) => String(at(manifest, place)));

    expect(french.filter((text) => / [:;?!»]|« /u.test(text))).toEqual([]);
    expect(french).toContain('C’est quoi le FTAP\u00a0?');
  });

  it('draws an icon of 192 pixels, opaque to its corners and of more than one colour', () => {
    const { width, height, pixels } = readPng(files['color.png'] ?? new Uint8Array());

    expect([width, height]).toEqual([192, 192]);
    expect(pixels.filter(([, , , opacity]) => opacity !== 255)).toEqual([]);
    expect(pixels.filter(([red, green, blue]) => red === 255 && green === 255 && blue === 255).length).toBeGreaterThan(
      5_000,
    );
    expect(pixels.filter(([red, green, blue]) => red < 60 && green < 70 && blue > 140).length).toBeGreaterThan(20_000);
  });

  it('draws an outline of 32 pixels, white on nothing', () => {
    const { width, height, pixels } = readPng(files['outline.png'] ?? new Uint8Array());
    const opacities = pixels.map(([, , , opacity]) => opacity);

    expect([width, height]).toEqual([32, 32]);
    expect(pixels.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toEqual([]);
    expect(opacities.filter((opacity) => opacity === 0).length).toBeGreaterThan(500);
    expect(opacities.filter((opacity) => opacity === 255).length).toBeGreaterThan(150);
  });

  it('draws a small icon of 32 pixels, in colour and with nothing in its corners', () => {
    const { width, height, pixels } = readPng(files['color32x32.png'] ?? new Uint8Array());
    const corners = [0, 31, 31 * 32, 32 * 32 - 1].map((index) => pixels[index]?.[3]);

    expect([width, height]).toEqual([32, 32]);
    expect(corners).toEqual([0, 0, 0, 0]);
    expect(pixels.filter(([red, , blue, opacity]) => opacity === 255 && red < 60 && blue > 140).length).toBeGreaterThan(
      400,
    );
  });

  it('gives the same bytes again, whatever the day', async () => {
    const bytes = await make('again.zip');

    expect(bytes.equals(readFileSync(path.join(folder, 'package.zip')))).toBe(true);
    // The first file's time and date: midnight, 1 January 1980.
    expect([bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([0, 0b0000000_0001_00001]);
  });

  it('shows the service that is named', async () => {
    const named = await unpacked('named.zip', '--publisher', ' Mission transformation ');

    expect(named.manifest).toMatchObject({ developer: { name: 'Mission transformation' } });
  });

  it.each([`https://${HOST}/`, HOST, `HTTPS://${HOST.toUpperCase()}`])('reads the host of %s', async (host) => {
    const out = path.join(folder, 'host.zip');

    expect((await run(`--app-id=${APP_ID.toUpperCase()}`, `--host=${host}`, `--out=${out}`)).status).toBe(0);

    const manifest: unknown = JSON.parse(
      Buffer.from(unzipSync(readFileSync(out))['manifest.json'] ?? []).toString('utf8'),
    );
    expect(manifest).toMatchObject({ id: APP_ID, validDomains: [HOST] });
  });
});

describe('a wrong call', () => {
  const valid = { 'app-id': APP_ID, host: `https://${HOST}` };

  it.each([
    ['app-id', 'my-bot', '0f8fad5b'],
    ['host', 'http://assistant.exemple.gouv.fr', 'https'],
    ['host', 'https://assistant.exemple.gouv.fr:8443', 'sans port'],
    ['host', 'https://assistant.exemple.gouv.fr/chat', 'ni chemin'],
    ['host', 'https://*.exemple.gouv.fr', 'https'],
    ['host', 'https://user:word@exemple.gouv.fr', 'https'],
    ['host', 'https://10.0.0.1', 'https'],
    ['host', 'https://localhost', 'https'],
    ['host', 'https://exemple.gouv.fr?x', 'https'],
    ['publisher', 'x'.repeat(33), '32'],
    ['publisher', ' ', 'nom du service'],
    ['manifest-version', '1.99', 'de 1.22 à 1.30'],
    ['manifest-version', '1.3', 'de 1.22 à 1.30'],
    ['out', '', 'fichier'],
  ])('says what is wrong with --%s « %s » and writes nothing', async (name, value, remedy) => {
    const out = path.join(folder, 'never.zip');
    const args = Object.entries({ ...valid, out, [name]: value }).flatMap(([option, given]) => [`--${option}`, given]);

    const { status, err } = await run(...args);

    expect(status).toBe(2);
    expect(err).toContain(`--${name} : « ${value} » ; `);
    expect(err).toContain(remedy);
    expect(err).toContain('Usage :');
    expect(existsSync(out)).toBe(false);
  });

  it('lists everything that is missing at once, with an example of each', async () => {
    const { status, err } = await run();

    expect(status).toBe(2);
    expect(err).toMatch(/^--app-id : absent ; .*0f8fad5b.*\n--host : absent ; .*https:\/\//u);
  });

  it('asks for a name when the host is too long for Teams to show', async () => {
    const { status, err } = await run('--app-id', APP_ID, '--host', `https://assistant-transformation.${HOST}`);

    expect(status).toBe(2);
    expect(err).toContain('--publisher : absent ; ajoutez --publisher');
  });

  it.each([
    [['--wat', 'x'], '« --wat » : option inconnue'],
    [['x'], '« x » : option inconnue'],
    [['--__proto__=x'], 'option inconnue'],
    [['--host', 'a.fr', '--host', 'b.fr'], '--host : donné deux fois'],
    [['--host', '--app-id', APP_ID], '--host : sans valeur'],
    [['--out'], '--out : sans valeur'],
  ])('refuses %j', async (args, reason) => {
    const { status, err } = await run(...args);

    expect(status).toBe(2);
    expect(err).toContain(reason);
  });

  it('says which file could not be written', async () => {
    const out = path.join(folder, 'nowhere', 'package.zip');

    const { status, err } = await run('--app-id', APP_ID, '--host', HOST, '--out', out);

    expect(status).toBe(2);
    expect(err).toContain(`--out : « ${out} » n’a pas pu être écrit`);
  });
});

/** The places of what Teams localises: names, descriptions, and the words of whatever has some. */
function translatableIn(manifest: object): readonly string[] {
  const places: string[] = [];
  const look = (value: unknown, place: string): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) look(item, `${place}[${index}]`);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) look(inner, place === '' ? key : `${place}.${key}`);
    else if (/^(?:name|description)\.(?:short|full)$|\.(?:title|description|prompt|text|displayName)$/u.test(place))
      places.push(place);
  };
  look(manifest, '');
  return places;
}

function at(value: unknown, place: string): unknown {
  return place
    .split(/[.[\]]+/u)
    .filter((key) => key !== '')
    .reduce<unknown>(
      (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    );
}
