import { capitalised, isOneWord, type Sentences } from '../sentences';
import { type Direction, either, list, quoted } from './answers';

const limited = (what: string, limits: readonly string[]): string =>
  limits.length === 0 ? what : `${what} : ${limits.join(', ')}`;

const OPERATIONS = {
  count: 'Nombre de projets',
  sum: 'Total',
  average: 'Moyenne',
  median: 'Médiane',
  max: 'Le plus élevé',
  min: 'Le plus faible',
} as const;

/** By what a set is split, on buttons; a picture has room for more. */
export const BY = {
  ministry: 'par ministère',
  carrier: 'par porteur',
  theme: 'par thème',
  year: 'par année',
  call: 'par appel',
  territory: 'par territoire',
  asked: 'l’un à côté de l’autre',
};

/** What a question is called in a few words, on a button and where it is said how it was understood. */
export const fr = {
  /** Of what the message claims of the answer: "c'est bien plus de 300 M€ ?" The answer follows, with its figures. */
  verdicts: {
    true: 'Oui, d’après les sources.',
    false: 'Non, pas d’après les sources.',
    incomplete: 'Je ne peux pas le confirmer : tous les montants ne sont pas publiés.',
    'at-least': 'Je ne peux pas le confirmer : les sources ne donnent qu’un minimum.',
    retained: 'Oui pour la valeur que retient la fiche, non pour une autre qui a été publiée.',
    'other-value': 'Non pour la valeur que retient la fiche, oui pour une autre qui a été publiée.',
    funding: 'Ce montant est le financement FTAP, pas le coût total.',
    cost: 'Ce montant est le coût total, pas le financement FTAP.',
    'not-said': 'La fiche ne le dit pas.',
    'told-again': 'Si c’est bien sur ce point, les sources lues n’en disent pas plus que ceci :',
    'no-cause': 'Les sources n’en donnent pas la cause. Voici ce qu’elles disent :',
    'not-all': 'La base ne contient que les projets qu’une source lue nomme : le fonds en a aidé davantage.',
    'no-contact': 'Aucun contact n’est publié. Voici qui porte le projet :',
    'no-number': 'Aucune source lue ne donne ce nombre.',
    'no-end': 'Les sources ne disent pas si c’est terminé.',
    'no-delay': 'Aucune source lue ne parle de retard.',
    supposed: 'Si j’ai bien compris votre question :',
    'limits-lifted': 'Rien dans ce qui précède. Dans toute la base :',
    unpublished: 'Seuls les montants qu’une source publie sont comptés ; les autres ne sont pas connus.',
  },
  /** Words of the message, as typed. */
  leftAside: (names: readonly string[]) =>
    `Aucun thème, organisme ni lieu de la base ne s’appelle ${either(quoted(names))} : il n’en est pas tenu compte.`,
  /** A name stands before what is said of it, here and everywhere: an article before it would have to know its gender. */
  fact: (labels: readonly string[], project: string) => `${project} — ${list(labels)}`,
  /** "Projets : logement"; with fields told of each: "Coût total des projets : logement". */
  projects: (labels: readonly string[], limits: readonly string[]) => {
    if (labels.length > 0) return limited(`${capitalised(list(labels))} des projets`, limits);
    return limits.length === 0 ? 'Tous les projets' : limited('Projets', limits);
  },
  /** "Projets par coût total décroissant : logement"; the label is null for dates. */
  ranked: (label: string | null, direction: Direction, limit: number | null, limits: readonly string[]) => {
    const which = limit === null ? 'Projets' : limit > 1 ? `Les ${limit} premiers projets` : 'Le premier projet';
    const order =
      label === null
        ? direction === 'descending'
          ? 'du plus récent au plus ancien'
          : 'du plus ancien au plus récent'
        : `par ${label} ${direction === 'descending' ? 'décroissant' : 'croissant'}`;
    return limited(`${which} ${order}`, limits);
  },
  computed: (operation: keyof typeof OPERATIONS, label: string | null, by: Part | null, limits: readonly string[]) => {
    const isRank = operation === 'max' || operation === 'min';
    const what =
      operation === 'count' || label === null
        ? isRank
          ? `${operation === 'max' ? 'Le plus' : 'Le moins'} de projets`
          : OPERATIONS.count
        : `${OPERATIONS[operation]}, ${label}`;
    return limited(by === null ? what : `${what} ${BY[by]}`, limits);
  },
  comparison: (names: readonly string[], label: string | null) =>
    `Comparaison : ${list(names)}${label === null ? '' : `, ${label}`}`,
  fund: (questions: readonly string[]) => `Le fonds : ${questions.join(' ')}`,
  whichProject: (names: readonly string[]) => `Un projet parmi ${list(names)}`,
  whichReading: 'Une question à préciser',
  courtesy: 'Un mot pour l’assistant',
  unknown: 'Une question sans réponse',
  either,
  /** A body by its shortest name: "Justice" for a ministry. */
  body: (name: string) =>
    /^Ministère (?:de la |de l['’]|du |des |de )(?!.* et )(?<rest>.+)$/u.exec(name)?.groups?.['rest'] ?? name,
  readings: (count: number) =>
    `Votre question peut se lire de ${count === 2 ? 'deux' : 'plusieurs'} façons. Laquelle est la bonne ?`,
  understood: (label: string, words: readonly string[], isFollowUp: boolean) => {
    const from =
      words.length === 0 ? [] : [`d’après ${isOneWord(words) ? 'le mot' : 'les mots'} ${list(quoted(words))}`];
    const said = label.endsWith('?') ? `« ${label} »` : label;
    return `J’ai compris : ${[said, ...from, ...(isFollowUp ? ['suite de la question d’avant'] : [])].join(' ; ')}.`;
  },
};

export type QuestionMessages = Sentences<typeof fr>;
/** What a set is split by; `asked`: the sets that the question puts beside each other. */
export type Part = keyof typeof BY;
