import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { once } from '../../knowledge/once';
import { inMillions, type Quantity, readCount, readQuantities } from '../../language/amounts';
import { classesIn } from '../../language/language-words';
import { exact, type Reckoning } from '../../language/reckoning';
import { readWords, type Word } from '../../language/words';
import { AMOUNT_FIELDS, type AmountField, amountOf, isAmountField, noteBeside } from '../../model/project-fields';
import type { Memory } from '../../model/question';
import type { Field, Project } from '../../model/records';
import type { Operator, Span, Tag } from '../../model/tag';
import { type Reading, unique } from '../reading';
import { type OfRecord, paybackAsked } from './payback';
import { givenFor } from './quoted';
import { asking, asksEach, figureTold, yearsCovered } from './reckoned';

/** A figure that a message speaks of: money in M€, or how many things. */
interface Operand {
  readonly value: number;
  readonly unit: 'MEUR' | 'number';
  /** What tells it of the project; null where only the message does. */
  readonly field: Field | null;
  /** Place of its word; -1 of what the message does not say itself. */
  readonly at: number;
}

type Pair = readonly [Operand, Operand];

interface Asked {
  readonly reading: Reading;
  readonly memory: Memory;
  readonly knowledge: KnowledgeBase;
  readonly project: Project | undefined;
  readonly said: readonly Operand[];
  readonly told: Operand | null;
}

/**
 * "Amorti en combien d'années ?", "ça fait combien par usager ?", "ratio économies / financement", "rapporté aux comptes créés ?": what the record of a
 * project is asked, with what is reckoned from it; null of anything else.
 */
export function reckonedOfRecord(reading: Reading, memory: Memory, knowledge: KnowledgeBase): OfRecord | null {
  const payback = paybackAsked(reading, memory, knowledge);
  if (payback !== null) return payback;
  const [id = memory.focus, ...others] = reading.named.flat();
  const { operators, words, text } = reading;
  const has = classesIn(words, knowledge.language);
  const relates = has(...RELATING) || /[/÷]/.test(text) || operators.has('each');
  const isOfElse = OF_SEVERAL.some((one) => operators.has(one)) || has('who', 'timing', 'choosing');
  if (others.length > 0 || !relates || isOfElse || asking(text, knowledge) !== text) return null;
  const project = knowledge.projectById.get(id ?? '');
  const told = id === memory.focus ? toldBefore(memory, knowledge) : null;
  const asked = { reading, memory, knowledge, project, told, said: operandsIn(reading, project, knowledge) };
  const again = replaced(asked);
  const terms = again ?? eachAsked(asked) ?? relatedAsked(asked);
  if (terms === null)
    return isUncounted(asked)
      ? { question: { kind: 'unknown', reason: 'not-recorded', name: null }, reckoned: null }
      : null;
  const isPart = again === null ? has('sharing') : memory.reckoned?.at(-1)?.operation === 'share';
  const reckoned = madeOf(terms, isPart);
  const [field, ...also] = unique(terms.flatMap((term) => term.field ?? []));
  return project !== undefined && field !== undefined
    ? { question: { kind: 'fact', project: project.id, field, also }, reckoned }
    : { question: { kind: 'smalltalk', act: 'reckoning', reckoned: [reckoned] }, reckoned };
}

/** Without one of these nothing is set in relation. */
const RELATING = ['relating', 'per', 'dividing', 'sharing', 'supposing', 'counting'] as const;
/** With these it asks of several, or of a set. */
const OF_SEVERAL: readonly Operator[] = ['max', 'min', 'top', 'list', 'sort', 'plural-subject', 'why', 'median'];

/** The amounts that the words name, and the numbers: each is money where the record tells it as such, things where it counts so many. */
function operandsIn(reading: Reading, project: Project | undefined, knowledge: KnowledgeBase): readonly Operand[] {
  const { spans, quantities, words, fields } = reading;
  const figures = figuresOf(project?.id ?? '', knowledge) ?? [];
  const isOf = ({ kind, id }: Tag, field: AmountField): boolean =>
    kind === 'field' ? id === field : kind === 'fund' && field === 'funding' && !fields.includes(field);
  // "Rapport" sets in relation, though what a project brings in is called so too.
  const isRelation = ({ start }: Span): boolean => knowledge.language.is('relating', words[start]?.folded ?? '');
  const ofFields = spans
    .filter((span) => !isRelation(span))
    .flatMap(({ start, tags }) =>
      AMOUNT_FIELDS.filter((field) => tags.some((tag) => isOf(tag, field))).flatMap((field) =>
        given(project, field, start),
      ),
    );
  const ofNumbers = quantities.map((quantity): Operand => {
    const as = (unit: Operand['unit']) => ({ value: valueOf(quantity, unit), unit, at: quantity.word });
    const areThings = isOfThings(words, quantity, knowledge);
    const known = figures.find(({ unit, value }) => value === as(unit).value && !(areThings && unit === 'MEUR'));
    // "0,5 divisé par 1,3" of 1.3 million users
    const things = exact(quantity.value * A_MILLION);
    const counted =
      known === undefined && !Number.isInteger(quantity.value)
        ? figures.find(({ unit, value }) => unit === 'number' && value === things)
        : undefined;
    if (counted !== undefined) return { ...as('number'), value: things, field: counted.field };
    const isMoney = quantity.factor !== null && !areThings;
    return { ...as(known?.unit ?? (isMoney ? 'MEUR' : 'number')), field: known?.field ?? null };
  });
  const isSaidAgain = (one: Operand): boolean =>
    ofNumbers.some(({ value, unit }) => value === one.value && unit === one.unit);
  return [...ofFields.filter((one) => !isSaidAgain(one)), ...ofNumbers].sort((a, b) => a.at - b.at);
}

function given(project: Project | undefined, field: AmountField, at = -1): readonly Operand[] {
  const value = project === undefined ? null : amountOf(project, field);
  return value === null ? [] : [{ value, unit: 'MEUR', field, at }];
}

/** All that the record tells in figures: its amounts, what else the sources give for these, and the numbers of its texts and notes. */
const figuresOf = once((id: string, knowledge: KnowledgeBase): readonly Operand[] | undefined => {
  const project = knowledge.projectById.get(id);
  if (project === undefined) return undefined;
  const notes = AMOUNT_FIELDS.map((field) => [field, noteBeside(project, field, 'fr')] as const);
  const inTexts = [...textsOf(project), ...notes].flatMap(([field, text]) => {
    const words = readWords(text ?? '', knowledge.language);
    return readQuantities(words).map((quantity): Operand => {
      const unit = quantity.factor === null || isOfThings(words, quantity, knowledge) ? 'number' : 'MEUR';
      return { value: valueOf(quantity, unit), unit, field, at: quantity.word };
    });
  });
  return [...AMOUNT_FIELDS.flatMap((field) => amountsOf(project, field)), ...inTexts];
});

function textsOf({ statusFr, summaryFr }: Project) {
  return [
    ['status', statusFr],
    ['summary', summaryFr],
  ] as const;
}

/** The amount of a field, then what else the sources give for it. */
function amountsOf(project: Project, field: AmountField): readonly Operand[] {
  const values = unique(givenFor(project, field));
  return values.flatMap((value) => (typeof value === 'number' ? { value, unit: 'MEUR', field, at: -1 } : []));
}

function valueOf(quantity: Quantity, unit: Operand['unit']): number {
  const { value, factor } = quantity;
  return unit === 'MEUR' ? inMillions(quantity) : factor === null ? value : exact(inMillions(quantity) * A_MILLION);
}

const A_MILLION = 1e6;

/** "12 millions de personnes", not "12 millions d’euros", "16 millions de plus". */
function isOfThings(words: readonly Word[], { word, factor }: Quantity, { language }: KnowledgeBase): boolean {
  const after = words.slice(word).filter(({ folded, isDecimal }) => !isDecimal && !/^\d+$/.test(folded));
  const [unit = '', joint = '', noun = ''] = after.map(({ folded }) => folded);
  // "Les 55 millions de Donchery" are money.
  const isNoun =
    noun !== '' && after[2]?.isCapitalised !== true && !language.isFunctionWord(noun) && !language.is('units', noun);
  return factor === 1 && /^mill?ions?$/.test(unit) && /^d[e']?$/.test(joint) && isNoun;
}

/**
 * "Ça fait combien par usager ?", "12,6 sur 23 000 tablettes, combien chacune ?", "Mentor, c'est combien par an ?": an amount that is said, stands beside the
 * count, was told, or was given, for each of those that are counted.
 */
function eachAsked(asked: Asked): Pair | null {
  const { reading, knowledge, memory, project, said, told } = asked;
  const [sum, ...sums] = said.filter(({ unit }) => unit === 'MEUR');
  const [number, ...numbers] = said.filter(({ unit }) => unit === 'number');
  const { is } = knowledge.language;
  const noun = nounOfEach(reading, knowledge);
  // "Ça fait combien par signalement ?", then "et par foyer sorti ?"
  const last = memory.reckoned?.at(-1);
  const isAgain = noun !== null && said.length === 0 && last?.operation === 'average';
  if (!(asksEach(reading, knowledge) || isAgain) || sums.length + numbers.length > 0) return null;
  const perYear = reading.words.some(
    ({ folded }, at) => is('per', folded) && is('durations', reading.words[at + 1]?.folded ?? ''),
  );
  const held = memory.question !== null && 'field' in memory.question ? memory.question.field : null;
  const field = AMOUNT_FIELDS.find((one) => one === (sum?.field ?? held));
  if (perYear && project !== undefined && field !== undefined && number === undefined) {
    const years = yearsCovered(project, field, knowledge);
    const [amount] = given(project, field);
    return years === null || amount === undefined ? null : [amount, { value: years, unit: 'number', field, at: -1 }];
  }
  // "La moyenne des deux" is of what was told.
  if (noun === null && reading.operators.has('average')) return null;
  const counted = noun === null ? null : countedBy(noun, asked);
  // "180 places chacune": of several.
  const isOfSeveral = reading.operators.has('each') && sum === undefined;
  const thing = isOfSeveral ? null : (number ?? counted);
  const known = number === undefined ? [...given(project, 'funding'), ...given(project, 'cost')] : [];
  const beside = number === undefined ? (counted?.beside ?? []) : [];
  const spread = last?.terms.find(({ unit }) => unit === 'MEUR');
  const before: Operand | null =
    isAgain && spread !== undefined ? { value: spread.value, unit: 'MEUR', field: null, at: -1 } : told;
  const [amount] = [sum ?? [], beside, before?.unit === 'MEUR' ? before : [], known].flat();
  return thing === null || thing.value === 0 || amount === undefined ? null : [amount, thing];
}

/** "Ratio économies / financement", "rapporté au financement ?", "quelle fraction des 5,55 M€ vient du fonds ?", "le rapport entre les deux ?" */
function relatedAsked(asked: Asked): Pair | null {
  const { reading, knowledge, memory, project, said, told } = asked;
  const relates = relatesIn(asked);
  const has = classesIn(reading.words, knowledge.language);
  const isPart = has('sharing');
  const isDivided = /[/÷]/.test(reading.text) || has('dividing');
  if (!relates && !isPart && !isDivided) return null;
  const thing = relates ? thingRelated(asked) : null;
  const revised =
    thing === null && !isPart && (relates || has('dividing')) ? revisedPair(asked, has('dividing')) : null;
  if (revised !== null) return revised;
  // "35/85,9" is reckoned as it is written, whatever one of them is told of.
  const [dividend, divisor, ...others] = reading.quantities;
  const isPlain = others.length === 0 && dividend?.factor === null && divisor?.factor === null;
  if (isPlain && !relates && !isPart && dividend.value < divisor.value && /[/÷]/.test(reading.text)) return null;
  const [first, second = said.length === 1 ? thing : null, ...more] = said;
  if (more.length > 0) return null;
  if (first === undefined)
    return thing !== null && told?.unit === 'MEUR' ? [told, thing] : relates ? pairTold(memory, project) : null;
  if (second === null)
    return !relates || project === undefined || told?.unit !== first.unit || told.value === first.value
      ? null
      : [told, first];
  const ofNumbers = [first, second].filter(({ at }) => reading.quantities.some(({ word }) => word === at));
  const isBare = ({ unit, field }: Operand): boolean => unit === 'number' && field === null;
  // Numbers that are no figures of the record are reckoned with as they are; fields that are set in no relation are told.
  const areTold =
    first.unit === second.unit ? !ofNumbers.some(isBare) : !ofNumbers.every(({ field }) => field === null);
  if (ofNumbers.length === 0 ? !relates : !areTold) return null;
  // "Quelle part du coût, 44 / 64 ?" is of two amounts.
  const areAmounts = isPart && ofNumbers.some(isBare);
  if (areAmounts || first.unit === second.unit) {
    const pair = [first, second].map((one): Operand => (areAmounts ? { ...one, unit: 'MEUR' } : one));
    const [less = first, more = second] = isPart ? pair.sort((x, y) => x.value - y.value) : pair;
    return [less, more];
  }
  return first.unit === 'MEUR' ? [first, second] : [second, first];
}

/** "Coût initial, coût actuel, ratio", "par combien la prévision a-t-elle été divisée ?": the two amounts of one field, the greater first. */
function revisedPair({ reading, memory, project, said, told }: Asked, isDivided: boolean): Pair | null {
  const { question } = memory;
  const fields = unique(said.map(({ field }) => field));
  const isTold = told === null || told.field === fields[0] || said.length > 1;
  const before = isDivided && question?.kind === 'fact' && question.project === project?.id ? question.field : null;
  const field = fields.length === 0 ? before : isTold ? (fields[0] ?? null) : null;
  if (project === undefined || reading.quantities.length > 0 || fields.length > 1 || !isAmountField(field)) return null;
  const [first, second] = [...amountsOf(project, field).slice(0, 2)].sort((a, b) => b.value - a.value);
  return first === undefined || second === undefined ? null : [first, second];
}

/** "Et avec la cible d'origine, 54 ?", "et si je prends les 835 déployés", "et rapporté au seul financement ?": the last computation with another figure. */
function replaced(asked: Asked): Pair | null {
  const { reading, knowledge, memory, project, said } = asked;
  const last = memory.reckoned?.at(-1);
  const [a, b, ...more] = (last?.terms ?? []).map(({ value, unit }): Operand | null =>
    unit === 'percent' ? null : { value, unit, field: null, at: -1 },
  );
  const isOfTwo = last?.operation === 'average' || last?.operation === 'ratio' || last?.operation === 'share';
  const relates = relatesIn(asked);
  const isSupposed = classesIn(reading.words, knowledge.language)('supposing');
  if (!isOfTwo || a == null || b == null || more.length > 0 || !(relates || isSupposed)) return null;
  const thing = relates && said.length === 0 ? thingRelated(asked) : null;
  const [other, ...others] = thing === null ? said : [thing];
  if (other === undefined || others.length > 0) return null;
  const known = project !== undefined && isAmountField(other.field) ? amountsOf(project, other.field) : [];
  const isOfField = (term: Operand): boolean => known.some(({ value }) => value === term.value);
  const apart = (term: Operand): number => Math.abs(Math.log(term.value / other.value));
  const isFirst =
    a.unit !== b.unit ? a.unit === other.unit : isOfField(a) !== isOfField(b) ? isOfField(a) : apart(a) < apart(b);
  const taken = { ...other, unit: (isFirst ? a : b).unit };
  return (isFirst ? a : b).value === other.value ? null : isFirst ? [taken, b] : [a, taken];
}

function madeOf([a, b]: Pair, isPart: boolean): Reckoning {
  const terms = [a, b].map(({ value, unit }) => ({ value, unit }));
  const value = exact(a.value / b.value);
  if (a.unit !== b.unit) return { operation: 'average', terms, value, unit: a.unit };
  return isPart
    ? { operation: 'share', terms, value: exact(100 * value), unit: 'percent' }
    : { operation: 'ratio', terms, value, unit: 'number' };
}

/** "Ratio", "rapporté à", "par euro économisé", "le rapport entre les deux", not "le rapport de la Cour". */
function relatesIn({ reading: { words }, said, knowledge: { language } }: Asked): boolean {
  const { is, isFunctionWord } = language;
  return words.some(({ folded }, at) => {
    const after = words[at + 1]?.folded ?? '';
    if (is('per', folded)) return is('units', after) && !is('durations', after);
    if (!is('relating', folded) || is('computing', folded)) return is('relating', folded) && is('giving', after);
    const next = words.findIndex((word, index) => index > at && !isFunctionWord(word.folded));
    const isOfFigure = said.some((one) => one.at === next) || readCount(words[next]?.folded ?? '') !== null;
    return !is('saying', folded) || next < 0 || isOfFigure;
  });
}

/** The figure that was told before, with the field that it is of. */
function toldBefore(memory: Memory, knowledge: KnowledgeBase): Operand | null {
  const told = figureTold(memory, knowledge);
  const { question, reckoned, focus } = memory;
  if (told !== null) {
    const field = question?.kind === 'fact' && reckoned === undefined ? question.field : null;
    return { value: told.value, unit: told.isMoney ? 'MEUR' : 'number', field, at: -1 };
  }
  const field = question?.kind === 'list' ? (question.filter.disputes[0]?.field ?? null) : null;
  return isAmountField(field) ? (given(knowledge.projectById.get(focus ?? ''), field)[0] ?? null) : null;
}

/** Two figures of the last answer: of two fields, or the first two that the sources give for one. */
function pairTold({ question }: Memory, project: Project | undefined): Pair | null {
  if (question?.kind !== 'fact' || project === undefined || question.project !== project.id) return null;
  const [field, ...others] = [question.field, ...question.also].filter(isAmountField);
  if (field === undefined) return null;
  const told = others.length > 0 ? [field, ...others].flatMap((one) => given(project, one)) : amountsOf(project, field);
  const [first, second] = told;
  return first === undefined || second === undefined ? null : [first, second];
}

/** "Par usager", "combien la place": what so much is asked for each of; no project, year or winner, of which the base tells by itself. */
function nounOfEach({ words }: Reading, { language: { is } }: KnowledgeBase): Word | null {
  const noun = words.find((_, at) => {
    const [second = '', first = ''] = [words[at - 1]?.folded, words[at - 2]?.folded];
    return is('per', second) || (is('counting', first) && is('pointing', second));
  });
  const isOfBase = (['projects', 'durations', 'winners'] as const).some((one) => is(one, noun?.folded ?? ''));
  return noun === undefined || isOfBase ? null : noun;
}

/** "Coût par piscine ?", "et par km2 ?" of an amount of the project: its record says nowhere how many they are. */
function isUncounted({ reading, memory, project, said, knowledge: { language } }: Asked): boolean {
  const { words, spans, fields, operators } = reading;
  // "Par piscine", not "gain annuel prévu"
  const isPer = (folded = ''): boolean => language.is('per', folded) && language.isFunctionWord(folded);
  const noun = words.findIndex((_, at) => isPer(words[at - 1]?.folded));
  const word = words[noun];
  const { question } = memory;
  const wasOfAmount = question?.kind === 'fact' && isAmountField(question.field);
  const isOfAmount = fields.length > 0 ? fields.every(isAmountField) : operators.has('how-much') || wasOfAmount;
  const isOther = spans.some(
    ({ start, end, tags }) =>
      start <= noun && noun < end && tags.every(({ kind }) => kind !== 'theme' && kind !== 'beneficiary'),
  );
  if (project === undefined || word === undefined || !isOfAmount || isOther) return false;
  const isOfBase = classesIn([word], language)(...OF_BASE) || language.partNamed(word.folded) !== null;
  const isName = language.isFunctionWord(word.folded) || isOfBase || word.startsClause;
  return !isName && said.every(({ at, unit }) => unit === 'MEUR' || at < 0);
}

const OF_BASE = ['projects', 'durations', 'winners', 'units', 'relating', 'computing'] as const;

/** "Rapport financement / agent", "rapporté aux comptes créés": what is counted of the last such word. */
function thingRelated(asked: Asked): Operand | null {
  const { words, spans } = asked.reading;
  const { is, isFunctionWord } = asked.knowledge.language;
  const from = words.findIndex(({ folded }) => is('relating', folded));
  const isField = (at: number): boolean =>
    spans.some(({ start, end, tags }) => start <= at && at < end && tags.some(({ kind }) => kind === 'field'));
  const nouns = words.filter(({ folded }, at) => at > from && !isFunctionWord(folded) && !isField(at));
  return nouns.flatMap((noun) => countedBy(noun, asked) ?? []).at(-1) ?? null;
}

/** How many of these the texts of the project count, with the one amount told beside: of several, the number that more words of the message stand by. */
function countedBy(noun: Word, { reading, project, knowledge: { language } }: Asked) {
  const asked = new Set(reading.contentStems);
  const found = (project === undefined ? [] : textsOf(project)).flatMap(([field, text]) => {
    const written = readWords(text ?? '', language);
    const numbers = readQuantities(written);
    return numbers.flatMap((number, index) => {
      const end = Math.min(number.word + FAR_FROM_NUMBER, numbers[index + 1]?.word ?? Infinity);
      if (!written.slice(number.word, end).some(({ stem }) => stem === noun.stem)) return [];
      const sums = numbers.filter((one) => one !== number && one.factor !== null);
      const around = written.slice(number.word, number.word + AROUND).filter(({ stem }) => asked.has(stem)).length;
      const beside = sums.map((one): Operand => ({ value: inMillions(one), unit: 'MEUR', field, at: -1 }));
      const told = { value: valueOf(number, 'number'), unit: 'number', field, at: -1 } as const;
      return [{ ...told, around, beside: beside.length === 1 ? beside : [] }];
    });
  });
  return [...found].sort((a, b) => b.around - a.around)[0] ?? null;
}

/** "1,3 million d’usagers" */
const FAR_FROM_NUMBER = 5;
/** "235 564 comptes ont été créés en 2024" */
const AROUND = 10;
