import { capitalised, roundedPercent, type Sentences } from '../sentences';
import {
  agreeing,
  among,
  AMOUNT,
  type Direction,
  type FieldName,
  FIELDS,
  list,
  plural,
  risen,
  type Rise,
} from './answers';

const SMALL = new Intl.NumberFormat('fr-FR', { maximumSignificantDigits: 3 });
const TIMES = new Intl.NumberFormat('fr-FR', { maximumSignificantDigits: 2 });
const PERCENT = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const ordinal = (place: number, isTied: boolean) => `${place === 1 ? '1er' : `${place}e`}${isTied ? ' ex æquo' : ''}`;

/** One amount and the middle of so many, as they are said, with how far apart they are. */
export interface Middle {
  readonly name: string;
  readonly amount: string;
  readonly label: string;
  readonly middle: string;
  readonly published: number;
  readonly difference: string;
}

/** Where projects stand among others: their part, their rank, which are level, and which nobody can place. */
export const fr = {
  /** 0 to 1 */
  part: (part: number) => `${part < 0.001 ? 'moins de 0,1' : PERCENT.format(part * 100)} %`,
  madeOfBoth: { share: 'part du coût payée par le fonds', rest: 'coût que le fonds ne paie pas' },
  /** Beside both in a list. */
  partOfCost: (part: number): string => `part du fonds : ${fr.part(part)}`,
  fundingOfCost: (funding: string, cost: string) => `${funding} du fonds sur ${cost}`,
  /** Of several, by the totals of both, then the mean of their parts. */
  sharesTogether: (funding: string, cost: string, part: number, mean: number): string =>
    `Ensemble : ${funding} du fonds pour ${cost} de coût, soit ${fr.part(part)} ; moyenne simple des parts : ${fr.part(mean)}.`,
  restsTogether: (rest: string, funding: string, cost: string) =>
    `Ensemble : ${rest} que le fonds ne paie pas (${cost} de coût, ${funding} du fonds).`,
  sharesKnown: (published: number, of: number) =>
    `Les deux montants sont publiés pour ${plural(published, 'projet', 'projets')} sur ${of}.`,
  /** `total`: an amount; `published`: the amounts that it adds up, 0 where the message says it; to follow a part. */
  ofTotal: (total: string, published: number) =>
    published === 0 ? `des ${total} de votre message` : `du total des ${published} montants publiés (${total})`,
  /** By the way, after the amount; where it is asked for, before it: of a single project with its name. */
  shareOfAll: (part: string, ofTotal: string) => `C’est ${part} ${ofTotal}.`,
  shareAsked: (name: string | null, part: string, ofTotal: string) =>
    name === null ? `${capitalised(part)} ${ofTotal}.` : `${name} : ${part} ${ofTotal}.`,
  /** A figure of the fund, or what was made of some. */
  fundFigure: (value: number, unit: 'MEUR' | 'percent' | 'points' | 'number' | 'part' | 'years'): string => {
    if (unit === 'part') return value < 0.001 ? fr.part(value) : fr.fundFigure(value * 100, 'percent');
    if (unit === 'MEUR' && value < 0.1)
      return `${AMOUNT.format(value < 0.001 ? value * 1e6 : Math.round(value * 1e6))} €`;
    if (unit === 'years')
      return value < 1 ? `${Math.round(value * 12)} mois` : `${PERCENT.format(value)} ${value < 2 ? 'an' : 'ans'}`;
    const format = unit === 'number' && value < 0.1 ? SMALL : AMOUNT;
    const figure = format.format(unit === 'percent' ? roundedPercent(value) : value);
    return { MEUR: `${figure} M€`, percent: `${figure} %`, points: `${figure} points`, number: figure }[unit];
  },
  /** Beside a part of so many hundredths, which is told exactly. */
  aboutPart: (percent: number): string =>
    percent < 10 || Number.isInteger(roundedPercent(percent)) ? '' : `, soit environ ${Math.round(percent)} %`,
  /** « 827 M€ demandés au fonds par les candidats du premier appel. » */
  fundFigureSentence: (figure: string, what: string) => `${figure} ${what}.`,
  /** `change`: by how much the second is more than the first, -1 to …; null where that says nothing. */
  computed: (
    operation: 'difference' | 'share' | 'sum' | 'average' | 'ratio' | 'product' | 'payback',
    change: number | null,
  ) =>
    operation === 'difference' && change !== null
      ? `Écart (${change < 0 ? '−' : '+'}\u00a0${PERCENT.format(Math.abs(change) * 100)} %)`
      : {
          sum: 'Total',
          average: 'En moyenne',
          share: 'Part',
          ratio: 'Rapport',
          product: 'Produit',
          difference: 'Écart',
          payback: 'Durée d’amortissement',
        }[operation],
  computedSentence: (what: string, figure: string) => `${what} : ${figure}.`,
  computedOf: (figures: readonly string[]) => `Calculé à partir de : ${figures.join(' ; ')}.`,
  yearly: (amount: string) => `${amount} par an`,
  /** Of figures that are added, or set beside one another. */
  scopesDiffer: 'Attention : ces chiffres ne couvrent pas tous le même périmètre.',
  /** What limits a set: of which field the sources differ (null: any), or which was revised. */
  disputed: (field: FieldName | null, way: 'any' | 'up' | 'down' | 'later') => {
    if (way === 'later') return 'calendrier repoussé';
    const name = field === null ? null : FIELDS[field].name;
    if (way === 'any') return `sources en désaccord${name === null ? '' : ` : ${name}`}`;
    return `${name ?? 'chiffre'} ${agreeing(field ?? 'cost', 'revu')} à la ${way === 'up' ? 'hausse' : 'baisse'}`;
  },
  /** What a row of such a list tells. `rise`: of amounts, how much more it became, in M€, and how many times as much. */
  apart: (what: string, from: string, to: string, isRevised: boolean, rise: Rise) =>
    `${what}\u00a0: ${from}${isRevised ? ', puis' : ' ou'} ${to}${risen(rise)}`,
  /** Amounts of several projects, added up: what they were, became, how far that is, in all and for each. */
  revised: (before: string, after: string, all: string, mean: string, isMore: boolean) =>
    `Ensemble\u00a0: ${before}, puis ${after}, soit ${all} de ${isMore ? 'plus' : 'moins'} (${mean} par projet en moyenne).`,
  /** `years`: of so many projects, in all. */
  lateTogether: (years: number, count: number) =>
    `Ensemble\u00a0: ${plural(years, 'an', 'ans')} de retard, ${SMALL.format(years / count)} en moyenne, sur les ${count} projets dont les deux dates sont connues.`,
  /** `years`: by how many; 0 where that is not known. */
  moved: (from: string | null, to: string, years: number) =>
    `${from === null ? '' : `prévu pour ${from}, `}repoussé à ${to}${years === 0 ? '' : ` (${plural(years, 'an', 'ans')})`}`,
  /** Of a single project among the published amounts, from 1. */
  rank: (place: number, isTied: boolean) => `C’est le ${ordinal(place, isTied)} montant, du plus élevé au moins élevé.`,
  ordinal,
  /** To follow the name and the ordinal, which stand above it alone. */
  outOf: (published: number, label: string, amount: string) =>
    `sur ${published} projets dont le montant est publié (${label} : ${amount})`,
  ranked: (name: string, place: string, outOf: string) => `${name} est ${place} ${outOf}.`,
  /** Of one amount beside the mean or the median of all; `times`: how many times that one it is, which stands above `beside`. */
  besideMiddle: ({ name, amount, label, middle, published, difference }: Middle, times: number, isMedian: boolean) => {
    const ofMiddle = isMedian ? 'la médiane' : 'la moyenne';
    const of = `${TIMES.format(times)} fois ${ofMiddle}`;
    const side =
      times > 1 ? `est au-dessus de ${ofMiddle}` : times < 1 ? `est en dessous de ${ofMiddle}` : `est à ${ofMiddle}`;
    const more = times === 1 ? '' : `, soit ${difference} de ${times > 1 ? 'plus' : 'moins'}`;
    const amounts = `${amount} (${label}), contre ${middle} sur ${published} montants publiés${more}`;
    return {
      times: of,
      beside: `${name} ${side}\u00a0: ${amounts}.`,
      whole: `${name} ${side}\u00a0: ${amounts} (${of}).`,
    };
  },
  /** Those that a ranking leaves out and that are worth as much as its last. */
  level: (names: readonly string[]) => `Ex æquo avec le dernier : ${list(names)}.`,
  /** All that are shown have one date. */
  levelHeading: (count: number, direction: Direction, filters: readonly string[]) =>
    `${count} projets ex æquo, les plus ${direction === 'ascending' ? 'anciens' : 'récents'} par date d’annonce${among(filters)} :`,
  undated: (count: number) =>
    `${plural(count, 'projet', 'projets')} dont la date d’annonce n’est pas connue ${count > 1 ? 'ne sont' : 'n’est'} pas pris en compte.`,
  /** Of several projects, which were announced before the others. */
  announcedFirst: (names: readonly string[]) =>
    `${names.length === 1 ? 'Annoncé' : 'Annoncés'} en premier : ${list(names)}.`,
  announcedTogether: 'La date d’annonce est la même.',
  wholeText: (text: string) => `Texte entier : ${text}`,
  /** `written`: the number, as typed. */
  noSuchFigure: (written: string) =>
    `Je ne trouve pas ${written} dans ce que je viens de dire, ni dans la base : je ne peux pas dire d’où vient ce chiffre.`,
  orderUnknown: 'Les dates connues ne disent pas lequel a été annoncé en premier.',
};

export type StandingMessages = Sentences<typeof fr>;
