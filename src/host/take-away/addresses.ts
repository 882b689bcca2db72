import type { Activity } from 'botbuilder';
import { type Addresses, NO_ADDRESSES } from '../../../dialogs/addresses';
import { pictureAddress } from '../../../dialogs/pictures/picture-address';
import { projectPath } from '../plain/project-links';
import type { SignedLinks, TakeAway } from './signed-links';
import { takeAwayPath } from './take-away-routes';

/**
 * Makes the addresses of pictures and files for whoever sent an activity. A client of our Direct Line reaches the server at the address
 * that it came by, which its activities hold. Teams needs the public one: without PUBLIC_URL it gets answers without pictures and files.
 */
export function createAddresses(parts: {
  readonly links: SignedLinks;
  readonly publicUrl: string | undefined;
}): (activity: Pick<Activity, 'channelId' | 'serviceUrl'>) => Addresses {
  const { links, publicUrl } = parts;
  return ({ channelId, serviceUrl }) => {
    const base = (channelId === 'directline' ? serviceUrl : publicUrl)?.replace(/\/$/, '');
    if (base === undefined) return NO_ADDRESSES;
    const at = (path: string | null): string | null => (path === null ? null : base + path);
    const take = (content: TakeAway): string | null => {
      const token = links.issue(content);
      return at(token === null ? null : takeAwayPath(token));
    };
    return {
      picture: (question, locale) => at(pictureAddress(question, locale)),
      project: (id, locale) => base + projectPath(id, locale),
      csv: (question, locale) => take({ kind: 'csv', question, locale }),
      note: (projects, locale, format) => take({ kind: 'note', projects, locale, format }),
    };
  };
}
