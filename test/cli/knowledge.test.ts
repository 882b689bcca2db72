import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { answerText } from '../../dialogs/text/answer-text';
import { knowledge } from '../../src/cli/knowledge';
import { createInbox } from '../../src/host/inbox/document-inbox';
import { loadKnowledge } from '../../src/host/knowledge-files';
import { createLog } from '../../src/host/log';
import { createAtomicStore } from '../../src/host/storage/atomic-store';
import { openRedisStore } from '../../src/host/storage/redis-store';
import { copyData } from '../host/data-copy';
import { redisServer } from '../host/storage/redis-server';
import { openLmdbStore } from '../../src/host/storage/lmdb-store';
import { storeFolder } from '../../src/host/storage/open-store';
import { createChat } from '../core/chat';
import { realLanguage } from '../core/knowledge';
import { temporaryFolder } from '../host/temporary-folder';
import { plain } from '../plain-text';
import { runCommand } from './run-command';

jest.setTimeout(120_000);

const root = temporaryFolder();
const environment = process.env;
const redis = redisServer();
let data = '';
let variable = '';

beforeEach(() => {
  data = mkdtempSync(join(root, 'data-'));
  variable = mkdtempSync(join(root, 'var-'));
  copyData(data);
  process.env = { ...environment, DATA_DIR: data, VAR_DIR: variable, INIT_CWD: root };
});
afterEach(() => {
  process.env = environment;
});

const run = (...args: readonly string[]): ReturnType<typeof runCommand> => runCommand(() => knowledge(args));
const projects = (): string => readFileSync(join(data, 'projects.json'), 'utf8');
const change = (file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(join(data, file), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(join(data, file), text.replace(from, to));
};

describe('npm run knowledge', () => {
  it.each([
    [[]],
    [['inconnu']],
    [['export']],
    [['import']],
    [['check', 'de trop']],
    [['check', '--apply']],
    [['export', 'x', '--apply']],
  ])('says how it is called when it is called %j', async (args) => {
    const { status, err } = await run(...args);

    expect([status, err.includes('npm run -s knowledge -- check')]).toEqual([2, true]);
  });
});

describe('check', () => {
  it('finds nothing to correct in the base, counts what it has and names what is worth a look', async () => {
    const { status, out } = await run('check');

    expect(status).toBe(0);
    expect(out).toMatch(/68 projets, 90 faits, 10 appels, .* : rien à corriger, 28 à regarder\n$/u);
    expect(out).toContain(`· ${data}/themes.json, fiche « impayes-loyer » : « loyer » désigne aussi location`);
  });

  it('fails on golden questions that the desk could not read', async () => {
    writeFileSync(join(data, 'golden.json'), '{"questions": [{"question": "x", "locale": "de"}]}');

    const { status, out } = await run('check');

    expect(status).toBe(1);
    expect(out).toContain('✗ data/golden.json : questions[0].locale : valeur refusée : "de"');
  });

  it('fails on a file of another encoding and on a key twice, both told at once', async () => {
    writeFileSync(join(data, 'calls.json'), Buffer.from(readFileSync(join(data, 'calls.json'), 'utf8'), 'latin1'));
    change('projects.json', '"ftapFundingMEUR": 5.4,', '"ftapFundingMEUR": 5.4, "ftapFundingMEUR": 6,');

    const { status, out } = await run('check');

    expect(status).toBe(1);
    expect(out).toMatch(
      new RegExp(`^✗ ${data}/projects.json, ligne 42, fiche « mentor » : .* est écrit deux fois`, 'mu'),
    );
    expect(out).toMatch(
      new RegExp(`^✗ ${data}/calls.json, ligne \\d+ : ce fichier n’est pas en UTF-8 : on dirait du Windows-1252`, 'mu'),
    );
    expect(out).toMatch(/\n2 à corriger\n$/u);
    await expect(loadKnowledge(data)).rejects.toThrow('Windows-1252');
  });

  it.each([
    [
      'savings above the cost',
      /"totalCostMEUR": 21.5/u,
      '"totalCostMEUR": 2.5',
      'les économies (3.6 M€) dépassent le coût total (2.5 M€)',
    ],
    ['a date to come', '"announced": "2018-11-12"', '"announced": "2062-11-12"', 'la date 2062-11-12 est à venir'],
    [
      'a date before the fund',
      '"announced": "2018-11-12"',
      '"announced": "2008-11"',
      'la date 2008-11 est d’avant le fonds',
    ],
    [
      'the name of another project',
      '"otherNames": ["Mentor"]',
      '"otherNames": ["Géo-Plateformes"]',
      '« Géo-Plateformes » désigne aussi geoplateforme',
    ],
    ['a theme that no project has any more', '"meteorologie", ', '', 'aucun projet n’a le thème « Météorologie »'],
    ['a source without address', /"url": "https:\/\/frenchweb[^"]*"/u, '"url": null', 'n’a pas d’adresse'],
  ])('names %s as worth a look', async (_what, from, to, expected) => {
    const before = (await run('check')).out.split('\n').length;
    change('projects.json', from, to);

    const { status, out } = await run('check');

    expect(status).toBe(0);
    expect(out.split('\n').length).toBeGreaterThan(before);
    expect(out).toContain(expected);
  });
});

describe('export', () => {
  it.each(['deux-fois.xlsx', 'deux-fois'])('replaces what is in %s already only with --force', async (path) => {
    const file = join(root, path.endsWith('.xlsx') ? path : join(path, 'projets.csv'));
    await run('export', path);
    writeFileSync(file, 'corrigé à la main');

    const { status, err } = await run('export', path);

    expect([status, err]).toEqual([2, expect.stringContaining(`${join(root, path)} existe déjà, rien n’est écrit`)]);
    expect(readFileSync(file, 'utf8')).toBe('corrigé à la main');
    expect((await run('export', path, '--force')).status).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toBe('corrigé à la main');
  });
});

describe('report', () => {
  it('tells what the base knows and lacks, and the questions that it could not answer by their frequency', async () => {
    const store = await openLmdbStore(storeFolder(variable));
    let ids = 0;
    const inbox = createInbox({
      store,
      now: () => new Date('2026-11-25T10:00:00Z'),
      randomId: () => String(ids++),
      knownWords: { ...realLanguage(), isKnownWord: () => true },
    });
    const common = { at: '2026-11-25T10:00:00.000Z', locale: 'fr', channel: 'directline', previous: [] } as const;
    for (const question of ['où dormir ce soir', 'Et la cantine ?', 'Où dormir, ce soir ?'])
      await inbox.add({ kind: 'unanswered', ...common, question, reason: 'out-of-scope' });
    await store.close();

    const { status, out } = await run('report');

    expect(status).toBe(0);
    expect(out).toContain('coût total : 24 sur 68');
    expect(out).toContain('geoplateforme : coût total');
    expect(plain(out)).toContain('Montants qu’aucune source de la fiche ne dit établir (champ « backs ») (0)');
    expect(out).toContain('themes, « bidonvilles » : bidonville, slum');
    expect(out).toContain('document-ia : aucune source datée');
    expect(out).toMatch(
      /Questions restées sans réponse.* \(2\)\n {2}2 × où dormir ce soir\n {2}1 × Et la cantine \?\n$/u,
    );
  });

  it('tells the questions that are kept in Redis', async () => {
    await redis.start();
    const [url, prefix] = [redis.newUrl(), 'essai'];
    const log = createLog({ level: 'silent', json: true });
    const store = await openRedisStore(url, prefix, log);
    const inbox = createInbox({
      store: createAtomicStore(store),
      now: () => new Date('2026-11-25T10:00:00Z'),
      randomId: () => 'a',
      knownWords: { ...realLanguage(), isKnownWord: () => true },
    });
    await inbox.add({
      kind: 'unanswered',
      at: '2026-11-25T10:00:00.000Z',
      locale: 'fr',
      channel: 'directline',
      previous: [],
      question: 'Qui veille sur les phares ?',
      reason: 'out-of-scope',
    });
    await store.close();
    process.env = { ...process.env, STORE_URL: url, STORE_PREFIX: prefix };

    expect((await run('report')).out).toContain('Qui veille sur les phares ?');
  });

  it('tells that nobody has asked anything yet', async () => {
    expect((await run('report')).out).toContain('l’assistant n’a encore rien gardé');
  });
});

describe('export and import', () => {
  it.each(['base.xlsx', 'base'])('give the same base back through %s, to the byte', async (path) => {
    const before = projects();
    await run('export', path);

    const { status, out } = await run('import', path, '--apply');

    expect([status, out]).toEqual([0, 'aucune différence\n']);
    expect(projects()).toBe(before);
  });

  it('bring in three amounts and a project of a workbook; asked about them, the assistant has them; taken back, it has them no more', async () => {
    const before = projects();
    await run('export', 'projets.xlsx');
    await editWorkbook('projets.xlsx', (sheet) => {
      if (sheet.name === 'projets') {
        set(sheet, 'mentor', 'Coût total (M€)', 41.5);
        set(sheet, 'mentor', 'Financement du fonds (M€)', '6,25');
        set(sheet, 'geoplateforme', 'Économies (M€)', 4);
        append(sheet, {
          ...{ Identifiant: 'phare-numerique', Intitulé: 'Phare numérique', 'Appel (libellé)': 'Appel non déterminé' },
          ...{ 'Appel (solidité)': 'undetermined', 'Thèmes (identifiants)': 'numerique', 'Coût total (M€)': 7 },
          ...{ 'Présentation (français)': 'Un essai.', 'Présentation (anglais)': 'A trial.' },
          'Solidité de la fiche': 'low',
        });
      }
      if (sheet.name === 'projets-sources')
        append(sheet, {
          Identifiant: 'phare-numerique',
          Intitulé: 'Le Monde',
          Date: new Date('2024-11-12'),
          'Ce qu’elle établit': 'coût',
        });
    });

    const shown = await run('import', 'projets.xlsx');
    expect(projects()).toBe(before);
    const written = await run('import', 'projets.xlsx', '--apply');

    expect(shown.out.split('\n').slice(0, -2)).toEqual([
      '~ projets, « mentor » : Financement du fonds (M€) : 5,4 → 6,25',
      '~ projets, « mentor » : Coût total (M€) : (vide) → 41,5',
      '~ projets, « geoplateforme » : Économies (M€) : 3,6 → 4',
      '+ projets, « phare-numerique » : nouvelle fiche',
    ]);
    expect(written.out).toContain('Écrit ; la base d’avant est dans');
    const documented = readFileSync('docs/connaissances.md', 'utf8');
    expect(documented).toContain(shown.out.split('\n')[1]);
    expect(documented).toContain('+ projets, « phare-numerique » : nouvelle fiche\nRien n’est écrit. Pour l’écrire');
    const base = await loadKnowledge(data);
    const answerOf = (question: string): string => plain(answerText(createChat(base).say(question), base));
    expect(answerOf('Quel est le coût total de Mentor ?')).toContain('41,5 M€');
    expect(answerOf('Quel est le coût total de Phare numérique ?')).toContain('7 M€');
    expect((await run('diff')).out.split('\n')).toContain('+ projets, « phare-numerique » : nouvelle fiche');

    expect((await run('undo')).out).toContain('Import annulé');
    expect(projects()).toBe(before);
    expect((await run('undo')).status).toBe(1);
  });

  it('read CSV with commas, few columns in any order, and keep texts from being run or taken for numbers', async () => {
    change('projects.json', '"otherNames": ["Mentor"]', '"otherNames": ["=1+1"]');
    await run('export', 'csv');
    const csv = (file: string): string => readFileSync(join(root, 'csv', file), 'utf8');
    const mark =
      /;(x[0-9a-f]{16})\r\n/u.exec(csv('projets.csv').slice(csv('projets.csv').indexOf('\nmentor;')))?.[1] ?? '';
    mkdirSync(join(root, 'seul'));
    writeFileSync(
      join(root, 'seul', 'Projets.csv'),
      `Coût total (M€),Empreinte (ne pas modifier),Identifiant\n"9,5",${mark},mentor\n,,geoplateforme\n`,
    );

    const whole = await run('import', 'csv');
    const alone = await run('import', 'seul');

    expect(csv('projets.csv')).toContain(";'=1+1;");
    expect(csv('appels.csv')).toContain("\n'2018-2;2;2e appel à projets;");
    expect(csv('territoires.csv')).toMatch(/;'01;/u);
    expect(whole.out).toBe('aucune différence\n');
    expect(alone.out).toContain(
      '✗ feuille « projets », C3 : une fiche « geoplateforme » existe déjà, et cette ligne n’en a pas l’empreinte',
    );
    expect(alone.out).toContain('1 à corriger');
  });

  it('refuse line by line, with the cell, and write nothing', async () => {
    const before = projects();
    await run('export', 'faux.xlsx');
    await editWorkbook('faux.xlsx', (sheet) => {
      if (sheet.name !== 'projets') return;
      set(sheet, 'mentor', 'Coût total (M€)', 'NC');
      set(sheet, 'geoplateforme', 'Coût total (M€)', '2.300,00');
    });

    const { status, out } = await run('import', 'faux.xlsx', '--apply');

    expect(status).toBe(1);
    expect(out).toMatch(/^✗ feuille « projets », AG2 : « NC » n’est pas un nombre \(laissez la cellule vide/mu);
    expect(out).toMatch(/^✗ feuille « projets », AG5 : « 2\.300,00 » se lit de deux façons/mu);
    expect(out).toMatch(/\n2 à corriger : rien n’est écrit\n$/u);
    expect(projects()).toBe(before);
    expect(readdirSync(variable)).toEqual([]);
    expect(readFileSync('docs/connaissances.md', 'utf8')).toContain(out.split('\n')[0]);
  });

  it('name the cell of what the base itself refuses', async () => {
    await run('export', 'refus.xlsx');
    await editWorkbook('refus.xlsx', (sheet) => {
      if (sheet.name === 'projets') set(sheet, 'mentor', 'Coût total (M€)', 41_500_000);
    });

    const { status, out } = await run('import', 'refus.xlsx');

    expect(status).toBe(1);
    expect(out).toContain(`✗ feuille « projets », AG2 : ${data}/projects.json, fiche « mentor »`);
    expect(out).toContain('pour 41500000 euros, écrivez 41.5');
  });

  it('tell the second of two editors of one record, and keep what the first wrote', async () => {
    await run('export', 'un.xlsx');
    await run('export', 'deux.xlsx');
    for (const [file, amount] of [
      ['un.xlsx', 1],
      ['deux.xlsx', 2],
    ] as const)
      await editWorkbook(file, (sheet) => {
        if (sheet.name === 'projets') set(sheet, 'mentor', 'Coût total (M€)', amount);
      });
    await run('import', 'un.xlsx', '--apply');

    const second = await run('import', 'deux.xlsx', '--apply');

    expect(second.status).toBe(1);
    expect(second.out).toContain('la fiche « mentor » a été modifiée depuis cet export');
    expect((await loadKnowledge(data)).projectById.get('mentor')?.totalCostMEUR).toBe(1);
  });

  it.each<[string, string, () => Promise<Uint8Array> | Uint8Array, string]>([
    [
      'a formula',
      'f.xlsx',
      () => sheetWith({ cells: new Map([['1,1', { formula: '1+1', formulaResult: 2 }]]) }),
      'projets!B2 contient une formule',
    ],
    [
      'merged cells',
      'm.xlsx',
      () => sheetWith({ merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }] }),
      'cellules fusionnées à partir de projets!A2',
    ],
    ['what is no workbook', 'x.xlsx', () => Buffer.from('bonjour'), 'fichier abîmé'],
    ['a workbook that was cut', 'c.xlsx', async () => (await sheetWith({})).subarray(0, 900), 'fichier abîmé'],
    ['a zip of something else', 'z.xlsx', () => zipSync({ 'a.txt': Buffer.from('a') }), 'fichier abîmé'],
    [
      'a zip that unpacks to more than any base',
      'b.xlsx',
      async () => declaring(await sheetWith({}), 900_000_000),
      'trop gros',
    ],
    [
      'a zip that unpacks to more than it says',
      'l.xlsx',
      async () => declaring(await sheetWith({}), 10),
      'fichier abîmé',
    ],
    ['a file of 40 MB', 'g.csv', () => new Uint8Array(40_000_000), 'trop gros'],
    [
      'a CSV file of Windows',
      'projets.csv',
      () => Buffer.from('Identifiant;Intitulé\n', 'latin1'),
      'on dirait du Windows-1252',
    ],
    ['a CSV file with a quote left open', 'projets2.csv', () => Buffer.from('Identifiant\n"a\n'), 'fichier abîmé'],
    ['an old workbook', 'v.xls', () => Buffer.from('x'), 'format inconnu'],
  ])('refuse %s, and say what it is', async (_what, file, content, expected) => {
    writeFileSync(join(root, file), await content());

    const { status, err } = await run('import', file, '--apply');

    expect(status).toBe(2);
    expect(err).toContain(expected);
  });

  it('say of the sources alone that they are read with their records only', async () => {
    await run('export', 'sources-seules');

    const { status, err } = await run('import', join('sources-seules', 'projets-sources.csv'));

    expect([status, err.split('\n').length]).toEqual([2, 2]);
    expect(err).toContain('la feuille des fiches, « projets », manque');
    expect((await run('import', 'sources-seules')).out).toBe('aucune différence\n');
  });

  it('say that a file is not there, that a folder has none, that a sheet is another’s', async () => {
    mkdirSync(join(root, 'vide'));
    writeFileSync(join(root, 'Feuil1.csv'), 'Identifiant\nmentor\n');

    expect(await run('import', 'absent.xlsx')).toMatchObject({
      status: 2,
      err: `${join(root, 'absent.xlsx')} : introuvable\n`,
    });
    expect((await run('import', 'vide')).err).toContain('aucun fichier .csv');
    expect(await run('import', 'Feuil1.csv')).toMatchObject({ status: 1 });
    expect((await run('import', 'Feuil1.csv')).out).toContain('feuille inconnue : « Feuil1 »');
  });
});

describe('what an import writes', () => {
  async function importCost(amount: number): Promise<void> {
    await run('export', 'cout.xlsx', '--force');
    await editWorkbook('cout.xlsx', (sheet) => {
      if (sheet.name === 'projets') set(sheet, 'mentor', 'Coût total (M€)', amount);
    });
    expect((await run('import', 'cout.xlsx', '--apply')).status).toBe(0);
  }

  it('is put back by the next command when the power went in the midst of it', async () => {
    const before = projects();
    await importCost(9);
    const copies = join(variable, 'knowledge');
    const [copy = ''] = readdirSync(copies);
    renameSync(join(copies, copy), join(copies, `${copy}.pending`));

    const { err } = await run('check');

    expect(err).toContain('Une écriture avait été coupée');
    expect(projects()).toBe(before);
    expect(readdirSync(copies)).toEqual([]);
  });

  it('is not put back over what somebody wrote since', async () => {
    await importCost(9);
    const copies = join(variable, 'knowledge');
    const [copy = ''] = readdirSync(copies);
    renameSync(join(copies, copy), join(copies, `${copy}.pending`));
    const mended = projects().replace('"totalCostMEUR": 9,', '"totalCostMEUR": 8,');
    writeFileSync(join(data, 'projects.json'), mended);

    const { err } = await run('check');

    expect(err).not.toContain('Une écriture avait été coupée');
    expect(projects()).toBe(mended);
    expect(readdirSync(copies)).toEqual([copy]);
  });

  it('leaves nothing behind where the files cannot be written', async () => {
    const before = projects();
    await run('export', 'cout.xlsx', '--force');
    await editWorkbook('cout.xlsx', (sheet) => {
      if (sheet.name === 'projets') set(sheet, 'mentor', 'Coût total (M€)', 9);
    });
    // A folder in the place of the file that is written first.
    mkdirSync(join(data, 'projects.json.tmp'));

    expect((await run('import', 'cout.xlsx', '--apply')).status).not.toBe(0);
    expect(projects()).toBe(before);
    expect(readdirSync(join(variable, 'knowledge'))).toEqual([]);
  });

  it('is nothing where the copy cannot be written, which is said', async () => {
    const before = projects();
    writeFileSync(join(variable, 'knowledge'), 'un fichier là où il faut un dossier');
    await run('export', 'cout.xlsx');
    await editWorkbook('cout.xlsx', (sheet) => {
      if (sheet.name === 'projets') set(sheet, 'mentor', 'Coût total (M€)', 9);
    });

    const { status, err } = await run('import', 'cout.xlsx', '--apply');

    expect([status, err.includes('écriture impossible, rien n’est changé')]).toEqual([2, true]);
    expect(projects()).toBe(before);
  });

  it('is not taken back over what somebody wrote since', async () => {
    await importCost(9);
    change('projects.json', '"totalCostMEUR": 9,', '"totalCostMEUR": 10,');

    const { status, out } = await run('undo');

    expect([status, out.includes('modifiée depuis')]).toEqual([1, true]);
    expect(projects()).toContain('"totalCostMEUR": 10,');
  });

  it('is taken back one after the other', async () => {
    const before = projects();
    await importCost(9);
    await importCost(10);

    await run('undo');
    expect(projects()).toContain('"totalCostMEUR": 9,');
    await run('undo');
    expect(projects()).toBe(before);
  });
});

type Sheet = Required<Pick<WriteSheet, 'name' | 'rows'>>;

async function editWorkbook(file: string, edit: (sheet: Sheet) => void): Promise<void> {
  const { sheets } = await readXlsx(readFileSync(join(root, file)));
  const edited = sheets.map(({ name, rows }) => ({ name, rows }));
  edited.forEach(edit);
  writeFileSync(join(root, file), await writeXlsx({ sheets: edited }));
}

function set({ rows }: Sheet, id: string, title: string, value: string | number): void {
  const place = rows[0]?.indexOf(title) ?? -1;
  const row = rows.find(([first]) => first === id);
  expect([place > 0, row === undefined]).toEqual([true, false]);
  if (row !== undefined) row[place] = value;
}

function append({ rows }: Sheet, values: Readonly<Record<string, string | number | Date>>): void {
  const titles = (rows[0] ?? []).map(String);
  expect(Object.keys(values).filter((title) => !titles.includes(title))).toEqual([]);
  rows.push(titles.map((title) => values[title] ?? null));
}

function sheetWith(more: Partial<WriteSheet>): Promise<Uint8Array> {
  const rows = [
    ['Identifiant', 'Coût total (M€)'],
    ['mentor', 1],
    ['geoplateforme', 2],
  ];
  return writeXlsx({ sheets: [{ name: 'projets', rows, ...more }] });
}

/** The zip, with every file said to be so many bytes long. */
function declaring(zip: Uint8Array, size: number): Uint8Array {
  const forged = Buffer.from(zip);
  for (let at = forged.indexOf('PK\x01\x02'); at !== -1; at = forged.indexOf('PK\x01\x02', at + 4))
    forged.writeUInt32LE(size, at + 24);
  return forged;
}
