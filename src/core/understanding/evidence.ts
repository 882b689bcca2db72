import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { readCount, readQuantities } from '../language/amounts';
import type { LanguageWords } from '../language/language-words';
import { readWords, type Word } from '../language/words';
import { contentStems } from '../knowledge/documents';
import type { Field, Project } from '../model/records';
import type { Reading } from './reading';

/** A record and how far the words of a message mean it. */
export interface Found {
  readonly id: string;
  /** Greater where it is meant more surely: the judges below, each with its learned weight. */
  readonly weight: number;
  /** The strongest share of the words that one judge explains, 0 to 1. */
  readonly share: number;
  /** The stems of the message that it holds. */
  readonly matched: readonly string[];
  /** What the judges say, in their order. */
  readonly judged: readonly number[];
}

/**
 * Who judges a record: the words around it (share and score), its best wording, its texts (share, score, and how surely no other's texts
 * hold the words as well), the classifier of subjects.
 */
export const RECORD_JUDGES = ['meant', 'meant-score', 'fit', 'text', 'text-score', 'text-lead', 'learned'] as const;

/** What the words of a message point to when no name does, best first. */
export interface Evidence {
  readonly projects: readonly Found[];
  readonly themes: readonly Found[];
}

const NOTHING: Evidence = { projects: [], themes: [] };

/** The records that the words of a message describe. */
export function evidenceOf(reading: Reading, knowledge: KnowledgeBase): Evidence {
  const described = describingStems(reading, knowledge);
  const stems = described.length > 0 ? described : subjectStems(reading);
  return stems.length === 0 ? NOTHING : evidenceFor(stems, knowledge);
}

/** The same for stems. */
export function evidenceFor(stems: readonly string[], knowledge: KnowledgeBase): Evidence {
  const records = { project: new Map<string, Judged>(), theme: new Map<string, Judged>() };
  const add = (
    kind: 'project' | 'theme',
    id: string,
    judge: Judge,
    value: number,
    matched: readonly string[],
  ): void => {
    const record = records[kind].get(id) ?? { judged: RECORD_JUDGES.map(() => 0), matched: [] };
    record.judged[RECORD_JUDGES.indexOf(judge)] = value;
    for (const stem of matched) if (!record.matched.includes(stem)) record.matched.push(stem);
    records[kind].set(id, record);
  };
  const meanings = knowledge.meanings.match(stems);
  const mostMeant = Math.max(1e-9, ...meanings.map(({ owner, score }) => (owner.kind === 'fact' ? 0 : score)));
  for (const { owner, coverage, score, matched } of meanings) {
    if (owner.kind === 'fact') continue;
    add(owner.kind, owner.id, 'meant', coverage, matched);
    add(owner.kind, owner.id, 'meant-score', score / mostMeant, []);
  }
  for (const { owner, fit, matched } of knowledge.wordings.match(stems))
    if (owner.kind !== 'fact') add(owner.kind, owner.id, 'fit', fit, matched);
  const hits = knowledge.projectIndex.search(stems);
  const mostHeld = Math.max(1e-9, ...hits.map(({ score }) => score));
  const leads = likelihoodsOf(hits);
  for (const [at, { id, coverage, score, matched }] of hits.entries()) {
    add('project', id, 'text', coverage, matched);
    add('project', id, 'text-score', score / mostHeld, []);
    add('project', id, 'text-lead', sureness(leads[at]), []);
  }
  const learned = knowledge.models.subject.judge(subjectFeatures(stems)).get('project') ?? new Map<string, number>();
  // Of a project that came in since the training, how its texts lead the others' tells; what is left of the whole is of those that were learned.
  const unmet = hits.flatMap(({ id }, at) => (learned.has(id) ? [] : [{ id, share: leads[at] ?? 0 }]));
  for (const { id, share } of unmet) add('project', id, 'learned', sureness(share), []);
  const met = unmet.reduce((left, { share }) => left - share, 1);
  for (const [id, probability] of learned)
    if ((probability * met >= WORTH_A_LOOK || records.project.has(id)) && knowledge.projectById.has(id))
      add('project', id, 'learned', sureness(probability * met), []);
  return { projects: foundOf(records.project, knowledge), themes: foundOf(records.theme, knowledge) };
}

/**
 * Scores add up as logarithms of likelihoods do: by them six words in one record say far more than one word does. By themselves they tell too little:
 * of 600 questions of the bench, on 66 to 10,000 projects, what was said to be half sure was right nine times of ten.
 */
const SHARPNESS = 2;

function likelihoodsOf(hits: readonly { readonly score: number }[]): readonly number[] {
  const most = Math.max(...hits.map(({ score }) => score));
  const powers = hits.map(({ score }) => Math.exp(SHARPNESS * (score - most)));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

type Judge = (typeof RECORD_JUDGES)[number];

interface Judged {
  readonly judged: number[];
  readonly matched: string[];
}

function foundOf(records: ReadonlyMap<string, Judged>, { models }: KnowledgeBase): readonly Found[] {
  return [...records]
    .map(([id, { judged, matched }]): Found => {
      const weight = judged.reduce((sum, value, index) => sum + value * (models.records[index] ?? 0), 0);
      const [meant = 0, , fit = 0, text = 0] = judged;
      return { id, weight, share: Math.max(meant, fit, text), matched, judged };
    })
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** The content stems that may be the subject. */
export function subjectStems(reading: Reading): readonly string[] {
  return reading.contentStems.filter((stem) => isSubjectStem(reading, stem));
}

/** The content stems that describe a project: not the bodies, places and calls that only limit the set. */
export function describingStems(reading: Reading, { language }: Pick<KnowledgeBase, 'language'>): readonly string[] {
  const limiting = reading.spans.filter(({ tags }) =>
    tags.every(({ kind }) => kind === 'organisation' || kind === 'territory' || kind === 'call' || kind === 'session'),
  );
  const excluded = new Set(
    limiting.flatMap(({ start, end }) => reading.words.slice(start, end).map((word) => word.stem)),
  );
  // "Sur quatre ans": a number and what it counts describe nothing.
  const isNumber = ({ folded }: Word): boolean =>
    /^\d+$/.test(folded) || readCount(folded) !== null || language.is('durations', folded);
  const numbers = new Set(reading.words.filter(isNumber).map(({ stem }) => stem));
  return subjectStems(reading).filter((stem) => !excluded.has(stem) && !numbers.has(stem));
}

/** False for a word that only says how the question is asked. */
function isSubjectStem(reading: Reading, stem: string): boolean {
  return !reading.spans.some(
    ({ start, end, tags }) =>
      tags.every(
        ({ kind }) =>
          kind === 'field' || kind === 'operator' || kind === 'fund' || kind === 'smalltalk' || kind === 'reference',
      ) && reading.words.slice(start, end).some((word) => word.stem === stem),
  );
}

/** In which texts of a project words and figures stand; each list in the order of the fields. */
interface PointedAt {
  /** Fields whose texts hold a word said that is none of the project's name. */
  readonly held: readonly Field[];
  /** Fields whose figures one is that is said. */
  readonly figures: readonly Field[];
  /** The greatest share of the words said that one text holds, 0 to 1; null where none is said. */
  readonly share: number | null;
  /** Fields whose texts hold what is asked for ("combien d'agents", "which ports"); null where no word asks for a thing. */
  readonly asked: readonly Field[] | null;
  /** Those of them that say a number of it. */
  readonly counted: readonly Field[];
}

/** "Qui vérifie derrière ?", "48 ou 57 millions ?": where a project's record holds what a message says of it. */
export function pointedAt(id: string, reading: Reading, knowledge: KnowledgeBase): PointedAt {
  const name = knowledge.nameStems.get(id);
  const said = describingStems(reading, knowledge).filter((stem) => name?.has(stem) !== true);
  const figures = figuresIn(reading);
  const noun = nounAsked(reading, knowledge.language);
  const texts = textsOf(id, knowledge);
  const fieldsWhere = (isHeld: (text: FieldText) => boolean): readonly Field[] =>
    texts.flatMap((text) => (isHeld(text) ? [text.field] : []));
  const shares = texts.map(({ stems }) => said.filter((stem) => stems.has(stem)).length / said.length);
  return {
    held: fieldsWhere(({ stems }) => said.some((stem) => stems.has(stem))),
    figures: fieldsWhere((text) => figures.some((figure) => text.figures.has(figure))),
    share: said.length === 0 ? null : Math.max(...shares),
    asked: noun === null ? null : fieldsWhere(({ stems }) => stems.has(noun)),
    counted: noun === null ? [] : fieldsWhere(({ counted }) => counted.has(noun)),
  };
}

/** The first word with a subject behind one that asks: "combien d'agents", "which ports". */
function nounAsked({ words }: Reading, { is, isFunctionWord }: LanguageWords): string | null {
  const asking = words.findIndex(({ folded }) => is('asking', folded));
  const noun = words.find(({ folded }, index) => index > asking && !isFunctionWord(folded) && !is('asking', folded));
  return asking < 0 ? null : (noun?.stem ?? null);
}

interface FieldText {
  readonly field: Field;
  readonly stems: ReadonlySet<string>;
  readonly figures: ReadonlySet<number>;
  /** Stems of what its numbers count: "700 000 agents", "13 autres ports". */
  readonly counted: ReadonlySet<string>;
}

/** What a number counts stands so near behind it. */
const NEAR_A_NUMBER = 4;

const fieldTexts = new WeakMap<KnowledgeBase, Map<string, readonly FieldText[]>>();

function textsOf(id: string, knowledge: KnowledgeBase): readonly FieldText[] {
  const known = fieldTexts.get(knowledge) ?? new Map<string, readonly FieldText[]>();
  fieldTexts.set(knowledge, known);
  const project = knowledge.projectById.get(id);
  const read = known.get(id) ?? (project === undefined ? [] : readTexts(project, knowledge));
  known.set(id, read);
  return read;
}

function readTexts(project: Project, knowledge: KnowledgeBase): readonly FieldText[] {
  const { expectedSavings: savings, call, conflicts } = project;
  const texts: readonly (readonly [Field, readonly (string | number | null)[]])[] = [
    ['summary', [project.summaryFr, project.summaryEn]],
    ['status', [project.statusFr, project.statusEn]],
    ['beneficiaries', project.beneficiaries],
    ['partners', project.partners],
    ['carrier', [project.carrier, project.carrierNote]],
    ['territory', [project.territoryNote]],
    ['call', [call.label, call.note]],
    ['funding', [project.ftapFundingMEUR, project.ftapFundingNote]],
    ['cost', [project.totalCostMEUR, project.totalCostNote]],
    ['savings', [savings.amountMEUR, savings.horizon, savings.basis, savings.note]],
  ];
  return texts.map(([field, own]) => {
    const differing = conflicts.filter(({ about }) => about.includes(field));
    const values = [...own, ...differing.flatMap(({ valueA, valueB }) => [valueA, valueB])];
    const text = values.filter((value) => value !== null).join('. ');
    const words = readWords(text, knowledge.language);
    const folded = words.map((word) => word.folded);
    const quantities = readQuantities(words);
    return {
      field,
      stems: new Set(contentStems(text, knowledge.language)),
      figures: new Set(figuresIn({ quantities, years: knowledge.language.periods.years(folded) })),
      counted: new Set(
        quantities.flatMap(({ word }) => words.slice(word + 1, word + 1 + NEAR_A_NUMBER).map(({ stem }) => stem)),
      ),
    };
  });
}

/** Whole numbers up to this count and number things. */
const MOST_COUNTED = 12;

/** Numbers that nobody says by chance, without their units. */
export function figuresIn({ quantities, years }: Pick<Reading, 'quantities' | 'years'>): readonly number[] {
  return quantities.flatMap(({ value }) =>
    years.includes(value) || (Number.isInteger(value) && value <= MOST_COUNTED) ? [] : [value],
  );
}

/** What the words show of the fact or the project asked for: each, each beside the next, and each after the facts that were told last. */
export function subjectFeatures(stems: readonly string[], told: readonly string[] = []): readonly string[] {
  const pairs = stems.slice(1).map((stem, index) => `${stems[index] ?? ''} ${stem}`);
  const after = told.flatMap((id) => [`after:${id}`, ...stems.map((stem) => `after:${id} ${stem}`)]);
  return ['bias', ...new Set([...stems, ...pairs, ...after])];
}

/** A project less likely than this by its words alone is not proposed for them; where others propose it, how likely it is still tells. */
const WORTH_A_LOOK = 0.02;

/** A probability as a judge says it: 0 for next to nothing, 1 for certain, by its logarithm. */
export function sureness(probability = 0): number {
  return Math.max(0, 1 + Math.log10(Math.max(1e-4, probability)) / 4);
}
