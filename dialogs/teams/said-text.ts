import { z } from 'zod';

/** What a person said to the assistant, and whether they called it by its name. */
export interface Said {
  readonly text: string;
  readonly isMention: boolean;
}

/** A mention is as long as a name; Teams lets a message hold some twenty. */
const LONGEST_MENTION = 300;
const MOST_MENTIONS = 50;

const mentionSchema = z.looseObject({
  type: z.literal('mention'),
  mentioned: z.looseObject({ id: z.string(), name: z.string().optional() }),
  text: z.string().trim().min(1).max(LONGEST_MENTION),
});

/** The part of an activity of Teams that is read here; anything else in it is nothing said. */
const messageSchema = z.looseObject({
  text: z.string().catch(''),
  recipient: z.looseObject({ id: z.string(), name: z.string().optional().catch(undefined) }),
  entities: z.array(z.unknown()).max(1_000).catch([]),
});

/** `<at>Name</at>`, `<at id="0">Name</at>`. Bounded: an endless text of openings must not be searched from each to its end. */
const AT = /<at(?:\s[^<>]{0,200})?>([^<>]{0,300})<\/at>/giu;

/**
 * The words of a message of Teams. The bot's own mentions go, wherever they stand and however often; those of other people
 * become their names, which may be what the question is about. Teams' markup goes and its entities are read. (The SDK's
 * removeRecipientMention takes the first mention only and leaves `&nbsp;`.)
 */
export function saidIn(activity: unknown): Said {
  const parsed = messageSchema.safeParse(activity);
  if (!parsed.success) return { text: '', isMention: false };
  const { recipient } = parsed.data;
  const mentions = mentionsIn(parsed.data.entities);
  const ownNames = new Set(
    [recipient.name, ...mentions.filter(({ id }) => id === recipient.id).map(({ name }) => name)].flatMap((name) =>
      name === undefined ? [] : [folded(name)],
    ),
  );
  let isMention = false;
  let { text } = parsed.data;
  for (const { id, name, written } of mentions) {
    if (!text.includes(written)) continue;
    if (id === recipient.id) isMention = true;
    text = text.replaceAll(written, () => (id === recipient.id ? OWN : encoded(name)));
  }
  // What no entity tells of: an edit may leave the mark alone, and an entity may be written otherwise than the text.
  text = text.replace(AT, (_mention, name: string) => {
    if (!ownNames.has(folded(name))) return name;
    isMention = true;
    return OWN;
  });
  return { text: withoutOwnName(withoutMarkup(text)), isMention };
}

/** The longest first: one may be the beginning of another. `written`: as it stands in the text. */
function mentionsIn(entities: readonly unknown[]) {
  return entities
    .flatMap((entity) => mentionSchema.safeParse(entity).data ?? [])
    .slice(0, MOST_MENTIONS)
    .map(({ mentioned, text }) => ({
      id: mentioned.id,
      name: withoutMarkup(text.replace(AT, '$1')) || (mentioned.name ?? ''),
      written: text,
    }))
    .sort((a, b) => b.written.length - a.written.length);
}

/** Stands where the bot was called until the text is read: a character for private use, which nobody types. */
const OWN = '\uE000';

/** Without the place where the bot was called, and the comma or colon after its name: "@Assistant, …". */
function withoutOwnName(text: string): string {
  return text
    .replace(/\s*\uE000(?:\s*\uE000)*(\s*)(?:[,:;]\s*)?/gu, (_own, space: string, at: number) =>
      at === 0 ? '' : space.includes('\n') ? '\n' : ' ',
    )
    .replace(/ +(?=\n|$)/gu, '')
    .trim();
}

/** A plain name as Teams would write it, so that it is read back as it is. */
function encoded(name: string): string {
  return name.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function folded(name: string): string {
  return withoutMarkup(name).toLowerCase();
}

const attachmentsSchema = z.looseObject({ attachments: z.array(z.unknown()) });

/** Teams attaches the words of a message once more, as HTML. */
const thingSchema = z.looseObject({ contentType: z.string().refine((type) => type !== 'text/html') });

/** Whether a message brings something else than its words: a file, a picture, a card that was shared from the search. */
export function holdsMoreThanWords(activity: unknown): boolean {
  const { data } = attachmentsSchema.safeParse(activity);
  return data?.attachments.some((attachment) => thingSchema.safeParse(attachment).success) === true;
}

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

const NAMED = new Map(
  Object.entries({ nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", laquo: '«', raquo: '»' }),
);

/** A text without Teams' tags and with its entities read once, its lines kept. */
function withoutMarkup(text: string): string {
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
