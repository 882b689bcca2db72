import { amountOf, isPublished, isAmountField } from '../../src/core/model/project-fields';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Project, Field } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import type { FactAnswer, FieldTold } from '../../src/core/model/answer';
import { cardMessagesFor, messagesFor, plainMessagesFor, questionMessagesFor } from '../../src/messages/messages-for';
import { capitalised } from '../text/capitalised';
import { conflictTexts } from '../text/conflict-text';
import { amountDetail, projectName, shortName, valueText } from '../text/project-text';
import { type Block, cell, folded, KEY_FIELDS, line, type Table, type View } from './view';

/** What was asked of a project: the value first, then one caveat; what else is to be known of it behind a press. */
export function factBlocks(answer: FactAnswer, locale: Locale, knowledge: KnowledgeBase): readonly Block[] {
  const project = knowledge.projectById.get(answer.project);
  if (!project) return [];
  const told = [answer, ...answer.also];
  const caveats = [...new Set(told.flatMap((one) => caveatsOn(project, one, locale)))];
  const [first, ...others] = caveats;
  return [
    ...(told.length > 1
      ? [toldTable(project, told, locale, knowledge)]
      : valueBlocks(project, answer, locale, knowledge)),
    ...shareBlocks(answer, locale),
    ...(first === undefined ? [] : [line(first, 'caveat')]),
    ...folded(
      cardMessagesFor(locale).moreNotes(others.length),
      others.map((text) => line(text)),
    ),
  ];
}

/** The key figures of a project, each with « non publié » where no source gives it. */
export function recordOf(answer: FactAnswer, locale: Locale, knowledge: KnowledgeBase): View['record'] {
  const project = knowledge.projectById.get(answer.project);
  if (!project) return null;
  const messages = messagesFor(locale);
  const values = KEY_FIELDS.map((field) => [field, valueText(project, field, locale, messages, knowledge)] as const);
  // The note of a saving that nobody gives tells what is around it: set apart, so that no sum in it is taken for the answer.
  const { note } = project.expectedSavings;
  const isAround =
    note !== null &&
    !isPublished(project, 'savings') &&
    [answer, ...answer.also].some(({ field }) => field === 'savings');
  return {
    table: fieldsTable(project, values, [], locale),
    notes: isAround ? [locale === 'fr' ? messages.note(note) : messages.noteInFrench(note)] : [],
  };
}

function valueBlocks(project: Project, told: FieldTold, locale: Locale, knowledge: KnowledgeBase): readonly Block[] {
  const messages = messagesFor(locale);
  const { field } = told;
  if (!isGiven(told)) return [line(messages.notPublished(field, projectName(project)))];
  if (field === 'summary') return summaryBlocks(project, locale);
  const value = valueText(project, field, locale, messages, knowledge);
  const what = questionMessagesFor(locale).fact([messages.fields[field]], shortName(project));
  const amount = isAmountField(field) ? amountOf(project, field) : null;
  return [
    {
      kind: 'headline',
      value: amount === null || !isAmountField(field) ? value : messages.amount(amount),
      what: isAmountField(field) ? `${what}${amountDetail(project, field, locale, messages)}` : what,
      sentence: messages.fact(projectName(project), messages.fields[field], value),
    },
  ];
}

/** What it is, who carries it, where it stands. */
function summaryBlocks(project: Project, locale: Locale): readonly Block[] {
  const messages = messagesFor(locale);
  const summary = locale === 'fr' ? project.summaryFr : project.summaryEn;
  const status = locale === 'fr' ? project.statusFr : project.statusEn;
  return [
    {
      kind: 'headline',
      value: projectName(project),
      what: summary,
      sentence: `${projectName(project)} — ${summary}`,
    },
    ...(project.carrier === null ? [] : [line(messages.detail(messages.fields.carrier, project.carrier), 'quiet')]),
    ...(status === null ? [] : [line(messages.detail(messages.fields.status, status), 'quiet')]),
  ];
}

/** Several fields of one project, as rows. */
function toldTable(project: Project, told: readonly FieldTold[], locale: Locale, knowledge: KnowledgeBase): Table {
  const messages = messagesFor(locale);
  const name = projectName(project);
  const summary = locale === 'fr' ? project.summaryFr : project.summaryEn;
  const value = ({ field }: FieldTold): string => valueText(project, field, locale, messages, knowledge);
  return fieldsTable(
    project,
    told.map((one) => [one.field, value(one)] as const),
    told.map((one) => {
      if (!isGiven(one)) return messages.notPublished(one.field, name);
      return one.field === 'summary'
        ? `${name} — ${summary}`
        : messages.fact(name, messages.fields[one.field], value(one));
    }),
    locale,
  );
}

function fieldsTable(
  project: Project,
  values: readonly (readonly [Field, string])[],
  sentences: readonly string[],
  locale: Locale,
): Table {
  const messages = messagesFor(locale);
  return {
    kind: 'table',
    title: plainMessagesFor(locale).keyFigures,
    columns: ['', shortName(project)].map((title) => ({ title, isNumeric: false, inFile: [title] })),
    rows: values.map(([field, value]) => [cell(capitalised(messages.fields[field])), cell(value)]),
    french: 'columns',
    sentences,
  };
}

/** An undetermined call is told as such. */
function isGiven({ field, isPublished: isKnown }: FieldTold): boolean {
  return isKnown || field === 'call';
}

/** What part of the cost the fund pays and what it leaves, when both are told. */
function shareBlocks({ share }: FactAnswer, locale: Locale): readonly Block[] {
  if (share === null) return [];
  const messages = messagesFor(locale);
  return [line(messages.shareOfCost(share.part, share.restMEUR > 0 ? messages.amount(share.restMEUR) : null))];
}

/** Where sources differ, then what the record notes. */
function caveatsOn(project: Project, told: FieldTold, locale: Locale): readonly string[] {
  const messages = messagesFor(locale);
  const note = noteOn(project, told.field);
  if (!isGiven(told)) return [];
  return [
    ...conflictTexts(told.conflicts, project.sources, locale, messages),
    ...(note === null || locale !== 'fr' ? [] : [messages.note(note)]),
  ];
}

/** What the record says beside a field, in French as the sources do. */
export function noteOn(project: Project, field: Field): string | null {
  const notes: Readonly<Partial<Record<Field, string | null>>> = {
    savings: project.expectedSavings.note,
    funding: project.ftapFundingNote,
    cost: project.totalCostNote,
    carrier: project.carrierNote,
    call: project.call.note,
    date: project.call.note,
  };
  return notes[field] ?? null;
}
