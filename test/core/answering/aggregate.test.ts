import { createChat } from '../chat';
import { answerTo, computationOf, listOf } from '../../dialogs/asked';
import { baseWith, realKnowledge, realRecords } from '../knowledge';

const knowledge = realKnowledge();
const { projects } = realRecords();
const ask = (text: string): ReturnType<ReturnType<typeof createChat>['say']> => createChat(knowledge).say(text);
const known = (values: readonly (number | null)[]): readonly number[] => values.filter((value) => value !== null);
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

describe('computations equal a naive recomputation', () => {
  it('sums the funding of a ministry', () => {
    const expected = known(
      projects
        .filter(({ carrier }) => carrier?.includes('Justice') === true)
        .map(({ ftapFundingMEUR }) => ftapFundingMEUR),
    ).reduce((a, b) => a + b, 0);
    const answer = ask('Total des financements FTAP des projets du ministère de la Justice ?');

    expect(answer).toMatchObject({
      kind: 'aggregate',
      operation: 'sum',
      field: 'funding',
      value: rounded(expected),
      total: 7,
    });
  });

  it('averages what is published and names what is not', () => {
    const values = known(projects.map(({ ftapFundingMEUR }) => ftapFundingMEUR));
    const answer = ask('Quel est le financement FTAP moyen par projet ?');

    expect(answer).toMatchObject({ kind: 'aggregate', operation: 'average', field: 'funding', total: 68 });
    if (answer.kind !== 'aggregate') return;
    expect(rounded(answer.value ?? 0)).toBe(rounded(values.reduce((a, b) => a + b, 0) / values.length));
    expect(answer.withoutFigure).toHaveLength(68 - values.length);
  });

  it('never adds savings of unlike nature', () => {
    const answer = ask('Total des économies attendues de tous les projets ?');

    expect(answer).toMatchObject({ kind: 'aggregate', operation: 'sum', field: 'savings', value: 16.5 });
    if (answer.kind !== 'aggregate') return;
    expect(answer.projects).toHaveLength(2);
    expect(answer.others.map(({ project }) => project)).toEqual(
      expect.arrayContaining(['health-data-hub', 'rece-etat-civil', 'mentor', 'geoplateforme']),
    );
  });

  it('counts, and tells the official number of winners from what the base holds', () => {
    expect(ask('Combien de projets contient la base ?')).toMatchObject({ operation: 'count', value: 68 });
    expect(ask('Combien de projets a retenus le premier appel dans la base ?')).toMatchObject({
      kind: 'aggregate',
      value: 6,
      announced: { value: 17 },
    });
  });

  it('tells what was announced in a year beside what the base holds of it', () => {
    expect(ask('combien de projets en 2018 ?')).toMatchObject({ value: 24, announced: { value: 33 } });
    expect(ask('combien de projets de la justice en 2018 ?')).toMatchObject({ announced: null });
    expect(ask('combien de projets par an ?')).toMatchObject({
      announcedParts: [
        { id: '2020', value: 35 },
        { id: '2018', value: 33 },
        { id: '2019', value: 32 },
        { id: '2021', value: 12 },
      ],
    });
  });

  it('tells what was announced of each whole call beside what the base holds of it, greatest first', () => {
    expect(ask('financement par appel')).toMatchObject({
      groupBy: 'call',
      announcedParts: [
        { id: '4', value: 252 },
        { id: '1', value: 126 },
        { id: '5', value: 80 },
        { id: '2', value: 68.8 },
      ],
    });
    expect(ask('financement par appel pour la justice')).not.toHaveProperty('announcedParts');
  });

  it.each([
    ['greatest', 'Quel projet a reçu le plus ?', 999],
    ['least', 'Quel projet a reçu le moins ?', 0.001],
  ])('gives all that share the %s amount, whatever number is asked for', (_which, question, amount) => {
    const level = projects.slice(3, 6).map(({ id }) => id);
    const base = baseWith((project) =>
      level.includes(project.id) ? { ...project, ftapFundingMEUR: amount } : project,
    );

    const answer = createChat(base).say(question);

    expect(answer).toMatchObject({ kind: 'aggregate', field: 'funding', value: amount });
    expect([...(answer.kind === 'aggregate' ? answer.projects : [])].sort()).toEqual([...level].sort());
  });

  it('ranks what is published and leaves out what is not', () => {
    const best = [...projects]
      .sort((a, b) => (b.totalCostMEUR ?? -1) - (a.totalCostMEUR ?? -1))
      .slice(0, 3)
      .map(({ id }) => id);

    expect(ask('Les trois projets les plus chers en coût total')).toMatchObject({ kind: 'list', projects: best });
    expect(ask('Quel projet a le plus petit coût total ?')).toMatchObject({
      kind: 'aggregate',
      operation: 'min',
      projects: ['inrap-archipel'],
    });
  });
});

it('gives each part of a set its own median', () => {
  const answer = ask('coût médian par ministère');

  expect(answer).toMatchObject({ kind: 'aggregate', operation: 'median', field: 'cost', groupBy: 'ministry' });
  if (answer.kind !== 'aggregate') return;
  const justice = answer.groups.find(({ id }) => id === 'ministere-justice');
  const values = [
    ...known(projects.filter(({ id }) => justice?.projects.includes(id)).map(({ totalCostMEUR }) => totalCostMEUR)),
  ].sort((a, b) => a - b);
  const middle = Math.floor(values.length / 2);
  const median = values.length % 2 === 1 ? values[middle] : ((values[middle - 1] ?? 0) + (values[middle] ?? 0)) / 2;
  expect(rounded(justice?.value ?? 0)).toBe(rounded(median ?? 0));
});

it('compares parts by amounts of one nature only: a gain a year is no total over four years', () => {
  const answer = ask('quelles économies attendues par ministère ?');

  expect(answer).toMatchObject({ kind: 'aggregate', field: 'savings', groupBy: 'ministry' });
  if (answer.kind !== 'aggregate') return;
  const [likeness, ...more] = new Set(answer.amounts.map((amount) => amount.likeness));
  expect([likeness, more]).toEqual(['savings:expected:four-years', []]);
  const alike = new Map(answer.amounts.map(({ project, valueMEUR }) => [project, valueMEUR]));
  for (const { value, projects: members } of answer.groups) {
    const sum = members.reduce((total, id) => total + (alike.get(id) ?? 0), 0);
    expect(rounded(value ?? 0)).toBe(rounded(sum));
  }
});

describe('amounts of unlike natures', () => {
  const UNLIKE = ['geoplateforme', 'mentor', 'rece-etat-civil', 'health-data-hub', 'systeme-design-etat'];
  /** A gain a year that is greater than every total. */
  const base = baseWith((project) =>
    project.id === 'rece-etat-civil'
      ? { ...project, expectedSavings: { ...project.expectedSavings, amountMEUR: 900 } }
      : project,
  );

  it.each(['ascending', 'descending'] as const)('are not ranked among the others, but told apart (%s)', (direction) => {
    const list = answerTo(listOf({}, { sort: { field: 'savings', direction } }), base);

    const ranked = ['business-france-attractivite', 'bfc-accueil-mutualise'];
    expect(list).toMatchObject({
      kind: 'list',
      projects: direction === 'descending' ? ranked : ranked.reverse(),
      total: 2,
    });
    expect(list.kind === 'list' && list.others.map(({ project }) => project).sort()).toEqual([...UNLIKE].sort());
  });

  it('are no extreme, of projects nor of parts', () => {
    for (const groupBy of [null, 'ministry'] as const) {
      const most = answerTo(computationOf({}, { operation: 'max', field: 'savings', groupBy }), base);

      expect(most).toMatchObject({ value: 15.5, projects: ['business-france-attractivite'] });
      expect(most.kind === 'aggregate' && most.others.map(({ project }) => project).sort()).toEqual([...UNLIKE].sort());
    }
    expect(answerTo(computationOf({}, { operation: 'min', field: 'savings' }), base)).toMatchObject({
      value: 1,
      projects: ['bfc-accueil-mutualise'],
      counted: 2,
    });
  });

  it('are of no consequence to what has one nature', () => {
    expect(answerTo(listOf({}, { sort: { field: 'cost', direction: 'descending' } }), base)).toMatchObject({
      others: [],
    });
  });
});

describe('a sum over the whole fund', () => {
  it('tells first what the sources give for it, latest first, and cites them', () => {
    const answer = answerTo(computationOf({}, { operation: 'sum', field: 'savings' }), knowledge);

    expect(answer).toMatchObject({
      fundTotals: [{ value: 339 }, { value: 600 }, { value: 850 }],
      value: 16.5,
      counted: 2,
      total: 68,
    });
    expect(answer.sources.slice(0, 3).map(({ date }) => date)).toEqual(['2025-11-13', '2023-02-10', '2022-10']);
  });

  it.each([
    ['of a part of it', computationOf({ years: [2018] }, { operation: 'sum', field: 'savings' })],
    ['of chosen projects', computationOf({ among: ['mentor'] }, { operation: 'sum', field: 'savings' })],
    ['of another amount', computationOf({}, { operation: 'sum', field: 'cost' })],
    ['that is an average', computationOf({}, { operation: 'average', field: 'savings' })],
    ['that is split', computationOf({}, { operation: 'sum', field: 'savings', groupBy: 'year' })],
  ])('is not told %s', (_what, question) => {
    expect(answerTo(question, knowledge)).toMatchObject({ fundTotals: [] });
  });
});

describe('the share of the fund in a cost', () => {
  const share = (
    asked: readonly ['funding' | 'cost' | 'savings', 'funding' | 'cost' | 'savings'],
    project = 'ocs-ge',
  ) => answerTo({ kind: 'fact', project, field: asked[0], also: [asked[1]] }, knowledge);

  it('is told when both are asked, in either order, and published', () => {
    expect(share(['funding', 'cost'])).toMatchObject({ share: { part: 11 / 18.6, restMEUR: 18.6 - 11 } });
    expect(share(['cost', 'funding'])).toMatchObject({ share: { part: 11 / 18.6, restMEUR: 18.6 - 11 } });
    expect(share(['cost', 'savings'])).toMatchObject({ share: null });
    expect(share(['funding', 'cost'], 'mentor')).toMatchObject({ share: null });
  });
});
