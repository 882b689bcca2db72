import { type Clause, clausesOf, nearestText } from '../../answering/clauses';
import { contentStems } from '../../knowledge/documents';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { readQuantities } from '../../language/amounts';
import { classesIn, type LanguageWords, type WordClass } from '../../language/language-words';
import type { Locale } from '../../language/locale';
import type { Word } from '../../language/words';
import type { Verdict } from '../../model/answer';
import { isAmountField, isPublished } from '../../model/project-fields';
import type { Memory, Question } from '../../model/question';
import type { Field, Project } from '../../model/records';
import { HELD } from '../claims';
import type { Tag } from '../../model/tag';
import type { Reading } from '../reading';

type FactQuestion = Question & { readonly kind: 'fact' };

/** What answers a detail asked of a project: first the field that tells it, its clauses that hold it where they are a part of it, what is said of it first. */
export interface Detail {
  readonly field: Field;
  /** Other texts that hold it. */
  readonly also: readonly Field[];
  readonly clause: string | null;
  readonly verdict: Verdict | null;
}

/**
 * "Combien d'utilisateurs ?", "les préfectures y ont accès ?", "c'est fini ?", "obligatoire depuis quand ?": where the record holds it, or that it does not.
 * Null where no more than a field is asked for, and where it is not sure.
 */
export function detailOf(
  { project: id, field }: FactQuestion,
  reading: Reading,
  { focus }: Memory,
  locale: Locale,
  knowledge: KnowledgeBase,
): Detail | null {
  const project = knowledge.projectById.get(id);
  const { fields, named, operators, words } = reading;
  // Words that a project was found by ask nothing of it.
  const isKnown = named.length === 0 ? id === focus : named.flat().includes(id);
  if (!isKnown || project === undefined || field === 'sources' || fields.length > 1 || operators.has('why'))
    return null;
  const asking: Asking = { field, project, reading, knowledge, clauses: clausesOf(project, locale, knowledge) };
  // "Et Donchery, ça coûte combien ?"
  const [amount] = fields.filter(isAmountField);
  if (amount !== undefined) return ofSum(asking, amount);
  const has = classesIn(words, knowledge.language);
  const noun = nounCounted(asking);
  if (noun !== null) return ofNumber(noun, asking);
  // "La DGPR a mis combien ?"
  if (has('counting') && isAmountField(field) && thingsSaid(asking).every((one) => isNamed(one, asking)))
    return ofSum(asking);
  if (has('counting') || fields.includes('summary')) return null;
  if (has('timing') || (has('which') && words.some(({ folded }) => knowledge.language.partNamed(folded) === 'year')))
    return ofTime(asking);
  if (reading.quantities.length + reading.years.length > 0) return null;
  if (has('interrogative', 'which')) return isText(field) ? ofWords(thingsSaid(asking), 'own', asking) : null;
  return reading.text.includes('?') || operators.has('or') ? ofYesOrNo(asking) : null;
}

/**
 * "Combien de détenus ont une tablette ?" of two projects on prisons, "combien pour Donchery seul ?": what alone of the records shown holds all that is
 * asked of; of the project spoken of before others.
 */
export function heldByShown(reading: Reading, memory: Memory, locale: Locale, knowledge: KnowledgeBase) {
  const has = classesIn(reading.words, knowledge.language);
  if (!has('interrogative', 'which', 'counting') || has('projects')) return null;
  const spoken = reading.named.length > 0 ? reading.named.flat() : [memory.focus ?? [], memory.shown].flat();
  const holding = [...new Set(spoken)].flatMap((id) => {
    const project = knowledge.projectById.get(id);
    if (project === undefined) return [];
    const question = { kind: 'fact', project: id, field: 'status', also: [] } as const;
    const clauses = clausesOf(project, locale, knowledge);
    const asking = { field: question.field, project, reading, knowledge, clauses };
    const detail = detailOf(question, reading, { ...memory, focus: id }, locale, knowledge) ?? ofSum(asking);
    const things = thingsSaid(asking);
    const isHeld = clauses.some((one) => things.every((thing) => held(thing, [one], 'own', asking)));
    return things.length > 0 && isHeld && detail?.verdict === null ? [{ question, detail }] : [];
  });
  const [first, ...others] = holding;
  return others.length > 0 && first?.question.project !== memory.focus ? null : (first ?? null);
}

/** What is answered where another field tells it: that, then the text that was taken to tell it, and no amount. */
export function questionOf(question: FactQuestion, { field, also }: Detail): FactQuestion {
  const others = [...(isText(question.field) ? [question.field] : []), ...question.also, ...also];
  return { ...question, field, also: [...new Set(others)].filter((other) => other !== field) };
}

/** It is told in sentences. */
function isText(field: Field): boolean {
  return field === 'status' || field === 'summary';
}

interface Asking {
  readonly field: Field;
  readonly project: Project;
  readonly reading: Reading;
  readonly knowledge: KnowledgeBase;
  readonly clauses: readonly Clause[];
}

/** The thing of which a number is asked: "combien d'agents", "le nombre de ports", "how many users"; null of money, time and projects. */
function nounCounted({ reading: { words, spans }, knowledge }: Asking): Word | null {
  const { is, isFunctionWord, partNamed } = knowledge.language;
  const at = words.findIndex(({ folded }) => is('counting', folded));
  const next = words[at + 1]?.folded ?? '';
  const isOfThing = is('among', next) || is('elided', next) || is('interrogative', words[at - 1]?.folded ?? '');
  const noun = words.findIndex(({ folded }, index) => index > at && !isFunctionWord(folded));
  const found = words[noun];
  if (at < 0 || !isOfThing || found === undefined) return null;
  if (words.slice(at + 1, noun + 1).some(({ startsClause }) => startsClause)) return null;
  const { folded } = found;
  const tags = spans.filter(({ start, end }) => start <= noun && noun < end).flatMap((span) => span.tags);
  const isOfField = tags.some((tag) => tag.kind === 'field' && tag.id !== 'status');
  const isMeasure = NO_THINGS.some((wordClass) => is(wordClass, folded)) || partNamed(folded) === 'year';
  return isOfField || isMeasure || tags.some(({ kind }) => kind === 'project' || kind === 'fund') ? null : found;
}

const NO_THINGS = ['units', 'durations', 'projects', 'late'] as const;

function ofNumber(noun: Word, asking: Asking): Detail | null {
  const { clauses, project, field, knowledge } = asking;
  const { is } = knowledge.language;
  const isUser = is('users', noun.folded);
  const others = thingsSaid(asking).filter((one) => one !== noun);
  // "Combien d’agents virés" is told by "300 suppressions d’emplois".
  const isSame = (stem: string, one: Word): boolean => isSameWord(stem, one.stem, knowledge.language);
  // "Combien de communes ?" is told by "730 collectivités".
  const names = stemsOf(noun, 'named', asking);
  const isCounted = ({ counted }: Clause): boolean =>
    counted.some(
      (stem) => names.some((one) => isLike(stem, one)) || [noun, ...others].some((one) => isSame(stem, one)),
    );
  // "Combien de gens relogés" asks for others than those who use it.
  const areUsers = ({ counted, words }: Clause): boolean =>
    others.length === 0 && isUser && words.some(({ folded, stem }) => is('users', folded) && counted.includes(stem));
  const counting = clauses.filter((one) => isCounted(one) || areUsers(one));
  const best = mostHeld(counting, others, asking);
  if (counting.length > 0) return told(best.length > 0 ? best : counting);
  // "Combien de gens sortis du mal-logement ?" is told by "15 000 foyers sortis du mal-logement".
  const numbered = clauses.filter(({ counted }) => counted.length > 0);
  const [near] = mostHeld(numbered, others, asking);
  const holds = (one: Word): boolean => near !== undefined && held(one, [near], 'own', asking);
  if (near !== undefined && others.length > 0 && others.every(holds)) return told([near]);
  // "Sites retenus : Arras, Donchery et Toul" tells how many without a number.
  const isListed = clauses.some(
    ({ words, text }) => text.includes(' : ') && words.some(({ stem }) => isLike(stem, noun.stem)),
  );
  // "Combien d’argent ?", "combien de temps ?"
  const isThing = isUser || !knowledge.language.isCommonWord(noun.folded);
  const isMoney = isAmountField(field) && knowledge.language.figureWord(noun.stem) === null;
  return isMoney || !isThing
    ? null
    : { field: nearestText(field, project), also: [], clause: null, verdict: isListed ? null : 'no-number' };
}

/** "Combien pour Donchery seul ?": the clause that tells an amount of it. */
function ofSum(asking: Asking, amount: Field | null = null): Detail | null {
  const things = thingsSaid(asking);
  // What its carrier pays is what is left.
  const isCarrier = things.some((one) => tagsOf(one, asking).some(({ id }) => asking.project.carrierIds.includes(id)));
  const found = asking.clauses.find(
    (one) =>
      !isCarrier &&
      (amount === null || one.field === amount) &&
      readQuantities(one.words).some(({ factor }) => factor !== null) &&
      things.every((thing) => held(thing, [one], 'own', asking)),
  );
  return things.length === 0 || found === undefined ? null : told([found]);
}

function ofTime(asking: Asking): Detail | null {
  const { field, project, clauses, reading, knowledge } = asking;
  const { is, periods } = knowledge.language;
  if (field !== 'status' && (field !== 'date' || isPublished(project, field))) return null;
  const isDated = ({ words }: Clause): boolean => periods.years(words.map(({ folded }) => folded)).length > 0;
  const dated = clauses.filter((one) => one.field === 'status' && isDated(one));
  const said = reading.words.filter(
    ({ folded, stem }) =>
      folded.length >= LONG_ENOUGH && !is('timing', folded) && knowledge.nameStems.get(project.id)?.has(stem) !== true,
  );
  const [best] = mostHeld(dated, said, asking);
  const [opened] = dated.filter(({ words }) => words.some(({ folded }) => is('opening', folded)));
  const isBare = said.every(({ folded }) => knowledge.language.isFunctionWord(folded) || is('opening', folded));
  const found = best ?? (isBare ? opened : undefined);
  return found === undefined ? null : told([found]);
}

/** Shorter words say next to nothing of a time. */
const LONG_ENOUGH = 5;

function ofYesOrNo(asking: Asking): Detail | null {
  const { field, clauses, reading, knowledge, project } = asking;
  const { language } = knowledge;
  const ofClass = (wordClass: WordClass): readonly Clause[] =>
    clauses.filter((one) => one.field === 'status' && classesIn(one.words, language)(wordClass));
  const says = classesIn(reading.words, language);
  const isOfDelay = ({ folded }: Word): boolean => language.is('late', folded) || language.is('undergoing', folded);
  const things = thingsSaid(asking).filter((one) => isNamed(one, asking) && !(says('late') && isOfDelay(one)));
  if (things.length === 0) {
    if (field !== 'status') return null;
    if (says('ending')) {
      const ended = ofClass('ending');
      return ended.length > 0 ? told(ended) : { field, also: [], clause: null, verdict: 'no-end' };
    }
    if (says('late') && !says('denying')) {
      const isLate = project.movedTo !== undefined;
      const delayed = isLate ? [] : ofClass('late');
      return delayed.length > 0
        ? told(delayed)
        : { field, also: [], clause: null, verdict: isLate ? true : 'no-delay' };
    }
    const [opened] = says('opening') ? ofClass('opening') : [];
    return opened === undefined ? null : told([opened]);
  }
  const tags = things.flatMap((one) => tagsOf(one, asking));
  // "La DGFiP, non ?" of who carries it is a claim, "Toul ?" is none.
  const isAsked = isText(field) || reading.text.includes('?');
  const isClaimed = !isAsked || HELD.some((one) => one.field === field && tags.some(({ kind }) => kind === one.kind));
  const isUnknown = !isText(field) && !isAmountField(field) && !isPublished(project, field);
  if (isClaimed || isUnknown || (isAmountField(field) && reading.operators.has('how-much'))) return null;
  const isOfThem = says('opening') || tags.some(({ kind }) => kind === 'beneficiary' || kind === 'organisation');
  const found = ofWords(things, isOfThem ? 'named' : 'own', asking);
  if (found !== null) return isText(found.field) && isText(field) && found.field !== field ? null : found;
  // "Partout ?", "dans toute la France ?": what is told of places may answer it in other words.
  const isSure =
    isOfThem &&
    tags.every(({ kind }) => kind !== 'territory') &&
    !things.some((one) => language.isCommonWord(one.folded));
  const own: readonly string[] = [...project.beneficiaryIds, ...project.carrierIds, ...project.partnerIds];
  const isHeld = things.some((one) => held(one, clauses, 'any', asking)) || tags.some(({ id }) => own.includes(id));
  return !isSure || isHeld ? null : { field: nearestText(field, project), also: [], clause: null, verdict: 'not-said' };
}

/** "Les notaires", "en mairie", and what the base knows by name. */
function isNamed(thing: Word, asking: Asking): boolean {
  const { words } = asking.reading;
  const before = words[words.indexOf(thing) - 1]?.folded ?? '';
  const { is } = asking.knowledge.language;
  return tagsOf(thing, asking).length > 0 || BEFORE_A_NAME.some((wordClass) => is(wordClass, before));
}

const BEFORE_A_NAME = ['joining', 'giving', 'narrowing', 'showing'] as const;

function tagsOf(thing: Word, { reading: { words, spans } }: Asking): readonly Tag[] {
  const at = words.indexOf(thing);
  return spans.filter(({ start, end }) => start <= at && at < end).flatMap(({ tags }) => tags);
}

/** The first clause that holds all the things said. */
function ofWords(things: readonly Word[], by: HeldBy, asking: Asking): Detail | null {
  // Who carries it need not use it.
  const clauses = asking.clauses.filter(({ field }) => (by === 'own' ? isText(field) : field !== 'carrier'));
  const found = clauses.find((one) => things.every((thing) => held(thing, [one], by, asking)));
  return things.length === 0 || found === undefined ? null : told([found]);
}

/** What a message names beside the project, what it asks for and that it is open or done. */
function thingsSaid({ reading: { words, spans }, project, knowledge }: Asking): readonly Word[] {
  const { is, isFunctionWord } = knowledge.language;
  return words.filter(({ folded, stem }, at) => {
    const idle = spans.some(
      ({ start, end, tags }) =>
        start <= at &&
        at < end &&
        tags.every(({ kind, id }) => NO_THING.has(kind) || (kind === 'field' && id !== 'status')),
    );
    const isName = knowledge.nameStems.get(project.id)?.has(stem) === true;
    return !idle && !isName && !isFunctionWord(folded) && !IDLE.some((wordClass) => is(wordClass, folded));
  });
}

const IDLE = [
  'counting',
  'opening',
  'ending',
  'accepting',
  'refusing',
  'interrogative',
  'which',
  'asking',
  'projects',
] as const;
const NO_THING: ReadonlySet<string> = new Set(['operator', 'smalltalk', 'reference', 'fund', 'project']);

/** By its own word; or by another one for it: "mairies", "collectivités"; or by any word of what it is called. */
type HeldBy = 'own' | 'named' | 'any';

function held(thing: Word, clauses: readonly Clause[], by: HeldBy, asking: Asking): boolean {
  const { language } = asking.knowledge;
  const stems = stemsOf(thing, by, asking);
  return clauses.some((one) =>
    one.words.some(({ stem }) => stems.some((wanted) => isLike(stem, wanted) || isSameWord(stem, wanted, language))),
  );
}

function stemsOf(thing: Word, by: HeldBy, asking: Asking): readonly string[] {
  const { beneficiaryById, language } = asking.knowledge;
  const others = tagsOf(thing, asking).flatMap(({ kind, id }) => {
    const called = kind === 'beneficiary' && by !== 'own' ? beneficiaryById.get(id) : undefined;
    if (called === undefined) return [];
    const { label, synonyms } = called;
    const names = [label.fr, label.en, ...synonyms.fr, ...synonyms.en].map((name) => contentStems(name, language));
    return names.filter((own) => by === 'any' || own.length === 1).flat();
  });
  return [thing.stem, ...others];
}

/** "Virés" and "suppressions": words of which one is said for the other. */
function isSameWord(a: string, b: string, { figureWord }: LanguageWords): boolean {
  const word = figureWord(a);
  return word !== null && word === figureWord(b);
}

/** Those that hold most of the words said; none where none holds any. */
function mostHeld(clauses: readonly Clause[], said: readonly Word[], asking: Asking): readonly Clause[] {
  const counts = clauses.map((one) => said.filter((word) => held(word, [one], 'own', asking)).length);
  const most = Math.max(1, ...counts);
  return clauses.filter((_, at) => counts[at] === most);
}

/** "Visites" and "visiteurs", "obligatoire" and "obligation" */
function isLike(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  const differs = Array.from(a).findIndex((letter, at) => letter !== b[at]);
  const same = differs < 0 ? least : Math.min(differs, least);
  return a === b || (same >= LONG_ENOUGH && (same === least || same >= ALIKE * Math.max(a.length, b.length)));
}

const ALIKE = 0.7;

function told(all: readonly Clause[]): Detail {
  const field = all[0]?.field ?? 'status';
  const clauses = all.filter((one) => one.field === field);
  return {
    field,
    also: all.flatMap((one) => (isText(one.field) ? [one.field] : [])),
    clause: clauses.some((one) => one.isWhole) ? null : clauses.map(({ text }) => text).join(' […] '),
    verdict: null,
  };
}
