import { hostStarter, newClock } from './running-host';

const start = hostStarter();
const PATH = '/.well-known/security.txt';

describe('security.txt', () => {
  it('says to whom weaknesses are told, for half a year from now', async () => {
    const { url } = await start({
      environment: { SECURITY_CONTACT: 'ssi@example.org', PUBLIC_URL: 'https://chat.example.org' },
      parts: { now: newClock().now },
    });

    const response = await fetch(url + PATH);

    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect((await response.text()).split('\n')).toEqual([
      'Contact: mailto:ssi@example.org',
      'Expires: 2027-05-23T00:00:00Z',
      'Preferred-Languages: fr, en',
      `Canonical: https://chat.example.org${PATH}`,
      '',
    ]);
  });

  it('gives a page as it is', async () => {
    const { url } = await start({ environment: { SECURITY_CONTACT: 'https://www.example.org/faille' } });

    expect(await (await fetch(url + PATH)).text()).toContain('Contact: https://www.example.org/faille\n');
  });

  it('is not there when nobody is named', async () => {
    expect((await fetch((await start()).url + PATH)).status).toBe(404);
  });
});
