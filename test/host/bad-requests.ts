import { gzipSync } from 'node:zlib';
import type { StartedConversation } from './direct-line-client';
import { SECRET } from './running-host';

export const JSON_TYPE = { 'Content-Type': 'application/json' };
export const MESSAGE = { type: 'message', text: 'Bonjour' };

/** A request, what it must be answered, and for which reason it is refused. */
export interface Bad {
  readonly method?: string;
  readonly path?: (conversation: StartedConversation) => string;
  readonly token?: (conversation: StartedConversation) => string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly status: number;
  readonly code: string;
}

/** Requests to Direct Line. */
export const BAD_REQUESTS: Readonly<Record<string, Bad>> = {
  'JSON that is cut': { body: '{"type":"message"', status: 400, code: 'InvalidJson' },
  'JSON 30,000 levels deep': { body: '['.repeat(30_000) + ']'.repeat(30_000), status: 400, code: 'InvalidJson' },
  'JSON 40 levels deep': { body: JSON.stringify({ ...MESSAGE, value: nested(40) }), status: 400, code: 'BadArgument' },
  'no body': { body: '', status: 400, code: 'BadArgument' },
  'a body that is no object': { body: '"message"', status: 400, code: 'BadArgument' },
  null: { body: 'null', status: 400, code: 'BadArgument' },
  'an activity without a type': { body: '{"text":"x"}', status: 400, code: 'BadArgument' },
  'an activity that clients do not send': { body: '{"type":"conversationUpdate"}', status: 400, code: 'BadArgument' },
  'an invoke': { body: '{"type":"invoke","name":"x"}', status: 400, code: 'BadArgument' },
  'a text that is none': { body: '{"type":"message","text":{"a":1}}', status: 400, code: 'BadArgument' },
  'an endless clientActivityID': {
    body: JSON.stringify({ ...MESSAGE, channelData: { clientActivityID: 'x'.repeat(201) } }),
    status: 400,
    code: 'BadArgument',
  },
  'a locale that is none': { body: JSON.stringify({ ...MESSAGE, locale: '../fr' }), status: 400, code: 'BadArgument' },
  'a body over 64 KiB': {
    body: JSON.stringify({ ...MESSAGE, text: 'x'.repeat(70_000) }),
    status: 413,
    code: 'PayloadTooLarge',
  },
  gzip: {
    headers: { 'Content-Encoding': 'gzip' },
    body: gzipSync(JSON.stringify(MESSAGE)),
    status: 415,
    code: 'UnsupportedMediaType',
  },
  'gzip that is none': {
    headers: { 'Content-Encoding': 'gzip' },
    body: 'not gzip',
    status: 415,
    code: 'UnsupportedMediaType',
  },
  brotli: { headers: { 'Content-Encoding': 'br' }, body: 'x', status: 415, code: 'UnsupportedMediaType' },
  'a form': {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'type=message',
    status: 415,
    code: 'UnsupportedMediaType',
  },
  'a multipart body': {
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: '--x--',
    status: 415,
    code: 'UnsupportedMediaType',
  },
  text: { headers: { 'Content-Type': 'text/plain' }, body: 'bonjour', status: 415, code: 'UnsupportedMediaType' },
  'a file': {
    path: under('/upload'),
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: '--x--',
    status: 415,
    code: 'UnsupportedMediaType',
  },
  'a file without a file': { path: under('/upload'), body: '{}', status: 415, code: 'UploadNotSupported' },
  'an unknown conversation': {
    path: () => '/conversations/unknown/activities',
    body: JSON.stringify(MESSAGE),
    status: 404,
    code: 'ConversationNotFound',
  },
  'a conversation named as a path': {
    path: () => '/conversations/..%2F..%2Fetc/activities',
    body: JSON.stringify(MESSAGE),
    status: 404,
    code: 'ConversationNotFound',
  },
  'a conversation named __proto__': {
    path: () => '/conversations/__proto__/activities',
    body: JSON.stringify(MESSAGE),
    status: 404,
    code: 'ConversationNotFound',
  },
  'no token': { token: () => undefined, body: JSON.stringify(MESSAGE), status: 401, code: 'Unauthorized' },
  'a forged token': {
    token: ({ token }) => `${token}x`,
    body: JSON.stringify(MESSAGE),
    status: 403,
    code: 'BadArgument',
  },
  'the secret in place of a token': {
    token: () => SECRET,
    body: JSON.stringify(MESSAGE),
    status: 403,
    code: 'BadArgument',
  },
  'a negative watermark': { method: 'GET', path: under('/activities?watermark=-1'), status: 400, code: 'BadArgument' },
  'a huge watermark': {
    method: 'GET',
    path: under(`/activities?watermark=${'9'.repeat(400)}`),
    status: 400,
    code: 'BadArgument',
  },
  'a watermark that is none': {
    method: 'GET',
    path: under('/activities?watermark=abc'),
    status: 400,
    code: 'BadArgument',
  },
  'a watermark with a fraction': {
    method: 'GET',
    path: under('/activities?watermark=1.5'),
    status: 400,
    code: 'BadArgument',
  },
  'a bad watermark to reconnect': { method: 'GET', path: under('?watermark=1e3'), status: 400, code: 'BadArgument' },
  'a wrong secret': {
    path: () => '/tokens/generate',
    token: () => 'wrong',
    body: '{}',
    status: 403,
    code: 'BadArgument',
  },
  'a token in place of the secret': {
    path: () => '/tokens/generate',
    token: ({ token }) => token,
    body: '{}',
    status: 403,
    code: 'BadArgument',
  },
  'a user id that is not a token’s': {
    path: () => '/tokens/generate',
    token: () => SECRET,
    body: '{"user":{"id":"ada"}}',
    status: 400,
    code: 'BadArgument',
  },
  'an unknown key to make a token': {
    path: () => '/tokens/generate',
    token: () => SECRET,
    body: '{"admin":true}',
    status: 400,
    code: 'BadArgument',
  },
  'an origin that is none': {
    path: () => '/tokens/generate',
    token: () => SECRET,
    body: '{"trustedOrigins":["javascript:alert(1)"]}',
    status: 400,
    code: 'BadArgument',
  },
  'someone else’s dl_ id to start': {
    path: () => '/conversations',
    body: '{"user":{"id":"dl_eve"}}',
    status: 400,
    code: 'BadArgument',
  },
  'a method that is not taken': { method: 'DELETE', status: 405, code: 'MethodNotAllowed' },
  'a method that is not taken, with a body': {
    method: 'PUT',
    path: () => '/tokens/generate',
    body: '{}',
    status: 405,
    code: 'MethodNotAllowed',
  },
  'an address that is not there': { path: () => '/nothing', body: '{}', status: 404, code: 'NotFound' },
  'an address that is badly written': { method: 'GET', path: () => '/%E0%A4%A', status: 404, code: 'NotFound' },
};

export const chunk = (size: number): string => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;
/** The head of a request that begins a conversation, with these headers. */
export const post = (headers: string): string =>
  `POST /v3/directline/conversations HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n${headers}\r\n\r\n`;

/** What is written on the line, and what it is answered. */
export const BAD_HTTP: readonly (readonly [string, readonly (string | Buffer)[], number, string])[] = [
  [
    '100 KB in chunks without a length',
    [post('Transfer-Encoding: chunked'), ...Array.from({ length: 10 }, () => chunk(10_000)), '0\r\n\r\n'],
    413,
    'PayloadTooLarge',
  ],
  ['a length of 100 MB', [post('Content-Length: 100000000'), 'x'.repeat(1_000)], 413, 'PayloadTooLarge'],
  ['a length that is none', [post('Content-Length: abc')], 400, 'BadRequest'],
  ['two lengths', [post('Content-Length: 5\r\nTransfer-Encoding: chunked')], 400, 'BadRequest'],
  ['a broken chunk', [post('Transfer-Encoding: chunked'), 'zz\r\n'], 400, 'BadRequest'],
  [
    'a gzip body on a GET',
    ['GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nabcde'],
    415,
    'UnsupportedMediaType',
  ],
  ['a Host that breaks addresses', ['GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n'], 400, 'BadArgument'],
  ['a Host with a path', ['GET /healthz HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n'], 400, 'BadArgument'],
  [
    'an absolute address that is none',
    ['GET http://[/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    400,
    'BadArgument',
  ],
  ['headers of 20 KB', [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`], 431, 'HeadersTooLarge'],
  ['what is not HTTP', ['\x16\x03\x01\x02\x00\x01\x00'], 400, 'BadRequest'],
];

/** Addresses that are no way in. */
export const BAD_ADDRESSES = [
  '//',
  '//x/y',
  '/%',
  '/%00',
  '/..',
  '/?%',
  '/#',
  '*',
  '/widget/../../package.json',
  '/widget/%2e%2e%2fpage.js',
  '/\\',
] as const;

const LONG = 'x'.repeat(6_000);

/** Pages, files and tokens asked for in ways that no page of ours asks: each is answered, and never as a failure. */
export const BAD_PAGES: readonly (readonly [name: string, path: string, init?: RequestInit])[] = [
  ['a question of 6,000 letters', `/question?q=${LONG}`],
  ['a question of 1,500 words', `/question?q=${'quel%20projet%20'.repeat(750)}`],
  ['a question of emoji', `/question?q=${encodeURIComponent('🧨'.repeat(200))}`],
  ['a question of accents piled up', `/question?q=${encodeURIComponent(`e${'\u0301'.repeat(1_000)}`)}`],
  ['a question of control characters', '/question?q=%00%01%1b%5b31m%7f'],
  ['a question written from right to left', `/question?q=${encodeURIComponent('\u202eprojet\u202c')}`],
  ['half a character', '/question?q=%ed%a0%80'],
  ['a question badly encoded', '/question?q=%E0%A4%A'],
  ['a question twice', '/question?q=a&q=b&lang=fr&lang=en'],
  ['a script for a question', '/question?q=%3Cscript%3Ealert(1)%3C/script%3E'],
  ['a formula for a question', '/question?q=%3D1%2B1%7Ccmd'],
  ['a pattern for a question', '/question?q=(a%2B)%2B%24.*%5B%5E'],
  ['a language that is none', '/question?q=logement&lang=../../etc'],
  ['a place in a list that is none', '/question?q=logement&from=-1e9'],
  ['a reading that is none', '/question?q=logement&reading=99999999'],
  ['a project named __proto__', '/projets/__proto__'],
  ['a project named as a path', '/projets/..%2f..%2fpackage.json'],
  ['a project of 6,000 letters', `/projets/${LONG}`],
  ['a list with unknown filters', '/projets?theme=__proto__&annee=1e400&porteur=%00'],
  ['a picture of nothing', '/pictures/x.svg'],
  ['a picture of what is no question', '/pictures/bars.svg?q=%7B%22__proto__%22%3A1%7D'],
  ['a file without its signature', '/take-away/export.csv'],
  ['a file with a forged one', '/take-away/eyJhbGciOiJub25lIn0.e30./x.csv'],
  ['a frame for a site that is none', '/widget/frame?site=javascript:alert(1)'],
  ['a file of ours outside', '/widget/%2e%2e%2f%2e%2e%2fpackage.json'],
  ['a token for another site', '/widget/token', { method: 'POST', headers: { Origin: 'https://evil.example.org' } }],
  ['a token with a body', '/widget/token', { method: 'POST', headers: JSON_TYPE, body: '{"user":{"id":"dl_eve"}}' }],
  ['an activity of Teams where there is no Teams', '/api/messages', { method: 'POST', headers: JSON_TYPE, body: '{}' }],
  ['a stream asked as a page', '/v3/directline/conversations/x/stream?t=x'],
  [
    'many headers',
    '/',
    { headers: Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`x-${index}`, 'x'])) },
  ],
];

export function under(path: string): (conversation: StartedConversation) => string {
  return ({ conversationId }) => `/conversations/${conversationId}${path}`;
}

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}
