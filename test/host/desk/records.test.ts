import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { deskStarter, fileOf, type RunningDesk, type Visitor } from './running-desk';

jest.setTimeout(60_000);

const startDesk = deskStarter();
const MENTOR = '/admin/fiches/projets/mentor';

/** The fields of the form of a page, as a browser sends them. */
function fieldsIn(html: string): Record<string, string[]> {
  const unescaped = (text: string): string =>
    text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  const form = /<form method="post" action="\/admin\/fiches[^]*?<\/form>/u.exec(html)?.[0] ?? '';
  const fields: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string | undefined): void => {
    if (name !== undefined) (fields[name] ??= []).push(unescaped(value ?? ''));
  };
  for (const [tag] of form.matchAll(/<input[^>]*>/gu)) {
    if (/type="checkbox"/u.test(tag) && !/\schecked/u.test(tag)) continue;
    add(/\sname="([^"]*)"/u.exec(tag)?.[1], /\svalue="([^]*?)"\s/u.exec(tag.replace('/>', ' />'))?.[1]);
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]*\sname="([^"]*)"[^>]*>\n?([^]*?)<\/textarea>/gu))
    add(name, value);
  for (const [, name, options] of form.matchAll(/<select[^>]*\sname="([^"]*)"[^>]*>([^]*?)<\/select>/gu))
    add(name, /<option\s+value="([^"]*)"\s+selected/u.exec(options ?? '')?.[1] ?? '');
  return fields;
}

/** Fills in the form of a record and sends it. */
async function fill(visitor: Visitor, path: string, changes: Readonly<Record<string, string>>) {
  const { html } = await visitor.get(path);
  const held = Object.entries(fieldsIn(html)).map(([name, values]) => [name, values.join('\n')] as const);
  return visitor.post(path, { ...Object.fromEntries(held), ...changes });
}

/** Publishes what was saved. */
async function publish(desk: RunningDesk, publisher: Visitor, draft: string): Promise<void> {
  const [path = ''] = draft.split('?');
  const kept = await desk.store.read(`desk/draft/${path.split('/').at(-1) ?? ''}`);
  const published = await publisher.post(`${path}/publier`, { version: String(kept?.version) });
  expect(published.headers.get('location')).toBe('/admin/brouillons?dit=publie');
}

const projectsSchema = z.object({
  projects: z.array(z.looseObject({ id: z.string(), sources: z.array(z.unknown()) })),
});
const themesSchema = z.object({ themes: z.array(z.looseObject({ id: z.string() })) });

function mentorOf(desk: RunningDesk) {
  const { projects } = projectsSchema.parse(JSON.parse(fileOf(desk, 'projects.json')));
  return projects.find(({ id }) => id === 'mentor');
}

describe('the form of a record', () => {
  it('tells what to mend where somebody else left a file that is no JSON', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');
    writeFileSync(join(desk.dataDir, 'projects.json'), '{"projects": [');

    const { status, text } = await editor.get(MENTOR);
    expect(status).toBe(500);
    expect(text).toMatch(/Fichiers à corriger.*projects\.json, ligne 1/u);
  });

  it('holds all that the record does: sent as it is, it changes nothing', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');

    for (const path of [
      MENTOR,
      '/admin/fiches/faits/ftap-definition',
      '/admin/fiches/themes/logement',
      '/admin/fiches/organismes/dinum',
      '/admin/fiches/appels/2018-1',
    ]) {
      const { status, html } = await editor.get(path);
      if (status === 404) continue;
      expect(Object.keys(fieldsIn(html)).length).toBeGreaterThan(4);
      const { text, status: sent } = await fill(editor, path, {});
      expect([path, sent, text.match(/champs? .{0,40}à corriger[^.]*/u)?.[0]]).toEqual([path, 422, undefined]);
      expect(text).toContain("Vous n'avez rien changé");
    }
    expect(await desk.store.count('desk/draft/')).toBe(0);
  });

  it('is read as a spreadsheet is, and what it changes is shown before it is published', async () => {
    const desk = await startDesk();
    const publisher = await desk.signIn('publisher', 'Camille');

    const saved = await fill(publisher, MENTOR, {
      totalCostMEUR: '41,5 M€',
      'call.announced': '12/11/2018',
      otherNames: 'Mentor-FPE\n\nLe « campus | agents »',
      themes: 'Formation des agents publics\nlogement',
    });

    expect(saved.status).toBe(303);
    const draft = saved.headers.get('location') ?? '';
    const { text } = await publisher.get(draft);
    expect(text).toContain('Coût total (M€) : (vide) → 41,5');
    await publish(desk, publisher, draft);
    expect(mentorOf(desk)).toMatchObject({
      totalCostMEUR: 41.5,
      otherNames: ['Mentor-FPE', 'Le « campus | agents »'],
      themes: ['formation-agents', 'logement'],
      call: { announced: '2018-11-12' },
    });
    const history = await publisher.get(MENTOR);
    expect(history.text).toMatch(
      /Ce qui a été publié sur cette fiche Le \d\d\/\d\d\/\d{4} [^ ]+, par Camille .*Coût total/u,
    );
  });

  it('shows beside a figure which sources back it', async () => {
    const desk = await startDesk();

    const { text } = await (await desk.signIn('reader')).get(MENTOR);

    expect(text).toMatch(/Financement du fonds \(M€\)[^§]{0,200}Établi par : DGAFP/u);
    expect(text).toContain('Votre accès permet de lire cette fiche, pas de la changer.');
  });

  it('says at the field what is wrong, and keeps what was written', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');
    const cases = [
      ['totalCostMEUR', 'NC', 'laissez la cellule vide'],
      ['totalCostMEUR', '2.300', 'se lit de deux façons'],
      ['totalCostMEUR', '0,0', 'jamais zéro'],
      ['totalCostMEUR', '5400000', 'les montants sont en millions'],
      ['call.announced', '31/02/2018', "Ce n'est pas une date"],
      ['summaryFr', ' ', 'À remplir.'],
      ['themes', 'Zorglub', "« Zorglub » n'est le nom d'aucune fiche"],
      ['sources.0.url', 'frenchweb', "Ce n'est pas une adresse"],
      ['sources.0.name', '', 'À remplir.'],
      ['expectedSavings.amountMEUR', '', 'Il manque le montant'],
      ['expectedSavings.nature', '', "Dites ce qu'est ce montant"],
    ] as const;

    for (const [name, value, sentence] of cases) {
      const { status, html, text } = await fill(editor, MENTOR, { [name]: value, otherNames: 'Écrit avant' });

      expect([name, status]).toEqual([name, 422]);
      expect(text).toContain(sentence);
      const id = `champ-${name.replaceAll('.', '-')}`;
      expect(html).toContain(`href="#${id}"`);
      expect(html).toMatch(
        new RegExp(`id="${id}"[^>]*aria-describedby="[^"]*${id}-faute"[^>]*aria-invalid="true"`, 'u'),
      );
      expect(html).toContain('Écrit avant');
    }
    expect(await desk.store.count('desk/draft/')).toBe(0);
  });

  it('takes a source away and adds one', async () => {
    const desk = await startDesk();
    const publisher = await desk.signIn('publisher');
    const count = mentorOf(desk)?.sources.length ?? 0;

    const saved = await fill(publisher, MENTOR, {
      'sources.0.retirer': 'oui',
      [`sources.${count}.name`]: 'Cour des comptes',
      [`sources.${count}.supports`]: 'Le coût total',
      [`sources.${count}.backs`]: 'cost\nsavings',
    });
    await publish(desk, publisher, saved.headers.get('location') ?? '');

    const sources = mentorOf(desk)?.sources ?? [];
    expect(sources).toHaveLength(count);
    expect(sources.at(-1)).toMatchObject({
      name: 'Cour des comptes',
      url: null,
      date: null,
      backs: ['cost', 'savings'],
    });
  });

  it('makes a new record, under an id that is not taken', async () => {
    const desk = await startDesk();
    const publisher = await desk.signIn('publisher');
    const NEW = '/admin/fiches/themes/nouvelle_fiche';
    const theme = { 'label.fr': 'Zorglubs', 'label.en': 'Zorglubs', 'synonyms.fr': 'zorglub', parent: 'logement' };

    const taken = await fill(publisher, NEW, { ...theme, id: 'logement' });
    expect([taken.status, taken.text.includes('Une fiche a déjà cet identifiant.')]).toEqual([422, true]);
    // No id is an address of the desk.
    const named = await fill(publisher, NEW, { ...theme, id: 'nouvelle' });
    const [draftPath = ''] = (named.headers.get('location') ?? '').split('?');
    expect((await publisher.get('/admin/fiches/themes/nouvelle')).html).toContain('value="Zorglubs"');
    expect((await fill(publisher, NEW, { ...theme, id: 'nouvelle_fiche' })).text).toContain(
      'Un identifiant est en min',
    );
    await publisher.post(`${draftPath}/supprimer`);
    const saved = await fill(publisher, NEW, { ...theme, id: 'zorglubs' });
    expect((await publisher.get('/admin/brouillons')).html).toMatch(/1 fiche modifiée[^]*<li>Zorglubs<\/li>/u);
    const draft = await publisher.get(saved.headers.get('location') ?? '');
    expect(draft.html).toMatch(/themes\/zorglubs">Zorglubs<[^]*nouvelle fiche[^]*Synonymes \(français\) : zorglub/u);
    expect(draft.text).toMatch(/Zorglubs : aucun projet n'a le thème/u);
    await publish(desk, publisher, saved.headers.get('location') ?? '');

    const { themes } = themesSchema.parse(JSON.parse(fileOf(desk, 'themes.json')));
    expect(themes.at(-1)).toMatchObject({
      parent: 'logement',
      synonyms: { fr: ['zorglub'] },
    });
  });

  it('leads to the public page of a project once there is one', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');
    const held = Object.entries(fieldsIn((await editor.get(MENTOR)).html));
    const values = Object.fromEntries(held.map(([name, texts]) => [name, texts.join('\n')]));
    await editor.post('/admin/fiches/projets/nouvelle_fiche', { ...values, id: 'phare', name: 'Phare', empreinte: '' });

    const { text } = await editor.get('/admin/fiches/projets/phare');
    expect(text).toContain('Phare Toutes les fiches');
    expect(text).not.toContain('La page publique');
    expect((await editor.get(MENTOR)).text).toContain('La page publique de ce projet');
  });

  it('marks what has to be filled in, and stays as long as it is however often it is refused', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');
    const NEW = '/admin/fiches/projets/nouvelle_fiche';

    let { html } = await fill(editor, NEW, { id: 'phare' });
    for (let refused = 1; refused < 3; refused += 1) {
      const held = Object.entries(fieldsIn(html)).map(([name, values]) => [name, values.join('\n')] as const);
      ({ html } = await editor.post(NEW, Object.fromEntries(held)));
    }

    expect([...html.matchAll(/<legend>(.*?)<\/legend>/gu)].map(([, legend]) => legend)).toEqual([
      'Ajouter un désaccord',
      'Champs concernés',
      'Ajouter une source',
      'Champs établis',
    ]);
    expect(html).toContain('<a href="#champ-sources-0-name">Source 1, Intitulé</a> : Il en faut au moins un.');
    const marked = [...html.matchAll(/<label for="champ-([^"]+)">[^<]*<span[^>]*>\(obligatoire\)/gu)];
    expect(marked.map(([, name]) => name)).toEqual(expect.arrayContaining(['id', 'name', 'themes', 'summaryFr']));
    expect(marked.map(([, name]) => name)).not.toContain('totalCostMEUR');
    expect(html).toMatch(/name="confidence"[^>]*aria-required="true"/u);
  });

  it('is refused where the record was changed while it was filled in', async () => {
    const desk = await startDesk();
    const [one, other] = [await desk.signIn('publisher', 'Camille'), await desk.signIn('publisher', 'Dominique')];
    const before = Object.fromEntries(
      Object.entries(fieldsIn((await one.get(MENTOR)).html)).map(([name, values]) => [name, values.join('\n')]),
    );
    const saved = await fill(other, MENTOR, { statusFr: 'Fermé' });
    await publish(desk, other, saved.headers.get('location') ?? '');

    const late = await one.post(MENTOR, { ...before, statusFr: 'Ouvert', totalCostMEUR: 'NC' });

    expect(late.status).toBe(422);
    expect(late.text).toContain('Cette fiche a été changée pendant que vous');
    expect(late.text).toMatch(/ La vôtre Ouvert Celle qui a été enregistrée Fermé /u);
    expect(late.text).toContain('1 champ est à corriger');
    expect(late.text).not.toContain('La vôtre Plateforme');
    expect(late.html).toMatch(/href="#champ-totalCostMEUR"[^]*name="statusFr"[^>]*>\s*Ouvert</u);
    expect(fileOf(desk, 'projects.json')).toContain('"statusFr": "Fermé"');

    const again = Object.entries(fieldsIn(late.html)).map(([name, values]) => [name, values.join('\n')] as const);
    const settled = await one.post(MENTOR, { ...Object.fromEntries(again), totalCostMEUR: '' });
    expect((await one.get(settled.headers.get('location') ?? '')).text).toContain('Fermé → Ouvert');
  });

  it('says what differs from what another window saved, and not that it shows the draft', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');
    const before = fieldsIn((await editor.get(MENTOR)).html);
    await fill(editor, MENTOR, { totalCostMEUR: '41' });

    const held = Object.entries(before).map(([name, values]) => [name, values.join('\n')] as const);
    const { text } = await editor.post(MENTOR, { ...Object.fromEntries(held), totalCostMEUR: '42' });

    expect(text).toContain('La vôtre 42 Celle qui a été enregistrée 41');
    expect(text).not.toContain('vous voyez ce que vous y avez mis');
  });

  it('says at the desk that nothing can be written, and how that is mended', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');
    // The store tells a full disk by its number, the files by its name.
    for (const code of [28, 'EROFS']) {
      jest.spyOn(desk.store, 'commit').mockRejectedValueOnce(Object.assign(new Error('no'), { code }));
      const { status, text } = await fill(editor, MENTOR, { totalCostMEUR: '41' });

      expect([code, status]).toEqual([code, 507]);
      expect(text).toContain('Atelier des fiches');
      expect(text).toMatch(/Le disque de l'assistant est plein.*droits des dossiers DATA_DIR et VAR_DIR/u);
    }
    expect(await desk.store.count('desk/draft/')).toBe(0);
  });

  it('makes one look at a name of something else, at a name without a letter, at an amount that no source backs', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');

    const saved = await fill(editor, MENTOR, { otherNames: 'DGFiP\nLogement\n???', totalCostMEUR: '41' });

    const { text } = await editor.get(saved.headers.get('location') ?? '');
    const [, doubts = ''] = /À regarder(.*)Les réponses qui changeraient/u.exec(text) ?? [];
    expect(doubts).toContain('« DGFiP » désigne aussi dgfip');
    expect(doubts).toMatch(/« Logement » désigne aussi [^:]*\blogement\b/u);
    expect(doubts).toContain("« ??? » n'a ni lettre ni chiffre");
    expect(doubts).toContain('aucune source de la fiche ne dit établir ce montant (coût total)');
    expect(doubts).not.toContain('(financement');
  });

  it('finds records by their names', async () => {
    const desk = await startDesk();
    const reader = await desk.signIn('reader');

    const { text, html } = await reader.get('/admin/fiches?table=themes&mots=logem');

    expect(text).toContain('Habitat indigne et mal-logement');
    expect(html).not.toContain('/nouvelle');
    expect((await reader.get('/admin/fiches/zorglub/x')).status).toBe(404);
    expect((await reader.get('/admin/fiches/themes/zorglub')).status).toBe(404);
  });
});
