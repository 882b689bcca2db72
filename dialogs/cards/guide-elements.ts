import type { Locale } from '../../src/core/language/locale';
import type { GuideName } from '../../src/messages/guides/messages';
import { guideMessagesFor } from '../../src/messages/guides/guides-for';
import type { Action, CardElement } from './adaptive-card';
import { buttons, heading } from './elements';
import type { Submission } from './submission';

/** The buttons that open the guides. */
export function guideElements(guides: readonly GuideName[], locale: Locale): readonly CardElement[] {
  const messages = guideMessagesFor(locale);
  const start = (guide: GuideName): Action => {
    const submission: Submission = { action: 'start', guide };
    return { type: 'Action.Submit', title: messages.open[guide], data: submission, associatedInputs: 'none' };
  };
  return [heading(messages.menu, 'Small'), ...guides.flatMap((guide) => buttons([start(guide)], 'Small'))];
}
