import { fold } from '../../src/core/language/fold';
import type { Locale } from '../../src/core/language/locale';
import { editDistance } from '../../src/core/search/vocabulary';
import { ENGLISH } from './english-grammar';
import { FRENCH } from './french-grammar';
import type { Grammar } from './grammar';

/** What a person orders about what they want to be told of. `about`: their words for it, as typed. */
export type SubscriptionOrder =
  | {
      readonly kind: 'follow';
      readonly about: string;
      /** "Suivre X" may as well look for a project that follows X: X must be a project's name. */
      readonly isWeak: boolean;
      /** Only new projects were spoken of, where every change of a set is told. */
      readonly isOfNew: boolean;
    }
  | { readonly kind: 'follow-everything'; readonly isOfNew: boolean }
  /** "Préviens-moi si ça change": what was just spoken of; `isValue`: that very value, and not the whole project. */
  | { readonly kind: 'follow-this'; readonly isValue: boolean }
  /** "Abonne-moi" and not a word more. */
  | { readonly kind: 'follow-what' }
  | { readonly kind: 'list' }
  /** "Comment suivre un projet ?" */
  | { readonly kind: 'how' }
  | { readonly kind: 'unfollow'; readonly about: string }
  | { readonly kind: 'unfollow-this' }
  | { readonly kind: 'unfollow-what' }
  | { readonly kind: 'unfollow-all' };

/** The order that a text is, and the language that it is given in; null when it is none. */
export function subscriptionOrderIn(
  text: string,
): { readonly order: SubscriptionOrder; readonly locale: Locale } | null {
  const said = foldedText(text);
  const { from: start, to: end } = withoutCourtesy(said.folded);
  const bare = said.folded.slice(start, end);
  for (const locale of ['fr', 'en'] as const) {
    const order = orderSaid(bare, GRAMMAR[locale], (from, to) => said.slice(start + from, start + to));
    if (order !== null) return { order, locale };
  }
  return null;
}

/**
 * The word by which people everywhere leave what writes to them, and which names no subscription: "stop" answers a notice as
 * well as it gives up a question, so that it is an order only where something is followed.
 */
export function isOptOut(text: string): boolean {
  const { folded } = foldedText(text);
  const { from, to } = withoutCourtesy(folded);
  return OPT_OUT.test(folded.slice(from, to));
}

const OPT_OUT =
  /^(?:stop|stoppe[zr]?|arrete[zr]?)(?: (?:ca|cela|ici|la|tout|it|this|that|all|everything|now|maintenant|stop))*$/u;

function withoutCourtesy(folded: string): Stretch {
  return { from: COURTESY_BEFORE.exec(folded)?.[0].length ?? 0, to: folded.replace(COURTESY_AFTER, '').length };
}

const COURTESY_BEFORE =
  /^(?:(?:bonjour|bonsoir|salut|hello|hi|alors|bon|ok|merci|please|svp|s il (?:vous|te) plait|et|and|maintenant|now) )*(?:(?:je (?:veux|voudrais|souhaite|souhaiterais|dois|desire)|j aimerais(?: bien)?|il faut|peux tu|pouvez vous|pourrais tu|pourriez vous|tu peux|vous pouvez|est ce que (?:tu peux|vous pouvez)|merci de|(?:i|we) (?:want|need|wish)(?: you)? to|(?:i|we) (?:d|would) like(?: you)? to|can you|could you|would you|will you|please) )*/u;
const COURTESY_AFTER =
  /(?: (?:s il (?:vous|te) plait|svp|stp|merci(?: (?:d avance|beaucoup))?|please|thanks|thank you))+$/u;

const GRAMMAR: Readonly<Record<Locale, Grammar>> = { fr: FRENCH, en: ENGLISH };

/** "De tout", "from everything": all subscriptions. */
const ALL =
  /^(?:tout|tous|toutes|tout ca|tout le reste|everything|all|all of them|any of it|rien|anything|d alertes|de tout|mes abonnements|my subscriptions)$/u;

function orderSaid(
  bare: string,
  grammar: Grammar,
  written: (from: number, to: number) => string,
): SubscriptionOrder | null {
  if (grammar.list.test(bare)) return { kind: 'list' };
  if (grammar.how.test(bare)) return { kind: 'how' };
  for (const pattern of grammar.unfollow) {
    const match = pattern.exec(bare);
    if (match === null) continue;
    const { from, to } = subjectAt(match, bare, grammar);
    const about = bare.slice(from, to);
    if (about === '') return isPlural(bare) ? { kind: 'unfollow-all' } : { kind: 'unfollow-what' };
    if (ALL.test(about) || grammar.everything.test(about)) return { kind: 'unfollow-all' };
    if (grammar.this.test(about) || grammar.thisValue.test(about)) return { kind: 'unfollow-this' };
    return { kind: 'unfollow', about: written(from, to) };
  }
  for (const pattern of grammar.follow) {
    const match = pattern.exec(bare);
    if (match !== null) return followSaid(subjectAt(match, bare, grammar), bare, grammar, written);
  }
  const weak = grammar.weak.exec(bare);
  if (weak === null) return null;
  const { from, to } = subjectAt(weak, bare, grammar);
  const about = bare.slice(from, to);
  if (grammar.this.test(about) || grammar.thisValue.test(about)) return { kind: 'follow-this', isValue: false };
  return { kind: 'follow', about: written(from, to), isWeak: true, isOfNew: false };
}

function followSaid(
  { from, to }: Stretch,
  bare: string,
  grammar: Grammar,
  written: (from: number, to: number) => string,
): SubscriptionOrder {
  const about = bare.slice(from, to);
  if (about === '') return { kind: 'follow-what' };
  const isOfNew = grammar.ofNew.test(bare);
  if (grammar.thisValue.test(about)) return { kind: 'follow-this', isValue: true };
  if (grammar.this.test(about)) return { kind: 'follow-this', isValue: false };
  if (grammar.everything.test(about)) return { kind: 'follow-everything', isOfNew };
  return { kind: 'follow', about: written(from, to), isWeak: false, isOfNew };
}

/** "Stop aux alertes" and "annuler mes abonnements" speak of them all. */
function isPlural(bare: string): boolean {
  return /\b(?:alertes|notifications|abonnements|avis|suivis|alerts|notices|subscriptions)$/u.test(bare);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where the subject stands in "si … change", without what only says that it changes. */
function subjectAt(match: RegExpExecArray, bare: string, { heads, tails, everything }: Grammar): Stretch {
  const about = match.groups?.['about'] ?? '';
  const [from = bare.length] = match.indices?.groups?.['about'] ?? [];
  if (everything.test(about)) return { from, to: from + about.length };
  const tail = tails.exec(` ${about}`)?.[0].length ?? 0;
  const left = about.slice(0, Math.max(0, about.length - tail));
  const kept = left === '' || everything.test(left) ? left : left.slice(heads.exec(left)?.[0].length ?? 0);
  const end = from + left.length;
  return { from: end - kept.length, to: end };
}

interface FoldedText {
  readonly folded: string;
  /** The text as typed between two places of the folded one, which are ends of words. */
  readonly slice: (from: number, to: number) => string;
}

/** The words of a text as patterns compare them, mistyped words of an order put right, with the way back to what was typed. */
function foldedText(text: string): FoldedText {
  const typed = text.normalize('NFC');
  const words = [...typed.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    folded: asOrderWord(fold(match[0])),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const folded = words.map((word) => word.folded).join(' ');
  const wordAt = (place: number): number => (place <= 0 ? 0 : folded.slice(0, place).split(' ').length - 1);
  return {
    folded,
    slice: (from, to) => {
      const first = words[wordAt(from)];
      const last = words[wordAt(to)];
      return first === undefined || last === undefined || to <= from ? '' : typed.slice(first.from, last.to);
    },
  };
}

/** What orders are made of, long enough to be known with a letter too many, too few or wrong; near words of other meanings stand among them. */
const ORDER_WORDS: ReadonlySet<string> = new Set(
  `abonne abonner abonnez abonnee abonnement abonnements desabonne desabonner desabonnez desabonnement
  notification notifications notifie notifier notifiez alerte alerter alertes alertez
  previens prevenez prevenir prevenu prevenue averti avertie avertir avertis avertissez inform informe informer informez surveille surveiller surveillez
  supprime supprimer supprimez suppression annule annuler annulez nouveautes changement changements modification modifications
  notify notified notifying subscribe subscribed subscribing subscription subscriptions unsubscribe unfollow following
  alerts alerted alerting notifies informed update updated updates annuel`.split(/\s+/u),
);
/** Shorter words have too many neighbours. */
const SHORTEST = 6;

/** The word of an order that a folded word was meant to be, or the word itself. */
function asOrderWord(folded: string): string {
  if (folded.length < SHORTEST || ORDER_WORDS.has(folded)) return folded;
  return [...ORDER_WORDS].find((word) => editDistance(folded, word, 1) !== null) ?? folded;
}
