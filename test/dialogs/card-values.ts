import { z } from 'zod';
import { plainOr } from './readable-choice';

export const color = word('default', 'dark', 'light', 'accent', 'good', 'warning', 'attention').nullish();
export const containerStyle = word('default', 'emphasis', 'good', 'attention', 'warning', 'accent').nullish();
export const fontSize = word('default', 'small', 'medium', 'large', 'extraLarge').nullish();
export const fontType = word('default', 'monospace').nullish();
export const fontWeight = word('default', 'lighter', 'bolder').nullish();
export const horizontal = word('left', 'center', 'right').nullish();
export const vertical = word('top', 'center', 'bottom').nullish();
export const blockHeight = word('auto', 'stretch').optional();
export const imageSize = word('auto', 'stretch', 'small', 'medium', 'large').optional();
export const spacing = word('default', 'none', 'small', 'medium', 'large', 'extraLarge', 'padding').optional();

export const text = z.string().optional();
export const amount = z.number().optional();
export const flag = z.boolean().optional();

/** An address, absolute or relative, or an image as data; no space, which would end it. */
export const address = z.string().regex(/^\S+$/, 'expected an address without spaces');

/** A length on screen. */
export const pixels = z.string().regex(/^\d+(\.\d+)?px$/, 'expected a number of pixels, as "50px"');

/** What a column takes of the width: a share, a number of pixels, what it needs, or what is left. */
export const columnWidth = z
  .custom(
    (width) => isTableWidth(width) || (typeof width === 'string' && /^(auto|stretch|\d+)$/.test(width)),
    'expected a share (2), pixels ("50px"), "auto" or "stretch"',
  )
  .optional();

/** The same for a column of a table, which in 1.5 has neither "auto" nor "stretch". */
export const tableColumnWidth = z.custom(isTableWidth, 'expected a share (2) or pixels ("50px")').optional();

/** The image behind a part of the card: its address alone, or with how it fills the part. */
export const backgroundImage = plainOr(
  address,
  z.strictObject({
    type: z.literal('BackgroundImage').optional(),
    url: address,
    fillMode: word('cover', 'repeatHorizontally', 'repeatVertically', 'repeat').optional(),
    horizontalAlignment: horizontal,
    verticalAlignment: vertical,
  }),
).optional();

/** The language of a card: "fr". */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}$/i, 'expected a language, as "fr"')
  .optional();

/** A version that a host of 1.5 renders: not above 1.5. */
export const version = z.string().regex(/^1\.[0-5]$/, 'expected a version from "1.0" to "1.5"');

/** One of these words; as the schema has it, in any case. */
export function word(...words: readonly string[]): z.ZodType {
  const known = new Set(words.map((each) => each.toLowerCase()));
  return z.custom((value) => typeof value === 'string' && known.has(value.toLowerCase()), {
    error: ({ input }) => `${JSON.stringify(input)} is none of ${words.join(', ')}`,
  });
}

function isTableWidth(width: unknown): boolean {
  return typeof width === 'number' ? width > 0 : pixels.safeParse(width).success;
}
