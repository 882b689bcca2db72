import { teamsAppMessagesFor } from '../../messages/messages-for';
import { colorIcon, outlineIcon } from './icons';
import { FILES, localizationOf, manifestOf, type TeamsApp } from './manifest';
import { zip } from './zip';

/** The zip that is handed to Teams; the same app gives the same bytes. */
export function packageOf(app: TeamsApp): Uint8Array {
  return zip({
    [FILES.manifest]: json(manifestOf(app, teamsAppMessagesFor('fr'))),
    [FILES.english]: json(localizationOf(teamsAppMessagesFor('en'))),
    [FILES.color]: colorIcon(),
    [FILES.outline]: outlineIcon(),
  });
}

function json(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
