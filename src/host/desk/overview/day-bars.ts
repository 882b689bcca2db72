import { DESK_OVERVIEW } from '../../../messages/fr/desk/overview';
import { type Html, html, say } from '../pages/html';

/** In the units of the picture, which is as wide as the page lets it be. */
const HEIGHT = 60;
const STEP = 20;
const BAR = 14;
const BELOW = 18;

/** A bar for each day, drawn in the page, and said in a sentence for whoever does not see it. */
export function dayBars(counts: readonly number[], days: readonly string[], label: string): Html {
  const words = DESK_OVERVIEW.usage;
  const most = Math.max(0, ...counts);
  const mostDay = days[counts.indexOf(most)] ?? '';
  const width = counts.length * STEP;
  const bars = counts.map((count, at) => {
    const height = Math.round((count / most) * HEIGHT);
    return html`<rect x="${at * STEP + (STEP - BAR) / 2}" y="${HEIGHT - height}" width="${BAR}" height="${height}" />`;
  });
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return html`<svg
    class="bars"
    viewBox="0 0 ${width} ${HEIGHT + BELOW}"
    role="img"
    aria-label="${say(words.bars(label, most, words.date(mostDay)))}"
  >
    <rect x="0" y="${HEIGHT}" width="${width}" height="1" />
    ${bars}
    <text x="0" y="${HEIGHT + BELOW - 4}">${say(words.date(first))}</text>
    <text x="${width}" y="${HEIGHT + BELOW - 4}" text-anchor="end">${say(words.date(last))}</text>
  </svg>`;
}
