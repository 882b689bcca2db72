import { classesIn } from '../../language/language-words';
import type { Word } from '../../language/words';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { type Way, waysOf } from '../../model/disagreements';
import { readCount } from '../../language/amounts';
import { isAmountField } from '../../model/project-fields';
import type { Field, Project } from '../../model/records';
import { type Dispute, type Filter, isEmptyFilter, type Memory, onlyThese, type Question } from '../../model/question';
import type { Decision } from '../decide';
import { setOf } from '../patch';
import type { Reading } from '../reading';
import { filterOf } from '../referents';
import type { Filled, Said } from '../said';

/**
 * "Quels projets coûtent plus cher que prévu ?", "lesquels ont pris du retard ?", "sur combien les sources se contredisent-elles ?": what of the projects
 * the sources do not agree on, or said otherwise later; null where the message asks for none of these, or of one project.
 */
export function disputeAsked(reading: Reading, { question, shown }: Memory, knowledge: KnowledgeBase): Dispute | null {
  const { words, operators, named, fields, sums, leftoverStems } = reading;
  const { language } = knowledge;
  const [listed] = filterOf(question)?.disputes ?? [];
  // "ROCSP et GMBI, leur coût", then "leur baisse ou hausse, chacun ?"
  const isOfAmount = question?.kind === 'compare' && named.length === 0 && isAmountField(question.field);
  const asked = wayAsked(reading, knowledge, isOfAmount);
  if (asked === null && listed === undefined) return null;
  const has = classesIn(words, language);
  const areOfFirst =
    has('choosing', 'overrunning', 'contradicting') || (operators.has('existence') && !has('projects'));
  // "Lesquels ont vu leur coût baisser ?" after one of them, "un autre projet a-t-il dérapé ?"
  const areMany = words.some(({ folded }) => language.is('choosing', folded) && folded.endsWith('s'));
  const areOfTold =
    (shown.length > 1 && (has('choosing', 'designating') || operators.has('each'))) ||
    areMany ||
    (has('another') && (has('projects') || question?.kind === 'fact'));
  // "PILAT et GMBI, lequel a le plus dérapé ?"
  const areNamed = named.length > 1 && named.every((ids) => ids.length === 1);
  const areSome = areNamed || has('projectPlurals') || (question === null ? areOfFirst : areOfTold);
  const isSaid = (word: Word): boolean => isDisputing(word, knowledge);
  const clauseOf = (at: number): number =>
    words.findLastIndex(({ startsClause }, index) => startsClause && index <= at);
  const disputing = new Set(words.flatMap((word, at) => (isSaid(word) ? [clauseOf(at)] : [])));
  // "Un retard de loyer", "des projets abandonnés ou en retard" are more than late; "…, je prépare l'audition" is beside it.
  const saysMore = words.some(
    (word, at) =>
      leftoverStems.includes(word.stem) &&
      !isSaid(word) &&
      readCount(word.folded) === null &&
      !classesIn([word], language)('units', 'wholes') &&
      disputing.has(clauseOf(at)),
  );
  const isComputed = operators.has('average') || operators.has('sum');
  // "Quel projet a le plus long retard ?", "le plus en retard ?" of those listed; "lequel a le plus augmenté ?", "par hausse" of them
  // "Et qui ont baissé ?"
  const isContrary = listed?.way === 'up' && has('falling');
  const isOfListed =
    isContrary || (listed !== undefined && (operators.has('max') || operators.has('sort') || has('sharing')));
  const isFirst = isOfListed || (operators.has('max') && has('projects', 'overrunning', 'late'));
  // "5 ans de retard" is no sum.
  // Nor is "lequel de ces cinq ?"
  const areSums = sums.some(
    ({ word, value }) =>
      !language.is('durations', words[word + 1]?.folded ?? '') &&
      !(value === shown.length && language.is('showing', words[word - 1]?.folded ?? '')),
  );
  const isOfSum = areSums && !has('than', 'overrunning');
  // "De combien en tout ?", "et en M€ ?" of those that cost more than planned, "le total des dépassements", "le retard moyen"
  const isLittle = ({ folded }: Word): boolean => language.is('units', folded) || language.isFunctionWord(folded);
  const isOfUnit = has('units') && words.every(isLittle);
  const isHow = isOfUnit || (isComputed && fields.length === 0);
  // "Combien d'années de retard, au total ?" of one project is its own.
  const areAny = question?.kind !== 'fact' || has('projects', 'projectPlurals');
  const isTogether = areAny && (asked === null ? isHow && listed?.way !== 'any' : isComputed && asked !== 'any');
  const isOther = (named.length > 0 && !areNamed) || isOfSum || (isComputed && !isTogether) || saysMore;
  if (isOther || !(areSome || isFirst || isTogether)) return null;
  // "Et ceux qui ont coûté moins cher ?" after those that cost more than planned
  const isLess = listed?.way === 'up' && (operators.has('min') || operators.has('less-than') || has('falling'));
  // "Le pire ?", "which one is the worst?" of those listed is of what they are listed for.
  const isOfSame = isOfListed && (has('rising', 'falling') || (operators.has('max') && fields.length === 0));
  const way = asked ?? (isLess ? 'down' : isOfSame || isTogether ? (listed?.way ?? null) : null);
  if (way === null) return null;
  const held = isOfAmount ? [question.field] : [];
  const [said = held[0]] = fields.filter((field) => field !== 'summary' && field !== 'sources' && field !== 'status');
  // "Lesquels ont dérapé ?" is of the cost.
  const ofMoney = isComputed && has('overrunning') ? 'cost' : said;
  const field = way === 'later' ? 'status' : (ofMoney ?? (way === 'any' ? null : 'cost'));
  return { field, way };
}

/** "Plus cher que prévu", "en retard", "les sources se contredisent"; null where no words say so. */
function wayAsked({ words, operators, fields }: Reading, { language }: KnowledgeBase, isOfAmount = false): Way | null {
  const has = classesIn(words, language);
  const saysAmount = isOfAmount || fields.some(isAmountField) || operators.has('sum') || operators.has('average');
  // "Pourquoi deux montants ?"
  const areTwo = words.some(
    ({ folded }, at) => readCount(folded) === 2 && language.partNamed(words[at + 1]?.folded ?? '') === 'amount',
  );
  // "Plus cher que prévu", "dépassent les prévisions"; not "le plus d'économies prévues".
  const isThanPlanned = words.some(
    ({ folded }, at) =>
      language.is('planned', folded) &&
      words.slice(Math.max(0, at - MOST_BETWEEN), at).some((before) => language.is('than', before.folded)),
  );
  const isBeyond = operators.has('more-than') && has('planned');
  const areApart = has('differing') || (has('concurring') && has('denying'));
  const isLess = isThanPlanned && (operators.has('min') || operators.has('less-than'));
  if (has('contradicting') || (areTwo && operators.has('why')) || (areApart && fields.includes('sources')))
    return 'any';
  const isJoined = has('overrunning') || words.slice(1).some(({ folded }) => language.is('coordinating', folded));
  if (has('late') && !isJoined) return 'later';
  // "Hausse ou baisse ?"
  if (has('falling') && has('rising') && saysAmount) return 'any';
  if ((has('falling') && saysAmount) || isLess) return 'down';
  return has('overrunning') || (has('rising') && saysAmount) || isThanPlanned || isBeyond ? 'up' : null;
}

/** "Retard de PILAT, combien d'années ?", "le LiDAR a-t-il dérapé ?": what is asked of a project of which it is so; null where nothing of the kind is. */
function fieldDisputed(project: Project, reading: Reading, knowledge: KnowledgeBase): Field | null {
  const way = wayAsked(reading, knowledge);
  const fields = waysOf(project).flatMap((one) => (one.way === way ? [one.field] : []));
  const said = reading.fields.find((field) => field !== 'summary' && field !== 'sources');
  if (said !== undefined) return fields.includes(said) ? said : null;
  return (fields.includes('cost') ? 'cost' : (fields.find(isAmountField) ?? fields[0])) ?? null;
}

/**
 * "DossierFacile, c'est quoi le désaccord ?", "combien de fois plus que prévu ?": what of the one project named or spoken of lies apart so; null where
 * neither is asked.
 */
export function disputeOfOne({ reference }: Decision, said: Filled): Question | null {
  const { reading, memory, named, limits, knowledge } = said;
  const { operators, references, leftoverStems, words } = reading;
  const focus = reference === 'alone' ? null : memory.focus;
  const [id, ...others] = named.length > 0 ? named : [focus ?? ''];
  const project =
    others.length > 0 || !isEmptyFilter({ ...limits, amounts: [] }) ? undefined : knowledge.projectById.get(id ?? '');
  const isOfSeveral =
    operators.has('plural-subject') ||
    references.some(({ id: reference }) => reference !== 'it' && reference !== 'ordinal');
  const isHeld = (word: Word): boolean =>
    isDisputing(word, knowledge) ||
    (['durations', 'vouching'] as const).some((one) => knowledge.language.is(one, word.folded)) ||
    readCount(word.folded) !== null;
  const saysMore = words.some((word) => leftoverStems.includes(word.stem) && !isHeld(word));
  const isCause = reference === 'explain' && wayAsked(reading, knowledge) !== 'any';
  const field =
    project === undefined || isOfSeveral || saysMore || isCause ? null : fieldDisputed(project, reading, knowledge);
  return project === undefined || field === null ? null : { kind: 'fact', project: project.id, field, also: [] };
}

function isDisputing({ folded }: Word, { language }: KnowledgeBase): boolean {
  return DISPUTING.some((one) => language.is(one, folded));
}

const DISPUTING = [
  'contradicting',
  'concurring',
  'overrunning',
  'rising',
  'falling',
  'late',
  'planned',
  'undergoing',
  'differing',
] as const;

/** "Que le budget initial" */
const MOST_BETWEEN = 3;

/** Those of a set that are so, or how many; null where none is asked for. `fill`: the limits that the message says, which cost more than to see that. */
export function composeDisputes(
  { reference }: Decision,
  { memory, reading, knowledge }: Said,
  fill: () => Filled,
): Question | null {
  const dispute = disputeAsked(reading, memory, knowledge);
  if (dispute === null) return null;
  const { limits, named } = fill();
  const has = classesIn(reading.words, knowledge.language);
  // "À la fois en retard et en surcoût"
  const { operators } = reading;
  const isLateToo = dispute.way === 'up' && has('late') && !operators.has('or');
  const disputes = isLateToo ? [dispute, LATE] : [dispute];
  if (named.length > 1) return { ...LIST, filter: { ...onlyThese(named), disputes } };
  // "Projets de la DGFiP", then "et à la Justice, lesquels ont dérapé ?"
  const saysAnother = !isEmptyFilter({ ...limits, amounts: [], known: [], unknown: [] });
  // "Quels projets sont en retard ?" after any list is of all, "lesquels", "de ces projets" and "ils en ont ?" are of it.
  const { references } = reading;
  const saysAll = references.length === 0 && has('projectPlurals') && !has('they');
  const isAlone = saysAnother || saysAll || reference === 'alone' || memory.shown.length < 2;
  const base = (isAlone ? null : setOf(memory)) ?? limits;
  const amounts = base === limits ? limits.amounts : [...base.amounts, ...limits.amounts];
  // "Il y en a d'autres en retard ?" after one
  const isOfOthers = memory.focus !== null && has('another');
  const projects = isOfOthers ? [...base.except.projects, memory.focus] : base.except.projects;
  const except = { ...base.except, projects };
  // "Projets en retard", then "lesquels ont aussi dérapé ?"
  const areOfThem = has('choosing') || references.some(({ id }) => id === 'these');
  const held = base.disputes.filter(({ field }) => areOfThem && field !== dispute.field);
  const filter: Filter = { ...base, known: [], unknown: [], amounts, disputes: [...held, ...disputes], except };
  const areFirst = operators.has('max') || operators.has('top');
  const isOne = operators.has('max') && !operators.has('plural-subject');
  const limit = (areFirst ? reading.count : null) ?? (isOne ? 1 : null);
  const operation = operators.has('average') ? 'average' : operators.has('sum') ? 'sum' : null;
  // "Le coût moyen des projets en retard"
  const money = reading.fields.filter(isAmountField).find((field) => field !== dispute.field);
  if (operation !== null && money !== undefined) return { ...AGGREGATE, operation, field: money, filter };
  const isHowMuch = operators.has('how-much') && money === undefined;
  const isCounted = operation === null && (operators.has('count') || isHowMuch);
  return isCounted
    ? { ...AGGREGATE, operation: 'count', field: null, filter }
    : { ...LIST, filter, limit, show: money === undefined ? [] : [money] };
}

const LATE: Dispute = { field: 'status', way: 'later' };
const AGGREGATE = { kind: 'aggregate', limit: 1, groupBy: null } as const;
const LIST = { kind: 'list', sort: null, limit: null, found: [], show: [] } as const;
