import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createAssistantBot, failureSentence, lateSentence } from '../../../dialogs/assistant-bot';
import type { BotLogic } from '../../../src/host/bot-logic';
import { createLog } from '../../../src/host/log';
import { createServer, type Server } from '../../../src/host/server';
import { createBotState } from '../../../src/host/storage/bot-storage';
import { openFileStore } from '../../../src/host/storage/file-store';
import { createTurnQueue } from '../../../src/host/storage/turn-queue';
import { createMessagesRoute } from '../../../src/host/teams/messages-route';
import type { Later } from '../../../src/host/teams/turn-limit';
import { realKnowledge } from '../../core/knowledge';
import { ADDRESSES } from '../../dialogs/bot-chat';
import { temporaryFolder } from '../temporary-folder';
import type { Connector } from './connector';
import { recordThrough, type Sent } from './recording-connector';

/** An assistant behind its door of Teams. */
export interface RunningAssistant {
  /** Posts an activity as Teams does. */
  readonly post: (activity: object) => Promise<Response>;
  /** What it sent to the connector so far. */
  readonly sent: readonly Sent[];
  readonly logged: readonly string[];
  /** Has the connector refuse what is sent from now on. */
  readonly answerWith: (status: number) => void;
}

/** Starts assistants with the real knowledge base, or another bot, and closes them after each test. */
export function assistantStarter(): (options: {
  readonly connector: Connector;
  readonly bot?: BotLogic;
  readonly later?: Later;
}) => Promise<RunningAssistant> {
  const root = temporaryFolder();
  const open: Server[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });

  return async ({ connector, bot, later }) => {
    const logged: string[] = [];
    const log = createLog({ level: 'info', json: true }, (line) => logged.push(line));
    const store = await openFileStore(mkdtempSync(join(root, 'teams-')));
    const queue = createTurnQueue();
    const { authentication, sent, answerWith } = recordThrough(connector);
    let ids = 0;
    const assistant = createAssistantBot({
      knowledge: realKnowledge(),
      conversationState: createBotState(store),
      inbox: { add: () => Promise.resolve() },
      addressesFor: () => ADDRESSES,
      now: () => new Date('2026-11-24T09:00:00Z'),
      randomId: () => `showing-${(ids += 1)}`,
    });
    const server = createServer({
      host: '127.0.0.1',
      port: 0,
      log,
      routes: [
        createMessagesRoute({
          authentication,
          store,
          queue,
          log,
          bot: bot ?? ((context) => assistant.run(context)),
          errorSentence: failureSentence,
          lateSentence,
          ...(later === undefined ? {} : { later }),
        }),
      ],
      upgrade: (_request, socket) => socket.destroy(),
      isReady: () => Promise.resolve(true),
      // A turn that a failed test left waiting must not keep the others from running.
      closeChats: () => Promise.resolve(),
    });
    open.push(server);
    const url = await server.listen();
    return {
      post: (activity) =>
        fetch(`${url}/api/messages`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${connector.token()}` },
          body: JSON.stringify(activity),
        }),
      sent,
      logged,
      answerWith,
    };
  };
}
