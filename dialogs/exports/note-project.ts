import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import {
  type AmountField,
  amountOf,
  conflictIn,
  isAmountField,
  isPublished,
  natureIn,
  natureOf,
  noteBeside,
  PROJECT_FIELDS,
  SHOWN_FIELDS,
} from '../../src/core/model/project-fields';
import { projectName } from '../../src/core/model/project-name';
import type { Conflict, Project, Source } from '../../src/core/model/records';
import { typesetAll } from '../../src/messages/messages-for';
import { capitalised } from '../../src/messages/sentences';
import { conflictTexts } from '../text/conflict-text';
import { figureText, natureWords, partsText, valueText } from '../text/project-text';
import { sourceLabel } from '../text/source-text';
import { type Voice, voiceOf } from '../text/voice';

/** The parts of what is told of a project, in their order: its amounts, always the three of them; who, which call, where, for whom; how far it is; what sources disagree on; the sources. */
export const SECTIONS = ['amounts', 'identity', 'status', 'conflicts', 'sources'] as const;

export interface NoteProject {
  readonly id: string;
  /** Names are French in any language. */
  readonly name: string;
  /** The whole name, when the one above leaves a part of it out. */
  readonly fullName: string | null;
  readonly summary: string;
  /** Said when a single secondary source, or sources that disagree, are all there is. */
  readonly caution: string | null;
  readonly sections: Readonly<Record<(typeof SECTIONS)[number], readonly NoteItem[]>>;
}

/** What a section tells: a value under its label, a sentence, a source. */
export interface NoteItem {
  readonly label?: string;
  /** "3,6 M€", or "non publié". */
  readonly value: string;
  readonly isPublished?: boolean;
  /** Of an amount what it covers and what it is, "sur 4 ans, attendues"; empty where nothing says it. */
  readonly qualifier?: string;
  /** True where the value is French in any language. */
  readonly isFrench?: boolean;
  /** Of a source its address, http or https; null when it is not online. */
  readonly url?: string | null;
  /** What the record says beside it; what a source backs, in French only. */
  readonly remarks?: readonly string[];
}

export function noteOnProject(project: Project, locale: Locale, knowledge: KnowledgeBase): NoteProject {
  const voice = voiceOf(locale, knowledge);
  const name = projectName(project);
  const conflicts = project.conflicts.flatMap((conflict) => conflictOf(conflict, project.sources, voice));
  const status = locale === 'fr' ? project.statusFr : project.statusEn;
  const told: NoteProject = {
    id: project.id,
    name,
    fullName: name.includes(project.name) ? null : project.name,
    summary: valueText(project, 'summary', voice),
    caution:
      project.confidence === 'low' ? voice.messages.lowConfidence(project.sources.length, conflicts.length) : null,
    sections: {
      amounts: SHOWN_FIELDS.filter(isAmountField).map((field) => amountIn(project, field, voice)),
      identity: factsOf(project, voice),
      status: status === null ? [] : [{ value: status }],
      conflicts,
      sources: project.sources.map((source) => sourceIn(source, locale)),
    },
  };
  return typesetAll(told, locale);
}

function amountIn(project: Project, field: AmountField, { locale, messages }: Voice): NoteItem {
  const value = amountOf(project, field);
  const told = value === null ? null : natureOf(project, field);
  const { horizon = null, basis = null } = told === null ? {} : natureIn(told, locale);
  const { period, nature, measure } = natureWords(project, field, messages);
  const remarks = [basis, noteBeside(project, field, locale)].filter((text) => text !== null);
  return {
    label: capitalised(messages.fields[field]),
    value: figureText(project, field, messages),
    isPublished: value !== null,
    qualifier: value === null ? '' : partsText([horizon ?? period, nature, measure]),
    remarks: remarks.map(capitalised),
  };
}

function sourceIn(source: Source, locale: Locale): NoteItem {
  return {
    value: sourceLabel(source, locale),
    isFrench: true,
    // The records are checked when they are read; a link is worth a second look.
    url: source.url !== null && /^https?:\/\//i.test(source.url) ? source.url : null,
    remarks: locale === 'fr' ? [capitalised(source.supports)] : [],
  };
}

/** Who carries it and with whom, and the call, are said even when nobody says them; the rest where it is known. */
function factsOf(project: Project, voice: Voice): readonly NoteItem[] {
  const { locale, messages } = voice;
  return SHOWN_FIELDS.flatMap((field): NoteItem | readonly NoteItem[] => {
    const { kind, within } = PROJECT_FIELDS[field];
    if (kind === 'amount' || kind === 'translated' || kind === 'sources' || within !== undefined) return [];
    const isKnown = isPublished(project, field);
    const isInSourcesWords = kind === 'text' || kind === 'texts';
    if (!isKnown && !isInSourcesWords && kind !== 'call') return [];
    const remark = kind === 'territories' ? null : noteBeside(project, field, locale);
    return {
      label: capitalised(messages.fields[field]),
      value: kind === 'call' ? callValue(project, voice) : valueText(project, field, voice),
      isFrench: locale !== 'fr' && isInSourcesWords && isKnown,
      remarks: remark === null ? [] : [remark],
    };
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

function conflictOf(conflict: Conflict, sources: readonly Source[], voice: Voice): readonly NoteItem[] {
  const [field = 'sources'] = conflict.about;
  return conflictTexts([{ ...conflict, what: null, whatEn: null }], sources, voice).map((text) => ({
    label: `${capitalised(conflictIn(conflict, voice.locale).what ?? voice.messages.fields[field])}.`,
    value: text,
  }));
}
