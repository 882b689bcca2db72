import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { amountOf, isPublished, type AmountField } from '../../src/core/model/project-fields';
import type { Conflict, Project, Source, Field } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor, takeAwayMessagesFor, typeset } from '../../src/messages/messages-for';
import { conflictTexts } from '../text/conflict-text';
import { noteOn } from '../view/fact-view';
import { projectName, valueText } from '../text/project-text';
import { sourceLabel } from '../text/source-text';
import { capitalised } from '../text/capitalised';

/** One project of a note. */
export interface NoteProject {
  readonly id: string;
  /** Names are French in any language. */
  readonly name: string;
  /** The whole name, when the one above leaves a part of it out. */
  readonly fullName: string | null;
  readonly summary: string;
  /** Said when a single secondary source, or sources that disagree, are all there is. */
  readonly caution: string | null;
  /** Funding, cost, savings, always the three of them. */
  readonly amounts: readonly NoteAmount[];
  /** Who, which call, where, for whom. */
  readonly facts: readonly NoteFact[];
  readonly status: string | null;
  readonly conflicts: readonly NoteConflict[];
  /** Says how many more disagreements the records tell in French only; null in French. */
  readonly conflictsElsewhere: string | null;
  readonly sources: readonly NoteSource[];
}

export interface NoteAmount {
  readonly label: string;
  /** "3,6 M€", or "non publié". */
  readonly value: string;
  readonly isPublished: boolean;
  /** What it covers and what it is: "sur 4 ans, attendues". */
  readonly qualifier: string | null;
  /** What the record says beside it, in French only. */
  readonly remarks: readonly string[];
}

export interface NoteFact {
  readonly label: string;
  readonly value: string;
  /** True where the value is French in a note that is not. */
  readonly isFrench: boolean;
  readonly remark: string | null;
}

export interface NoteConflict {
  /** "Coût total." */
  readonly label: string;
  readonly text: string;
}

export interface NoteSource {
  /** Name and date, French in any language. */
  readonly label: string;
  /** http or https; null when it is not online. */
  readonly url: string | null;
  /** What it backs, in French only. */
  readonly supports: string | null;
}

export function noteOnProject(project: Project, locale: Locale, knowledge: KnowledgeBase): NoteProject {
  const messages = messagesFor(locale);
  const words = takeAwayMessagesFor(locale).note;
  const name = projectName(project);
  const conflicts = project.conflicts.flatMap((conflict) => conflictOf(conflict, project.sources, locale));
  const untold = project.conflicts.length - conflicts.length;
  const status = locale === 'fr' ? project.statusFr : project.statusEn;
  return {
    id: project.id,
    name: typeset(name, locale),
    fullName: name.includes(project.name) ? null : typeset(project.name, locale),
    summary: typeset(locale === 'fr' ? project.summaryFr : project.summaryEn, locale),
    caution: project.confidence === 'low' ? typeset(messages.lowConfidence, locale) : null,
    amounts: (['funding', 'cost', 'savings'] as const).map((field) => amountIn(project, field, locale)),
    facts: factsOf(project, locale, knowledge),
    status: status === null ? null : typeset(status, locale),
    conflicts,
    conflictsElsewhere: untold === 0 ? null : words.conflictsInFrench(untold),
    sources: project.sources.map((source) => ({
      label: sourceLabel(source, locale),
      // The records are checked when they are read; a link is worth a second look.
      url: source.url !== null && /^https?:\/\//i.test(source.url) ? source.url : null,
      supports: locale === 'fr' ? typeset(capitalised(source.supports), locale) : null,
    })),
  };
}

function amountIn(project: Project, field: AmountField, locale: Locale): NoteAmount {
  const messages = messagesFor(locale);
  const value = amountOf(project, field);
  const { nature, period, measure, horizon, basis } = project.expectedSavings;
  const note = noteOn(project, field);
  const isKnownSaving = field === 'savings' && value !== null;
  const covers = locale === 'fr' && horizon !== null ? horizon : period === null ? '' : messages.savingsPeriod[period];
  const qualifier = [
    covers,
    nature === null ? '' : messages.savingsNature[nature],
    measure === undefined ? '' : messages.savingsMeasure[measure],
  ].filter((part) => part !== '');
  return {
    label: capitalised(messages.fields[field]),
    value: typeset(value === null ? messages.unpublished : messages.amount(value), locale),
    isPublished: value !== null,
    qualifier: isKnownSaving && qualifier.length > 0 ? typeset(qualifier.join(', '), locale) : null,
    remarks:
      locale === 'fr'
        ? [isKnownSaving ? basis : null, note].flatMap((text) =>
            text === null ? [] : [typeset(capitalised(text), locale)],
          )
        : [],
  };
}

/** Who carries it and with whom is said even when nobody says it; the rest where it is known. */
function factsOf(project: Project, locale: Locale, knowledge: KnowledgeBase): readonly NoteFact[] {
  const messages = messagesFor(locale);
  const fields: readonly Field[] = ['carrier', 'partners', 'call', 'territory', 'themes', 'beneficiaries'];
  return fields
    .filter((field) => field === 'carrier' || field === 'partners' || field === 'call' || isPublished(project, field))
    .map((field) => {
      const remark = locale === 'fr' ? noteOn(project, field) : null;
      return {
        label: capitalised(messages.fields[field]),
        value: typeset(factValue(project, field, locale, knowledge), locale),
        isFrench: locale !== 'fr' && (field === 'carrier' || field === 'partners') && isPublished(project, field),
        remark: remark === null ? null : typeset(remark, locale),
      };
    });
}

/** The labels of publics are French texts in the records; English says them from their ids. */
function factValue(project: Project, field: Field, locale: Locale, knowledge: KnowledgeBase): string {
  const messages = messagesFor(locale);
  if (field === 'call') return callValue(project, locale);
  if (locale !== 'fr' && field === 'beneficiaries')
    return project.beneficiaryIds.map((id) => knowledge.beneficiaryById.get(id)?.label[locale] ?? id).join(', ');
  return valueText(project, field, locale, messages, knowledge);
}

/** French has the records' own label, English the call's number; a call that no source settles is said once. */
function callValue({ call }: Project, locale: Locale): string {
  const messages = messagesFor(locale);
  const { number, session, scheme, label, announced, confidence } = call;
  const isSettled = number !== null || scheme !== null;
  const english = isSettled ? messages.filter.call(number, session, scheme) : messages.callConfidence.undetermined;
  return [
    capitalised(locale === 'fr' ? label : english),
    announced === null ? '' : messages.date(announced),
    confidence === 'deduced' ? messages.callConfidence.deduced : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function conflictOf(conflict: Conflict, sources: readonly Source[], locale: Locale): readonly NoteConflict[] {
  return conflictTexts([conflict], sources, locale, messagesFor(locale)).map((text) => ({
    label: typeset(takeAwayMessagesFor(locale).note.about(capitalised(conflictLabel(conflict.field, locale))), locale),
    text: typeset(text, locale),
  }));
}

/** A conflict names a key of the record, or says in French what it is about. */
function conflictLabel(field: string, locale: Locale): string {
  const labels = takeAwayMessagesFor(locale).note.conflictFields;
  if (field.startsWith('expectedSavings')) return labels.savings;
  if (field.startsWith('ftapFunding')) return labels.funding;
  if (field.startsWith('totalCost')) return labels.cost;
  if (field === 'call.announced') return labels.date;
  if (field.startsWith('call')) return labels.call;
  return field;
}
