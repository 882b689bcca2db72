import { TestAdapter, TurnContext, type ResourceResponse } from 'botbuilder';
import { z } from 'zod';
import { TEAMS } from '../../dialogs/cards/profile';
import { sendReply } from '../../dialogs/send-reply';

const REPLY = { text: 'Bonjour', card: null, suggestions: [], locale: 'fr' } as const;

/** What the SDK makes of any body: it checks none. */
const unchecked = z.custom<ResourceResponse>();

it.each([
  { given: { id: '1700000000001' }, known: '1700000000001' },
  { given: { id: '' }, known: null },
  // A connector that accepts a message for later answers 202, without a body.
  { given: {}, known: null },
])('knows the message by $known when the channel gives $given', async ({ given, known }) => {
  const context = new TurnContext(new TestAdapter(), { type: 'message', channelId: 'msteams' });
  context.onSendActivities(() => Promise.resolve([unchecked.parse(given)]));

  await expect(sendReply(context, REPLY, TEAMS)).resolves.toBe(known);
});
