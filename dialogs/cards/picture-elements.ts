import type { Answer } from '../../src/core/model/answer';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import { barsAlternative } from '../pictures/bars-alternative';
import { barsOf } from '../pictures/bars';
import type { CardElement, Picture } from './adaptive-card';
import type { CardContext } from './card-context';

/** The bars of an answer: our picture, or in Teams its own chart with our picture behind. None when there is nothing to compare. */
export function pictureElements(
  answer: Answer,
  { knowledge, profile, addresses }: CardContext,
): readonly CardElement[] {
  const bars = barsOf(answer, knowledge);
  const url = bars === null ? null : addresses.picture(answer.why.question, answer.locale);
  if (bars === null || url === null) return [];
  const picture: Picture = {
    type: 'Image',
    url,
    altText: `${cardMessagesFor(answer.locale).picture(bars.title)}\n${barsAlternative(bars, answer.locale)}`,
    size: 'Auto',
    spacing: 'Medium',
  };
  if (profile === 'webchat') return [picture];
  return [
    {
      type: 'Chart.HorizontalBar',
      title: bars.title,
      displayMode: 'AbsoluteWithAxis',
      // A bar of an unknown value would be a zero: it stands in the table only.
      data: bars.rows.flatMap(({ label, value }) => (value === null ? [] : [{ x: label, y: value }])),
      fallback: picture,
    },
  ];
}
