import { fold } from '../../src/core/language/fold';
import type { Locale } from '../../src/core/language/locale';
import { wordsIn } from '../../src/core/language/words';
import type { GuideName } from '../../src/messages/guides/messages';

/** What a person orders rather than asks. */
export type Order =
  | { readonly kind: 'cancel' | 'back' | 'help' }
  /** `on`: what the guide is to begin with: "prépare une note sur Mentor et PILAT". */
  | { readonly kind: 'start'; readonly guide: GuideName; readonly on: string | null }
  | { readonly kind: 'more' }
  | { readonly kind: 'export' };

/** The order that a text is, and the language that it is given in; null when it is none. */
export function orderIn(text: string): { readonly order: Order; readonly locale: Locale } | null {
  const said = bare(wordsIn(text).map(fold).join(' '));
  for (const locale of LOCALES) {
    const simple = SIMPLE[locale].find(({ phrases }) => phrases.has(said));
    if (simple) return { order: { kind: simple.kind }, locale };
    const started = STARTS[locale].find(({ phrases }) => phrases.has(said));
    if (started) return { order: { kind: 'start', guide: started.guide, on: null }, locale };
    const on = NOTE_ON[locale].exec(said)?.[1];
    if (on !== undefined) return { order: { kind: 'start', guide: 'note', on }, locale };
  }
  return null;
}

const LOCALES: readonly Locale[] = ['fr', 'en'];

/** Without the courtesy around. */
function bare(said: string): string {
  return said.replace(BEFORE, '').replace(AFTER, '').trim();
}

const BEFORE =
  /^(?:(?:bonjour|salut|hello|hi|alors|bon|ok|please|svp|s il (?:vous|te) plait) )*(?:(?:je (?:veux|voudrais|souhaite|souhaiterais|dois)|j aimerais|(?:peux tu|pouvez vous|tu peux|vous pouvez) (?:m aider a)?|aide(?:z)? moi a|m aider a|i want to|i d like to|i would like to|can you (?:help me(?: to)?)?|could you (?:help me(?: to)?)?|help me(?: to)?|let me) ?)?/u;
const AFTER = /(?: (?:s il (?:vous|te) plait|svp|stp|please|merci|thanks))+$/u;

const SIMPLE: Readonly<
  Record<
    Locale,
    readonly {
      readonly kind: 'cancel' | 'back' | 'help' | 'more' | 'export';
      readonly phrases: ReadonlySet<string>;
    }[]
  >
> = {
  fr: [
    {
      kind: 'cancel',
      phrases: set(
        'annuler | annule | annulez | laisse tomber | laissez tomber | abandonner | quitter | arreter | oublie',
      ),
    },
    {
      kind: 'back',
      phrases: set('retour | precedent | question precedente | revenir | revenir en arriere | en arriere | reviens'),
    },
    { kind: 'help', phrases: set('aide | aide moi | aidez moi | comment ca marche | a l aide') },
    {
      kind: 'more',
      phrases: set(
        'la suite | suite | suivants | les suivants | encore | voir la suite | voir plus | affiche la suite',
      ),
    },
    {
      kind: 'export',
      phrases: set(
        'exporter | exporte | export csv | exporter en csv | exporte en csv | telecharger | csv | exporter la liste | telecharger la liste | exporter le tableau | en csv | exporter en tableur | un export',
      ),
    },
  ],
  en: [
    { kind: 'cancel', phrases: set('cancel | stop | never mind | quit | abort | exit') },
    { kind: 'back', phrases: set('back | go back | previous | previous question') },
    { kind: 'help', phrases: set('help | how does it work') },
    { kind: 'more', phrases: set('more | next | show more | next ones | the next ones | see more') },
    { kind: 'export', phrases: set('export | download | export as csv | export the list | export it | as csv') },
  ],
};

const STARTS: Readonly<
  Record<Locale, readonly { readonly guide: GuideName; readonly phrases: ReadonlySet<string> }[]>
> = {
  fr: [
    {
      guide: 'find',
      phrases: set(
        'chercher | chercher un projet | chercher un projet pas a pas | trouver un projet | trouver des projets | chercher des projets | recherche guidee | guide moi | guidez moi | etre guide | etre guidee | recherche pas a pas | me guider',
      ),
    },
    {
      guide: 'savings',
      phrases: set(
        'connaitre les economies attendues | connaitre les economies | calculer les economies | calculer des economies | estimer les economies | economies pas a pas | trouver les economies',
      ),
    },
    {
      guide: 'compare',
      phrases: set(
        'comparer | comparer des projets | comparer les projets | comparer plusieurs projets | comparaison | faire une comparaison',
      ),
    },
    {
      guide: 'note',
      phrases: set(
        'preparer une note | prepare une note | preparez une note | faire une note | fais une note | rediger une note | une note | une note de synthese | preparer une note de synthese | fais moi une note | prepare moi une note',
      ),
    },
    {
      guide: 'opinion',
      phrases: set(
        'donner mon avis | donner un avis | laisser un avis | evaluer l assistant | noter l assistant | mon avis',
      ),
    },
    {
      guide: 'report',
      phrases: set(
        'signaler une erreur | signaler une erreur ou une question sans reponse | signaler | signaler un probleme | il y a une erreur | corriger une erreur | signaler une question sans reponse | signaler une erreur dans les donnees | une erreur a signaler',
      ),
    },
  ],
  en: [
    {
      guide: 'find',
      phrases: set(
        'search | find a project | find projects | search for a project | find a project step by step | guide me | be guided | guided search | search step by step',
      ),
    },
    {
      guide: 'savings',
      phrases: set(
        'see the expected savings | see the savings | work out savings | find the savings | estimate savings',
      ),
    },
    { guide: 'compare', phrases: set('compare | compare projects | compare some projects | make a comparison') },
    {
      guide: 'note',
      phrases: set(
        'prepare a note | prepare a briefing note | write a note | make a note | a briefing note | write a briefing note',
      ),
    },
    {
      guide: 'opinion',
      phrases: set('give my opinion | give feedback | feedback | leave feedback | rate the assistant'),
    },
    {
      guide: 'report',
      phrases: set(
        'report a mistake | report a mistake or an unanswered question | report an error | report a problem | report an unanswered question | there is a mistake',
      ),
    },
  ],
};

/** "Prépare une note sur Mentor et PILAT" names the projects at once. */
const NOTE_ON: Readonly<Record<Locale, RegExp>> = {
  fr: /^(?:prepare|preparer|preparez|fais|faire|redige|rediger)(?: moi| nous)? une (?:courte |petite )?(?:note|fiche)(?: de synthese)? (?:sur|pour|de|concernant) (.+)$/u,
  en: /^(?:prepare|write|make)(?: me| us)? an? (?:short )?(?:briefing )?note (?:on|about|for) (.+)$/u,
};

function set(phrases: string): ReadonlySet<string> {
  return new Set(phrases.split(' | '));
}
