import { z } from 'zod';
import { LOCALES } from '../../core/language/locale';
import { HttpError } from '../http/http-error';
import type { Answer, Call } from '../http/route';
import { screenAnswer, type ScreenAddresses } from './screen';

/** What the site that embeds the widget chooses. */
const choicesSchema = z.strictObject({
  lang: z.enum(LOCALES).default('fr'),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/u)
    .default('#000091'),
  /** Which widget of its page it is: each has a conversation of its own. */
  rank: z
    .string()
    .regex(/^\d{1,2}$/u)
    .default('0'),
});

/** The inside of the widget, for a frame on one of `ancestors` or on our own site. 400 for choices that the loader never makes. */
export function answerFrame(
  { query, headers }: Call,
  addresses: ScreenAddresses,
  ancestors: readonly string[],
): Answer {
  const choices = choicesSchema.safeParse(Object.fromEntries(query));
  if (!choices.success)
    throw new HttpError(
      400,
      'BadArgument',
      'This address is made by widget.js: lang (fr, en), theme (auto, light, dark), color (#rrggbb), rank.',
    );
  const { lang, theme, color, rank } = choices.data;
  // Widgets of one page share the storage of this site.
  const data = { storage: `assistant-widget-${rank}`, theme };
  // The site's colour is for light grounds; the dark theme has its own.
  const own = `:root{--accent:${color};--accent-dark:${color}}`;
  const style = { light: own, dark: '', auto: `@media not (prefers-color-scheme:dark){${own}}` }[theme];
  const screen = { locale: lang, data, isFramed: true, style };
  return screenAnswer(screen, addresses, headers['accept-encoding'], ["'self'", ...ancestors], {
    // The policy above names who may frame the page; this older header knows no list.
    'X-Frame-Options': '',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}
