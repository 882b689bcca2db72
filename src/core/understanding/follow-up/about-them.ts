import { selectPositions } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { computes } from '../aggregate-question';
import { MOST_COMPARED } from '../comparison';
import { fieldOf } from '../field-of';
import { filterOf, isEmptyFilter } from '../filter-of';
import { isShort } from './last-question';
import { EMPTY_FILTER, type Field, type Memory, type Question } from '../question';
import type { Reading } from '../reading';
import { MOST_TOLD_APART } from '../thresholds';

/** "Qui les porte ?", "où en sont-ils ?", "how much did they get?", "combien sont-ils ?": each of the projects shown, or their number. */
export function aboutThem(reading: Reading, memory: Memory, last: Question, knowledge: KnowledgeBase): Question | null {
  const them = projectsMeant(last, memory, knowledge);
  if (them.length < 2) return null;
  // "Lequel est le plus avancé ?": no record ranks them, each says where it stands.
  const asksWhoseStatus = asksWhichOne(reading) && reading.fields.includes('status');
  if (!(saysThey(reading) || saysTheir(reading) || asksWhoseStatus) || !isShort(reading) || reading.named.length > 0)
    return null;
  if (!isEmptyFilter(filterOf(reading, knowledge)) || reading.leftoverStems.length > MOST_LEFT_OVER) return null;
  const field = fieldOfEach(reading);
  if (field === null)
    return reading.operators.has('count') && reading.leftoverStems.length === 0
      ? {
          kind: 'aggregate',
          operation: 'count',
          field: null,
          filter: { ...EMPTY_FILTER, among: them },
          limit: 1,
          groupBy: null,
        }
      : null;
  const most = field === 'summary' ? MOST_COMPARED : MOST_TOLD_APART;
  return computes(reading) || them.length > most ? null : { kind: 'compare', projects: them, field };
}

/** "Combien ça fait ?", "lequel coûte le plus ?" after a list without a project: still none, and not the whole base. */
export function aboutNone(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  if (last.kind !== 'list' || last.limit !== null || !isShort(reading) || reading.named.length > 0) return null;
  if (reading.operators.has('plural-subject') || !isEmptyFilter(filterOf(reading, knowledge))) return null;
  const pointsAtThem = saysThey(reading) || saysTheir(reading) || saysThat(reading) || asksWhichOne(reading);
  return pointsAtThem && selectPositions(last.filter, knowledge).length === 0 ? last : null;
}

/** Of a sum they are all that it was asked over, those without an amount too. */
function projectsMeant(last: Question, { shown }: Memory, knowledge: KnowledgeBase): readonly string[] {
  switch (last.kind) {
    case 'aggregate': {
      const { operation, filter } = last;
      if (operation === 'max' || operation === 'min') return shown;
      return selectPositions(filter, knowledge).flatMap((position) => knowledge.projects[position]?.id ?? []);
    }
    case 'list':
    case 'compare':
      return shown;
    case 'fact':
    case 'programme':
    case 'clarify':
    case 'smalltalk':
    case 'unknown':
      return [];
  }
}

/** "Quand ont-ils été annoncés ?": the verb beside the question word. */
const MOST_LEFT_OVER = 1;

/** Several, without a noun: "ils", "they", "qui les porte". */
export function saysThey({ words, operators }: Reading): boolean {
  return (
    !operators.has('plural-subject') &&
    words.some(({ folded }, index) => THEY.has(folded) || (folded === 'les' && words[index - 1]?.folded === 'qui'))
  );
}

const THEY = new Set('ils elles eux they them'.split(' '));

/** "Leurs porteurs", "their status". */
function saysTheir({ words }: Reading): boolean {
  return words.some(({ folded }) => folded === 'leur' || folded === 'leurs' || folded === 'their');
}

/** "Combien coûtent-ils ensemble ?" adds them up. */
export function saysTogether({ words }: Reading): boolean {
  return words.some(({ folded }) => TOGETHER.has(folded));
}

const TOGETHER = new Set('ensemble together combined altogether'.split(' '));

/** "ça fait combien ?", "how many are there?" speak of what is shown; "combien de projets ?" does not. */
export function saysThat(reading: Reading): boolean {
  return reading.words.some(({ folded }) => ['ca', 'cela', 'en', 'that', 'there'].includes(folded));
}

/** "lequel coûte le plus ?" chooses among what is shown; "quel projet coûte le plus ?" does not. */
export function asksWhichOne(reading: Reading): boolean {
  const folded = reading.words.map((word) => word.folded);
  return (
    !reading.operators.has('plural-subject') &&
    (['lequel', 'laquelle', 'lesquels'].some((word) => folded.includes(word)) || folded.join(' ').includes('which one'))
  );
}

function fieldOfEach(reading: Reading): Field | null {
  // Of the stem of "them", which asks for no theme.
  const fields = reading.words.some(({ folded }) => folded === 'them')
    ? reading.fields.filter((field) => field !== 'themes')
    : reading.fields;
  const asked = fieldOf({ ...reading, fields });
  const isMoneyReceived = reading.operators.has('how-much') && reading.operators.has('pays');
  return asked ?? (fields.length === 0 && isMoneyReceived ? 'funding' : null);
}
