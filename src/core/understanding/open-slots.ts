import { readCount } from '../language/amounts';
import type { LanguageWords, WordClass } from '../language/language-words';
import type { Word } from '../language/words';
import type { Mention, Span } from '../model/tag';
import { type AmountField, isAmountField } from '../model/project-fields';
import type { Field } from '../model/records';
import { COMPARISONS, CONDITIONS, type Comparison, type Condition, type Decision, ROLES, type Role } from './decide';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Reading } from './reading';
import { partSaid } from './talk/bodies';

/** So many little words may stand between a field and what is said of it. */
const MOST_BETWEEN = 3;
/** A field that is said to be published, or to lack: "le coût est-il connu ?", "porteur inconnu", "n'ont pas de coût publié". */
interface ConditionSaid {
  readonly field: Field;
  readonly lacks: boolean;
  /** The place of its first word. */
  readonly start: number;
  /** "Dont le coût est publié", not "le coût est-il publié ?" */
  readonly isStated: boolean;
}

/** The condition that the words put on a field beside them; undefined where they put none. */
function conditionSaid(
  { words, spans }: Reading,
  { is, isFunctionWord, partNamed }: LanguageWords,
): ConditionSaid | undefined {
  const areNear = (before: Span, after: Span): boolean =>
    after.start - before.end <= MOST_BETWEEN &&
    words.slice(before.end, after.start).every(({ folded }) => isFunctionWord(folded)) &&
    !words.slice(before.end, after.start + 1).some(({ startsClause }) => startsClause);
  return spans
    .filter((span) => isOperator(span, 'known', 'not-known'))
    .flatMap((span) =>
      spans.flatMap((other) => {
        const [first, last] = other.start < span.start ? [other, span] : [span, other];
        const field = fieldOf(other);
        // Nothing is without sources.
        if (field === null || field === 'sources' || other === span || !areNear(first, last)) return [];
        // "Que porte-t-elle sans montant publié ?"
        const isOfAmount = words.slice(span.start, span.end).some(({ folded }) => partNamed(folded) === 'amount');
        if (isOfAmount && !isAmountField(field)) return [];
        const clauseStart = words.findLastIndex(({ startsClause }, at) => startsClause && at <= first.start);
        // "Without a known cost" excepts those of which it is.
        const isExcepting = (word: Word): boolean =>
          is('lacking', word.folded) &&
          spans.some((one) => isOperator(one, 'except') && words.slice(one.start, one.end).includes(word));
        const isDenied = words
          .slice(clauseStart, last.start)
          .some((word) => is('denying', word.folded) && !isExcepting(word));
        const between = words.slice(first.end, last.end);
        const isStated =
          span === last &&
          between.some(({ folded }) => is('casting', folded)) &&
          !between.some(({ folded }) => is('pronouns', folded));
        return { field, lacks: isDenied || isOperator(span, 'not-known'), start: first.start, isStated };
      }),
    )[0];
}

/** The amounts before which a word says that they are missing: "sans financement", "pas d'aide". */
export function lackingFields(
  { words, spans }: Reading,
  { is, isFunctionWord }: LanguageWords,
): readonly AmountField[] {
  return spans.flatMap(({ start, tags }) => {
    const before = words.slice(0, start).findLast(({ folded }) => !isFunctionWord(folded) || is('denying', folded));
    const field = tags.flatMap((tag) => (tag.kind === 'field' && isAmountField(tag.id) ? [tag.id] : []));
    return before !== undefined && is('denying', before.folded) ? field : [];
  });
}

/** One of these is what a span says. */
export function isOperator({ tags }: Span, ...ids: readonly string[]): boolean {
  return tags.some(({ kind, id }) => kind === 'operator' && ids.includes(id));
}

/** "Dont le porteur est inconnu": who carries is a field there. */
function fieldOf(span: Span): Field | null {
  const field = span.tags.find((tag) => tag.kind === 'field');
  if (field !== undefined) return field.id;
  return isOperator(span, 'said-carried', 'carried-by') ? 'carrier' : null;
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

/** "Pour combien le coût est-il publié ?" asks for those of which it is; "sans coût publié", for the others; "vire ceux sans coût publié", for the first again. */
export function conditionsOpen(
  { intent, reference, fields }: Decision,
  reading: Reading,
  language: LanguageWords,
): readonly Condition[] {
  const { operators, words, spans, leftoverStems } = reading;
  if (partSaid(reading, language) !== null) return ['part'];
  const said = conditionSaid(reading, language);
  const isCounted = intent === 'list' || intent === 'count';
  // "N'est pas connu" takes nothing out, nor does "without a known cost".
  const out = spans.find((span) => isOperator(span, 'remove', 'except') && span.end <= (said?.start ?? NaN));
  if (said?.lacks === true && isCounted) return out !== undefined ? ['known', 'none'] : ['unknown'];
  if (intent === 'list' && reference === 'alone' && out === undefined && said?.isStated === true) return ['known'];
  // Not "hormis ceux au coût publié, rien", nor "sans PILAT, les projets au coût publié"
  const isOther = ({ folded, stem, startsClause }: Word, at: number): boolean =>
    at < (said?.start ?? 0) ? startsClause || leftoverStems.includes(stem) : language.is('denying', folded);
  if (out !== undefined && isCounted && !words.some((word, at) => at >= out.end && isOther(word, at)))
    return ['unknown'];
  // "Les sans-abri" lack no amount.
  const isLittle = ({ folded }: Word): boolean => language.is('denying', folded) || language.is('narrowing', folded);
  const isOfThing = (at: number): boolean => {
    // "Sans aucun lien avec le numérique"
    const next = words.findIndex(
      (word, index) => index > at && !language.isFunctionWord(word.folded) && !isLittle(word),
    );
    return spans.some(
      ({ start, end, tags }) =>
        (start <= at + 1 || start === next) && at < end && tags.some(({ kind }) => THINGS.has(kind)),
    );
  };
  // Nor does "beaucoup, non ?"
  const isDenial = ({ folded, endsQuestion }: Word, at: number): boolean =>
    language.is('denying', folded) && !endsQuestion && !isOfThing(at);
  const isLack = operators.has('not-known') || words.some(isDenial);
  // "Enlevez ceux dont l'aide n'est pas publiée" keeps those of which it is.
  const taking = spans.find((span) => isOperator(span, 'remove', 'except'))?.end ?? Infinity;
  if (isCounted && spans.some((span) => span.start >= taking && isOperator(span, 'not-known')))
    return ['known', 'none'];
  // Of no field nothing is published or not: "how many projects do you know?"
  const saysAmount = words.some(({ folded }) => language.partNamed(folded) === 'amount');
  const isKnown = operators.has('known') && (reference !== 'alone' || saysAmount);
  // "Lequel a un financement publié ?", "combien ont un montant ?"
  const choosesOne = words.some(({ folded }) => language.is('choosing', folded));
  const isOfField = reading.fields.some(isAmountField) || saysAmount;
  const asksKnown = operators.has('known') && !isLack && isOfField && !operators.has('correction');
  if (asksKnown && (intent === 'count' || (intent === 'list' && choosesOne))) return ['known'];
  const isOfNothing = fields.length === 0 && reading.fields.length === 0 && !isKnown && !isLack;
  // Only a word that denies says that something is missing.
  const isOpen: Readonly<Record<Condition, boolean>> = {
    none: true,
    // "Ont un montant inconnu"
    known: !isOfNothing && (!operators.has('not-known') || operators.has('correction')),
    unknown: isLack,
    part: isCounted,
  };
  return CONDITIONS.filter((one) => isOpen[one]);
}

export const THINGS: ReadonlySet<string> = new Set(['theme', 'beneficiary', 'organisation', 'territory', 'project']);

export const COMPARING = ['between', 'at-least', 'at-most', 'more-than', 'less-than'] as const;
const COMPUTING = ['sum', 'average', 'median', 'max', 'min'] as const;

/** What may lack a value: what is asked for, else the field beside the condition; a condition on anything else is one on the fund's money. */
export function conditionedFields(
  fields: readonly Field[],
  reading: Reading,
  language: LanguageWords,
): readonly Field[] {
  // "Ceux sans montant, quel avancement ?"
  const isOfAmount = reading.spans.some(
    (span) =>
      isOperator(span, 'known', 'not-known') &&
      reading.words.slice(span.start, span.end).some(({ folded }) => language.partNamed(folded) === 'amount'),
  );
  const isConditioned = (field: Field): boolean =>
    field !== 'summary' && field !== 'sources' && field !== 'themes' && (!isOfAmount || isAmountField(field));
  const asked = fields.filter(isConditioned);
  // "La part payée par le fonds est-elle connue ?" is of what is said, whatever else was thought of.
  const said = asked.filter((field) => reading.fields.includes(field));
  const beside = conditionSaid(reading, language)?.field ?? 'funding';
  // "Lesquels n'ont pas de coût connu ?" is of the cost, whatever was spoken of.
  const isBeside = said.length === 0 && isConditioned(beside) && reading.fields.includes(beside);
  // "Les projets sans date d'annonce"
  const own = reading.fields.filter(isConditioned);
  return (isBeside ? undefined : [said, asked, own].find(({ length }) => length > 0)) ?? [beside];
}

/**
 * Nothing is left out where no word of it excepts or denies: of a first message, and of one that keeps only some ("juste ceux sur la prison"). What
 * stands right behind a word that excepts does not limit.
 */
export function rolesOpen(
  mention: Mention,
  decision: Decision,
  reading: Reading,
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
  const areProjects = (['projects', 'projectPlurals', 'designating', 'choosing'] as const).some((wordClass) =>
    own.some(({ folded }) => is(wordClass, folded)),
  );
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
    words.some(
      ({ folded }, at) =>
        at > clauseStart && at < start && is('designating', folded) && is('lacking', words[at - 1]?.folded ?? ''),
    );
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
  const canBeOut =
    (!isSaidInstead && reference !== 'alone' && !operators.has('only') && !choosesOne) ||
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
export function bodiesNamed(
  mention: Mention,
  { words }: Reading,
  { ministryCalled }: KnowledgeBase,
): readonly string[] {
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
  const isProjects = (at: number): boolean => {
    const folded = words[at]?.folded ?? '';
    return is('projects', folded) || is('projectPlurals', folded);
  };
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
  const isGiven = run.some(({ folded }) => is('giving', folded));
  if (isGiven) return paid && !words.some((_, at) => isProjects(at));
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
