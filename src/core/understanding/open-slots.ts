import type { LanguageWords, WordClass } from '../language/language-words';
import type { Mention, Span } from '../model/tag';
import type { Field } from '../model/records';
import { COMPARISONS, CONDITIONS, type Comparison, type Condition, type Decision, ROLES, type Role } from './decide';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Reading } from './reading';

/** A field that is said to be published, or to lack: "le coût est-il connu ?", "porteur inconnu", "n'ont pas de coût publié". */
interface ConditionSaid {
  readonly field: Field;
  readonly lacks: boolean;
  /** The place of its first word. */
  readonly start: number;
}

/** So many little words may stand between a field and what is said of it. */
const MOST_BETWEEN = 3;
/** "Don't have a published cost" */
const MOST_BEFORE = 5;

/** The condition that the words put on a field beside them; null where they put none. */
function conditionSaid({ words, spans }: Reading, { is, isFunctionWord }: LanguageWords): ConditionSaid | null {
  const areNear = (before: Span, after: Span): boolean =>
    after.start - before.end <= MOST_BETWEEN &&
    words.slice(before.end, after.start).every(({ folded }) => isFunctionWord(folded)) &&
    !words.slice(before.end, after.start + 1).some(({ startsClause }) => startsClause);
  /** Where the little words begin that stand before a place, and what else says that it is known. */
  const before = (place: number): number => {
    const isLittle = (index: number): boolean =>
      isFunctionWord(words[index]?.folded ?? '-') ||
      is('denying', words[index]?.folded ?? '') ||
      spans.some((span) => span.start <= index && index < span.end && isOperator(span, 'known'));
    let start = place;
    while (place - start < MOST_BEFORE && words[start]?.startsClause !== true && isLittle(start - 1)) start--;
    return start;
  };
  for (const span of spans) {
    const isLack = isOperator(span, 'not-known');
    if (!isLack && !isOperator(span, 'known')) continue;
    const [found] = spans.flatMap((other) => {
      const field = fieldOf(other);
      if (field === null || other === span) return [];
      const [first, last] = other.start < span.start ? [other, span] : [span, other];
      if (!areNear(first, last)) return [];
      const denied = words.slice(before(first.start), last.start).some(({ folded }) => is('denying', folded));
      return [{ field, lacks: isLack || denied, start: first.start }];
    });
    if (found !== undefined) return found;
  }
  return null;
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

/** How bodies are said to take part: as partners that do not carry, either way, or either way with partners that are asked for. */
interface PartSaid {
  readonly as: 'partner' | 'either' | 'whom';
  readonly bodies: readonly Span[];
}

/**
 * "La DINUM est partenaire", "avec l'ONF comme partenaire", "in partnership with INRAE"; "la DGPR intervient"; "avec qui travaille la DINUM ?", "les
 * partenaires de la DGFiP". Null where no body is said to take part.
 */
export function partSaid({ words, spans }: Reading, { is, isFunctionWord }: LanguageWords): PartSaid | null {
  const named = spans.filter(({ tags }) => tags.some(({ kind }) => kind === 'organisation'));
  const has = (wordClass: WordClass, at: number): boolean => is(wordClass, words[at]?.folded ?? '');
  const areAll = (from: number, to: number, ...classes: readonly WordClass[]): boolean =>
    words.slice(from, to).every((_, index) => classes.some((wordClass) => has(wordClass, from + index)));
  const saysProjects = words.some((_, at) => has('projects', at) || has('projectPlurals', at));
  for (const [place, body] of named.entries())
    for (const at of words.keys()) {
      const isBefore = at < body.start;
      const [from, to] = isBefore ? [at + 1, body.start] : [body.end, at];
      // "Who does the DINUM work with?"
      const isWho = has('who', at + 1) || (has('who', 0) && at === words.length - 1);
      const asksWhom = !saysProjects && has('accompanying', at) && isWho;
      const isPartner = has('partnering', at);
      const isNear =
        (asksWhom || words.slice(from, to).every(({ folded }) => isFunctionWord(folded) || is('casting', folded))) &&
        to - from <= MOST_BEFORE &&
        !words.slice(from, to + 1).some(({ startsClause }) => startsClause);
      if (!isNear || !(isPartner || asksWhom || has('takingPart', at))) continue;
      const first = named.findLastIndex(
        (other, index) => index <= place && !areAll(named[index - 1]?.end ?? 0, other.start, 'joining', 'elided'),
      );
      const bodies = named.slice(Math.max(0, first), place + 1);
      if (asksWhom) return { as: 'whom', bodies };
      if (!isPartner) return { as: 'either', bodies };
      // "Is the DINUM a partner?"
      const castAt = body.start - (has('joining', body.start - 1) ? 2 : 1);
      const isInverted = !isBefore && has('casting', castAt);
      const isCast = words
        .slice(from, to)
        .some(({ folded }) => is('casting', folded) || (isBefore && is('accompanying', folded)));
      if (isInverted || isCast) return { as: 'partner', bodies };
      if (isBefore && !saysProjects) return { as: 'whom', bodies };
    }
  return null;
}

export function takesOut({ operators }: Reading): boolean {
  return operators.has('remove') || operators.has('except');
}

/** "Pour combien le coût est-il publié ?" asks for those of which it is; "sans coût publié", for the others; "vire ceux sans coût publié", for the first again. */
export function conditionsOpen(
  { intent, fields }: Decision,
  reading: Reading,
  language: LanguageWords,
): readonly Condition[] {
  const { operators, words, spans } = reading;
  const said = conditionSaid(reading, language);
  // "N'est pas connu" takes nothing out.
  const isTakenOut = spans.some(
    (span) => isOperator(span, 'remove', 'except') && (said === null || span.end <= said.start),
  );
  const isCounted = intent === 'list' || intent === 'count';
  if (partSaid(reading, language) !== null) return ['part'];
  if (said !== null && said.lacks && isCounted) return isTakenOut ? ['known', 'none'] : ['unknown'];
  if (operators.has('not-known') && !isTakenOut) return ['none', 'unknown'];
  const isLack =
    operators.has('not-known') ||
    words.some(({ folded }) => language.is('denying', folded) || language.is('lacking', folded));
  // Of what is not published nothing is added up.
  const isWorthless = COMPUTING.some((one) => one === intent);
  // Of no field nothing is published or not.
  const isOfNothing = fields.length === 0 && reading.fields.length === 0 && !operators.has('known') && !isLack;
  // Only a word that denies says that something is missing.
  const isOpen: Readonly<Record<Condition, boolean>> = {
    none: true,
    known: !isOfNothing,
    unknown: isLack && !isWorthless,
    part: isCounted,
  };
  return CONDITIONS.filter((one) => isOpen[one]);
}

export const COMPARING = ['between', 'at-least', 'at-most', 'more-than', 'less-than'] as const;
const COMPUTING = ['sum', 'average', 'median', 'max', 'min'] as const;

/** What may lack a value: what is asked for, else the field beside the condition; a condition on anything else is one on the fund's money. */
export function conditionedFields(
  fields: readonly Field[],
  reading: Reading,
  language: LanguageWords,
): readonly Field[] {
  const asked = fields.filter((field) => field !== 'summary' && field !== 'sources' && field !== 'themes');
  // "La part payée par le fonds est-elle connue ?" is of what is said, whatever else was thought of.
  const said = asked.filter((field) => reading.fields.includes(field) || (field === 'funding' && reading.mentionsFund));
  const beside = conditionSaid(reading, language)?.field ?? 'funding';
  // "Lesquels n'ont pas de coût connu ?" is of the cost, whatever was spoken of.
  const isBeside = said.length === 0 && reading.fields.includes(beside);
  return (isBeside ? undefined : [said, asked].find(({ length }) => length > 0)) ?? [beside];
}

/**
 * Nothing is left out where no word of it excepts or denies: of a first message, and of one that keeps only some ("juste ceux sur la prison"). What
 * stands right behind a word that excepts does not limit.
 */
export function rolesOpen(
  mention: Mention,
  { intent, reference }: Decision,
  reading: Reading,
  knowledge: KnowledgeBase,
): readonly Role[] {
  const { start, end: behind, kind, isDescribed } = mention;
  const { operators, spans, words } = reading;
  const { is, isFunctionWord } = knowledge.language;
  const isBehind = (operator: string): boolean =>
    spans.some(
      (span) =>
        span.end <= start &&
        !words.slice(span.end, start + 1).some(({ startsClause }) => startsClause) &&
        words.slice(span.end, start - 1).every(({ folded }) => isFunctionWord(folded)) &&
        isOperator(span, operator),
    );
  // "Not from the Ministry of Justice"
  const isExcepted = isBehind('except');
  // "Ceux qui ne sont pas à la DGFiP", "projets pas en Bretagne"; "pas les projets du numérique", not "pas de projets du numérique ?"
  const isNoun = (folded = ''): boolean => is('projects', folded) || is('projectPlurals', folded);
  const nearestAt = words
    .slice(0, start)
    .findLastIndex(({ folded }) => !is('joining', folded) && !is('narrowing', folded));
  const nearest = words[nearestAt]?.folded ?? '';
  const isOfThem = isNoun(nearest) && is('articles', words[nearestAt - 1]?.folded ?? '');
  const denyingAt = isOfThem ? nearestAt - 2 : nearestAt;
  const denied = words[denyingAt - 1]?.folded ?? '';
  const isOfSet = isOfThem || isNoun(denied) || is('designating', denied) || is('linking', denied);
  const isDeniedThere =
    words[denyingAt]?.startsClause === false &&
    is('rulingOut', words[denyingAt].folded) &&
    (isOfSet || reference !== 'alone');
  // "Le total fait 41,9 M€ ?": no sum is of those of just so much.
  const isComputed = COMPUTING.some((one) => one === intent);
  const isAnew = reference === 'alone' || reference === 'shown' || reference === 'focus';
  if (kind === 'amount' && isComputed && isAnew && !COMPARING.some((one) => operators.has(one))) return ['none'];
  // "Pas avant 2021" is from then on, as its years are read.
  const isBoundOfYears = kind === 'years' && denyingAt === start - 1 && is('rulingOut', words[start - 2]?.folded ?? '');
  if (isBoundOfYears) return ['in'];
  const goesOn = words.slice(behind).some(({ startsClause }) => startsClause);
  // "Mets la fiscalité à la place de l'emploi", "enlève l'emploi et ajoute la fiscalité"
  const isOneForAnother = spans.some(
    (span) => span.start !== start && span.tags.some((tag) => tag.kind === 'theme' || tag.kind === 'organisation'),
  );
  // "Drop justice, make it agriculture": what is said apart from what goes is what comes.
  const own = words.slice(
    words.findLastIndex(({ startsClause }, at) => startsClause && at <= start),
    behind,
  );
  const isSaidToGo = own.some(({ folded }) => is('denying', folded) || is('rulingOut', folded));
  const ownStart = behind - own.length;
  const isGoing = (span: Span): boolean => isOperator(span, 'remove', 'except');
  const isWhatComes =
    ownStart > 0 &&
    !isSaidToGo &&
    isOneForAnother &&
    spans.some((span) => span.end <= ownStart && isGoing(span)) &&
    !spans.some((span) => span.start >= ownStart && isGoing(span));
  // "Enlève l'emploi, mets la fiscalité"; "sans l’IA" of a set that is narrowed
  const removedAt = is('designating', nearest) ? nearestAt - 1 : nearestAt;
  const isRemoving =
    reference === 'narrow' &&
    spans.some((span) => span.start <= removedAt && removedAt < span.end && isOperator(span, 'remove'));
  // "La DGFiP, PILAT excepté"
  const isExceptedBehind = spans.some(
    ({ start: at, end: to, tags }) =>
      at === behind && words[to]?.startsClause !== false && tags.some(({ id }) => id === 'except'),
  );
  // "Sans celui d'Île-de-France", "sans celui qu'ils font avec la douane", not "sans celui-là"
  const isWithoutOne =
    reference !== 'alone' &&
    words.some(
      ({ folded }, at) =>
        at > ownStart &&
        at < start &&
        is('designating', folded) &&
        is('lacking', words[at - 1]?.folded ?? '') &&
        !spans.some((span) => span.start === at),
    );
  // "Au ministère de la Justice, prisons comprises", "y compris la douane": what is said to be within limits nothing.
  const isWithin = is('including', words[behind]?.folded ?? '') || is('including', nearest);
  if (isWithin && (kind === 'subject' || kind === 'place')) return ['none'];
  const isTakenOut =
    isExceptedBehind ||
    isWithoutOne ||
    (isRemoving && (kind === 'subject' || kind === 'place' || (kind === 'project' && isDescribed !== true))) ||
    (kind === 'subject' && reference !== 'alone' && (goesOn || isOneForAnother) && isBehind('remove'));
  if (isTakenOut || (isDeniedThere && isOfSet)) return ['out'];
  if (isExcepted || isDeniedThere) return ['none', 'out'];
  // "Sortez les projets de l'IGN": nothing stands there to be taken out of.
  const takesFromNothing = reference === 'alone' && spans[0]?.start === 0 && isOperator(spans[0], 'remove') && !goesOn;
  const canBeOut =
    (reference !== 'alone' && !operators.has('only')) ||
    operators.has('except') ||
    (operators.has('remove') && !takesFromNothing) ||
    words.some(({ folded }) => is('denying', folded));
  // "Non pas la Justice, la douane"
  const isInstead = reference === 'replace' && ownStart > 0 && !isSaidToGo && operators.has('correction');
  if (
    kind === 'subject' &&
    bodiesNamed(mention, reading, knowledge).length > 0 &&
    actsAsBody(mention, reading, knowledge)
  )
    return takesOut(reading) ? ['carrier', 'out'] : ['carrier'];
  return canBeOut && !isWhatComes && !isInstead ? ROLES : ROLES.filter((one) => one !== 'out');
}

/** "Au-dessus d'un million" bounds from below, whatever follows; a sum bounds somehow. */
export function comparisonsOpen(
  { operators, sums, words, leftoverStems }: Reading,
  { is }: LanguageWords,
): readonly Comparison[] {
  const [above, from] = [operators.has('more-than'), operators.has('at-least')];
  const [below, upTo] = [operators.has('less-than'), operators.has('at-most')];
  const isAbove = above || from;
  const isOneWay = isAbove !== (below || upTo);
  const all = sums.length === 0 && !isOneWay ? COMPARISONS : COMPARISONS.filter((one) => one !== 'none');
  // "De 1 à 10"
  const [first, second, ...more] = sums;
  const between = first === undefined ? [] : words.slice(first.word + 1, second?.word);
  const isRange = second !== undefined && more.length === 0 && between.some(({ folded }) => is('ranging', folded));
  if (isRange && !isAbove && !below && !upTo) return ['between'];
  // "Et 2 M€ pile ?"
  const isExact = sums.length > 0 && words.some(({ folded }) => is('exactly', folded));
  // "Les aides de 20 M€": nothing says a way, nor anything that may be one.
  const isPlain =
    sums.length === 1 &&
    leftoverStems.length === 0 &&
    !operators.has('between') &&
    is('among', words[(first?.word ?? 0) - 1]?.folded ?? '');
  if (!isOneWay) return isExact || isPlain ? ['exact'] : all;
  const isOneBound = sums.length === 1 && !operators.has('between');
  const opposite: readonly Comparison[] = isAbove ? ['below', 'up-to'] : ['above', 'from'];
  // "20 millions ou davantage" keeps what is of just so many.
  const strict: readonly Comparison[] =
    sums.length === 0 ? [] : from && !above ? ['above'] : upTo && !below ? ['below'] : [];
  // "Et en dessous de 8 ?" is one bound, whatever stood before.
  const excluded = [...opposite, ...strict, ...(isOneBound ? (['between'] as const) : [])];
  return all.filter((one) => !excluded.includes(one));
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
  /** Where the little words begin that stand before a place. */
  const runBefore = (place: number): number => {
    const at = words.slice(0, place).findLastIndex((word) => !isFunctionWord(word.folded));
    return Math.max(
      at + 1,
      words.slice(0, place + 1).findLastIndex(({ startsClause }) => startsClause),
    );
  };
  const runStart = runBefore(start);
  const run = words.slice(runStart, start);
  const isPlaced = run.some(({ folded }) => is('narrowing', folded) || is('regarding', folded) || is('among', folded));
  const paid = operators.has('how-much') || operators.has('pays');
  const isGiven = run.some(({ folded }) => is('giving', folded));
  if (isGiven) return paid && !words.some((_, at) => isProjects(at));
  return spans.some((verb) => {
    const [pays, carries] = [isOperator(verb, 'pays'), isOperator(verb, 'carried-by', 'said-carried')];
    if (!(pays || carries) || isProjects(verb.start)) return false;
    // "Who stands right before it"
    if (verb.start >= end)
      return verb.start - end <= MOST_BETWEEN && !isApart(end, verb.start) && !isPlaced && !isProjects(runStart - 1);
    const isOfProjects = isProjects(runBefore(verb.start) - 1);
    return (
      verb.end <= start &&
      !isApart(verb.end, start) &&
      !words.slice(verb.end, start).some(({ folded }) => is('narrowing', folded)) &&
      (carries || (operators.has('how-much') && !isOfProjects))
    );
  });
}
