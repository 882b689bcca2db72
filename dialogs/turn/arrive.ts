import type { ConversationState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import { profileOf } from '../cards/profile';
import { sendReply } from '../send-reply';
import { arrivalIn } from '../teams/arrival';
import { placeOf } from '../teams/place';
import { channelLocale } from './turn';
import { welcome } from './welcome';

/** Greets once in each conversation of Teams that the assistant is put into, and forgets those that it is taken out of. */
export interface Arrivals {
  onUpdate(context: TurnContext): Promise<void>;
}

/**
 * Nothing is said to those who join later, and nothing unasked in a team: how many would read it is not known without a call
 * that gives the names and addresses of all. Whoever wants to know calls the assistant by its name.
 */
export function createArrivals(conversationState: ConversationState): Arrivals {
  const isWelcomed: StatePropertyAccessor<unknown> = conversationState.createProperty<unknown>('isWelcomed');
  return {
    onUpdate: async (context) => {
      const arrival = arrivalIn(context.activity);
      if (arrival === 'removed') await conversationState.delete(context);
      if (arrival !== 'added' || (await isWelcomed.get(context)) === true) return;
      const place = placeOf(context.activity);
      if (place === 'team') return;
      const profile = profileOf(context.activity.channelId);
      // Teams shows questions to begin with itself, to one person alone.
      const reply = welcome(channelLocale(context.activity.locale), profile, { hasStarters: place === 'personal' });
      await sendReply(context, reply, profile);
      await isWelcomed.set(context, true);
    },
  };
}
