import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Call, Route } from '../http/route';
import type { Log } from '../log';
import type { OpenStore } from '../storage/open-store';
import { createCallers } from './callers';
import { createDiskQuota } from './disk-quota';
import { createLineGuard } from './guard-lines';
import type { LimitSettings } from './limit-settings';
import { createRefusals, type RefusalKind } from './refusals';
import { createRequestLimits, isUnlimited, standsReady } from './request-limits';
import { createTurnstile } from './turnstile';

/** What keeps one caller from stopping the others. */
export type Limits = ReturnType<typeof createLimits>;

/** The limits of the settings, by a clock that nobody sets. */
export function createLimits(settings: LimitSettings, store: Pick<OpenStore, 'bytes' | 'spend'>, log: Log) {
  const now = (): number => performance.now();
  const callers = createCallers(settings.trustedProxies);
  const refusals = createRefusals(log);
  const refusing = (kind: RefusalKind) => (): void => refusals.count(kind);
  const thought = createTurnstile(now);
  const ready = createTurnstile(now, 0);
  const lines = createLineGuard(settings.addressConnections, callers, refusing('connections'));
  const requests = createRequestLimits({ settings, callers, now, spend: store.spend, onRefusal: refusals.count });
  return {
    refusals,
    /** Bounds the lines that are open; before the server listens. */
    guard: lines.guard,
    onRequest: requests.onRequest,
    /** The refusal of one who wants a web socket; null lets him have it. */
    refusalOfUpgrade: (request: IncomingMessage) =>
      requests.refusalOfUpgrade(request) ?? lines.refusalBehindProxy(request),
    requireRoom: createDiskQuota({
      mostBytes: settings.diskMegabytes * 1_000_000,
      measure: () => store.bytes(),
      now,
      onRefusal: refusing('disk'),
    }),
    /** Resolves when it is the caller's turn, with what is to be called at its end. */
    turn: async (call: Call, route: Route): Promise<() => void> => {
      const isThought = !standsReady(route.method, route.path) && !isUnlimited(route.path);
      const end = await (isThought ? thought : ready)(callers.addressOf(call), clientOf(call));
      if (isThought) return end;
      // A poll is answered whatever the turns of its address wait for, and Teams has one address for all.
      end();
      return () => undefined;
    },
  };
}

/** What a message of Teams says of its conversation; whoever lies about it only chooses behind whom he waits. */
const teamsSchema = z.object({ conversation: z.object({ id: z.string().max(500) }) });

/** One of those who call from an address. All of Teams comes with one token, which is the bot's. */
function clientOf({ headers, body }: Call): string {
  const teams = teamsSchema.safeParse(body);
  return teams.success ? teams.data.conversation.id : (headers.authorization ?? '');
}
