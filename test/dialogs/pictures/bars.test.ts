import type { Bars } from '../../../dialogs/pictures/bar-data';
import { barsOf } from '../../../dialogs/pictures/bars';
import { answerQuestion } from '../../../src/core/answering/answer-question';
import { EMPTY_FILTER, type Question } from '../../../src/core/model/question';
import { baseWith, realKnowledge } from '../../core/knowledge';

const knowledge = realKnowledge();

function barsFor(question: Question, locale: 'fr' | 'en' = 'fr', base = knowledge): Bars | null {
  return barsOf({ ...answerQuestion(question, [], base), locale }, base);
}

function drawn(question: Question, locale: 'fr' | 'en' = 'fr', base = knowledge): Bars {
  const bars = barsFor(question, locale, base);
  if (bars === null) throw new Error('this answer should have a picture');
  return bars;
}

function aggregate(asked: Partial<Question & { kind: 'aggregate' }>): Question {
  return {
    kind: 'aggregate',
    operation: 'sum',
    field: 'funding',
    filter: EMPTY_FILTER,
    limit: 1,
    groupBy: null,
    ...asked,
  };
}

const ranking = (direction: 'ascending' | 'descending', field: 'cost' | 'savings' | 'date' = 'cost'): Question => ({
  kind: 'list',
  filter: EMPTY_FILTER,
  sort: { field, direction },
  limit: null,
  found: [],
  show: [],
});

const plain = (text: string): string => text.replace(/\p{Zs}/gu, ' ');
const values = ({ rows }: Bars): readonly (number | null)[] => rows.map(({ value }) => value);

describe('the bars of an answer', () => {
  it('are the amounts by project, greatest first, then some of what is not published', () => {
    const bars = drawn(aggregate({}));

    const published = values(bars).filter((value) => value !== null);
    expect(published).toHaveLength(12);
    expect(published).toEqual([...published].sort((a, b) => b - a));
    expect(values(bars).slice(12)).toEqual([null, null]);
    expect(bars.rows.at(-1)?.valueText).toBe('non publié');
  });

  it('count in the last line all that has no line of its own', () => {
    const bars = drawn(aggregate({}));

    const [, count = '', unpublished = ''] = /(\d+)\sautres, dont (\d+)\snon publiés/.exec(bars.rest ?? '') ?? [];
    const known = knowledge.projects.filter(({ ftapFundingMEUR }) => ftapFundingMEUR !== null).length;
    expect(bars.rows.length + Number(count)).toBe(knowledge.projects.length);
    expect(12 + Number(count) - Number(unpublished)).toBe(known);
  });

  it('name few of those without a figure, however few have one, and count the others', () => {
    const bars = drawn(aggregate({ field: 'savings' }));

    expect(values(bars)).toEqual([15.5, 1, null, null, null]);
    expect(bars.rest).toMatch(/^… et \d+\sautres, non publiés$/);
  });

  it('have no last line when every project is drawn', () => {
    const [first, second] = knowledge.projects.filter(({ ftapFundingMEUR }) => ftapFundingMEUR !== null);
    const among = [first?.id ?? '', second?.id ?? ''];

    expect(drawn(aggregate({ filter: { ...EMPTY_FILTER, among } })).rest).toBeNull();
  });

  it('never put amounts of unlike nature side by side, and name what is left out', () => {
    const bars = drawn(aggregate({ field: 'savings' }));

    expect(plain(bars.title)).toBe('Économies attendues sur 4 ans, par projet');
    expect(values(bars).filter((value) => value !== null)).toEqual([15.5, 1]);
    expect(bars.rows.some(({ label }) => label.includes('RECE'))).toBe(false);
    expect(plain(bars.notes.join(' '))).toContain('Registre d’état civil électronique (RECE) : 1,5 M€ par an');
    expect(plain(bars.notes.join(' '))).toContain('2,3 M€ sur 4 ans, nettes de l’investissement');
  });

  it('leave out of a ranking too what is of another nature', () => {
    expect(values(drawn(ranking('descending', 'savings')))).toEqual([15.5, 1]);
  });

  it('leave out the parts whose amounts are of another nature', () => {
    const bars = drawn(aggregate({ field: 'savings', groupBy: 'ministry' }));

    expect(bars.rows.some(({ label }) => label.includes('Affaires étrangères'))).toBe(false);
    expect(plain(bars.notes.join(' '))).toContain('Ministère de l’Europe et des Affaires étrangères : 1,5 M€ par an');
  });

  it('follow the direction of a ranking, and say how many are not ranked', () => {
    const [least, most] = [drawn(ranking('ascending')), drawn(ranking('descending'))];

    expect(values(least)).toEqual([...values(least)].sort((a, b) => Number(a) - Number(b)));
    expect(values(most)).toEqual([...values(most)].sort((a, b) => Number(b) - Number(a)));
    const known = knowledge.projects.filter(({ totalCostMEUR }) => totalCostMEUR !== null).length;
    expect(plain(most.notes.join(' '))).toContain(`${known} projets sur ${knowledge.projects.length}`);
  });

  it('begin with the least when the least is asked for', () => {
    const [first, second] = values(drawn(aggregate({ operation: 'min' })));

    expect(first).toBeLessThanOrEqual(Number(second));
    expect(first).toBe(Math.min(...knowledge.projects.flatMap(({ ftapFundingMEUR }) => ftapFundingMEUR ?? [])));
  });

  it('are the sums by ministry, each with the projects that it is made of', () => {
    const bars = drawn(aggregate({ groupBy: 'ministry' }));

    const justice = bars.rows.find(({ label }) => label === 'Ministère de la Justice');
    expect(justice).toMatchObject({ value: 85.9, coverage: { known: 5, size: 7 } });
    expect(bars.rows.length).toBeLessThanOrEqual(14);
    expect(plain(bars.notes.join(' '))).toContain('5/7 : montant publié pour 5 projets sur 7');
  });

  it('are counts where the question counts, and say that a project may stand in several', () => {
    const bars = drawn(aggregate({ operation: 'count', field: null, groupBy: 'theme' }));

    expect(bars.rows[0]).toMatchObject({ label: 'Numérique', value: 59, valueText: '59' });
    expect(bars.notes.join(' ')).toContain('ne s’additionnent pas');
  });

  it('keep the order of the years', () => {
    const labels = drawn(aggregate({ groupBy: 'year' })).rows.map(({ label }) => label);
    const years = labels.filter((label) => /^\d{4}$/.test(label));

    expect(years.length).toBeGreaterThan(2);
    expect(years).toEqual([...years].sort());
  });

  it('tell an average from a total', () => {
    expect(drawn(aggregate({ operation: 'average', groupBy: 'theme' })).title).toContain('moyenne par thème');
    expect(drawn(aggregate({ groupBy: 'theme' })).title).toContain('total par thème');
  });

  it('speak the language of the answer', () => {
    const bars = drawn(aggregate({}), 'en');

    expect(bars.title).toBe('FTAP funding, by project');
    expect(bars.rows.at(-1)?.valueText).toBe('not published');
  });

  it('say the limits of the set in the title', () => {
    const filter = { ...EMPTY_FILTER, topics: [{ themes: ['justice'], beneficiaries: [], organisations: [] }] };

    expect(plain(drawn(aggregate({ filter })).title)).toBe('Financement FTAP, par projet (thème : Justice)');
  });

  it('compare projects on their funding unless another amount is asked for', () => {
    const [a, b] = knowledge.projects.filter((p) => p.ftapFundingMEUR !== null && p.totalCostMEUR !== null);
    const [one, other] = [Number(a?.ftapFundingMEUR), Number(b?.ftapFundingMEUR)];
    const projects = [a?.id ?? '', b?.id ?? ''];

    expect(values(drawn({ kind: 'compare', projects, field: null }))).toEqual([
      Math.max(one, other),
      Math.min(one, other),
    ]);
    expect(drawn({ kind: 'compare', projects, field: 'cost' }).title).toContain('Coût total');
    expect(barsFor({ kind: 'compare', projects, field: 'carrier' })).toBeNull();
  });

  it('draw a published zero as a zero, and what is not published as unknown', () => {
    const base = baseWith((project, index) => ({ ...project, ftapFundingMEUR: [0, 4][index] ?? null }));

    expect(values(drawn(aggregate({}), 'fr', base)).slice(0, 3)).toEqual([4, 0, null]);
  });

  it('are none below two amounts, or when the answer is no comparison', () => {
    const published = knowledge.projects.find(({ ftapFundingMEUR }) => ftapFundingMEUR !== null)?.id ?? '';
    const unpublished = knowledge.projects.find(({ ftapFundingMEUR }) => ftapFundingMEUR === null)?.id ?? '';

    expect(barsFor({ kind: 'compare', projects: [published, unpublished], field: 'funding' })).toBeNull();
    expect(barsFor({ kind: 'compare', projects: [published, published], field: 'funding' })).toBeNull();
    expect(barsFor({ kind: 'fact', project: published, field: 'funding', also: [] })).toBeNull();
    expect(barsFor(aggregate({ operation: 'count', field: null }))).toBeNull();
    expect(barsFor(ranking('descending', 'date'))).toBeNull();
    expect(barsFor({ kind: 'smalltalk', act: 'help' })).toBeNull();
  });
});
