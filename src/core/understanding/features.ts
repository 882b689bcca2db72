import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type Evidence, pointedAt } from './evidence';
import type { AskedFact } from './fund/fund-facts';
import type { Memory, Question } from '../model/question';
import { dimensionsOf } from './patch';
import { isOwn } from '../language/asides';
import { type Reading, unique } from './reading';
import type { Span } from '../model/tag';

/**
 * What a message shows to the model: its words in their order with the things of the data named by their kind, what the grammar took them
 * for, what was said before, and what the search finds. No decision is taken here.
 */
export function featuresOf(
  reading: Reading,
  memory: Memory,
  evidence: Evidence,
  facts: readonly AskedFact[],
  knowledge: KnowledgeBase,
): readonly string[] {
  const features = new Set<string>(['bias']);
  const tokens = tokensOf(reading, knowledge);
  addWords(features, tokens, reading);
  const said = [...saidIn(reading), ...ownIn(reading, memory, knowledge)];
  for (const feature of said) features.add(feature);
  const state = stateOf(memory, reading);
  for (const before of state) {
    features.add(before);
    for (const feature of said) if (isTelling(feature)) features.add(`${before}&${feature}`);
  }
  const [first, second] = tokens;
  const [last] = state;
  if (last !== undefined) {
    features.add(`${last}&^${first ?? ''}`);
    features.add(`${last}&^${first ?? ''} ${second ?? ''}`);
    features.add(`${last}&${tokens.at(-1) ?? ''}$`);
    if (tokens.length <= 3) features.add(`${last}&=${tokens.join(' ')}`);
    for (const token of new Set(tokens)) features.add(`${last}&${token}`);
  }
  for (const feature of [
    ...evidenceIn(reading, evidence, facts, knowledge),
    ...pointsIn(reading, memory, evidence, knowledge),
  ]) {
    features.add(feature);
    features.add(`${last === 'before:nothing' ? 'first' : 'later'}&${feature}`);
  }
  return [...features];
}

/** The words of a message, each thing of the data replaced by its kinds, each number by what it is. */
function tokensOf({ words, spans, saysSum, years }: Reading, knowledge: KnowledgeBase): readonly string[] {
  const starting = new Map(spans.filter(isOfData).map((span) => [span.start, span]));
  const tokens: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const span = starting.get(index);
    if (span) {
      tokens.push(`<${kindsOf(span).join('|')}>`);
      index = span.end - 1;
      continue;
    }
    const { folded, stem } = words[index] ?? { folded: '', stem: '' };
    if (/^(?:19|20)\d\d$/.test(folded) && years.length > 0) tokens.push('<year>');
    else if (/^\d/.test(folded)) tokens.push(saysSum ? '<amount>' : /^\d+$/.test(folded) ? '<number>' : folded);
    else if (knowledge.language.isCommonWord(folded)) tokens.push(folded);
    else
      tokens.push(knowledge.lexicon.words.has(folded) ? stem : knowledge.meanings.has(stem) ? `~${stem}` : `?${stem}`);
  }
  return tokens;
}

function isOfData({ tags }: Span): boolean {
  return kindsOf({ tags }).length > 0;
}

const DATA_KINDS = ['project', 'theme', 'organisation', 'beneficiary', 'territory', 'call', 'session', 'fund'] as const;

function kindsOf({ tags }: Pick<Span, 'tags'>): readonly string[] {
  return DATA_KINDS.filter((wanted) => tags.some(({ kind }) => kind === wanted));
}

/** Words alone, in twos and threes; those of the last sentence once more, since what comes before it is often politeness. */
function addWords(features: Set<string>, tokens: readonly string[], { words, text }: Reading): void {
  const ordered = [
    '^',
    ...tokens.map((token) => (token.startsWith('~') ? '~' : token.startsWith('?') ? '?' : token)),
    '$',
  ];
  for (const token of tokens) features.add(`w:${token}`);
  for (const { folded } of words) for (const part of partsOf(folded)) features.add(`c:${part}`);
  for (let index = 0; index + 1 < ordered.length; index++) {
    features.add(`2:${ordered[index] ?? ''} ${ordered[index + 1] ?? ''}`);
    if (index + 2 < ordered.length)
      features.add(`3:${ordered[index] ?? ''} ${ordered[index + 1] ?? ''} ${ordered[index + 2] ?? ''}`);
  }
  const starts = words.flatMap(({ startsSentence }, index) => (startsSentence ? [index] : []));
  const lastStart = starts.at(-1) ?? 0;
  if (starts.length > 1) {
    const share = words.length === 0 ? 0 : lastStart / words.length;
    const from = Math.floor(share * tokens.length);
    for (const token of tokens.slice(from)) features.add(`z:${token}`);
  }
  const unknown = tokens.filter((token) => token.startsWith('?')).length;
  const held = tokens.filter((token) => token.startsWith('~')).length;
  features.add(`unknown:${String(Math.min(3, unknown))}`);
  features.add(`held:${String(Math.min(4, held))}`);
  features.add(`unknown:${String(Math.min(3, unknown))}/${String(Math.min(4, held))}`);
  features.add(`length:${bin(words.length, LENGTHS)}`);
  features.add(`sentences:${String(Math.min(4, starts.length))}`);
  if (text.includes('?')) features.add('?');
  if (/\p{Extended_Pictographic}/u.test(text)) features.add('pictogram');
  if (text.length > 0 && words.length === 0) features.add('wordless');
}

/** Four letters in a row, ends marked: what a word never met, mistyped or bent has in common with those that were. */
function partsOf(word: string): readonly string[] {
  const whole = `<${word}>`;
  return word.length < PART
    ? []
    : Array.from({ length: whole.length - PART + 1 }, (_, at) => whole.slice(at, at + PART));
}

const PART = 4;

const LENGTHS = [0, 1, 2, 3, 4, 6, 9, 14, 22, 35] as const;

function bin(value: number, bounds: readonly number[]): string {
  return String(bounds.filter((bound) => value > bound).length);
}

/** What the words were taken for. */
function saidIn(reading: Reading): readonly string[] {
  const tags = reading.spans.flatMap((span) => span.tags);
  const grammar = tags.flatMap((tag) =>
    tag.kind === 'operator' || tag.kind === 'field' || tag.kind === 'smalltalk'
      ? [`${tag.kind}:${tag.id}`]
      : tag.kind === 'reference'
        ? [`reference:${tag.id}`]
        : [],
  );
  const kinds = new Set(reading.spans.flatMap((span) => kindsOf(span)));
  const numbers = [
    ...(reading.years.length > 0 ? ['has:year'] : []),
    ...(reading.saysSum ? ['has:amount'] : []),
    ...(reading.months.length > 0 ? ['has:month'] : []),
  ];
  return [
    ...new Set([
      ...grammar,
      ...(reading.operators.has('plural-subject') ? ['operator:plural-subject'] : []),
      ...[...kinds].map((kind) => `has:${kind}`),
      ...numbers,
      `projects:${String(Math.min(3, reading.named.length))}`,
      `fields:${String(Math.min(2, reading.fields.length))}`,
      `left:${String(Math.min(3, reading.leftoverStems.length))}`,
      ...(kinds.size + numbers.length === 0 ? ['bare'] : []),
      ...(reading.strangeName === null ? [] : ['strange']),
      ...(reading.mentionsFund ? ['fund'] : []),
      `locale:${reading.locale ?? 'unknown'}`,
      `short:${bin(reading.words.length, [2, 4, 8])}`,
    ]),
  ];
}

/** What is theirs is asked for, and whose it is was told, or not. */
function ownIn({ words }: Reading, { own }: Memory, { language }: KnowledgeBase): readonly string[] {
  const asks = words.some((_, index) => isOwn(words, index, language));
  return asks ? [`own:${own.length > 0 ? unique(own.map(({ kind }) => kind)).join() : 'unknown'}`] : [];
}

/** What goes with the state in pairs. */
function isTelling(feature: string): boolean {
  return !feature.startsWith('locale:');
}

/** What was said before: the last question, what it left on the table, and how this message stands to it. */
function stateOf(memory: Memory, reading: Reading): readonly string[] {
  const { question, shown, focus } = memory;
  if (question === null) return ['before:nothing'];
  const kind = question.kind === 'aggregate' ? `${question.kind}-${question.operation}` : question.kind;
  const field = 'field' in question ? question.field : 'sort' in question ? (question.sort?.field ?? null) : null;
  const named = new Set(reading.named.flat());
  const before = new Set(
    memory.earlier.flatMap((frame) => [...frame.shown, ...(frame.focus === null ? [] : [frame.focus])]),
  );
  return [
    `before:${kind}`,
    `before:${question.kind === 'fact' ? 'fact' : focus !== null ? 'one' : shown.length > 1 ? 'several' : question.kind === 'programme' ? 'fund' : 'none'}`,
    `before-field:${field ?? 'none'}`,
    `shown:${bin(shown.length, [0, 1, 2, 3, 5, 12])}`,
    ...limitsBefore(question).map((limit) => `last:${limit}`),
    `earlier:${String(Math.min(2, memory.earlier.length))}`,
    ...(named.size > 0 && [...named].every((id) => id !== focus && before.has(id)) ? ['names-earlier'] : []),
    ...(named.size > 0 && [...named].every((id) => id === focus) ? ['names-focus'] : []),
    ...(named.size > 0 && [...named].every((id) => id !== focus && shown.includes(id)) ? ['names-shown'] : []),
  ];
}

/** What the last set was limited by, which a message may replace, narrow or drop. */
function limitsBefore(question: Question): readonly string[] {
  if (question.kind !== 'list' && question.kind !== 'aggregate') return [];
  const { filter } = question;
  return [
    ...dimensionsOf(filter),
    ...(filter.among === null ? [] : ['among']),
    ...(question.kind === 'list' && question.limit !== null ? ['top'] : []),
    ...(question.kind === 'aggregate' && question.groupBy !== null ? ['parts'] : []),
  ];
}

/** What the search finds, in steps. */
function evidenceIn(
  reading: Reading,
  { projects, themes }: Evidence,
  facts: readonly AskedFact[],
  { factById }: KnowledgeBase,
): readonly string[] {
  const [project, other] = projects;
  const [theme] = themes;
  const [fact, nextFact] = facts;
  const step = (value: number): string => String(Math.floor(Math.min(value, 2.4) / 0.3));
  const best = Math.max(project?.weight ?? 0, theme?.weight ?? 0, fact?.weight ?? 0);
  const kind = best === 0 ? 'none' : best === fact?.weight ? 'fact' : best === project?.weight ? 'project' : 'theme';
  return [
    `project>${step(project?.weight ?? 0)}`,
    `project-apart>${step((project?.weight ?? 0) - (other?.weight ?? 0))}`,
    `theme>${step(theme?.weight ?? 0)}`,
    `fact>${step(fact?.weight ?? 0)}`,
    `fact-fit>${step((fact?.fit ?? 0) * 2)}`,
    `fact-apart>${step((fact?.weight ?? 0) - (nextFact?.weight ?? 0))}`,
    `fact-topic:${factById.get(fact?.id ?? '')?.topic ?? 'none'}`,
    `best:${kind}`,
    `fact-project:${String(Math.floor((fact?.fit ?? 0) * 4))}/${String(Math.floor((project?.share ?? 0) * 4))}`,
    `unexplained:${String(Math.min(4, unexplainedBy(reading, project?.matched, theme?.matched)))}`,
  ];
}

/** Where the record of the project meant holds what is said of it: of the one named, else of the one on the table, else of the one found. */
function pointsIn(
  reading: Reading,
  { focus }: Memory,
  { projects }: Evidence,
  knowledge: KnowledgeBase,
): readonly string[] {
  const [said, ...others] = reading.named.flat();
  const id = others.length > 0 ? undefined : (said ?? focus ?? projects[0]?.id);
  if (id === undefined) return [];
  const { held, figures, share, asked, counted } = pointedAt(id, reading, knowledge);
  return [
    ...held.map((field) => `holds:${field}`),
    ...(held.length === 1 ? held.map((field) => `points:${field}`) : []),
    ...figures.map((field) => `figure:${field}`),
    `holds:${String(Math.min(2, held.length))}`,
    `covers:${share === null ? 'nothing' : String(Math.floor(share * 3))}`,
    ...(asked === null ? [] : asked.length === 0 ? ['asks:none'] : asked.map((field) => `asks:${field}`)),
    ...(asked === null ? [] : counted.length === 0 ? ['counts:none'] : counted.map((field) => `counts:${field}`)),
  ];
}

function unexplainedBy({ leftoverStems }: Reading, ...held: readonly (readonly string[] | undefined)[]): number {
  const matched = new Set(held.flatMap((stems) => stems ?? []));
  return leftoverStems.filter((stem) => !matched.has(stem)).length;
}
