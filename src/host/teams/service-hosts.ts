import { isLoopback } from './loopback';

/** Whether the assistant may send anything to this address. */
export type IsServiceUrl = (url: string) => boolean;

/**
 * Where Teams takes answers, as Microsoft's Teams SDK lists it for the public cloud. Whole names: anybody may take a name
 * under trafficmanager.net. The hosts of the national clouds are not here, because their tokens come from other issuers.
 */
const TEAMS_HOSTS: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
];

/** The "Test in Web Chat" pane of the Azure portal: one host, and one per region (`europe.webchat.botframework.com`). */
const WEB_CHAT_HOST = /^([a-z]+\.)?webchat\.botframework\.com$/u;

/** The connectors of Microsoft, and the hosts that the settings add. */
export function connectorHosts(added: readonly string[] = []): IsServiceUrl {
  const hosts = new Set([...TEAMS_HOSTS, ...added]);
  return (text) => {
    const url = parseServiceUrl(text);
    if (url?.protocol !== 'https:' || url.port !== '') return false;
    return hosts.has(url.hostname) || WEB_CHAT_HOST.test(url.hostname);
  };
}

/** This machine, for the Agents Playground. */
export const isLoopbackService: IsServiceUrl = (text) => {
  const url = parseServiceUrl(text);
  return url !== undefined && isLoopback(url.hostname);
};

/** The host of an address as a log may tell it: without path, query or password. */
export function hostOf(text: string): string {
  return URL.canParse(text) ? new URL(text).host : 'none';
}

/** Read as the HTTP client reads it, so that both see the same host; a user before the host is there to deceive. */
function parseServiceUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '' ? url : undefined;
}
