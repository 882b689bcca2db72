import { readCount } from '../language/amounts';
import { classesIn, type LanguageWords, type WordClass } from '../language/language-words';
import type { Word } from '../language/words';
import type { Mention, Span } from '../model/tag';
import type { Memory } from '../model/question';
import type { Field } from '../model/records';
import { COMPARISONS, type Comparison, type Decision, ROLES, type Role } from './decide';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Reading } from './reading';

/** So many little words may stand between a field and what is said of it. */
export const MOST_BETWEEN = 3;

/** One of these is what a span says. */
export function isOperator({ tags }: Span, ...ids: readonly string[]): boolean {
  return tags.some(({ kind, id }) => kind === 'operator' && ids.includes(id));
}

/** "Coûts et FTAP", "coût / FTAP / date": the name of the fund stands for its money beside another field. */
export function isFundBeside({ start, end, tags }: Span, { words, spans }: Reading, { is }: LanguageWords): boolean {
  const joins = (at: number): boolean =>
    is('joining', words[at]?.folded ?? '') || is('denying', words[at]?.folded ?? '');
  const isEnd = words[end] === undefined || words[end].startsClause || joins(end);
  const before = joins(start - 1) ? start - 1 : words[start]?.startsClause === true ? start : NaN;
  const isBeside = spans.some((span) => span.end === before && fieldOf(span) !== null);
  return isEnd && isBeside && tags.some(({ kind }) => kind === 'fund');
}

/** "Dont le porteur est inconnu": who carries is a field there. */
export function fieldOf(span: Span): Field | null {
  const field = span.tags.find((tag) => tag.kind === 'field');
  return field?.id ?? (isOperator(span, 'said-carried', 'carried-by') ? 'carrier' : null);
}

/** "Donne-moi cinq projets", "tous ministères confondus": a number is explained, what limits no more, and words of these classes. */
export function unexplainedIn(
  { words, leftoverStems }: Reading,
  { is, partNamed }: LanguageWords,
  ...classes: readonly WordClass[]
): readonly string[] {
  const isLifting = words.some(({ folded }) => is('lifting', folded));
  const isExplained = ({ folded }: Word): boolean =>
    readCount(folded) !== null || (isLifting && partNamed(folded) !== null) || classes.some((one) => is(one, folded));
  const explained = words.filter(isExplained).map(({ stem }) => stem);
  return leftoverStems.filter((stem) => !explained.includes(stem));
}

export function takesOut({ operators }: Reading): boolean {
  return operators.has('remove') || operators.has('except');
}

/** "Et le", "et pour" */
const MOST_BESIDE = 2;

export const THINGS: ReadonlySet<string> = new Set(['theme', 'beneficiary', 'organisation', 'territory', 'project']);

export const COMPARING = ['between', 'at-least', 'at-most', 'more-than', 'less-than'] as const;
const COMPUTING = ['sum', 'average', 'median', 'max', 'min'] as const;

/**
 * Nothing is left out where no word of it excepts or denies: of a first message, and of one that keeps only some ("juste ceux sur la prison"). What
 * stands right behind a word that excepts does not limit.
 */
export function rolesOpen(
  mention: Mention,
  decision: Decision,
  reading: Reading,
  memory: Memory,
  knowledge: KnowledgeBase,
): readonly Role[] {
  const { intent, reference } = decision;
  const { start, end, kind, isDescribed } = mention;
  const { operators, spans, words } = reading;
  const { is, isFunctionWord } = knowledge.language;
  const isRightBehind = (operator: string): boolean =>
    spans.some(
      (span) =>
        span.end <= start &&
        words.slice(span.end, start - 1).every(({ folded }) => isFunctionWord(folded)) &&
        isOperator(span, operator),
    );
  const clauseStart = words.findLastIndex(({ startsClause }, at) => startsClause && at <= start);
  const own = words.slice(clauseStart, start);
  const lastAt = own.findLastIndex(({ folded }) => !is('joining', folded) && !is('narrowing', folded));
  // "Pas les projets du numérique", not "pas de projets du numérique ?"
  const isNoun = is('projects', own[lastAt]?.folded ?? '') || is('projectPlurals', own[lastAt]?.folded ?? '');
  const nearest = own[isNoun && is('articles', own[lastAt - 1]?.folded ?? '') ? lastAt - 2 : lastAt];
  // "Ceux qui ne sont pas à la DGFiP", "projets non numériques"
  const isDeniedThere = nearest?.startsClause === false && is('refusing', nearest.folded);
  // "N'ont pas été annoncés en 2023", "ne sont pas dans l'appel de 2023"
  const denied = own.slice(own.findLastIndex(({ folded }) => is('rulingOut', folded)));
  // Of projects: not "il n'y a pas grand-chose en 2021 ?"
  const areProjects = classesIn(own, knowledge.language)('projects', 'projectPlurals', 'designating', 'choosing');
  const isDeniedTime =
    (areProjects || operators.has('how-much') || operators.has('count')) &&
    (kind === 'years' || kind === 'call') &&
    denied.length > 1 &&
    // "Pas avant 2021" is since then.
    (kind === 'call' ||
      denied.slice(1).every(({ folded }) => is('among', folded)) ||
      (reading.years.length === 1 && denied.some(({ folded }) => !isFunctionWord(folded)))) &&
    !denied.some(({ folded }) => is('restricting', folded) || is('projects', folded) || is('projectPlurals', folded));
  // "Le total fait 41,9 M€ ?": no sum is of those of just so much.
  const isComputed = COMPUTING.some((one) => one === intent);
  if (kind === 'amount' && isComputed && !COMPARING.some((one) => operators.has(one))) return ['none'];
  // "Le total est-il de plus de 300 M€ ?" claims that; "total des aides de plus de 20 M€" bounds.
  const isClaim = reference !== 'alone' || words.some(({ folded }) => is('casting', folded));
  if (kind === 'amount' && isComputed && !isClaim) return ['in'];
  // "Sans celui d'Île-de-France", "sans celui qu'ils font avec la douane"
  const isWithoutOne =
    reference !== 'alone' &&
    own.some(({ folded }, at) => is('designating', folded) && is('lacking', own[at - 1]?.folded ?? ''));
  // "Y compris la douane", "douane comprise": what is said to be within limits nothing.
  const isIncluded = is('including', nearest?.folded ?? '') || is('including', words[end]?.folded ?? '');
  if (isIncluded && (kind === 'subject' || kind === 'place')) return ['none'];
  // "Enlève les loyers impayés, c'est pas la justice": why something goes rules out nothing more.
  const [going, ...reasons] = spans.filter((span) => isOperator(span, 'remove', 'except'));
  const isReason = ({ start: at, end: to }: Span): boolean =>
    to <= start && is('pronouns', words[at]?.folded ?? '') && to > clauseStart;
  if (going !== undefined && reasons.some(isReason)) return ['none'];
  // "Laisse de côté ceux de Bourgogne"
  const isSaidItself = kind !== 'amount' && isDescribed !== true;
  // "Mets la fiscalité à la place de l'emploi", "enlève l'emploi et ajoute la fiscalité"
  const isOneForAnother = spans.some(
    (span) => span.start !== start && span.tags.some((tag) => tag.kind === 'theme' || tag.kind === 'organisation'),
  );
  const isGoing =
    reference === 'narrow' ? isSaidItself : reference !== 'alone' && kind === 'subject' && isOneForAnother;
  // "Vire LiDAR HD, et ajoute Trackdéchets"
  const isAdded = is('adding', nearest?.folded ?? '');
  const isRemoved = isGoing && !isAdded && isRightBehind('remove');
  // "Et sans InSERRE ?"
  const isWithout = kind !== 'amount' && kind !== 'years' && is('lacking', nearest?.folded ?? '');
  // "InSERRE + PPN"
  const isBeside =
    kind === 'project' &&
    is('accompanying', words[start - 1]?.folded ?? '') &&
    spans.some((span) => span.end === start - 1 && span.tags.some((tag) => tag.kind === 'project'));
  if (isFollowed(mention, decision, reading, knowledge.language)) return ['none'];
  if (isBeside) return ['in'];
  if (isWithoutOne || isWithout || isRemoved || isDeniedThere || isDeniedTime) return ['out'];
  // "Not from the Ministry of Justice"
  if (isRightBehind('except')) return ['none', 'out'];
  // "Sortez les projets de l'IGN": nothing stands there to be taken out of.
  const takesFromNothing = reference === 'alone' && spans[0]?.start === 0 && isOperator(spans[0], 'remove');
  const choosesOne = words.some(({ folded }) => is('choosing', folded));
  // "Non pas la Justice, la douane": what is said instead is meant.
  const isSaidInstead =
    operators.has('correction') && !takesOut(reading) && !own.some(({ folded }) => is('denying', folded));
  // "Non, Intelligence emploi et la plateforme handicap"
  const isRefusalAlone = (at: number): boolean => at === 0 && words[1]?.startsClause === true;
  // "Et FICOBA 3 ?" goes as well only where something went before.
  const isPlain = reading.fields.length + reading.leftoverStems.length === 0 && words.at(-1)?.endsQuestion === true;
  const isBare = kind === 'project' && operators.size === 0 && (isPlain || words.length - end + start <= MOST_BESIDE);
  const denies = words.some(({ folded }) => is('denying', folded) || is('rulingOut', folded));
  const [gone] = [memory, ...memory.earlier].flatMap(({ question }) =>
    question !== null && 'filter' in question ? question.filter.except.projects : [],
  );
  const canBeOut =
    (!isSaidInstead &&
      !(isBare && !denies && gone === undefined) &&
      reference !== 'alone' &&
      !operators.has('only') &&
      !choosesOne) ||
    operators.has('except') ||
    (operators.has('remove') && !takesFromNothing) ||
    (!isSaidInstead && words.some(({ folded }, at) => is('denying', folded) && !isRefusalAlone(at)));
  const isBody = kind === 'subject' && bodiesNamed(mention, reading, knowledge).length > 0;
  if (isBody && actsAsBody(mention, reading, knowledge)) return takesOut(reading) ? ROLES : ['carrier'];
  // "Enlève la fraude et ajoute la santé"
  if (isAdded && reference !== 'alone' && kind === 'subject') return ['in', 'carrier'];
  return canBeOut && !isAdded ? ROLES : ROLES.filter((one) => one !== 'out');
}

/** "Le plus cher après PILAT", by whose amount the others are bounded; "le 2e, après InSERRE" says no more than which is the first. */
export function isFollowed(
  { kind, start }: Mention,
  { intent }: Decision,
  { words }: Reading,
  { is, isFunctionWord }: LanguageWords,
): boolean {
  const nearest = words.slice(0, start).findLast(({ folded }) => is('following', folded) || !isFunctionWord(folded));
  return kind === 'project' && ['max', 'min', 'rank'].includes(intent) && is('following', nearest?.folded ?? '');
}

/** "Au-dessus d'un million" bounds from below, whatever follows; a sum bounds somehow. */
export function comparisonsOpen(
  { operators, sums, words, leftoverStems, references }: Reading,
  { is }: LanguageWords,
): readonly Comparison[] {
  const [above, from] = [operators.has('more-than'), operators.has('at-least')];
  const [below, upTo] = [operators.has('less-than'), operators.has('at-most')];
  const [isAbove, isBelow] = [above || from, below || upTo];
  // "Et 2 M€ pile ?"; "les aides de 20 M€", "projets à 3 M€": nothing says a way, nor anything that may be one.
  const [first, ...more] = sums;
  const before = words[(first?.word ?? 0) - 1]?.folded ?? '';
  const isPlain =
    more.length === 0 &&
    words.every(({ folded, stem }) => !leftoverStems.includes(stem) || is('units', folded)) &&
    !operators.has('between') &&
    // Not "juste au-dessus de 30 M€"
    !references.some(({ id }) => id === 'above' || id === 'below') &&
    (is('among', before) || (operators.has('plural-subject') && is('giving', before)));
  const isExact = words.some(({ folded }) => is('exactly', folded));
  if (first !== undefined && isAbove === isBelow && (isExact || isPlain)) return ['exact'];
  // "20 millions ou davantage" keeps what is of just so many.
  const strict = first === undefined ? [] : from && !above ? ['above'] : upTo && !below ? ['below'] : [];
  const opposite = isAbove === isBelow ? [] : isAbove ? ['below', 'up-to', 'exact'] : ['above', 'from', 'exact'];
  const ruledOut: readonly string[] = [...opposite, ...strict];
  return COMPARISONS.filter((one) => !ruledOut.includes(one) && (one !== 'none' || first === undefined));
}

/** The bodies that a mention names; in capitals a theme is the ministry that is called by it: "l'Agriculture". */
export function bodiesNamed(mention: Mention, { words }: Reading, { ministryCalled }: KnowledgeBase) {
  const bodies = mention.span?.tags.flatMap((tag) => (tag.kind === 'organisation' ? [tag.id] : [])) ?? [];
  const written = words.slice(mention.start, mention.end);
  const isName = written.some(({ isCapitalised, startsSentence }) => isCapitalised && !startsSentence);
  const ministry = isName ? ministryCalled.get(written.map(({ folded }) => folded).join(' ')) : undefined;
  return bodies.length > 0 || ministry === undefined ? bodies : [ministry];
}

/**
 * "La Justice porte 7 projets", "combien a reçu l'Agriculture ?", "combien pour la Justice ?": what carries, or is paid, is the body, not the theme
 * of its name.
 */
function actsAsBody({ start, end }: Mention, reading: Reading, { language }: KnowledgeBase): boolean {
  const { words, spans, operators } = reading;
  const { is, isFunctionWord } = language;
  const isProjects = (at: number): boolean =>
    classesIn(words.slice(at, at + 1), language)('projects', 'projectPlurals');
  const isApart = (from: number, to: number): boolean =>
    words.slice(from, to + 1).some(({ startsClause }) => startsClause) ||
    !words.slice(from, to).every(({ folded }) => isFunctionWord(folded));
  // Where the little words begin that stand before it.
  const runStart = Math.max(
    words.slice(0, start).findLastIndex((word) => !isFunctionWord(word.folded)) + 1,
    words.slice(0, start + 1).findLastIndex(({ startsClause }) => startsClause),
  );
  const run = words.slice(runStart, start);
  const isPlaced = run.some(({ folded }) => is('narrowing', folded) || is('regarding', folded) || is('among', folded));
  const paid = operators.has('how-much') || operators.has('pays');
  if (run.some(({ folded }) => is('giving', folded))) return paid && !words.some((_, at) => isProjects(at));
  const isCast = (from: number, to: number): boolean =>
    words.slice(from, to).some(({ folded }) => is('casting', folded) || is('regarding', folded)) && !isApart(from, to);
  return spans.some((verb) => {
    // "Une préfecture comme porteur", "dont le porteur est une préfecture"
    if (verb.tags.some(({ kind, id }) => kind === 'field' && id === 'carrier'))
      return verb.start >= end ? isCast(end, verb.start) : isCast(verb.end, start);
    const [pays, carries] = [isOperator(verb, 'pays'), isOperator(verb, 'carried-by', 'said-carried')];
    if (!(pays || carries) || isProjects(verb.start)) return false;
    // "Who stands right before it"
    if (verb.start >= end)
      return verb.start - end <= MOST_BETWEEN && !isApart(end, verb.start) && !isPlaced && !isProjects(runStart - 1);
    return verb.end <= start && !isApart(verb.end, start) && (carries || operators.has('how-much'));
  });
}
