const MARK = '[IBAN]';
/** Shortest and longest IBAN of the registry, in characters. */
const SHORTEST = 15;
const LONGEST = 34;
const FRENCH_LENGTH = 27;

const COUNTRY_AND_KEY = /(?<!\p{L})[A-Z]{2}[ \u00a0\u202f]?\d{2}/giu;
const NEXT_GROUP = /[ \u00a0\u202f.-]?[A-Z0-9]{1,34}(?![\p{L}\p{N}])/iuy;
/** Of the groups made of letters alone, a British or Dutch bank's code is the only one: any other is a word. */
const BELONGS = /\d|^[A-Z]{4}$/iu;

/** Masks IBANs, of any country when their key is right; a French one is masked even with a wrong key. */
export function maskBankAccounts(text: string): string {
  let masked = '';
  let done = 0;
  for (const start of text.matchAll(COUNTRY_AND_KEY)) {
    if (start.index < done) continue;
    const end = accountEnd(text, start.index, start.index + start[0].length);
    if (end === null) continue;
    masked += text.slice(done, start.index) + MARK;
    done = end;
  }
  return masked + text.slice(done);
}

/** Where the longest account number that starts here ends; null when none does. */
function accountEnd(text: string, start: number, afterKey: number): number | null {
  let end: number | null = null;
  let characters = bare(text.slice(start, afterKey));
  NEXT_GROUP.lastIndex = afterKey;
  for (let group = NEXT_GROUP.exec(text); group !== null; group = NEXT_GROUP.exec(text)) {
    const added = bare(group[0]);
    characters += added;
    if (!BELONGS.test(added) || characters.length > LONGEST) break;
    if (isAccount(characters)) end = NEXT_GROUP.lastIndex;
  }
  return end;
}

function bare(written: string): string {
  return written.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

function isAccount(characters: string): boolean {
  if (characters.startsWith('FR')) return characters.length === FRENCH_LENGTH;
  return characters.length >= SHORTEST && remainder(characters.slice(4) + characters.slice(0, 4)) === 1;
}

/** Remainder by 97, letters counting 10 to 35 (ISO 7064). */
function remainder(characters: string): number {
  return Number(BigInt(characters.replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)))) % 97n);
}
