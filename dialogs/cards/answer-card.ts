import { type Answer, isSolid } from '../../src/core/model/answer';
import { cardMessagesFor } from '../../src/messages/messages-for';
import { textMark } from '../answer-log';
import { blocksText } from '../text/answer-text';
import { sourceLines } from '../text/source-text';
import type { Block, View } from '../view/view';
import type { AdaptiveCard, CardElement } from './adaptive-card';
import { buttonColumn, buttons, cardOf, heading, openUrl, paragraph, written } from './elements';
import { sayAction } from './profile';
import type { Submission } from './submission';
import { blockElements, type Drawing, foldActions } from './view-elements';

export interface CardContext extends Drawing {
  /** Projects of a list that were shown before. */
  readonly from: number;
  /** Whose view Teams draws again with the figures of the moment; null when nobody's. */
  readonly asker: string | null;
  /** Mark of the text that stands above the card already; null when the text goes with the card. */
  readonly above: string | null;
}

/** The card of an answer: what its text says, where the channel shows no text above it, and what is better looked at than read. Null when that is nothing. */
export function answerCard(answer: Answer, view: View, context: CardContext): AdaptiveCard | null {
  const { head, rest } = partsOf(view);
  const csv = view.file === null ? null : context.addresses.csv(view.file, view.locale);
  // On one line: what unfolds, and the file to take away.
  const actions = [...foldActions(view, context), ...openUrl(cardMessagesFor(view.locale).export, csv)];
  const more = [...blockElements(rest, view, context), ...buttons(actions), ...nextElements(view, context)];
  if (more.length === 0) return null;
  const lead = context.profile.hasTextAboveCard ? [] : blockElements(head, view, context);
  const text = blocksText(view.blocks, view.locale);
  const mark = textMark(text);
  const card = cardOf(
    [...changedElements(view, mark, context), ...lead, ...more],
    [text, ...sourceLines(answer)].join('\n'),
    view.locale,
  );
  // Drawn again it would be the answer itself, and no longer how it was reached; of two answers, the last alone.
  const refresh = answer.why.isAsked || answer.first !== undefined ? null : refreshed(answer, mark, context);
  return refresh === null ? card : { ...card, refresh };
}

/** The sentences that an answer begins with, which may stand above its card; and what follows them. */
export function partsOf({ blocks }: View): { readonly head: readonly Block[]; readonly rest: readonly Block[] } {
  const end = blocks.findIndex(({ kind }) => kind !== 'headline' && kind !== 'line');
  const at = end === -1 ? blocks.length : end;
  return { head: blocks.slice(0, at), rest: blocks.slice(at) };
}

/** What is true now, when the text above an older card says something else. */
function changedElements(view: View, mark: string, { above }: CardContext): readonly CardElement[] {
  if (above === null || above === mark) return [];
  return [
    heading(cardMessagesFor(view.locale).changed, 'Small'),
    ...written(blocksText(partsOf(view).head, view.locale)).map((text) => paragraph(text, { spacing: 'Small' })),
  ];
}

/** Where the channel shows no suggestions beside a card they stand on it. */
function nextElements({ next, locale }: View, { profile }: CardContext): readonly CardElement[] {
  if (next.length === 0 || profile.hasSuggestions) return [];
  return [
    heading(cardMessagesFor(locale).next),
    ...buttonColumn(next.map(({ label, said }) => sayAction(label, said, profile))),
  ];
}

/**
 * Has Teams ask for the card again when it is looked at later, so that it never shows a figure that the base has given
 * up. Only for the person who asked, who reads it again: to everyone of a large channel it would cost a request each.
 * A later stretch of a list is not: it would jump back to its beginning.
 */
function refreshed(
  answer: Answer,
  mark: string,
  { profile, answerId, asker, from, above }: CardContext,
): NonNullable<AdaptiveCard['refresh']> | null {
  if (!profile.redrawsCards || answerId === null || asker === null || from > 0 || !isSolid(answer)) return null;
  const data: Submission = { action: 'refresh', answer: answerId, said: above ?? mark };
  return { action: { type: 'Action.Execute', verb: data.action, data }, userIds: [asker] };
}
