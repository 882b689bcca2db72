/** The assistant as Teams knows it, and how a message calls it. */
export const BOT = { id: '28:bot', name: 'Assistant' };
export const MENTION = '<at>Assistant</at>';

export const ADA = { id: '29:ada', name: 'Ada' };
export const BOB = { id: '29:bob', name: 'Bob' };

export const PERSONAL = { id: 'a:personal', name: '', conversationType: 'personal', isGroup: false };
export const GROUP = { id: '19:group@thread.v2', name: '', conversationType: 'groupChat', isGroup: true };
export const CHANNEL = {
  id: '19:team@thread.tacv2;messageid=1700000000000',
  name: '',
  conversationType: 'channel',
  isGroup: true,
};
