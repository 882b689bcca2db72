/** The clients of the Direct Line benches. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { ROOT } from '../scripts/prepare.mjs';

const QUESTIONS = readFileSync(join(ROOT, 'test', 'questions', 'own.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line).turns[0])
  .filter((text) => text.length > 0 && text.length <= 500);

/** A conversation with its socket open, as directlinejs begins one; of several instances the socket is on one, each question goes to the next. */
export async function open(urls, index) {
  let asked = index;
  // Believed by servers that are told to: each client is then an address of its own.
  const address = `10.0.${index >> 8}.${index & 255}`;
  const post = async (path, token, body) => {
    const response = await fetch(urls[asked++ % urls.length] + path, {
      method: 'POST',
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        'Content-Type': 'application/json',
        'X-Forwarded-For': address,
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const { token } = await post('/widget/token', null, {});
  const conversation = await post('/v3/directline/conversations', token, { locale: 'fr-FR' });
  const socket = new WebSocket(conversation.streamUrl);
  /** When the first reply to each question came, by the id of the question; `heard` is called at each frame. */
  const replied = new Map();
  let heard = () => {};
  socket.on('message', (frame) => {
    if (frame.length === 0) return;
    for (const { type, replyToId } of JSON.parse(frame.toString()).activities)
      if (type === 'message' && replyToId && !replied.has(replyToId)) replied.set(replyToId, performance.now());
    heard();
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  let next = index * 7;
  return {
    socket,
    /** Milliseconds from the question to the first message that replies to it, as the screen gets it. */
    turn: async () => {
      const id = `${index}-${next}`;
      const begun = performance.now();
      const text = QUESTIONS[next++ % QUESTIONS.length];
      replied.clear();
      const { id: logged } = await post(
        `/v3/directline/conversations/${conversation.conversationId}/activities`,
        conversation.token,
        { type: 'message', text, channelData: { clientActivityID: id } },
      );
      // The reply may have come before the POST answered with the id that it replies to.
      while (!replied.has(logged)) await new Promise((resolve) => (heard = resolve));
      return replied.get(logged) - begun;
    },
  };
}

/** One question after the other, or one in each period of so many seconds, from a moment of one's own in it. */
export async function ask({ turn }, { end, period, phase }, times) {
  let next = performance.now() + phase * period * 1000;
  while (next < end && performance.now() < end) {
    await wait(Math.max(0, next - performance.now()));
    times.push(await turn());
    next = Math.max(next + period * 1000, performance.now());
  }
}
