import { amountOf, isPublished, type AmountField, isAmountField } from '../../src/core/model/project-fields';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Project, Field } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import type { Messages } from '../../src/messages/fr';

/** The name to show: "Mentor (Plateforme interministérielle de formation des agents)" for a title that its users never say; a common noun ("chatbot") is no name. */
export function projectName({ name, otherNames }: Project): string {
  const [title = name] = name.split(/ [—–] /);
  const [known] = otherNames;
  const isName = known !== undefined && known.length <= 20 && /\p{Lu}/u.test(known);
  if (!isName || lettersOf(title).includes(lettersOf(known))) return title;
  return title.length > 40 ? `${known} (${title})` : `${title} (${known})`;
}

/** The shortest name that people use. */
export function shortName({ name, otherNames }: Project): string {
  const [title = name] = name.split(/ [—–] | \(/);
  const shorter = otherNames.find((other) => other.length < title.length && /^\p{Lu}/u.test(other));
  return title.length > 30 && shorter !== undefined ? shorter : title;
}

/** "Incub'O" and "Incub-O" are one name. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The value of a field in words; "non publié" where no source gives it. */
export function valueText(
  project: Project,
  field: Field,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): string {
  if (!isPublished(project, field) && field !== 'call') return messages.unpublished;
  if (isAmountField(field)) return amountWithHorizon(project, field, locale, messages);
  switch (field) {
    case 'summary':
      return locale === 'fr' ? project.summaryFr : project.summaryEn;
    case 'carrier':
      return project.carrier ?? messages.unpublished;
    case 'partners':
      return messages.items(project.partners);
    case 'call': {
      const doubt = messages.callConfidence[project.call.confidence];
      return [project.call.label, project.call.announced === null ? '' : messages.date(project.call.announced), doubt]
        .filter((part) => part !== '')
        .join(', ');
    }
    case 'date':
      return project.call.announced === null ? messages.unpublished : messages.date(project.call.announced);
    case 'territory':
      return [
        project.territories.map((id) => knowledge.territoryById.get(id)?.name[locale] ?? id).join(', '),
        locale === 'fr' && project.territoryNote !== null ? `(${project.territoryNote})` : '',
      ]
        .join(' ')
        .trim();
    case 'themes':
      return project.themes.map((id) => knowledge.themeById.get(id)?.label[locale] ?? id).join(', ');
    case 'beneficiaries':
      return project.beneficiaries.join(', ');
    case 'status':
      return (locale === 'fr' ? project.statusFr : project.statusEn) ?? messages.unpublished;
    case 'sources':
      return messages.items(
        project.sources.map(({ name, date }) => messages.source(name, date === null ? null : messages.date(date))),
      );
  }
}

/** An amount with what it covers; the basis of a saving is told in French only, as the sources give it. */
function amountWithHorizon(
  project: Project,
  field: 'savings' | 'funding' | 'cost',
  locale: Locale,
  messages: Messages,
): string {
  const value = amountOf(project, field);
  if (value === null) return messages.unpublished;
  return `${messages.amount(value)}${amountDetail(project, field, locale, messages)}`;
}

/** What follows an amount: " sur 4 ans, économies égales à l’investissement"; empty where the amount says it all. */
export function amountDetail(project: Project, field: AmountField, locale: Locale, messages: Messages): string {
  if (field !== 'savings') return '';
  const { horizon, basis } = project.expectedSavings;
  const nature = savingsNatureText(project, messages);
  if (locale !== 'fr') return nature === '' ? '' : ` ${nature}`;
  return `${horizon === null ? '' : ` ${horizon}`}${basis === null ? '' : `, ${basis}`}`;
}

/** An amount with what it is: "2,3 M€ sur 4 ans". */
export function amountText(project: Project, field: AmountField, messages: Messages): string {
  const value = amountOf(project, field);
  if (value === null) return messages.unpublished;
  return alikeText(value, project, field, messages);
}

/** A value made of amounts like that of a project, with what it is. */
export function alikeText(valueMEUR: number, like: Project, field: AmountField, messages: Messages): string {
  const nature = field === 'savings' ? savingsNatureText(like, messages) : '';
  return `${messages.amount(valueMEUR)} ${nature}`.trimEnd();
}

/** What the savings of a project are, but for the plain forecast: "sur 4 ans, nettes de l’investissement". */
export function savingsNatureText({ expectedSavings }: Project, messages: Messages): string {
  const { nature, period, measure } = expectedSavings;
  return [
    period === null ? '' : messages.savingsPeriod[period],
    nature === null || nature === 'expected' ? '' : messages.savingsNature[nature],
    measure === undefined ? '' : messages.savingsMeasure[measure],
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The name of a project by its id. */
export function nameOf(id: string, knowledge: KnowledgeBase): string {
  const project = knowledge.projectById.get(id);
  return project ? projectName(project) : id;
}
