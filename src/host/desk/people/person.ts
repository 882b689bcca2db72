import { z } from 'zod';

/** What somebody may do at the desk: look, change, publish. Who may more may the rest. */
export const ROLES = ['reader', 'editor', 'publisher'] as const;
export type Role = (typeof ROLES)[number];

/** A name is shown in pages and told in the journal. */
const MOST_NAME_CHARACTERS = 80;
const name = z
  .string()
  .trim()
  .min(1)
  .max(MOST_NAME_CHARACTERS)
  .regex(/^[^\p{Cc}]+$/u);

/** Somebody who signed in; `who` tells people apart, across their sessions. */
export const personShape = { who: z.string().max(300), name, role: z.enum(ROLES) };
export type Person = Readonly<z.infer<z.ZodObject<typeof personShape>>>;

/** Null for what cannot be the name of somebody. */
export function nameIn(text: string): string | null {
  return name.safeParse(text).data ?? null;
}

/** Whether this role may do what that one may. */
export function mayAs(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
