import type { Locale } from '../../src/core/language/locale';
import { cardMessagesFor } from '../../src/messages/messages-for';
import type { AdaptiveCard } from './adaptive-card';
import { buttons, cardOf } from './elements';
import { pressAction } from './press-action';
import type { Profile } from './profile';
import { BAD_REASONS, GOOD_REASONS } from './submission';

/** Why an answer was useful, or was not: a press each, after the vote was counted; and a message to write. */
export function reasonsCard({
  answerId,
  isUseful,
  text,
  locale,
  profile,
}: {
  readonly answerId: number;
  readonly isUseful: boolean;
  /** What the card says to those who do not see it. */
  readonly text: string;
  readonly locale: Locale;
  readonly profile: Profile;
}): AdaptiveCard {
  const messages = cardMessagesFor(locale);
  const reasons = (isUseful ? GOOD_REASONS : BAD_REASONS).map((reason) =>
    pressAction(messages.reasons[reason], { action: 'rate', answer: answerId, reason }, profile),
  );
  const write = pressAction(messages.comment, { action: 'start', guide: isUseful ? 'opinion' : 'report' }, profile);
  return cardOf(
    [...reasons, write].flatMap((action) => buttons([action], 'Small')),
    text,
    locale,
  );
}
