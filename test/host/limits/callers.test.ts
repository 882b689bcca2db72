import { createCallers } from '../../../src/host/limits/callers';

describe('who calls', () => {
  const addressOf = (
    remoteAddress: string,
    forwarded?: string,
    trusted: readonly string[] = ['127.0.0.1', '10.0.0.0/8'],
  ) =>
    createCallers(trusted).addressOf({
      remoteAddress,
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    });

  it.each([
    ['the other end of the line', '192.0.2.1', undefined, '192.0.2.1'],
    ['it, inside an IPv6 address', '::ffff:192.0.2.1', undefined, '192.0.2.1'],
    ['it, whatever it says when it is no proxy of ours', '192.0.2.1', '198.51.100.7', '192.0.2.1'],
    ['whom our proxy heard', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
    [
      'the last before our proxies, whatever was said before',
      '127.0.0.1',
      '1.1.1.1, 198.51.100.7, 10.2.3.4',
      '198.51.100.7',
    ],
    ['it, with its port', '127.0.0.1', '198.51.100.7:4711', '198.51.100.7'],
    ['the proxy, when what it heard is no address', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['the proxy nearest to what is no address', '127.0.0.1', '198.51.100.7, junk, 10.2.3.4', '10.2.3.4'],
    ['the proxy, of a request that it makes itself', '127.0.0.1', undefined, '127.0.0.1'],
    ['the network of an IPv6 address', '2001:db8:0:1::42', undefined, '2001:db8:0:1'],
    [
      'the same network, by another of its addresses',
      '2001:0DB8:0000:0001:aaaa:bbbb:cccc:dddd',
      undefined,
      '2001:db8:0:1',
    ],
    ['it, behind our proxy and in brackets', '127.0.0.1', '[2001:db8::1]:443', '2001:db8:0:0'],
  ])('is %s', (_who, remote, forwarded, expected) => {
    expect(addressOf(remote, forwarded)).toBe(expected);
  });

  it('is a proxy of ours or not, in both families', () => {
    const { isProxy } = createCallers(['10.0.0.0/8', '2001:db8::/32']);

    expect(['10.9.8.7', '::ffff:10.9.8.7', '2001:db8::5', '11.0.0.1', '2001:db9::5', ''].map(isProxy)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
