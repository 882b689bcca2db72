import { sourcesOfAnswer } from '../../src/core/answering/answer-question';
import {
  isAmountField,
  isPublished,
  KEY_FIELDS,
  noteBeside,
  PROJECT_FIELDS,
} from '../../src/core/model/project-fields';
import type { FactAnswer, FieldTold } from '../../src/core/model/answer';
import { projectName, wholeName } from '../../src/core/model/project-name';
import type { Field, Project, Source } from '../../src/core/model/records';
import { cardMessagesFor, questionMessagesFor, standingMessagesFor } from '../../src/messages/messages-for';
import { capitalised } from '../../src/messages/sentences';
import { conflictTexts, disputeTexts } from '../text/conflict-text';
import { amountDetail, figureText, firstSentence, isTold, shortName, valueText } from '../text/project-text';
import type { Voice } from '../text/voice';
import { criteriaTable } from './compare-view';
import { type Block, folded, headline, line, type View } from './view';

/** What was asked of a project: the value first, then one caveat; what else is to be known of it behind a press. */
export function factBlocks(answer: FactAnswer, voice: Voice): readonly Block[] {
  const project = voice.knowledge.projectById.get(answer.project);
  if (!project) return [];
  const { messages } = voice;
  const { share, clause, field: asked } = answer;
  const label = messages.fields[asked];
  const what = questionMessagesFor(voice.locale).fact([label], shortName(project));
  const pointed =
    clause === undefined ? null : headline(clause, what, messages.fact(projectName(project), label, clause));
  if (answer.isBrief === true) return pointed === null ? briefly(project, asked, voice) : [pointed];
  const told = [answer, ...answer.also];
  const fields = told.map(({ field }) => field).filter((field) => field !== 'sources' || project.sources.length === 0);
  const missing = fields.filter((field) => !isTold(project, field));
  // What nobody gives is said once, of all of it.
  const said = fields.filter((field) => !missing.includes(field) || field === missing[0]);
  // An amount that is told instead of the one asked is the one figure there is: no table.
  const isInstead =
    missing.length === 1 && missing[0] === answer.field && fields.length === 2 && fields.every(isAmountField);
  const isSeveral = fields.length > 1 && !isInstead;
  const noted = told.flatMap((one) => caveatsOn(project, one, voice).map((text) => ({ text, field: one.field })));
  const caveats = noted.filter(({ text }, at) => noted.findIndex((one) => one.text === text) === at);
  // In a text each field is followed by what is to be known of it; below a table that says of which field it is.
  const sentences = said.flatMap((field, at) => [
    sentenceOn(project, field, voice, missing, at === 0 ? projectName(project) : shortName(project)),
    ...caveats
      .filter((one) => (missing.includes(one.field) ? missing[0] : one.field) === field)
      .map(({ text }) => text),
  ]);
  const [first, ...others] = caveats.map(({ text, field }) => {
    const label = `${capitalised(messages.fields[field])}.`;
    return isSeveral && fields.includes(field)
      ? ({ ...line(`${label} ${text}`), isInSentences: true } as const)
      : line(text);
  });
  const shareLines =
    share === null
      ? []
      : [line(messages.shareOfCost(share.part, share.restMEUR > 0 ? messages.amount(share.restMEUR) : null))];
  return [
    ...(pointed === null ? [] : [pointed]),
    ...(share?.isAsked === true ? shareLines : []),
    ...(isSeveral
      ? [criteriaTable([project], fields, sentences, voice)]
      : fields
          .flatMap((field) => valueBlocks(project, field, voice))
          .map((block) => (pointed === null ? block : inFull(block, project, answer.field, voice)))),
    ...(fields.length < told.length ? sourcesBlocks(sourcesOfAnswer(answer, voice.knowledge), project, voice) : []),
    ...(share?.isAsked === false ? shareLines : []),
    ...(first === undefined ? [] : [{ ...first, tone: 'caveat' } as const]),
    ...folded(cardMessagesFor(voice.locale).moreNotes(others.length), others),
  ];
}

/** The value alone, of a text its first sentence: the rest was told before. */
function briefly(project: Project, field: Field, voice: Voice): readonly Block[] {
  const [told] = valueBlocks(project, field, voice);
  if (told?.kind !== 'headline') return told === undefined ? [] : [told];
  return [{ ...told, what: firstSentence(told.what), sentence: firstSentence(told.sentence) }];
}

/** The key figures of a project, each with « non publié » where no source gives it. */
export function keyFigures(answer: FactAnswer, voice: Voice): View['record'] {
  const project = voice.knowledge.projectById.get(answer.project);
  return project ? criteriaTable([project], KEY_FIELDS, [], voice) : null;
}

/** What is told below the part of it that was asked for. */
function inFull(block: Block, project: Project, field: Field, voice: Voice): Block {
  if (block.kind !== 'headline') return block;
  const isText = PROJECT_FIELDS[field].kind === 'translated';
  return line(
    isText ? standingMessagesFor(voice.locale).wholeText(valueText(project, field, voice)) : block.sentence,
    'quiet',
  );
}

function valueBlocks(project: Project, field: Field, voice: Voice): readonly Block[] {
  const { locale, messages } = voice;
  const sentence = sentenceOn(project, field, voice);
  if (!isTold(project, field)) return [line(sentence)];
  const value = valueText(project, field, voice);
  // What it is, who carries it, what it is given and costs, where it stands.
  if (field === 'summary')
    return [
      headline(wholeName(project), value, sentence),
      ...(['carrier', 'funding', 'cost', 'status'] as const)
        .filter((other) => isPublished(project, other))
        .map((other) => line(messages.detail(messages.fields[other], valueText(project, other, voice)), 'quiet')),
    ];
  const what = questionMessagesFor(locale).fact([messages.fields[field]], shortName(project));
  if (!isAmountField(field)) return [headline(value, what, sentence)];
  return [headline(figureText(project, field, messages), what + amountDetail(project, field, voice), sentence)];
}

/** How many sources there are, then each; `of`: the project whose they are, null of what is above them. */
export function sourcesBlocks(
  sources: readonly Source[],
  of: Project | null,
  { locale, messages }: Voice,
): readonly Block[] {
  const count = cardMessagesFor(locale).sources(sources.length);
  const name = of === null ? count : `${projectName(of)} — ${count}`;
  const sentence = messages.detail(name, '').trimEnd();
  return [of === null ? line(sentence) : headline(count, shortName(of), sentence), { kind: 'sources', sources }];
}

/** `missing`: what nobody gives, this field with it where it is among them; `name`: the short one where the whole one was said. */
function sentenceOn(
  project: Project,
  field: Field,
  voice: Voice,
  missing: readonly Field[] = [field],
  name = projectName(project),
): string {
  const { messages } = voice;
  if (!isTold(project, field)) return messages.notPublished(missing, name, missing.some(isAmountField));
  const value = valueText(project, field, voice);
  return field === 'summary'
    ? `${name === projectName(project) ? wholeName(project) : name} — ${value}`
    : messages.fact(name, messages.fields[field], value);
}

/** Where sources differ, then what the record notes. */
function caveatsOn(project: Project, { field, conflicts }: FieldTold, voice: Voice): readonly string[] {
  // Where it stands says it of a project that is late.
  const moved = field === 'status' ? disputeTexts(project, { field, way: 'later' }, voice).map(capitalised) : [];
  return [
    ...moved.map((text) => `${text}.`),
    ...conflictTexts(conflicts, project.sources, voice),
    ...noteLines(project, field, voice),
  ];
}

/** What the record notes; the value of a territory, where one is told, says it already. */
export function noteLines(project: Project, field: Field, { locale, messages }: Voice): readonly string[] {
  const isSaid = PROJECT_FIELDS[field].kind === 'territories' && isTold(project, field);
  const note = isSaid ? null : noteBeside(project, field, locale);
  return note === null ? [] : [messages.note(note)];
}
