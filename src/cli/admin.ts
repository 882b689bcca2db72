import { createLog } from '../host/log';
import { createAudit } from '../host/desk/people/audit';
import { LINK_MINUTES, makeLink } from '../host/desk/people/links';
import { nameIn, type Person, ROLES } from '../host/desk/people/person';
import { PATHS } from '../host/desk/pages/desk-page';
import { withSecretFiles } from '../host/secret-files';
import { parseSettings } from '../host/settings';
import { openBeside } from '../host/storage/open-store';
import { DESK } from '../messages/fr/desk/desk';
import { help, mendable, refuse } from './shell/refusal';

const { command: SAID } = DESK;

/** Makes a way in to the editors' desk; resolves with the exit status: 0, or 2 for a wrong call or a store that cannot be opened. */
export async function admin(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return help(SAID.usage);
  const [order, ...options] = args;
  const given = pairsOf(options);
  const role = ROLES.find((known) => known === given?.get('--role'));
  if (order !== 'link' || role === undefined || given?.size !== 2 || !given.has('--name')) return refuse(SAID.usage);
  const name = nameIn(given.get('--name') ?? '');
  if (name === null) return refuse(SAID.badName);
  try {
    const settings = parseSettings(withSecretFiles(process.env));
    if (settings.desk === undefined) return refuse(SAID.off);
    const store = await openBeside(settings, createLog({ level: 'error', json: false }), { isBeside: true });
    const now = new Date();
    const secret = await makeLink(store, { name, role }, now);
    const here: Person = { who: 'command', name: SAID.name, role: 'publisher' };
    await createAudit({ store, now: () => now }).write(here, 'link-made', `${name}, ${DESK.roles[role]}`);
    await store.close();
    const address = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
    process.stdout.write(`${SAID.made(name, role, LINK_MINUTES)}\n${address}${PATHS.link}/${secret}\n`);
    return 0;
  } catch (error) {
    return refuse(mendable(error));
  }
}

/** Names and values by turns; null where one has no other. */
function pairsOf(options: readonly string[]): ReadonlyMap<string, string> | null {
  if (options.length % 2 === 1) return null;
  return new Map(options.flatMap((option, at) => (at % 2 === 0 ? [[option, options[at + 1] ?? ''] as const] : [])));
}
