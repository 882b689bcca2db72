import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Answer, Call } from '../http/route';

/** A file served to browsers as it was when the server started. */
export interface Asset {
  /** Changes with the content: the page names the file with `?v=`, so that a browser may keep it for ever. */
  readonly version: string;
  readonly answer: (call: Call) => Promise<Answer>;
}

const pack = promisify(gzip);

const ONE_YEAR_SECONDS = 31_536_000;
const FOR_EVER = `public, max-age=${ONE_YEAR_SECONDS}, immutable`;
/** Asked for without its version, a file must be checked each time: the same address may hold another tomorrow. */
const CHECKED_EACH_TIME = 'no-cache';
/** 72 bits of a hash: enough to tell apart the few versions that a file ever has. */
const VERSION_CHARACTERS = 12;

/** Reads a file to be served. It is packed once, in the background: Web Chat is 3.9 MB as it is and 1.1 MB packed. */
export async function readAsset(path: string, type: string): Promise<Asset> {
  const bytes = await readFile(path);
  const packed = pack(bytes);
  // Told at the first request that wants it, not by killing the process before.
  packed.catch(() => undefined);
  const version = createHash('sha256').update(bytes).digest('base64url').slice(0, VERSION_CHARACTERS);

  return {
    version,
    answer: async ({ headers, query }) => {
      const isPacked = acceptsGzip(headers['accept-encoding']);
      const etag = isPacked ? `"${version}-gzip"` : `"${version}"`;
      const common = {
        ETag: etag,
        Vary: 'Accept-Encoding',
        'Cache-Control': query.get('v') === version ? FOR_EVER : CHECKED_EACH_TIME,
      };
      if (isKnown(headers['if-none-match'], etag)) return { status: 304, headers: common, content: undefined };
      return {
        status: 200,
        headers: isPacked ? { ...common, 'Content-Encoding': 'gzip' } : common,
        content: { bytes: isPacked ? await packed : bytes, type },
      };
    },
  };
}

function acceptsGzip(header: string | string[] | undefined): boolean {
  return String(header ?? '')
    .split(',')
    .some((item) => /^\s*gzip\s*(;\s*q=(1|0\.\d*[1-9]\d*).*)?$/iu.test(item));
}

function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((item) => item.trim().replace(/^W\//u, '') === etag);
}
