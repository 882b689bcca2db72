/** The address by which clients reach the server, which they are given in answers. */
export interface BaseUrl {
  /** For the caller of this Host header, without a final slash. */
  readonly of: (host: string | undefined) => string;
  /** To be told once the server listens. */
  readonly listensAt: (url: string) => void;
}

const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/iu;

/**
 * PUBLIC_URL when it is set. Without it the caller's own Host header is given back to that caller: a page opened at
 * http://localhost:3978 must get a stream at localhost, since its policy allows its own origin only. X-Forwarded-* are never read.
 */
export function createBaseUrl(publicUrl: string | undefined): BaseUrl {
  let listening = 'http://127.0.0.1';
  return {
    of: (host) => publicUrl ?? (host !== undefined && HOST.test(host) ? `http://${host}` : listening),
    listensAt: (url) => {
      listening = url;
    },
  };
}
