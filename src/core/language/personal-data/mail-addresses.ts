const MARK = '[e-mail]';
/** A shorter stretch ("a@b") names nobody, and its mark would be more than twice as long. */
const SHORTEST = 4;
/** A local part or a domain goes no further than this from its sign: bounds the work on a text made to be slow. */
const REACH = 120;

/** The sign itself, or what is written in its place to escape robots or by dictation. */
const AT_SIGN = /[@＠]|\s?[([{<]\s?(?:at|a|arobase|arrobase|arobas)\s?[)\]}>]\s?|\s(?:at|arobase|arrobase|arobas)\s/giu;
const LOCAL = String.raw`[\p{L}\p{M}\p{N}_%+.~=&-]+`;
const LABEL = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*`;
const LOCAL_BEFORE = new RegExp(`${LOCAL}$`, 'u');
const SPELT_LOCAL_BEFORE = new RegExp(String.raw`${LOCAL}(?:\s(?:point|dot|tiret|underscore)\s${LOCAL})*$`, 'iu');
const HOST_AFTER = new RegExp(String.raw`^${LABEL}(?:\.${LABEL})*`, 'u');
const DOMAIN_AFTER = new RegExp(String.raw`^\s?${LABEL}(?:\.${LABEL})+`, 'u');
const SPELT_DOMAIN_AFTER = new RegExp(
  String.raw`^\s?${LABEL}(?:(?:\.|\s(?:point|dot)\s|\s?[([](?:point|dot|\.)[)\]]\s?)${LABEL})+`,
  'iu',
);

/** Masks e-mail addresses, those written "prenom.nom (at) domaine.fr" or "arobase" too. */
export function maskMailAddresses(text: string): string {
  let masked = '';
  let done = 0;
  // Nothing before an earlier sign can belong to this address.
  let floor = 0;
  for (const sign of text.matchAll(AT_SIGN)) {
    const after = sign.index + sign[0].length;
    const before = text.slice(Math.max(floor, sign.index - REACH), sign.index);
    floor = Math.max(floor, after);
    const reach = addressAround(sign[0], before, text.slice(after, after + REACH));
    if (reach === null) continue;
    masked += text.slice(done, sign.index - reach.before) + MARK;
    done = after + reach.after;
    floor = done;
  }
  return masked + text.slice(done);
}

/** How many characters of the address stand before and after its sign; null when there is no address. */
function addressAround(sign: string, before: string, after: string): { before: number; after: number } | null {
  const reach = /[@＠]/u.test(sign) ? aroundSign(before, after) : aroundSpeltSign(sign, before, after);
  return reach !== null && reach.before + sign.length + reach.after >= SHORTEST ? reach : null;
}

function aroundSign(before: string, after: string): { before: number; after: number } | null {
  const glued = LOCAL_BEFORE.exec(before)?.[0];
  const domain = DOMAIN_AFTER.exec(after)?.[0] ?? '';
  // "jean.dupont@" and "jean@dgfip" are enough to know somebody by.
  if (glued !== undefined)
    return { before: glued.length, after: (domain || (HOST_AFTER.exec(after)?.[0] ?? '')).length };
  const spaced = /\s$/u.test(before) ? LOCAL_BEFORE.exec(before.slice(0, -1))?.[0] : undefined;
  if (spaced === undefined || domain === '') return null;
  // "voir @impots.gouv" mentions an account; "dupont @ impots.gouv.fr" is an address.
  return /^\s/u.test(domain) || isTelling(spaced) ? { before: spaced.length + 1, after: domain.length } : null;
}

function aroundSpeltSign(sign: string, before: string, after: string): { before: number; after: number } | null {
  const local = SPELT_LOCAL_BEFORE.exec(before)?.[0];
  const domain = SPELT_DOMAIN_AFTER.exec(after)?.[0];
  if (local === undefined || domain === undefined) return null;
  // "look at impots.gouv.fr": the English word only counts after what can be nothing but a local part.
  if (/^\sat\s$/iu.test(sign) && !isTelling(local)) return null;
  return { before: local.length, after: domain.length };
}

/** No everyday word is written with a dot, a digit or a low line inside; a year ("in 2020 at impots.gouv.fr") has no letter. */
function isTelling(local: string): boolean {
  return /\p{L}/u.test(local) && /[\p{L}\p{N}][._\d][\p{L}\p{N}]/u.test(local);
}
