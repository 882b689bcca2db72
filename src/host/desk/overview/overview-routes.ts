import type { InboxEntry } from '../../../../dialogs/inbox/inbox';
import { doubtsAbout } from '../../../core/editing/doubts';
import { reportOn } from '../../../core/editing/report';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import type { Field } from '../../../core/model/records';
import { DESK_OVERVIEW } from '../../../messages/fr/desk/overview';
import { KNOWLEDGE } from '../../../messages/fr/knowledge';
import { messagesFor } from '../../../messages/messages-for';
import { percents } from '../../../messages/sentences';
import type { Answer } from '../../http/route';
import { inboxEntries } from '../../inbox/document-inbox';
import { loadRecords } from '../../knowledge-files';
import type { Store } from '../../storage/store';
import { usageOf } from '../../usage';
import { PATHS, type ShowDeskPage } from '../pages/desk-page';
import { type Html, html, say } from '../pages/html';
import { monthsBefore } from '../people/audit';
import type { DeskRoute, Visit } from '../people/guard';
import { nameOfRecord, type RecordPlace, recordPath } from '../records/record-names';
import { dayBars } from './day-bars';
import { usedHtml } from './used-html';

/** Days that are counted. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/** `/admin/etat`: what the base lacks; `/admin/usage`: what people left, day by day. */
export function createOverviewRoutes(parts: {
  readonly store: Store;
  readonly now: () => Date;
  readonly show: ShowDeskPage;
  readonly knowledge: () => KnowledgeBase;
  readonly dataDir: string;
  readonly keepUsage: (() => Promise<void>) | undefined;
}): DeskRoute[] {
  const { store, now, show, knowledge, dataDir, keepUsage } = parts;
  return [
    { method: 'GET', path: PATHS.health, role: 'reader', answer: health },
    { method: 'GET', path: PATHS.usage, role: 'reader', answer: usage },
  ];

  async function health({ session }: Visit): Promise<Answer> {
    const words = DESK_OVERVIEW.health;
    const records = await loadRecords(dataDir);
    const today = dayOf(now());
    const report = reportOn(records, [], today);
    const { fields } = messagesFor('fr');
    const named = (fieldsNamed: readonly Field[]): string => fieldsNamed.map((field) => fields[field]).join(', ');
    const project = (id: string): RecordPlace => ({ file: 'projects.json', id });
    const part = (title: string, items: readonly (readonly [RecordPlace, string])[]): Html =>
      html`<h2>${say(words.counted(title, items.length))}</h2>
        ${
          items.length === 0
            ? html`<p>${say(words.none)}</p>`
            : html`<ul>
                ${items.map(itemHtml)}
              </ul>`
        }`;
    const rows = report.coverage.map(
      ({ field, known }) =>
        html`<tr>
          <th scope="row">${say(fields[field])}</th>
          <td>${say(words.knownOf(known, report.projects))}</td>
        </tr>`,
    );
    const main = html`<p>${say(words.intro)}</p>
      <h2>${say(words.coverage)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${say(words.field)}</th>
            <th scope="col">${say(words.known)}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      ${part(
        words.doubts,
        doubtsAbout(records, today).map(
          (doubt) => [{ file: doubt.file, id: doubt.record }, KNOWLEDGE.doubtOf(doubt)] as const,
        ),
      )}
      ${part(
        words.stale,
        report.stale.map(({ id, latest }) => [project(id), latest ?? words.undated] as const),
      )}
      ${part(
        words.conflicts,
        report.conflicts.map(({ id, about }) => [project(id), named(about)] as const),
      )}
      ${part(
        words.unsourced,
        report.unsourced.map(({ id, field }) => [project(id), named([field])] as const),
      )}
      ${part(
        words.idle,
        report.idle.map(({ file, id, terms }) => [{ file, id }, terms.join(', ')] as const),
      )}
      ${part(
        words.empty,
        report.empty.map((place) => [place, ''] as const),
      )}`;
    return show({ title: words.title, main, session, within: PATHS.health });
  }

  function itemHtml([place, what]: readonly [RecordPlace, string]): Html {
    const link = html`<a href="${recordPath(place)}">${nameOfRecord(place, knowledge())}</a>`;
    return what === '' ? html`<li>${link}</li>` : html`<li>${link} : ${say(what)}</li>`;
  }

  async function usage({ session }: Visit): Promise<Answer> {
    const words = DESK_OVERVIEW.usage;
    const days = Array.from({ length: DAYS }, (_, at) => dayOf(new Date(now().getTime() - (DAYS - 1 - at) * DAY_MS)));
    await keepUsage?.();
    const used = await usageOf(store, days);
    const months = monthsBefore(now()).filter((month) => days.some((day) => day.startsWith(month)));
    const entries = (await Promise.all(months.map((month) => inboxEntries(store, month)))).flat();
    const counts = Object.fromEntries(KINDS.map((kind) => [kind, days.map(() => 0)]));
    for (const entry of entries) {
      const own = counts[kindOf(entry)];
      const at = days.indexOf(entry.at.slice(0, 'yyyy-mm-dd'.length));
      if (own !== undefined && at !== -1) own[at] = (own[at] ?? 0) + 1;
    }
    const of = (kind: Kind): readonly number[] => counts[kind] ?? [];
    const sum = (kind: Kind): number => of(kind).reduce((total, count) => total + count, 0);
    const rated = sum('useful') + sum('useless');
    const charts = KINDS.map(
      (kind) =>
        html`<h2>${say(words.total(words.kinds[kind], sum(kind)))}</h2>
          ${sum(kind) === 0 ? null : dayBars(of(kind), days, words.kinds[kind])}`,
    );
    const main = html`<p>${say(words.intro(DAYS))}</p>
      ${rated === 0 ? null : html`<p>${say(words.share(percents(sum('useful') / rated, 'moins de', 'plus de')))}</p>`}
      ${usedHtml(used, days, knowledge())} ${charts}
      <details>
        <summary>${say(words.table)}</summary>
        <div class="wide" role="region" aria-label="${say(words.table)}" tabindex="0">
          <table>
            <thead>
              <tr>
                <th scope="col">${say(words.day)}</th>
                ${KINDS.map((kind) => html`<th scope="col">${say(words.kinds[kind])}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${days.map(
                (day, at) =>
                  html`<tr>
                    <th scope="row">${say(words.date(day))}</th>
                    ${KINDS.map((kind) => html`<td class="number">${of(kind)[at] ?? 0}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`;
    return show({ title: words.title, main, session, within: PATHS.usage });
  }
}

const KINDS = ['unanswered', 'useful', 'useless', 'report', 'opinion'] as const;
type Kind = (typeof KINDS)[number];

function kindOf(entry: InboxEntry): Kind {
  if (entry.kind === 'rating') return entry.isUseful ? 'useful' : 'useless';
  return entry.kind;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
