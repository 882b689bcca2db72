import { csvOf } from '../../../dialogs/exports/csv';
import { csvFileName, noteFileName } from '../../../dialogs/exports/file-name';
import type { Answer } from '../../../src/core/model/answer';
import { yearOf } from '../../../src/core/knowledge/facets';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import { fold } from '../../../src/core/language/fold';
import type { Locale } from '../../../src/core/language/locale';
import { projectName } from '../../../src/core/model/project-name';
import { respondTo } from '../../../src/core/respond';
import { EMPTY_FILTER, EMPTY_MEMORY, type Question } from '../../../src/core/model/question';
import { createChat } from '../../core/chat';
import { realKnowledge } from '../../core/knowledge';
import { changedProjects } from './changed-projects';
import { readSemicolonCsv } from './semicolon-csv';

const knowledge = realKnowledge();
const BY_NAME = knowledge.projects.toSorted((a, b) => (fold(projectName(a)) < fold(projectName(b)) ? -1 : 1));
const BOM = '\ufeff';
const ALL: Question = { kind: 'list', filter: EMPTY_FILTER, sort: null, limit: null, found: [], show: [] };
const SUM_OF_SAVINGS: Question = {
  kind: 'aggregate',
  operation: 'sum',
  field: 'savings',
  filter: EMPTY_FILTER,
  limit: 1,
  groupBy: null,
};

const answerTo = (question: Question, locale: Locale = 'fr', base: KnowledgeBase = knowledge): Answer =>
  respondTo(question, locale, EMPTY_MEMORY, base).answer;

/** Each row by the names of its columns. */
function tableOf(answer: Answer, base: KnowledgeBase = knowledge): readonly Readonly<Record<string, string>>[] {
  const csv = csvOf(answer, base);
  if (csv === null) throw new Error(`no table for a ${answer.kind}`);
  const [header = [], ...rows] = readSemicolonCsv(csv.slice(BOM.length));
  for (const row of rows) expect(row).toHaveLength(header.length);
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
}

describe('the CSV of an answer', () => {
  it('begins with the mark of UTF-8, so that accents are read as such', () => {
    expect(csvOf(answerTo(ALL), knowledge)).toMatch(/^\ufeffProjet;Porteur;Appel à projets;Date d’annonce;/);
  });

  it('holds every project of a list, not only those that were shown', () => {
    const table = tableOf(answerTo(ALL));

    expect(table.map(({ Projet }) => Projet)).toEqual(BY_NAME.map(projectName));
  });

  it.each(['fr', 'en'] as const)(
    'gives every published figure back exactly, and nothing for the others (%s)',
    (locale) => {
      const [name, funding, cost, savings] =
        locale === 'fr'
          ? ['Projet', 'Financement FTAP (M€)', 'Coût total (M€)', 'Économies attendues (M€)']
          : ['Project', 'Funding from the fund (€ million)', 'Total cost (€ million)', 'Expected savings (€ million)'];
      const numberIn = (cell: string | undefined): number | null => {
        if (cell === '') return null;
        expect(cell).toMatch(locale === 'fr' ? /^\d+(,\d+)?$/ : /^\d+(\.\d+)?$/);
        return Number(cell?.replace(',', '.'));
      };

      const read = tableOf(answerTo(ALL, locale)).map((row) => [
        row[name],
        numberIn(row[funding]),
        numberIn(row[cost]),
        numberIn(row[savings]),
      ]);

      expect(read).toEqual(
        BY_NAME.map((project) => [
          projectName(project),
          project.ftapFundingMEUR,
          project.totalCostMEUR,
          project.expectedSavings.amountMEUR,
        ]),
      );
    },
  );

  it('gives the sources with their dates and addresses, and what the savings are', () => {
    const row = tableOf(answerTo(ALL)).find(({ Projet }) => Projet?.startsWith('Health Data Hub'));

    expect(row?.['Sources']).toContain(
      'Fondation iFRAP — FTAP : où sont les économies ? (novembre 2025) https://www.ifrap.org/',
    );
    expect(row).toMatchObject({
      'Nature des économies': 'prévision révisée',
      'Durée des économies': 'sans durée indiquée',
    });
  });

  it('says of each project of a sum whether its amount is in it', () => {
    const answer = answerTo(SUM_OF_SAVINGS);

    const table = tableOf(answer);

    const counted = table.filter((row) => row['Compté dans le calcul'] === 'oui');
    const total = counted.reduce((sum, row) => sum + Number(row['Économies attendues (M€)']?.replace(',', '.')), 0);
    expect(table).toHaveLength(knowledge.projects.length);
    expect(answer).toMatchObject({ value: Number(total.toFixed(6)), counted: counted.length });
    expect(
      table
        .filter((row) => row['Compté dans le calcul'] === 'non, montant non publié')
        .map((row) => row['Économies attendues (M€)']),
    ).toEqual(Array.from({ length: 61 }, () => ''));
    expect(table.filter((row) => row['Compté dans le calcul']?.includes('nature différente'))).toHaveLength(5);
  });

  it('puts what a ranking does not rank below it, and says so, with the nature of each amount', () => {
    const table = tableOf(answerTo({ ...ALL, sort: { field: 'savings', direction: 'descending' } }));

    expect(table.map((row) => row['Classé'])).toEqual([
      'oui',
      'oui',
      ...Array.from({ length: 5 }, () => 'non, montant de nature différente'),
    ]);
    expect(table.find(({ Projet }) => Projet?.startsWith('Mentor'))).toMatchObject({
      'Économies attendues (M€)': '2,3',
      'Nature des économies': 'attendues, nettes de l’investissement',
      'Durée des économies': 'sur 4 ans',
    });
  });

  it('says of savings split into parts what they are, in a column of its own', () => {
    const table = tableOf(answerTo({ ...SUM_OF_SAVINGS, groupBy: 'ministry' }));

    expect(table.find((row) => row['Ministère'] === 'Business France')).toMatchObject({
      'Total — économies attendues (M€)': '15,5',
      'Nature du montant': 'sur 4 ans',
    });
    expect(table.find((row) => row['Total — économies attendues (M€)'] === '')?.['Nature du montant']).toBe('');
  });

  it('gives a split computation as the table of its parts', () => {
    const answer = answerTo({ ...SUM_OF_SAVINGS, field: 'funding', groupBy: 'ministry' });

    expect(tableOf(answer)).toContainEqual({
      Ministère: 'Ministère de la Justice',
      'Total — financement FTAP (M€)': '85,9',
      'Projets dont le montant est compté': '5',
      'Nombre de projets': '7',
    });
    expect(tableOf(answer).find((row) => row['Ministère'] === 'Business France')).toMatchObject({
      'Total — financement FTAP (M€)': '',
      'Nombre de projets': '1',
    });
  });

  it('counts the parts of a count, without any amount', () => {
    const table = tableOf(answerTo({ ...SUM_OF_SAVINGS, operation: 'count', field: null, groupBy: 'year' }));

    const in2018 = knowledge.projects.filter((project) => yearOf(project) === 2018).length;
    expect(table.find((row) => row['Année'] === '2018')).toEqual({
      Année: '2018',
      'Nombre de projets': String(in2018),
    });
  });

  it('gives the projects that were compared', () => {
    const answer = createChat(knowledge).say('Compare le financement de InSERRE et Numérique en détention');

    expect(tableOf(answer).map(({ Projet }) => Projet)).toEqual(['InSERRE', 'Numérique en détention (NED)']);
  });

  it.each(['Bonjour', 'Qui porte Mentor ?', 'C’est quoi le FTAP ?'])('has nothing to give for "%s"', (question) => {
    expect(csvOf(createChat(knowledge).say(question), knowledge)).toBeNull();
  });

  it('is nothing for an empty list', () => {
    expect(csvOf(answerTo({ ...ALL, filter: { ...EMPTY_FILTER, years: [1950] } }), knowledge)).toBeNull();
  });
});

describe('hostile texts', () => {
  const names = [
    '=1+1',
    '@SUM(1;2)',
    '+33 1',
    '-2+3',
    '＝1+1',
    '\t=cmd|calc',
    '"guillemets"; point-virgule',
    'ligne\r\ncassée\net encore',
    "d'« été » œuvre €",
  ];
  const base = changedProjects(names.map((name) => ({ name })));
  const read = tableOf(answerTo(ALL, 'fr', base), base).map(({ Projet }) => Projet);

  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(1;2)', "'@SUM(1;2)"],
    ['+33 1', "'+33 1"],
    ['-2+3', "'-2+3"],
    ['＝1+1', "'＝1+1"],
    ['a formula behind a tabulation', "'=cmd|calc"],
  ])('never run as a formula: %s', (_name, cell) => {
    expect(read).toContain(cell);
  });

  it('keep quotes, semicolons and accents, and stay on one line', () => {
    expect(read).toEqual(
      expect.arrayContaining(['"guillemets"; point-virgule', 'ligne cassée et encore', "d'« été » œuvre €"]),
    );
    expect(csvOf(answerTo(ALL, 'fr', base), base)?.split('\n')).toHaveLength(names.length + 2);
  });
});

describe('the name and the title of a file', () => {
  const nameOf = (question: string, locale: Locale = 'fr'): string =>
    csvFileName(createChat(knowledge, locale).say(question), '2026-11-24', knowledge);

  it.each([
    ['Quels projets concernent le logement ?', 'projets-logement-2026-11-24.csv'],
    ['Total des économies attendues de tous les projets ?', 'projets-economies-attendues-2026-11-24.csv'],
    ['Financement FTAP par ministère', 'projets-financement-ftap-par-ministere-2026-11-24.csv'],
  ])('say what was asked: %s', (question, name) => {
    expect(nameOf(question)).toBe(name);
  });

  it('is in the language of the answer', () => {
    expect(nameOf('Which projects are about health?', 'en')).toBe('projects-health-2026-11-24.csv');
  });

  it('is plain ASCII and short for every project', () => {
    for (const { id } of knowledge.projects)
      expect(noteFileName([id], '2026-11-24', 'fr', knowledge)).toMatch(
        /^note-[a-z0-9](?:[a-z0-9-]{0,53}[a-z0-9])?-2026-11-24\.md$/,
      );
  });
});
