import { z } from 'zod';

const submitSchema = z.looseObject({
  type: z.literal('Action.Submit'),
  title: z.string(),
  data: z.unknown().optional(),
});

const executeSchema = z.looseObject({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
  fallback: z.strictObject({
    type: z.literal('Action.Submit'),
    title: z.string(),
    data: z.record(z.string(), z.unknown()),
    associatedInputs: z.string(),
  }),
});

const textSchema = z.looseObject({ text: z.string() });

/** A button whose press is a message with `data`. */
export type Submit = Readonly<z.infer<typeof submitSchema>>;

/** A button of Teams, whose press is an invoke; its fallback is the one above. */
export type Execute = Readonly<z.infer<typeof executeSchema>>;

/** Every Action.Submit with a title on a card, wherever it stands. */
export function submitsIn(card: unknown): readonly Submit[] {
  return partsOf(card, submitSchema);
}

/** Every Action.Execute with a title. */
export function executesIn(card: unknown): readonly Execute[] {
  return partsOf(card, executeSchema);
}

/** What is read on a card, or a sentence by itself. */
export function textsIn(card: unknown): readonly string[] {
  return typeof card === 'string' ? [card] : partsOf(card, textSchema).map(({ text }) => text);
}

/** The last of the buttons with this title; fails with the titles that there are. */
export function lastTitled<Button extends { readonly title: string }>(
  title: string | RegExp,
  buttons: readonly Button[],
): Button {
  const found = buttons.findLast((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
  if (found === undefined)
    throw new Error(`no button "${String(title)}" among: ${buttons.map((one) => one.title).join(' | ')}`);
  return found;
}

/** All of this shape, each before those within it. */
function partsOf<Part>(node: unknown, shape: z.ZodType<Part>): readonly Part[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = shape.safeParse(node);
  return [...(own.success ? [own.data] : []), ...Object.values(node).flatMap((value) => partsOf(value, shape))];
}
