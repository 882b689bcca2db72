import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { sign, type Algorithm } from 'jsonwebtoken';
import { createAgentsSdk } from '../../../src/host/teams/agents/agents-sdk';
import { createConnectorProof } from '../../../src/host/teams/agents/connector-proof';
import { createBotbuilderSdk, type TurnTreatment } from '../../../src/host/teams/connector-adapter';
import { clientThrough, type ConnectorClient, type Send } from '../../../src/host/teams/connector-client';
import type { TeamsSdk } from '../../../src/host/teams/teams-sdk';
import { serveOnLoopback } from '../../loopback-server';

export const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const SERVICE_URL = 'https://smba.example.org/emea/';

const APP = {
  kind: 'app',
  adapter: 'agents',
  appId: APP_ID,
  appPassword: 'password',
  appType: 'MultiTenant',
  tenantId: undefined,
  allowedTenants: undefined,
  serviceHosts: [],
} as const;

/** What spoils a token. */
export interface TokenChanges {
  readonly claims?: object;
  readonly key?: KeyObject | string;
  readonly algorithm?: Algorithm;
  /** `key` is endorsed for Teams and Web Chat, `skype` signs with a key that is for another channel. */
  readonly keyId?: string;
}

/** The kits of Microsoft's that the assistant may speak through. */
export const ADAPTERS = ['botbuilder', 'agents'] as const;
export type Adapter = (typeof ADAPTERS)[number];

/** Makes a kit that treats its turns so. */
export type MakeSdk = (treatment: TurnTreatment) => Promise<TeamsSdk>;

/** A stand-in for the Bot Framework: its keys on the loopback, tokens signed with them, and what would have been sent to it. */
export interface Connector {
  /** What botbuilder believes and sends by, through this client. */
  readonly authenticationThrough: (client: ConnectorClient) => ConfigurationBotFrameworkAuthentication;
  /** A kit that believes this stand-in and sends through this way out; without one, nothing leaves and each call fails. */
  readonly sdk: (send?: Send, adapter?: Adapter) => MakeSdk;
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
  const refuse: Send = ({ url: address }) => {
    calls.push(address);
    return Promise.reject(new Error('no network in the tests'));
  };
  return {
    authenticationThrough,
    sdk:
      (send = refuse, adapter = 'botbuilder') =>
      (treatment) => {
        if (adapter === 'botbuilder') {
          const authentication = authenticationThrough(clientThrough(send));
          return Promise.resolve(createBotbuilderSdk(APP_ID, { ...treatment, authentication }));
        }
        const { now } = treatment;
        const prove = createConnectorProof({ appId: APP_ID, metadataUrl: `${url}/openid`, now });
        return createAgentsSdk(APP, { ...treatment, prove, send, token: () => Promise.resolve('token') });
      },
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
