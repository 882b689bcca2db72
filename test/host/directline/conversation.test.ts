import {
  after,
  beginning,
  changedEntry,
  entriesAfter,
  eventsOf,
  nextEntry,
  type Conversation,
  type ConversationEvent,
  type Entry,
} from '../../../src/host/directline/conversation';

const empty = running(null, beginning('c', { id: 'dl_user' }, new Date('2026-11-24T10:00:00Z')));

describe('a conversation', () => {
  it('numbers its activities under ids of its own', () => {
    const entry = nextEntry(withMessages(empty, 11), { type: 'message', text: 'twelfth' }, null);

    expect(entry.activity.id).toBe('c|0000012');
    expect(withLogged(empty, entry).last).toBe(12);
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

  it('keeps fewer when they hold many small values, which take more memory than their characters', () => {
    let conversation = empty;
    for (let message = 0; message < 40; message += 1) {
      const value = Array.from({ length: 1_000 }, () => ({}));
      conversation = withLogged(conversation, nextEntry(conversation, { type: 'event', value }, null));
    }

    expect(conversation.entries).toHaveLength(14);
    expect(conversation.last).toBe(40);
  });

  it('no longer says that a reply replies to what is gone: Web Chat would wait for it', () => {
    let conversation = withMessages(empty, 1);
    for (let reply = 0; reply < 500; reply += 1) {
      conversation = withLogged(
        conversation,
        nextEntry(conversation, { type: 'message', replyToId: 'c|0000001' }, null),
      );
    }

    expect(conversation.entries).toHaveLength(500);
    expect(conversation.entries.filter(({ activity }) => activity.replyToId !== undefined)).toEqual([]);
  });

  it('puts a changed activity last, once, under its own id and a new number', () => {
    const before = withMessages(empty, 3);
    const entry = changedEntry(before, 'c|0000002', (old) => ({ ...old, text: 'new' }));
    if (entry === null) throw new Error('the activity is in the log');
    const conversation = withLogged(before, entry);

    expect(conversation.entries.map(({ activity }) => activity.id)).toEqual(['c|0000001', 'c|0000003', 'c|0000002']);
    expect(entriesAfter(conversation, 3)).toEqual([entry]);
    expect(entry).toMatchObject({ sequence: 4, activity: { text: 'new' } });
    expect(nextEntry(conversation, { type: 'message' }, null).activity.id).toBe('c|0000005');
  });

  it('has nothing to change when what is to be changed is no longer there', () => {
    expect(changedEntry(withMessages(empty, 3), 'c|0000009', (old) => old)).toBeNull();
  });

  it('forgets the key of an activity that could not be answered', () => {
    const entry = nextEntry(empty, { type: 'message' }, 'client:1');
    const logged = withLogged(empty, entry);

    const forgotten = running(logged, { kind: 'key-forgotten', activityId: entry.activity.id });

    expect([logged, forgotten].map(({ entries }) => entries[0]?.key)).toEqual(['client:1', null]);
  });

  it('is nothing once it has ended, whatever came before', () => {
    expect(after(withMessages(empty, 2), { kind: 'ended' })).toBeNull();
  });

  it('is the same again from the fewest events that make it', () => {
    let conversation = withMessages(empty, 620);
    const entry = changedEntry(conversation, 'c|0000300', (old) => ({ ...old, text: 'new' }));
    if (entry !== null) conversation = withLogged(conversation, entry);

    const [first, ...others] = eventsOf(conversation);

    expect(others).toHaveLength(500);
    expect(others.reduce(running, running(null, first))).toEqual(conversation);
  });
});

function withMessages(conversation: Conversation, count: number, text = 'text'): Conversation {
  let grown = conversation;
  for (let message = 0; message < count; message += 1)
    grown = withLogged(grown, nextEntry(grown, { type: 'message', text }, null));
  return grown;
}

function withLogged(conversation: Conversation, entry: Entry): Conversation {
  return running(conversation, { kind: 'logged', entry });
}

function running(conversation: Conversation | null, event: ConversationEvent): Conversation {
  const next = after(conversation, event);
  if (next === null) throw new Error('the conversation does not run');
  return next;
}
