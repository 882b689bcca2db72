const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/iu;

/**
 * PUBLIC_URL when it is set. Without it the caller's own Host header is given back to that caller: a page opened at
 * http://localhost:3978 must get a stream at localhost, since its policy allows its own origin only. X-Forwarded-* are never read.
 */
export function createBaseUrl(publicUrl: string | undefined) {
  let listening = 'http://127.0.0.1';
  return {
    /** The address that clients are given in answers, for the caller of this Host header, without a final slash. */
    of: (host: string | undefined): string =>
      publicUrl ?? (host !== undefined && HOST.test(host) ? `http://${host}` : listening),
    /** To be told once the server listens. */
    listensAt: (url: string): void => {
      listening = url;
    },
  };
}
