import { isIPv4 } from 'node:net';
import type { Call } from '../http/route';

/** Whether this host name or IP address is this machine and nothing else: `localhost`, 127.0.0.0/8, `::1` with or without brackets. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/u, '$1');
  // A socket that listens to both families writes IPv4 addresses inside IPv6 ones.
  const address = name.replace(/^::ffff:/u, '');
  return name === 'localhost' || name === '::1' || (isIPv4(address) && address.startsWith('127.'));
}

/** What a proxy on this machine writes into the requests that it passes on from another; one that writes nothing is not seen. */
const FORWARDED =
  /^(?:forwarded|via|x-forwarded.*|x-real-ip|(?:x|true|cf|fastly|x-cluster)-(?:client|connecting)-ip)$/u;

/**
 * Whether a program of this machine calls. Not so when a proxy passes it on, nor when a web page has its own name lead here
 * (the Host header is then that name).
 */
export function isLoopbackCall({ headers, remoteAddress }: Pick<Call, 'headers' | 'remoteAddress'>): boolean {
  if (!isLoopback(remoteAddress) || Object.keys(headers).some((name) => FORWARDED.test(name))) return false;
  const address = `http://${headers.host ?? ''}/`;
  if (!URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  return username === '' && password === '' && isLoopback(hostname);
}
