import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { decode, verify } from 'jsonwebtoken';
import { z } from 'zod';
import { HttpError } from '../../http/http-error';
import { CHANNEL_ISSUER, forbidden } from '../connector-authentication';

/** Proves that a request comes from the Bot Framework, for this app and this service address. Throws a 403, or a 503 without keys. */
export type ConnectorProof = (
  activity: Pick<Activity, 'channelId' | 'serviceUrl'>,
  authorization: string,
) => Promise<void>;

/** Where the keys are told. */
const METADATA_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const FETCH_TIMEOUT_MS = 5_000;
/** Microsoft asks to read the keys again each day; a key that is not known may be new, but anybody can name one. */
const KEYS_LAST_MS = 24 * 60 * 60 * 1_000;
const KEYS_REST_MS = 60 * 60 * 1_000;
/** Clocks differ. */
const TOLERANCE_SECONDS = 5 * 60;

const metadataSchema = z.looseObject({ jwks_uri: z.url() });
const keysSchema = z.looseObject({
  keys: z.array(
    z.looseObject({
      kty: z.literal('RSA'),
      kid: z.string(),
      n: z.string(),
      e: z.string(),
      endorsements: z.array(z.string()).default([]),
    }),
  ),
});

/** A key and the channels that may sign with it. */
interface ConnectorKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

/**
 * Our own, because that of the Agents SDK asks for less than Microsoft's rules: neither the key's channel nor the whole service address,
 * and it takes a token for several bots.
 */
export function createConnectorProof(parts: {
  readonly appId: string;
  /** Milliseconds. */
  readonly now: () => number;
  readonly metadataUrl?: string;
}): ConnectorProof {
  const { appId, now, metadataUrl = METADATA_URL } = parts;
  let kept: { readonly at: number; readonly keys: Promise<ReadonlyMap<string, ConnectorKey>> } | undefined;

  return async (activity, authorization) => {
    const token = authorization.replace(/^Bearer /u, '');
    const found = await keyOf(decode(token, { complete: true })?.header.kid ?? '');
    if (found?.endorsements.includes(activity.channelId) !== true) throw forbidden();
    const ours = z.looseObject({ aud: z.literal(appId), serviceurl: z.literal(activity.serviceUrl) });
    if (!ours.safeParse(claimsOf(token, found.key)).success) throw forbidden();
  };

  function claimsOf(token: string, key: KeyObject): unknown {
    try {
      return verify(token, key, {
        algorithms: ['RS256', 'RS384', 'RS512'],
        issuer: CHANNEL_ISSUER,
        audience: appId,
        clockTimestamp: Math.floor(now() / 1_000),
        clockTolerance: TOLERANCE_SECONDS,
      });
    } catch {
      throw forbidden();
    }
  }

  async function keyOf(id: string): Promise<ConnectorKey | undefined> {
    return (await keysNoOlderThan(KEYS_LAST_MS)).get(id) ?? (await keysNoOlderThan(KEYS_REST_MS)).get(id);
  }

  async function keysNoOlderThan(milliseconds: number): Promise<ReadonlyMap<string, ConnectorKey>> {
    if (kept === undefined || now() - kept.at > milliseconds) kept = { at: now(), keys: readKeys(metadataUrl) };
    const asked = kept;
    try {
      return await asked.keys;
    } catch {
      if (kept === asked) kept = undefined;
      throw new HttpError(503, 'AuthenticationUnavailable', 'The keys of the Bot Framework cannot be read now.');
    }
  }
}

async function readKeys(metadataUrl: string): Promise<ReadonlyMap<string, ConnectorKey>> {
  const { jwks_uri: address } = metadataSchema.parse(await readJson(metadataUrl));
  const { keys } = keysSchema.parse(await readJson(address));
  return new Map(
    keys.map(({ kid, kty, n, e, endorsements }) => [
      kid,
      { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements },
    ]),
  );
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`the keys' address answered ${response.status}`);
  return response.json();
}
