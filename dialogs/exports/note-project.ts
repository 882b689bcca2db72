import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import {
  type AmountField,
  amountOf,
  isAmountField,
  isPublished,
  natureOf,
  noteBeside,
  PROJECT_FIELDS,
  SHOWN_FIELDS,
} from '../../src/core/model/project-fields';
import { projectName } from '../../src/core/model/project-name';
import type { Conflict, Project, Source } from '../../src/core/model/records';
import { takeAwayMessagesFor, typeset, typesetAll } from '../../src/messages/messages-for';
import { conflictTexts } from '../text/conflict-text';
import { capitalised, natureWords, partsText, valueText } from '../text/project-text';
import { sourceLabel } from '../text/source-text';
import { type Voice, voiceOf } from '../text/voice';

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
  /** What each is about ("Coût total."), and what its sides say. */
  readonly conflicts: readonly { readonly label: string; readonly text: string }[];
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

export interface NoteSource {
  /** Name and date, French in any language. */
  readonly label: string;
  /** http or https; null when it is not online. */
  readonly url: string | null;
  /** What it backs, in French only. */
  readonly supports: string | null;
}

export function noteOnProject(project: Project, locale: Locale, knowledge: KnowledgeBase): NoteProject {
  const voice = voiceOf(locale, knowledge);
  const name = projectName(project);
  const conflicts = project.conflicts.flatMap((conflict) => conflictOf(conflict, project.sources, voice));
  const untold = project.conflicts.length - conflicts.length;
  const told = {
    name,
    fullName: name.includes(project.name) ? null : project.name,
    summary: valueText(project, 'summary', voice),
    caution:
      project.confidence === 'low' ? voice.messages.lowConfidence(project.sources.length, conflicts.length) : null,
    amounts: SHOWN_FIELDS.filter(isAmountField).map((field) => amountIn(project, field, voice)),
    facts: factsOf(project, voice),
    status: locale === 'fr' ? project.statusFr : project.statusEn,
    conflicts,
    conflictsElsewhere: untold === 0 ? null : takeAwayMessagesFor(locale).note.conflictsInFrench(untold),
  };
  return {
    id: project.id,
    ...typesetAll(told, locale),
    sources: project.sources.map((source) => ({
      label: sourceLabel(source, locale),
      // The records are checked when they are read; a link is worth a second look.
      url: source.url !== null && /^https?:\/\//i.test(source.url) ? source.url : null,
      supports: locale === 'fr' ? typeset(capitalised(source.supports), locale) : null,
    })),
  };
}

function amountIn(project: Project, field: AmountField, { locale, messages }: Voice): NoteAmount {
  const value = amountOf(project, field);
  const isInFrench = locale === 'fr';
  const { horizon = null, basis = null } = (value === null ? null : natureOf(project, field)) ?? {};
  const { period, nature, measure } = natureWords(project, field, messages);
  const qualifier = partsText([isInFrench ? (horizon ?? period) : period, nature, measure]);
  const remarks = isInFrench ? [basis, noteBeside(project, field)].filter((text) => text !== null) : [];
  return {
    label: capitalised(messages.fields[field]),
    value: value === null ? messages.unpublished : messages.amount(value),
    isPublished: value !== null,
    qualifier: value === null || qualifier === '' ? null : qualifier,
    remarks: remarks.map(capitalised),
  };
}

/** Who carries it and with whom, and the call, are said even when nobody says them; the rest where it is known. */
function factsOf(project: Project, voice: Voice): readonly NoteFact[] {
  const { locale, messages } = voice;
  return SHOWN_FIELDS.flatMap((field): readonly NoteFact[] => {
    const { kind, within } = PROJECT_FIELDS[field];
    if (kind === 'amount' || kind === 'translated' || kind === 'sources' || within !== undefined) return [];
    const isKnown = isPublished(project, field);
    const isInSourcesWords = kind === 'text' || kind === 'texts';
    if (!isKnown && !isInSourcesWords && kind !== 'call') return [];
    return [
      {
        label: capitalised(messages.fields[field]),
        value: kind === 'call' ? callValue(project, voice) : valueText(project, field, voice),
        isFrench: locale !== 'fr' && isInSourcesWords && isKnown,
        remark: locale === 'fr' && kind !== 'territories' ? noteBeside(project, field) : null,
      },
    ];
  });
}

/** French has the records' own label, English the call's number; a call that no source settles is said once. */
function callValue({ call }: Project, { locale, messages }: Voice): string {
  const { number, session, scheme, label, announced, confidence } = call;
  const isSettled = number !== null || scheme !== null;
  const english = isSettled ? messages.filter.call(number, session, scheme) : messages.callConfidence.undetermined;
  return partsText([
    capitalised(locale === 'fr' ? label : english),
    announced === null ? '' : messages.date(announced),
    confidence === 'deduced' ? messages.callConfidence.deduced : '',
  ]);
}

function conflictOf(conflict: Conflict, sources: readonly Source[], voice: Voice): NoteProject['conflicts'] {
  const [field = 'sources'] = conflict.about;
  const { about } = takeAwayMessagesFor(voice.locale).note;
  const label = about(capitalised(conflict.what ?? voice.messages.fields[field]));
  return conflictTexts([conflict], sources, voice).map((text) => ({ label, text }));
}
