import { HttpError } from '../http/http-error';

/** Fifteen digits stay exact in a number; no conversation comes near. */
const WATERMARK = /^\d{1,15}$/u;

/** The sequence number after which the client wants the activities. Absent or empty, as a fresh client sends it, is 0. */
export function readWatermark(text: string | null): number {
  if (text === null || text === '') return 0;
  if (!WATERMARK.test(text)) throw new HttpError(400, 'BadArgument', 'The watermark is not one that was given out.');
  return Number(text);
}
