import { sentencesIn } from '../../src/core/answering/clauses';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import {
  type AmountField,
  amountOf,
  isAmountField,
  isFloorOf,
  isPublished,
  natureIn,
  natureOf,
  noteBeside,
  PROJECT_FIELDS,
} from '../../src/core/model/project-fields';
import type { AggregateAnswer, Group } from '../../src/core/model/answer';
import { projectName } from '../../src/core/model/project-name';
import type { Field, Project } from '../../src/core/model/records';
import type { Messages } from '../../src/messages/fr/answers';
import { sourceLabel } from './source-text';
import type { Voice } from './voice';

/** The shortest name that people use. */
export function shortName({ name, otherNames }: Project): string {
  const [title = name] = name.split(/ [—–] | \(/);
  const shorter = otherNames.find((other) => other.length < title.length && /^\p{Lu}/u.test(other));
  return title.length > 30 && shorter !== undefined ? shorter : title;
}

export function firstSentence(text: string): string {
  return sentencesIn(text)[0] ?? text;
}

/** The value of a field in words; "non publié" where no source gives it. */
export function valueText(project: Project, field: Field, voice: Voice): string {
  const { locale, messages, knowledge } = voice;
  const held = PROJECT_FIELDS[field];
  const labels = (ids: readonly string[], records: KnowledgeBase['themeById' | 'beneficiaryById']): string =>
    ids.map((id) => records.get(id)?.label[locale] ?? id).join(', ');
  if (!isTold(project, field)) return messages.unpublished(field);
  switch (held.kind) {
    case 'amount':
      return isAmountField(field) ? figureText(project, field, messages) + amountDetail(project, field, voice) : '';
    case 'text':
      return held.of(project) ?? messages.unpublished(field);
    case 'translated':
      return held.of(project)[locale] ?? messages.unpublished(field);
    case 'texts':
      return messages.items(held.of(project));
    case 'publics':
      return locale === 'fr' ? messages.items(held.of(project)) : labels(held.ids(project), knowledge.beneficiaryById);
    case 'themes':
      return labels(held.of(project), knowledge.themeById);
    case 'territories': {
      const note = noteBeside(project, field, locale) ?? exceptText(project, voice);
      return `${placeNames(held.of(project), voice).join(', ')}${note === null ? '' : ` (${note})`}`;
    }
    case 'date':
      return messages.date(held.of(project) ?? '');
    case 'call': {
      const { label, announced, confidence } = held.of(project);
      return partsText([
        label,
        announced === null ? '' : messages.date(announced),
        messages.callConfidence[confidence],
      ]);
    }
    case 'sources':
      return messages.items(held.of(project).map((source) => sourceLabel(source, locale)));
  }
}

export function placeNames(ids: readonly string[], { locale, knowledge }: Voice): readonly string[] {
  return ids.map((id) => knowledge.territoryById.get(id)?.name[locale] ?? id);
}

/** The places that a project leaves out of those it covers; null where there is none. */
export function exceptText({ exceptTerritories = [] }: Project, voice: Voice): string | null {
  return exceptTerritories.length === 0 ? null : voice.messages.exceptPlaces(placeNames(exceptTerritories, voice));
}

/** Whether there is something to tell: an undetermined call is told as such. */
export function isTold(project: Project, field: Field): boolean {
  return isPublished(project, field) || PROJECT_FIELDS[field].kind === 'call';
}

/** Parts of a value one after the other, without the empty ones. */
export function partsText(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

/** What follows an amount: " sur 4 ans, économies égales à l’investissement"; empty where the amount says it all. */
export function amountDetail(project: Project, field: AmountField, { locale }: Voice): string {
  const told = natureOf(project, field);
  if (told === null) return '';
  const { horizon, basis } = natureIn(told, locale);
  return `${horizon === null ? '' : ` ${horizon}`}${basis === null ? '' : `, ${basis}`}`;
}

/** The amount alone, said to be a minimum where the sources give no more; "non publié" where none does. */
export function figureText(project: Project, field: AmountField, messages: Messages): string {
  const value = amountOf(project, field);
  return value === null ? messages.unpublished(field) : messages.amount(value, isFloorOf(project, field));
}

/** What the amounts of projects make: a minimum where one of them is, but for what stands in the middle of them. */
export function measureText(
  { value, projects }: Pick<Group, 'value' | 'projects'>,
  operation: AggregateAnswer['operation'],
  field: AmountField,
  { messages, knowledge }: Pick<Voice, 'messages' | 'knowledge'>,
): string {
  const isFloor = operation !== 'median' && projects.some((id) => isFloorOf(knowledge.projectById.get(id), field));
  return value === null ? messages.unpublished(field) : messages.amount(value, isFloor);
}

/** An amount with what it is: "2,3 M€ sur 4 ans". */
export function amountText(project: Project, field: AmountField, messages: Messages): string {
  return `${figureText(project, field, messages)} ${natureText(project, field, messages)}`.trimEnd();
}

/** What the amount of a project is, but for the plain forecast: "sur 4 ans, nettes de l’investissement"; empty where all are alike. */
export function natureText(project: Project, field: AmountField, messages: Messages): string {
  const { period, nature, measure } = natureWords(project, field, messages);
  return partsText([period, natureOf(project, field)?.nature === 'expected' ? '' : nature, measure]);
}

/** What the amount of a project is, in words; empty where the sources do not say, and where all are alike. */
export function natureWords(project: Project, field: AmountField, messages: Messages) {
  const { nature = null, period = null, measure } = natureOf(project, field) ?? {};
  return {
    period: period === null ? '' : messages.savingsPeriod[period],
    nature: nature === null ? '' : messages.savingsNature[nature],
    measure: measure === undefined ? '' : messages.savingsMeasure[measure],
  };
}

/** The first names of an enumeration, and how many others there are of `count`. */
export function firstNamed(names: readonly string[], most: number, messages: Messages, count = names.length) {
  return count <= most ? names : [...names.slice(0, most), messages.others(count - most)];
}

/** The shortest name of a project by its id; of one that is gone only that is left. */
export function shortNameOf(id: string, { projectById }: Pick<KnowledgeBase, 'projectById'>): string {
  const project = projectById.get(id);
  return project === undefined ? id : shortName(project);
}

export function nameOf(id: string, knowledge: KnowledgeBase): string {
  const project = knowledge.projectById.get(id);
  return project ? projectName(project) : id;
}
