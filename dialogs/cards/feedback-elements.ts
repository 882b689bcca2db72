import type { Locale } from '../../src/core/language/locale';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import type { Reason } from '../../src/messages/cards/messages';
import type { Action, CardElement } from './adaptive-card';
import { pressAction } from './press-action';
import type { Profile } from './profile';
import { BAD_REASONS, GOOD_REASONS, type Submission } from './submission';

/** « Utile ? », with a reason: each answer opens its own little form, bound to this answer by its number. */
export function feedbackActions(answerId: number, locale: Locale, profile: Profile): readonly Action[] {
  const messages = cardMessagesFor(locale);
  return [rating(`${messages.useful} ${messages.yes}`, true, GOOD_REASONS), rating(messages.no, false, BAD_REASONS)];

  function rating(title: string, useful: boolean, reasons: readonly Reason[]): Action {
    const submission: Submission = { action: 'rate', answer: answerId, useful };
    const body: readonly CardElement[] = [
      {
        type: 'Input.ChoiceSet',
        // Ids are unique in a card, forms that are still shut included.
        id: useful ? 'goodReason' : 'badReason',
        label: messages.why,
        style: 'compact',
        placeholder: messages.noReason,
        choices: reasons.map((reason) => ({ title: messages.reasons[reason], value: reason })),
      },
      ...(useful
        ? []
        : [
            {
              type: 'Input.Text',
              id: 'comment',
              label: messages.comment,
              placeholder: messages.comment,
              isMultiline: true,
              maxLength: 500,
            } as const,
          ]),
    ];
    return {
      type: 'Action.ShowCard',
      title,
      card: {
        type: 'AdaptiveCard',
        body,
        actions: [pressAction(messages.send, submission, profile, 'auto')],
      },
    };
  }
}
