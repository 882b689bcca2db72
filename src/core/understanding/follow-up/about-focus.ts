import { selectPositions } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { computes } from '../aggregate-question';
import { fieldHolding } from '../fact-question';
import { fieldOf } from '../field-of';
import { filterOf, isEmptyFilter } from '../filter-of';
import { doubts } from './doubt';
import { isBareHowMuch } from './about-shown';
import { fieldOrCard, isShort, startsFollowUp } from './last-question';
import { soleProject } from '../meant-project';
import { amountFieldOf } from '../money';
import {
  type AggregateOperation,
  type AmountField,
  EMPTY_FILTER,
  type Field,
  type Filter,
  isAmountField,
  type Memory,
  type Question,
} from '../question';
import { subjectStems } from '../ranking';
import type { Reading } from '../reading';
import { asksWhich, isCalledSo, saysMore } from '../saying';
import { MOST_CANDIDATES, SIDE } from '../thresholds';

/** "et son coût ?", "qui le porte ?": a field of the project in focus, or of the projects just compared. */
export function aboutFocus(
  reading: Reading,
  memory: Memory,
  last: Question,
  knowledge: KnowledgeBase,
): Question | null {
  if (doubts(reading) && memory.focus !== null) return { kind: 'fact', project: memory.focus, field: 'sources' };
  const field =
    askedInAWord(reading) ??
    fieldOrCard(reading) ??
    amountAlone(reading, memory, knowledge) ??
    grantAsked(reading) ??
    detailAsked(reading, memory, knowledge);
  if (field === null || reading.named.length > 0 || reading.operators.has('plural-subject')) return null;
  // "Combien a coûté le projet Solaris ?" is of another one, which the base does not know.
  if (isCalledSo(reading)) return null;
  // "Revenons au fonds lui-même : qui l'administre ?"
  if (reading.mentionsFund && !isAmountField(field)) return null;
  const saysIt =
    reading.references.some(({ id }) => id === 'it') || reading.words.some(({ folded }) => folded === 'it');
  const refers = saysIt || startsFollowUp(reading) || startsWithThis(reading);
  const computes = reading.operators.has('sum') || reading.operators.has('average');
  if ((computes && !refers) || !isOfFocus(reading, memory, refers, knowledge)) return null;
  // Words of everyday language ("quelle économie en attendait-on ?") name no other subject.
  const foreign = reading.leftoverStems.filter(
    (stem) => knowledge.projectIndex.has(stem) || knowledge.factIndex.has(stem),
  );
  const names = saysIt ? MOST_LEFT_OVER : startsWithThis(reading) ? 2 : refers ? 1 : 0;
  if (foreign.length > names || reading.leftoverStems.length > MOST_LEFT_OVER) return null;
  const other = soleProject(subjectStems(reading), knowledge, SIDE);
  if (other !== null && other !== memory.focus) return null;
  if (last.kind === 'compare') return { kind: 'compare', projects: last.projects, field };
  if (memory.focus !== null) return { kind: 'fact', project: memory.focus, field };
  // "Combien a-t-il reçu ?" after several: which one is asked back.
  const isOneOfFew =
    (reading.references.some(({ id }) => id === 'it') || startsWithThis(reading) || reading.words.length <= 3) &&
    memory.shown.length >= 2 &&
    memory.shown.length <= MOST_CANDIDATES;
  return isOneOfFew ? { kind: 'clarify', candidates: memory.shown, field } : null;
}

/** "Combien de ces appareils étaient posés ?", "et il marche depuis longtemps ?": no field's word, but words that the record in focus holds. */
function detailAsked(reading: Reading, { focus }: Memory, knowledge: KnowledgeBase): Field | null {
  const counts =
    reading.operators.has('how-much') &&
    reading.words.some(({ folded }) => ['ces', 'ils', 'elles', 'en', 'they', 'these'].includes(folded));
  return focus !== null && counts && amountFieldOf(reading) === null ? fieldHolding(reading, focus, knowledge) : null;
}

/** "C'est piloté par qui ?", "c'était quel appel ?" */
function startsWithThis({ words: [first, second, third] }: Reading): boolean {
  const [a, b] = first?.folded === 'et' ? [second, third] : [first, second];
  return a?.folded === 'c' && ['est', 'etait', 'sera'].includes(b?.folded ?? '');
}

/** "Combien du FTAP ?", "how much from the fund?" and nothing else. */
function grantAsked({ words, operators, mentionsFund }: Reading): Field | null {
  return mentionsFund && operators.has('how-much') && words.length <= 5 && FROM.has(words.at(-2)?.folded ?? '')
    ? 'funding'
    : null;
}

const FROM = new Set('du de le from the'.split(' '));

/** "Où ça ?", "qui ?", "c'est rentable ?" and nothing else: inside a sentence "ou ça" is no question of place. */
function askedInAWord({ words }: Reading): Field | null {
  const said = words.map(({ folded }) => folded).join(' ');
  return ASKED_IN_A_WORD.find(([, phrases]) => phrases.includes(said.replace(/^et /, '')))?.[0] ?? null;
}

const ASKED_IN_A_WORD: readonly (readonly [field: Field, phrases: readonly string[]])[] = [
  ['territory', ['ou', 'ou ca', 'c est ou', 'c est ou ca', 'ou est ce', 'where', 'where is it', 'and where']],
  ['carrier', ['qui', 'qui ca', 'c est qui', 'par qui', 'who', 'by whom', 'and who']],
  [
    'savings',
    [
      'c est rentable',
      'est ce rentable',
      'est il rentable',
      'est elle rentable',
      'rentable',
      'c est rentabilise',
      'is it profitable',
      'is it worth it',
      'does it pay off',
    ],
  ],
];

/** "Combien ?" and nothing else: what the fund gave, or else the total cost where only that is published. */
function amountAlone(reading: Reading, { focus, question }: Memory, knowledge: KnowledgeBase): Field | null {
  if (!isBareHowMuch(reading) || focus === null) return null;
  if (question?.kind === 'fact' && isAmountField(question.field)) return question.field;
  const project = knowledge.projectById.get(focus);
  const isOnlyCost = project?.ftapFundingMEUR === null && project.totalCostMEUR !== null;
  return isOnlyCost ? 'cost' : 'funding';
}

/** More words than this are a question of their own. */
const MOST_LEFT_OVER = 3;

/** No limit is named, or only one that the project in focus meets: "avec qui l'IGN travaille-t-il là-dessus ?" */
function isOfFocus(reading: Reading, memory: Memory, refers: boolean, knowledge: KnowledgeBase): boolean {
  const own = filterOf(reading, knowledge);
  if (own.calls.length + own.years.length > 0) return false;
  if (isEmptyFilter(own) || (reading.fields.includes('partners') && reading.words.length <= 7)) return true;
  const { focus } = memory;
  return refers && focus !== null && selectPositions({ ...own, among: [focus] }, knowledge).length > 0;
}

/** "et FICOBA 3 ?", "pardon, je voulais dire CFVR": the same field of another project. */
export function aboutAnotherProject(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  if (last.kind !== 'fact' || reading.named.length > 1 || computes(reading)) return null;
  const isFollowUp = startsFollowUp(reading) || reading.operators.has('correction');
  const field = fieldOrCard(reading);
  if (!isFollowUp || (field !== null && field !== 'summary')) return null;
  const [named] = reading.named[0] ?? [];
  if (named !== undefined)
    return reading.operators.has('correction') || reading.leftoverStems.length === 0
      ? { kind: 'fact', project: named, field: last.field }
      : null;
  // "et le dossier météo ?": described by a word or two, and by no other project as well.
  const isWithinReach = reading.words.length <= (reading.operators.has('correction') ? 14 : 9);
  if (!isWithinReach || reading.operators.has('plural-subject') || reading.operators.has('list')) return null;
  const project = soleProject(subjectStems(reading), knowledge);
  return project === null || project === last.project ? null : { kind: 'fact', project, field: last.field };
}

/** "compare-le avec DossierFacile": with the project in focus. */
export function comparedWithFocus(reading: Reading, memory: Memory): Question | null {
  const [project] = reading.named[0] ?? [];
  if (!reading.operators.has('compare') || reading.named.length !== 1 || project === undefined) return null;
  if (memory.focus === null || memory.focus === project || reading.operators.has('or')) return null;
  const last = memory.question?.kind === 'fact' ? memory.question.field : null;
  return { kind: 'compare', projects: [memory.focus, project], field: fieldOf(reading) ?? last };
}

/** "Compare les deux", "la différence entre les deux ?" after two projects asked for one after the other. */
export function recentCompared(reading: Reading, memory: Memory, last: Question): Question | null {
  const [first, second, ...more] = memory.recent.slice(-2);
  const saysTwo = reading.words.some(({ folded }) => ['deux', '2', 'two', 'both'].includes(folded));
  if (first === undefined || second === undefined || more.length > 0 || !isShort(reading)) return null;
  if (
    !(saysTwo || isBareDifference(reading)) ||
    reading.named.length > 0 ||
    (memory.shown.length > 1 && memory.focus === null)
  )
    return null;
  const amount = amountFieldOf(reading);
  const of = amount ?? amountOf(last);
  const over = (operation: AggregateOperation, field: AmountField): Question => ({
    kind: 'aggregate',
    operation,
    field,
    filter: { ...EMPTY_FILTER, among: [first, second] },
    limit: 1,
    groupBy: null,
  });
  const extreme = (['max', 'min'] as const).find((operation) => reading.operators.has(operation));
  if (extreme && amount) return over(extreme, amount);
  if (reading.operators.has('average') && of) return over('average', of);
  const together = reading.words.some(({ folded }) => TOGETHER.has(folded));
  if ((reading.operators.has('sum') || together) && of && !reading.operators.has('compare')) return over('sum', of);
  if (!(reading.operators.has('compare') || asksWhich(reading) || saysMore(reading))) return null;
  return {
    kind: 'compare',
    projects: [first, second],
    field: fieldOf(reading) ?? (last.kind === 'fact' ? last.field : amountOf(last)),
  };
}

/** The amount of the last project in focus: asked of it, or what it is the first or the last by. */
function amountOf(last: Question): AmountField | null {
  if (last.kind === 'aggregate') return last.field;
  return last.kind === 'fact' && isAmountField(last.field) ? last.field : null;
}

/** "La différence ?", "what's the gap?" between what the last two questions were answered by. */
function isBareDifference({ operators, leftoverStems, words }: Reading): boolean {
  return (
    operators.has('compare') &&
    leftoverStems.length === 0 &&
    words.length <= MOST_WORDS_OF_GAP &&
    words.some(({ folded }) => ['difference', 'ecart', 'gap'].includes(folded))
  );
}

/** "Et quel est l'écart ?" */
const MOST_WORDS_OF_GAP = 6;

/** "À eux deux", "both of them", "combined". */
const TOGETHER = new Set('eux elles both combined together ensemble'.split(' '));

/** "D'autres projets du même ministère ?", "et sur ce thème ?": what the project in focus has in common with others. */
export function likeFocus(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const project = memory.focus === null ? undefined : knowledge.projectById.get(memory.focus);
  const said = reading.words.map(({ folded }) => folded);
  const points = said.some((word) =>
    ['meme', 'memes', 'same', 'ce', 'cette', 'cet', 'similaires', 'similar', 'comparables'].includes(word),
  );
  if (!project || !points || reading.named.length > 0 || reading.words.length > 12) return null;
  if (!(
    reading.operators.has('plural-subject') ||
    said.includes('autres') ||
    said.includes('others') ||
    said.includes('other')
  ))
    return null;
  const has = (nouns: string): boolean => nouns.split(' ').some((noun) => said.includes(noun));
  const { number, session, scheme } = project.call;
  const like: Partial<Filter> | null = has('ministere porteur organisme administration ministry body carrier')
    ? {
        carriers: has('ministere ministry')
          ? project.carrierIds.flatMap((id) => rootOf(id, knowledge))
          : project.carrierIds,
      }
    : has('region departement territoire territory place')
      ? { territories: project.territories }
      : has('appel vague session call round')
        ? { calls: [{ number, session, scheme }] }
        : has('theme sujet domaine thematique topic subject field') || has('similaires similar comparables')
          ? {
              topics: [
                {
                  themes: project.themes.filter((id) => isTelling(id, knowledge)),
                  beneficiaries: [],
                  organisations: [],
                },
              ],
            }
          : null;
  if (like === null) return null;
  const filter = { ...EMPTY_FILTER, ...like, except: { ...EMPTY_FILTER.except, projects: [project.id] } };
  return isEmptyFilter({ ...filter, except: EMPTY_FILTER.except })
    ? null
    : { kind: 'list', filter, sort: null, limit: null, found: [] };
}

/** The ministry above a body. */
function rootOf(id: string, { broaderOrganisations }: KnowledgeBase): readonly string[] {
  return (broaderOrganisations.get(id) ?? [id]).slice(-1);
}

/** A theme of more than a third of the base says nothing of what two projects have in common. */
function isTelling(theme: string, { facets, projects }: KnowledgeBase): boolean {
  return (facets.theme.get(theme)?.length ?? 0) <= projects.length / 3;
}
