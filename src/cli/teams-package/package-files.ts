import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { teamsAppMessagesFor } from '../../messages/messages-for';
import { FILES, localizationOf, manifestOf, type TeamsApp } from './manifest';

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
