import { type Locale, LOCALES } from '../../src/core/language/locale';
import { GUIDE_NAMES, type GuideName } from '../../src/messages/fr/guides';
import { foldedWords, holdsPhrase } from './short-replies';

/** What a person orders rather than asks. */
export type Order =
  | { readonly kind: 'cancel' | 'back' | 'help' | 'restart' }
  /** `on`: what the guide is to begin with: "prépare une note sur Mentor et PILAT". */
  | { readonly kind: 'start'; readonly guide: GuideName; readonly on: string | null }
  | { readonly kind: 'more' }
  /** To be told how to ask in other words. */
  | { readonly kind: 'rephrase' }
  | { readonly kind: 'forget' }
  /** A table; `on`: of which projects, null = of what was shown last. */
  | { readonly kind: 'export'; readonly on: string | null };

/** An order as it was given. The language is null where the words don't tell: "stop", "export" and "back" are said in French as well. */
export interface SaidOrder {
  readonly order: Order;
  readonly locale: Locale | null;
}

/** The order that a text is, and the language that it is given in; null when it is none. */
export function orderIn(text: string): SaidOrder | null {
  const said = bare(foldedWords(text));
  for (const locale of LOCALES) {
    const kind = SIMPLE_KINDS.find((simple) => holdsPhrase(SIMPLE[locale][simple], said));
    if (kind) return { order: { kind }, locale: locale === 'en' && !isEnglishOnly(kind) ? null : locale };
    const started = GUIDE_NAMES.find((guide) => holdsPhrase(STARTS[locale][guide], said));
    if (started) return { order: { kind: 'start', guide: started, on: null }, locale };
    for (const { guide, pattern } of STARTS_ON[locale]) {
      const on = pattern.exec(said)?.groups?.['on'];
      if (on !== undefined) return { order: { kind: 'start', guide, on }, locale };
    }
    const table = tableIn(said, EXPORTS[locale]);
    if (table !== null)
      return { order: { kind: 'export', on: table.on }, locale: locale === 'en' && table.on === null ? null : locale };
  }
  return null;
}

/** What a table is ordered with: a verb, a format, or both, around what it is to hold. */
interface ExportWords {
  readonly verb: RegExp;
  /** Says only together with a format that a table is meant. */
  readonly weakVerb: RegExp;
  readonly format: RegExp;
  /** A format by its name alone: nothing more than a word in a question. */
  readonly bareFormat: RegExp;
  /** What was shown last. */
  readonly shown: RegExp;
}

/** "Exporte les projets de la DGFiP en csv", "les projets de la DGFiP en csv", "exporte ça", "en csv". Null when no table is ordered. */
function tableIn(said: string, words: ExportWords): { readonly on: string | null } | null {
  const rest = said.replace(words.verb, '');
  const isOrdered = rest !== said;
  const bare = rest.replace(words.bareFormat, '');
  const named = rest.replace(words.format, '');
  const isFormatted = named !== rest || (bare !== rest && bare.trim() === '');
  if (!isOrdered && !isFormatted) return null;
  const of = named !== rest ? named : isOrdered || isFormatted ? bare : rest;
  const on = (isOrdered ? of : of.replace(words.weakVerb, '')).trim();
  return { on: on === '' || words.shown.test(on) ? null : on };
}

/** "Stop", "export" and "back" are said in French as well; these are not. */
function isEnglishOnly(kind: Order['kind']): boolean {
  return kind === 'rephrase' || kind === 'forget';
}

/** Without the courtesy around. */
function bare(said: string): string {
  return said.replace(BEFORE, '').replace(AFTER, '').trim();
}

const BEFORE =
  /^(?:(?:bonjour|salut|hello|hi|alors|bon|ok|please|svp|s il (?:vous|te) plait) )*(?:(?:je (?:veux|voudrais|souhaite|souhaiterais|dois)|j aimerais|j ai besoin d|il me faut|il nous faut|(?:peux tu|pouvez vous|tu peux|vous pouvez) (?:m aider a)?|aide(?:z)? moi a|m aider a|i want(?: to)?|i need(?: to)?|i d like(?: to)?|i would like(?: to)?|can you (?:help me(?: to)?)?|could you (?:help me(?: to)?)?|help me(?: to)?|let me) ?)?/u;
const AFTER = /(?: (?:s il (?:vous|te) plait|svp|stp|please|merci|thanks))+$/u;

const SIMPLE_KINDS = ['rephrase', 'forget', 'cancel', 'back', 'help', 'restart', 'more'] as const;

/** Here and below, phrases in folded words, with bars between them. */
const SIMPLE: Readonly<Record<Locale, Readonly<Record<(typeof SIMPLE_KINDS)[number], string>>>> = {
  fr: {
    rephrase: 'reformuler | reformuler ma question | reformuler la question',
    forget:
      'oublie moi | oubliez moi | oublie cette conversation | oubliez cette conversation | oublie notre conversation | efface cette conversation | effacez cette conversation | effacer cette conversation | supprime cette conversation',
    cancel:
      'annuler | annule | annulez | laisse tomber | laissez tomber | abandonner | quitter | arreter | arrete | arretez | oublie | oubliez | tant pis',
    back: 'retour | precedent | question precedente | revenir | revenir en arriere | en arriere | reviens | retire le dernier | enleve le dernier',
    help: 'aide | aide moi | aidez moi | comment ca marche | a l aide',
    restart: 'recommencer | recommence | recommencez | on recommence | recommencer du debut | nouvelle recherche',
    more: 'la suite | suite | et la suite | suivant | suivants | les suivants | voir les suivants | page suivante | la page suivante | encore | plus | voir la suite | voir plus | en voir plus | affiche la suite | affiche plus | montre m en plus | montre moi la suite',
  },
  en: {
    rephrase: 'rephrase | rephrase my question | rephrase the question',
    forget:
      'forget me | forget this conversation | forget our conversation | erase this conversation | delete this conversation',
    cancel: 'cancel | stop | never mind | forget it | quit | abort | exit',
    back: 'back | go back | previous | previous question | remove the last one',
    help: 'help | how does it work',
    restart: 'start over | start again | restart',
    more: 'more | next | next page | show more | show me more | next ones | the next ones | see more | the rest',
  },
};

const STARTS: Readonly<Record<Locale, Readonly<Record<GuideName, string>>>> = {
  fr: {
    find: 'chercher | chercher un projet | chercher un projet pas a pas | trouver un projet | trouver des projets | chercher des projets | recherche guidee | guide moi | guidez moi | etre guide | etre guidee | recherche pas a pas | me guider',
    savings:
      'connaitre les economies attendues | connaitre les economies | calculer les economies | calculer des economies | estimer les economies | economies pas a pas | trouver les economies',
    compare:
      'comparer | comparer des projets | comparer les projets | comparer plusieurs projets | comparaison | faire une comparaison',
    note: 'preparer une note | prepare une note | preparez une note | faire une note | fais une note | rediger une note | une note | une note de synthese | preparer une note de synthese | fais moi une note | prepare moi une note | preparer la note | preparer une fiche',
    opinion: 'donner mon avis | donner un avis | laisser un avis | evaluer l assistant | noter l assistant | mon avis',
    report:
      'signaler une erreur | signaler une erreur ou une question sans reponse | signaler | signaler un probleme | il y a une erreur | corriger une erreur | signaler une question sans reponse | signaler une erreur dans les donnees | une erreur a signaler | c est faux | c est une erreur | c est inexact | vous vous trompez | tu te trompes | la reponse est fausse | une erreur | erreur | il y a une faute | un bug | bug | signaler un bug | une question sans reponse | question sans reponse | une question restee sans reponse',
  },
  en: {
    find: 'search | find a project | find projects | search for a project | find a project step by step | guide me | be guided | guided search | search step by step',
    savings: 'see the expected savings | see the savings | work out savings | find the savings | estimate savings',
    compare: 'compare | compare projects | compare some projects | make a comparison',
    note: 'prepare a note | prepare a briefing note | write a note | make a note | a briefing note | write a briefing note | prepare the note',
    opinion: 'give my opinion | give feedback | feedback | leave feedback | rate the assistant',
    report:
      'report a mistake | report a mistake or an unanswered question | report an error | report a problem | report an unanswered question | there is a mistake | that is wrong | that s wrong | this is wrong | you are wrong',
  },
};

/** "Prépare une note sur Mentor et PILAT", "signaler une erreur sur PILAT" name the projects at once. */
const STARTS_ON: Readonly<Record<Locale, readonly { readonly guide: GuideName; readonly pattern: RegExp }[]>> = {
  fr: [
    {
      guide: 'note',
      pattern:
        /^(?:prepare[rz]?|fais|faites|faire|redige[rz]?|donne[rz]?|sors|genere[rz]?)(?: moi| nous)? une (?:courte |petite )?(?:note|fiche)(?: de synthese)? (?:sur|pour|de|concernant) (?!\d+$)(?<on>.+)$/u,
    },
    {
      guide: 'note',
      pattern: /^(?:une |la )?(?:courte |petite )?note(?: de synthese)? (?:sur|concernant) (?!\d+$)(?<on>.+)$/u,
    },
    {
      guide: 'report',
      pattern:
        /^(?:(?:signaler|signale|il y a) )?une erreur (?:sur|dans|concernant) (?:(?:le|la|les|l) [a-z]+ (?:de|du|des|d) )?(?<on>.+)$/u,
    },
  ],
  en: [
    {
      guide: 'note',
      pattern:
        /^(?:(?:prepare|write|make|give)(?: me| us)? )?(?:an? |the )?(?:short )?(?:briefing )?note (?:on|about|for) (?!\d+$)(?<on>.+)$/u,
    },
    {
      guide: 'report',
      pattern: /^(?:report |there is )an? (?:mistake|error) (?:on|in|about|with) (?:the [a-z]+ of )?(?<on>.+)$/u,
    },
  ],
};

const EXPORTS: Readonly<Record<Locale, ExportWords>> = {
  fr: {
    verb: /^(?:(?:exporte[rz]?|telecharge[rz]?)(?: moi| nous)?|(?:un |l )?export(?:ation)? (?:de|du|des|d)|(?:un|l) export)(?= |$)/u,
    weakVerb:
      /^(?:donne[rz]?|met[sz]?|mettez|mettre|sor(?:s|tez|tir)|envo(?:ie|yez|yer)|fai(?:s|tes|re))(?: moi| nous)? /u,
    format:
      /(?:^| )(?:en|au format|vers|sous) (?:un |du )?(?:(?:fichier|tableau|format) )?(?:csv|excel|xlsx|tableur|tableau)$/u,
    bareFormat: /(?:^| )(?:csv|excel|xlsx|tableur)$/u,
    shown:
      /^(?:tout )?(?:ca|cela|ceci|(?:la|cette|le|ce|les|ces) (?:liste|tableau|total|comparaison|classement|resultats?|reponse|chiffres))$/u,
  },
  en: {
    verb: /^(?:an? |the )?(?:export|download)(?: of)?(?= |$)/u,
    weakVerb: /^(?:give|send|put|make|get)(?: me| us)? /u,
    format: /(?:^| )(?:as|in|to|into) (?:an? )?(?:csv|excel|xlsx|spreadsheet)(?: file| format| table)?$/u,
    bareFormat: /(?:^| )(?:csv|excel|xlsx|spreadsheet)$/u,
    shown:
      /^(?:all )?(?:it|this|that|these|those|them|(?:the|this|that|these|those) (?:list|table|total|comparison|ranking|results?|answer|figures))$/u,
  },
};
