import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type Dimension, isCarried } from './limits';
import { isOperator } from './open-slots';
import type { Decision } from './decide';
import { describedIn } from './described';
import type { Evidence } from './evidence';
import type { Mention } from '../model/tag';
import type { Grouping, Memory } from '../model/question';
import type { LanguageWords, Part } from '../language/language-words';
import { type Reading, unique } from './reading';
import { isTakenBack } from './ruled-out';
import type { Comparison, Condition, Direction, Role, Scope } from './decide';

/** The mentions of a message, in their order. Years stand behind, as one, and so do the sums compared with. */
export function mentionsIn(
  reading: Reading,
  memory: Memory,
  evidence: Evidence,
  knowledge: KnowledgeBase,
): readonly Mention[] {
  const { spans, words, years, sums, takenBackAt } = reading;
  const { territoryById } = knowledge;
  const described = describedIn(reading, memory, evidence, knowledge);
  const isDescribed = ({ kind, start, end }: Mention): boolean =>
    kind === 'subject' && described.some((part) => part.start <= start && end <= part.end);
  const named = spans.flatMap((span): Mention[] => {
    const has = (kind: string): boolean => span.tags.some((tag) => tag.kind === kind);
    const kind = has('project')
      ? 'project'
      : has('theme') || has('beneficiary') || has('organisation')
        ? 'subject'
        : has('territory')
          ? 'place'
          : has('call')
            ? 'call'
            : null;
    if (kind === null) return [];
    // "En France" limits nothing.
    const isCountry =
      kind === 'place' &&
      span.tags.every((tag) => tag.kind !== 'territory' || territoryById.get(tag.id)?.kind === 'country');
    return isCountry ? [] : [{ kind, start: span.start, end: span.end, span }];
  });
  const isWritten = (year: string): boolean => /^(?:19|20)\d\d$/.test(year);
  const first = words.findIndex(({ folded }) => isWritten(folded));
  const last = words.findLastIndex(({ folded }) => isWritten(folded));
  const [sum] = sums;
  const things = [...named.filter((mention) => !isDescribed(mention)), ...described].sort((a, b) => a.start - b.start);
  const startsOf = (kind: string): readonly number[] =>
    things.flatMap((other) => (other.kind === kind ? [other.start] : []));
  return [
    ...things.filter(({ kind, end }) => !isTakenBack(end, startsOf(kind), takenBackAt)),
    ...(years.length === 0 || first < 0 ? [] : [{ kind: 'years', start: first, end: last + 1, span: null } as const]),
    ...(sum === undefined ? [] : [{ kind: 'amount', start: sum.word, end: sum.word + 1, span: null } as const]),
  ];
}

/** What a decision's slots hold, as far as it takes judgement: the rest follows from the words. */
export interface Slots {
  /** One for each mention. */
  readonly roles: readonly Role[];
  readonly condition: Condition;
  readonly scope: Scope;
  /** Of the first sum, else of the project that may bound; null where there is neither. */
  readonly comparison: Comparison | null;
  /** Which end of a ranking comes first. */
  readonly direction: Direction;
}

/** What a decision is to the slots: the four kinds of question that are filled alike. */
function groupOf({ intent }: Decision): string {
  return intent === 'fact' || intent === 'compare' || intent === 'programme' ? intent : 'set';
}

/** What a mention shows to the slot model. */
export function mentionFeatures(
  mention: Mention,
  all: readonly Mention[],
  decision: Decision,
  reading: Reading,
  memory: Memory,
  knowledge: KnowledgeBase,
): readonly string[] {
  const { words, operators } = reading;
  const { start, end, span, kind } = mention;
  const kinds =
    mention.isDescribed === true
      ? 'described'
      : span === null
        ? kind
        : [...new Set(span.tags.map((tag) => tag.kind))].sort().join('|');
  const at = (index: number): string => words[index]?.folded ?? (index < 0 ? '^' : '$');
  const before = words.slice(Math.max(0, start - 5), start).map(({ folded }) => folded);
  const written = words.slice(start, end);
  const sentence = words.slice(start).filter(({ startsSentence }, index) => startsSentence && index > 0).length;
  const bodies = span?.tags.flatMap((tag) => (tag.kind === 'organisation' ? [tag.id] : [])) ?? [];
  const exceptAt = reading.spans.findLast(
    (other) =>
      other.start < start &&
      other.tags.some((tag) => tag.kind === 'operator' && (tag.id === 'except' || tag.id === 'remove')),
  );
  const exceptNear =
    exceptAt === undefined ? 'no' : start - exceptAt.end <= 1 ? 'next' : start - exceptAt.end <= 5 ? 'near' : 'far';
  const own = [
    `kind:${kinds}`,
    `group:${groupOf(decision)}`,
    `reference:${decision.reference}`,
    `intent:${decision.intent}`,
    `-1:${at(start - 1)}`,
    `-2:${at(start - 2)} ${at(start - 1)}`,
    `+1:${at(end)}`,
    `-+:${at(start - 1)} _ ${at(end)}`,
    ...before.map((word) => `before:${word}`),
    ...written.map(({ stem }) => `is:${stem}`),
    `mentions:${String(Math.min(4, all.length))}`,
    `place:${String(Math.min(3, all.indexOf(mention)))}`,
    `after:${String(Math.min(3, all.length - 1 - all.indexOf(mention)))}`,
    `sentences-after:${String(Math.min(2, sentence))}`,
    `except:${exceptNear}`,
    ...(operators.has('plural-subject') ? ['plural'] : []),
    ...(operators.has('said-carried') ? ['carried'] : operators.has('carried-by') ? ['maybe-carried'] : []),
    ...(written.every(({ folded }) => knowledge.language.isCommonWord(folded)) ? ['common'] : []),
    ...(written.some(({ isCapitalised, startsSentence }) => isCapitalised && !startsSentence) ? ['capital'] : []),
    `length:${String(Math.min(3, end - start))}`,
    ...(bodies.length > 0
      ? [
          bodies.some((id) => isCarried(id, knowledge))
            ? 'carries'
            : bodies.some((id) => knowledge.facets.participant.has(id))
              ? 'takes-part'
              : 'idle',
        ]
      : []),
    ...others(mention, all),
    ...besideCall(mention, all),
    ...(memory.question === null ? ['first'] : ['later']),
  ];
  const [exceptFeature] = own.filter((feature) => feature.startsWith('except:'));
  return [
    'bias',
    ...own,
    ...own.slice(1).map((feature) => `${kind}&${feature}`),
    ...own.slice(4, 8).map((feature) => `${groupOf(decision)}&${feature}`),
    `${decision.reference}&${kind}&${exceptFeature ?? ''}`,
    `${groupOf(decision)}&${kinds}`,
    `${groupOf(decision)}&${kinds}&mentions:${String(Math.min(3, all.length))}`,
  ];
}

/** How near a named selection stands: what follows it is often part of its name ("le guichet « données » ou « IA » de la DINUM"). */
function besideCall({ start }: Mention, all: readonly Mention[]): readonly string[] {
  return all.flatMap(({ kind, span, end }) => {
    const scheme = span?.tags.flatMap((tag) => (tag.kind === 'call' ? [tag.call.scheme ?? 'numbered'] : []))[0];
    if (kind !== 'call' || scheme === undefined) return [];
    return [`call:${scheme}:${start - end <= 2 ? 'next' : 'near'}`];
  });
}

function others(mention: Mention, all: readonly Mention[]): readonly string[] {
  return [...new Set(all.filter((other) => other !== mention).map(({ kind }) => `beside:${kind}`))];
}

/** What a message shows of a condition on what is published. */
export function conditionFeatures(decision: Decision, reading: Reading): readonly string[] {
  const { words, operators, fields } = reading;
  const tokens = words.map(({ folded }) => folded);
  const near = tokens.flatMap((token, index) => [`w:${token}`, `2:${token} ${tokens[index + 1] ?? '$'}`]);
  return [
    'bias',
    `group:${groupOf(decision)}`,
    `intent:${decision.intent}`,
    `reference:${decision.reference}`,
    `fields:${String(Math.min(2, decision.fields.length))}`,
    ...decision.fields.map((field) => `field:${field}`),
    ...[...operators].map((operator) => `operator:${operator}`),
    ...[...operators].map((operator) => `${decision.intent}&${operator}`),
    ...fields.map((field) => `said:${field}`),
    ...near,
    ...near.filter((feature) => feature.startsWith('w:')).map((feature) => `${decision.intent}&${feature}`),
    ...(reading.saysSum ? ['amount'] : []),
  ];
}

/** What a message shows of how its first sum bounds, or a project. */
export function comparisonFeatures(
  decision: Decision,
  { words, sums: quantities, operators, spans }: Reading,
  mentions: readonly Mention[],
  memory: Memory,
): readonly string[] {
  const project = mentions.find(({ kind }) => kind === 'project');
  const of = quantities.length > 0 ? 'sum' : project === undefined ? 'spoken-of' : 'named';
  const at = quantities[0]?.word ?? project?.start ?? words.length;
  const near = words.slice(Math.max(0, at - 6), at).map(({ folded }) => folded);
  const behind = words.slice(at + 1, at + 5).map(({ folded }) => folded);
  const next = spans
    .filter(({ end, start }) => start <= at && at - end < 3)
    .flatMap(({ tags }) => tags.map((tag) => `${tag.kind}:${tag.id}`));
  const last = memory.question !== null && 'filter' in memory.question ? memory.question.filter.amounts[0] : undefined;
  const own = [
    'bias',
    ...near.map((word) => `before:${word}`),
    ...near.map((word, index) => `before2:${word} ${near[index + 1] ?? '#'}`),
    ...behind.map((word) => `behind:${word}`),
    ...behind.map((word, index) => `behind2:${word} ${behind[index + 1] ?? '$'}`),
    ...next.map((tag) => `next:${tag}`),
    ...[...operators].map((operator) => `operator:${operator}`),
    `sums:${String(Math.min(3, quantities.length))}`,
    `reference:${decision.reference}`,
    `intent:${decision.intent}`,
    `last:${last === undefined ? 'none' : last.min === null ? 'max' : last.max === null ? 'min' : 'both'}`,
    `unit:${String(quantities[0]?.factor ?? 'none')}`,
  ];
  // Apart from one another: most projects bound nothing, and every sum does.
  if (of === 'sum') return own;
  return [...own, ...words.map(({ stem }) => `stem:${stem}`)].flatMap((feature) => [
    `one&${feature}`,
    `${of}&${feature}`,
  ]);
}

/** What a message shows of the end of a ranking that it begins with. */
export function directionFeatures(
  { intent, reference }: Decision,
  { words, operators }: Reading,
  { question }: Memory,
): readonly string[] {
  const before = question !== null && 'sort' in question ? (question.sort?.direction ?? 'none') : 'none';
  const tokens = words.map(({ folded }) => folded);
  const own = [
    ...tokens.map((token) => `w:${token}`),
    ...words.map(({ stem }) => `stem:${stem}`),
    ...tokens.map((token, index) => `2:${token} ${tokens[index + 1] ?? '$'}`),
    ...[...operators].map((operator) => `operator:${operator}`),
    `intent:${intent}`,
    `before:${before}`,
  ];
  return ['bias', ...own, `reference:${reference}`, `${reference}&before:${before}`];
}

/** What a message shows of the scope of a set that nothing limits. */
export function scopeFeatures(decision: Decision, reading: Reading, { projects, themes }: Evidence): readonly string[] {
  const [project] = projects;
  const [theme] = themes;
  const step = (value: number): string => String(Math.floor(Math.min(value, 2.4) / 0.25));
  const evidence = [
    `project>${step(project?.weight ?? 0)}`,
    `project-share>${step((project?.share ?? 0) * 2)}`,
    `theme>${step(theme?.weight ?? 0)}`,
    `theme-share>${step((theme?.share ?? 0) * 2)}`,
    `matched:${String(Math.min(4, Math.max(project?.matched.length ?? 0, theme?.matched.length ?? 0)))}`,
  ];
  const left = reading.words.filter(({ stem }) => reading.leftoverStems.includes(stem));
  return [
    'bias',
    `intent:${decision.intent}`,
    `left:${String(Math.min(5, left.length))}`,
    ...evidence,
    ...evidence.map((feature) => `${decision.intent}&${feature}`),
    ...left.map(({ stem }) => `left:${stem}`),
    ...reading.words.map(({ folded }) => `w:${folded}`),
    ...(reading.operators.has('plural-subject') ? ['plural'] : []),
  ];
}

/** Without a model: everything limits, unless a word of exception stands before it. */
export function plainRole(mention: Mention, { spans }: Reading): Role {
  const isOut = spans.some(
    (span) => span.start < mention.start && mention.start - span.end <= 5 && isOperator(span, 'except'),
  );
  return isOut ? 'out' : 'in';
}

/**
 * "Par ministère", "quel ministère", "liste des thèmes": what a set is split by; null when it is not.
 *
 * @param isOfSeveral only a plural asks for the parts themselves: "quelles régions", not "dans quelle région"
 */
export function groupingAsked(
  { operators, words, spans, years }: Reading,
  { partNamed, is }: LanguageWords,
  isOfSeveral = false,
): Grouping | null {
  if (operators.has('by-ministry')) return 'ministry';
  if (operators.has('by-theme')) return 'theme';
  if (operators.has('by-year')) return 'year';
  if (operators.has('by-call')) return 'call';
  if (operators.has('by-territory')) return 'territory';
  if (years.length === 2 && (operators.has('or') || operators.has('compare'))) return 'year';
  // "L'année avec le plus de projets", "porteur qui a le plus reçu", not "le porteur du projet le plus cher"
  const most = spans.find((span) => isOperator(span, 'max', 'min'))?.start ?? -1;
  const isOneProject = (folded: string): boolean => is('projects', folded) && !is('projectPlurals', folded);
  const isOfName = (index: number): boolean =>
    spans.some(({ start, end, tags }) => start <= index && index < end && !tags.some(({ kind }) => kind === 'field'));
  const asked = words.flatMap(({ folded }, index) => {
    const part = partNamed(folded);
    const near = words.slice(Math.max(0, index - REACH), index).map((before) => before.folded);
    // "Quel projet du ministère" asks for a project.
    const asksAt = near.findLastIndex((before) => is('asking', before));
    const isBody = spans.some(
      ({ start, end, tags }) => start <= index && index < end && tags.every(({ kind }) => kind === 'organisation'),
    );
    // "Donne-moi les thèmes"
    const isListed = spans.some(
      (span) => isOperator(span, 'list', 'sort') && index - span.end < 2 && span.end <= index,
    );
    const isNear = asksAt >= 0 || isListed;
    const asksForPart = isNear && !isBody && !near.slice(Math.max(0, asksAt)).some((before) => is('projects', before));
    // "Le porteur du projet le plus cher" is of one project.
    const isOfProject = words
      .slice(index + 1, Math.max(index + 1, most))
      .some(({ folded: next }) => isOneProject(next));
    // "Appel de 2018 : lequel a reçu le plus ?" asks for a project.
    const isOfMost = index < most && !words.slice(index + 1, most + 1).some(({ startsClause }) => startsClause);
    const isAsked = asksForPart || (isOfMost && !isOfName(index) && words[index]?.startsClause === true);
    const isWanted = !isOfSeveral || folded.endsWith('s');
    return part !== null && part !== 'amount' && isAsked && isWanted && !isOfProject
      ? [part === 'day' ? 'year' : part]
      : [];
  });
  return asked[0] ?? null;
}

/** So many words at most stand between what asks for a part and the part: "combien de ministères", "liste de vos thèmes". */
const REACH = 3;

/** The limits that each part of a set stands for. */
export const DIMENSION_OF: Readonly<Record<Part, Dimension>> = {
  theme: 'subject',
  ministry: 'body',
  carrier: 'body',
  territory: 'place',
  call: 'period',
  year: 'period',
  day: 'period',
  amount: 'amount',
};

/**
 * The limits that a message names without saying which: "toutes les années", "tous ministères confondus", "sans le seuil".
 *
 * @param isLifted only where a word of the message says that they go: not "les deux ministères ensemble"
 */
export function dimensionsNamed(
  { words }: Reading,
  { partNamed, is }: LanguageWords,
  isLifted = false,
): readonly Dimension[] {
  if (isLifted && !words.some(({ folded }) => is('lifting', folded))) return [];
  const starts = words.flatMap(({ startsClause, folded }, index) =>
    index === 0 || startsClause || is('coordinating', folded) ? [index] : [],
  );
  return unique(
    starts.flatMap((start, at) => {
      const clause = words.slice(start, starts[at + 1]);
      // "En conservant ce seuil": that one stays.
      if (clause.some(({ folded }) => is('keeping', folded))) return [];
      return clause.flatMap(({ folded }) => {
        const part = partNamed(folded);
        return part === null ? [] : [DIMENSION_OF[part]];
      });
    }),
  );
}
