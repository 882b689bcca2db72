import { z } from 'zod';

/* What the grammars list. */

export const phrase = z.string().regex(/[\p{L}\p{N}]/u, 'a phrase');
const word = z.string().regex(/^[\p{L}\p{N}]+$/u, 'a single word');
/** "tot." is an abbreviation only where its dot stands. */
export const spelling = z.string().regex(/^[\p{L}\p{N}]+\.?$/u, 'a single word');
export const phrases = z.array(phrase);
export const words = z.array(word).min(1, 'a word at least');
