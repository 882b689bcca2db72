import { MessageFactory, type Activity } from 'botbuilder';
import { z } from 'zod';
import { addressOf, noticeAddressSchema } from '../../../dialogs/subscriptions/notice-address';

/** A message as Teams sends it, in a conversation of this sort. */
function messageIn(conversation: object): Activity {
  return z.custom<Activity>().parse({
    ...MessageFactory.text('préviens-moi si Mentor change'),
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/fr/',
    from: { id: '29:someone', name: 'Camille Martin', aadObjectId: '7c1b1a1e-0000-0000-0000-000000000000' },
    recipient: { id: '28:bot', name: 'Assistant' },
    channelData: { tenant: { id: 'tenant' } },
    conversation,
  });
}

describe('the address of a conversation', () => {
  it.each([
    ['personal', { id: 'a:1', conversationType: 'personal', tenantId: 'tenant' }, { id: '29:someone', name: '' }],
    ['groupChat', { id: '19:g', conversationType: 'groupChat', isGroup: true, name: 'Équipe' }, undefined],
    ['channel', { id: '19:c;messageid=1', conversationType: 'channel', isGroup: true, name: 'Général' }, undefined],
  ])('holds no name, and of a %s the person only when it is theirs alone', (_case, conversation, user) => {
    const address = addressOf(messageIn(conversation));

    expect(address.user).toEqual(user);
    expect(JSON.stringify(address)).not.toMatch(/Martin|7c1b1a1e|Général|Équipe/);
    expect(noticeAddressSchema.parse(JSON.parse(JSON.stringify(address)))).toEqual(address);
    expect(address.conversation.id).toBe(conversation.id);
  });
});
