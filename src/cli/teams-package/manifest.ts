import type { TeamsAppMessages, TeamsCommand } from '../../messages/fr/teams-app';
import { PRIVACY_PATH, TERMS_PATH } from '../../host/plain/plain-page';

/** The names of the files in the package, each named by the manifest. */
export const FILES = {
  manifest: 'manifest.json',
  english: 'en.json',
  color: 'color.png',
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
}

/** The blue of the icons. */
const ACCENT = '#000091';

/** The command of the search extension and its parameter, as Teams sends them back. */
const SEARCH_COMMAND = 'chercher';
const SEARCH_PARAMETER = 'q';

/** Old enough to be known wherever Teams is kept up to date, new enough for commands beyond 32 characters. */
const MANIFEST_VERSION = '1.22';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}`;

/** The manifest, with the words of its default language. */
export function manifestOf({ appId, host, version, publisher }: TeamsApp, words: TeamsAppMessages): object {
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: 'fr',
      additionalLanguages: [{ languageTag: 'en', file: FILES.english }],
    },
    developer: {
      name: publisher,
      websiteUrl: `https://${host}/`,
      privacyUrl: `https://${host}${PRIVACY_PATH}`,
      termsOfUseUrl: `https://${host}${TERMS_PATH}`,
    },
    name: words.name,
    description: words.description,
    icons: { color: FILES.color, outline: FILES.outline },
    accentColor: ACCENT,
    defaultInstallScope: 'personal',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ['personal'], commands: words.personalCommands },
          { scopes: ['team', 'groupChat'], commands: words.sharedCommands },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: SEARCH_COMMAND,
            type: 'query',
            context: ['compose', 'commandBox'],
            initialRun: true,
            title: words.search.title,
            description: words.search.description,
            parameters: [{ name: SEARCH_PARAMETER, inputType: 'text', ...words.search.parameter }],
          },
        ],
        messageHandlers: [{ type: 'link', value: { domains: [host] } }],
      },
    ],
    permissions: ['identity'],
    validDomains: [host],
  };
}

/** The same words in another language, each under the place that it has in the manifest. */
export function localizationOf(words: TeamsAppMessages): Readonly<Record<string, string>> {
  const search = 'composeExtensions[0].commands[0]';
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': words.name.short,
    'name.full': words.name.full,
    'description.short': words.description.short,
    'description.full': words.description.full,
    ...commandWords('bots[0].commandLists[0].commands', words.personalCommands),
    ...commandWords('bots[0].commandLists[1].commands', words.sharedCommands),
    [`${search}.title`]: words.search.title,
    [`${search}.description`]: words.search.description,
    ...commandWords(`${search}.parameters`, [words.search.parameter]),
  };
}

function commandWords(place: string, commands: readonly TeamsCommand[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    commands.flatMap(({ title, description }, index) => [
      [`${place}[${index}].title`, title],
      [`${place}[${index}].description`, description],
    ]),
  );
}
