import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

/**
 * A provider of OpenID Connect on this machine: `node openid-server.mjs CLIENT_ID CLIENT_SECRET REDIRECT_URI`. It asks for a name in a form of
 * its own makers; the address of whoever signs in is that name at example.org. Says its own address on standard output.
 */
const [clientId, clientSecret, redirectUri] = process.argv.slice(2);
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    // As ProConnect does: what is asked for by scope is told beside the token, not in it.
    conformIdTokenClaims: true,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id}@example.org`,
        email_verified: id !== 'unchecked',
        name: `${id.charAt(0).toUpperCase()}${id.slice(1)} du Bureau`,
      }),
    }),
  });
  server.on('request', provider.callback());
  process.stdout.write(`${issuer}\n`);
});
