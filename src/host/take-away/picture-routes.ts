import { createHash } from 'node:crypto';
import { setImmediate as afterOthers } from 'node:timers/promises';
import { escapeHtml } from '../../../dialogs/exports/html-document';
import { type Bar, type Bars, barsAlternative } from '../../../dialogs/pictures/bar-data';
import { barsOf } from '../../../dialogs/pictures/bars';
import { drawBars, PICTURE_STYLE } from '../../../dialogs/pictures/draw-bars';
import { pictureAddress, readPictureName } from '../../../dialogs/pictures/picture-address';
import { answerQuestion, sourcesOfAnswer } from '../../core/answering/answer-question';
import { holdsAllOf } from '../../core/answering/known-ids';
import { type Locale, LOCALES } from '../../core/language/locale';
import { MOST_LISTED } from '../../core/model/answer';
import type { Source } from '../../core/model/records';
import { messagesFor, pictureMessagesFor } from '../../messages/messages-for';
import { HttpError } from '../http/http-error';
import type { Answer, Call, Route } from '../http/route';
import { listHtml, said, sourceHtml } from '../plain/html-text';
import type { PlainPage, PlainParts } from '../plain/plain-page';
import { createTurnQueue, QueueFull } from '../storage/turn-queue';

/** The figures change with the knowledge base only, within a second of its files: a picture may lag behind the text by no more than this. */
const ONE_MINUTE = 'public, max-age=60';
/** A table has room for all that the answer lists. */
const TABLE_ROOM = { bars: MOST_LISTED, lines: 2 * MOST_LISTED, unpublished: MOST_LISTED };

/** Nothing but the style of every picture, known by its hash: opened by itself it is dark as well. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PICTURE_STYLE).digest('base64')}'`;

/** Anybody may ask for a picture, and each takes the processor for a few ms: more than these at once wait for nobody's eyes. */
const MOST_WAITING = 100;

/**
 * Pictures of answers, and their pages to print. The address holds the question and not the figures: they are computed again, so that
 * nobody can have this server draw a figure that its data does not hold. 400 for what is no question, 404 for what has no picture, 429 when too many wait.
 */
export function createPictureRoutes({ knowledge, show }: Pick<PlainParts, 'knowledge' | 'show'>): Route[] {
  const queue = createTurnQueue({ limit: MOST_WAITING });
  // A star, because the router takes no named parameter beyond 100 characters.
  return [{ method: 'GET', path: '/pictures/*', answer: inTurn }];

  /** One at a time, and what else waits to be served goes between two: a hundred pictures must not hold up a conversation. */
  async function inTurn(call: Call): Promise<Answer> {
    try {
      return await queue.run('pictures', async () => {
        await afterOthers();
        return answer(call);
      });
    } catch (error) {
      if (!(error instanceof QueueFull)) throw error;
      throw new HttpError(429, 'TooManyRequests', 'Too many pictures are being drawn.', { 'Retry-After': '2' });
    }
  }

  function answer({ parameters, query }: Call): Answer {
    const name = readPictureName(parameters['*'] ?? '');
    const locale = LOCALES.find((known) => known === (query.get('lang') ?? 'fr'));
    if (name === null || locale === undefined)
      throw new HttpError(400, 'BadArgument', 'This address holds no question that the assistant could have asked.');
    const { question, format } = name;
    if (!holdsAllOf(question, knowledge)) throw noPicture();
    const body = answerQuestion(question, [], knowledge);
    const bars = barsOf({ ...body, locale }, knowledge);
    const address = pictureAddress(question, locale);
    if (bars === null || address === null) throw noPicture();
    if (format === 'svg') return pictureAnswer(drawBars(bars, { locale }));
    return show(
      picturePage({
        locale,
        address,
        drawn: bars,
        bars: barsOf({ ...body, locale }, knowledge, TABLE_ROOM) ?? bars,
        sources: sourcesOfAnswer(body, knowledge),
      }),
      200,
      { 'Cache-Control': ONE_MINUTE },
    );
  }
}

function noPicture(): HttpError {
  return new HttpError(404, 'NotFound', 'There is no picture of this question.');
}

function pictureAnswer(svg: string): Answer {
  return {
    status: 200,
    headers: {
      'Cache-Control': ONE_MINUTE,
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      // Public figures: the widget of another site shows them too.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
    content: { bytes: svg, type: 'image/svg+xml; charset=utf-8' },
  };
}

/** A page to print: the picture, its figures as a table, its sources. */
function picturePage(shown: {
  readonly locale: Locale;
  /** Address of the picture as drawn, cut to what a chat has room for, and what it shows. */
  readonly address: string;
  readonly drawn: Bars;
  /** The figures, all of them. */
  readonly bars: Bars;
  readonly sources: readonly Source[];
}): PlainPage {
  const { locale, address, drawn, bars, sources } = shown;
  const { page } = pictureMessagesFor(locale);
  const notes = [
    ...bars.notes,
    ...(bars.rest === null ? [] : [bars.rest]),
    ...(bars.rows.some(({ value }) => value === null) ? [page.unpublishedMeaning] : []),
  ];
  return {
    locale,
    title: bars.title,
    main: [
      `      <h1>${escapeHtml(bars.title)}</h1>`,
      '      <div class="beside">',
      '      <div>',
      `      <p class="picture"><img src="${escapeHtml(address)}" alt="${escapeHtml(barsAlternative(drawn, locale))}" width="420" /></p>`,
      `      <p><a href="${escapeHtml(address)}">${said(page.pictureLink, locale)}</a></p>`,
      '      </div>',
      tableOf(bars, locale),
      '      </div>',
      ...listOf(page.notesHeading, locale, notes, (note) => said(note, locale)),
      ...listOf(messagesFor(locale).sourcesHeading, locale, sources, (source) =>
        sourceHtml(source, locale, page.sourceWithoutAddress),
      ),
    ].join('\n'),
  };
}

function listOf<Item>(
  heading: string,
  locale: Locale,
  items: readonly Item[],
  itemHtml: (item: Item) => string,
): readonly string[] {
  if (items.length === 0) return [];
  return [`      <h2>${said(heading, locale)}</h2>`, listHtml(items.map(itemHtml))];
}

function tableOf(bars: Bars, locale: Locale): string {
  const { columns } = pictureMessagesFor(locale).page;
  const hasCoverage = bars.rows.some(({ coverage }) => coverage !== null);
  const headings = [
    bars.of === 'project' ? columns.project : columns.group[bars.of],
    bars.unit === 'MEUR' ? columns.amount : columns.count,
    ...(hasCoverage ? [columns.coverage] : []),
  ];
  return `      <div class="wide" role="region" aria-labelledby="figures" tabindex="0">
      <table class="numeric">
        <caption id="figures" class="unseen">${escapeHtml(bars.title)}</caption>
        <thead><tr>${headings.map((heading) => `<th scope="col">${said(heading, locale)}</th>`).join('')}</tr></thead>
        <tbody>
${bars.rows.map((row) => tableRow(row, hasCoverage, locale)).join('\n')}
        </tbody>
      </table>
      </div>`;
}

function tableRow({ label, value, valueText, coverage }: Bar, hasCoverage: boolean, locale: Locale): string {
  const covered = coverage === null ? '' : pictureMessagesFor(locale).coverage(coverage.known, coverage.size);
  return `          <tr><th scope="row">${escapeHtml(label)}</th><td${value === null ? ' class="none"' : ''}>${escapeHtml(valueText)}</td>${hasCoverage ? `<td>${said(covered, locale)}</td>` : ''}</tr>`;
}
