import { isIPv4 } from 'node:net';

/** Whether this host name or IP address is this machine and nothing else: `localhost`, 127.0.0.0/8, `::1` with or without brackets. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/u, '$1');
  // A socket that listens to both families writes IPv4 addresses inside IPv6 ones.
  const address = name.replace(/^::ffff:/u, '');
  return name === 'localhost' || name === '::1' || (isIPv4(address) && address.startsWith('127.'));
}
