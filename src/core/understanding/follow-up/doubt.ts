import { fold } from '../../language/fold';
import type { Reading } from '../reading';

/** "C'est fiable ?", "d'où ça sort ?", "t'es sûr ?" and nothing else: asks what the last answer rests on. */
export function doubts({ words }: Reading): boolean {
  // As typed: "crois" would be corrected to a word of the data.
  const said = words.map(({ written }) => fold(written)).join(' ');
  return DOUBTS.has(said.replace(/^(?:et|and|mais|but|ah bon|hein|euh) /, ''));
}

const DOUBTS = new Set(
  [
    'c est fiable',
    'est ce fiable',
    'fiable',
    'c est verifie',
    'est ce verifie',
    'c est sur',
    'c est sur ca',
    't es sur',
    't es sur de toi',
    'tu es sur',
    'tu es sur de ca',
    'tu es sur que c est tout',
    'es tu sur',
    'vous etes sur',
    'vous en etes sur',
    'etes vous sur',
    'etes vous surs',
    'je ne te crois pas',
    'je ne vous crois pas',
    'you sure',
    'c est vrai',
    'c est vrai ca',
    'd ou ca sort',
    'd ou sort ca',
    'ca sort d ou',
    'd ou sort ce chiffre',
    'd ou sort ce total',
    'd ou vient ce total',
    'de quand date ce chiffre',
    'de quand datent ces chiffres',
    'c est de quand',
    'de quand ca date',
    'ca date de quand',
    'are you sure',
    'is it reliable',
    'is that reliable',
    'is that true',
    'i don t believe you',
    'i do not believe you',
    'how reliable is that',
    'says who',
  ].flatMap((phrase) => [phrase, `${phrase} vraiment`]),
);
