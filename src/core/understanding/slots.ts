import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { isCarried } from './limits';
import { isOperator } from './open-slots';
import type { Decision } from './decide';
import { describedIn } from './described';
import type { Evidence } from './evidence';
import type { Mention } from '../model/tag';
import { EMPTY_FILTER, idsOfTopic, type Memory } from '../model/question';
import type { Word } from '../language/words';
import type { Reading } from './reading';
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
  const mentioned = [...named.filter((mention) => !isDescribed(mention)), ...described];
  // "Pour les handicapés de ma commune": whose they are is told beside what is asked for.
  const isOfSpeaker = ({ kind, start }: Mention): boolean =>
    kind === 'subject' &&
    words
      .slice(Math.max(0, start - 1), start + 1)
      .some(({ folded }) => (['mine', 'own'] as const).some((one) => knowledge.language.is(one, folded)));
  const isMeant = (mention: Mention): boolean =>
    !isOfSpeaker(mention) || mentioned.every((other) => other.kind !== 'subject' || isOfSpeaker(other));
  const things = mentioned.filter(isMeant).sort((a, b) => a.start - b.start);
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
  const [held, ...besides] = [mention, ...all.filter((other) => other !== mention)].map((one) =>
    standingOf(one, memory),
  );
  const standing = `held:${held ?? ''}:${[...new Set(besides)].sort().join('|')}`;
  const [exceptFeature] = own.filter((feature) => feature.startsWith('except:'));
  return [
    'bias',
    ...own,
    ...own.slice(1).map((feature) => `${kind}&${feature}`),
    ...own.slice(4, 8).map((feature) => `${groupOf(decision)}&${feature}`),
    ...[standing, `${decision.reference}&${standing}`, `${kind}&${standing}`, `${groupOf(decision)}&${standing}`],
    ...[...operators].map((operator) => `operator:${operator}`),
    ...wordsAround(mention, all, words),
    `${decision.reference}&${kind}&${exceptFeature ?? ''}`,
    `${groupOf(decision)}&${kinds}`,
    `${groupOf(decision)}&${kinds}&mentions:${String(Math.min(3, all.length))}`,
  ];
}

/** Whether a mention limits what is on the table, is shown there, or is new. */
function standingOf({ span }: Mention, { question, shown }: Memory): string {
  if (question === null || span === null) return 'none';
  const filter = 'filter' in question ? question.filter : EMPTY_FILTER;
  const held = [...filter.territories, ...filter.carriers, ...filter.topics.flatMap(idsOfTopic), ...shown];
  const isHeld = span.tags.some((tag) =>
    tag.kind === 'call'
      ? filter.calls.some(({ number, scheme }) => number === tag.call.number && scheme === tag.call.scheme)
      : held.includes(tag.id),
  );
  return isHeld ? 'held' : 'new';
}

/** The words near behind a mention and in its clause: "la douane, vous pouvez l’enlever". */
function wordsAround({ start, end }: Mention, all: readonly Mention[], words: readonly Word[]): readonly string[] {
  const opens = words.findLastIndex(({ startsClause }, index) => startsClause && index <= start);
  const next = words.findIndex(({ startsClause }, index) => startsClause && index >= end);
  const clause = words.slice(Math.max(0, opens), next < 0 ? words.length : next);
  const isOfMention = (word: Word): boolean => all.some((other) => words.slice(other.start, other.end).includes(word));
  const folded = (from: number, to: number): readonly string[] => words.slice(from, to).map((word) => word.folded);
  const behind = folded(end, end + 5);
  const before = folded(Math.max(0, start - 3), start);
  return [
    ...behind.map((word) => `behind:${word}`),
    ...behind.slice(0, 3).map((word, index) => `behind2:${word} ${behind[index + 1] ?? '$'}`),
    ...before.map((word, index) => `before2:${word} ${before[index + 1] ?? '#'}`),
    ...clause.flatMap((word) => (isOfMention(word) ? [] : [`clause:${word.stem}`])),
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
