import type { IncomingHttpHeaders } from 'node:http';

export type Origins = ReturnType<typeof createOrigins>;

/** Pages of this server, as its caller reaches it, and of the sites in `allowed`: compared whole, `https://site.example.org`. */
export function createOrigins(parts: {
  readonly allowed: readonly string[];
  readonly baseUrlOf: (host: string | undefined) => string;
}) {
  const allowed = new Set(parts.allowed);
  return {
    /**
     * False for a page of a site that is not listed. A browser says the site of the page in the Origin header and no script can
     * change it; a caller without that header is no browser, or asks from our own page. `trusted` are the only sites that count
     * when they are given.
     */
    allows: ({ origin, host }: IncomingHttpHeaders, trusted?: readonly string[]): boolean => {
      if (origin === undefined) return true;
      if (trusted !== undefined) return trusted.includes(origin);
      return allowed.has(origin) || origin === originOf(parts.baseUrlOf(host));
    },
  };
}

/** Null for an address that a hostile Host header has spoilt. */
function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
