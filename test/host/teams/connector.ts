import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { sign, type Algorithm } from 'jsonwebtoken';

export const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const SERVICE_URL = 'https://smba.example.org/emea/';

/** A stand-in for the Bot Framework: its keys on the loopback, tokens signed with them, and what would have been sent to it. */
export interface Connector {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  /** The same, sending through this client. */
  readonly authenticationThrough: (client: ConnectorClient) => ConfigurationBotFrameworkAuthentication;
  /** A valid token, unless `changes` spoil it. */
  readonly token: (changes?: {
    readonly claims?: object;
    readonly key?: KeyObject | string;
    readonly algorithm?: Algorithm;
  }) => string;
  /** The addresses that the bot tried to reach. Nothing leaves: each call fails. */
  readonly calls: readonly string[];
  readonly close: () => Promise<void>;
}

/** What the SDK sends through. */
export type ConnectorClient = NonNullable<
  NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>['httpClient']
>;

class UnsignedCredentials extends ConfigurationServiceClientCredentialFactory {
  override createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return Promise.resolve({ signRequest: (request) => Promise.resolve(request) });
  }
}

export async function startConnector(): Promise<Connector> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key', use: 'sig', endorsements: ['msteams', 'webchat'] };
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { jwks_uri: `${url()}/keys` }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
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
    ToBotFromChannelOpenIdMetadataUrl: `${url()}/openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${url()}/openid`,
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
    token: ({ claims = {}, key = privateKey, algorithm = 'RS256' } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const usual = {
        iss: 'https://api.botframework.com',
        aud: APP_ID,
        serviceurl: SERVICE_URL,
        iat: now,
        exp: now + 600,
      };
      return sign({ ...usual, ...claims }, key, { algorithm, keyid: 'key' });
    },
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };

  function url(): string {
    const address: AddressInfo | string | null = server.address();
    return address === null || typeof address === 'string' ? '' : `http://127.0.0.1:${address.port}`;
  }
}
