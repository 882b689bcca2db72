import { HttpError } from '../../../src/host/http/http-error';
import { createErrorPage } from '../../../src/host/plain/missing-pages';
import { openPlainPages } from '../../../src/host/plain/plain-page';
import { hostStarter } from '../running-host';

const startHost = hostStarter();

async function serve() {
  const { show } = await openPlainPages();
  const host = await startHost({
    parts: {
      errorPage: createErrorPage(show),
      routes: [
        { method: 'GET', path: '/fails', answer: () => Promise.reject(new Error('a secret of the server')) },
        {
          method: 'GET',
          path: '/busy',
          answer: () => Promise.reject(new HttpError(429, 'TooManyRequests', 'Too many.', { 'Retry-After': '2' })),
        },
      ],
    },
  });
  return (
    path: string,
    headers: Readonly<Record<string, string>> = { accept: 'text/html,*/*;q=0.8' },
    method = 'GET',
  ) => fetch(host.url + path, { headers, method });
}

describe('an error, to somebody who reads pages', () => {
  it.each(['/nothing', '/projects/mentor', '/widget/nothing.js', '/%E0%A4%A', `/${'a'.repeat(3000)}`])(
    'is a page in French for %.40s',
    async (path) => {
      const response = await (await serve())(path);
      const html = await response.text();

      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
      expect(html).toContain('<html lang="fr">');
      expect(html).toContain('<h1>Page introuvable</h1>');
      expect(html).toMatch(/<form [^>]*action="\/projets"/);
    },
  );

  it.each([
    ['/nothing?lang=en', 'fr', 'en'],
    ['/nothing', 'en-GB,en;q=0.9', 'en'],
    ['/nothing', 'de-DE,de;q=0.9,en;q=0.5,fr;q=0.7', 'fr'],
    ['/nothing', 'fr;q=0,en;q=0.1', 'en'],
    ['/nothing', 'de', 'fr'],
    ['/nothing', ';;q=,,', 'fr'],
  ])('is in the language of its reader: %s for « %s » in %s', async (path, language, expected) => {
    const response = await (await serve())(path, { accept: 'text/html', 'accept-language': language });

    expect(await response.text()).toContain(`<html lang="${expected}">`);
  });

  it('says that it is no fault of theirs when the server fails, and nothing of the failure', async () => {
    const get = await serve();
    const [failed, busy] = [await get('/fails'), await get('/busy')];
    const html = await failed.text();

    expect(failed.status).toBe(500);
    expect(html).toContain('<h1>Cette page ne peut pas être affichée</h1>');
    expect(html).not.toContain('secret');
    expect(busy.status).toBe(429);
    expect(busy.headers.get('retry-after')).toBe('2');
    expect(await busy.text()).toContain('Réessayez dans un moment');
  });

  it('has no body for HEAD', async () => {
    const response = await (await serve())('/nothing', { accept: 'text/html' }, 'HEAD');

    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });
});

describe('an error, to a program', () => {
  it.each([
    ['/nothing', '*/*'],
    ['/nothing', 'application/json'],
    ['/v3/directline/nothing', 'text/html'],
    ['/api/nothing', 'text/html'],
    ['/widget/token', 'text/html'],
  ])('is JSON at %s for « %s »', async (path, accept) => {
    const response = await (await serve())(path, { accept });

    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toHaveProperty('error.code');
  });
});
