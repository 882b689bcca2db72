import type { Call } from '../http/route';
import { isLoopback } from './loopback';

/** What a proxy on this machine writes into the requests that it passes on from another. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/**
 * Whether a program of this machine calls. Not so when a proxy passes it on, nor when a web page has its own name lead here
 * (the Host header is then that name).
 */
export function isLoopbackCall({ headers, remoteAddress }: Pick<Call, 'headers' | 'remoteAddress'>): boolean {
  if (!isLoopback(remoteAddress) || FORWARDED.some((name) => headers[name] !== undefined)) return false;
  const address = `http://${headers.host ?? ''}`;
  return URL.canParse(address) && isLoopback(new URL(address).hostname);
}
