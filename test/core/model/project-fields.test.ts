import {
  conflictsOn,
  isAmountField,
  isPublished,
  SHOWN_FIELDS,
  sourcesOf,
} from '../../../src/core/model/project-fields';
import { FIELDS, type Project } from '../../../src/core/model/records';
import { realRecords } from '../knowledge';

const { projects } = realRecords();
const [first] = projects;
if (first === undefined) throw new Error('the base holds a project');

const source = (name: string, backs: Project['sources'][number]['backs']): Project['sources'][number] => ({
  name,
  url: null,
  date: null,
  supports: 'ce que dit la source',
  backs,
});
const conflict = (what: string, about: Project['conflicts'][number]['about']): Project['conflicts'][number] => ({
  about,
  what,
  whatEn: `${what} in English`,
  valueA: 1,
  valueAEn: null,
  sourceA: 'a',
  valueB: 2,
  valueBEn: null,
  sourceB: 'b',
});

it('shows every field, each once', () => {
  expect([...SHOWN_FIELDS].sort()).toEqual([...FIELDS].sort());
});

it('holds as amounts what is a sum of money', () => {
  expect(SHOWN_FIELDS.filter(isAmountField)).toEqual(['funding', 'cost', 'savings']);
});

it('cites those that give another figure of it last', () => {
  const project: Project = {
    ...first,
    totalCostMEUR: 123.5,
    sources: [source('a', ['cost']), source('b', ['cost'])],
    conflicts: [
      {
        ...conflict('', ['cost']),
        what: null,
        whatEn: null,
        valueA: 50,
        sourceA: 'a (2021)',
        valueB: 123.5,
        sourceB: 'b',
      },
    ],
  };

  expect(sourcesOf(project, 'cost').map(({ name }) => name)).toEqual(['b', 'a']);
});

it('cites for a field the sources that back it, and all of them where none does', () => {
  const project: Project = {
    ...first,
    sources: [source('a', ['cost']), source('b', []), source('c', ['cost', 'call'])],
  };

  expect(sourcesOf(project, 'cost').map(({ name }) => name)).toEqual(['a', 'c']);
  expect(sourcesOf(project, 'status').map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});

it('tells with a field the disagreements about it, and with the sources all of them', () => {
  const project: Project = { ...first, conflicts: [conflict('a', ['status']), conflict('b', ['cost', 'status'])] };
  const told = (field: (typeof FIELDS)[number]): readonly (string | null)[] =>
    conflictsOn(project, field).map(({ what }) => what);

  expect(told('status')).toEqual(['a', 'b']);
  expect(told('cost')).toEqual(['b']);
  expect(told('carrier')).toEqual([]);
  expect(told('sources')).toEqual(['a', 'b']);
});

it('takes for published what a source gives, and no call that is not settled', () => {
  const bare: Project = {
    ...first,
    carrier: null,
    partners: [],
    territories: [],
    statusFr: null,
    totalCostMEUR: null,
    ftapFundingMEUR: 0,
    call: { ...first.call, announced: null, confidence: 'undetermined' },
  };

  expect(FIELDS.filter((field) => isPublished(bare, field) && !['savings', 'beneficiaries'].includes(field))).toEqual([
    'summary',
    'funding',
    'themes',
    'sources',
  ]);
});
