import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { DESK_OVERVIEW } from '../../../messages/fr/desk/overview';
import { percents } from '../../../messages/sentences';
import { type DayUsage, totalOf } from '../../usage';
import { type Html, html, say, tableHtml } from '../pages/html';

/** More themes than that are no ranking any more; there are fewer kinds. */
const MOST_ROWS = 10;

/** How much was asked on these days, of which kinds and on which themes. */
export function usedHtml(used: readonly DayUsage[], days: readonly string[], { themeById }: KnowledgeBase): Html {
  const words = DESK_OVERVIEW.usage;
  const perDay = used.map(({ kinds }) => Object.values(kinds).reduce((sum, count) => sum + count, 0));
  const asked = perDay.reduce((sum, count) => sum + count, 0);
  const { kinds, themes } = totalOf(used);
  const named = Object.entries(words.kindNames).map(([kind, name]) => [name, kinds[kind] ?? 0] as const);
  const byTheme = Object.entries(themes).flatMap(([id, count]): readonly Row[] => {
    const theme = themeById.get(id);
    return theme === undefined ? [] : [[theme.label.fr, count]];
  });
  return html`<h2>${say(words.total(words.answered, asked))}</h2>
    ${
      asked === 0
        ? null
        : html`${dayBars(perDay, days, words.answered)}
            <p>${say(words.unknownShare(percents((kinds['unknown'] ?? 0) / asked, 'moins de', 'plus de')))}</p>
            ${table(words.byKind, words.what, named)} ${table(words.byTheme, words.theme, byTheme)}`
    }`;
}

type Row = readonly [name: string, count: number];

/** What was counted at all, the most frequent first. */
function table(title: string, what: string, rows: readonly Row[]): Html | null {
  const counted = rows.filter(([, count]) => count > 0);
  if (counted.length === 0) return null;
  const sorted = counted.sort(([, a], [, b]) => b - a).slice(0, MOST_ROWS);
  const shown = sorted.map(([name, count]) => [say(name), count]);
  return html`<h3>${say(title)}</h3>
    ${tableHtml([what, DESK_OVERVIEW.usage.count], shown)}`;
}

/** In the units of the picture, which is as wide as the page lets it be. */
const HEIGHT = 60;
const STEP = 20;
const BAR = 14;
const BELOW = 18;

/** A bar for each day, drawn in the page, and said in a sentence for whoever does not see it. */
export function dayBars(counts: readonly number[], days: readonly string[], label: string): Html {
  const words = DESK_OVERVIEW.usage;
  const most = Math.max(0, ...counts);
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
    aria-label="${say(words.bars(label, most, words.date(days[counts.indexOf(most)] ?? '')))}"
  >
    <rect x="0" y="${HEIGHT}" width="${width}" height="1" />
    ${bars}
    <text x="0" y="${HEIGHT + BELOW - 4}">${say(words.date(first))}</text>
    <text x="${width}" y="${HEIGHT + BELOW - 4}" text-anchor="end">${say(words.date(last))}</text>
  </svg>`;
}
