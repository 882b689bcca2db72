import type { Addresses } from '../addresses';
import type { Profile } from './profile';

/** What a card is made for. */
export interface CardContext {
  readonly profile: Profile;
  readonly addresses: Addresses;
  /** Number of the answer in its conversation, for « la suite »; null when it is not kept. */
  readonly answerId: number | null;
  /** Projects of a list that were shown before. */
  readonly from: number;
  /** Whose view Teams draws again with the figures of the moment; null when nobody's. */
  readonly asker: string | null;
  /** Mark of the text that stands above the card already; null when the text goes with the card. */
  readonly above: string | null;
}
