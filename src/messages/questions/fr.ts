import { enumerate } from '../messages';
import type { Part, QuestionMessages } from './messages';

const list = (items: readonly string[]): string => enumerate(items, 'et');
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const limited = (what: string, limits: readonly string[]): string =>
  limits.length === 0 ? what : `${what} : ${limits.join(', ')}`;
/** « de Mentor », « d’InSERRE ». */
const of = (name: string): string => (/^[aeiouyàâéèêëîïôœùû]/iu.test(name) ? `d’${name}` : `de ${name}`);

const OPERATIONS = {
  count: 'Nombre de projets',
  sum: 'Total',
  average: 'Moyenne',
  median: 'Médiane',
  max: 'Le plus élevé',
  min: 'Le plus faible',
} as const;

const BY: Readonly<Record<Part, string>> = {
  ministry: 'par ministère',
  carrier: 'par porteur',
  theme: 'par thème',
  year: 'par année',
  call: 'par appel',
  territory: 'par territoire',
  asked: 'l’un à côté de l’autre',
};

export const fr: QuestionMessages = {
  fact: (labels, project) => `${capitalised(list(labels))} ${of(project)}`,
  projects: (labels, limits) => {
    if (labels.length > 0) return limited(`${capitalised(list(labels))} des projets`, limits);
    return limits.length === 0 ? 'Tous les projets' : limited('Projets', limits);
  },
  ranked: (label, direction, limit, limits) => {
    const which = limit === null ? 'Projets' : limit > 1 ? `Les ${limit} premiers projets` : 'Le premier projet';
    const order =
      label === null
        ? direction === 'descending'
          ? 'du plus récent au plus ancien'
          : 'du plus ancien au plus récent'
        : `par ${label} ${direction === 'descending' ? 'décroissant' : 'croissant'}`;
    return limited(`${which} ${order}`, limits);
  },
  computed: (operation, label, by, limits) => {
    const isRank = operation === 'max' || operation === 'min';
    const what =
      operation === 'count' || label === null
        ? isRank
          ? `${operation === 'max' ? 'Le plus' : 'Le moins'} de projets`
          : OPERATIONS.count
        : `${OPERATIONS[operation]}, ${label}`;
    return limited(by === null ? what : `${what} ${BY[by]}`, limits);
  },
  comparison: (names, label) => `Comparaison : ${list(names)}${label === null ? '' : `, ${label}`}`,
  fund: (questions) => `Le fonds : ${questions.join(' ')}`,
  whichProject: (names) => `Un projet parmi ${list(names)}`,
  whichReading: 'Une question à préciser',
  courtesy: 'Un mot pour l’assistant',
  unknown: 'Une question sans réponse',
  either: (names) => enumerate(names, 'ou'),
  body: (name) =>
    /^Ministère (?:de la |de l['’]|du |des |de )(?!.* et )(?<rest>.+)$/u.exec(name)?.groups?.['rest'] ?? name,
  readings: (count) =>
    count === 1
      ? 'Est-ce bien votre question ?'
      : `Votre question peut se lire de ${count === 2 ? 'deux' : 'plusieurs'} façons. Laquelle est la bonne ?`,
  understood: (label, words, isFollowUp) => {
    const quoted = words.map((word) => `« ${word} »`);
    const from = words.length === 0 ? [] : [`d’après ${words.length > 1 ? 'les mots' : 'le mot'} ${list(quoted)}`];
    const parts = [label, ...from, ...(isFollowUp ? ['suite de la question d’avant'] : [])].join(' ; ');
    return `J’ai compris : ${parts}${parts.endsWith('?') ? '' : '.'}`;
  },
};
