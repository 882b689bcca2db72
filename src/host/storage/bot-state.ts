import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import { parseStored } from './parse-json';
import type { Store } from './store';

const stateSchema = z.strictObject({ at: z.iso.datetime(), state: z.record(z.string(), z.unknown()) });

/** The state of one turn: as it is changed, and as it is kept. */
interface Loaded {
  readonly state: z.infer<typeof stateSchema>['state'];
  readonly version: number | null;
  readonly text: string;
}

/** Where the text of the state begins in what is kept: all times are as long as this one. */
const STATE_AT = `{"at":"${new Date(0).toISOString()}","state":`.length;

const LOADED = Symbol('state of the conversation');

/** Under which the state of a conversation is kept. */
export function stateKey(channelId: string, conversationId: string): string {
  return `state/${channelId}/conversations/${conversationId}/`;
}

/**
 * The state of each conversation, over our store. The SDK's own class serializes and hashes it three times a turn, and overwrites
 * whatever is there: here the version that was read must be the one that is replaced, or VersionConflict is thrown.
 */
export function createBotState(store: Store, now: () => Date) {
  return {
    /** The same object all through a turn. What is kept and is no state throws UnreadableDocument. */
    load: async (context: TurnContext) => {
      const known = loadedIn(context);
      if (known !== undefined) return known.state;
      const key = keyOf(context);
      const kept = await store.read(key);
      const state = kept === null ? {} : parseStored(stateSchema, kept.text, key).state;
      const loaded: Loaded = { state, version: kept?.version ?? null, text: kept?.text.slice(STATE_AT, -1) ?? '{}' };
      context.turnState.set(LOADED, loaded);
      return state;
    },
    /** Writes what was loaded, if it changed. */
    saveChanges: async (context: TurnContext) => {
      const loaded = loadedIn(context);
      if (loaded === undefined) return;
      const text = JSON.stringify(loaded.state);
      if (text === loaded.text) return;
      const at = now().toISOString();
      await store.commit([{ key: keyOf(context), text: `{"at":"${at}","state":${text}}`, expected: loaded.version }]);
      context.turnState.set(LOADED, { ...loaded, text, version: (loaded.version ?? 0) + 1 });
    },
    delete: async (context: TurnContext) => {
      context.turnState.delete(LOADED);
      await store.commit([{ key: keyOf(context), text: null }]);
    },
  };
}

function loadedIn(context: TurnContext): Loaded | undefined {
  return context.turnState.get<Loaded | undefined>(LOADED);
}

function keyOf({ activity: { channelId, conversation } }: TurnContext): string {
  return stateKey(channelId, conversation.id);
}
