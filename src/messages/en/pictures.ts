import { among, en as answers } from './answers';
import type { PictureMessages, SavingsKind } from '../fr/pictures';
import { BY } from './questions';

const by = { ...BY, ministry: 'by ministry or body', call: 'by call for projects' };

const over: Readonly<Record<SavingsKind['period'], string>> = {
  'four-years': ' over 4 years',
  'one-year': ' per year',
  'not-stated': ', period not stated',
};

const reckoned = ({ measure }: SavingsKind): string => (measure === null ? '' : `, ${answers.savingsMeasure[measure]}`);

export const en: PictureMessages = {
  amountNamed: (field, kind) => {
    if (field === 'funding') return 'FTAP funding';
    if (field === 'cost') return 'Total cost';
    if (kind === null) return 'Savings';
    const nature = {
      expected: 'Expected savings',
      revised: 'Savings, revised forecast',
      realised: 'Savings observed',
    };
    return `${nature[kind.nature]}${over[kind.period]}${reckoned(kind)}`;
  },
  byProject: (amount, filters) => `${amount}, by project${among(filters)}`,
  byGroup: (amount, operation, grouping, filters) =>
    `${amount}, ${operation === 'sum' ? 'total' : 'average'} ${by[grouping]}${among(filters)}`,
  countByGroup: (grouping, filters) => `Number of projects ${by[grouping]}${among(filters)}`,
  coverage: (known, size) => `${known} of ${size} ${size > 1 ? 'projects' : 'project'}`,
  coverageNote: (known, size) =>
    `${known}/${size}: amount published for ${known} of ${size} ${size > 1 ? 'projects' : 'project'}. Only published amounts count.`,
  unlikeAmount: (value, kind) => {
    if (kind === null) return value;
    const nature = { expected: '', revised: ', revised forecast', realised: ', observed' };
    return `${value}${over[kind.period]}${nature[kind.nature]}${reckoned(kind)}`;
  },
  unlike: (names) => `Not drawn, being of another nature: ${names.join('; ')}.`,
  overlap: 'A project may count in several lines: they do not add up.',
  ranked: (published, total) =>
    `Amount published for ${published} of ${total} ${total > 1 ? 'projects' : 'project'}; the others are not ranked.`,
  rest: (count, unpublished) => {
    const others = count === 1 ? '… and 1 other' : `… and ${count} others`;
    if (unpublished === 0) return others;
    return unpublished === count ? `${others}, not published` : `${others}, ${unpublished} of them not published`;
  },
};
