import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { SEARCH_FOR_MODELS, type TeamsAppMessages, type TeamsCommand } from '../../messages/fr/teams-app';
import { teamsAppMessagesFor } from '../../messages/messages-for';
import { PRIVACY_PATH, TERMS_PATH } from '../../host/plain/plain-page';

/** The names of the files in the package, each named by the manifest. */
const FILES = {
  manifest: 'manifest.json',
  english: 'en.json',
  color: 'color.png',
  smallColor: 'color32x32.png',
  outline: 'outline.png',
} as const;

/** Whose the package is. */
export interface TeamsApp {
  /** GUID of the app registration; Teams is given the same for the app and for its bot. */
  readonly appId: string;
  /** Without scheme or path: "assistant.exemple.gouv.fr". */
  readonly host: string;
  /** Of the assistant: "1.2.0". Teams takes a package for new when it changes. */
  readonly version: string;
  /** The service that answers for it, shown in Teams' catalogue. */
  readonly publisher: string;
  readonly manifestVersion: ManifestVersion;
}

/** The versions that can be written, the oldest first. Before 1.22 a suggested command has 32 characters at most. */
export const MANIFEST_VERSIONS = ['1.22', '1.23', '1.24', '1.25', '1.26', '1.27', '1.28', '1.29', '1.30'] as const;

export type ManifestVersion = (typeof MANIFEST_VERSIONS)[number];

/** The newest whose schema Microsoft publishes. */
export const NEWEST_MANIFEST: ManifestVersion = '1.30';

/** The first version that takes each; 1.27 has prompts but no way to translate them, and asks a connector for a list of its tools. */
const SINCE = { channelFeatures: '1.25', prompts: '1.28', connectors: '1.29' } as const;

function knows(version: ManifestVersion, what: keyof typeof SINCE): boolean {
  return MANIFEST_VERSIONS.indexOf(version) >= MANIFEST_VERSIONS.indexOf(SINCE[what]);
}

/**
 * What an organisation may change when the app comes from Teams' store. The pages on privacy and on the terms stay: they say what
 * this very server does.
 */
const CONFIGURABLE = [
  'name',
  'shortDescription',
  'longDescription',
  'smallImageUrl',
  'largeImageUrl',
  'accentColor',
  'developerUrl',
];

function schemaOf(name: string, version: ManifestVersion): string {
  return `https://developer.microsoft.com/json-schemas/teams/v${version}/${name}.schema.json`;
}

/**
 * The manifest, with the words of its default language. It asks for no permission: the assistant reads nobody's profile, and
 * begins no conversation.
 */
function manifestOf({ appId, host, version, publisher, manifestVersion }: TeamsApp, words: TeamsAppMessages): object {
  return {
    $schema: schemaOf('MicrosoftTeams', manifestVersion),
    manifestVersion,
    version,
    id: appId,
    localizationInfo: { defaultLanguageTag: 'fr', additionalLanguages: [{ languageTag: 'en', file: FILES.english }] },
    developer: {
      name: publisher,
      websiteUrl: `https://${host}/`,
      privacyUrl: `https://${host}${PRIVACY_PATH}`,
      termsOfUseUrl: `https://${host}${TERMS_PATH}`,
    },
    name: words.name,
    description: words.description,
    icons: { color: FILES.color, outline: FILES.outline, color32x32: FILES.smallColor },
    accentColor: '#000091',
    // What is kept, what goes through Microsoft and who answers for it: what an administrator asks.
    publisherDocsUrl: `https://${host}${PRIVACY_PATH}`,
    configurableProperties: CONFIGURABLE,
    defaultInstallScope: 'personal',
    ...(knows(manifestVersion, 'channelFeatures') ? { supportsChannelFeatures: 'tier1' } : {}),
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat', 'copilot'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ['personal', 'copilot'], commands: commandsOf(words.personalCommands, manifestVersion) },
          { scopes: ['team', 'groupChat'], commands: commandsOf(words.sharedCommands, manifestVersion) },
        ],
      },
    ],
    copilotAgents: { customEngineAgents: [{ id: appId, type: 'bot', disclaimer: { text: words.disclaimer } }] },
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            // Teams sends it back, and the name of its parameter.
            id: 'chercher',
            type: 'query',
            context: ['compose', 'commandBox'],
            initialRun: true,
            title: words.search.title,
            description: words.search.description,
            semanticDescription: SEARCH_FOR_MODELS.command,
            samplePrompts: words.search.samplePrompts,
            parameters: [
              {
                name: 'q',
                inputType: 'text',
                ...words.search.parameter,
                semanticDescription: SEARCH_FOR_MODELS.parameter,
              },
            ],
          },
        ],
        messageHandlers: [{ type: 'link', value: { domains: [host] } }],
      },
    ],
    ...(knows(manifestVersion, 'connectors') ? { agentConnectors: [connectorOf(host, words)] } : {}),
    validDomains: [host],
  };
}

/** A short label that sends a whole question, where Teams can; else the question itself. */
function commandsOf(commands: readonly TeamsCommand[], version: ManifestVersion): readonly object[] {
  return commands.map(({ label, title, description }) =>
    label === undefined || !knows(version, 'prompts')
      ? { title, description }
      : { title: label, description, type: 'prompt', prompt: title },
  );
}

/** Where other agents find its tools. Open to all, as the pages are; without a list of its tools, who calls it asks for them. */
function connectorOf(host: string, { connector }: TeamsAppMessages): object {
  return {
    id: 'projets',
    ...connector,
    toolSource: { remoteMcpServer: { mcpServerUrl: `https://${host}/mcp`, authorization: { type: 'None' } } },
  };
}

/** The same words in another language, each under the place that it has in the manifest. */
function localizationOf(words: TeamsAppMessages, version: ManifestVersion): Readonly<Record<string, string>> {
  const search = 'composeExtensions[0].commands[0]';
  return {
    $schema: schemaOf('MicrosoftTeams.Localization', version),
    'name.short': words.name.short,
    'name.full': words.name.full,
    'description.short': words.description.short,
    'description.full': words.description.full,
    ...placed('bots[0].commandLists[0].commands', commandsOf(words.personalCommands, version)),
    ...placed('bots[0].commandLists[1].commands', commandsOf(words.sharedCommands, version)),
    [`${search}.title`]: words.search.title,
    [`${search}.description`]: words.search.description,
    ...placed(`${search}.samplePrompts`, words.search.samplePrompts),
    ...placed(`${search}.parameters`, [words.search.parameter]),
    'copilotAgents.customEngineAgents[0].disclaimer.text': words.disclaimer,
    ...(knows(version, 'connectors') ? placed('agentConnectors', [words.connector]) : {}),
  };
}

/** Each word of the items under its place; the kind of a command is no word. */
function placed(place: string, items: readonly object[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    items.flatMap((item, index) =>
      Object.entries(item).flatMap(([name, words]) =>
        name === 'type' ? [] : [[`${place}[${index}].${name}`, String(words)]],
      ),
    ),
  );
}

/** Local time, as the format wants it: the same bytes on any day and in any time zone. The format's own earliest year. */
const WHEN = new Date(1980, 0, 1);

/** The zip that is handed to Teams; the same app gives the same bytes. */
export function packageOf(app: TeamsApp): Uint8Array {
  const files = {
    [FILES.manifest]: json(manifestOf(app, teamsAppMessagesFor('fr'))),
    [FILES.english]: json(localizationOf(teamsAppMessagesFor('en'), app.manifestVersion)),
    [FILES.color]: icon(FILES.color),
    [FILES.outline]: icon(FILES.outline),
    [FILES.smallColor]: icon(FILES.smallColor),
  };
  return zipSync(files, { level: 9, mtime: WHEN });
}

function json(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/** Our own mark, an answer made of figures: a speech bubble that holds bars. Blue to the edges, because Teams rounds the corners; white on nothing for the outline; with round corners for the small one, which Outlook and Microsoft 365 show as it is. */
function icon(name: string): Uint8Array {
  return readFileSync(join(__dirname, 'icons', name));
}
