import type { StandingMessages } from '../fr/standing';
import { capitalised, roundedPercent } from '../sentences';
import { among, AMOUNT, FIELDS, list, plural, risen } from './answers';

const SMALL = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const TIMES = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });
const PERCENT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export const en: StandingMessages = {
  part: (part) => `${part < 0.001 ? 'less than 0.1' : PERCENT.format(part * 100)}%`,
  madeOfBoth: { share: 'part of the cost that the fund pays', rest: 'cost that the fund does not pay' },
  partOfCost: (part) => `part from the fund: ${en.part(part)}`,
  fundingOfCost: (funding, cost) => `${funding} from the fund out of ${cost}`,
  sharesTogether: (funding, cost, part, mean) =>
    `Together: ${funding} from the fund for a cost of ${cost}, or ${en.part(part)}; simple average of the parts: ${en.part(mean)}.`,
  restsTogether: (rest, funding, cost) =>
    `Together: ${rest} that the fund does not pay (a cost of ${cost}, ${funding} from the fund).`,
  sharesKnown: (published, of) =>
    `Both amounts are published for ${plural(published, 'project', 'projects')} out of ${of}.`,
  ofTotal: (total, published) =>
    published === 0
      ? `of the ${total} of your message`
      : `of the total of the ${published} published amounts (${total})`,
  shareOfAll: (part, ofTotal) => `That is ${part} ${ofTotal}.`,
  shareAsked: (name, part, ofTotal) =>
    name === null ? `${capitalised(part)} ${ofTotal}.` : `${name}: ${part} ${ofTotal}.`,
  fundFigure: (value, unit) => {
    if (unit === 'part') return value < 0.001 ? en.part(value) : en.fundFigure(value * 100, 'percent');
    if (unit === 'MEUR' && value < 0.1)
      return `€${AMOUNT.format(value < 0.001 ? value * 1e6 : Math.round(value * 1e6))}`;
    if (unit === 'years')
      return value < 1
        ? `${Math.round(value * 12)} months`
        : `${PERCENT.format(value)} ${value < 1.05 ? 'year' : 'years'}`;
    const format = unit === 'number' && value < 0.1 ? SMALL : AMOUNT;
    const figure = format.format(unit === 'percent' ? roundedPercent(value) : value);
    return { MEUR: `€${figure} million`, percent: `${figure}%`, points: `${figure} points`, number: figure }[unit];
  },
  aboutPart: (percent) =>
    percent < 10 || Number.isInteger(roundedPercent(percent)) ? '' : `, or about ${Math.round(percent)}%`,
  fundFigureSentence: (figure, what) => `${figure} ${what}.`,
  computed: (operation, change) =>
    operation === 'difference' && change !== null
      ? `Difference, ${change < 0 ? '−' : '+'}${PERCENT.format(Math.abs(change) * 100)}%`
      : {
          sum: 'Total',
          average: 'On average',
          share: 'Share',
          ratio: 'Ratio',
          product: 'Product',
          difference: 'Difference',
          payback: 'Payback time',
        }[operation],
  computedSentence: (what, figure) => `${what}: ${figure}.`,
  computedOf: (figures) => `Computed from: ${figures.join('; ')}.`,
  yearly: (amount) => `${amount} a year`,
  scopesDiffer: 'Beware: these figures do not all cover the same scope.',
  disputed: (field, way) => {
    if (way === 'later') return 'schedule put back';
    const name = field === null ? null : FIELDS[field].name;
    if (way === 'any') return `sources that disagree${name === null ? '' : `: ${name}`}`;
    return `${name ?? 'figure'} revised ${way === 'up' ? 'upwards' : 'downwards'}`;
  },
  apart: (what, from, to, isRevised, rise) => `${what}: ${from}${isRevised ? ', then' : ' or'} ${to}${risen(rise)}`,
  revised: (before, after, all, mean, isMore) =>
    `Together: ${before}, then ${after}, which is ${all} ${isMore ? 'more' : 'less'} (${mean} per project on average).`,
  lateTogether: (years, count) =>
    `Together: ${plural(years, 'year', 'years')} late, ${SMALL.format(years / count)} on average, over the ${count} projects of which both dates are known.`,
  moved: (from, to, years) =>
    `${from === null ? '' : `planned for ${from}, `}put back to ${to}${years === 0 ? '' : ` (${plural(years, 'year', 'years')})`}`,
  rank: (place, isTied) => `It is amount number ${place} from the highest${isTied ? ', level with another' : ''}.`,
  ordinal: (place, isTied) => `no. ${place}${isTied ? ', level with another,' : ''}`,
  outOf: (published, label, amount) => `out of ${published} projects with a published amount (${label}: ${amount})`,
  ranked: (name, place, outOf) => `${name} is ${place} ${outOf}.`,
  besideMiddle: ({ name, amount, label, middle, published, difference }, times, isMedian) => {
    const ofMiddle = isMedian ? 'the median' : 'the average';
    const of = `${TIMES.format(times)} times ${ofMiddle}`;
    const side = times > 1 ? `is above ${ofMiddle}` : times < 1 ? `is below ${ofMiddle}` : `is at ${ofMiddle}`;
    const more = times === 1 ? '' : `, that is ${difference} ${times > 1 ? 'more' : 'less'}`;
    const amounts = `${amount} (${label}), against ${middle} over ${published} published amounts${more}`;
    return { times: of, beside: `${name} ${side}: ${amounts}.`, whole: `${name} ${side}: ${amounts} (${of}).` };
  },
  level: (names) => `Level with the last one: ${list(names)}.`,
  levelHeading: (count, direction, filters) =>
    `${count} projects level, the ${direction === 'ascending' ? 'oldest' : 'latest'} by date of announcement${among(filters)}:`,
  undated: (count) =>
    `${plural(count, 'project', 'projects')} whose date of announcement is not known ${count > 1 ? 'are' : 'is'} left out.`,
  announcedFirst: (names) => `Announced first: ${list(names)}.`,
  announcedTogether: 'The date of announcement is the same.',
  wholeText: (text) => `In full: ${text}`,
  noSuchFigure: (written) =>
    `I cannot find ${written} in what I just said, nor in the base: I cannot say where that figure comes from.`,
  orderUnknown: 'The dates that are known do not tell which was announced first.',
};
