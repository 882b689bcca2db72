import type { Locale } from '../../src/core/language/locale';
import type { GuideName } from '../../src/core/knowledge/order-patterns';
import { guideMessagesFor } from '../../src/messages/messages-for';
import type { CardElement, ExecuteAction, SubmitAction } from './adaptive-card';
import { buttonColumn, heading } from './elements';
import type { Profile } from './profile';
import type { Submission } from './submission';

/**
 * A button that sends something to the bot unseen: the one place where what our buttons send is written. In Teams it is
 * answered in place, and by a message in a client that is too old for that; Web Chat knows messages only.
 *
 * @param inputs whether what is filled in on the card goes with it
 */
export function pressAction(
  title: string,
  submission: Submission,
  profile: Profile,
  inputs: 'auto' | 'none' = 'none',
): SubmitAction | ExecuteAction {
  const sent = { title, data: submission, associatedInputs: inputs };
  const submit: SubmitAction = { type: 'Action.Submit', ...sent };
  if (!profile.redrawsCards) return submit;
  return { type: 'Action.Execute', ...sent, verb: submission.action, fallback: submit };
}

export function guideElements(guides: readonly GuideName[], locale: Locale, profile: Profile): readonly CardElement[] {
  const messages = guideMessagesFor(locale);
  return [
    heading(messages.menu, 'Small'),
    ...buttonColumn(guides.map((guide) => pressAction(messages.open[guide], { action: 'start', guide }, profile))),
  ];
}
