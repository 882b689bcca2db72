import {
  append,
  entriesAfter,
  forgetKey,
  newConversation,
  supersede,
  type Conversation,
} from '../../../src/host/directline/conversation';

const empty = newConversation('c', { id: 'dl_user' }, new Date('2026-11-24T10:00:00Z'));

describe('a conversation', () => {
  it('numbers its activities under ids of its own', () => {
    const { conversation, entry } = append(withMessages(empty, 11), { type: 'message', text: 'twelfth' }, null);

    expect(entry.activity.id).toBe('c|0000012');
    expect(conversation.last).toBe(12);
  });

  it('gives what comes after a watermark', () => {
    const sequences = entriesAfter(withMessages(empty, 5), 3).map(({ sequence }) => sequence);

    expect(sequences).toEqual([4, 5]);
  });

  it('keeps the last 500 activities and goes on counting', () => {
    const conversation = withMessages(empty, 620);

    expect(conversation.entries).toHaveLength(500);
    expect(conversation.last).toBe(620);
    expect(entriesAfter(conversation, 0)[0]?.sequence).toBe(121);
  });

  it('keeps fewer when they are large, and always the newest', () => {
    const large = withMessages(empty, 30, 'x'.repeat(30_000));
    const enormous = withMessages(large, 1, 'x'.repeat(2_000_000));

    expect(large.entries).toHaveLength(9);
    expect(large.entries.at(-1)?.sequence).toBe(30);
    expect(enormous.entries.map(({ sequence }) => sequence)).toEqual([31]);
  });

  it('no longer says that a reply replies to what is gone: Web Chat would wait for it', () => {
    let conversation = withMessages(empty, 1);
    for (let reply = 0; reply < 500; reply += 1) {
      conversation = append(conversation, { type: 'message', replyToId: 'c|0000001' }, null).conversation;
    }

    expect(conversation.entries).toHaveLength(500);
    expect(conversation.entries.filter(({ activity }) => activity.replyToId !== undefined)).toEqual([]);
  });

  it('puts a changed activity last, once, under its own id and a new number', () => {
    const { conversation, entry } = supersede(withMessages(empty, 3), 'c|0000002', (old) => ({ ...old, text: 'new' }));

    expect(conversation.entries.map(({ activity }) => activity.id)).toEqual(['c|0000001', 'c|0000003', 'c|0000002']);
    expect(entriesAfter(conversation, 3)).toEqual([entry]);
    expect(entry).toMatchObject({ sequence: 4, activity: { text: 'new' } });
    expect(append(conversation, { type: 'message' }, null).entry.activity.id).toBe('c|0000005');
  });

  it('stays the same when what is to be changed is no longer there', () => {
    const conversation = withMessages(empty, 3);

    expect(supersede(conversation, 'c|0000009', (old) => old)).toEqual({ conversation, entry: null });
  });

  it('forgets the key of an activity that could not be answered', () => {
    const { conversation, entry } = append(empty, { type: 'message' }, 'client:1');

    expect(forgetKey(conversation, entry.activity.id).entries[0]?.key).toBeNull();
  });
});

function withMessages(conversation: Conversation, count: number, text = 'text'): Conversation {
  let grown = conversation;
  for (let message = 0; message < count; message += 1)
    grown = append(grown, { type: 'message', text }, null).conversation;
  return grown;
}
