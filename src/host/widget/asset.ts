import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';
import type { Answer, Call } from '../http/route';

/** A file served to browsers as it was when the server started. */
export interface Asset {
  /** Changes with the content: the page names the file with `?v=`, so that a browser may keep it for ever. */
  readonly version: string;
  readonly answer: (call: Call) => Promise<Answer>;
}

const ONE_YEAR_SECONDS = 31_536_000;
const FOR_EVER = `public, max-age=${ONE_YEAR_SECONDS}, immutable`;
/** Asked for without its version, a file must be checked each time: the same address may hold another tomorrow. */
const CHECKED_EACH_TIME = 'no-cache';
/** 72 bits of a hash: enough to tell apart the few versions that a file ever has. */
const VERSION_CHARACTERS = 12;

/** Reads a file to be served, and what it was packed to beforehand (`path`.br), if it was. */
export async function readAsset(path: string, type: string): Promise<Asset> {
  const bytes = await readFile(path);
  let brotli = existsSync(`${path}.br`) ? await readFile(`${path}.br`) : undefined;
  let isBrotliBegun = false;
  let gzipped: Promise<Buffer> | undefined;
  const version = createHash('sha256').update(bytes).digest('base64url').slice(0, VERSION_CHARACTERS);

  return {
    version,
    answer: async ({ headers, query }) => {
      const pack = await packFor(headers['accept-encoding'] ?? '');
      const etag = pack === undefined ? `"${version}"` : `"${version}-${pack.encoding}"`;
      const common = {
        ETag: etag,
        Vary: 'Accept-Encoding',
        'Cache-Control': query.get('v') === version ? FOR_EVER : CHECKED_EACH_TIME,
      };
      if (isKnown(headers['if-none-match'], etag)) return { status: 304, headers: common, content: undefined };
      return {
        status: 200,
        headers: pack === undefined ? common : { ...common, 'Content-Encoding': pack.encoding },
        content: { bytes: pack?.bytes ?? bytes, type },
      };
    },
  };

  /**
   * The file packed, once in each way, beside the requests. Brotli at its best takes a second for each half megabyte: who asks first
   * gets gzip, and it is made meanwhile.
   */
  async function packFor(accepted: string) {
    if (accepts(accepted, 'br')) {
      if (brotli !== undefined) return { encoding: 'br', bytes: brotli };
      if (!isBrotliBegun)
        brotliCompress(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }, (error, packed) => {
          // Without it gzip goes on.
          if (error === null) brotli = packed;
        });
      isBrotliBegun = true;
    }
    if (!accepts(accepted, 'gzip')) return undefined;
    gzipped ??= promisify(gzip)(bytes);
    return { encoding: 'gzip', bytes: await gzipped };
  }
}

/** An HTML page made for one request, packed if it may be: 6 kB become 2. */
export function htmlAnswer(html: string, accepted: string, headers: Readonly<Record<string, string>>): Answer {
  const isPacked = accepts(accepted, 'gzip');
  return {
    status: 200,
    headers: {
      ...headers,
      Vary: ['Accept-Encoding', ...(headers['Vary'] === undefined ? [] : [headers['Vary']])].join(', '),
      ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    },
    content: { bytes: isPacked ? gzipSync(html) : html, type: 'text/html; charset=utf-8' },
  };
}

function accepts(header: string, encoding: 'br' | 'gzip'): boolean {
  const wanted = new RegExp(`^\\s*${encoding}\\s*(;\\s*q=(1|0\\.\\d*[1-9]\\d*).*)?$`, 'iu');
  return header.split(',').some((item) => wanted.test(item));
}

function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((item) => item.trim().replace(/^W\//u, '') === etag);
}
