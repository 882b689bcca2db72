import { amountOf } from '../../../src/core/model/project-fields';
import type { Question } from '../../../src/core/model/question';
import { answerTo, listOf } from '../../dialogs/asked';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
type ListQuestion = Question & { readonly kind: 'list' };

function listed(question: ListQuestion) {
  const answer = answerTo(question, knowledge);
  if (answer.kind !== 'list') throw new Error(`a list was asked, not: ${answer.kind}`);
  return answer;
}
const fundingOf = (id: string): number => {
  const project = knowledge.projectById.get(id);
  return (project && amountOf(project, 'funding')) ?? -1;
};
const dateOf = (id: string): string => knowledge.projectById.get(id)?.call.announced ?? '9999';
const descending = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => b - a);

describe('a list that no order was asked of', () => {
  const above = (min: number): Partial<ListQuestion['filter']> => ({
    amounts: [{ field: 'funding', min, max: null, includesBounds: true }],
  });

  it('begins with the greatest of the amounts that bound it, whatever its words point to', () => {
    const { projects } = listed(listOf(above(1), { found: ['cfvr', 'mentor'] }));

    expect(projects.length).toBeGreaterThan(10);
    expect(projects.map(fundingOf)).toEqual(descending(projects.map(fundingOf)));
  });

  it('begins with the greatest of the amounts that it tells, and ends with those that nobody published', () => {
    const { projects, total } = listed(listOf({}, { show: ['carrier', 'funding'] }));

    expect(total).toBe(knowledge.projects.length);
    expect(projects.map(fundingOf)).toEqual(descending(projects.map(fundingOf)));
  });

  it('of a year begins with what was announced first in it', () => {
    const days = listed(listOf({ years: [2018, 2023] })).projects.map(dateOf);
    const dates = days.filter((day) => day.length === '2018-06-20'.length);

    expect(new Set(dates).size).toBeGreaterThan(1);
    expect(dates).toEqual([...dates].sort());
  });

  it('is in the order of names else', () => {
    expect(listed(listOf({ carriers: ['ministere-justice'] })).projects.slice(0, 2)).toEqual([
      'bracelet-anti-rapprochement',
      'cadre-numerique-agents-justice',
    ]);
  });
});

describe('the first ones of a ranking', () => {
  const oldest = (limit: number): ListQuestion =>
    listOf({}, { sort: { field: 'date', direction: 'ascending' }, limit });

  it('are all those that are level where one is asked for', () => {
    const { projects, total, level } = listed(oldest(1));

    expect(new Set(projects.map(dateOf)).size).toBe(1);
    expect(total).toBe(6);
    expect(level).toEqual([]);
  });

  it('are as many as were asked for else, beside those that are level with the last', () => {
    const { projects, total, level } = listed(oldest(4));

    expect([total, projects.length, level.length]).toEqual([4, 4, 2]);
    expect(level.map(dateOf)).toEqual(level.map(() => dateOf(projects[3] ?? '')));
  });

  it('have no one level with them where their values differ', () => {
    const ranked = listOf({}, { sort: { field: 'funding', direction: 'descending' }, limit: 1 });

    expect(listed(ranked)).toMatchObject({ projects: ['inserre'], level: [] });
  });
});
