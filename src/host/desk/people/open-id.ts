import type * as OpenId from 'openid-client';
import { z } from 'zod';
import { DESK } from '../../../messages/fr/desk/desk';
import { type Answer, type Call, get, type Route } from '../../http/route';
import { parseReadable } from '../../storage/parse-json';
import type { Grant, OpenIdSettings } from '../desk-settings';
import { alert, DESK_PATH, PATHS } from '../pages/desk-page';
import { html, say } from '../pages/html';
import { nameIn, type Person, ROLES } from './person';
import { createCookie, hashOf, newSecret, validFor, validityShape } from './secret-key';
import type { SignInParts } from './sign-in-routes';

/** Where the browser comes back to from the provider. */
const RETURN_PATH = `${PATHS.openId}/retour`;

/** A sign-in under way, by the hash of its state. */
const FLOW_PREFIX = 'desk/flow/';
const FLOW_MINUTES = 10;
const flowSchema = z.strictObject({
  ...validityShape,
  /** The hash of what the browser that began it holds. */
  browser: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});
type Flow = z.infer<typeof flowSchema>;

/** Longer than a provider that is well takes; people wait. */
const PROVIDER_SECONDS = 10;

/**
 * Signing in at a provider of OpenID Connect: authorization code, PKCE, state and nonce. The provider is asked what it is when somebody
 * first signs in, so that the assistant starts without it.
 */
export async function createOpenIdRoutes(parts: SignInParts & { readonly settings: OpenIdSettings }): Promise<Route[]> {
  // Where nobody signs in by it, nobody waits for it.
  const openId = await import('openid-client');
  const { settings, store, now, isSecure, baseUrlOf, sessions, audit, guard, show, log } = parts;
  // Lax: the provider sends the browser back, and that is another site.
  const cookie = createCookie('desk-flow', PATHS.openId, 'Lax', isSecure);
  let discovered: Promise<OpenId.Configuration> | undefined;
  return [get(PATHS.openId, begin), get(RETURN_PATH, comeBack)];

  async function begin({ headers }: Call): Promise<Answer> {
    const provider = await reached();
    if (provider === null) return silent();
    const [state, browser, nonce, verifier] = [newSecret(), newSecret(), newSecret(), openId.randomPKCECodeVerifier()];
    const flow: Flow = { ...validFor(FLOW_MINUTES, now()), browser: hashOf(browser), nonce, verifier };
    await store.commit([{ key: FLOW_PREFIX + hashOf(state), text: JSON.stringify(flow), expected: null }]);
    const address = openId.buildAuthorizationUrl(provider, {
      redirect_uri: baseUrlOf(headers.host) + RETURN_PATH,
      scope: settings.scope,
      state,
      nonce,
      code_challenge: await openId.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const redirection = { Location: address.href, 'Set-Cookie': cookie.holding(browser, FLOW_MINUTES * 60) };
    return { status: 302, headers: redirection, content: undefined };
  }

  async function comeBack({ headers, query }: Call): Promise<Answer> {
    const words = DESK.signIn.openId;
    const state = query.get('state') ?? '';
    const flow = await takeFlow(state);
    if (flow?.browser !== hashOf(cookie.in(headers.cookie) ?? '')) return refuse('state', words.state);
    if (query.has('error')) return refuse('provider', words.refused);
    const provider = await reached();
    if (provider === null) return silent();
    const address = new URL(`${baseUrlOf(headers.host)}${RETURN_PATH}?${query.toString()}`);
    let claims: Claims;
    try {
      claims = await claimsOf(provider, address, state, flow);
    } catch (error) {
      log.error('the provider of OpenID Connect did not vouch for somebody', error);
      return refuse('tokens', words.failed);
    }
    const person = personOf(claims, settings);
    if (person === null) {
      const isUnchecked = personOf({ ...claims, email_verified: true }, settings) !== null;
      return isUnchecked ? refuse('unchecked', words.unchecked) : refuse('no-role', words.noRole);
    }
    await audit.write(person, 'signed-in');
    const main = html`<p>${say(words.welcome(person.name))}</p>
      <p><a href="${DESK_PATH}">${say(DESK.toDesk)}</a></p>`;
    // The cookie goes with what this page asks for, not with what the provider's redirection does: hence a page.
    return show({ title: DESK.signIn.title, main, session: null, goesOnTo: DESK_PATH }, 200, {
      'Set-Cookie': await sessions.begin(person),
    });
  }

  /** A sign-in is used up by the first who comes back. */
  async function takeFlow(state: string): Promise<Flow | null> {
    const key = FLOW_PREFIX + hashOf(state);
    const kept = await store.read(key);
    if (kept === null) return null;
    await store.commit([{ key, text: null, expected: kept.version }]);
    const data = parseReadable(flowSchema, kept.text);
    return data === null || new Date(data.expires) <= now() ? null : data;
  }

  /** What the provider says of somebody: of his token, and of what it tells of him beside. */
  async function claimsOf(provider: OpenId.Configuration, address: URL, state: string, flow: Flow): Promise<Claims> {
    const tokens = await openId.authorizationCodeGrant(provider, address, {
      expectedState: state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    });
    const token = claimsSchema.parse(tokens.claims());
    if (token.email !== undefined || provider.serverMetadata().userinfo_endpoint === undefined) return token;
    const told = await openId.fetchUserInfo(provider, tokens.access_token, token.sub);
    return claimsSchema.parse({ ...told, sub: token.sub });
  }

  /** Null where the provider does not answer. */
  async function reached(): Promise<OpenId.Configuration | null> {
    const { issuer, clientId, clientSecret } = settings;
    discovered ??= openId.discovery(issuer, clientId, clientSecret, undefined, {
      timeout: PROVIDER_SECONDS,
      // The settings take http for a provider on this machine alone. (Marked as deprecated by its makers to be seen.)
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      ...(issuer.protocol === 'http:' ? { execute: [openId.allowInsecureRequests] } : {}),
    });
    try {
      return await discovered;
    } catch (error) {
      discovered = undefined;
      log.error('the provider of OpenID Connect could not be reached (ADMIN_OIDC_ISSUER)', error);
      return null;
    }
  }

  function silent(): Answer {
    return show({ title: DESK.signIn.title, main: alert(DESK.signIn.openId.silent), session: null }, 503);
  }

  function refuse(why: string, sentence: string): Promise<Answer> {
    return guard.refuse(null, 'sign-in-refused', why, sentence);
  }
}

const claimsSchema = z.looseObject({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
  given_name: z.string().optional(),
  usual_name: z.string().optional(),
  family_name: z.string().optional(),
});
type Claims = z.infer<typeof claimsSchema>;

/** The highest role that somebody is granted; null for nobody of ours. */
function personOf(claims: Claims, { issuer, grants }: OpenIdSettings): Person | null {
  const role = ROLES.findLast((one) => grants.some((grant) => grant.role === one && isGranted(grant, claims)));
  if (role === undefined) return null;
  const { sub, email, given_name: given, usual_name: usual, family_name: family } = claims;
  const whole = [given, usual ?? family].filter((part) => part !== undefined).join(' ');
  const names = [claims.name ?? '', whole, email ?? ''].flatMap((text) => nameIn(text) ?? []);
  return { who: `${issuer.host} ${sub}`, name: names[0] ?? sub.slice(0, 40), role };
}

/** An address that the provider says nobody checked is nobody's. */
function isGranted(grant: Grant, claims: Claims): boolean {
  if ('email' in grant) return claims.email_verified !== false && claims.email?.toLowerCase() === grant.email;
  const held: unknown = claims[grant.claim];
  return Array.isArray(held) ? held.includes(grant.value) : held === grant.value;
}
