import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { parseOptions } from '../src/cli/teams-package/options';
import { parseSettings } from '../src/host/settings';

const guide = readFileSync(path.join('docs', 'teams.md'), 'utf8');
const shellBlocks = [...guide.matchAll(/```sh\n(.*?)```/gsu)].map(([, block = '']) => block);
const shell = shellBlocks.join('\n').replace(/\\\n\s*/gu, '');
const exampleNames = Object.keys(parseEnv(readFileSync('.env.example', 'utf8')));

const parameterSchema = z.looseObject({
  type: z.literal('string'),
  defaultValue: z.string().optional(),
  allowedValues: z.array(z.string()).optional(),
});
const templateSchema = z.looseObject({
  parameters: z.record(z.string(), parameterSchema),
  resources: z.array(z.looseObject({ type: z.string(), apiVersion: z.iso.date(), name: z.string() })),
});
const templateText = readFileSync(path.join('infra', 'azure-bot.json'), 'utf8');
const template = templateSchema.parse(JSON.parse(templateText));

describe('the guide to Teams', () => {
  it('names only settings that there are', () => {
    const named = [
      ...guide.matchAll(/`([A-Z][A-Z_]{4,}|MicrosoftApp[A-Za-z]+)(?:=[^`]*)?`/gu),
      ...shellBlocks.flatMap((block) => [...block.matchAll(/^([A-Z][A-Z_]+|MicrosoftApp[A-Za-z]+)=[^$]/gmu)]),
    ]
      .map(([, name = '']) => name)
      .filter((name) => !name.startsWith('AADSTS'));

    expect(named).toEqual(expect.arrayContaining(['MicrosoftAppId', 'PUBLIC_URL', 'TEAMS', 'ALLOWED_TENANTS']));
    expect([...new Set(named)].filter((name) => !exampleNames.includes(name))).toEqual([]);
  });

  it('shows settings that the assistant starts with', () => {
    const block = shellBlocks.find((text) => text.includes('MicrosoftAppPassword=')) ?? '';

    const settings = parseSettings(parseEnv(block));

    expect(settings).toMatchObject({
      production: true,
      publicUrl: 'https://assistant.exemple.gouv.fr',
      contact: 'assistant@exemple.gouv.fr',
      teams: { appType: 'SingleTenant' },
    });
  });

  it('names only npm scripts that there are', () => {
    const { scripts } = z
      .looseObject({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const named = [...guide.matchAll(/npm (?:run (?:-s )?([\w-]+)|(start|test)\b)/gu)].map(
      ([, run, bare]) => run ?? bare,
    );

    expect(named).toEqual(expect.arrayContaining(['start', 'teams-package']));
    expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
  });

  it('makes the package by options that the command takes', () => {
    const line = /npm run teams-package -- (.*)/u.exec(shell)?.[1] ?? '';
    const args = [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare = '']) =>
      quoted === '$APP_ID' ? '0f8fad5b-d9cb-469f-a165-70867728950e' : (quoted ?? bare),
    );

    expect(parseOptions(args)).toMatchObject({
      options: { host: 'assistant.exemple.gouv.fr', publisher: 'Nom du service', out: 'assistant-teams.zip' },
    });
  });

  it('leads to files that there are', () => {
    const links = [...guide.matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(([, link = '']) => path.join('docs', link));

    expect(links).toContain(path.join('infra', 'azure-bot.json'));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('gives the template every parameter that it asks for, and none that it does not know', () => {
    const line = /--parameters (.*)/u.exec(shell)?.[1] ?? '';
    const given = [...line.matchAll(/(?:^| )(\w+)=/gu)].map(([, name = '']) => name);
    const asked = Object.entries(template.parameters).flatMap(([name, { defaultValue }]) =>
      defaultValue === undefined ? [name] : [],
    );

    expect(given).toEqual(expect.arrayContaining(asked));
    expect(given.filter((name) => !(name in template.parameters))).toEqual([]);
  });
});

describe('the template of the Azure Bot', () => {
  it('uses each of its parameters, and no other', () => {
    const used = [...templateText.matchAll(/parameters\('(\w+)'\)/gu)].map(([, name = '']) => name);

    expect([...new Set(used)].toSorted()).toEqual(Object.keys(template.parameters).toSorted());
  });

  it('makes a free bot that calls /api/messages, with its Teams channel, and nothing else', () => {
    expect(template.parameters['sku']?.defaultValue).toBe('F0');
    expect(template.resources).toMatchObject([
      {
        type: 'Microsoft.BotService/botServices',
        kind: 'azurebot',
        properties: { endpoint: "[concat(parameters('publicUrl'), '/api/messages')]" },
      },
      {
        type: 'Microsoft.BotService/botServices/channels',
        name: "[concat(parameters('botName'), '/MsTeamsChannel')]",
        properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } },
      },
    ]);
  });

  it('knows only kinds of application that the assistant knows', () => {
    for (const appType of template.parameters['appType']?.allowedValues ?? [])
      expect(() => parseSettings({ MicrosoftAppType: appType })).not.toThrow();
    expect(() => parseSettings({ MicrosoftAppType: 'Other' })).toThrow('MicrosoftAppType');
  });
});
