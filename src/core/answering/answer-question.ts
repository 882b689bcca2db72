import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { contentStems } from '../knowledge/documents';
import type { LanguageWords } from '../language/language-words';
import {
  amountOf,
  conflictsOn,
  isAmountField,
  isPublished,
  KEY_FIELDS,
  OTHER_SIDE,
  likenessOf,
  measureOf,
  sourcesOf,
} from '../model/project-fields';
import { amountRanked, type Question, seriesOf } from '../model/question';
import type { Conflict, Field, Project, Source } from '../model/records';
import { grouped } from '../search/postings';
import { announcedOf, answerAggregate, countAnnounced } from './aggregate';
import { differenceOf, sum } from './like-amounts';
import { inOrder } from './list-order';
import { leavingOut } from './ascending';
import type { AnswerBody, FactAnswer, FieldTold, ListAnswer, ToldFigure } from '../model/answer';
import { idsAt, liesIn, selectPositions } from './select';

/**
 * Computes the answer of a question from the records.
 *
 * @param stems those of its words that carry a subject: for the names that come near a question without an answer
 */
export function answerQuestion(question: Question, stems: readonly string[], knowledge: KnowledgeBase): AnswerBody {
  switch (question.kind) {
    case 'list':
      return answerList(question, knowledge);
    case 'fact':
      return answerFact(question, stems, knowledge);
    case 'aggregate':
      return answerAggregate(question, knowledge);
    case 'unknown': {
      const near = knowledge.projectIndex.search(stems).filter(({ coverage }) => coverage >= 0.3);
      return { ...question, nearest: near.slice(0, 3).map(({ id }) => id), lackingIn: null };
    }
    case 'compare':
      return { ...question, difference: differenceTold(question, knowledge) };
    case 'smalltalk':
      return { ...question, again: null };
    case 'programme': {
      const { kind, facts } = question;
      return { kind, facts, figure: toldFigure(question, knowledge), ...lackingOf(question, knowledge) };
    }
    case 'clarify':
      return question;
  }
}

/** How many of a call, a year or the fund were announced, and how many of these the base holds. */
function lackingOf({ lacking: filter }: Question & { kind: 'programme' }, knowledge: KnowledgeBase) {
  const announced = filter === undefined ? null : countAnnounced(filter, knowledge);
  return filter === undefined || announced === null
    ? {}
    : { lacking: { filter, announced, held: selectPositions(filter, knowledge).length } };
}

/** The figure of the fund that is asked for by itself, or what is made of two or more of one unit; null where none answers. */
function toldFigure(
  { figures = [], isOfFigure, operation }: Question & { kind: 'programme' },
  { figureById }: KnowledgeBase,
): ToldFigure | null {
  const told = figures.flatMap((id) => figureById.get(id) ?? []);
  const [first, ...others] = told;
  if (first === undefined || (operation === undefined ? isOfFigure !== true : others.length === 0)) return null;
  const { unit } = first;
  const isMixed = others.some((other) => other.unit !== unit);
  const isOfPercents = unit === 'percent' && operation !== 'difference' && operation !== undefined;
  if (isOfPercents || (isMixed && operation !== 'average')) return null;
  const all = told.map(({ value }) => value);
  if (operation === 'average') {
    const [money = 0, number = 0] = (['MEUR', 'number'] as const).map((one) =>
      sum(told.flatMap((figure) => (figure.unit === one ? figure.value : []))),
    );
    const value = isMixed ? money / number : sum(all) / all.length;
    return Number.isFinite(value) ? { operation, figures, unit: isMixed ? 'MEUR' : unit, value } : null;
  }
  // "Engagements moins paiements 2019-2021": each by its total.
  const series = told.map(({ key }) => seriesOf(key));
  const values =
    told.length === 2 ? all : [...new Set(series)].map((one) => sum(all.filter((_, at) => series[at] === one)));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  switch (operation) {
    case undefined:
      return { operation: null, figures, unit, value: first.value };
    case 'sum':
      return { operation, figures, unit, value: sum(all) };
    case 'share':
      return most === 0 ? null : { operation, figures, unit: 'part', value: least / most };
    case 'ratio':
      return { operation, figures, unit: 'number', value: (all[0] ?? 0) / (all[1] ?? 0) };
    case 'difference':
      return { operation, figures, unit: unit === 'percent' ? 'points' : unit, value: sum([most, -least]) };
  }
}

/** How far apart the amounts of two projects lie, when both are published and may be compared. */
function differenceTold({ field, projects }: Question & { kind: 'compare' }, knowledge: KnowledgeBase): number | null {
  if (!isAmountField(field)) return null;
  const compared = projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  const areAlike = new Set(compared.map((project) => likenessOf(project, field))).size === 1;
  return areAlike ? differenceOf(compared.map((project) => amountOf(project, field))) : null;
}

/** What is told of a project with its summary. */
const PRESENTED: readonly Field[] = ['summary', 'carrier', 'status'];

/** The sources of an answer, each once: of a project those that back what is told, and after them, where it is presented, all that it has. */
export function sourcesOfAnswer(answer: AnswerBody, knowledge: KnowledgeBase): readonly Source[] {
  const alike = grouped(sourcesBehind(answer, knowledge), ({ name, url }) => [`${name} ${url ?? ''}`]);
  return [...alike.values()].flatMap(([first]) => first ?? []);
}

function sourcesBehind(answer: AnswerBody, knowledge: KnowledgeBase): readonly Source[] {
  const projectsOf = (ids: readonly string[]): readonly Project[] =>
    ids.flatMap((id) => knowledge.projectById.get(id) ?? []);
  switch (answer.kind) {
    case 'fact':
      return projectsOf([answer.project]).flatMap((project) =>
        [answer, ...answer.also].flatMap(({ field, conflicts }) => [
          ...(field === 'summary' ? PRESENTED : field === 'sources' && answer.also.length > 0 ? [] : [field]).flatMap(
            (told) => sourcesOf(project, told),
          ),
          ...sourcesOfConflicts(project, conflicts),
          ...(field === 'summary' ? project.sources : []),
        ]),
      );
    case 'list': {
      // What each row tells.
      const told = [amountRanked(answer.sort) ?? [], ...answer.show].flat();
      const fields: readonly Field[] = told.length === 0 ? ['summary'] : told;
      return [
        ...(answer.announced?.sources ?? []),
        ...projectsOf([...answer.projects, ...answer.others.map(({ project }) => project)]).flatMap((project) =>
          fields.flatMap((field) => sourcesOf(project, field).slice(0, 1)),
        ),
      ];
    }
    case 'aggregate': {
      const { announced, announcedParts = [], field, fundTotals, others } = answer;
      const told = [...answer.projects, ...others.map(({ project }) => project)];
      return [
        ...(announced?.sources ?? []),
        ...announcedParts.flatMap(({ sources }) => sources),
        ...fundTotals.map(({ source }) => source),
        ...projectsOf(told).flatMap((project) => sourcesOf(project, field ?? 'call').slice(0, 1)),
      ];
    }
    case 'compare': {
      const { field } = answer;
      const fields = (project: Project): readonly Field[] =>
        field === null || field === 'summary' ? KEY_FIELDS.filter((key) => isPublished(project, key)) : [field];
      return projectsOf(answer.projects).flatMap((project) =>
        fields(project).flatMap((told) => sourcesOf(project, told).slice(0, 2)),
      );
    }
    case 'programme':
      return answer.facts.flatMap((id) => knowledge.factById.get(id)?.sources ?? []);
    case 'smalltalk':
      return answer.again === null ? [] : sourcesBehind(answer.again, knowledge);
    case 'clarify':
    case 'unknown':
      return [];
  }
}

/** The sources of the project that its conflicts name, with what they say of a value behind the name: "… (prévision révisée)". */
function sourcesOfConflicts(project: Project, conflicts: readonly Conflict[]): readonly Source[] {
  return project.sources.filter(({ name }) =>
    conflicts
      .flatMap(({ sourceA, sourceB }) => [sourceA, sourceB])
      .some((side) => side === name || side.startsWith(`${name} (`)),
  );
}

function answerList(question: Question & { kind: 'list' }, knowledge: KnowledgeBase): ListAnswer {
  const { filter, sort, found, from = 0 } = question;
  const selected = selectPositions(filter, knowledge);
  const { listed, of, level, others } = inOrder(selected, question, knowledge);
  const countries = [...knowledge.territoryById.values()].filter(({ kind }) => kind === 'country').map(({ id }) => id);
  const coversThem = (position: number): boolean => {
    const except = knowledge.projects[position]?.exceptTerritories ?? [];
    return filter.territories.some((place) => !liesIn(place, except, knowledge));
  };
  const ofCountry = { ...filter, territories: countries };
  const everywhere = filter.territories.length > 0 ? selectPositions(ofCountry, knowledge).filter(coversThem) : [];
  const announced = announcedOf({ filter }, knowledge);
  return {
    kind: 'list',
    projects: idsAt(listed, knowledge),
    filter,
    sort,
    total: listed.length,
    level: idsAt(level, knowledge),
    // Of the first of a ranking it is said that they come first.
    ...(listed.length < of && (sort === null || from > 0) ? { stretch: { from, of } } : {}),
    nationwide: idsAt(leavingOut(everywhere, selected), knowledge),
    isSearch: filter.among !== null && found.length > 0 && filter.topics.length === 0 && sort === null,
    others,
    show: question.show,
    ...(announced !== null && listed.length === selected.length && announced.value > listed.length
      ? { announced }
      : {}),
    ...(question.isBrief === true ? { isBrief: true } : {}),
    ...(question.isOfName === true ? { isOfName: true } : {}),
  };
}

function answerFact(
  { project: id, field, also, isBrief, standing }: Question & { kind: 'fact' },
  stems: readonly string[],
  knowledge: KnowledgeBase,
): FactAnswer {
  const project = knowledge.projectById.get(id);
  if (!project) throw new Error(`no project "${id}" in the knowledge base: a question may only name ids that it holds`);
  const { language, nameStems } = knowledge;
  // Its name says which project is meant, not what is asked of it.
  const asked = stems.filter((stem) => nameStems.get(id)?.has(stem) !== true);
  // "15,5, c'est écrit où ?" asks on that alone: where other sources differ on something else is not told.
  const tell = (other: Field): FieldTold => ({
    field: other,
    valueMEUR: isAmountField(other) ? amountOf(project, other) : null,
    isPublished: isPublished(project, other),
    conflicts: also.length > 0 && other === 'sources' ? [] : conflictsOn(project, other),
  });
  // Beside a day, where it stands is told if that is known: only the day was asked for sure.
  const isWorthTelling = (other: Field): boolean =>
    field !== 'date' || other !== 'status' || isPublished(project, other);
  const amounts = also.filter((other) => other === 'funding' || other === 'cost');
  const instead = [field, ...amounts].flatMap((one) => insteadOf(one, project, asked, language));
  return {
    kind: 'fact',
    project: id,
    ...tell(field),
    also: [...new Set([...also.filter(isWorthTelling), ...instead])].filter((other) => other !== field).map(tell),
    share: shareTold(project, [field, ...also], standing === 'part'),
    ...(isBrief === true ? { isBrief } : {}),
  };
}

/**
 * What is told of a field that is not published: of what the fund gives, the cost, and of the cost, what it gives; of a day, the call, which tells its year, and the status, which tells other days; of all else, the text
 * that holds most of the words asked ("dans quels ports ?").
 */
function insteadOf(
  field: Field,
  project: Project,
  asked: readonly string[],
  language: LanguageWords,
): readonly Field[] {
  if (isPublished(project, field)) return [];
  if (field === 'date') return (['call', 'status'] as const).filter((other) => isPublished(project, other));
  // "Combien a coûté Mentor ?" of which only the aid is published: what it is said to be is another thing than what was asked.
  if (field === 'funding' || field === 'cost')
    return isPublished(project, OTHER_SIDE[field]) ? [OTHER_SIDE[field]] : [];
  const heldBy = (text: string): number => {
    const held = new Set(contentStems(text, language));
    return asked.filter((stem) => held.has(stem)).length;
  };
  const ofStatus = heldBy(`${project.statusFr ?? ''} ${project.statusEn ?? ''}`);
  const ofSummary = heldBy(`${project.summaryFr} ${project.summaryEn}`);
  return ofStatus + ofSummary === 0 ? [] : [ofSummary > ofStatus ? 'summary' : 'status'];
}

/** What part of its cost the funding of a project is, when both are asked. */
function shareTold(project: Project, asked: readonly Field[], isAsked: boolean): FactAnswer['share'] {
  const part = asked.includes('funding') && asked.includes('cost') ? measureOf(project, 'share') : null;
  return part === null ? null : { part, restMEUR: measureOf(project, 'rest') ?? 0, isAsked };
}
