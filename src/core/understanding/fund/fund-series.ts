import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { classesIn } from '../../language/language-words';
import { allFrom } from '../../language/periods';
import type { FigureOperation } from '../../model/question';
import { type Reading, unique } from '../reading';
import { saidCount } from '../referents';
import type { Filled } from '../said';
import { NOTHING_TOLD, placeMeant, toldLast } from './fund-facts';
import { figuresOf, isExplained, keyOf, type OfFund, placeNamed, type Thing, thingsOf, wordsOf } from './fund-figures';

/**
 * What is computed of figures that the message does not name one by one: "total payé 2019-2021", "taux d'engagement 2020", and what it goes on with, "la
 * 2e session aussi"; null where it asks for none.
 *
 * @param told what was told on the fund, in a row, the last first
 */
export function figuresOfSeries(
  operation: FigureOperation | null,
  isOfEach: boolean,
  told: readonly OfFund[],
  said: Filled,
): OfFund | null {
  const { reading, knowledge } = said;
  const { words, operators } = reading;
  const has = classesIn(words, knowledge.language);
  const all = thingsOf(knowledge);
  const [last = null] = told;
  const before = figuresOf(last).flatMap((id) => all.find((thing) => thing.id === id) ?? []);
  const { places, isSaid } = placesSaid(said, before);
  const toldFacts = told.flatMap(({ facts }) => facts);
  const isLeft = operation === 'difference' && has('leaving');
  // "Il reste combien de crédits votés non consommés ?", of all years together
  const near = [...toldFacts, ...said.facts.slice(0, isLeft ? 1 : 0).map(({ id }) => id)];
  const made = (terms: readonly Thing[], of = operation): OfFund | null => {
    const figures = unique(terms.map(({ id }) => id));
    const units = unique(terms.map(({ unit }) => unit));
    const areAlike = units.length < 2 || (of === 'average' && !units.includes('percent'));
    if (of === null || figures.length < 2 || !areAlike || !isExplained(reading, figures, knowledge)) return null;
    return { kind: 'programme', facts: unique(terms.map(({ fact }) => fact)), figures, operation: of };
  };
  /** One figure of a series for each place, of as few facts as may be; none where one is missing. */
  const at = (series: string, wanted: readonly string[]): readonly Thing[] => {
    const ofSeries = all.filter(
      ({ series: own, place, fact }) =>
        own === series && wanted.includes(place) && ((isSaid && place !== '') || near.includes(fact)),
    );
    const weight = ({ fact }: Thing): number =>
      ofSeries.filter((other) => other.fact === fact).length + (toldFacts.includes(fact) ? HALF : 0);
    const ranked = [...ofSeries].sort((a, b) => weight(b) - weight(a));
    const terms = wanted.flatMap((place) => ranked.find((thing) => thing.place === place) ?? []);
    return terms.length === wanted.length ? terms : [];
  };
  const firstAt = (candidates: readonly string[], wanted = places): readonly Thing[] =>
    candidates.map((series) => at(series, wanted)).find((terms) => terms.length > 0) ?? [];
  const seriesBefore = unique(before.map(({ series }) => series));
  const named = seriesSaid(reading, all, knowledge);
  const isOfBefore = named.every((candidates) => candidates.some((series) => seriesBefore.includes(series)));
  const isSum = operation === 'sum' || (operation === 'average' && !isOfEach);
  const of = last?.operation ?? 'share';
  const isRow = seriesBefore.length === 1 && (of === 'sum' || of === 'average');
  // What was computed, again, or otherwise: "et en moyenne ?", "et la différence ?"
  const isOfTwo = before.length === 2 && operation !== 'average' && of !== 'average';
  if (last?.operation !== undefined && !isSaid && isOfBefore && (operation === of || (isRow && isSum) || isOfTwo))
    return made(before);
  // "La 2e session aussi", "et en 2019 ?", "avec 2019 et 2020 en plus"
  const isMore = isRow && (has('accompanying') || has('adding'));
  const pair = last?.operation === undefined ? quotientOf(last, all) : before;
  // "Et combien de dossiers au deuxième ?" asks for one of them.
  const called = new Set(pair.flatMap(({ id }) => wordsOf(id, null, knowledge)));
  const { partNamed, isFunctionWord } = knowledge.language;
  const isNamed = words.some(
    ({ folded, stem }) => partNamed(folded) === null && !isFunctionWord(folded) && called.has(keyOf(stem, knowledge)),
  );
  if (
    isSaid &&
    isOfBefore &&
    pair.length > 1 &&
    (operation === null ? isRow || !isNamed : operation === of || isMore)
  ) {
    const moved = isRow
      ? firstAt(seriesBefore, isMore ? unique([...before.map(({ place }) => place), ...places]) : places)
      : places.length === 1 && unique(pair.map(({ place }) => place)).length === 1
        ? pair.flatMap(({ series }) => at(series, places))
        : [];
    const again = moved.length < pair.length && !isRow ? null : made(moved, of);
    if (again !== null) return again;
  }
  const [first = reading.fields.includes('funding') ? ['funding'] : [], second = []] = named;
  const count = saidCount(reading);
  // "Engagements moins paiements cumulés"
  const isLess = second.length > 0 && (operation === 'difference' || (operation === 'sum' && has('growing')));
  const isAsked = last?.isOfFigure === true && count < 2 && named.length === 0;
  // "Dépensé plus en 2021 qu'en 2020 ?", then "soit combien de plus ?"
  const isBetween = operation === 'difference' && places.length === 2 && named.length < 2;
  // One thing at several times
  if ((isSum || isBetween) && !isLess && (isSaid ? places.length > 1 : last !== null && !isAsked)) {
    // The earlier one first
    const wanted = isBetween ? [...places].sort() : places;
    const ofFacts = all.filter(({ fact, unit }) => toldFacts.includes(fact) && unit !== 'percent');
    const isGuess = last?.operation === undefined && last?.isOfFigure !== true;
    const open = [first, isGuess || seriesBefore.length > 1 ? [] : seriesBefore].find(({ length }) => length > 0);
    const rows = unique(open ?? ofFacts.map(({ series }) => series)).map((series) => {
      const row = ofFacts.filter((thing) => thing.series === series && (count > 1 || last?.facts.includes(thing.fact)));
      return at(
        series,
        isSaid || isBetween || (count < 2 && places.length > 1) ? wanted : unique(row.map(({ place }) => place)),
      );
    });
    const isEnough = ({ length }: readonly Thing[]): boolean => length > 1 && (isSaid || count < 2 || length === count);
    return made(rows.find((row) => isEnough(row) && areApart(row)) ?? []);
  }
  // Two things at one time, or at as many
  // "CP 2023 / AE 2023"
  const isOver = operation === 'share' && named.length === 2;
  if ((isLess || isOver) && (isSaid || near.length > 0)) {
    const both = [firstAt(first), firstAt(second)];
    // What is more than the other is no part of it.
    const [[part] = [], [whole] = []] = both;
    const isPart = part !== undefined && whole !== undefined && part.value <= whole.value;
    return both.every(({ length }) => length > 0)
      ? made(both.flat(), isOver ? (isPart || has('sharing') ? 'share' : 'ratio') : 'difference')
      : null;
  }
  if (places.length > 1 || !isSaid) return null;
  if (operation === 'average' && ASKING.some((one) => operators.has(one))) {
    const [money, winners] = [firstAt(first.length > 0 ? first : ['funding']), at('winners', places)];
    return isOfEach && money.length > 0 ? made([...money, ...winners]) : null;
  }
  // "Le poids de 2018 dans le total" is of all years.
  const isPart = (operation === 'share' && !operators.has('sum')) || isLeft;
  const parts = isPart ? first.flatMap((series) => at(series, places)) : [];
  const pairs = parts.map((part) => [
    part,
    ...all.filter((one) => one.isWhole && one !== part && AS_PART.every((same) => one[same] === part[same])),
  ]);
  // "Le taux de sélection du premier appel" is told.
  const isTold = parts.some(({ unit }) => unit === 'percent');
  return isTold ? null : made(pairs.find(({ length }) => length > 1)?.slice(0, 2) ?? []);
}

const HALF = 0.5;
const ASKING = ['average', 'how-much', 'count'] as const;
/** What a figure shares with the one that it is a part of. */
const AS_PART = ['fact', 'place', 'unit'] as const;

/** None is a part of another, as the winners of one call are of those of its year. */
function areApart(terms: readonly Thing[]): boolean {
  return terms.every(({ calls, session }, at) =>
    terms.slice(at + 1).every((other) => {
      const areOfSessions = session !== null && other.session !== null;
      return areOfSessions || !calls.some((call) => other.calls.includes(call));
    }),
  );
}

/** "De dossiers retenus", 14 %: the two figures of its fact that this is made of. */
function quotientOf(last: OfFund | null, all: readonly Thing[]): readonly Thing[] {
  const [asked] = figuresOf(last);
  const [fact, ...others] = last?.facts ?? [];
  const ofFact = all.filter((thing) => thing.fact === fact);
  const rate = asked === undefined ? ofFact[0] : ofFact.find(({ id }) => id === asked);
  if (rate?.unit !== 'percent' || others.length > 0) return [];
  const ofPlace = ofFact.filter(({ place, unit }) => place === rate.place && unit !== 'percent');
  const pairs = ofPlace.flatMap((part) => ofPlace.map((whole) => [part, whole] as const));
  const made = pairs.find(
    ([part, whole]) => part.unit === whole.unit && Math.round((100 * part.value) / whole.value) === rate.value,
  );
  return made ?? [];
}

/** The calls or the years that a message is about, each as `Place`: those it says, else those of what was told. */
function placesSaid({ reading, memory, knowledge }: Filled, before: readonly Thing[]) {
  const of = (part: Partial<Reading>): string =>
    placeNamed(
      placeMeant({ ...reading, calls: [], years: [], references: [], ...part }, NOTHING_TOLD.place, knowledge),
    );
  const years = yearsSaid(reading, knowledge);
  const several =
    years.length > 1 ? years.map((year) => of({ years: [year] })) : reading.calls.map((call) => of({ calls: [call] }));
  if (several.length > 1) return { places: several, isSaid: true };
  const [first, ...others] = before;
  const last = toldLast(memory, knowledge).place;
  const isOfOne = first !== undefined && others.every(({ place }) => place === first.place);
  const told = isOfOne ? { ...last, calls: first.calls, session: first.session } : last;
  // "Le total des 5 années", "sur les trois ans" are of no fifth call.
  const { partNamed, is } = knowledge.language;
  const isCount = reading.words.some(({ folded }) => partNamed(folded) !== null || is('durations', folded));
  const meant = placeNamed(placeMeant(isCount ? { ...reading, quantities: [] } : reading, told, knowledge));
  const isSaid = years.length + reading.calls.length > 0 || meant !== placeNamed(told);
  // "Payé en 2020 et en 2021 ?", then "et cumulé ?"
  const toldPlaces =
    others.length > 0 ? before.map(({ place }) => place) : last.years.map((year) => of({ years: [year] }));
  return { places: isSaid || toldPlaces.length === 0 ? [meant] : unique(toldPlaces), isSaid };
}

/** "2019-2021", "2019 à 2021": each year of these. */
function yearsSaid({ years, words }: Reading, { language }: KnowledgeBase): readonly number[] {
  const [first = 0, last = 0] = years;
  const [from, to] = [first, last].map((year) => words.findIndex(({ folded }) => folded === String(year)));
  const isRow =
    (words[to ?? 0]?.startsClause ?? true) ||
    words.slice(from, to).some(({ folded }) => language.is('coordinating', folded));
  return years.length !== 2 || isRow || last < first ? years : allFrom(first, last);
}

/** What each word names of the figures, "payé", "engagements": their series, those first that it is the first word of. */
function seriesSaid({ words, spans }: Reading, all: readonly Thing[], { language }: KnowledgeBase) {
  const isOfCall = (at: number): boolean =>
    spans.some(({ start, end, tags }) => start <= at && at < end && tags.some(({ kind }) => kind === 'call'));
  return words.flatMap(({ folded, stem }, at) => {
    const isEach = language.is('winners', folded) && language.is('per', words[at - 1]?.folded ?? '');
    const key = isOfCall(at) || isEach ? null : language.figureWord(stem);
    if (key === null) return [];
    const ranked = [0, 1].flatMap((rank) =>
      all.flatMap(({ heads, series }) => (heads.some((head) => head[rank] === key) ? series : [])),
    );
    return ranked.length === 0 ? [] : [unique(ranked)];
  });
}
