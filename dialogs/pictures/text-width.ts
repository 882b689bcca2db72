/**
 * How wide a text is drawn, without a font at hand: the widths of Arial, in thousandths of the size of the letters. The reader's own
 * font may be wider, so that the estimate is a little above.
 */

const THIN = 222;
const NARROW = 278;
const SLIGHT = 333;
const SMALL = 500;
const USUAL = 556;
const CAPITAL = 690;
const WIDE = 880;
const SQUARE = 1000;
/** Bold letters, and fonts wider than Arial. */
const MARGIN = 1.05;

/** Pixels. */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const letter of text.normalize('NFD')) thousandths += letterWidth(letter);
  return ((thousandths * fontSize) / 1000) * MARGIN;
}

function letterWidth(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0;
  if (/[ijl|'’]/u.test(letter)) return THIN;
  if (/[\sftI.,:;![\]/]/u.test(letter)) return NARROW;
  if (/[r()-]/u.test(letter)) return SLIGHT;
  if (/[cksvxyzJ]/u.test(letter)) return SMALL;
  if (/[mwMW@%—…œŒæÆ]/u.test(letter)) return WIDE;
  if (/\p{Lu}/u.test(letter)) return CAPITAL;
  // Signs of far scripts and pictograms are as wide as they are high.
  return letter > '\u2fff' ? SQUARE : USUAL;
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
export function wrapToWidth(
  text: string,
  width: number,
  fontSize: number,
  mostLines: number,
  firstWidth = width,
): readonly string[] {
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
      return [
        ...lines,
        cutToWidth([...(line === '' ? [] : [line]), ...words.slice(index)].join(' '), room(), fontSize),
      ];
    if (line !== '') lines.push(cutToWidth(line, room(), fontSize));
    line = word;
  }
  return [...lines, cutToWidth(line, room(), fontSize)];
}
