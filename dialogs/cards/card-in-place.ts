import { typeset } from '../../src/messages/messages-for';
import type { Reply } from '../reply';
import type { AdaptiveCard } from './adaptive-card';
import { cardOf, paragraph, written } from './elements';

/**
 * A reply as one card, its words included, to be drawn where the card that was pressed stood: the text above that one is
 * of an earlier turn. It is not drawn again when it is looked at later, for that would bring the earlier turn back.
 */
export function cardInPlace({ text, headline = text, card, locale, chosen = '' }: Reply): AdaptiveCard {
  const before =
    chosen === '' ? [] : written(typeset(chosen, locale)).map((line) => paragraph(line, { isSubtle: true }));
  return cardOf(
    [...before, ...written(headline).map((line) => paragraph(line)), ...(card?.body ?? [])],
    card?.fallbackText ?? text,
    locale,
  );
}
