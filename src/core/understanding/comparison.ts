import { publishedAt } from '../answering/amounts';
import { selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { dearnessIn } from './beside-named';
import { fieldOf } from './field-of';
import { amountFieldOf } from './money';
import type { Filter, Question } from './question';
import { EMPTY_FILTER } from './question';
import { isSubjectStem } from './ranking';
import type { Reading } from './reading';
import { unique } from './reading';
import { soleProject } from './meant-project';
import { asksWhich, saysMore } from './saying';
import { SIDE, SOLE } from './thresholds';

/** More columns would not be read on a phone. */
export const MOST_COMPARED = 5;

/** Two to five projects side by side: named, or described on each side of "ou", "et", "vs". */
export function comparisonOf(reading: Reading, knowledge: KnowledgeBase): Question | null {
  const { operators } = reading;
  if (operators.has('except') || operators.has('count')) return null;
  const named = unique(reading.named.flatMap((ids) => ids.slice(0, 1)));
  // "Le lien entre A et B" is no document.
  const isOnLink = saysLink(reading);
  const field = isOnLink ? null : (fieldOf(reading) ?? dearnessIn(reading));
  const amount = amountFieldOf(reading);
  if (
    named.length >= 2 &&
    amount !== null &&
    operators.has('sum') &&
    !operators.has('compare') &&
    !asksWhich(reading)
  ) {
    return {
      kind: 'aggregate',
      operation: 'sum',
      field: amount,
      filter: { ...EMPTY_FILTER, among: named },
      limit: 1,
      groupBy: null,
    };
  }
  const isOnSet = operators.has('list') || operators.has('plural-subject');
  const opposes =
    operators.has('compare') ||
    (saysBetween(reading) && saysMore(reading)) ||
    (asksWhich(reading) && saysMore(reading) && !isOnSet) ||
    (operators.has('or') && !isOnSet && (named.length > 0 || saysMore(reading)));
  const sides = named.length >= 2 && !opposes ? named : opposes ? unique(sidesOf(reading, knowledge)) : [];
  const projects = sides.length >= named.length ? sides : named;
  return projects.length >= 2 ? { kind: 'compare', projects: projects.slice(0, MOST_COMPARED), field } : null;
}

function saysLink({ words }: Reading): boolean {
  return words.some(({ folded }, index) => folded === 'lien' && words[index + 1]?.folded === 'entre');
}

/** "La différence entre Mentor et Pix ?": the other side, which no record knows, as written; null when there is no such side. */
export function strangerCompared({ words, named, operators, leftoverStems }: Reading): string | null {
  const [stranger, ...others] = leftoverStems;
  if (!operators.has('compare') || named.length !== 1 || stranger === undefined || others.length > 0) return null;
  const at = words.findIndex(({ stem }) => stem === stranger);
  const word = words[at];
  const isSide = BESIDE.has(words[at - 1]?.folded ?? '') || BESIDE.has(words[at + 1]?.folded ?? '');
  return word !== undefined && isSide ? word.written : null;
}

/** What stands between the two sides. */
const BESIDE = new Set('et avec and with ou or contre vs versus against'.split(' '));

/** "L'écart entre la plus grosse dotation et la plus petite": the two ends of a set, side by side. */
export function extremesOf(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Question | null {
  const { operators } = reading;
  const field = amountFieldOf(reading);
  if (field === null || !operators.has('compare') || !operators.has('max') || !operators.has('min')) return null;
  const published = publishedAt(selectPositions(filter, knowledge), field, knowledge);
  const [greatest, least] = [published.at(0), published.at(-1)].map((position) =>
    position === undefined ? undefined : knowledge.projects[position]?.id,
  );
  return greatest !== undefined && least !== undefined && greatest !== least
    ? { kind: 'compare', projects: [greatest, least], field }
    : null;
}

/** "Entre A et B, lequel…" */
function saysBetween({ words }: Reading): boolean {
  const [first] = words;
  return first?.folded === 'entre' || first?.folded === 'between';
}

/** The sides are said to be sides: few words are then enough to tell each. */
function isExplicit(reading: Reading): boolean {
  return reading.named.length < 2
    ? reading.operators.has('compare') || saysBetween(reading) || asksWhich(reading)
    : reading.text.includes('/');
}

const SEPARATORS = new Set(
  'ou et vs versus contre or and against than que lequel laquelle which qui who celui celle'.split(' '),
);

/** The project that stands on each side: named there, or the only one that its words mean. */
function sidesOf(reading: Reading, knowledge: KnowledgeBase): readonly string[] {
  const isInside = (index: number): boolean => reading.spans.some(({ start, end }) => index > start && index < end);
  const sides: { readonly named: string[]; readonly stems: string[] }[] = [{ named: [], stems: [] }];
  reading.words.forEach((word, index) => {
    const span = reading.spans.find(({ start }) => start === index);
    const side = sides.at(-1);
    if ((SEPARATORS.has(word.folded) && !isInside(index)) || word.startsClause) sides.push({ named: [], stems: [] });
    const current = sides.at(-1) ?? side;
    const project = span?.tags.find(({ kind }) => kind === 'project');
    if (project) current?.named.push(project.id);
    if (reading.contentStems.includes(word.stem) && isSubjectStem(reading, word.stem)) current?.stems.push(word.stem);
  });
  return sides.flatMap(({ named, stems }) => {
    const [project] = named;
    const found = project ?? soleProject(stems, knowledge, isExplicit(reading) ? SOLE : SIDE);
    return found === null ? [] : [found];
  });
}
