import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { DESK_OVERVIEW } from '../../../messages/fr/desk/overview';
import { percents } from '../../../messages/sentences';
import type { DayUsage } from '../../usage';
import { type Html, html, say, tableHtml } from '../pages/html';
import { dayBars } from './day-bars';

/** More themes than that are no ranking any more. */
const MOST_THEMES = 10;

/** How much was asked on these days, of which kinds and on which themes. */
export function usedHtml(used: readonly DayUsage[], days: readonly string[], { themeById }: KnowledgeBase): Html {
  const words = DESK_OVERVIEW.usage;
  const perDay = used.map(({ kinds }) => Object.values(kinds).reduce((sum, count) => sum + count, 0));
  const asked = perDay.reduce((sum, count) => sum + count, 0);
  const kinds = new Map(totals(used.map((day) => day.kinds)));
  const themes = totals(used.map((day) => day.themes)).flatMap(
    ([id, count]): readonly (readonly [string, number])[] => {
      const theme = themeById.get(id);
      return theme === undefined ? [] : [[theme.label.fr, count]];
    },
  );
  const named = Object.entries(words.kindNames).flatMap(([kind, name]): readonly (readonly [string, number])[] => {
    const count = kinds.get(kind) ?? 0;
    return count === 0 ? [] : [[name, count]];
  });
  const unknown = kinds.get('unknown') ?? 0;
  return html`<h2>${say(words.total(words.answered, asked))}</h2>
    ${
      asked === 0
        ? null
        : html`${dayBars(perDay, days, words.answered)}
            <p>${say(words.unknownShare(percents(unknown / asked, 'moins de', 'plus de')))}</p>
            ${table(words.byKind, words.what, named)} ${table(words.byTheme, words.theme, themes.slice(0, MOST_THEMES))}`
    }`;
}

function table(title: string, what: string, rows: readonly (readonly [string, number])[]): Html | null {
  if (rows.length === 0) return null;
  const sorted = [...rows].sort(([, a], [, b]) => b - a);
  const shown = sorted.map(
    ([name, count]) =>
      html`<tr>
        <th scope="row">${say(name)}</th>
        <td class="number">${count}</td>
      </tr>`,
  );
  return html`<h3>${say(title)}</h3>
    ${tableHtml([what, DESK_OVERVIEW.usage.count], shown)}`;
}

/** The sums, the greatest first. */
function totals(all: readonly Readonly<Record<string, number>>[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const own of all) for (const [key, count] of Object.entries(own)) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums].sort(([, a], [, b]) => b - a);
}
