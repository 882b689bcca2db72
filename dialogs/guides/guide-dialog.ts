import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { type Locale, LOCALES } from '../../src/core/language/locale';
import { GUIDE_NAMES } from '../../src/messages/guides/fr';
import { guideMessagesFor } from '../../src/messages/messages-for';
import { GUIDES } from './all-guides';
import type { Guide, GuideTools, Read } from './guide';
import { BEGINNING, backFrom, pendingOf, rewoundTo, withRead, type Pending, type Progress } from './play';
import { chosenSoFar } from './chosen';

/** What a guide keeps between two turns. */
export interface GuideState extends Progress {
  /** Tells the buttons of this walk from those of an earlier one. */
  readonly run: number;
  readonly locale: Locale;
  /** A text that was answered as a question and may have been the reply: "Garder ma phrase". */
  readonly kept: string | null;
}

const stateSchema = z.strictObject({
  answers: z.record(z.string(), z.array(z.string())),
  open: z.string().nullable(),
  run: z.int().nonnegative(),
  locale: z.enum(LOCALES),
  kept: z.string().nullable(),
});

/** Shows a pending question, after a remark. */
export type ShowQuestion = (
  context: TurnContext,
  guide: Guide,
  pending: Pending,
  state: GuideState,
  remark: string | null,
  chosen: string,
) => Promise<void>;

/** What the steps of a guide are asked and read with, in a language. */
export function guideToolsFor(locale: Locale, knowledge: KnowledgeBase): GuideTools {
  return { knowledge, locale, messages: guideMessagesFor(locale) };
}

/** What begins a guide. */
export interface GuideOptions {
  readonly run: number;
  readonly locale: Locale;
  /** Words that the first question takes as its reply. */
  readonly on: string | null;
}

/** A reply to the pending question, or to an earlier one by its button. */
export type Reply =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'choice'; readonly step: string; readonly value: string }
  | { readonly kind: 'form'; readonly step: string; readonly text: string };

/** The keys under which the bot leaves, for the guide under way, the reply of this turn and what is said before its question, and finds its outcome. */
export const REPLY = Symbol('reply to a guide');
export const REMARK = Symbol('remark before a question');
export const OUTCOME = Symbol('outcome of a guide');
/** What was chosen on the way to the outcome, in words. */
export const CHOSEN = Symbol('choices of a guide');

/** Plays a guide: asks its steps in order and ends with its outcome. */
export class GuideDialog extends Dialog {
  constructor(
    private readonly guide: Guide,
    private readonly knowledge: KnowledgeBase,
    private readonly show: ShowQuestion,
  ) {
    super(guide.name);
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { run, locale, on } = z
      .strictObject({ run: z.int(), locale: z.enum(LOCALES), on: z.string().nullable() })
      .parse(options);
    const state: GuideState = { ...BEGINNING, run, locale, kept: null };
    writeState(dc, state);
    return on === null ? this.goOn(dc, state, null) : this.take(dc, state, { kind: 'words', text: on });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = readState(dc.activeDialog);
    const reply: Reply | undefined = dc.context.turnState.get(REPLY);
    return reply === undefined ? this.goOn(dc, state, null) : this.take(dc, state, reply);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const state = readState(instance);
    const tools = guideToolsFor(state.locale, this.knowledge);
    const pending = pendingOf(this.guide, state, tools);
    const remark: string | null | undefined = context.turnState.get(REMARK);
    if (pending === null) return;
    await this.show(context, this.guide, pending, state, remark ?? null, chosenSoFar(this.guide, state, tools));
  }

  private async take(dc: DialogContext, state: GuideState, reply: Reply): Promise<DialogTurnResult> {
    const tools = guideToolsFor(state.locale, this.knowledge);
    const rewound = reply.kind === 'words' ? null : this.rewound(state, reply.step, tools);
    const progress = rewound ?? state;
    const pending = pendingOf(this.guide, progress, tools);
    if (pending === null) return this.goOn(dc, state, null);
    const { step, asked } = pending;
    const read: Read =
      reply.kind === 'choice'
        ? step.choose(reply.value, asked, progress.answers, tools)
        : step.read(reply.text, asked, progress.answers, tools);
    const next: GuideState =
      read.kind === 'retry' ? state : { ...state, ...withRead(progress, step, read), kept: null };
    writeState(dc, next);
    return this.goOn(dc, next, read.kind === 'retry' ? read.sentence : (read.remark ?? null));
  }

  /** A button of a step that was already answered changes that answer; what was answered after it is asked again. */
  private rewound(state: GuideState, step: string, tools: GuideTools): Progress | null {
    const pending = pendingOf(this.guide, state, tools);
    return pending?.step.name === step ? null : rewoundTo(this.guide, step, state);
  }

  private async goOn(dc: DialogContext, state: GuideState, remark: string | null): Promise<DialogTurnResult> {
    const tools = guideToolsFor(state.locale, this.knowledge);
    const pending = pendingOf(this.guide, state, tools);
    if (pending === null) {
      dc.context.turnState.set(OUTCOME, this.guide.finish(state.answers, tools));
      dc.context.turnState.set(CHOSEN, chosenSoFar(this.guide, state, tools));
      return dc.endDialog();
    }
    await this.show(dc.context, this.guide, pending, state, remark, chosenSoFar(this.guide, state, tools));
    return Dialog.EndOfTurn;
  }
}

/** The guide under way; null when none is, or when it is one of another version of the program. */
export function activeGuide(dc: DialogContext): Guide | null {
  const name = GUIDE_NAMES.find((candidate) => candidate === dc.activeDialog?.id);
  return name === undefined ? null : GUIDES[name];
}

/** How far the guide under way is; null when none is. */
export function stateOf({ activeDialog }: DialogContext): GuideState | null {
  const parsed = stateSchema.safeParse(activeDialog?.state);
  return parsed.success ? parsed.data : null;
}

/** Changes the state of the guide under way. */
export function changeState(dc: DialogContext, change: Partial<GuideState>): void {
  const state = stateOf(dc);
  if (state !== null) writeState(dc, { ...state, ...change });
}

/** One question back in the guide under way; false when it is at its first one. */
export function goBack(dc: DialogContext, guide: Guide, tools: GuideTools): boolean {
  const state = stateOf(dc);
  const progress = state === null ? null : backFrom(guide, state, tools);
  if (progress === null) return false;
  changeState(dc, { ...progress, kept: null });
  return true;
}

function readState(instance: DialogInstance | undefined): GuideState {
  return stateSchema.parse(instance?.state);
}

function writeState(dc: DialogContext, state: GuideState): void {
  if (dc.activeDialog !== undefined) dc.activeDialog.state = state;
}
