import { z } from 'zod';

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
  const code = codeOf(body);
  return new ConnectorError(`the connector answered ${status} (${code})`, status, code);
}

function codeOf(body: string): string {
  try {
    return refusalSchema.parse(JSON.parse(body)).error.code;
  } catch {
    // A proxy's page, or nothing: the status says enough.
    return 'NoCode';
  }
}
