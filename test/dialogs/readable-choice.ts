import { z } from 'zod';

/**
 * An object whose `type` says which of `shapes` it has, with no other property. Unlike a union of zod, it tells what is
 * wrong within the shape that was meant, and where.
 */
export function oneOf(what: string, shapes: Readonly<Record<string, z.core.$ZodLooseShape>>): z.ZodType {
  const schemas = new Map(
    Object.entries(shapes).map(([type, shape]) => [type, z.strictObject({ type: z.literal(type), ...shape })]),
  );
  return z.looseObject({ type: z.string(`missing: every ${what} says its type`) }).superRefine((value, ctx) => {
    const schema = schemas.get(value.type);
    if (schema === undefined) {
      ctx.addIssue({ code: 'custom', path: ['type'], message: `"${value.type}" is no ${what} of Adaptive Cards 1.5` });
      return;
    }
    addIssues(schema, value, ctx);
  });
}

/** A value that `plain` takes; of any other, `schema` says what is wrong. */
export function plainOr(plain: z.ZodType, schema: z.ZodType): z.ZodType {
  return z.unknown().superRefine((value, ctx) => {
    if (!plain.safeParse(value).success) addIssues(schema, value, ctx);
  });
}

function addIssues(schema: z.ZodType, value: unknown, ctx: z.RefinementCtx): void {
  for (const { path, message } of schema.safeParse(value).error?.issues ?? []) {
    ctx.addIssue({ code: 'custom', path: [...path], message });
  }
}
