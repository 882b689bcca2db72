import type { Grant } from '../../../src/host/desk/desk-settings';
import { parseSettings } from '../../../src/host/settings';
import { CLIENT, createWalker, startOpenIdProvider } from './openid-provider';
import { deskStarter } from './running-desk';

jest.setTimeout(60_000);

const startDesk = deskStarter();
const PUBLIC_URL = 'http://desk.localhost';
const GRANTS: readonly Grant[] = [
  { role: 'reader', email: 'camille@example.org' },
  { role: 'publisher', claim: 'sub', value: 'camille' },
  { role: 'editor', email: 'unchecked@example.org' },
];

let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
beforeAll(async () => {
  provider = await startOpenIdProvider(`${PUBLIC_URL}/admin/connexion/retour`);
});
afterAll(() => provider.stop());

/** A desk that sends people to the provider; the provider sends them back to its public address, which leads here. */
async function desk(issuer = provider.issuer) {
  const openId = {
    issuer: new URL(issuer),
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    scope: 'openid email profile',
    grants: GRANTS,
  };
  const running = await startDesk({ publicUrl: PUBLIC_URL, openId });
  const original = globalThis.fetch;
  jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    return original(address.startsWith(PUBLIC_URL) ? address.replace(PUBLIC_URL, running.url) : input, init);
  });
  return running;
}
afterEach(() => jest.restoreAllMocks());

describe('signing in at a provider of OpenID Connect', () => {
  it('gives somebody the highest role that he is granted, under his own name', async () => {
    await desk();
    const walker = createWalker('camille');

    const { status, html } = await walker.go(`${PUBLIC_URL}/admin/connexion`);

    expect(status).toBe(200);
    expect(html).toContain('Bonjour Camille du Bureau.');
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/admin" />');
    const inside = await walker.go(`${PUBLIC_URL}/admin`);
    expect(inside.html).toContain('Camille du Bureau, publication');
  });

  it.each([
    ['nobody granted anything', 'stranger', /vous n’avez pas accès/u],
    ['whose address nobody checked', 'unchecked', /votre adresse électronique n’a pas été vérifiée/u],
  ])('lets nobody in %s, and writes it down', async (_, login, sentence) => {
    const running = await desk();
    const walker = createWalker(login);

    const { status, html } = await walker.go(`${PUBLIC_URL}/admin/connexion`);

    expect(status).toBe(403);
    expect(html).toMatch(sentence);
    expect(await running.store.count('desk/session/')).toBe(0);
    expect(await running.store.count('desk/audit/')).toBe(1);
  });

  it('lets nobody in by what another browser began, though the provider vouches for him', async () => {
    const running = await desk();

    const { status, html } = await createWalker('camille', 'desk-flow').go(`${PUBLIC_URL}/admin/connexion`);

    expect(status).toBe(403);
    expect(html).toContain('pas été commencée dans ce navigateur');
    expect(await running.store.count('desk/session/')).toBe(0);
  });

  it('refuses who comes back in another browser, twice, late or with a made-up code', async () => {
    const running = await desk();
    const begun = async () => {
      const response = await fetch(`${PUBLIC_URL}/admin/connexion`, { redirect: 'manual' });
      const address = new URL(response.headers.get('location') ?? '');
      expect(address.searchParams.get('code_challenge_method')).toBe('S256');
      expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax$/u);
      return {
        state: address.searchParams.get('state') ?? '',
        cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
      };
    };
    const back = (state: string, cookie: string) =>
      fetch(`${PUBLIC_URL}/admin/connexion/retour?code=x&state=${state}`, { headers: { cookie } }).then(
        ({ status }) => status,
      );
    const [one, other, late] = [await begun(), await begun(), await begun()];

    expect(await back(one.state, '')).toBe(403);
    expect(await back(other.state, one.cookie)).toBe(403);
    expect(await back('x', one.cookie)).toBe(403);
    running.clock.advance(10 * 60);
    expect(await back(late.state, late.cookie)).toBe(403);
    const fresh = await begun();
    expect(await back(fresh.state, fresh.cookie)).toBe(403);
    expect(await running.store.count('desk/session/')).toBe(0);
    expect(running.logged.join()).toContain('did not vouch for somebody');
    expect(running.logged.join()).not.toContain(fresh.state);
  });

  it('says that the provider does not answer, and lets people in by links', async () => {
    const running = await desk('http://127.0.0.1:9');

    const { status } = await fetch(`${PUBLIC_URL}/admin/connexion`);

    expect(status).toBe(503);
    expect((await (await running.signIn('editor')).get('/admin')).status).toBe(200);
  });
});

describe('its settings', () => {
  const whole = {
    ADMIN: 'on',
    ADMIN_OIDC_ISSUER: 'https://auth.example.org',
    ADMIN_OIDC_CLIENT_ID: 'assistant',
    ADMIN_OIDC_CLIENT_SECRET: 'hush-hush',
    ADMIN_OIDC_ROLES: 'publisher=Camille@example.org, editor=groups:redaction',
  };

  it('say who has which role', () => {
    const roles = `${whole.ADMIN_OIDC_ROLES} reader=email:Sam@example.org`;
    expect(parseSettings({ ...whole, ADMIN_OIDC_ROLES: roles }).desk?.openId?.grants).toEqual([
      { role: 'publisher', email: 'camille@example.org' },
      { role: 'editor', claim: 'groups', value: 'redaction' },
      { role: 'reader', email: 'sam@example.org' },
    ]);
  });

  it.each([
    [
      { ADMIN_OIDC_ROLES: '' },
      /^- ADMIN_OIDC_ROLES\s: vide, alors que l’un des autres est rempli \(ADMIN_OIDC_ISSUER, /mu,
    ],
    [{ ADMIN_OIDC_ROLES: 'publisher=camille' }, 'écrivez publisher=camille@exemple.gouv.fr'],
    [{ ADMIN_OIDC_ROLES: 'editor=a@b.fr chief=c@d.fr' }, /élément\s2\ssur\s2\sest en cause/u],
    [{ ADMIN_OIDC_ISSUER: 'http://auth.example.org' }, 'écrivez l’adresse https du fournisseur'],
    [{ ADMIN_OIDC_SCOPE: 'email' }, 'écrivez openid, puis'],
  ])('refuse %o', (wrong, sentence) => {
    expect(() => parseSettings({ ...whole, ...wrong })).toThrow(sentence);
  });
});
