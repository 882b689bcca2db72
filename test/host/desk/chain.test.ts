import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copiesFolder } from '../../../src/host/knowledge-copies';
import { recoverDesk } from '../../../src/host/desk/desk';
import { createLog } from '../../../src/host/log';
import { told } from '../../../src/host/desk/drafts/replay';
import { deskStarter, fileOf, type RunningDesk, type Visitor } from './running-desk';

jest.setTimeout(60_000);

const startDesk = deskStarter();
/** No word of the base: « zorglub » finds nothing until somebody says what it is. */
const QUESTION = 'Quels projets concernent le zorglub ?';
const ALIKE = 'zorglub : quels projets ?';
const GOLDEN = [
  { question: 'Combien de projets concernent le logement ?', locale: 'fr', expect: { kind: 'aggregate' } },
];

async function groupOf(visitor: Visitor, question: string): Promise<string> {
  const { html } = await visitor.get('/admin');
  const [, path = ''] =
    new RegExp(`href="(/admin/demandes/[^"]+)" aria-label="Traiter : ${question.replace('?', '\\?')}`, 'u').exec(
      html,
    ) ?? [];
  return path;
}

/** A draft by which « zorglub » is a word for housing. */
async function propose(desk: RunningDesk, editor: Visitor): Promise<string> {
  await desk.leave({ kind: 'unanswered', question: QUESTION });
  await desk.leave({ kind: 'unanswered', question: QUESTION });
  await desk.leave({ kind: 'unanswered', question: ALIKE });
  const group = await groupOf(editor, QUESTION);
  const added = await editor.post(`${group}/synonyme`, { texte: 'zorglub', fiche: 'themes/logement', langue: 'fr' });
  expect(added.status).toBe(303);
  return added.headers.get('location') ?? '';
}

async function versionOf(visitor: Visitor, draft: string): Promise<string> {
  return /name="version" value="(\d+)"/u.exec((await visitor.get(draft)).html)?.[1] ?? '';
}

const answerOf = (desk: RunningDesk, question = QUESTION) => told({ question, locale: 'fr' }, desk.knowledge()).rests;

describe('from a question without an answer to a published one', () => {
  it('groups what is alike, proposes the word, shows what would change, publishes, takes back', async () => {
    const desk = await startDesk();
    const [editor, publisher] = [await desk.signIn('editor', 'Camille'), await desk.signIn('publisher', 'Dominique')];
    const before = fileOf(desk, 'themes.json');
    const was = answerOf(desk);

    const draft = await propose(desk, editor);
    const { text: inbox } = await editor.get('/admin');
    expect(inbox).toContain('Sans réponse (1)');
    expect(inbox).toContain('3 fois, sous 2 formes');
    const group = await editor.get(await groupOf(editor, QUESTION));
    expect(group.html).toMatch(/id="synonyme-texte"\s+name="texte"\s+value="zorglub"/u);
    expect(group.text).toMatch(/Comment il la comprend .* Probabilité de cette lecture : (?:plus de )?\d+ %\./u);

    const shown = await editor.get(draft);
    expect(shown.text).toContain('Synonymes (français) : ajouté « zorglub »');
    expect(shown.text).toMatch(/a maintenant une réponse|différent/u);
    expect(shown.text).toMatch(/Avec ce brouillon[^§]*thème : Logement/u);
    expect(shown.html).not.toMatch(/\/publier"/u);
    expect((await editor.post(`${draft}/publier`, { version: '1' })).status).toBe(403);
    expect(fileOf(desk, 'themes.json')).toBe(before);

    const published = await publisher.post(`${draft}/publier`, { version: await versionOf(publisher, draft) });
    expect(published.headers.get('location')).toBe('/admin/brouillons?dit=publie');
    await desk.reload();
    expect(answerOf(desk)).toMatchObject({ kind: 'list', total: 7 });
    const after = await publisher.get('/admin/brouillons');
    expect(after.text).toMatch(/par Dominique \(écrit par Camille\)/u);

    const undone = await publisher.post('/admin/brouillons/annuler');
    expect(undone.headers.get('location')).toBe('/admin/brouillons?dit=annule');
    await desk.reload();
    expect(fileOf(desk, 'themes.json')).toBe(before);
    expect(answerOf(desk)).toEqual(was);
    const journal = await publisher.get('/admin/journal');
    expect(journal.text).toMatch(/Dominique publication annulée themes\/logement/u);
    expect(journal.text).not.toContain('zorglub');
  });

  it('keeps a question with what it is answered by the draft, once that is published', async () => {
    const desk = await startDesk({ golden: GOLDEN });
    const publisher = await desk.signIn('publisher');
    const draft = await propose(desk, publisher);

    await publisher.post(`${draft}/temoin`, { question: QUESTION, langue: 'fr' });
    expect(fileOf(desk, 'golden.json')).not.toContain('zorglub');
    await publisher.post(`${draft}/publier`, { version: await versionOf(publisher, draft) });

    expect(JSON.parse(fileOf(desk, 'golden.json'))).toMatchObject({
      questions: [{}, { question: QUESTION, locale: 'fr', expect: { kind: 'list', total: 7 } }],
    });
    await publisher.post('/admin/brouillons/annuler');
    const { text } = await publisher.get('/admin/temoins');
    expect(text).toContain('Ne reçoivent plus la bonne réponse');
  });

  it('says of an answer known to be right that the draft makes it worse', async () => {
    const desk = await startDesk();
    const publisher = await desk.signIn('publisher');
    await publisher.post('/admin/temoins/garder', { question: QUESTION, langue: 'fr' });
    expect(fileOf(desk, 'golden.json')).toContain(answerOf(desk).kind);

    const draft = await propose(desk, publisher);

    const { text } = await publisher.get(draft);
    expect(text).toMatch(/1 réponse témoin serait moins bonne/u);
    expect(text.indexOf('moins bien')).toBeLessThan(text.indexOf('a maintenant une réponse') >>> 0);
  });

  it('marks a group done, which comes back when it is asked again', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');
    await desk.leave({ kind: 'unanswered', question: QUESTION });
    const group = await groupOf(editor, QUESTION);

    const done = await editor.post(`${group}/traite`);
    expect(done.headers.get('location')).toBe('/admin?sorte=unanswered&dit=traite');
    expect((await editor.get('/admin')).text).toContain('Sans réponse (0)');
    expect((await editor.get(group)).status).toBe(404);
    desk.clock.advance(60);
    await desk.leave({ kind: 'unanswered', question: 'quels projets concernent le ZORGLUB' });
    expect((await editor.get('/admin')).text).toContain('Sans réponse (1)');
  });

  it('erases what somebody can be known by, and nothing else', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');
    await desk.leave({ kind: 'unanswered', question: QUESTION });
    await desk.leave({ kind: 'unanswered', question: QUESTION });
    await desk.leave({ kind: 'unanswered', question: ALIKE });
    await desk.leave({ kind: 'unanswered', question: 'Le bidulotron de durand ?' });
    await desk.leave({ kind: 'rating', question: QUESTION });

    const erased = await editor.post(`${await groupOf(editor, QUESTION)}/effacer`);

    expect(erased.headers.get('location')).toBe('/admin?sorte=unanswered&dit=efface');
    const kept: string[] = [];
    for await (const { text } of desk.store.list('inbox/')) kept.push(text);
    expect(kept).toHaveLength(2);
    expect(kept.join()).toMatch(/bidulotron[^]*"rating"|"rating"[^]*bidulotron/u);
  });

  it('has bad ratings and mistakes reported beside, with what was said of them', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');
    await desk.leave({ kind: 'rating', question: 'Coût de Mentor ?', comment: 'Ce n’est pas ça' });
    await desk.leave({ kind: 'rating', question: 'Coût de PILAT ?', isUseful: true });
    await desk.leave({ kind: 'report', project: 'mentor', text: 'Le porteur a changé' });

    const rated = await editor.get('/admin?sorte=rated');
    expect(rated.text).toContain('Mal notées (1)');
    const reported = await editor.get('/admin?sorte=reported');
    const [, path = ''] = /href="(\/admin\/demandes\/[^"]+)"/u.exec(reported.html) ?? [];
    const group = await editor.get(path);
    expect(group.text).toContain(' : Le porteur a changé »');
    expect(group.html).toContain('href="/admin/fiches/projets/mentor"');
  });

  it('refuses in a sentence what cannot be added, and makes no draft of it', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');
    await desk.leave({ kind: 'unanswered', question: QUESTION });
    const group = await groupOf(editor, QUESTION);
    const cases: readonly (readonly [texte: string, fiche: string, sentence: string])[] = [
      [' ', 'themes/logement', 'Écrivez le mot'],
      ['x'.repeat(201), 'themes/logement', "C'est trop long"],
      ['zorglub', 'themes/inconnu', "Cette fiche n'existe plus"],
      ['zorglub', 'appels/2018-1', 'Choisissez la fiche'],
      ['zorglub', '', 'Choisissez la fiche'],
      ['habitat', 'themes/logement', "l'a déjà"],
    ];

    for (const [texte, fiche, sentence] of cases) {
      const { status, text } = await editor.post(`${group}/synonyme`, { texte, fiche });

      expect([texte, fiche, status]).toEqual([texte, fiche, 422]);
      expect(text).toContain(sentence);
    }
    expect(await desk.store.count('desk/draft/')).toBe(0);
  });
});

describe('a publication', () => {
  it('needs somebody else than who wrote it, where that is the rule', async () => {
    const desk = await startDesk({ needsSecondPerson: true });
    const [writer, other] = [await desk.signIn('publisher', 'Camille'), await desk.signIn('publisher', 'Dominique')];
    const draft = await propose(desk, writer);
    const version = await versionOf(other, draft);

    expect((await writer.get(draft)).text).toContain('Une autre personne que vous');
    const own = await writer.post(`${draft}/publier`, { version });
    expect(own.status).toBe(409);
    const again = await desk.signIn('publisher', 'camille');
    expect((await again.post(`${draft}/publier`, { version })).status).toBe(409);
    const published = await other.post(`${draft}/publier`, { version });
    expect(published.headers.get('location')).toBe('/admin/brouillons?dit=publie');
  });

  it('is refused where somebody wrote meanwhile; the draft stays and goes on from there', async () => {
    const desk = await startDesk();
    const publisher = await desk.signIn('publisher');
    const draft = await propose(desk, publisher);
    const version = await versionOf(publisher, draft);
    const file = join(desk.dataDir, 'themes.json');
    writeFileSync(file, fileOf(desk, 'themes.json').replace('"habitat"', '"habitat", "habitat social neuf"'));

    const refused = await publisher.post(`${draft}/publier`, { version });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("rien de votre travail n'est perdu");
    expect(fileOf(desk, 'themes.json')).not.toContain('zorglub');

    const rebased = await publisher.post(`${draft}/reporter`);
    expect(rebased.headers.get('location')).toBe(`${draft}?dit=reporte`);
    await publisher.post(`${draft}/publier`, { version: await versionOf(publisher, draft) });
    expect(fileOf(desk, 'themes.json')).toMatch(/habitat social neuf[^]*zorglub/u);
  });

  it('of two who changed the same value asks which is to stand', async () => {
    const desk = await startDesk();
    const publisher = await desk.signIn('publisher');
    const draft = await propose(desk, publisher);
    const mine = await publisher.get('/admin/fiches/themes/logement');
    const print = /name="empreinte" value="([^"]+)"/u.exec(mine.html)?.[1] ?? '';
    const held = desk.knowledge().themeById.get('logement');
    const fields = {
      empreinte: print,
      'label.fr': 'Logement à moi',
      'label.en': held?.label.en ?? '',
      'synonyms.fr': [...(held?.synonyms.fr ?? []), 'zorglub'].join('\n'),
      'synonyms.en': held?.synonyms.en.join('\n') ?? '',
      'wordings.fr': held?.wordings.fr.join('\n') ?? '',
      'wordings.en': held?.wordings.en.join('\n') ?? '',
    };
    expect((await publisher.post('/admin/fiches/themes/logement', fields)).status).toBe(303);
    const file = join(desk.dataDir, 'themes.json');
    writeFileSync(file, fileOf(desk, 'themes.json').replace('"fr": "Logement"', '"fr": "Logement à eux"'));

    const { text } = await publisher.get(draft);
    expect(text).toMatch(/Logement à moi[^]*Celle qui est en service Logement à eux/u);
    expect((await publisher.post(`${draft}/reporter`)).status).toBe(200);
    await publisher.post(`${draft}/reporter`, { garder: 'miennes' });
    await publisher.post(`${draft}/publier`, { version: await versionOf(publisher, draft) });

    expect(fileOf(desk, 'themes.json')).toMatch(/"fr": "Logement à moi"[^]*"zorglub"/u);
  });

  it('that was cut off by a power failure is taken back at the next start', async () => {
    const desk = await startDesk();
    const before = fileOf(desk, 'themes.json');
    const publisher = await desk.signIn('publisher');
    const draft = await propose(desk, publisher);
    await publisher.post(`${draft}/publier`, { version: await versionOf(publisher, draft) });
    const varDir = join(desk.dataDir, '..', 'var');
    const [copy = ''] = readdirSync(copiesFolder(varDir));
    renameSync(join(copiesFolder(varDir), copy), join(copiesFolder(varDir), `${copy}.pending`));
    const settings = { dataDir: desk.dataDir, varDir, publicUrl: undefined };

    await recoverDesk({ ...settings, desk: undefined }, createLog({ level: 'silent', json: true }));
    expect(fileOf(desk, 'themes.json')).not.toBe(before);
    const open = { needsSecondPerson: false, openId: undefined };
    await recoverDesk({ ...settings, desk: open }, createLog({ level: 'silent', json: true }));
    expect(fileOf(desk, 'themes.json')).toBe(before);
  });

  it('is not taken back over what was written since', async () => {
    const desk = await startDesk();
    const publisher = await desk.signIn('publisher');
    const draft = await propose(desk, publisher);
    await publisher.post(`${draft}/publier`, { version: await versionOf(publisher, draft) });
    writeFileSync(join(desk.dataDir, 'themes.json'), fileOf(desk, 'themes.json').replace('"habitat"', '"habitats"'));

    const { status, text } = await publisher.post('/admin/brouillons/annuler');

    expect(status).toBe(409);
    expect(text).toContain('La base a été modifiée autrement');
    expect((await publisher.get('/admin/journal')).text).toContain("annulation d'une publication refusée");
    expect(fileOf(desk, 'themes.json')).toContain('zorglub');
  });

  it('of two presses at once is made once', async () => {
    const desk = await startDesk();
    const publisher = await desk.signIn('publisher');
    const draft = await propose(desk, publisher);
    const version = await versionOf(publisher, draft);

    const both = await Promise.all([1, 2].map(() => publisher.post(`${draft}/publier`, { version })));

    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(readdirSync(copiesFolder(join(desk.dataDir, '..', 'var')))).toHaveLength(1);
  });
});

it('tells of a file that was spoilt outside of the desk', async () => {
  const desk = await startDesk();
  const editor = await desk.signIn('editor');
  writeFileSync(join(desk.dataDir, 'golden.json'), '{"questions": [{"question": "x", "locale": "de"}]}');

  const { status, text } = await editor.get('/admin/temoins');

  expect(status).toBe(500);
  expect(text).toContain('data/golden.json : questions[0].locale : valeur refusée : "de"');
});
