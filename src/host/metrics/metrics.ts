import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { inboxEntrySchema } from '../../../dialogs/inbox/inbox';
import type { BotLogic } from '../bot-logic';
import type { Refusals } from '../limits/refusals';
import type { Log } from '../log';
import { TOLD_ERRORS } from './told-errors';

/** What the assistant counts of itself. Nothing of what is said, and of nobody in particular: the labels are closed sets. */
export type Metrics = ReturnType<typeof createMetrics>;

/** From a word of small talk to what Teams waits for, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

const CHANNELS: ReadonlySet<string> = new Set(['directline', 'msteams']);
const KINDS: ReadonlySet<string> = new Set([
  'message',
  'messageUpdate',
  'messageDelete',
  'messageReaction',
  'conversationUpdate',
  'installationUpdate',
  'invoke',
  'event',
  'typing',
]);

/** `route`: the pattern of the address; `none`, as the method, where nothing is. */
type Answered = Readonly<Record<'method' | 'route', string> & Record<'status' | 'seconds', number>>;

/** A registry of its own, with Node's metrics: delay of the event loop, memory, garbage collection, file handles. */
export function createMetrics() {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const histogram = <Label extends string>(name: string, labelNames: Label[], help: string): Histogram<Label> =>
    new Histogram({ name, help, labelNames, buckets: BUCKETS, registers });
  const counter = <Label extends string>(name: string, labelNames: Label[], help: string): Counter<Label> =>
    new Counter({ name, help, labelNames, registers });
  const turns = histogram(
    'assistant_turn_seconds',
    ['channel', 'kind'],
    'Turns played, by channel and kind of activity',
  );
  const answers = histogram(
    'assistant_http_seconds',
    ['method', 'route', 'status'],
    'Requests answered, by method, route and status',
  );
  const kept = counter(
    'assistant_inbox_total',
    ['kind'],
    'What was kept for the team; unanswered beside the turns of kind message is the share of unknown questions',
  );
  const errors = counter('assistant_errors_total', ['error'], 'Errors told to the log, by their sentence');
  for (const { shape } of inboxEntrySchema.options) kept.inc({ kind: shape.kind.value }, 0);
  for (const error of TOLD_ERRORS) errors.inc({ error }, 0);

  return {
    /** The same bot, its turns counted by channel and kind of activity, and timed. */
    timed:
      (bot: BotLogic): BotLogic =>
      async (context) => {
        const { channelId, type } = context.activity;
        const end = turns.startTimer({
          channel: CHANNELS.has(channelId) ? channelId : 'other',
          kind: KINDS.has(type) ? type : 'other',
        });
        try {
          await bot(context);
        } finally {
          end();
        }
      },
    /** The same log, its errors counted by their sentence: a store that fails, a turn that could not be kept… */
    counted: (log: Log): Log => ({
      ...log,
      error: (message, error, facts) => {
        errors.inc({ error: message });
        log.error(message, error, facts);
      },
    }),
    onAnswer: ({ seconds, ...labels }: Answered) => answers.observe(labels, seconds),
    /** Something was kept for the team: an unanswered question, a rating, an opinion, a report. */
    onKept: (kind: string) => kept.inc({ kind }),
    watch: (refusals: Refusals) => {
      new Counter({
        name: 'assistant_refusals_total',
        help: 'Refused by a limit, by its kind',
        labelNames: ['limit'],
        registers,
        collect() {
          this.reset();
          for (const [limit, count] of Object.entries(refusals.totals())) this.inc({ limit }, count);
        },
      });
    },
    /** In the text format of Prometheus. */
    text: () => register.metrics(),
  };
}
