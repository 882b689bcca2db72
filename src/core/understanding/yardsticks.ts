import { selectIds, selectPositions } from '../answering/select';
import { amountOf, areAllAlike, isAmountField } from '../model/project-fields';
import {
  EMPTY_FILTER,
  type Filter,
  type Frame,
  isEmptyFilter,
  onlyThese,
  type Question,
  type Standing,
} from '../model/question';
import type { Field } from '../model/records';
import { partShared } from './again';
import { placeClaimed } from './claims';
import type { Decision } from './decide';
import { conditionOn, idsOf, isCeiling } from './limits';
import { isOperator, takesOut, THINGS, unexplainedIn } from './open-slots';
import { LISTED } from './lists/parts';
import { partSaid } from './talk/bodies';
import { classesIn, type LanguageWords, type WordClass } from '../language/language-words';
import type { Word } from '../language/words';
import type { Span } from '../model/tag';
import { framesOf, lastAmountField, lastSetQuestion, opposes, setOf } from './patch';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type Reading, unique } from './reading';
import { amountFor, isTotal, pickedFromShown, saidCount } from './referents';
import { type Filled, projectOf, yardsticks, type SetFound } from './said';
import { setFor } from './sets';

/**
 * "Quels projets coûtent plus que LiDAR HD ?", "d'autres ont eu davantage ?": a set bounded by the amount of the project named, or of the one spoken
 * of, or by those of two; the question on that amount where no source gives it; null where no project bounds.
 */
export function boundedByOne(decision: Decision, said: Filled): SetFound | Question | null {
  const { slots, knowledge } = said;
  const { comparison } = slots;
  const ones = yardsticks(decision, said);
  const saysShare = said.reading.words.some(({ isPercent }) => isPercent);
  if (saysShare || ones.length === 0 || comparison === null || comparison === 'none') return null;
  const field = amountFor(decision, said);
  const values: number[] = [];
  for (const id of ones) {
    const project = knowledge.projectById.get(id);
    const value = project === undefined ? null : amountOf(project, field);
    if (value === null) return { kind: 'fact', project: id, field, also: [] };
    values.push(value);
  }
  const base = setBeside(decision, said);
  if (base === null) return null;
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  // "Plus cher que celui-là et moins que la TNCP" lies between; "au-dessus des deux" is above the greater.
  const isBetween = ones.length > 1 && (comparison === 'between' || said.named.length > 0);
  const bound = isBetween
    ? { field, min: least, max: greatest, includesBounds: false }
    : conditionOn(field, isCeiling(comparison) ? least : greatest, comparison);
  // "Moins que l'OCS GE", then "et plus que Mentor"
  const isOtherEnd = decision.reference === 'narrow' && opposes(base.amounts, [bound]);
  const others = base.except.projects.filter((id) => !ones.includes(id));
  return {
    filter: {
      ...base,
      amounts: [...(isOtherEnd ? base.amounts : base.amounts.filter((condition) => condition.field !== field)), bound],
      except: { ...base.except, projects: bound.includesBounds ? [...others, ...ones] : others },
    },
    support: 1,
    found: [],
  };
}

/** The set that is bounded: the one shown where the message is about it, else what it says itself. */
function setBeside({ reference, ...decision }: Decision, said: Filled): Filter | null {
  const isOfShown = reference === 'shown' || reference === 'narrow' || reference === 'replace' || reference === 'widen';
  const isOfAll = !isOfShown || said.memory.question?.kind === 'compare' || said.reading.operators.has('whole-base');
  // "Dans le même appel, combien ont eu moins ?"
  if (isOfAll) return { ...said.limits, ...partShared(said) };
  return setFor({ ...decision, reference: 'narrow' }, { ...said, named: [] })?.filter ?? null;
}

/** "Et ceux où elle n'est que partenaire ?": what a body has a part in and does not carry: the one said, else that of the last set or project. */
export function partOnly({ reference }: Decision, said: Filled): SetFound | null {
  const { slots, memory, limits, reading, knowledge } = said;
  const before = lastSetQuestion(memory)?.filter ?? EMPTY_FILTER;
  // "Et l'IGN ?" after those of which the DINUM is a partner
  const isCarried = reading.operators.has('said-carried') || reading.fields.includes('carrier');
  const goesOn = reference === 'replace' && before.partners.length > 0 && limits.carriers.length > 0 && !isCarried;
  if (slots.condition !== 'part' && !goesOn) return null;
  const told = partSaid(reading, knowledge.language);
  const ofFocus = knowledge.projectById.get(memory.focus ?? '')?.carrierIds ?? [];
  const named = told?.bodies.flatMap(({ tags }) => idsOf(tags, 'organisation')) ?? bodiesOf(limits);
  const bodies = [named, bodiesOf(before), ofFocus].find(({ length }) => length > 0);
  if (bodies === undefined) return null;
  const isOther = (id: string): boolean => !bodies.includes(id);
  // "Les projets de la DGFiP dont la DINUM est partenaire" are carried by the other.
  const rest: Filter =
    told === null
      ? EMPTY_FILTER
      : {
          ...limits,
          carriers: limits.carriers.filter(isOther),
          topics: limits.topics.filter(({ organisations }) => organisations.every(isOther)),
        };
  // "En porteur comme en partenaire" is either.
  const { words, fields } = reading;
  const isAlone = classesIn(words, knowledge.language)('denying', 'restricting');
  const isEither = (told === null ? fields.includes('carrier') : told.as !== 'partner') && !isAlone;
  const topics = [...rest.topics, { themes: [], beneficiaries: [], organisations: bodies }];
  const set: Filter = isEither ? { ...rest, topics } : { ...rest, partners: bodies };
  const ofWhom: Filter = { ...set, known: ['partners'] };
  const asksWhom = told?.as === 'whom' && selectPositions(ofWhom, knowledge).length > 0;
  return { filter: asksWhom ? ofWhom : set, support: 1, found: [] };
}

function bodiesOf({ carriers, partners, topics }: Filter): readonly string[] {
  return unique([...carriers, ...partners, ...topics.flatMap(({ organisations }) => organisations)]);
}

/** "Les 3 ministères les plus financés", "l'année avec le plus de projets": the parts that are ranked by money or by their projects; null where projects are ranked. */
export function partRanked(reading: Reading, { language, lexicon }: KnowledgeBase) {
  const { words, spans, operators, fields } = reading;
  const { partNamed, is } = language;
  // "Quel est le premier ministère en nombre de projets ?"
  const isFirst = ({ end: last, tags }: Span): boolean =>
    tags.some((tag) => tag.kind === 'reference' && tag.id === 'ordinal' && tag.position === 1) &&
    LISTED.some((part) => part === partNamed(words[last]?.folded ?? ''));
  const first = spans.find(isFirst);
  const end = spans.find((span) => isOperator(span, 'max', 'min', 'top', 'sort')) ?? first;
  if (end === undefined) return null;
  // "Les plus financés" says the fund's money within.
  const within = words.slice(end.start, end.end).flatMap((word) => lexicon.tag([word]));
  const isPaid = operators.has('pays') || within.some((span) => isOperator(span, 'pays'));
  const isOfNumber = operators.has('count') && (operators.has('top') || end === first);
  const isCounted = countsProjects(reading, language) || isOfNumber;
  // "Les ministères sociaux" are one.
  const isOfName = (index: number): boolean =>
    spans.some((span) => span.start <= index && index < span.end && span.tags.some(({ kind }) => THINGS.has(kind)));
  // "Tous ministères confondus" ranks none.
  const isSeveral = ({ folded }: Word, index: number): boolean =>
    folded.endsWith('s') && !is('lifting', words[index + 1]?.folded ?? '');
  // "Le premier appel" is one.
  const isCall = (index: number): boolean =>
    spans.some(
      ({ start, end: last, tags }) => start <= index && index < last && tags.some(({ kind }) => kind === 'call'),
    );
  // "La plus grosse année", "le ministère le plus aidé"
  const isHead = (index: number): boolean =>
    (end === first || isOperator(end, 'max', 'min')) &&
    (index === end.end ||
      (!isCall(index) &&
        (index === end.start - 1 || (index === end.start - 2 && is('articles', words[index + 1]?.folded ?? '')))));
  const isRanked = (word: Word, index: number): boolean =>
    partNamed(word.folded) !== null &&
    (isSeveral(word, index) || isHead(index) || (isCounted && index < end.start)) &&
    !isOfName(index);
  const at = words.findIndex(isRanked);
  const part = partNamed(words[at]?.folded ?? '');
  // "Le plus gros appel à projets"
  const areProjects =
    part !== 'call' && (operators.has('plural-subject') || words.some(({ folded }) => is('projects', folded)));
  const isOfMoney = (isPaid || isHead(at) || fields.some(isAmountField)) && !areProjects;
  return !(isCounted || isOfMoney) || part === null || part === 'amount' || part === 'day' ? null : { part, isCounted };
}

/** "Le plus de projets"; "qui en porte le plus ?" */
export function countsProjects({ spans, words }: Reading, { is }: LanguageWords): boolean {
  const { start, end } = spans.find((span) => isOperator(span, 'max', 'min')) ?? { start: NaN, end: NaN };
  const isCarried = spans.some((span) => span.end === start && isOperator(span, 'said-carried', 'carried-by'));
  const isOfCarried = isCarried && end === words.length;
  return isOfCarried || words.slice(end, end + 2).some(({ folded }) => is('projectPlurals', folded));
}

/**
 * "InSERRE, quelle part de ce total ?", "c'est le combientième ?", "est-ce le 2e plus financé ?", "c'est beaucoup ?": of projects that are named, of one of those shown that is described, or of the one
 * spoken of, beside the total said, the last one, those shown where the message says that it is of these, or for its rank all; of the project
 * spoken of, what the fund pays of its cost.
 */
export function shareAsked(said: Filled): Question | null {
  const { reading, memory, mentions, limits, knowledge } = said;
  const { words, operators, references } = reading;
  const { is } = knowledge.language;
  const named = unique(mentions.flatMap(projectOf));
  const [last] = framesOf(memory).flatMap((frame) =>
    isTotal(frame.question) && frame.question.operation === 'sum' ? frame.question : [],
  );
  // "La PPN là-dessus, en % ?"
  const isPartOfLast = operators.has('share') && named.length === 1 && last === memory.question;
  const isOfSets = operators.has('share') && named.length === 0 && last === memory.question && !isEmptyFilter(limits);
  // "Le taux de financement par le fonds ?"
  const isOfAid =
    words.some(({ folded }) => is('rating', folded)) && reading.fields.join() === 'funding' && named.length === 0;
  const standing = standingSaid(reading, knowledge) ?? (isPartOfLast || isOfSets || isOfAid ? 'part' : null);
  const saysRank = standing === 'rank';
  // "Il en est où dans le classement ?" asks neither how far it is nor in which place of France.
  const fields = reading.fields.filter((field) => !saysRank || (field !== 'status' && field !== 'territory'));
  const isLess = takesOut(reading) || words.some(({ folded, endsQuestion }) => is('denying', folded) && !endsQuestion);
  // "C'est la combientième action du projet, la 2e ou la 3e ?"
  const saysPlace = references.some(({ id }) => id === 'ordinal') && placeClaimed(reading, knowledge) === null;
  if (standing === null || isLess || (saysRank && saysPlace)) return null;
  const { question, focus } = memory;
  // "De sa part, dans quel état est-ce ?" asks for something else.
  const isBare =
    mentions.every(({ kind }) => saysRank && kind !== 'project') &&
    unexplainedIn(reading, knowledge.language, 'placing', 'placed').length < 2 &&
    fields.every((one) => isAmountField(one) || one === 'summary');
  const isOfTotal = operators.has('sum') && question?.kind === 'fact' && question.field === 'funding';
  const isOfCost = question?.kind === 'fact' && (question.field === 'funding' || question.field === 'cost');
  // "Le fonds paie quelle part du total ?" is of the cost, whatever was asked of it before.
  const isPaid = ((operators.has('pays') && reading.mentionsFund) || isOfAid) && question?.kind === 'fact';
  if (((isOfCost && !isOfTotal) || isPaid) && isBare && question.project === focus && !saysRank)
    return { kind: 'fact', project: question.project, field: 'funding', also: ['cost'] };
  const isOfShown = operators.has('sum') || operators.has('common') || references.some(({ id }) => id === 'these');
  // "Classe les ministères par aide", then "la part de la Justice dans le total ?" is of no part of the first of them.
  const isSplit = question?.kind === 'aggregate' && question.groupBy !== null;
  const [shown] = framesOf(memory).flatMap((frame) =>
    isOfShown && !isSplit && frame.shown.length > 1 ? (setOf(frame) ?? []) : [],
  );
  const field = fields.find(isAmountField) ?? last?.field ?? lastAmountField(memory) ?? 'funding';
  const own: Filter = { ...limits, among: null, except: EMPTY_FILTER.except };
  const saysTotal = saysRank || operators.has('sum') || fields.includes(field);
  const isOfLast = standing === 'part' && last === question && named.length === 0;
  const ofSets = isOfLast ? partOfSets(own, last, knowledge) : null;
  if (ofSets !== null) return ofSets;
  // "Quelle part du coût de tous les projets ?" of the total just told
  const saysAll = operators.has('whole-base') || (operators.has('plural-subject') && fields.length > 0);
  if (isOfLast && saysAll && isEmptyFilter(own) && !isEmptyFilter(last.filter) && fields.every((one) => one === field))
    return { ...last, of: EMPTY_FILTER, standing };
  // "Projets de plus de 10 M€", "lesquels à la Justice ?", then "leur part dans le total des 11 ?"
  const count = saidCount(reading);
  const isWithin = (frame: Frame): boolean =>
    frame.shown.length === count && memory.shown.length < count && memory.shown.every((id) => frame.shown.includes(id));
  const wider = named.length === 0 ? memory.earlier.find(isWithin)?.shown : undefined;
  // "Du total des projets", not "de ce total"
  const isOfAll = operators.has('plural-subject') && references.length === 0;
  const total = saysRank || isOfAll ? undefined : last?.filter;
  const told = total ?? shown ?? (isOfAll || saysRank || operators.has('sum') ? EMPTY_FILTER : null);
  const before = wider === undefined ? told : onlyThese(wider);
  const of = isEmptyFilter(own) ? before : saysTotal ? own : null;
  // "La somme ?", then "la part du premier ?"
  const placed = references.some(({ id }) => id === 'ordinal') && isTotal(question) ? pickedFromShown(said, true) : [];
  // "Combien pour l'IA ?", of which one amount is published, is of no project.
  const isOfSet = isTotal(question) && question.filter.among?.length !== 1;
  const ofFocus = isBare && focus !== null && !isOfSet ? [focus] : [];
  const parts = [named, placed, wider === undefined ? ofFocus : memory.shown].find(({ length }) => length > 0) ?? [];
  if (of === null || parts.length === 0 || fields.some((one) => one !== field && one !== 'summary')) return null;
  // Amounts of unlike kinds are in no one order: it is told which may be compared.
  if (saysRank && !areAllAlike(field))
    return { kind: 'list', filter: of, sort: { field, direction: 'descending' }, limit: null, found: [], show: [] };
  const held = selectIds(of, knowledge);
  if (parts.length >= held.length || !parts.every((id) => held.includes(id))) return null;
  return { kind: 'aggregate', operation: 'sum', field, filter: onlyThese(parts), limit: 1, groupBy: null, of };
}

/** "Combien pour la DGFiP ?", then "quelle part de Bercy ?", or the other way round: of two sets of which one lies within the other; null of others. */
function partOfSets(own: Filter, last: Question & { kind: 'aggregate' }, knowledge: KnowledgeBase): Question | null {
  const isWithin = (inner: Filter, outer: Filter): boolean => {
    const [held, all] = [selectIds(inner, knowledge), new Set(selectIds(outer, knowledge))];
    return held.length > 0 && held.length < all.size && held.every((id) => all.has(id));
  };
  // The theme of a ministry holds its projects: neither is a part of the other.
  const bodies = (filter: Filter): readonly string[] =>
    unique([...filter.carriers, ...filter.topics.flatMap(({ organisations }) => organisations)]);
  const isSame = bodies(own).some((id) => bodies(last.filter).includes(id));
  if (isEmptyFilter(own) || isEmptyFilter(last.filter) || isSame) return null;
  if (isWithin(own, last.filter)) return { ...last, filter: own, of: last.filter };
  return isWithin(last.filter, own) ? { ...last, of: own } : null;
}

/** Whether words ask for the rank of a figure, or for the part of a whole that it is; null for neither. */
export function standingSaid(reading: Reading, knowledge: KnowledgeBase): Standing | null {
  const { words, spans, named } = reading;
  const { is } = knowledge.language;
  const has = (wordClass: WordClass, from: number, to: number): boolean =>
    words.slice(Math.max(0, from), to).some(({ folded }) => is(wordClass, folded));
  // "À quelle place ?", not "mis en place"; "c'est beaucoup, non ?", not "merci beaucoup", nor "c'est beaucoup plus"
  const saysPlace = ({ folded }: Word, at: number): boolean =>
    is('placing', folded) ||
    (is('placed', folded) && has('which', at - 1, at)) ||
    (is('weighing', folded) &&
      has('pronouns', at - 3, at) &&
      words.slice(at + 1).every((word) => is('refusing', word.folded)));
  // "Il est où dans le classement ?", "le classement de PILAT", "et par rapport aux autres ?"
  const isOfOne = (at: number): boolean =>
    named.length === 1 &&
    has('joining', at, at + 1) &&
    spans.some(({ start, tags }) => start === at + 1 && tags.some(({ kind }) => kind === 'project'));
  const isAmongAll = spans.some(
    (span) =>
      (isOperator(span, 'sort') && (has('within', span.start - 3, span.start) || isOfOne(span.end))) ||
      (isOperator(span, 'compare') && has('remaining', span.end, span.end + 2)),
  );
  if (words.some(saysPlace) || isAmongAll || placeClaimed(reading, knowledge) !== null) return 'rank';
  // "À part PILAT", "pas que la part du fonds", "soustrayons PILAT, hors de proportion"
  const isInSpan = (at: number): boolean => spans.some(({ start, end }) => start <= at && at < end);
  // "PILAT, ça fait plus de la moitié ?", not "la moitié des projets"
  const isShare = ({ folded }: Word, at: number): boolean =>
    is('sharing', folded) || (is('halving', folded) && !has('among', at + 1, at + 2) && !has('ofThem', at + 1, at + 2));
  return words.some((word, at) => isShare(word, at) && !isInSpan(at)) ? 'part' : null;
}

/** With whom a body works is asked, and nothing describes one of its projects. */
export function ofBodyAlone({ reading, named, knowledge }: Filled): boolean {
  const isOfTheme = reading.spans.some(({ tags }) => tags.some(({ kind }) => kind === 'theme'));
  // "Avec qui travaille l’IGN ?"
  const isAlone = named.length === 0 && reading.leftoverStems.length < 2 && !isOfTheme;
  return isAlone && partSaid(reading, knowledge.language)?.as === 'whom';
}

/**
 * "Combien ne vient pas du fonds ?", "combien le fonds n'a-t-il pas payé ?", "à part le FTAP, qui a payé ?", "le reste à financer": what the cost leaves
 * without the fund's money.
 */
export function isOfRest(fields: readonly Field[], reading: Reading, { language: { is } }: KnowledgeBase): boolean {
  const { words, spans, operators } = reading;
  if (fields.join() !== 'cost' && fields.join() !== 'funding') return false;
  const asksHowMuch =
    (['how-much', 'count', 'share', 'pays'] as const).some((operator) => operators.has(operator)) ||
    words.some(({ folded }) => is('sharing', folded));
  const isGiven = ({ tags }: Span): boolean =>
    tags.some(({ kind, id }) => kind === 'fund' || id === 'pays' || id === 'funding');
  // "Pas payé par le fonds", not "pas le coût, la part du fonds"
  const isOut = (at: number): boolean => {
    const next = spans.find(
      (span) => span.start >= at && (isGiven(span) || span.tags.some(({ kind }) => kind === 'field')),
    );
    if (next === undefined || !isGiven(next) || next.start - at >= DENIED_WITHIN) return false;
    return words.slice(at, next.start + 1).every(({ startsClause }) => !startsClause);
  };
  const isDenied = words.some(({ folded }, at) => is('rulingOut', folded) && isOut(at + 1));
  const isBeside = spans.some((span) => isOperator(span, 'except') && isOut(span.end));
  // "Sors celui des partenaires : il reste combien ?" is of those left.
  const isLeft = !takesOut(reading) && words.some(({ folded }) => is('leaving', folded));
  return asksHowMuch && (isDenied || isBeside || isLeft);
}

/** "Pas du tout payé" */
const DENIED_WITHIN = 3;
