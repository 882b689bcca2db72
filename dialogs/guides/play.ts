import { groupName } from '../text/filter-text';
import { shortNameOf } from '../text/project-text';
import { withoutCount } from './choice-step';
import { type Answers, type Asked, choicesOf, type Guide, type GuideTools, type Step } from './guide';
import { ANY } from './sets';

/** How far a guide has come. Plain JSON. Steps are kept by name, so that a new version of a guide does not break one under way. */
export interface Progress {
  readonly answers: Answers;
  /** The step that holds values and takes more; null when none does. */
  readonly open: string | null;
}

/** The step whose turn it is, and its question. */
export interface Pending {
  readonly step: Step;
  readonly asked: Asked;
}

/** The first step that is still to be answered; null when the guide has come to its end. */
export function pendingOf(guide: Guide, { answers, open }: Progress, tools: GuideTools): Pending | null {
  for (const step of guide.steps) {
    if (answers[step.name] !== undefined && open !== step.name) continue;
    const asked = step.ask(answers, tools);
    if (asked !== null) return { step, asked };
  }
  return null;
}

/** A reply to the pending question, or to an earlier one by its button. */
export type GuideReply =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'choice'; readonly step: string; readonly value: string }
  | { readonly kind: 'form'; readonly step: string; readonly text: string };

/**
 * Reads a reply: how far it leads, null when it is not understood, and what is said of it before the question that is then pending. A button
 * of a step that was answered changes that answer, and what came after it is asked again.
 */
export function replied(guide: Guide, progress: Progress, reply: GuideReply, tools: GuideTools) {
  const isLate = reply.kind !== 'words' && pendingOf(guide, progress, tools)?.step.name !== reply.step;
  // Back to a step that was answered, by a button of its that is still on the screen.
  const isBack = isLate && progress.answers[reply.step] !== undefined;
  const from = isBack ? { answers: before(guide, reply.step, progress.answers), open: null } : progress;
  const pending = pendingOf(guide, from, tools);
  if (pending === null) return { progress: null, remark: null };
  const { step, asked } = pending;
  const read =
    reply.kind === 'choice'
      ? step.choose(reply.value, asked, from.answers, tools)
      : step.read(reply.text, asked, from.answers, tools);
  if (read.kind === 'retry') return { progress: null, remark: read.sentence };
  const text = read.text === undefined ? {} : { text: [read.text] };
  const answers = { ...from.answers, [step.name]: read.values, ...text };
  return { progress: { answers, open: read.isOpen === true ? step.name : null }, remark: read.remark ?? null };
}

/** One question back; null at the first one. What several were picked for gives up the last of them first. */
export function backFrom(guide: Guide, progress: Progress, tools: GuideTools): Progress | null {
  const { answers, open } = progress;
  const picked = open === null ? undefined : answers[open];
  if (open !== null && picked !== undefined && picked.length > 1)
    return { answers: { ...answers, [open]: picked.slice(0, -1) }, open };
  const at = open ?? Object.keys(before(guide, pendingOf(guide, progress, tools)?.step.name, answers)).at(-1);
  return at === undefined ? null : { answers: before(guide, at, answers), open: null };
}

/** The answers to the steps before this one, in their order; all of them when there is no such step. */
function before(guide: Guide, step: string | undefined, answers: Answers): Answers {
  const found = guide.steps.findIndex(({ name }) => name === step);
  const steps = guide.steps.slice(0, found === -1 ? undefined : found);
  return Object.fromEntries(steps.flatMap(({ name }) => (answers[name] ? [[name, answers[name]]] : [])));
}

/** What was answered so far, in the words of the buttons: "Votre choix : D'un thème › Logement". Empty when that is nothing. */
export function chosenSoFar(guide: Guide, { answers, open }: Progress, tools: GuideTools): string {
  const labels = guide.steps.flatMap(({ name, ask }) => {
    const values = name === open ? [] : (answers[name] ?? []);
    const asked = ask(before(guide, name, answers), tools);
    // A text is the person's own: it need not be read again by those around.
    if (asked === null || asked.input === 'text' || values.length === 0) return [];
    const choices = choicesOf(asked);
    return values
      .map((value) => withoutCount(choices.find((choice) => choice.value === value)?.label ?? nameOf(value, tools)))
      .join(', ');
  });
  return labels.length === 0 ? '' : tools.messages.chosen(labels);
}

/** What was typed in the place of a choice: its id, behind its kind where it has one. */
function nameOf(value: string, { knowledge, locale, messages }: GuideTools): string {
  if (value === ANY) return messages.anyOf;
  const id = value.slice(value.indexOf(':') + 1);
  return knowledge.projectById.has(id) ? shortNameOf(id, knowledge) : groupName(id, locale, knowledge);
}
