/** What Teams writes into the text of a message; any other "<" is the person's own, as in "moins de <5 M€". */
const TAGS =
  'at|a|attachment|b|blockquote|br|code|codeblock|div|em|emoji|h[1-6]|hr|i|img|li|ol|p|pre|quoted|s|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul';
/** With values, or none: "a <b et c> d" is no tag. Bounded, so that a text of many openings is read in linear time. */
const ATTRIBUTES = String.raw`(?:\s[^<>=]{1,100}=[^<>]{0,1000}|\s?/?)`;
/** A picture of a sign says which one. */
const PICTURE = new RegExp(String.raw`<(?:emoji|img)\s(?:[^<>]{0,500}\s)?alt="([^"<>]{0,100})"[^<>]{0,1000}>`, 'giu');
const LINE_END = new RegExp(String.raw`<br${ATTRIBUTES}>|</(?:p|div|li|tr|h[1-6]|blockquote|pre)\s{0,5}>`, 'giu');
const TAG = new RegExp(String.raw`</?(?:${TAGS})${ATTRIBUTES}>`, 'giu');
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['laquo', '«'],
  ['raquo', '»'],
]);

/** A text without Teams' tags and with its entities read once, its lines kept. */
export function withoutMarkup(text: string): string {
  return text
    .replace(PICTURE, '$1')
    .replace(LINE_END, '\n')
    .replace(TAG, '')
    .replace(ENTITY, readEntity)
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}

/** An entity that is none stays as it was typed. */
function readEntity(entity: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? entity;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : entity;
}
