import { selectIds, selectPositions } from '../answering/select';
import { isAmountField } from '../model/project-fields';
import type { Decision } from './decide';
import { isOperator, takesOut } from './open-slots';
import { dimensionsNamed } from './lists/parts';
import { type Filled, filled, type SetFound } from './said';
import { heldByText, isOnStranger, strangerNext } from './strangers';
import {
  type SaidOfSet,
  comesBack,
  exchanged,
  reconciled,
  framesOf,
  holdsSubject,
  lastSetQuestion,
  narrowed,
  recentFocuses,
  replaced,
  setOf,
  widened,
  without,
} from './patch';
import { EMPTY_FILTER, type Filter, isEmptyFilter, onlyThese } from '../model/question';
import { callTold } from './fund/compose-fund';
import { isBeside, siblingsOf } from './again';
import { othersCounted } from './lists/rankings';
import { everywhere } from './lists/towns';
import { unique } from './reading';
import type { Word } from '../language/words';
import {
  bothBefore,
  commonBefore,
  filterOf,
  isRanking,
  isTotal,
  isUniting,
  namesSets,
  totalsInARow,
  MOST_CANDIDATES,
  saysItGoes,
  pickedFromShown,
  takenOut,
  swappedIn,
  saidCount,
  askedInARow,
} from './referents';

/** What is near the best is listed with it. */
const NEAR = 0.6;

export function isAdded(intent: Decision['intent']): boolean {
  return intent === 'sum' || intent === 'average';
}

/** The set that a message is about. */
export function setFor(decision: Decision, said: Filled): SetFound | null {
  const { memory, knowledge, reading, named } = said;
  const { reference } = decision;
  const sure = (filter: Filter): SetFound => ({ filter, support: 1, found: [] });
  const put = framesOf(memory).flatMap((frame) => setOf(frame) ?? []);
  // "Total des projets logement", "PILAT, quelle part ?", then "et sans PILAT ?": of the set that holds more than what goes.
  const out = said.limits.except.projects;
  const holdsMore = (set: Filter): boolean => {
    const held = selectIds(set, knowledge);
    return held.length > out.length && out.every((id) => held.includes(id));
  };
  const before = callTold(said) ?? (out.length > 0 ? put.find(holdsMore) : undefined) ?? put[0] ?? null;
  const { last: limited, limits } =
    before === null ? { last: null, limits: said.limits } : reconciledWith(before, said);
  const lifted = dimensionsNamed(reading, knowledge.language, true);
  // "Enlève la limite de 50": the bound said is the one that goes.
  const isBoundGone = lifted.includes('amount') && reading.operators.has('remove');
  const isOfThese = reading.spans.some(
    ({ start, end, tags }) => end - start > 1 && tags.some(({ kind, id }) => kind === 'reference' && id === 'these'),
  );
  const saidOfSet: SaidOfSet = {
    limits: isBoundGone ? { ...limits, amounts: [] } : limits,
    named,
    dropped: dimensionsNamed(reading, knowledge.language),
    lifted,
    // "Parmi eux, lesquels sont à la Justice ?", though none is
    keepsOnly: reading.operators.has('only') || isOfThese,
  };
  // "Au niveau national alors ?": the place does not limit any more.
  const last = limited === null ? null : everywhere(limited, said);
  // "Hors IGN", then "non, hors DGFiP plutôt"
  const isCorrected = reading.operators.has('correction') && !isEmptyFilter({ ...EMPTY_FILTER, except: limits.except });
  const corrected = (filter: Filter): Filter => (isCorrected ? { ...filter, except: EMPTY_FILTER.except } : filter);
  // "Non, reviens", "non non, tous" deny nothing of the set.
  const isTurned = reference === 'previous' || reference === 'widen';
  const isOfOthers = reading.references.some(({ id }) => id === 'others');
  const isLeftOut = reference === 'alone' || (isTurned && !isOfOthers);
  const rest = othersCounted(said) ?? (isLeftOut ? null : restOf(said));
  if (rest !== null) return sure(rest);
  const common = commonBefore(said);
  if (common !== null) return sure(common);
  const recent = recentFocuses(memory);
  const inARow = recent.slice(0, askedInARow(memory));
  // "Projets santé", then "et sur la pêche ?"
  if (isOnStranger(said)) return null;
  // "Projets de la culture", then "et à Toul ?", which only the text of a record says
  if ((isTurned || reference === 'replace') && strangerNext(said) !== null) {
    const held = heldByText(said);
    return held.length === 0 ? null : { ...sure(onlyThese(held)), found: held };
  }
  // "Et parmi tous les projets ?": what was said before limits nothing.
  if (reading.operators.has('whole-base') && reference !== 'ordinal') return setAlone(decision, said);
  const { except } = limits;
  const areNoOther = named.length === 0 && isEmptyFilter({ ...limits, except: EMPTY_FILTER.except });
  const united = areNoOther ? bothBefore(said) : null;
  const both = united === null ? null : { ...united, except };
  // "Tous ministères confondus, le plus cher ?" of those of one
  const { is, partNamed } = knowledge.language;
  const isLifting = (at: number): boolean => is('lifting', reading.words[at]?.folded ?? '');
  const isOfAll = reading.words.some(
    ({ folded }, at) => partNamed(folded) !== null && isLifting(at - 1) && isLifting(at + 1),
  );
  const isBack = reference === 'narrow' || reference === 'replace';
  if (last !== null && (reference === 'shown' ? isOfAll : isBack && comesBack(last, saidOfSet)))
    return sure(widened(last, saidOfSet, null, knowledge));
  // "Enlève LiDAR HD et ajoute Trackdéchets", "sors la santé, mets l'emploi": what is shown cannot be added.
  const more = named.filter((id) => !memory.shown.includes(id));
  const coming =
    more.length > 0 ? onlyThese(more) : reference === 'widen' ? { ...limits, except: EMPTY_FILTER.except } : null;
  const goes = !isEmptyFilter({ ...EMPTY_FILTER, except });
  if (last !== null && (reference === 'narrow' || reference === 'widen') && goes && coming && !isEmptyFilter(coming))
    return sure(exchanged(last, except, coming, knowledge));
  // "Top 3… enlève le premier", "retire-le, le reste ?"
  const isGone = reference === 'narrow' || (reference !== 'alone' && saysItGoes(said));
  const gone = last === null || !isGone ? [] : takenOut(said);
  if (last !== null && gone.length > 0) {
    const { among, except } = last;
    return sure(
      among === null
        ? { ...last, except: { ...except, projects: unique([...except.projects, ...gone]) } }
        : onlyThese(among.filter((id) => !gone.includes(id))),
    );
  }
  if (last !== null && isBeside(last, decision, said)) return setAlone(decision, said);
  switch (reference) {
    case 'ordinal': {
      const picked = pickedFromShown(said, true);
      return picked.length === 0 ? null : sure(onlyThese(picked));
    }
    case 'focus':
    case 'shown':
    case 'explain':
    case 'sources': {
      if (last === null) return null;
      // "2020 ?", "et 2019 ?", then "les deux ensemble, quelle aide ?"; of two projects shown last, "les deux" are these.
      const count = saidCount(reading);
      const areShown = (count > 2 ? [count] : [1, 2]).includes(memory.shown.length);
      const areSets = !areShown || namesSets(said) || totalsInARow(memory).count > 1;
      const orders = decision.intent === 'rank' || decision.intent === 'max' || decision.intent === 'min';
      const isCounted = decision.intent === 'count' || decision.intent === 'list';
      const asksOfAll = isAdded(decision.intent) || isCounted || (orders && isUniting(said));
      if (both !== null && areSets && asksOfAll) return sure(both);
      const isOfRecent =
        memory.shown.length < 2 &&
        recent.length >= Math.max(2, count) &&
        (reference === 'shown' || memory.focus === null);
      // "Le plus aidé ?", "le moins ?", then "la moyenne ?": of all that were ranked.
      const { question } = memory;
      const isMiddle = decision.intent === 'average' || decision.intent === 'median';
      if (isMiddle && isRanking(question) && reading.references.length + count === 0) return sure(question.filter);
      const these = count > 1 ? recent.slice(0, count) : inARow;
      if (isOfRecent) return sure(onlyThese(isAdded(decision.intent) ? [...these].reverse() : these));
      // "Et de ces quatre, lequel a reçu le moins ?" of those listed before
      const listed = framesOf(memory).find(({ shown }) => shown.length === count)?.shown;
      if (listed !== undefined && count > Math.max(1, memory.shown.length)) return sure(onlyThese(listed));
      // "Projets de la DGFiP", "le moins cher ?", then "combien de projets ?" is of the set.
      const isOfRanked =
        isCounted && isRanking(memory.question) && reading.references.length + reading.fields.length === 0;
      if (reference === 'focus' && memory.focus !== null && !isOfRanked)
        return sure(isCounted ? siblingsOf(memory.focus, said) : onlyThese([memory.focus]));
      // "Lequel est le plus récent ?", then "leurs aides réunies ?": what is added up or counted is no single one, but those it was the first of.
      const asked = lastSetQuestion(memory);
      const isFirstOf = asked?.kind === 'list' && asked.limit === 1 && (isAdded(decision.intent) || isCounted);
      const whole = reference === 'shown' && isFirstOf ? asked.filter : last;
      return sure(narrowed(whole, { ...saidOfSet, named: [] }, knowledge));
    }
    case 'replace': {
      const asked = lastSetQuestion(memory)?.filter ?? before;
      const kept = asked === null ? null : reconciled(asked, said.limits).last;
      const base = kept === null ? null : ofOtherField(corrected(everywhere(kept, said)), said);
      const swapped = swappedIn(last?.among ?? [], said);
      if (swapped !== null) return sure(onlyThese(swapped));
      if (base === null) return setAlone(decision, said);
      // "Enlève l'emploi, mets la fiscalité": what is said to go is all that the new one takes the place of.
      const isSaidToGo = JSON.stringify(kept) !== JSON.stringify(asked);
      if (isSaidToGo) return sure(narrowed(base, { ...saidOfSet, keepsOnly: true }, knowledge));
      // "Remplace la douane par les ports": of a list on customs the body goes as well.
      const isExchanged = reading.operators.has('remove') && holdsSubject(limits);
      const come = isExchanged ? { ...saidOfSet, limits: { ...limits, except: EMPTY_FILTER.except } } : saidOfSet;
      return sure(replaced(base, come, knowledge));
    }
    case 'narrow': {
      if (last === null) return setAlone(decision, said);
      // "Add Intelligence emploi", which is none of those added up
      const held = named.length > 0 && isAdded(decision.intent) ? selectIds(last, knowledge) : [];
      if (held.length > 0 && isEmptyFilter(limits) && !named.some((id) => held.includes(id)))
        return sure(widened(last, saidOfSet, null, knowledge));
      // "Sans cette limite", "non : dont l'aide dépasse 6 M€" of the cost: the bound of before goes.
      const isRefused =
        reading.operators.has('correction') || knowledge.language.is('refusing', reading.words[0]?.folded ?? '');
      const isUnbound = lifted.includes('amount') || (isRefused && limits.amounts.length > 0);
      return sure(narrowed(corrected(isUnbound ? without(last, 'amount') : last), saidOfSet, knowledge));
    }
    case 'widen': {
      // "Enlève le cadastre": what is named goes, though nothing was taken to rule out.
      const isNamedToGo = reading.operators.has('remove') && said.mentions.length > 0 && isEmptyFilter(said.limits);
      if (isNamedToGo && named.length === 0 && said.slots.roles.every((role) => role === 'none'))
        return setFor(decision, filled(decision, said, { ...said.slots, roles: said.slots.roles.map(() => 'out') }));
      // "Enlève l'emploi, mets la fiscalité"
      if (!isEmptyFilter(limits) && last !== null && JSON.stringify(last) !== JSON.stringify(before))
        return sure(narrowed(last, { ...saidOfSet, keepsOnly: true }, knowledge));
      // What limited is gone already, as a place is where the whole country is said: nothing else is lifted.
      const isLifted = isEmptyFilter(limits) && (!isEmptyFilter(said.limits) || last !== limited);
      if (isLifted && last !== null && named.length === 0) return sure(last);
      const base = last ?? EMPTY_FILTER;
      // "Les deux années réunies"
      return sure(both ?? widened(base, saidOfSet, widerBefore(base, said), knowledge));
    }
    case 'previous': {
      const sets = framesOf(memory)
        .slice(1)
        .flatMap((candidate) => setOf(candidate) ?? []);
      // "Trackdéchets ?", "DossierFacile, idem", then "additionnez"
      const isOfAll = isAdded(decision.intent) || decision.intent === 'max' || decision.intent === 'min';
      const isOfRecent = isOfAll && isEmptyFilter(limits) && memory.shown.length < 2;
      const numbered = saidCount(reading);
      const count = numbered > 1 ? numbered : isOfRecent ? inARow.length : 0;
      // "Et les deux avec la Géoplateforme ?"
      if (count > 1 && recent.length >= count)
        return sure(onlyThese(unique([...recent.slice(0, count), ...(isOfAll ? named : [])])));
      // "Retour aux quatre"
      const listed = framesOf(memory).find(({ shown }) => count > 1 && shown.length === count);
      if (listed !== undefined && (decision.intent === 'list' || isAdded(decision.intent)) && isEmptyFilter(limits))
        return sure(onlyThese(listed.shown));
      // "Reviens à la première liste"
      const isFirst = reading.references.some(({ id, position }) => id === 'ordinal' && position === 1);
      const nearest = isFirst ? sets.at(-1) : sets[0];
      return nearest === undefined || !isEmptyFilter(limits) ? setAlone(decision, said) : sure(nearest);
    }
    case 'alone':
      return setAlone(decision, said);
  }
}

/** "La fiscalité sans la fraude" after a list on fraud rules it out of what is said besides. */
function reconciledWith(before: Filter, { limits, reading }: Filled): ReturnType<typeof reconciled> {
  const found = reconciled(before, limits);
  const saysAnother = holdsSubject(limits) || limits.territories.length > 0;
  return saysAnother && !reading.operators.has('remove') ? { ...found, limits } : found;
}

/** "Pour combien le coût est-il publié ?", then "et l'aide ?": the same condition on the field said. */
function ofOtherField(filter: Filter, { reading, limits }: Filled): Filter {
  const [field, ...more] = reading.fields.filter(isAmountField);
  if (field === undefined || more.length > 0 || limits.known.length + limits.unknown.length > 0) return filter;
  const { known, unknown } = filter;
  return known.length + unknown.length !== 1
    ? filter
    : { ...filter, known: known.map(() => field), unknown: unknown.map(() => field) };
}

/** The set before it that the last one is a part of, with other limits: "projets emploi", then "restreins à l'Île-de-France". */
function widerBefore(last: Filter, { memory, knowledge }: Filled): Filter | null {
  const held = selectPositions(last, knowledge);
  const wider = framesOf(memory)
    .slice(1)
    .flatMap((frame) => setOf(frame) ?? [])
    .find((set) => !isEmptyFilter(set) && selectPositions(set, knowledge).length > held.length);
  if (wider === undefined) return null;
  const within = new Set(selectPositions(wider, knowledge));
  return held.every((position) => within.has(position)) ? wider : null;
}

/** "Lesquels pas ?", "et le reste ?": of the wider set, what the last one does not hold; null where nothing else is asked or is left. */
function restOf(said: Filled): Filter | null {
  const { reading, memory, knowledge } = said;
  const { words, spans, operators, fields } = reading;
  const [last] = framesOf(memory).flatMap((frame) => setOf(frame) ?? []);
  // "Ôte les locataires", then "classe le reste": what is left of it is what stands there.
  const isLeft = last !== undefined && !isEmptyFilter({ ...EMPTY_FILTER, except: last.except });
  const ordersOrAdds = fields.length > 0 || ORDERING.some((one) => operators.has(one));
  if (last === undefined || !asksForRest(last, said) || (isLeft && ordersOrAdds)) return null;
  // "Sans coût publié", "et sans aide ?", then "ni l'un ni l'autre"
  const isNeither = spans.some(
    ({ start, tags }) =>
      tags.some(({ id }) => id === 'others') && knowledge.language.is('denying', words[start - 1]?.folded ?? ''),
  );
  const unknown = unique(framesOf(memory).flatMap((one) => filterOf(one.question)?.unknown ?? []));
  if (isNeither && unknown.length > 1) return { ...last, known: [], unknown };
  // Nothing is the greatest of what no source gives: "écartez ceux sans coût", then "le moins cher des autres ?"
  if (last.known.length === 1)
    return ENDS.some((end) => operators.has(end)) ? null : { ...last, known: [], unknown: last.known };
  // "Les deux sans montant" are those put on the table.
  if (last.unknown.length === 1)
    return operators.has('not-known') ? null : { ...last, known: last.unknown, unknown: [] };
  const held = selectIds(last, knowledge);
  const { question } = memory;
  // "Tous ont un coût publié ?", then "lesquels n'en ont pas ?"
  const [shown, ...besides] = question?.kind === 'list' ? question.show : [];
  const isDenied = words.some(({ folded }) => knowledge.language.is('denying', folded));
  // "Et sans ceux dont le montant n'est pas publié ?" keeps the others.
  const key = takesOut(reading) ? 'known' : 'unknown';
  if (isDenied && shown !== undefined && besides.length === 0) return { ...last, [key]: [shown] };
  // "Projets justice", "ceux du ministère", then "lesquels n'ont pas de montant ?"
  if (operators.has('not-known') && words.some(({ folded }) => knowledge.language.partNamed(folded) === 'amount'))
    return null;
  // "Les 10 plus gros", "leur total ?", then "et le reste ?": of what they were the first of
  const isAdded = isTotal(question) && question.operation === 'sum' && operators.size === 0;
  const wide =
    last.among === null
      ? (widerBefore(last, said) ?? (isAdded ? EMPTY_FILTER : null))
      : framesOf(memory)
          .flatMap((frame) => filterOf(frame.question) ?? [])
          .find((set) => selectPositions(set, knowledge).length > held.length);
  if (wide == null || selectPositions(wide, knowledge).length <= held.length) return null;
  const except = { ...wide.except, projects: unique([...wide.except.projects, ...held]) };
  // "Et les autres de plus de 20 M€ ?"
  return { ...wide, except, amounts: [...wide.amounts, ...said.limits.amounts] };
}

const ENDS = ['max', 'min', 'average'] as const;

const ORDERING = ['sort', 'sum', 'average', 'max', 'min', 'oldest', 'newest', 'how-much', 'pays'] as const;

/** Nothing but that the others are meant: no subject, no other field, no limit, nothing to be taken out. */
function asksForRest({ known }: Filter, { reading, limits, named, knowledge: { language } }: Filled): boolean {
  const { words, operators, references, fields, leftoverStems } = reading;
  const isOfOthers = references.some(({ id }) => id === 'others');
  const isDenied = words.some(({ folded }) => language.is('denying', folded));
  const besides = { ...limits, known: [], unknown: [], amounts: isOfOthers ? [] : limits.amounts };
  const isBare = named.length === 0 && isEmptyFilter(besides) && leftoverStems.length === 0;
  const isOfLack = isDenied && fields.every((field) => known.includes(field));
  return isBare && !operators.has('remove') && (isOfOthers || isOfLack);
}

/** The set that a message names by itself: its limits, else what its words describe, else all. */
function setAlone(decision: Decision, said: Filled): SetFound | null {
  const { intent } = decision;
  const { limits, evidence, named, slots, reading, knowledge } = said;
  // "Cheffe de bureau en préfecture. Vos projets sur le logement ?", "… sur la prison ? son fils est à Melun": what leaves nothing was told beside.
  if (!isEmptyFilter(limits) && selectPositions(limits, knowledge).length === 0) {
    const isAsked = partOfRequest(said);
    const roles = slots.roles.map((role, at) => (isAsked(said.mentions[at]?.start ?? 0) ? role : 'none'));
    if (roles.some((role, at) => role !== slots.roles[at]) && roles.some((role) => role !== 'none'))
      return setAlone(decision, filled(decision, said, { ...slots, roles }));
  }
  const { share, weight } = evidence.projects[0] ?? { share: 0, weight: 0 };
  if (!isEmptyFilter(limits)) {
    const both = named.length > 1 ? { ...limits, among: named } : limits;
    // Of projects named, what leaves some of them out where they are added up was misread, and so was what leaves none.
    const left = both.among === null ? [] : selectPositions(both, knowledge);
    const isEmptied = both.among !== null && (left.length === 0 || (isAdded(intent) && left.length < named.length));
    const filter = isEmptied ? onlyThese(named) : both;
    return { filter, support: 1, found: evidence.projects.map(({ id }) => id) };
  }
  if (named.length > 0) return { filter: onlyThese(named), support: 1, found: named };
  if (slots.scope === 'all' || share === 0) {
    // The whole base is asked when nothing is left over; with words that nothing explains it hardly is.
    const support = Math.max(0.2, (intent === 'list' ? 0.6 : 0.95) - 0.15 * reading.leftoverStems.length);
    return { filter: EMPTY_FILTER, support, found: [] };
  }
  const near = evidence.projects.filter((found) => found.weight >= weight * NEAR).slice(0, MOST_CANDIDATES);
  const found = near.map(({ id }) => id);
  return { filter: onlyThese(found), support: share * 0.8, found };
}

/**
 * The clause in which projects are asked for, or a computation, with those that only limit: "sur la santé, lesquels coûtent plus de 5 M€ ?"; of a
 * message that says neither, the last sentence.
 */
function partOfRequest({ reading: { words, spans, leftoverStems }, knowledge }: Filled): (index: number) => boolean {
  const asking = spans.find((span) => isOperator(span, ...REQUESTING));
  if (asking === undefined) {
    const start = words.findLastIndex(({ startsSentence }) => startsSentence);
    return (index) => index >= start;
  }
  const { is } = knowledge.language;
  const clauseOf = (at: number): readonly [number, number] => {
    const end = words.findIndex(({ startsClause }, index) => startsClause && index > at);
    const start = words.findLastIndex(({ startsClause }, index) => startsClause && index <= at);
    return [start, end < 0 ? words.length : end];
  };
  const tells = ({ stem, folded }: Word): boolean =>
    leftoverStems.includes(stem) || is('speaking', folded) || is('mine', folded);
  const [start, end] = clauseOf(asking.start);
  return (index) => (index >= start && index < end) || !words.slice(...clauseOf(index)).some(tells);
}

const REQUESTING = ['list', 'plural-subject', 'count', 'sum', 'average', 'median', 'existence'] as const;
