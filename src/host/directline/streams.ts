import type { WebSocket } from 'ws';
import type { Line, News, Store } from '../storage/store';
import { chatKey } from './conversation';

/** The web sockets of the conversations, in this process and the others: one per conversation, which hears what any process says. */
export type Streams = ReturnType<typeof createStreams>;

/** The lines of the conversation after this number; null when it is over. */
export type ReadAfter = (number: number) => Promise<readonly Line[] | null>;

/** Below the 60 s after which usual proxies cut an idle line. */
const PING_MS = 25_000;
/** A client sends one or two between two pings; each costs us what a message does. */
const MOST_FRAMES = 100;
/** A client that leaves this much unread is gone or too slow: it comes back with its watermark. */
const MAX_UNREAD_BYTES = 2_000_000;
/** A client that does not answer the closing of its socket is cut off after that. */
const CLOSE_GRACE_MS = 2_000;
const NORMAL = 1000;
const GOING_AWAY = 1001;
const SERVER_ERROR = 1011;

/** What is said in passing of a conversation: `shown:` and an activity, `taken:` and the id of its new listener, or `ended:`. */
type Word = 'shown' | 'taken' | 'ended';

interface Listener {
  readonly id: string;
  readonly socket: WebSocket;
  /** How often the log is being read now, or about to be, and what comes meanwhile. */
  reading: number;
  readonly waiting: Exclude<News, { kind: 'missed' }>[];
  /** The newest activity of the log that was sent. */
  sent: number;
  isAlive: boolean;
  /** Frames that came since it was asked last whether it is alive. */
  frames: number;
}

/** Keeps the sockets; `pingMs` is how often each one must prove that it is alive. */
export function createStreams(store: Pick<Store, 'follow' | 'tell'>, randomId: () => string, pingMs = PING_MS) {
  let isClosing = false;
  const listeners = new Set<Listener>();
  const heart = setInterval(ping, pingMs);
  heart.unref();

  return {
    /**
     * Makes the socket the conversation's; an older one, wherever it is, is closed with the reason `collision`. First goes what `readAfter`
     * gives after the watermark, then whatever is logged or shown; nothing twice, nothing lost between the two. Null closes the socket.
     */
    attach: async (conversationId: string, socket: WebSocket, watermark: number, readAfter: ReadAfter) => {
      const listener: Listener = {
        id: randomId(),
        socket,
        reading: 1,
        waiting: [],
        sent: watermark,
        isAlive: true,
        frames: 0,
      };
      keep(listener);
      try {
        const unfollow = await store.follow(chatKey(conversationId), (news) => {
          const isBehind = news.kind === 'missed' || leavesOut(listener, news);
          if (listener.reading > 0 && news.kind !== 'missed') listener.waiting.push(news);
          else if (isBehind) catchUp(listener, readAfter).catch(() => socket.close(SERVER_ERROR));
          else hear(listener, news);
        });
        socket.once('close', unfollow);
        if (socket.readyState === socket.CLOSED) unfollow();
        tell(conversationId, 'taken', listener.id);
        const caughtUp = catchUp(listener, readAfter);
        listener.reading -= 1;
        await caughtUp;
      } catch (error) {
        socket.close(SERVER_ERROR);
        throw error;
      }
    },
    /** Sends the JSON of an activity to whom listens now; nobody listening is no error, the log keeps what counts. */
    show: (conversationId: string, text: string) => tell(conversationId, 'shown', text),
    /** Closes the conversation's, if it has one: the conversation is over. */
    end: (conversationId: string) => tell(conversationId, 'ended', ''),
    /** Closes those of this process, as going away, and every one that still comes; resolves when the last is closed. */
    close: async () => {
      isClosing = true;
      clearInterval(heart);
      await Promise.all([...listeners].map(({ socket }) => sendAway(socket)));
    },
  };

  function tell(conversationId: string, word: Word, rest: string): void {
    store.tell(chatKey(conversationId), `${word}:${rest}`);
  }

  function keep(listener: Listener): void {
    const { socket } = listener;
    listeners.add(listener);
    // What a client sends ("" every 20 s) only keeps the line open; a frame over the limit closes it, and that is no failure.
    socket.on('error', () => undefined);
    socket.on('pong', () => {
      listener.isAlive = true;
    });
    socket.on('message', () => {
      listener.frames += 1;
      if (listener.frames > MOST_FRAMES) socket.terminate();
    });
    socket.on('close', () => listeners.delete(listener));
    if (isClosing) void sendAway(socket);
  }

  function ping(): void {
    for (const listener of listeners) {
      if (!listener.isAlive) listener.socket.terminate();
      listener.isAlive = false;
      listener.frames = 0;
      listener.socket.ping();
    }
  }
}

/** Sends what the log has after the last that was sent, then what came meanwhile. */
async function catchUp(listener: Listener, readAfter: ReadAfter): Promise<void> {
  listener.reading += 1;
  const lines = await readAfter(listener.sent).finally(() => {
    listener.reading -= 1;
  });
  if (lines === null) listener.socket.close(NORMAL, 'ended');
  for (const line of lines ?? []) hear(listener, { kind: 'line', ...line });
  while (listener.reading === 0) {
    const news = listener.waiting.shift();
    if (news === undefined) return;
    if (leavesOut(listener, news)) return catchUp(listener, readAfter);
    hear(listener, news);
  }
}

/** A line that comes before one that nobody sent: whoever told of that one was not heard, but the log has it. */
function leavesOut({ sent }: Listener, news: News): boolean {
  return news.kind === 'line' && news.number > sent + 1;
}

function hear(listener: Listener, news: Exclude<News, { kind: 'missed' }>): void {
  const { id, socket, sent } = listener;
  if (news.kind === 'line') {
    // What is read may still be on its way.
    if (news.number > sent) send(listener, news.text, news.number);
    return;
  }
  const [word] = news.text.split(':', 1);
  const rest = news.text.slice((word ?? '').length + 1);
  if (word === 'shown') send(listener, rest, null);
  if (word === 'ended') socket.close(NORMAL, 'ended');
  if (word === 'taken' && rest !== id) socket.close(NORMAL, 'collision');
}

/** Resolves once the socket is closed, by its client or, failing that, by us. */
function sendAway(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const grace = setTimeout(() => socket.terminate(), CLOSE_GRACE_MS);
    socket.once('close', () => {
      clearTimeout(grace);
      resolve();
    });
    socket.close(GOING_AWAY, 'the server stops');
  });
}

/** One activity in a frame: the client hands those of a frame on one by one, and may put those of the next frame between. */
function send(listener: Listener, text: string, number: number | null): void {
  const { socket } = listener;
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MAX_UNREAD_BYTES) {
    socket.terminate();
    return;
  }
  listener.sent = number ?? listener.sent;
  // The watermark is left out rather than null: null would overwrite the one that the client holds.
  const watermark = number === null ? '' : `,"watermark":"${number}"`;
  socket.send(`{"activities":[${text}]${watermark}}`);
}
