/**
 * How wide a text is drawn, without a font at hand: the widths of Arial, in thousandths of the size of the letters. The reader's own
 * font may be wider, so that the estimate is a little above. The first line that has the letter counts.
 */
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/\p{M}/u, 0],
  [/[ijl|'’]/u, 222],
  [/[\sftI.,:;![\]/]/u, 278],
  [/[r()-]/u, 333],
  [/[cksvxyzJ]/u, 500],
  [/[mwMW@%—…œŒæÆ]/u, 880],
  [/\p{Lu}/u, 690],
  // Signs of far scripts and pictograms are as wide as they are high.
  [/[\u3000-\u{10ffff}]/u, 1000],
];
const USUAL = 556;
/** Bold letters, and fonts wider than Arial. */
const MARGIN = 1.05;

/** Pixels. */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const letter of text.normalize('NFD'))
    thousandths += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? USUAL;
  return ((thousandths * fontSize) / 1000) * MARGIN;
}

/** The text, or as many of its words as fit with "…" after them; a first word too long is cut within. */
export function cutToWidth(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let kept = '';
  for (const [word] of text.matchAll(/\s*[^\s]+/gu)) {
    if (textWidth(`${kept}${word}…`, fontSize) > width) break;
    kept += word;
  }
  if (kept !== '') return `${withoutTail(kept)}…`;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, fontSize) > width) letters.pop();
  return `${letters.join('')}…`;
}

/** "Agence de la…" says less well than "Agence…" that something is missing. */
function withoutTail(text: string): string {
  const cut = text.replace(/(\s+(?:de|du|des|d|la|le|les|et|à|au|aux|en|pour|sur|of|the|and|for|to|in))+$/iu, '');
  return cut.replace(/[\s,;:—–(-]+$/u, '');
}

/** The words on lines no wider than this, the first one maybe narrower; what is beyond the last line is cut. */
export function wrapToWidth(text: string, width: number, fontSize: number, mostLines: number, firstWidth = width) {
  const lines: string[] = [];
  let line = '';
  const room = (): number => (lines.length === 0 ? firstWidth : width);
  const words = text.split(/[ \n]+/u);
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, fontSize) <= room()) {
      line = longer;
      continue;
    }
    if (lines.length === mostLines - 1)
      return [...lines, cutToWidth([longer, ...words.slice(index + 1)].join(' '), room(), fontSize)];
    if (line !== '') lines.push(cutToWidth(line, room(), fontSize));
    line = word;
  }
  return [...lines, cutToWidth(line, room(), fontSize)];
}
