/**
 * A light stem that serves French and English alike: plurals, feminines and the commonest verb endings fall, nothing else,
 * so that "loyer" stays apart from "loi" and "formation" from "format" (a full Snowball stemmer merges them).
 *
 * @param word a folded word (lower case, no accents)
 */
export function stem(word: string): string {
  const known = KEPT.get(word);
  if (known !== undefined) return known;
  if (word.length <= 3 || /\d/.test(word)) return word;
  return reduceEnding(singular(word));
}

/** Words whose ending misleads the rules, and that are their own stem. */
const OWN_STEMS = [
  'acces proces temps repas corps pays fonds cours lidar cher mer hiver people housing building training',
  'cloud carriere gros bas face funding funded recherche',
].flatMap((words) => words.split(' '));

/** The same for others: the plural or verb form on the left, the stem to share on the right. */
const KEPT = new Map<string, string>([
  ...OWN_STEMS.map((word) => [word, word] as const),
  ['eaux', 'eau'],
  ['yeux', 'oeil'],
  ['travaux', 'travail'],
  ['baux', 'bail'],
  ['mineurs', 'mineur'],
  ['chere', 'cher'],
  ['cheres', 'cher'],
  ['children', 'child'],
  ['women', 'woman'],
  ['housed', 'housing'],
  ['buildings', 'building'],
  ['carrieres', 'carriere'],
  ['cherche', 'chercher'],
]);

function singular(word: string): string {
  if (/[^e]aux$/.test(word) && word.length > 4) return `${word.slice(0, -3)}al`;
  if (/[^s]s$/.test(word) || /[ea]ux$/.test(word)) return word.slice(0, -1);
  return word;
}

function reduceEnding(word: string): string {
  let result = word;
  if (result.length >= 7 && result.endsWith('euse')) result = `${result.slice(0, -4)}eur`;
  else if (result.length >= 7 && result.endsWith('trice')) result = `${result.slice(0, -5)}teur`;
  else if (result.length >= 6 && result.endsWith('ing')) result = result.slice(0, -3);
  else {
    if (result.length >= 4) result = result.replace(/e+$/, '');
    if (result.length >= 6 && /(er|ed|ez)$/.test(result)) result = result.slice(0, -2);
    else if (result.length >= 7 && /[^m]ent$/.test(result)) result = result.slice(0, -3);
  }
  // "choisir", "choisissent", "choisissait", "choisi"
  if (result.length >= 6) result = result.replace(/iss(?:aient|ait)?$/, 'i').replace(/([^o])ir$/, '$1i');
  if (result.length >= 5) result = result.replace(/if$/, 'iv').replace(/iqu$/, 'ic');
  if (result.length >= 3) result = result.replace(/y$/, 'i');
  return result.length >= 5 ? result.replace(/([lntsr])\1$/, '$1') : result;
}
