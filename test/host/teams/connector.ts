import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { sign, type Algorithm } from 'jsonwebtoken';
import type { ConnectorClient } from '../../../src/host/teams/connector-client';
import { serveOnLoopback } from '../../loopback-server';

export const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const SERVICE_URL = 'https://smba.example.org/emea/';

/** What spoils a token. */
export interface TokenChanges {
  readonly claims?: object;
  readonly key?: KeyObject | string;
  readonly algorithm?: Algorithm;
  /** `key` is endorsed for Teams and Web Chat, `skype` signs with a key that is for another channel. */
  readonly keyId?: string;
}

/** A stand-in for the Bot Framework: its keys on the loopback, tokens signed with them, and what would have been sent to it. */
export interface Connector {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  /** The same, sending through this client. */
  readonly authenticationThrough: (client: ConnectorClient) => ConfigurationBotFrameworkAuthentication;
  /** A valid token, unless `changes` spoil it. */
  readonly token: (changes?: TokenChanges) => string;
  /** A secret for HS256 that everybody knows: the public key as it is published. */
  readonly publicKey: string;
  /** The addresses that the bot tried to reach. Nothing leaves: each call fails. */
  readonly calls: readonly string[];
  readonly close: () => Promise<void>;
}

class UnsignedCredentials extends ConfigurationServiceClientCredentialFactory {
  override createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return Promise.resolve({ signRequest: (request) => Promise.resolve(request) });
  }
}

export async function startConnector(): Promise<Connector> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const published = { ...publicKey.export({ format: 'jwk' }), use: 'sig' };
  const keys = [
    { ...published, kid: 'key', endorsements: ['msteams', 'webchat'] },
    { ...published, kid: 'skype', endorsements: ['skypeforbusiness'] },
  ];
  const { url, close } = await serveOnLoopback((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : { jwks_uri: `${url}/keys` }));
  });
  const calls: string[] = [];
  const configuration = {
    MicrosoftAppId: APP_ID,
    MicrosoftAppPassword: 'password',
    MicrosoftAppType: 'MultiTenant',
    ToChannelFromBotLoginUrl: 'https://login.example.org',
    ToChannelFromBotOAuthScope: 'https://api.example.org',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: 'https://token.example.org',
    ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
  };
  const authenticationThrough = (httpClient: ConnectorClient): ConfigurationBotFrameworkAuthentication =>
    new ConfigurationBotFrameworkAuthentication(
      configuration,
      // The SDK's own factory implements that class and does not extend it either.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
      new UnsignedCredentials(configuration),
      undefined,
      undefined,
      { httpClient },
    );
  return {
    authentication: authenticationThrough({
      sendRequest: (request) => {
        calls.push(request.url);
        return Promise.reject(new Error('no network in the tests'));
      },
    }),
    authenticationThrough,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    token: ({ claims = {}, key = privateKey, algorithm = 'RS256', keyId = 'key' } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const usual = {
        iss: 'https://api.botframework.com',
        aud: APP_ID,
        serviceurl: SERVICE_URL,
        iat: now,
        exp: now + 600,
      };
      // A claim that is undefined is left out: the library would refuse to sign it.
      const all: Readonly<Record<string, unknown>> = { ...usual, ...claims };
      const kept = Object.entries(all).filter(([, value]) => value !== undefined);
      return sign(Object.fromEntries(kept), key, { algorithm, keyid: keyId });
    },
    calls,
    close,
  };
}
