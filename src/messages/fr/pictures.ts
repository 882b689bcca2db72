import type { Sentences } from '../sentences';
import { among, fr as answers } from './answers';
import { BY, type Part } from './questions';

const by = { ...BY, ministry: 'par ministère ou organisme', call: 'par appel à projets', asked: 'côte à côte' };

const over = {
  'four-years': ' sur 4 ans',
  'one-year': ' par an',
  'not-stated': ', durée non précisée',
};

/** What savings are: a first forecast, a revised one or what was seen, over which time, and how they were reckoned where that is said. */
export interface SavingsKind {
  readonly nature: 'expected' | 'revised' | 'realised';
  readonly period: keyof typeof over;
  readonly measure: 'net' | 'as-invested' | null;
}

const reckoned = ({ measure }: SavingsKind): string => (measure === null ? '' : `, ${answers.savingsMeasure[measure]}`);

export const fr = {
  amountNamed: (field: 'savings' | 'funding' | 'cost', kind: SavingsKind | null) => {
    if (field === 'funding') return 'Financement FTAP';
    if (field === 'cost') return 'Coût total';
    if (kind === null) return 'Économies';
    const nature = {
      expected: 'Économies attendues',
      revised: 'Économies, prévision révisée',
      realised: 'Économies constatées',
    };
    return `${nature[kind.nature]}${over[kind.period]}${reckoned(kind)}`;
  },
  byProject: (amount: string, filters: readonly string[]) => `${amount}, par projet${among(filters)}`,
  byGroup: (amount: string, operation: 'sum' | 'average', grouping: Part, filters: readonly string[]) =>
    `${amount}, ${operation === 'sum' ? 'total' : 'moyenne'} ${by[grouping]}${among(filters)}`,
  countByGroup: (grouping: Part, filters: readonly string[]) => `Nombre de projets ${by[grouping]}${among(filters)}`,
  coverage: (known: number, size: number) => `${known} projet${known > 1 ? 's' : ''} sur ${size}`,
  coverageNote: (known: number, size: number) =>
    `${known}/${size} : montant publié pour ${known} ${known > 1 ? 'projets' : 'projet'} sur ${size}. Seuls les montants publiés comptent.`,
  unlikeAmount: (value: string, kind: SavingsKind | null) => {
    if (kind === null) return value;
    const nature = { expected: '', revised: ', prévision révisée', realised: ', constatées' };
    return `${value}${over[kind.period]}${nature[kind.nature]}${reckoned(kind)}`;
  },
  unlike: (names: readonly string[]) => `Non dessiné, car d’une autre nature : ${names.join(' ; ')}.`,
  overlap: 'Un même projet peut compter dans plusieurs lignes : elles ne s’additionnent pas.',
  ranked: (published: number, total: number) =>
    `Montant publié pour ${published} ${published > 1 ? 'projets' : 'projet'} sur ${total} ; les autres ne sont pas classés.`,
  rest: (count: number, unpublished: number) => {
    const others = count === 1 ? '… et 1 autre' : `… et ${count} autres`;
    if (unpublished === 0) return others;
    if (unpublished === count) return `${others}, non ${count === 1 ? 'publié' : 'publiés'}`;
    return `${others}, dont ${unpublished} non ${unpublished === 1 ? 'publié' : 'publiés'}`;
  },
};

export type PictureMessages = Sentences<typeof fr>;
