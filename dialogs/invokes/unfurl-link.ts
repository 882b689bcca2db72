import { z } from 'zod';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { LOCALES } from '../../src/core/language/locale';
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
  return invokeHandler('composeExtension/queryLink', schema, ({ activity }, { url: written }) => {
    const addresses = addressesFor(activity);
    const url = URL.canParse(written) ? new URL(written) : null;
    const id = url === null ? null : linkedProject(url, knowledge, addresses);
    // In the language that the address asks for.
    const locale = LOCALES.find((known) => known === url?.searchParams.get('lang')) ?? channelLocale(activity.locale);
    return projectResults(id === null ? [] : [id], locale, { knowledge, addresses });
  });
}

/** The project whose page this is; null for any other address. */
function linkedProject(url: URL, { projectById }: KnowledgeBase, addresses: Addresses): string | null {
  const id = url.pathname.split('/').at(-1) ?? '';
  const own = projectById.has(id) ? addresses.project(id, 'fr') : null;
  // The whole address but its query: a scheme, a port, a user name or a folder more make another page of it.
  return own === null || withoutQuery(url) !== withoutQuery(new URL(own)) ? null : id;
}

function withoutQuery({ protocol, username, password, host, pathname }: URL): string {
  return `${protocol}//${username}:${password}@${host}${pathname}`;
}
