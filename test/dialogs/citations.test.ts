import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { citationEntity, citationMarks } from '../../dialogs/citations';
import type { Source } from '../../src/core/model/records';
import { realRecords } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import { startBotChat } from './bot-chat';
import { startTeamsChat } from './teams/teams-chat';

const source = (change: Partial<Source> = {}): Source => ({
  name: 'La Gazette',
  url: 'https://ok.example/a',
  date: '2018-11-12',
  supports: 'porteur, coût',
  ...change,
});

/** What Teams takes, and no more. */
const entitySchema = z.strictObject({
  type: z.literal('https://schema.org/Message'),
  '@type': z.literal('Message'),
  '@context': z.literal('https://schema.org'),
  '@id': z.literal(''),
  citation: z
    .array(
      z.strictObject({
        '@type': z.literal('Claim'),
        position: z.int().positive(),
        appearance: z.strictObject({
          '@type': z.literal('DigitalDocument'),
          name: z.string().min(1).max(80),
          abstract: z.string().min(1).max(160),
          url: z.url({ protocol: /^https$/u }).optional(),
        }),
      }),
    )
    .min(1)
    .max(20),
});

describe('the citations of Teams', () => {
  it('name each source with what it is cited for, in the language of the answer', () => {
    const { citation } = entitySchema.parse(citationEntity([source()], 'fr'));
    const english = entitySchema.parse(citationEntity([source()], 'en'));

    expect(citation).toMatchObject([
      {
        position: 1,
        appearance: {
          name: 'La Gazette (12\u00a0novembre 2018)',
          abstract: 'Source de\u00a0: porteur, coût',
          url: 'https://ok.example/a',
        },
      },
    ]);
    expect(english.citation[0]?.appearance).toMatchObject({
      name: 'La Gazette (12 November 2018)',
      abstract: 'Source for (in French): porteur, coût',
    });
  });

  it('stay within the limits of Teams for every source of the base, in both languages', () => {
    for (const { sources } of realRecords().projects) {
      if (sources.length === 0) continue;
      for (const locale of ['fr', 'en'] as const)
        expect(entitySchema.safeParse(citationEntity(sources, locale)).error).toBeUndefined();
    }
  });

  it('are cut between two words, or within one that does not end, and say so', () => {
    const cut = (name: string): string =>
      entitySchema.parse(citationEntity([source({ name, date: null })], 'fr')).citation[0]?.appearance.name ?? '';

    expect(cut(`${'mot '.repeat(19)}anticonstitutionnellement`)).toBe(`${'mot '.repeat(19).trim()}…`);
    expect(cut('x'.repeat(200))).toBe(`${'x'.repeat(79)}…`);
    expect(cut(`${'x'.repeat(78)}😀😀`)).toBe(`${'x'.repeat(78)}…`);
  });

  it.each([
    ['no address', null],
    ['http', 'http://ok.example/a'],
  ])('lead nowhere with %s', (_what, url) => {
    expect(entitySchema.parse(citationEntity([source({ url })], 'fr')).citation[0]?.appearance).not.toHaveProperty(
      'url',
    );
  });

  it('are twenty at most, each with its mark', () => {
    const many = Array.from({ length: 30 }, () => source());

    expect(entitySchema.parse(citationEntity(many, 'fr')).citation).toHaveLength(20);
    expect(citationMarks(many)).toMatch(/^ \[1\] \[2\].* \[20\]$/);
  });
});

describe.each(['fr', 'en'] as const)('an answer in Teams (%s)', (locale) => {
  const questions =
    locale === 'fr'
      ? [
          'Quel financement pour Mentor ?',
          'Quels projets concernent le logement ?',
          'C’est quoi le FTAP ?',
          'Compare Mentor et PILAT',
        ]
      : [
          'What funding did Mentor get?',
          'Which projects are about housing?',
          'What is the FTAP?',
          'Compare Mentor and PILAT',
        ];

  it.each(questions)('calls its sources in the text and lists them folded, once each: %s', async (question) => {
    const [reply] = await startTeamsChat({ locale }).say(question);
    const { citation } = entitySchema.parse(reply?.entities?.[0]);
    const card = JSON.stringify(reply?.attachments?.[0]?.content);

    expect(reply?.text.endsWith(citationMarks(citation.map(() => source())))).toBe(true);
    expect(ordinarySpaces(card)).toContain(`"title":"${citation.length} source${citation.length > 1 ? 's' : ''}"`);
    for (const { position, appearance } of citation) {
      expect(card).toContain(`\\\\[${position}\\\\]`);
      // Two files of one repository are two sources of one address.
      const sharing = citation.filter((other) => other.appearance.url === appearance.url).length;
      if (appearance.url !== undefined) expect(card.split(appearance.url).length).toBeLessThanOrEqual(1 + 2 * sharing);
    }
  });

  it('tells its sources to whoever sees no card', async () => {
    const [reply] = await startTeamsChat({ locale }).say(questions[0] ?? '');
    const card = z.looseObject({ fallbackText: z.string() }).parse(reply?.attachments?.[0]?.content);

    expect(card.fallbackText).toMatch(/Sources[^]*https:\/\//);
    expect(reply?.speak).toMatch(/Sources/);
  });

  it('cites nothing where nothing is claimed', async () => {
    const chat = startTeamsChat({ locale });
    for (const said of locale === 'fr'
      ? ['bonjour', 'Quel est l’âge du capitaine ?', 'guide-moi']
      : ['hello', 'find a project'])
      for (const { entities } of await chat.say(said)) expect(entities ?? []).toEqual([]);
  });
});

describe('Web Chat', () => {
  it('has its sources on the card, and no marks in the text', async () => {
    const [reply] = await startBotChat().say('Quel financement pour Mentor ?');

    expect(reply?.text).not.toMatch(/\[\d\]/);
    expect(JSON.stringify(reply?.entities ?? [])).not.toContain('citation');
    expect(JSON.stringify(reply?.attachments)).toContain('"title":"2\u00a0sources"');
    expect(reply?.channelData ?? {}).not.toHaveProperty('feedbackLoop');
    expect(JSON.stringify(reply?.attachments)).not.toContain('Action.Execute');
  });
});

describe('the label of generated contents', () => {
  it('is nowhere: nothing is generated', () => {
    const files = ['dialogs', 'src'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
    );
    const sources = files.filter((file) => file.endsWith('.ts'));

    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((file) => readFileSync(file, 'utf8').includes('AIGeneratedContent'))).toEqual([]);
  });
});
