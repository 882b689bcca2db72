import type { InboxEntry } from '../../../dialogs/inbox/inbox';
import { deskStarter, fileOf, type Page, type RunningDesk, type Visitor } from './running-desk';

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

/** The titles of a list. */
async function titles(visitor: Visitor, sort: string): Promise<readonly string[]> {
  const { html } = await visitor.get(`/admin?sorte=${sort}`);
  return [...html.matchAll(/<h3>([^<]*)<\/h3>/gu)].map(([, title = '']) => title);
}

async function firstOf(visitor: Visitor, sort: string): Promise<{ readonly path: string; readonly page: Page }> {
  const { html } = await visitor.get(`/admin?sorte=${sort}`);
  const [, path = ''] = /href="(\/admin\/demandes\/[^"]+)"/u.exec(html) ?? [];
  return { path, page: await visitor.get(path) };
}

it('shows what people wrote to the team, with their mark, to be handled and nothing else', async () => {
  const desk = await startDesk();
  const editor = await desk.signIn('editor');
  const text = `Il manque les gîtes. ${'Très pratique. '.repeat(50)}`;
  await desk.leave({ kind: 'opinion', rating: 4, text });
  const { path, page } = await firstOf(editor, 'opinion');
  expect(page.text).toContain('Il manque les gîtes.');
  expect(page.text).toContain('Note : 4 sur 5');
  expect(page.text).not.toMatch(/Ajouter un synonyme|Garder comme question témoin/u);
  await editor.post(`${path}/synonyme`, { texte: 'gîtes', fiche: 'themes/logement', langue: 'fr' });
  await editor.post(`${path}/temoin`);
  expect(await desk.store.count('desk/draft/')).toBe(0);
  expect(fileOf(desk, 'golden.json')).not.toContain('gîtes');
  await editor.post(`${path}/traite`);

  desk.clock.advance(60);
  await desk.leave({ kind: 'opinion', rating: 5 });
  await desk.leave({ kind: 'opinion', rating: 5, text: '👍' });
  await desk.leave({ kind: 'rating', isUseful: true, comment: 'Merci bien' });
  expect([...(await titles(editor, 'opinion'))].sort()).toEqual(['Merci bien', 'Note : 5 sur 5', '👍']);
});

it('asks once more before it does what cannot be undone', async () => {
  const desk = await startDesk();
  const editor = await desk.signIn('editor');
  await desk.leave({ kind: 'unanswered', question: 'Quels projets concernent le zorglub ?' });
  const { path, page } = await firstOf(editor, 'unanswered');
  const added = await editor.post(`${path}/synonyme`, { texte: 'zorglub', fiche: 'themes/logement', langue: 'fr' });
  const draft = await editor.get(added.headers.get('location') ?? '');

  for (const [{ html }, action, button] of [
    [page, 'effacer', 'Oui, effacer pour de bon'],
    [draft, 'supprimer', 'Oui, supprimer pour de bon'],
  ] as const) {
    const folded = [...html.matchAll(/<details>[^]*?<\/details>/gu)].map(String).join('');
    expect(folded).toMatch(new RegExp(`action="[^"]*/${action}"[^]*${button}`, 'u'));
    expect(html.split(`/${action}"`)).toHaveLength(2);
  }
});

it('names a mistake reported in the data by its project and its words, whatever was said before', async () => {
  const desk = await startDesk();
  const editor = await desk.signIn('editor');
  const said = { kind: 'report', question: 'oui', text: 'Le montant est faux', previous: ['Coût de PILAT ?'] } as const;
  await desk.leave({ ...said, project: 'mentor' });
  await desk.leave({ ...said, project: 'pilat' });
  await desk.leave({ ...said, project: 'mentor' });
  await desk.leave({ ...said, about: 'answer', question: 'Coût de Mentor ?' });
  await desk.leave({ ...said, about: 'answer', question: '', text: 'Un bouton répond à côté' });

  const titled = (id: string): string => `${desk.knowledge().projectById.get(id)?.name} : Le montant est faux`;
  const [first, ...others] = await titles(editor, 'reported');
  expect(first).toBe(titled('mentor'));
  expect(new Set(others)).toEqual(new Set([titled('pilat'), 'Coût de Mentor ?', 'Un bouton répond à côté']));
  const { page } = await firstOf(editor, 'reported');
  expect(page.text).toContain('Juste avant : « Coût de PILAT ? », « oui »');
  expect(page.html).toContain('href="/admin/fiches/projets/mentor"');
});
