import { failureSentence, lateSentence } from '../../../dialogs/assistant-bot';
import type { BotLogic } from '../../../src/host/bot-logic';
import { createBotState } from '../../../src/host/storage/bot-state';
import { connectorHosts } from '../../../src/host/teams/service-hosts';
import type { Later } from '../../../src/host/teams/messages-route';
import { assistantUnderTest } from '../../dialogs/assistant-under-test';
import { storeOpener } from '../stores';
import { SERVICE_URL, type Adapter, type Connector } from './connector';
import { recordThrough, type Sent } from './recording-connector';
import { doorStarter, post } from './running-door';

/** An assistant behind its door of Teams. */
export interface RunningAssistant {
  /** Posts an activity as Teams does. */
  readonly post: (activity: object) => Promise<Response>;
  /** What it sent to the connector so far. */
  readonly sent: readonly Sent[];
  /** The same without the signs that it is typing, which a slow machine shows. */
  readonly said: () => readonly Sent[];
  readonly logged: readonly string[];
  /** Has the connector refuse what is sent from now on. */
  readonly answerWith: (status: number) => void;
}

/** Starts assistants with the real knowledge base, or another bot, and closes them after each test. */
export function assistantStarter(): (options: {
  readonly connector: Connector;
  /** By default botbuilder. */
  readonly adapter?: Adapter;
  readonly bot?: BotLogic;
  readonly later?: Later;
}) => Promise<RunningAssistant> {
  const startDoor = doorStarter();
  const openStore = storeOpener();

  return async ({ connector, adapter, bot, later }) => {
    const store = await openStore();
    const conversationState = createBotState(store, () => new Date());
    const { sdk, sent, answerWith } = recordThrough(connector, adapter);
    const assistant = assistantUnderTest({ conversationState });
    const { url, logged } = await startDoor({
      sdk,
      isServiceUrl: connectorHosts([new URL(SERVICE_URL).hostname]),
      bot: bot ?? ((context) => assistant.bot.run(context)),
      store,
      saveState: (context) => conversationState.saveChanges(context),
      errorSentence: failureSentence,
      lateSentence,
      ...(later === undefined ? {} : { later }),
    });
    return {
      post: (activity) => post(url, activity, connector.token()),
      sent,
      said: () => sent.filter(({ body: { type } }) => type !== 'typing'),
      logged,
      answerWith,
    };
  };
}
