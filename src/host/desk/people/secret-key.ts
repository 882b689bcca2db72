import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** 256 bits that nobody guesses, as they stand in a cookie or in an address: 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: who reads the store cannot use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** From when to when a secret is worth something, as it is kept. */
export const validityShape = { at: z.iso.datetime(), expires: z.iso.datetime() };

export function validFor(minutes: number, now: Date): { readonly at: string; readonly expires: string } {
  return { at: now.toISOString(), expires: new Date(now.getTime() + minutes * 60_000).toISOString() };
}

/**
 * A cookie of the desk that holds a secret. `isSecure`: the desk is reached by https, and the cookie by nothing else; no site beside
 * ours can then set one of this name, which browsers take for all addresses of a host or not at all.
 */
export function createCookie(bareName: string, barePath: string, sameSite: 'Strict' | 'Lax', isSecure: boolean) {
  const [name, path] = isSecure ? [`__Host-${bareName}`, '/'] : [bareName, barePath];
  const pattern = new RegExp(`(?:^|;\\s*)${name}=([\\w-]{43})(?:;|$)`, 'u');
  return {
    /** The secret in what a browser sent. */
    in: (cookies: string | undefined): string | null => pattern.exec(cookies ?? '')?.[1] ?? null,
    /** The cookie to set, whole. */
    holding: (value: string, seconds: number): string =>
      `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`,
  };
}
