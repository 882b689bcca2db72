import { z } from 'zod';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { LOCALES, type Locale } from '../../src/core/language/locale';
import type { Addresses } from '../addresses';
import { channelLocale, type TurnParts } from '../turn/turn';
import { invokeHandler, type InvokeHandler } from './invoke';
import { projectResults } from './project-results';

const schema = z.looseObject({ url: z.string() });

/**
 * `composeExtension/queryLink`: the card of the project whose page was pasted into a message. Teams asks for every link to our host, and for
 * those that only look like one: all others get an empty list, upon which it leaves the link as it is.
 */
export function createUnfurlLink({ knowledge, addressesFor }: TurnParts): InvokeHandler {
  return invokeHandler('composeExtension/queryLink', schema, ({ activity }, { url }) => {
    const addresses = addressesFor(activity);
    const linked = linkedProject(url, channelLocale(activity.locale), knowledge, addresses);
    return projectResults(linked === null ? [] : [linked.id], linked?.locale ?? 'fr', { knowledge, addresses });
  });
}

/** The project whose page this is, in the language that the address asks for; null for any other address. */
function linkedProject(
  written: string,
  fallback: Locale,
  { projectById }: KnowledgeBase,
  addresses: Addresses,
): { readonly id: string; readonly locale: Locale } | null {
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  const id = url.pathname.split('/').at(-1) ?? '';
  if (!projectById.has(id)) return null;
  const own = addresses.project(id, 'fr');
  // The whole address but its query: a scheme, a port, a user name or a folder more make another page of it.
  if (own === null || withoutQuery(url) !== withoutQuery(new URL(own))) return null;
  return { id, locale: LOCALES.find((known) => known === url.searchParams.get('lang')) ?? fallback };
}

function withoutQuery({ protocol, username, password, host, pathname }: URL): string {
  return `${protocol}//${username}:${password}@${host}${pathname}`;
}
