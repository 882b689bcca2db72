import { z } from 'zod';
import { parseReadable } from '../storage/parse-json';

/** The connector refused what was sent, or did not answer. */
export class ConnectorError extends Error {
  constructor(
    message: string,
    /** Undefined when there was no answer, or no request. */
    readonly status: number | undefined,
    /** As the connector names it: `MessageWritesBlocked`. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ConnectorError';
  }
}

/** Codes are words; anything else would be the connector's text in our log. */
const refusalSchema = z.object({ error: z.object({ code: z.string().regex(/^\w{1,60}$/u) }) });

export function refusal(status: number, body: string): ConnectorError {
  // A proxy's page, or nothing: the status says enough.
  const code = parseReadable(refusalSchema, body)?.error.code ?? 'NoCode';
  return new ConnectorError(`the connector answered ${status} (${code})`, status, code);
}
