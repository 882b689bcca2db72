import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export const CLIENT = { id: 'assistant', secret: 'a-secret-of-the-tests-long-enough-to-be-one' };

/** Starts a real provider of OpenID Connect in a process of its own; its packages are ES modules, which jest would have to transform. */
export async function startOpenIdProvider(
  redirectUri: string,
): Promise<{ readonly issuer: string; readonly stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['test/host/desk/openid-server.mjs', CLIENT.id, CLIENT.secret, redirectUri], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit');
  let issuer = '';
  for await (const line of createInterface({ input: child.stdout })) {
    issuer = line;
    break;
  }
  return {
    issuer,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}

/** A browser without pictures: keeps cookies by site, all but those of one name, follows where it is sent, and sends the forms that it is shown. */
export function createWalker(login: string, forgotten = '') {
  const cookies = new Map<string, string>();
  return { go, cookies };

  async function go(
    address: string,
    form?: URLSearchParams,
  ): Promise<{ readonly url: string; readonly status: number; readonly html: string }> {
    const { origin } = new URL(address);
    const response = await fetch(address, {
      redirect: 'manual',
      headers: {
        cookie: [...cookies]
          .filter(([key]) => key.startsWith(origin))
          .map(([, cookie]) => cookie)
          .join('; '),
      },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const name = pair.split('=')[0] ?? '';
      if (name !== forgotten) cookies.set(`${origin} ${name}`, pair);
    }
    const location = response.headers.get('location');
    if (location !== null) return go(new URL(location, address).href);
    const html = await response.text();
    const [, action = ''] = /<form[^>]*action="([^"]*interaction[^"]*)"/u.exec(html) ?? [];
    if (action === '') return { url: address, status: response.status, html };
    const prompt = /name="prompt" value="(\w+)"/u.exec(html)?.[1] ?? '';
    return go(new URL(action, address).href, new URLSearchParams({ prompt, login, password: 'x' }));
  }
}
