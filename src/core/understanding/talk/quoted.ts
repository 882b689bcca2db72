import { answerQuestion } from '../../answering/answer-question';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { once } from '../../knowledge/once';
import { inMillions, precisionOf, type Quantity, readQuantities } from '../../language/amounts';
import { classesIn } from '../../language/language-words';
import { readWords, type Word } from '../../language/words';
import { projectsOf } from '../../model/answer';
import {
  AMOUNT_FIELDS,
  amountOf,
  conflictsOn,
  isAmountField,
  LIKELIEST_FIRST,
  readUnder,
} from '../../model/project-fields';
import type { Memory, Question } from '../../model/question';
import { type Conflict, type Field, FIELDS, type FundFigure, type Project } from '../../model/records';
import type { Operator } from '../../model/tag';
import { factsAsked, factStems, NOTHING_TOLD } from '../fund/fund-facts';
import { keyOf, thingsOf, wordsOf } from '../fund/fund-figures';
import { framesOf } from '../patch';
import { type Reading, unique } from '../reading';

/** A number as it is written; `within`: what it may be off by. */
interface Quoted {
  readonly value: number;
  /** Null where none is said: M€, or what it counts. */
  readonly unit: FundFigure['unit'] | null;
  readonly within: number;
}

/** A number that is told, with the question that tells it; `isInText`: by the way, in a text. */
interface Figure extends Quoted {
  readonly question: Question;
  readonly isInText: boolean;
}

/**
 * "Les 850, source ?", "qui dit 15,5 M ?", "126, c'est sûr ?", "149 ou 144 ?": what tells the numbers that a message quotes, where it asks where they come
 * from, whether they are sure or what they are, and for nothing else; null of any other message.
 */
export function figureQuoted(
  reading: Reading,
  memory: Memory,
  knowledge: KnowledgeBase,
): { readonly question: Question; readonly asksSources: boolean } | null {
  const isOutside = ({ word, factor }: Quantity): boolean =>
    factor !== null || reading.quantities.some((one) => one.word === word);
  const said = quotedIn(reading.words, readQuantities(reading.words).filter(isOutside), reading.years);
  const numbers = said.filter(({ value }, at) => said.findIndex((one) => one.value === value) === at);
  const how = numbers.length === 0 ? null : wayAsked(reading, said, memory, knowledge);
  if (how === null) return null;
  const isSaid = ({ question }: Figure): boolean => question.kind === 'fact' && reading.fields.includes(question.field);
  const found = numbers
    .flatMap((number) => resolved(number, how, reading, memory, knowledge) ?? [])
    .sort((a, b) => Number(isSaid(b)) - Number(isSaid(a)));
  const [first, ...others] = found.map((one) => one.question);
  if (first !== undefined) {
    const question = together(first, others);
    return how === 'source' && question.kind === 'fact' && numbers.length === 1
      ? { question: { ...question, field: 'sources', also: [question.field] }, asksSources: false }
      : { question, asksSources: how !== 'alone' && how !== 'what' };
  }
  const isNoMore = saidBeside(reading, knowledge).length === 0 && !numbers.every(isSmall);
  const name = (reading.text.match(/\d+(?:[., \u00a0]\d+)*/g) ?? []).join(' / ');
  return how === 'source' && isNoMore
    ? { question: { kind: 'unknown', reason: 'no-such-figure', name }, asksSources: false }
    : null;
}

type Way = 'source' | 'sureness' | 'what' | 'which' | 'alone';

/** With these a message asks for something else than what it quotes. */
const ASKING_ELSE: readonly Operator[] = [
  ...(['share', 'sum', 'average', 'median', 'top', 'compare', 'count', 'remove', 'carried-by'] as const),
  ...(['said-carried', 'between', 'each', 'not-known', 'how-much', 'list', 'max', 'min', 'pays'] as const),
];

/** What a message asks of the numbers that it quotes; null where it asks for something else. */
function wayAsked(
  { words, fields, operators, spans, quantities }: Reading,
  numbers: readonly Quoted[],
  { question }: Memory,
  { language }: KnowledgeBase,
): Way | null {
  const { is, isFunctionWord } = language;
  const has = classesIn(words, language);
  const vouches = words.some(
    ({ folded }, at) => is('vouching', folded) && !(isFunctionWord(folded) && words[at + 1]?.startsClause === false),
  );
  // "30, c'est exact ou c'est un minimum ?", "c'est sûr ? j'ai lu 126 quelque part"
  if (ASKING_ELSE.some((one) => operators.has(one) && !(vouches && (one === 'min' || one === 'share')))) return null;
  const isBesides = ({ folded }: Word): boolean => isFunctionWord(folded) || /^\d/.test(folded) || is('units', folded);
  const isIdle = [...operators].every((one) => IDLE.has(one));
  const isAlone =
    spans.every(({ tags }) => tags.every(({ kind }) => kind === 'operator')) && isIdle && words.every(isBesides);
  if (fields.includes('sources') || (has('who') && (has('saying') || isAlone))) return 'source';
  if (vouches) return 'sureness';
  // "30 ou plus de 30 ?"
  const isSame = operators.has('at-least') && numbers.every(({ value }) => value === numbers[0]?.value);
  if (numbers.length > 1) return operators.has('or') || isSame || has('choosing') ? 'which' : null;
  // "C’est quoi, 122 ?", not "qui a eu 20 millions ?"
  const isOpen = words.some(({ folded }) => is('interrogative', folded) && !is('who', folded));
  const isWhat = fields.every((field) => field === 'summary') && (fields.length > 0 || isOpen);
  // "35 millions, et c'est quoi InSERRE ?"
  const nameAt = spans.find(({ tags }) => tags.some(({ kind }) => kind === 'project'))?.start ?? 0;
  const isOfName = quantities.some(({ word }) =>
    words.slice(word + 1, nameAt).some(({ startsClause }) => startsClause),
  );
  if (isWhat && isIdle && !isOfName && !has('designating')) return 'what';
  // "Et 20 ?" of a list limits it anew, "et les 28,84 ?" does not.
  const isExact =
    question?.kind === 'fact' ||
    question?.kind === 'programme' ||
    numbers.every(({ value }) => !Number.isInteger(value));
  return isAlone && isExact ? 'alone' : null;
}

const IDLE: ReadonlySet<Operator> = new Set(['or', 'correction', 'and-what-about', 'polite', 'subject', 'known']);

/** The stems of a message that neither quote nor ask. */
function saidBeside({ words, spans, contentStems, named }: Reading, { language: { is } }: KnowledgeBase) {
  const asks = spans.filter(({ tags }) =>
    tags.every(({ kind, id }) => ASKING.some((one) => one === kind) || named.flat().includes(id)),
  );
  const isAsking = ({ folded }: Word, at: number): boolean =>
    asks.some(({ start, end }) => start <= at && at < end) ||
    /^\d/.test(folded) ||
    BESIDE.some((one) => is(one, folded));
  return contentStems.filter((stem) => words.some((word, at) => word.stem === stem && !isAsking(word, at)));
}

const ASKING = ['field', 'operator', 'reference', 'fund'] as const;
const BESIDE = [
  ...(['vouching', 'saying', 'units', 'who', 'courteous'] as const),
  ...(['retaining', 'choosing', 'things', 'differing'] as const),
] as const;

/** The figure that a number is: told last, of what is spoken of, of the fund, of any project. */
function resolved(number: Quoted, how: Way, reading: Reading, memory: Memory, knowledge: KnowledgeBase): Figure | null {
  const named = reading.named.flat();
  const frames = named.length > 0 ? [] : framesOf(memory).slice(0, MOST_FRAMES);
  const told = frames.map((frame) => () => figuresTold(frame.question, knowledge));
  const spoken = named.length > 0 ? named : [memory.focus ?? '', ...memory.shown];
  const ofSpoken = (): readonly Figure[] => figuresOf(spoken, unique([...LIKELIEST_FIRST, ...FIELDS]), knowledge);
  const near = [...told.slice(0, 1), ofSpoken, ...told.slice(1)];
  const given = near.map((tier) => () => tier().filter(({ isInText }) => !isInText));
  // Of one number in several facts the one that the message asks for most is meant.
  const facts = [...factsAsked(reading, NOTHING_TOLD, knowledge), ...knowledge.facts].map(({ id }) => id);
  const far = [
    () => unique(facts).flatMap((id) => figuresOfFact(id, knowledge) ?? []),
    () => figuresOf([...knowledge.projectById.keys()], AMOUNT_FIELDS, knowledge),
  ];
  const isOfAny = how !== 'alone' && named.length === 0;
  const tiers = isSmall(number) ? given.slice(0, 2) : [...given, ofSpoken, ...(isOfAny ? far : []), ...near];
  const said = saidBeside(reading, knowledge);
  const off = ({ value }: Figure): number => Math.abs(value - number.value);
  for (const tier of tiers) {
    const isFar = far.includes(tier);
    const same = tier().filter((figure) => isSame(figure, number, isFar));
    const [best] = same
      .filter(({ question }) => (isFar && how === 'which') || holdsAll(question, said, knowledge))
      .sort((a, b) => off(a) - off(b) || likeness(b, reading, knowledge) - likeness(a, reading, knowledge));
    // What was told is meant, whatever else is asked of it.
    if (best !== undefined || (same.length > 0 && !isFar)) return best ?? null;
  }
  return null;
}

/** So far back is what was told still under the eyes. */
const MOST_FRAMES = 4;

/** It counts or numbers things, but where such a figure was just told. */
function isSmall({ unit, value }: Quoted): boolean {
  return unit === null && Number.isInteger(value) && value <= MOST_COUNTED;
}

const MOST_COUNTED = 12;

function isSame(figure: Figure, { value, unit, within }: Quoted, isExactly: boolean): boolean {
  // "77 ou 35 ?" of percentages that were told
  const isOfUnit = unit === null ? !(isExactly && figure.unit === 'percent') : (figure.unit ?? 'number') === unit;
  const off = Number((figure.value - value).toFixed(9));
  // "121" of 121,66 is cut rather than rounded.
  return isOfUnit && (isExactly || off === 0 ? off === 0 : off >= -within && off < 2 * within);
}

/** A figure of what the message says by the words that it says; before what is told by the way. */
function likeness({ question }: Figure, { allStems, locale }: Reading, knowledge: KnowledgeBase): number {
  const [figure] = question.kind === 'programme' ? (question.figures ?? []) : [];
  const said = allStems.map((stem) => keyOf(stem, knowledge));
  return figure === undefined ? -1 : wordsOf(figure, locale, knowledge).filter((word) => said.includes(word)).length;
}

/** What tells a figure holds what the message says beside it: "339 millions d'économies, qui le dit ?" */
function holdsAll(question: Question, said: readonly string[], knowledge: KnowledgeBase): boolean {
  if (question.kind === 'programme')
    return said.every((stem) => question.facts.some((id) => factStems(id, knowledge).has(stem)));
  const id = question.kind === 'fact' ? question.project : null;
  const held = knowledge.projectIndex.search(said).find((one) => one.id === id)?.matched ?? [];
  return said.every((stem) => held.includes(stem));
}

/** The one question that tells several figures. */
function together(first: Question, others: readonly Question[]): Question {
  if (first.kind === 'fact') {
    const fields = others.flatMap((one) => (one.kind === 'fact' && one.project === first.project ? [one.field] : []));
    return { ...first, also: unique(fields).filter((field) => field !== first.field) };
  }
  if (first.kind !== 'programme' || others.length === 0) return first;
  const facts = [first, ...others].flatMap((one) => (one.kind === 'programme' ? one.facts : []));
  return { kind: 'programme', facts: unique(facts) };
}

/** The numbers that a question was answered with. */
function figuresTold(question: Question | null, knowledge: KnowledgeBase): readonly Figure[] {
  if (question === null || question.kind === 'smalltalk') return [];
  const answer = answerQuestion(question, [], knowledge);
  if (answer.kind === 'programme') return answer.facts.flatMap((id) => figuresOfFact(id, knowledge) ?? []);
  const isSum = answer.kind === 'aggregate';
  const values = isSum
    ? [answer.value, answer.shareOfAll?.totalMEUR ?? null, ...answer.groups.map(({ value }) => value)]
    : [answer.kind === 'fact' ? (answer.share?.restMEUR ?? null) : null];
  const own = toldIn(values, [], isSum && answer.field === null ? 'number' : 'MEUR', knowledge);
  const told =
    answer.kind === 'list'
      ? [answer.sort?.field, ...answer.filter.amounts.map(({ field }) => field), ...answer.show]
      : 'field' in answer
        ? [answer.field, ...(answer.kind === 'fact' ? answer.also.map(({ field }) => field) : [])]
        : [];
  const fields = told.flatMap((field) => FIELDS.find((one) => one === field) ?? []);
  const all = answer.kind === 'fact' ? fields : [...fields.filter(isAmountField), ...AMOUNT_FIELDS];
  return [...own.map((number) => ({ ...number, question })), ...figuresOf(projectsOf(answer), all, knowledge)];
}

/** What records give, what their sources give otherwise, and what their texts tell, of some fields. */
function figuresOf(ids: readonly string[], fields: readonly Field[], knowledge: KnowledgeBase): readonly Figure[] {
  return ids.flatMap((id) => fields.flatMap((field) => figuresOfProject(id, knowledge)?.get(field) ?? []));
}

const figuresOfProject = once(
  (id: string, knowledge: KnowledgeBase): ReadonlyMap<Field, readonly Figure[]> | undefined => {
    const project = knowledge.projectById.get(id);
    if (project === undefined) return undefined;
    return new Map(
      FIELDS.filter((field) => field !== 'sources').map((field): [Field, readonly Figure[]] => {
        const texts = readUnder(project, field, 'fr').filter((text) => typeof text === 'string');
        const unit = isAmountField(field) ? 'MEUR' : null;
        const question = { kind: 'fact', project: id, field, also: [] } as const;
        const numbers = toldIn(givenFor(project, field), texts, unit, knowledge);
        return [field, numbers.map((number) => ({ ...number, question }))];
      }),
    );
  },
);

const figuresOfFact = once((id: string, knowledge: KnowledgeBase): readonly Figure[] | undefined => {
  const own = thingsOf(knowledge).filter((thing) => thing.fact === id);
  const fact = knowledge.factById.get(id);
  if (fact === undefined) return undefined;
  const question = { kind: 'programme', facts: [id] } as const;
  return [
    ...own.map(({ id: figure, value, unit }) => ({
      ...{ value, unit, within: 0, isInText: false },
      question: { ...question, figures: [figure], isOfFigure: true } as const,
    })),
    ...toldIn(sidesOf(fact.conflicts), [fact.answerFr], null, knowledge).map((number) => ({ ...number, question })),
  ];
});

/** The amount of a field where it is one, then what else the sources give for it. */
export function givenFor(project: Project, field: Field): readonly (string | number | null)[] {
  return [isAmountField(field) ? amountOf(project, field) : null, ...sidesOf(conflictsOn(project, field))];
}

export function sidesOf(conflicts: readonly Conflict[]): readonly (string | number)[] {
  return conflicts.flatMap(({ valueA, valueB }) => [valueA, valueB]);
}

/** The numbers of some values, of which a bare one is of a unit, and of texts. */
export function toldIn(
  values: readonly (string | number | null)[],
  texts: readonly string[],
  unit: Quoted['unit'],
  { language }: KnowledgeBase,
): readonly Omit<Figure, 'question'>[] {
  const inText = (text: string): readonly Quoted[] => {
    const words = readWords(text, language);
    return quotedIn(words, readQuantities(words), []);
  };
  // "98, en additionnant 63, 16 et 19" begins with the value.
  const given = values.flatMap((value) =>
    typeof value === 'number'
      ? { value, unit, within: 0, isInText: false }
      : inText(value ?? '').map((number, at) => ({ ...number, isInText: at > 0 })),
  );
  return [...given, ...texts.flatMap(inText).map((number) => ({ ...number, isInText: true }))];
}

function quotedIn(words: readonly Word[], quantities: readonly Quantity[], years: readonly number[]) {
  const isYear = ({ value, factor }: Quantity): boolean => factor === null && years.includes(value);
  return [
    ...quantities
      .filter((one) => one.isFigure && !isYear(one))
      .map((one) => ({
        value: inMillions(one),
        unit: one.factor === null ? null : ('MEUR' as const),
        within: precisionOf(one) * (one.factor ?? 1),
      })),
    ...words.flatMap(({ folded, isPercent }) =>
      isPercent ? [{ value: Number.parseFloat(folded), unit: 'percent', within: 0 } as const] : [],
    ),
  ];
}
