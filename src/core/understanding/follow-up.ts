import { selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { readNumber } from '../language/amounts';
import { aggregateOf, computes } from './aggregate-question';
import { fieldHolding } from './fact-question';
import { MOST_COMPARED } from './comparison';
import { filterOf, isEmptyFilter, withKnownFields } from './filter-of';
import { fieldOf } from './field-of';
import { amountFieldOf } from './money';
import type { AggregateOperation, AmountField, CallReference, Field, Filter, Memory, Question } from './question';
import { EMPTY_FILTER } from './question';
import type { Reading } from './reading';
import { unique } from './reading';
import { bestOfSet, subjectStems } from './ranking';
import { soleProject } from './meant-project';
import { asksWhich, saysMore } from './saying';
import { meantBy } from './search-question';
import { MEANT_OVER_FILTER, MOST_CANDIDATES, ONE_SHOWN, SIDE } from './thresholds';

/**
 * Completes an elliptic question from what the conversation remembers; null when the question stands on its own.
 * A complete question never inherits an old filter.
 */
export function completeFromMemory(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const last = memory.question;
  if (last === null) return null;
  return (
    withoutLimit(reading, last) ??
    periodBeside(reading, last, knowledge) ??
    likeFocus(reading, memory, knowledge) ??
    sortedAgain(reading, last, knowledge) ??
    aboutOrdinal(reading, memory, last, knowledge) ??
    comparedWithFocus(reading, memory) ??
    recentCompared(reading, memory, last) ??
    aboutOthers(reading, memory, last) ??
    aboutShown(reading, memory, knowledge) ??
    computedAgain(reading, last, knowledge) ??
    aboutAnotherProject(reading, last, knowledge) ??
    refinement(reading, last, knowledge) ??
    programmeAgain(reading, memory, last, knowledge) ??
    aboutFocus(reading, memory, last, knowledge) ??
    aboutOneShown(reading, memory, knowledge)
  );
}

/** "le deuxième, c'est quoi ?" after a list; "et au deuxième ?" after a question on a call. */
function aboutOrdinal(reading: Reading, memory: Memory, last: Question, knowledge: KnowledgeBase): Question | null {
  const ordinal = reading.references.find(({ id }) => id === 'ordinal');
  if (!ordinal || reading.named.length > 0 || reading.calls.length > 0) return null;
  const filter = filterIn(last);
  if (filter && filter.calls.length > 0 && reading.fields.length === 0 && startsFollowUp(reading)) {
    const call: CallReference = { number: ordinal.position, session: null, scheme: null };
    if (knowledge.calls.some(({ number }) => number === call.number))
      return withFilter(last, { ...filter, calls: [call] });
  }
  if (last.kind === 'programme') return null;
  const project = ordinal.position < 0 ? memory.shown.at(ordinal.position) : memory.shown[ordinal.position - 1];
  if (project === undefined || memory.shown.length < 2) return null;
  return { kind: 'fact', project, field: fieldOrCard(reading) ?? 'summary' };
}

/** "compare-le avec DossierFacile": with the project in focus. */
function comparedWithFocus(reading: Reading, memory: Memory): Question | null {
  const [project] = reading.named[0] ?? [];
  if (!reading.operators.has('compare') || reading.named.length !== 1 || project === undefined) return null;
  if (memory.focus === null || memory.focus === project || reading.operators.has('or')) return null;
  const last = memory.question?.kind === 'fact' ? memory.question.field : null;
  return { kind: 'compare', projects: [memory.focus, project], field: fieldOf(reading) ?? last };
}

/** "Compare les deux", "la différence entre les deux ?" after two projects asked for one after the other. */
function recentCompared(reading: Reading, memory: Memory, last: Question): Question | null {
  const [first, second, ...more] = memory.recent.slice(-2);
  const saysTwo = reading.words.some(({ folded }) => ['deux', '2', 'two', 'both'].includes(folded));
  if (first === undefined || second === undefined || more.length > 0 || !saysTwo || !isShort(reading)) return null;
  const opposes = reading.operators.has('compare') || asksWhich(reading) || saysMore(reading);
  if (!opposes || reading.named.length > 0 || memory.shown.length > 1) return null;
  const amount = amountFieldOf(reading);
  const extreme = (['max', 'min'] as const).find((operation) => reading.operators.has(operation));
  if (extreme && amount)
    return {
      kind: 'aggregate',
      operation: extreme,
      field: amount,
      filter: { ...EMPTY_FILTER, among: [first, second] },
      limit: 1,
      groupBy: null,
    };
  return {
    kind: 'compare',
    projects: [first, second],
    field: fieldOf(reading) ?? (last.kind === 'fact' ? last.field : null),
  };
}

/** "Enlève l'année", "sans limite de montant", "et peu importe le ministère": one limit less. */
function withoutLimit(reading: Reading, last: Question): Question | null {
  const previous = filterIn(last);
  const removes =
    reading.operators.has('remove') || reading.words[0]?.folded === 'sans' || reading.words[1]?.folded === 'sans';
  if (!previous || !removes || !isShort(reading)) return null;
  const said = new Set(reading.words.map(({ folded }) => folded));
  const dimension = DIMENSIONS.find(({ nouns }) => nouns.some((noun) => said.has(noun)));
  if (!dimension) return null;
  const filter = { ...previous, ...dimension.without };
  return isEmptyFilter(filter) && isEmptyFilter(previous) ? null : withFilter(last, filter);
}

/** The limits of a filter by the nouns that people call them. */
const DIMENSIONS: readonly { readonly nouns: readonly string[]; readonly without: Partial<Filter> }[] = [
  {
    nouns: [
      'annee',
      'annees',
      'date',
      'dates',
      'periode',
      'year',
      'years',
      'appel',
      'vague',
      'call',
      'session',
      'mois',
    ],
    without: { years: [], months: [], calls: [] },
  },
  {
    nouns: ['ministere', 'ministeres', 'porteur', 'porteurs', 'organisme', 'administration', 'ministry', 'body'],
    without: { carriers: [] },
  },
  {
    nouns: ['region', 'regions', 'territoire', 'lieu', 'departement', 'endroit', 'territory', 'place'],
    without: { territories: [] },
  },
  { nouns: ['theme', 'themes', 'sujet', 'thematique', 'domaine', 'topic', 'subject'], without: { topics: [] } },
  {
    nouns: ['montant', 'montants', 'somme', 'budget', 'plafond', 'seuil', 'amount', 'threshold'],
    without: { amounts: [], known: [], unknown: [] },
  },
  { nouns: ['exception', 'exclusion', 'exceptions'], without: { except: EMPTY_FILTER.except } },
];

/** "Et l'année suivante ?", "et l'appel d'avant ?": one year or one call further on or back. */
function periodBeside(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  const previous = filterIn(last);
  const step = stepIn(reading);
  if (!previous || step === 0 || !isShort(reading) || reading.years.length + reading.calls.length > 0) return null;
  const [year, ...years] = previous.years;
  const [call, ...calls] = previous.calls;
  if (call !== undefined && call.number !== null && calls.length === 0) {
    const number = call.number + step;
    if (knowledge.calls.every((row) => row.number !== number)) return null;
    return withFilter(last, { ...previous, calls: [{ number, session: null, scheme: null }], years: [] });
  }
  return year === undefined || years.length > 0
    ? null
    : withFilter(last, { ...previous, years: [year + step], months: [] });
}

function stepIn({ words }: Reading): -1 | 0 | 1 {
  const said = words.map(({ folded }) => folded);
  const isOfPeriod =
    said.some((word) => PERIODS.has(word)) || said.some((word) => word === 'celui' || word === 'celle');
  if (!isOfPeriod) return 0;
  if (
    said.some((word) =>
      ['suivant', 'suivante', 'apres', 'prochain', 'prochaine', 'next', 'after', 'following'].includes(word),
    )
  )
    return 1;
  return said.some((word) => ['precedent', 'precedente', 'avant', 'previous', 'before'].includes(word)) ? -1 : 0;
}

const PERIODS = new Set('annee an appel vague year call round'.split(' '));

/** "D'autres projets du même ministère ?", "et sur ce thème ?": what the project in focus has in common with others. */
function likeFocus(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
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

/** "Trie-les par coût", "les plus chers d'abord": the same set, in another order. */
function sortedAgain(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  const previous = filterIn(last);
  const { operators } = reading;
  const said = reading.words.map(({ folded }) => folded);
  const orders =
    operators.has('sort') ||
    said.includes('abord') ||
    (said.includes('first') && (operators.has('max') || operators.has('min')));
  if (!previous || !orders || !isShort(reading) || reading.named.length > 0) return null;
  if (!isEmptyFilter(filterOf(reading, knowledge))) return null;
  const field =
    amountFieldOf(reading) ?? (said.some((word) => /^(date|annee|chronologique|year)/.test(word)) ? 'date' : 'funding');
  const isAscending =
    operators.has('min') ||
    said.some((word) => ['croissant', 'ascending', 'ancien', 'anciens', 'oldest'].includes(word));
  return {
    kind: 'list',
    filter: previous,
    sort: { field, direction: isAscending ? 'ascending' : 'descending' },
    limit: null,
    found: [],
  };
}

/** "Et la médiane ?", "et les 3 moins chers ?", "et combien sans coût connu ?", "and over twenty-five?": the same set, computed in another way. */
function computedAgain(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  const previous = filterIn(last);
  if (!previous || !startsFollowUp(reading) || !isShort(reading) || reading.named.length > 0) return null;
  const own = withKnownFields(filterOf(reading, knowledge), reading);
  const limits = { ...own, amounts: [], known: [], unknown: [] };
  const foreign = reading.leftoverStems.filter((stem) => readNumber([stem]) === null && stem !== 'twenti');
  if (!isEmptyFilter(limits) || foreign.length > 1) return null;
  const lastField =
    last.kind === 'aggregate'
      ? last.field
      : last.kind === 'list' && last.sort?.field !== 'date'
        ? (last.sort?.field ?? null)
        : null;
  const amounts = own.amounts.length > 0 ? own.amounts : boundsAlike(reading, previous);
  const isNew = amounts.length + own.known.length + own.unknown.length > 0;
  if (isNew && last.kind === 'aggregate' && last.operation === 'count')
    return withFilter(last, { ...previous, amounts, known: own.known, unknown: own.unknown });
  if (isNew && last.kind === 'list' && amounts.length > 0) return withFilter(last, { ...previous, amounts });
  const asked = lastField === null || amountFieldOf(reading) !== null ? reading : { ...reading, fields: [lastField] };
  return computes(reading)
    ? aggregateOf(asked, { ...previous, known: own.known, unknown: own.unknown }, knowledge)
    : null;
}

/** "Et plus de vingt-cinq ?" after "plus de dix millions": the same unit, the same field. */
function boundsAlike(reading: Reading, { amounts: [before] }: Filter): Filter['amounts'] {
  if (!before) return [];
  const { operators } = reading;
  const value = readNumber(reading.words.map(({ folded }) => folded));
  if (value === null) return [];
  const { field } = before;
  if (operators.has('less-than') || operators.has('at-most'))
    return [{ field, min: null, max: value, includesBounds: operators.has('at-most') }];
  if (operators.has('more-than') || operators.has('at-least'))
    return [{ field, min: value, max: null, includesBounds: operators.has('at-least') }];
  return [{ ...before, min: before.min === null ? null : value, max: before.max === null ? null : value }];
}

/** "La prison là, c'est combien de places ?", "lequel m'aiderait pour les scellés ?": the one of the projects shown that the words describe. */
function aboutOneShown(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const { shown } = memory;
  if (shown.length === 0 || shown.length > MOST_TOLD_APART || reading.named.length > 0) return null;
  if (reading.mentionsFund && amountFieldOf(reading) === null) return null;
  if (reading.operators.has('plural-subject') || reading.operators.has('list') || reading.operators.has('count'))
    return null;
  const stems = subjectStems(reading);
  const field = fieldOf(reading);
  const points = reading.words.some(({ folded, written }) => POINTING.has(folded) || written === 'là');
  if (stems.length === 0 || !(points || (field !== null && isShort(reading)))) return null;
  const within = shown.flatMap((id) => {
    const position = knowledge.projects.findIndex((project) => project.id === id);
    return position < 0 ? [] : [position];
  });
  const hit = bestOfSet(
    knowledge.projectIndex.search(
      stems,
      [...within].sort((a, b) => a - b),
    ),
    knowledge.projectIndex,
  );
  if (!hit || hit.coverage < ONE_SHOWN) return null;
  return field === null && !reading.operators.has('how-much')
    ? { kind: 'list', filter: { ...EMPTY_FILTER, among: [hit.id] }, sort: null, limit: null, found: [hit.id] }
    : { kind: 'fact', project: hit.id, field: field ?? fieldHolding(reading, hit.id, knowledge) };
}

/** A longer list is not in mind any more. */
const MOST_TOLD_APART = 12;
/** Words that point at one of several. */
const POINTING = new Set('celui celle lequel laquelle one which that'.split(' '));

/** "et les autres ?" after one project of a list. */
function aboutOthers(reading: Reading, memory: Memory, last: Question): Question | null {
  if (!reading.references.some(({ id }) => id === 'others') || reading.named.length > 0 || !isShort(reading))
    return null;
  if (last.kind === 'aggregate' && (last.operation === 'max' || last.operation === 'min')) {
    const except = { ...last.filter.except, projects: [...last.filter.except.projects, ...memory.shown] };
    return { kind: 'list', filter: { ...last.filter, except }, sort: null, limit: null, found: [] };
  }
  const others = memory.shown.filter((id) => id !== memory.focus);
  const [other] = others;
  if (other === undefined) return null;
  const field = last.kind === 'fact' ? last.field : null;
  if (others.length === 1) return { kind: 'fact', project: other, field: field ?? 'summary' };
  if (field !== null && field !== 'summary') return { kind: 'compare', projects: others.slice(0, 5), field };
  return { kind: 'list', filter: { ...EMPTY_FILTER, among: others }, sort: null, limit: null, found: others };
}

/** "parmi ceux-là, lequel a reçu le plus ?", "ça fait combien de projets ?", "compare-les": over the projects shown. */
function aboutShown(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const { operators } = reading;
  if (memory.shown.length === 0 || reading.named.length > 0) return null;
  const own = filterOf(reading, knowledge);
  const speaksOfThem =
    reading.references.some(({ id }) => id === 'these') ||
    reading.words.some(({ folded }) => ['eux', 'elles', 'them', 'those'].includes(folded));
  const isBare = isEmptyFilter(own) && reading.leftoverStems.length === 0 && isShort(reading);
  const field = amountFieldOf(reading);
  const over = (operation: AggregateOperation, of: AmountField | null): Question => ({
    kind: 'aggregate',
    operation,
    field: of,
    filter: { ...own, among: memory.shown },
    limit: 1,
    groupBy: null,
  });

  const isRanking = operators.has('max') || operators.has('min');
  if (
    operators.has('compare') &&
    !isRanking &&
    isBare &&
    memory.shown.length >= 2 &&
    memory.shown.length <= MOST_COMPARED
  ) {
    return { kind: 'compare', projects: memory.shown, field: fieldOrCard(reading) };
  }
  const summed = amountOfLast(memory.question);
  if (operators.has('count') && operators.has('sum') && isBare && saysThat(reading) && (field ?? summed) !== null)
    return over('sum', field ?? summed);
  // "Combien ont coûté plus de 20 millions ?" counts among what was listed.
  if (own.amounts.length > 0 && isEmptyFilter({ ...own, amounts: [] }) && startsByCounting(reading))
    return over('count', null);
  if (operators.has('count') && (speaksOfThem || (isBare && saysThat(reading)))) return over('count', null);
  const addsThem = operators.has('sum') && saysThat(reading);
  if (!field || !(speaksOfThem || (isBare && (asksWhichOne(reading) || addsThem || isBareExtreme(reading)))))
    return null;
  const operation = (['max', 'min', 'average', 'median', 'sum'] as const).find((candidate) => operators.has(candidate));
  if (operation) return over(operation, field);
  if (!isEmptyFilter(own))
    return { kind: 'list', filter: { ...own, among: memory.shown }, sort: null, limit: null, found: memory.shown };
  return memory.focus === null ? over('sum', field) : null;
}

/** The amount that the last question was about: "plus de 25 millions du fonds", "les plus chers". */
function amountOfLast(last: Question | null): AmountField | null {
  if (last?.kind === 'aggregate' && last.field !== null) return last.field;
  const sorted = last?.kind === 'list' && last.sort?.field !== 'date' ? (last.sort?.field ?? null) : null;
  return sorted ?? (last === null ? null : (filterIn(last)?.amounts[0]?.field ?? null));
}

/** "Combien ont…", with no noun of what is counted. */
function startsByCounting({ words, operators }: Reading): boolean {
  const first = words.find(({ folded }) => folded !== 'et');
  const counts =
    first?.folded === 'combien' || (first?.folded === 'how' && words.some(({ folded }) => folded === 'many'));
  return counts && !operators.has('plural-subject') && !operators.has('count');
}

/** "Le moins doté ?" and hardly a word more. */
function isBareExtreme({ operators, words }: Reading): boolean {
  return words.length <= 5 && words[0]?.folded !== 'et' && (operators.has('max') || operators.has('min'));
}

/** "ça fait combien ?", "how many are there?" speak of what is shown; "combien de projets ?" does not. */
function saysThat(reading: Reading): boolean {
  return reading.words.some(({ folded }) => ['ca', 'cela', 'en', 'that', 'there'].includes(folded));
}

/** "lequel coûte le plus ?" chooses among what is shown; "quel projet coûte le plus ?" does not. */
function asksWhichOne(reading: Reading): boolean {
  const folded = reading.words.map((word) => word.folded);
  return (
    !reading.operators.has('plural-subject') &&
    (['lequel', 'laquelle', 'lesquels'].some((word) => folded.includes(word)) || folded.join(' ').includes('which one'))
  );
}

/** "et FICOBA 3 ?", "pardon, je voulais dire CFVR": the same field of another project. */
function aboutAnotherProject(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
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

/** "et en Occitanie ?" replaces what it names, "seulement ceux de la Justice" adds it. */
function refinement(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  if (reading.named.length > 0 || last.kind === 'programme') return null;
  const previous = filterIn(last);
  if (!previous) return null;
  const own = withKnownFields(filterOf(reading, knowledge), reading);
  if (isEmptyFilter(own)) return null;
  const narrows =
    reading.operators.has('only') || beginsByNarrowing(reading) || isException(own) || asksWhichOfThem(reading);
  const isElliptic =
    narrows ||
    (reading.operators.has('correction') && reading.fields.length === 0 && !reading.operators.has('how-much')) ||
    (startsFollowUp(reading) && !reading.operators.has('plural-subject') && reading.fields.length === 0);
  if (!isElliptic || reading.operators.has('count')) return null;
  // "et pour ceux qui vivent dans des cabanes ?": another subject, told in words that one filter would misread.
  if (!narrows && (meantBy(reading, knowledge)?.strength ?? 0) >= MEANT_OVER_FILTER) return null;
  const merged: Filter = narrows
    ? {
        ...previous,
        topics: [...previous.topics, ...own.topics],
        carriers: own.carriers.length > 0 ? own.carriers : previous.carriers,
        territories: own.territories.length > 0 ? own.territories : previous.territories,
        calls: own.calls.length > 0 ? own.calls : previous.calls,
        years: own.years.length > 0 ? own.years : previous.years,
        amounts: [...previous.amounts, ...own.amounts],
        known: unique([...previous.known, ...own.known]),
        unknown: unique([...previous.unknown, ...own.unknown]),
        except: own.except,
      }
    : {
        ...previous,
        ...bodiesAsked(own, previous, knowledge),
        territories: own.territories.length > 0 ? own.territories : previous.territories,
        calls: own.calls.length > 0 ? own.calls : own.years.length > 0 ? [] : previous.calls,
        years: own.years.length > 0 ? own.years : own.calls.length > 0 ? [] : previous.years,
        months: own.years.length > 0 ? own.months : previous.months,
        amounts: own.amounts.length > 0 ? own.amounts : previous.amounts,
        among: null,
      };
  return withFilter(last, merged);
}

/** "que ceux de l'Intérieur", even where a name holds the second word. */
function beginsByNarrowing({ words: [first, second] }: Reading): boolean {
  return (
    ['seulement', 'uniquement', 'juste', 'only', 'just', 'garde', 'gardez', 'gardons', 'keep'].includes(
      first?.folded ?? '',
    ) ||
    (first?.folded === 'que' && second?.folded === 'ceux') ||
    ['ceux', 'celles', 'those'].includes(first?.folded ?? '')
  );
}

/** "Lesquels viennent du FTAP 2 ?" chooses among what is shown. */
function asksWhichOfThem(reading: Reading): boolean {
  const [first] = reading.words;
  const pointsAtThem = reading.references.some(({ id }) => id === 'these');
  const owns = reading.words.some(({ folded }) => ['leur', 'leurs', 'their'].includes(folded));
  return first?.folded === 'lesquels' || first?.folded === 'lesquelles' || (pointsAtThem && !owns);
}

/** "Et la douane ?" is a body after a body, and a subject after a subject. */
function bodiesAsked(own: Filter, previous: Filter, knowledge: KnowledgeBase): Pick<Filter, 'topics' | 'carriers'> {
  const bodies = own.topics
    .flatMap(({ organisations }) => organisations)
    .filter((id) => knowledge.facets.carrier.has(id));
  if (own.carriers.length === 0 && previous.carriers.length > 0 && bodies.length > 0) {
    const kept = selectPositions({ ...previous, carriers: bodies }, knowledge).length > 0 ? previous.topics : [];
    return { topics: kept, carriers: bodies };
  }
  return {
    topics: own.topics.length > 0 ? own.topics : previous.topics,
    carriers: own.carriers.length > 0 ? own.carriers : previous.carriers,
  };
}

/** "et la seconde ?" after a fact of the programme: the same words, with the new ones instead of the old ordinal. */
function programmeAgain(reading: Reading, memory: Memory, last: Question, knowledge: KnowledgeBase): Question | null {
  if (last.kind !== 'programme' || !startsFollowUp(reading) || !isShort(reading) || reading.named.length > 0)
    return null;
  const ordinals = new Set(
    [
      'premier',
      'premiere',
      'deuxiem',
      'second',
      'troisiem',
      'quatriem',
      'cinquiem',
      'first',
      'third',
      '1er',
      '1r',
      '2e',
      '3e',
      '4e',
      '5e',
      '1',
      '2',
      '3',
      '4',
      '5',
    ].flatMap((form) => [form, form.replace(/e$/, '')]),
  );
  const own = reading.allStems.filter(
    (stem) => knowledge.factIndex.has(stem) && (reading.contentStems.includes(stem) || ordinals.has(stem)),
  );
  if (own.length === 0) return null;
  const isOrdinal = own.some((stem) => ordinals.has(stem));
  const asked = isOrdinal ? own.filter((stem) => ordinals.has(stem)) : own;
  const kept = memory.stems.filter((stem) => (isOrdinal ? !ordinals.has(stem) : !/^\d{4}$/.test(stem)));
  const [best] = knowledge.factIndex
    .search(unique([...kept, ...asked]))
    .filter(({ id, matched }) => !last.facts.includes(id) || asked.every((stem) => matched.includes(stem)));
  return best ? { kind: 'programme', facts: [best.id] } : null;
}

/** "et son coût ?", "qui le porte ?": a field of the project in focus, or of the projects just compared. */
function aboutFocus(reading: Reading, memory: Memory, last: Question, knowledge: KnowledgeBase): Question | null {
  const field = fieldOrCard(reading) ?? placeAsked(reading) ?? detailAsked(reading, memory, knowledge);
  if (field === null || reading.named.length > 0 || reading.operators.has('plural-subject')) return null;
  const refers = reading.references.some(({ id }) => id === 'it') || startsFollowUp(reading) || startsWithThis(reading);
  const computes = reading.operators.has('sum') || reading.operators.has('average');
  if ((computes && !refers) || !isOfFocus(reading, memory, refers, knowledge)) return null;
  // Words of everyday language ("quelle économie en attendait-on ?") name no other subject.
  const foreign = reading.leftoverStems.filter(
    (stem) => knowledge.projectIndex.has(stem) || knowledge.factIndex.has(stem),
  );
  const names = reading.references.some(({ id }) => id === 'it')
    ? MOST_LEFT_OVER
    : startsWithThis(reading)
      ? 2
      : refers
        ? 1
        : 0;
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

/** "Où ça ?" and nothing else: inside a sentence "ou ça" is no question of place. */
function placeAsked({ words }: Reading): Field | null {
  return words.map(({ folded }) => folded).join(' ') === 'ou ca' ? 'territory' : null;
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

/** A bare "c'est quoi ?" asks for the card. */
function fieldOrCard(reading: Reading): Field | null {
  return fieldOf(reading) ?? reading.fields[0] ?? null;
}

function filterIn(question: Question): Filter | null {
  return question.kind === 'list' || question.kind === 'aggregate' ? question.filter : null;
}

function withFilter(question: Question, filter: Filter): Question {
  if (question.kind === 'aggregate') return { ...question, filter };
  return {
    kind: 'list',
    filter,
    sort: question.kind === 'list' ? question.sort : null,
    limit: question.kind === 'list' ? question.limit : null,
    found: [],
  };
}

function isException(filter: Filter): boolean {
  const { topics, carriers, territories, projects } = filter.except;
  return topics.length + carriers.length + territories.length + projects.length > 0;
}

/** Begins with "et", "and", "sinon et"…: asks on from the question before. */
function startsFollowUp(reading: Reading): boolean {
  const first = reading.words.find(({ folded }) => !FILLERS.has(folded));
  return (
    first?.folded === 'et' ||
    first?.folded === 'and' ||
    first?.folded === 'pour' ||
    reading.operators.has('and-what-about')
  );
}

/** What people say before they go on. */
const FILLERS = new Set(
  'ok okay bon bien alors euh ah oui merci super parfait fine great thanks right well d accord'.split(' '),
);

function isShort(reading: Reading): boolean {
  return reading.words.length <= 9;
}
