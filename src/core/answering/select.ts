import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Project } from '../knowledge/schema';
import type {
  AmountCondition,
  AmountField,
  CallReference,
  Exception,
  Field,
  Filter,
  Topic,
} from '../understanding/question';

/** The projects that a filter keeps, in the order of ids. */
export function selectProjects(filter: Filter, knowledge: KnowledgeBase): readonly Project[] {
  return knowledge.projects.filter((project) => matches(project, filter, knowledge));
}

function matches(project: Project, filter: Filter, knowledge: KnowledgeBase): boolean {
  return (
    (filter.among === null || filter.among.includes(project.id)) &&
    filter.topics.every((topic) => isAbout(project, topic, knowledge)) &&
    (filter.carriers.length === 0 || filter.carriers.some((id) => isCarriedBy(project, id, knowledge))) &&
    (filter.territories.length === 0 || filter.territories.some((id) => isIn(project, id, knowledge))) &&
    (filter.calls.length === 0 || filter.calls.some((call) => isOfCall(project, call))) &&
    (filter.years.length === 0 || filter.years.some((year) => yearOf(project) === year)) &&
    (filter.months.length === 0 || filter.months.some((month) => monthOf(project) === month)) &&
    filter.amounts.every((condition) => satisfies(project, condition)) &&
    filter.known.every((field) => isPublished(project, field)) &&
    filter.unknown.every((field) => !isPublished(project, field)) &&
    !isExcepted(project, filter.except, knowledge)
  );
}

export function isAbout(project: Project, topic: Topic, knowledge: KnowledgeBase): boolean {
  return (
    topic.themes.some((id) => project.themes.some((own) => knowledge.broaderThemes.get(own)?.includes(id) === true)) ||
    topic.beneficiaries.some((id) => project.beneficiaryIds.includes(id)) ||
    topic.organisations.some(
      (id) => isCarriedBy(project, id, knowledge) || project.partnerIds.some((own) => isWithin(own, id, knowledge)),
    )
  );
}

export function isCarriedBy(project: Project, organisation: string, knowledge: KnowledgeBase): boolean {
  return project.carrierIds.some((own) => isWithin(own, organisation, knowledge));
}

function isWithin(organisation: string, above: string, knowledge: KnowledgeBase): boolean {
  return knowledge.broaderOrganisations.get(organisation)?.includes(above) === true;
}

/** The place asked for holds the project's place or lies in it; a project of the whole country is not "in" a region. */
function isIn(project: Project, territory: string, knowledge: KnowledgeBase): boolean {
  return project.territories.some((own) => {
    if (knowledge.territoryById.get(own)?.kind === 'country')
      return knowledge.territoryById.get(territory)?.kind === 'country';
    return (
      knowledge.broaderTerritories.get(own)?.includes(territory) === true ||
      knowledge.broaderTerritories.get(territory)?.includes(own) === true
    );
  });
}

export function isNationwide(project: Project, knowledge: KnowledgeBase): boolean {
  return project.territories.some((id) => knowledge.territoryById.get(id)?.kind === 'country');
}

function isOfCall(project: Project, call: CallReference): boolean {
  if (call.scheme !== null) return project.call.scheme === call.scheme;
  return project.call.number === call.number && (call.session === null || project.call.session === call.session);
}

/** The year of the announcement, or else the one that the label of the call gives. */
export function yearOf(project: Project): number | null {
  const written = project.call.announced ?? /\b(20\d\d)\b/.exec(project.call.label)?.[1];
  return written === undefined ? null : Number(written.slice(0, 4));
}

function monthOf(project: Project): number | null {
  const month = project.call.announced?.slice(5, 7);
  return month === undefined || month === '' ? null : Number(month);
}

function satisfies(project: Project, { field, min, max, includesBounds }: AmountCondition): boolean {
  const amount = amountOf(project, field);
  if (amount === null) return false;
  const isAbove = min === null || (includesBounds ? amount >= min : amount > min);
  const isBelow = max === null || (includesBounds ? amount <= max : amount < max);
  return isAbove && isBelow;
}

function isExcepted(project: Project, except: Exception, knowledge: KnowledgeBase): boolean {
  return (
    except.projects.includes(project.id) ||
    except.topics.some((topic) => isAbout(project, topic, knowledge)) ||
    except.carriers.some((id) => isCarriedBy(project, id, knowledge)) ||
    except.territories.some((id) => isIn(project, id, knowledge))
  );
}

/** The amount in M€, or null where no source gives it. */
export function amountOf(project: Project, field: AmountField): number | null {
  switch (field) {
    case 'savings':
      return project.expectedSavings.amountMEUR;
    case 'funding':
      return project.ftapFundingMEUR;
    case 'cost':
      return project.totalCostMEUR;
  }
}

/** What an amount is, so that only like ones are added: a total over four years is no yearly gain, a revised forecast no first one. */
export function likenessOf(project: Project, field: AmountField): string {
  if (field !== 'savings') return field;
  const { nature, period } = project.expectedSavings;
  return `savings:${nature ?? 'not-stated'}:${period ?? 'not-stated'}`;
}

/** Whether the sources give anything for a field. */
export function isPublished(project: Project, field: Field): boolean {
  switch (field) {
    case 'savings':
    case 'funding':
    case 'cost':
      return amountOf(project, field) !== null;
    case 'carrier':
      return project.carrier !== null;
    case 'partners':
      return project.partners.length > 0;
    case 'call':
      return project.call.confidence !== 'undetermined';
    case 'date':
      return project.call.announced !== null;
    case 'territory':
      return project.territories.length > 0;
    case 'beneficiaries':
      return project.beneficiaries.length > 0;
    case 'status':
      return project.statusFr !== null;
    case 'summary':
    case 'themes':
    case 'sources':
      return true;
  }
}
