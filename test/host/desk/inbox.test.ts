import type { InboxEntry } from '../../../dialogs/inbox/inbox';
import { deskStarter, type RunningDesk } from './running-desk';

jest.setTimeout(60_000);

const startDesk = deskStarter();
const CUT = "Il y a plus de demandes que cette page n'en montre";

/** Many entries at once, after all that was left before. */
async function leaveMany(desk: RunningDesk, count: number, entry: Partial<InboxEntry>): Promise<void> {
  desk.clock.advance(60);
  const at = desk.clock.now().toISOString();
  const text = JSON.stringify({
    ...{ kind: 'rating', at, locale: 'fr', channel: 'directline', isUseful: false, reason: null, comment: null },
    ...{ question: 'économies de Mentor', previous: [], answerKind: 'fact', answerText: 'x', ...entry },
  });
  const key = `inbox/${at.slice(0, 10)}/${at}`;
  await desk.store.commit(Array.from({ length: count }, (_, one) => ({ key: `${key}-${one}`, text, expected: null })));
}

it('loses no request behind thousands of later entries, and says where it does not show all', async () => {
  const desk = await startDesk();
  const reader = await desk.signIn('reader');
  await desk.leave({ kind: 'report', about: 'answer', question: 'Coût de Mentor ?', text: 'Faux' });

  await leaveMany(desk, 5_001, { isUseful: true });
  const all = await reader.get('/admin');
  expect(all.text).toContain('Signalées (1)');
  expect(all.text).not.toContain(CUT);

  await leaveMany(desk, 20_001, {});
  const cut = await reader.get('/admin?sorte=rated');
  expect(cut.text).toMatch(/20\D?000 fois/u);
  expect(cut.text).toContain(CUT);
});
