import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import type { Call } from '../http/route';

export type Callers = ReturnType<typeof createCallers>;

/** `trustedProxies`: addresses and blocks. What anybody else writes into X-Forwarded-For is not read. */
export function createCallers(trustedProxies: readonly string[]) {
  const trusted = new BlockList();
  for (const block of trustedProxies) {
    const [address = '', prefix] = block.split('/');
    trusted.addSubnet(address, Number(prefix ?? (isIPv6(address) ? 128 : 32)), familyOf(address));
  }
  /** Whether this end of a line is a proxy that is trusted: it speaks for many. */
  const isProxy = (remoteAddress: string): boolean => {
    if (trustedProxies.length === 0) return false;
    const address = plain(remoteAddress);
    return isIP(address) !== 0 && trusted.check(address, familyOf(address));
  };
  return {
    isProxy,
    /** The address of the other end of the line, or the last one before the proxies that are trusted. An IPv6 one counts with its whole network (/64). */
    addressOf: ({ headers, remoteAddress }: Pick<Call, 'headers' | 'remoteAddress'>): string => {
      let last = plain(remoteAddress);
      // Each proxy writes at the end whom it heard: the first that is no proxy of ours is the one who calls.
      for (const hop of hopsOf(headers).reverse()) {
        if (!isProxy(last) || isIP(hop) === 0) break;
        last = hop;
      }
      return isIPv6(last) ? networkOf(last) : last;
    },
  };
}

function hopsOf({ 'x-forwarded-for': forwarded = '' }: IncomingHttpHeaders): string[] {
  return String(forwarded)
    .split(',')
    .map((hop) => plain(hop.trim().replace(/^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/u, '$1$2')));
}

/** A socket that listens to both families writes IPv4 addresses inside IPv6 ones. */
function plain(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/u, '');
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

/** One subscriber has a whole /64, and would else have as many limits as addresses in it. */
function networkOf(address: string): string {
  // Written as URLs write it: eight groups without leading zeros, or fewer around one "::".
  const { hostname } = new URL(`http://[${address.replace(/%.*$/u, '')}]`);
  const [head = [], tail = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((groups) => groups.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
