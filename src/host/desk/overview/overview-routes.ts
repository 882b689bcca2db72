import type { InboxEntry } from '../../../../dialogs/inbox/inbox';
import { doubtsAbout } from '../../../core/editing/doubts';
import { reportOn } from '../../../core/editing/report';
import { post } from '../../../core/search/postings';
import { DESK } from '../../../messages/fr/desk/desk';
import { DESK_OVERVIEW } from '../../../messages/fr/desk/overview';
import { KNOWLEDGE } from '../../../messages/fr/knowledge';
import { messagesFor } from '../../../messages/messages-for';
import { percents } from '../../../messages/sentences';
import type { Answer } from '../../http/route';
import { inboxEntries } from '../../inbox/document-inbox';
import { loadRecords } from '../../knowledge-files';
import { dayOf, usageOf } from '../../usage';
import type { DeskTools } from '../desk-tools';
import { PATHS } from '../pages/desk-page';
import { type Html, html, listHtml, say, tableHtml, wideHtml } from '../pages/html';
import { monthsBefore } from '../people/audit';
import { type DeskRoute, get, type Visit } from '../people/guard';
import { nameOfRecord, type RecordPlace, recordPath } from '../records/record-names';
import { dayBars, usedHtml } from './usage-html';

/** Days that are counted. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/** Acts of the journal. */
const MOST_ACTS = 200;

/** `/admin/etat`: what the base lacks; `/admin/usage`: what people left, day by day; `/admin/journal`: who did what, for publishers. */
export function createOverviewRoutes(tools: DeskTools): DeskRoute[] {
  const { store, now, show, knowledge, dataDir, keepUsage, audit } = tools;
  return [
    get(PATHS.health, 'reader', health),
    get(PATHS.usage, 'reader', usage),
    get(PATHS.journal, 'publisher', journal),
  ];

  async function health({ session }: Visit): Promise<Answer> {
    const words = DESK_OVERVIEW.health;
    const records = await loadRecords(dataDir);
    const today = dayOf(now());
    const report = reportOn(records, [], today);
    const { fields } = messagesFor('fr');
    const project = (id: string): RecordPlace => ({ file: 'projects.json', id });
    const item = (place: RecordPlace, what: string): Html => {
      const link = html`<a href="${recordPath(place)}">${nameOfRecord(place, knowledge())}</a>`;
      return what === '' ? link : html`${link} : ${say(what)}`;
    };
    const rows = report.coverage.map(({ field, known }) => [
      say(fields[field]),
      say(words.knownOf(known, report.projects)),
    ]);
    const main = html`<p>${say(words.intro)}</p>
      <h2>${say(words.coverage)}</h2>
      ${tableHtml([words.field, words.known], rows)}
      ${part(words.doubts, doubtsAbout(records, today), (doubt) => item({ file: doubt.file, id: doubt.record }, KNOWLEDGE.doubtOf(doubt)))}
      ${part(words.stale, report.stale, ({ id, latest }) => item(project(id), latest ?? words.undated))}
      ${part(words.conflicts, report.conflicts, ({ id, about }) => item(project(id), about.map((field) => fields[field]).join(', ')))}
      ${part(words.unsourced, report.unsourced, ({ id, field }) => item(project(id), fields[field]))}
      ${part(words.idle, report.idle, ({ file, id, terms }) => item({ file, id }, terms.join(', ')))}
      ${part(words.empty, report.empty, (place) => item(place, ''))}`;
    return show({ title: words.title, main, session, within: PATHS.health });
  }

  async function usage({ session }: Visit): Promise<Answer> {
    const words = DESK_OVERVIEW.usage;
    const days = Array.from({ length: DAYS }, (_, at) => dayOf(new Date(now().getTime() - (DAYS - 1 - at) * DAY_MS)));
    await keepUsage?.();
    const used = await usageOf(store, days);
    const months = monthsBefore(now()).filter((month) => days.some((day) => day.startsWith(month)));
    const entries = (await Promise.all(months.map((month) => inboxEntries(store, month)))).flat();
    const left = post(entries, (entry) => [`${entry.at.slice(0, 'yyyy-mm-dd'.length)} ${kindOf(entry)}`]);
    const countOf = (day: string, kind: Kind): number => left.get(`${day} ${kind}`)?.length ?? 0;
    const of = (kind: Kind): readonly number[] => days.map((day) => countOf(day, kind));
    const sum = (kind: Kind): number => of(kind).reduce((total, count) => total + count, 0);
    const rated = sum('useful') + sum('useless');
    const charts = KINDS.map(
      (kind) =>
        html`<h2>${say(words.total(words.kinds[kind], sum(kind)))}</h2>
          ${sum(kind) === 0 ? null : dayBars(of(kind), days, words.kinds[kind])}`,
    );
    const rows = days.map((day) => [say(words.date(day)), ...KINDS.map((kind) => countOf(day, kind))]);
    const main = html`<p>${say(words.intro(DAYS))}</p>
      ${rated === 0 ? null : html`<p>${say(words.share(percents(sum('useful') / rated, 'moins de', 'plus de')))}</p>`}
      ${usedHtml(used, days, knowledge())} ${charts}
      <details>
        <summary>${say(words.table)}</summary>
        ${wideHtml(words.table, tableHtml([words.day, ...KINDS.map((kind) => words.kinds[kind])], rows))}
      </details>`;
    return show({ title: words.title, main, session, within: PATHS.usage });
  }

  async function journal({ session }: Visit): Promise<Answer> {
    const { title, intro, nobody, columns } = DESK.journal;
    const entries = await audit.latest(MOST_ACTS);
    const rows = entries.map(({ at, name, act, about }) => [
      html`<time datetime="${at}">${say(DESK.moment(at))}</time>`,
      name === '' ? say(nobody) : name,
      say(DESK.acts[act]),
      about,
    ]);
    const main = html`<p>${say(intro)}</p>
      ${wideHtml(title, tableHtml(Object.values(columns), rows, false))}`;
    return show({ title, main, session, within: PATHS.journal });
  }
}

/** What was found of something, and how much that is. */
function part<Found>(title: string, found: readonly Found[], item: (one: Found) => Html): Html {
  const words = DESK_OVERVIEW.health;
  return html`<h2>${say(words.counted(title, found.length))}</h2>
    ${listHtml(found.map(item)) ?? html`<p>${say(words.none)}</p>`}`;
}

const KINDS = ['unanswered', 'useful', 'useless', 'report', 'opinion'] as const;
type Kind = (typeof KINDS)[number];

function kindOf(entry: InboxEntry): Kind {
  if (entry.kind === 'rating') return entry.isUseful ? 'useful' : 'useless';
  return entry.kind;
}
