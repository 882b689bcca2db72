import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createAudit } from '../../../src/host/desk/people/audit';
import { storeOpener } from '../stores';
import { temporaryFolder } from '../temporary-folder';

const open = storeOpener();
const root = temporaryFolder();

it('shows what people did, however much strangers tried since', async () => {
  let now = new Date('2026-11-25T10:00:00Z').getTime();
  const store = await open(mkdtempSync(join(root, 'var-')));
  const audit = createAudit({ store, now: () => new Date((now += 1_000)) });
  await audit.write({ who: 'mail:camille', name: 'Camille Martin', role: 'publisher' }, 'signed-in');
  for (let time = 0; time < 40; time += 1) await audit.write(null, 'not-allowed', '/admin/sortie');

  const shown = await audit.latest(20);

  expect(shown.map(({ name }) => name)).toContain('Camille Martin');
  expect(shown.filter(({ name }) => name === '')).toHaveLength(5);
});
