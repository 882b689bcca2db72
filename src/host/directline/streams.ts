import type { WebSocket } from 'ws';

/**
 * What goes to a client in one frame; `sequence` is null for what is not in the log. Never several activities together: the
 * client hands those of a frame on one by one, and may put those of the next frame between.
 */
export interface Frame {
  /** The activity's JSON. */
  readonly text: string;
  readonly sequence: number | null;
}

/** The web sockets that are open, at most one per conversation. */
export interface Streams {
  /**
   * Makes the socket the conversation's; an older one is closed with the reason `collision`. First goes what `replay` reads
   * from the log, then whatever is pushed; nothing twice, nothing lost between the two. A replay of null closes the socket.
   */
  attach(conversationId: string, socket: WebSocket, replay: () => Promise<readonly Frame[] | null>): Promise<void>;
  /** Sends to whom listens; nobody listening is no error, the log keeps what counts. */
  push(conversationId: string, frame: Frame): void;
  /** Closes the conversation's, if it has one: the conversation is over. */
  end(conversationId: string): void;
  /** Closes them all, as going away, and every one that still comes; resolves when the last is closed. */
  close(): Promise<void>;
}

/** Below the 60 s after which usual proxies cut an idle line. */
export const PING_MS = 25_000;
/** A client that leaves this much unread is gone or too slow: it comes back with its watermark. */
const MAX_UNREAD_BYTES = 2_000_000;
/** A client that does not answer the closing of its socket is cut off after that. */
const CLOSE_GRACE_MS = 2_000;
const NORMAL = 1000;
const GOING_AWAY = 1001;
const SERVER_ERROR = 1011;

interface Line {
  readonly socket: WebSocket;
  /** What was pushed while the log was being read; null once it was. */
  waiting: Frame[] | null;
  /** The newest activity of the log that was sent. */
  sent: number;
  isAlive: boolean;
}

/** Keeps the sockets; `pingMs` is how often each one must prove that it is alive. */
export function createStreams({ pingMs = PING_MS }: { readonly pingMs?: number } = {}): Streams {
  let isClosing = false;
  const lines = new Map<string, Line>();
  const heart = setInterval(ping, pingMs);
  heart.unref();

  return {
    attach: async (conversationId, socket, replay) => {
      const line = open(conversationId, socket);
      try {
        const read = await replay();
        if (read === null) {
          socket.close(NORMAL, 'ended');
          return;
        }
        for (const frame of [...read, ...(line.waiting ?? [])]) send(line, frame);
        line.waiting = null;
      } catch (error) {
        socket.close(SERVER_ERROR);
        throw error;
      }
    },
    push: (conversationId, frame) => {
      const line = lines.get(conversationId);
      if (line === undefined) return;
      if (line.waiting === null) send(line, frame);
      else line.waiting.push(frame);
    },
    end: (conversationId) => lines.get(conversationId)?.socket.close(NORMAL, 'ended'),
    close: async () => {
      isClosing = true;
      clearInterval(heart);
      await Promise.all([...lines.values()].map(({ socket }) => sendAway(socket)));
    },
  };

  function open(conversationId: string, socket: WebSocket): Line {
    const line: Line = { socket, waiting: [], sent: 0, isAlive: true };
    lines.get(conversationId)?.socket.close(NORMAL, 'collision');
    lines.set(conversationId, line);
    // What a client sends ("" every 20 s) only keeps the line open; a frame over the limit closes it, and that is no failure.
    socket.on('error', () => undefined);
    socket.on('pong', () => {
      line.isAlive = true;
    });
    socket.on('close', () => {
      if (lines.get(conversationId) === line) lines.delete(conversationId);
    });
    if (isClosing) void sendAway(socket);
    return line;
  }

  function ping(): void {
    for (const line of lines.values()) {
      if (!line.isAlive) line.socket.terminate();
      line.isAlive = false;
      line.socket.ping();
    }
  }
}

/** Resolves once the socket is closed, by its client or, failing that, by us. */
function sendAway(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const grace = setTimeout(() => {
      socket.terminate();
    }, CLOSE_GRACE_MS);
    socket.once('close', () => {
      clearTimeout(grace);
      resolve();
    });
    socket.close(GOING_AWAY, 'the server stops');
  });
}

/** Leaves out what the replay has sent already: it may have read what is written and still to be pushed. */
function send(line: Line, { text, sequence }: Frame): void {
  const { socket } = line;
  if (socket.readyState !== socket.OPEN || (sequence !== null && sequence <= line.sent)) return;
  if (socket.bufferedAmount > MAX_UNREAD_BYTES) {
    socket.terminate();
    return;
  }
  line.sent = sequence ?? line.sent;
  // The watermark is left out rather than null: null would overwrite the one that the client holds.
  const watermark = sequence === null ? '' : `,"watermark":"${sequence}"`;
  socket.send(`{"activities":[${text}]${watermark}}`);
}
