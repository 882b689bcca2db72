import { idsAt, selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { EMPTY_FILTER, type Memory } from '../model/question';
import { describingStems, type Evidence, evidenceFor, type Found } from './evidence';
import type { Reading } from './reading';
import type { Mention, Span } from '../model/tag';
import { idsOf } from './limits';

/** Words between two commas, two names, or two words that join or oppose: `start` (inclusive) to `end` (exclusive). */
interface Part {
  readonly start: number;
  readonly end: number;
  /** It holds the name of a project. */
  readonly isNamed: boolean;
}

/**
 * The projects that a message means by what they do, where it speaks of several ("Mentor et celui des bidonvilles") or of one of those shown
 * ("enlève le bracelet"). The only project of a whole message is found by its evidence instead.
 */
export function describedIn(
  reading: Reading,
  memory: Memory,
  evidence: Evidence,
  knowledge: KnowledgeBase,
): readonly Mention[] {
  const back = spokenBefore(reading, memory, evidence, knowledge);
  if (back !== null) return [back];
  const { words } = reading;
  // Beside a name, what nothing joins to it describes another project only where projects were said one by one before.
  const parts = partsOf(reading, isOfNamed(memory), knowledge);
  const named = parts.filter(({ isNamed }) => isNamed).length;
  const shown = new Set(memory.shown.length > 1 && memory.shown.length <= MOST_SHOWN ? memory.shown : []);
  if (parts.length === 1 && shown.size === 0 && !isOfNamed(memory)) return [];
  const isLoose = isOfNamed(memory) || reading.operators.has('compare') || (reading.operators.has('sum') && named > 0);
  const found = parts.flatMap((part) => (part.isNamed ? [] : describedBy(part, reading, shown, isLoose, knowledge)));
  // "Pourquoi DossierFacile ? c'est du logement": behind a name, a theme or a body that nothing joins to it is said of it.
  const [first, second, ...more] = parts;
  const isSaidOfName =
    first !== undefined &&
    second !== undefined &&
    first.isNamed !== second.isNamed &&
    more.length === 0 &&
    !isLoose &&
    !knowledge.language.is('opposing', words[second.start]?.folded ?? '');
  // "Démat.ADS : date d'oblig. légale": one word that a sentence begins with is no other project beside a name.
  const beginsSentence = ({ part: { start } }: Described): boolean =>
    start > 0 && parts.some((part) => part.start === start) && words[start]?.startsSentence === true;
  const beside = found.filter(
    (one) =>
      !(isSaidOfName && (one.isTheme || one.isOneWord)) && (named === 0 || !one.isOneWord || !beginsSentence(one)),
  );
  const isSeveral = named + beside.length > 1 && (named > 0 || beside.every(({ isTheme }) => !isTheme));
  return beside.flatMap(({ part, id, isTheme }) =>
    isSeveral || isOfNamed(memory) || (!isTheme && shown.has(id))
      ? [{ ...mentionOf(id, part.start, part.end), isDescribed: true }]
      : [],
  );
}

/**
 * "Le bracelet ?", "Calypso ?", then "et le bracelet, il y en a combien ?": one spoken of before that the words describe, or whose body they say, where
 * they say nothing of the one spoken of last; null where there is none, or another project is described as well.
 */
function spokenBefore(
  reading: Reading,
  { focus, earlier }: Memory,
  { projects }: Evidence,
  knowledge: KnowledgeBase,
): Mention | null {
  const { words } = reading;
  const before = earlier.flatMap((frame) => (frame.shown.length > MOST_SHOWN ? [] : frame.shown));
  const spoken = new Set(before.filter((id) => id !== focus));
  if (focus === null || spoken.size === 0 || reading.named.length > 0) return null;
  const isAt = (at: number, wordClass: 'designating' | 'pointing'): boolean =>
    knowledge.language.is(wordClass, words[at]?.folded ?? '');
  const isTheOne = words.some((_, at) => isAt(at, 'designating'));
  // "Plutôt celui où on signale un logement pourri": beyond doubt, whether it was spoken of or not.
  const [surest] = projects;
  const isSure = isTheOne && surest !== undefined && surest.id !== focus && surest.matched.length > 1;
  const best = projects.find((found) => spoken.has(found.id)) ?? (isSure ? surest : undefined);
  if (best === undefined) return null;
  const isRival = (found: Found): boolean => found.id !== best.id && found.weight >= best.weight * RIVAL;
  if (projects.some(isRival)) return null;
  const places = words.flatMap(({ stem }, at) => (best.matched.includes(stem) ? [at] : []));
  const [first = 0] = places;
  // "Le bracelet", not "à qui ça profite"
  const isThing = isTheOne || places.some((at) => isAt(at - 1, 'pointing'));
  return isThing ? mentionOf(best.id, first, (places.at(-1) ?? first) + 1) : null;
}

/** As sure as a name: so few are spoken of. */
function mentionOf(id: string, start: number, end: number): Mention {
  return { kind: 'project', start, end, span: { start, end, tags: [{ kind: 'project', id }] } };
}

/** The last question was on projects said one by one, so that one more can be said. */
function isOfNamed({ question }: Memory): boolean {
  return question?.kind === 'compare' || (question !== null && 'filter' in question && question.filter.among !== null);
}

interface Described {
  readonly part: Pick<Part, 'start' | 'end'>;
  readonly id: string;
  /** It says nothing but a theme or a body. */
  readonly isTheme: boolean;
  readonly isOneWord: boolean;
}

function describedBy(
  { start, end }: Part,
  reading: Reading,
  shown: ReadonlySet<string>,
  isLoose: boolean,
  knowledge: KnowledgeBase,
): readonly Described[] {
  const { words, spans } = reading;
  const { partNamed } = knowledge.language;
  const own = spans.filter((span) => span.start >= start && span.end <= end);
  const [body] = own.flatMap((span) => onlyProjectOf(span, knowledge));
  if (body !== undefined && isLoose) return [{ part: { start, end }, id: body, isTheme: true, isOneWord: false }];
  const describing = new Set(describingStems(reading, knowledge));
  const stems = [
    ...new Set(
      words
        .slice(start, end)
        .flatMap(({ stem, folded }) => (describing.has(stem) && partNamed(folded) === null ? [stem] : [])),
    ),
  ];
  // "Les deux lignes" are those on the table.
  const isOfThem = own.some(({ tags }) => tags.some(({ kind, id }) => kind === 'reference' && id === 'these'));
  // "Est-il étendu ?", "a-t-il été étendu ?" says it of another.
  const at = words.findIndex(({ stem }, index) => index >= start && stem === stems[0]);
  const isSaidOf = knowledge.language.is('casting', words[at - 1]?.folded ?? '');
  if (stems.length === 0 || (stems.length === 1 && (isOfThem || isSaidOf))) return [];
  const { projects } = evidenceFor(stems, knowledge);
  const held = shown.size > 0 ? [...shown] : [...knowledge.nameStems.keys()];
  const isInName = ({ id }: Found, stem: string): boolean => knowledge.nameStems.get(id)?.has(stem) === true;
  /** A name holds all the words, and no other name does. */
  const isOwnName = (found: Found): boolean =>
    stems.every((stem) => isInName(found, stem)) &&
    !held.some((id) => id !== found.id && stems.every((stem) => knowledge.nameStems.get(id)?.has(stem) === true));
  const isMeant = (found: Found): boolean =>
    isOwnName(found) ||
    (found.share >= LEAST_SHARE &&
      (found.matched.length > 1 || isLoose) &&
      found.matched.some((stem) => isInName(found, stem)) &&
      !projects.some(({ id, weight }) => id !== found.id && weight >= found.weight * RIVAL));
  const best = projects.find((found) => shown.has(found.id) && isMeant(found)) ?? projects.slice(0, 1).find(isMeant);
  if (best === undefined) return [];
  const themes = new Set(own.flatMap((span) => stemsOf(span, reading)));
  const saying = words.flatMap(({ stem }, at) => (at >= start && at < end && stems.includes(stem) ? [at] : []));
  return [
    {
      part: { start: saying[0] ?? start, end: (saying.at(-1) ?? end - 1) + 1 },
      id: best.id,
      isTheme: stems.every((stem) => themes.has(stem)),
      isOneWord: stems.length === 1,
    },
  ];
}

function stemsOf({ start, end }: Span, { words }: Reading): readonly string[] {
  return words.slice(start, end).map(({ stem }) => stem);
}

/** "Business France" is a body, and stands for its only project. */
function onlyProjectOf({ tags }: Span, knowledge: KnowledgeBase): readonly string[] {
  const carriers = idsOf(tags, 'organisation');
  if (carriers.length === 0) return [];
  const carried = idsAt(selectPositions({ ...EMPTY_FILTER, carriers }, knowledge), knowledge);
  return carried.length === 1 ? carried : [];
}

function partsOf({ words, spans }: Reading, splitsAtNames: boolean, { language }: KnowledgeBase): readonly Part[] {
  const isInside = (index: number): boolean =>
    spans.some(({ start, end, tags }) => index > start && index < end && tags.some(({ kind }) => kind !== 'operator'));
  const isAtName = (index: number): boolean =>
    splitsAtNames &&
    spans.some(
      ({ start, end, tags }) => (index === start || index === end) && tags.some(({ kind }) => kind === 'project'),
    );
  const starts = words.flatMap(({ startsClause, folded }, index) =>
    index === 0 || isAtName(index) || ((startsClause || language.is('opposing', folded)) && !isInside(index))
      ? [index]
      : [],
  );
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? words.length;
    const isNamed = spans.some(
      (span) => span.start >= start && span.start < end && span.tags.some(({ kind }) => kind === 'project'),
    );
    return { start, end, isNamed };
  });
}

/** The share of the words of a part that its project must explain. */
const LEAST_SHARE = 0.6;
/** Another project of at least this share of the best one's weight is meant as well. */
const RIVAL = 0.92;
/** Of longer lists none is pointed at by what it does. */
const MOST_SHOWN = 20;
