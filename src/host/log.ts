import { pino } from 'pino';
import { z } from 'zod';

/** What a line may carry beside its sentence: flat and short; never a text, a user's id or a token. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** Where the host tells what happens. */
export interface Log {
  debug(message: string, facts?: Facts): void;
  info(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  /** `error` is undefined where the facts say all. */
  error(message: string, error: unknown, facts?: Facts): void;
}

/** Enough of a stack to find the line; more is the SDK's own plumbing. */
const MAX_STACK_LINES = 12;
const MAX_MESSAGE_CHARACTERS = 500;
/** An error caused by an error caused by… stops being told there. */
const MAX_CAUSES = 3;

/** Errors come from libraries too, so what looks like a token or a user's id is taken out of their words. */
const PERSONAL = /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|\bBearer\s+\S+|\bdl_[\w-]+|(?<=[?&]t=)[^&\s]+/gu;

const SAID_AGAIN_MS = 60_000;

/**
 * A logger on standard error: JSON lines in production, one readable line each otherwise. A warning or an error that comes again within
 * a minute is told at its end, by its number: nobody fills the disk by what is refused to him. `write` is for the tests.
 */
export function createLog(
  options: { readonly level: string; readonly json: boolean; readonly saidAgainMs?: number },
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    {
      write: (line) => write(options.json ? line : toPlainLine(line)),
    },
  );
  const timesAgain = new Map<string, number>();
  return {
    debug: (message, facts = {}) => logger.debug(facts, message),
    info: (message, facts = {}) => logger.info(facts, message),
    warn: (message, facts = {}) => sparing([message, facts], (again) => logger.warn({ ...facts, ...again }, message)),
    error: (message, error, facts = {}) =>
      sparing([message, facts, placeOf(error)], (again) =>
        logger.error({ ...facts, ...again, ...(error !== undefined && { error: describeError(error) }) }, message),
      ),
  };

  function sparing(what: readonly unknown[], tell: (again: Facts) => void): void {
    const key = JSON.stringify(what);
    const times = timesAgain.get(key);
    timesAgain.set(key, times === undefined ? 0 : times + 1);
    if (times !== undefined) return;
    tell({});
    setTimeout(() => {
      const again = timesAgain.get(key) ?? 0;
      timesAgain.delete(key);
      if (again > 0) tell({ times: again });
    }, options.saidAgainMs ?? SAID_AGAIN_MS).unref();
  }
}

/** Where it was thrown: two errors of one place are one, whatever their words. */
function placeOf(error: unknown): string {
  return error instanceof Error
    ? (error.stack?.split('\n').find((line) => line.startsWith('    at ')) ?? error.name)
    : '';
}

/** The logger that restify insists on: ours speaks in its place. */
export const silentLogger = pino({ level: 'silent' });

/** What is told of an error: name, code, message, the top of its stack and its causes, without personal data. */
export function describeError(error: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error, message: clean(String(error)) };
  const code: unknown = Reflect.get(error, 'code');
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: clean(error.message),
    stack: clean(
      (error.stack ?? '')
        .split('\n')
        .slice(1, MAX_STACK_LINES)
        .map((line) => line.trim())
        .join(' | '),
      Infinity,
    ),
    ...(error.cause === undefined || depth >= MAX_CAUSES ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

function clean(text: string, limit = MAX_MESSAGE_CHARACTERS): string {
  const cleaned = text.replace(PERSONAL, '[removed]');
  return cleaned.length <= limit ? cleaned : `${cleaned.slice(0, limit)}…`;
}

const lineSchema = z.record(z.string(), z.unknown());

function toPlainLine(line: string): string {
  const { level, time, msg, ...facts } = lineSchema.parse(JSON.parse(line));
  const told = Object.entries(facts).map(
    ([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `${String(time)} ${String(level).toUpperCase().padEnd(5)} ${String(msg)}${told.join('')}\n`;
}
