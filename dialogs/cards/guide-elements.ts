import type { Locale } from '../../src/core/language/locale';
import type { GuideName } from '../../src/core/knowledge/order-patterns';
import { guideMessagesFor } from '../../src/messages/messages-for';
import type { CardElement } from './adaptive-card';
import { buttons, heading } from './elements';
import { pressAction } from './press-action';
import type { Profile } from './profile';

/** The buttons that open the guides. */
export function guideElements(guides: readonly GuideName[], locale: Locale, profile: Profile): readonly CardElement[] {
  const messages = guideMessagesFor(locale);
  return [
    heading(messages.menu, 'Small'),
    ...guides.flatMap((guide) =>
      buttons([pressAction(messages.open[guide], { action: 'start', guide }, profile)], 'Small'),
    ),
  ];
}
