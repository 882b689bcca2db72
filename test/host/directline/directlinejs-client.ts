import { DirectLine, type Activity, type ConnectionStatus, type DirectLineOptions } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import XMLHttpRequest from 'xhr2';
import { z } from 'zod';
import { until } from '../until';

/** How a client hears of new activities. */
export type Transport = 'web socket' | 'polling';

/** The client of Web Chat finds both where a browser has them. */
Object.assign(globalThis, { XMLHttpRequest, WebSocket });

/** The shortest that the client allows. */
const POLL_MS = 200;

const activitySchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  from: z.looseObject({ id: z.string(), role: z.string() }),
});

/** An activity as the client hands it on. */
export type HeardActivity = z.infer<typeof activitySchema>;

/** What the client is told to do, with the times it waits for divided by `speed`. */
export interface ClientOptions extends DirectLineOptions {
  readonly transport: Transport;
  readonly speed?: number;
}

/** The real directlinejs, and what it has told so far. The tests end it by `end`. */
export function directlinejsClient(url: string, { transport, speed = 30, ...options }: ClientOptions) {
  const heard: HeardActivity[] = [];
  const statuses: ConnectionStatus[] = [];
  const failures: unknown[] = [];
  const directLine = new DirectLine({
    domain: `${url}/v3/directline`,
    webSocket: transport === 'web socket',
    pollingInterval: POLL_MS,
    conversationStartProperties: { locale: 'fr-FR' },
    scheduler: hurriedScheduler(speed),
    // It waits between 3 and 15 s before it reconnects: here always 3.
    random: () => 0,
    ...options,
  });
  directLine.connectionStatus$.subscribe((status) => statuses.push(status));
  directLine.activity$.subscribe(
    (activity) => heard.push(activitySchema.parse(activity)),
    (error: unknown) => failures.push(error),
  );

  const messages = () => heard.filter(({ type }) => type === 'message');
  return {
    heard,
    statuses,
    failures,
    end: () => {
      directLine.end();
    },
    /** Resolves with the id, or with "retry" as the client says it. */
    post: (activity: Partial<Activity>): Promise<string> =>
      new Promise((resolve, reject) => {
        const whole = z.custom<Activity>().parse({ from: { id: 'me' }, ...activity });
        directLine.postActivity(whole).subscribe((id: unknown) => {
          resolve(z.string().parse(id));
        }, reject);
      }),
    /** In the order in which they were heard; not what the bot shows while it is slow. */
    messages,
    texts: () => messages().map(({ text }) => text),
    /** Resolves once it has handed on a message of this text. */
    hears: (text: string) => until(() => heard.some((activity) => activity.text === text)),
    reaches: (status: ConnectionStatus) => until(() => statuses.includes(status)),
    /** What it would need to go on after its page was loaded again. */
    kept: () => keptSchema.parse(directLine),
  };
}

const keptSchema = z.object({ token: z.string(), conversationId: z.string(), watermark: z.string() });

/** RxJS's own schedulers wait in real time; this one's clock runs faster. */
function hurriedScheduler(speed: number) {
  return schedulerSchema.parse({
    now: () => Date.now() * speed,
    schedule: (work: Work, delay?: number, state?: unknown) => newAction(work).schedule(state, delay),
  });

  function newAction(work: Work): Action {
    let timer: NodeJS.Timeout | undefined;
    const action: Action = {
      closed: false,
      schedule: (state, delay = 0) => {
        clearTimeout(timer);
        if (action.closed) return action;
        timer = setTimeout(() => {
          work.call(action, state);
        }, delay / speed);
        return action;
      },
      unsubscribe: () => {
        action.closed = true;
        clearTimeout(timer);
      },
    };
    return action;
  }
}

type Work = (this: Action, state: unknown) => void;

interface Action {
  closed: boolean;
  readonly schedule: (state: unknown, delay?: number) => Action;
  readonly unsubscribe: () => void;
}

type Scheduler = NonNullable<ConstructorParameters<typeof DirectLine>[0]['scheduler']>;

const schedulerSchema = z.custom<Scheduler>();
