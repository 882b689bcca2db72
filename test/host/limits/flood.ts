import { Agent, request } from 'node:http';
import type { BotLogic } from '../../../src/host/bot-logic';
import { directLineClient, type StartedConversation } from '../direct-line-client';

/** What one answer takes, during which nobody else is heard. */
const PIECE_MS = 5;

/** Milliseconds by a clock that all processes of the machine share. */
export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Thinks, and replies with the moment at which it had thought. */
export const thinkingBot: BotLogic = async (context) => {
  if (context.activity.type !== 'message') return;
  const end = sharedNow() + PIECE_MS;
  while (sharedNow() < end);
  await context.sendActivity(String(end));
};

/** Posts from an address of the loopback network, on lines of its own, and resolves with the status. */
export function poster(url: string, localAddress: string): (conversation: StartedConversation) => Promise<number> {
  const agent = new Agent({ keepAlive: true, localAddress });
  return ({ conversationId, token }) =>
    new Promise((resolve, reject) => {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const path = `${url}/v3/directline/conversations/${conversationId}/activities`;
      request(path, { agent, method: 'POST', headers }, (response) => {
        response.resume().on('end', () => {
          resolve(response.statusCode ?? 0);
        });
      })
        .on('error', reject)
        .end(JSON.stringify({ type: 'message', text: 'question' }));
    });
}

/** Posts ten messages at once in each of twenty conversations; tells the first answer, then the moments at which each was thought. */
export async function flood(url: string, localAddress: string, tell: (line: string) => void): Promise<void> {
  const client = directLineClient(url);
  const conversations = await Promise.all(Array.from({ length: 20 }, () => client.start()));
  const post = poster(url, localAddress);
  const posts = conversations.flatMap((conversation) => Array.from({ length: 10 }, () => post(conversation)));
  await Promise.race(posts);
  tell('answered');
  await Promise.all(posts);
  const said = await Promise.all(conversations.map((conversation) => client.list(conversation)));
  const replies = said.flatMap(({ activities }) => activities.filter(({ from }) => from.role === 'bot'));
  tell(JSON.stringify(replies.map(({ text }) => Number(text))));
}
