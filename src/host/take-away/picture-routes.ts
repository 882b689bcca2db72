import { createHash } from 'node:crypto';
import { barsOf } from '../../../dialogs/pictures/bars';
import { drawBars, PICTURE_STYLE } from '../../../dialogs/pictures/draw-bars';
import { readPictureName } from '../../../dialogs/pictures/picture-address';
import { answerQuestion } from '../../core/answering/answer-question';
import { holdsAllOf } from '../../core/answering/known-ids';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { LOCALES } from '../../core/language/locale';
import { HttpError } from '../http/http-error';
import { get, type Answer, type Call, type Route } from '../http/route';
import { createTurnQueue } from '../storage/turn-queue';

/** Nothing but the style of every picture, known by its hash: opened by itself it is dark as well. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PICTURE_STYLE).digest('base64')}'`;

const HEADERS = {
  // The figures change with the knowledge base only, within a second of its files: a picture may lag behind the text by no more than this.
  'Cache-Control': 'public, max-age=60',
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  // Public figures: the widget of another site shows them too.
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Anybody may ask for a picture, and each takes the processor for a few ms: more than these at once wait for nobody's eyes. */
const MOST_WAITING = 100;

/**
 * Pictures of answers. The address holds the question and not the figures: they are computed again, so that
 * nobody can have this server draw a figure that its data does not hold. 400 for what is no question, 404 for what has no picture, 429 when too many wait.
 */
export function createPictureRoutes(knowledge: KnowledgeBase): Route[] {
  const tooMany = 'Too many pictures are being drawn.';
  const queue = createTurnQueue({ limit: MOST_WAITING, tooMany, retryAfterSeconds: 2 });
  // A star, because the router takes no named parameter beyond 100 characters. One picture at a time, and what else waits to be served
  // goes between two: a hundred must not hold up a conversation.
  return [get('/pictures/*', (call) => queue.run('pictures', () => Promise.resolve(answer(call))))];

  function answer({ parameters, query }: Call): Answer {
    const name = parameters['*'] ?? '';
    if (!name.endsWith('.svg')) throw noPicture();
    const question = readPictureName(name);
    const locale = LOCALES.find((known) => known === (query.get('lang') ?? 'fr'));
    if (question === null || locale === undefined)
      throw new HttpError(400, 'BadArgument', 'This address holds no question that the assistant could have asked.');
    if (!holdsAllOf(question, knowledge)) throw noPicture();
    const bars = barsOf({ ...answerQuestion(question, [], knowledge), locale }, knowledge);
    if (bars === null) throw noPicture();
    return {
      status: 200,
      headers: HEADERS,
      content: { bytes: drawBars(bars, { locale }), type: 'image/svg+xml; charset=utf-8' },
    };
  }
}

function noPicture(): HttpError {
  return new HttpError(404, 'NotFound', 'There is no picture of this question.');
}
