import { get, type Route } from './http/route';

/** RFC 9116 asks for a date, at most a year away, after which the file is no longer to be believed: an assistant that runs renews it. */
const VALID_DAYS = 180;
const DAY_MS = 86_400_000;

/** `/.well-known/security.txt`: to whom a weakness is told; `contact` an e-mail address or an https page. */
export function createSecurityRoute(contact: string, publicUrl: string | undefined, now: () => Date): Route {
  const path = '/.well-known/security.txt';
  return get(path, () => {
    const expires = new Date(now().getTime() + VALID_DAYS * DAY_MS);
    const lines = [
      `Contact: ${contact.startsWith('https:') ? '' : 'mailto:'}${contact}`,
      `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
      'Preferred-Languages: fr, en',
      ...(publicUrl === undefined ? [] : [`Canonical: ${publicUrl}${path}`]),
    ];
    return { status: 200, content: { bytes: `${lines.join('\n')}\n`, type: 'text/plain; charset=utf-8' } };
  });
}
