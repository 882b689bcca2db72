import { unknown } from './unknown';
import { capitalised, enumerate, namesIn, percents, type Sentences, signed } from '../sentences';

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
export const list = (items: readonly string[]): string => enumerate(items, 'et');
export const either = (items: readonly string[]): string => enumerate(items, 'ou');
export const plural = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;
export const projects = (count: number): string => plural(count, 'projet', 'projets');
export const quoted = (texts: readonly string[]): readonly string[] => texts.map((text) => `« ${text} »`);
const quotedQuestions = (questions: readonly string[]): string => either(quoted(questions));
const PARTS = {
  ministry: ['ministère ou organisme', 'ministères ou organismes'],
  carrier: ['porteur', 'porteurs'],
  theme: ['thème', 'thèmes'],
  year: ['année', 'années'],
  call: ['appel ou sélection', 'appels ou sélections'],
  territory: ['territoire', 'territoires'],
} as const;
/** The value of one, or of each of several; nothing where it stands above. */
const each = (value: string | null, names: readonly string[]): string =>
  value === null ? '' : `, ${value}${names.length > 1 ? ' chacun' : ''}`;
export interface TimedValue {
  readonly value: string;
  readonly when: string | null;
}
const timed = ({ value, when }: TimedValue): string => (when === null ? value : `${value} (${when})`);
const percent = (share: number): string => `${percents(share, 'moins de', 'plus de')} %`;
const changed = (times: number): string => signed(times, percent(Math.abs(times - 1)));
/** How much more an amount became, in M€, and how many times as much; null where it is no amount. */
export type Rise = { readonly by: number; readonly times: number } | null;
export const risen = (rise: Rise): string =>
  rise === null
    ? ''
    : `, soit ${AMOUNT.format(Math.abs(rise.by))} M€ de ${rise.by > 0 ? 'plus' : 'moins'}${changed(rise.times)}`;
const first = (count: number): string => (count === 1 ? 'voici le premier' : `voici les ${count} premiers`);
export const among = (filters: readonly string[]): string => (filters.length === 0 ? '' : ` (${filters.join(' ; ')})`);

/**
 * The words of each field: its name, "quel … ?" before it, what is `missing` where it is not published, and the same of many projects, in the
 * plural: "le coût total des projets" would be their sum.
 */
export const FIELDS = {
  summary: { name: 'présentation', which: 'quelle', missing: 'la présentation', ofMany: 'les présentations' },
  savings: {
    name: 'économies attendues',
    which: 'quelles',
    missing: 'le montant des économies attendues',
    ofMany: 'les économies attendues',
  },
  funding: {
    name: 'financement FTAP',
    which: 'quel',
    missing: 'le montant du financement FTAP',
    ofMany: 'les financements FTAP',
  },
  cost: { name: 'coût total', which: 'quel', missing: 'le coût total', ofMany: 'les coûts totaux' },
  carrier: { name: 'porteur', which: 'quel', missing: 'le porteur', ofMany: 'les porteurs' },
  partners: { name: 'partenaires', which: 'quels', missing: 'les partenaires', ofMany: 'les partenaires' },
  call: { name: 'appel à projets', which: 'quel', missing: 'l’appel à projets', ofMany: 'les appels à projets' },
  date: { name: 'date d’annonce', which: 'quelle', missing: 'la date d’annonce', ofMany: 'les dates d’annonce' },
  territory: { name: 'territoire', which: 'quel', missing: 'un territoire précis', ofMany: 'les territoires' },
  themes: { name: 'thèmes', which: 'quels', missing: 'les thèmes', ofMany: 'les thèmes' },
  beneficiaries: { name: 'bénéficiaires', which: 'quels', missing: 'les bénéficiaires', ofMany: 'les bénéficiaires' },
  status: { name: 'avancement', which: 'quel', missing: 'l’avancement', ofMany: 'l’avancement' },
  sources: { name: 'sources', which: 'quelles', missing: 'les sources', ofMany: 'les sources' },
};
export type FieldName = keyof typeof FIELDS;
/** « coût total publié », « économies attendues non publiées »: what agrees with "quelles" ends as it does. */
export const agreeing = (field: FieldName, participle: string): string =>
  `${participle}${FIELDS[field].which.replace(/^quell?/u, '')}`;

/** Made once: to make one costs as much as to understand a short question. */
export const AMOUNT = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

export type Direction = 'ascending' | 'descending';

export const fr = {
  botName: 'Assistant Transformation publique',
  welcome:
    'Bonjour, je suis un assistant automatique. Posez une question sur les projets que finance le fonds pour la transformation de l’action publique (FTAP).\nJe réponds à partir de sources publiées, et je le dis quand un chiffre ne l’est pas.',
  suggestions: {
    first: [
      'Quels projets concernent le logement ?',
      'Quelles économies attend-on de Mentor ?',
      'Quel projet a reçu le plus ?',
    ],
    fieldOf: (field: FieldName, project: string) => {
      const { name, which } = FIELDS[field];
      return `${project} : ${field === 'summary' ? name : `${which} ${name} ?`}`;
    },
    withoutLimit: {
      topic: 'Sans limite de thème',
      carrier: 'Sans limite de porteur',
      territory: 'Sans limite de territoire',
      period: 'Sans limite de date',
      amount: 'Sans limite de montant',
      except: 'Sans exception',
      all: 'Et parmi tous les projets ?',
    },
    ofSet: {
      total: 'Leur financement total ?',
      highest: 'Lequel a reçu le plus ?',
      byMinistry: 'Et par ministère ?',
    },
    /** To who has not said where they are. */
    byPart: ['Combien de projets par ministère ?', 'Combien de projets par région ?'],
    help: 'Qu’est-ce que tu sais faire ?',
  },
  fields: namesIn(FIELDS),
  /** `isOfAmount`: an amount is among them, which must not be taken for zero. */
  notPublished: (fields: readonly FieldName[], project: string, isOfAmount: boolean) => {
    const missing = fields.map((field) => FIELDS[field].missing);
    return `${project} : aucune des sources consultées ne donne ${enumerate(missing, 'ni')}${isOfAmount ? ', ce qui ne veut pas dire zéro' : ''}.`;
  },
  fact: (project: string, label: string, value: string) =>
    `${project} — ${label} : ${value}${/[.!?]$/.test(value) ? '' : '.'}`,
  /** `isFloor`: the sources give no more than a minimum. */
  amount: (value: number, isFloor = false) => `${isFloor ? 'au moins ' : ''}${AMOUNT.format(value)} M€`,
  date: (partial: string) => {
    const [year = '', month, day] = partial.split('-');
    const monthName = month === undefined ? '' : `${MONTHS[Number(month) - 1] ?? ''} `;
    return `${day === undefined ? '' : `${day === '01' ? '1er' : String(Number(day))} `}${monthName}${year}`;
  },
  /** What a record notes. */
  note: (text: string) => `À noter : ${text}`,
  /** `what`: what it is about, here and below; null where the answer says it. */
  conflict: (what: string | null, valueA: string, sourceA: string, valueB: string, sourceB: string) =>
    `Deux sources diffèrent${what === null ? '' : ` — ${what}`} : ${valueA} (${sourceA}) ; ${valueB} (${sourceB}).`,
  /** One body that gives two values, the older one first; `when`: a date or what the value is, null when it says so itself; `rise`: of amounts. */
  conflictInTime: (what: string | null, publisher: string, before: TimedValue, after: TimedValue, rise: Rise) =>
    `La même source (${publisher}) donne${what === null ? '' : ` deux valeurs — ${what} :`} ${timed(before)}, puis ${timed(after)}${risen(rise)}.`,
  /** `rest`: the amount that the fund does not pay; null when it pays all. */
  shareOfCost: (part: number, rest: string | null) =>
    `L’aide représente ${percent(part)} du coût complet${rest === null ? '' : ` ; le reste est de ${rest} (${percent(1 - part)})`}.`,
  savingsNature: { expected: 'attendues', revised: 'prévision révisée', realised: 'constatées' },
  savingsPeriod: { 'four-years': 'sur 4 ans', 'one-year': 'par an', 'not-stated': 'sans durée indiquée' },
  savingsMeasure: { net: 'nettes de l’investissement', 'as-invested': 'égales à l’investissement' },
  callConfidence: {
    sourced: '',
    deduced: 'déduit, non confirmé par une source',
    undetermined: 'l’appel n’est pas établi par les sources',
  },
  carriedBy: (carrier: string) => `porteur : ${carrier}`,
  carrierUnknown: 'porteur non publié',
  listHeading: (count: number, total: number, filters: readonly string[]) =>
    `${projects(total)}${among(filters)}${count < total ? ` ; ${first(count)}` : ''} :`,
  listWhat: (count: number, total: number, filters: readonly string[]) =>
    [...filters, ...(count < total ? [first(count)] : [])].join(' ; '),
  listPage: (from: number, to: number, total: number, filters: readonly string[]) =>
    `${from === to ? `Projet ${from}` : `Projets ${from} à ${to}`} sur ${total}${among(filters)} :`,
  searchHeading: (count: number) =>
    count === 1
      ? 'Le projet qui correspond le mieux à votre question :'
      : `Les ${projects(count)} les plus proches de votre question :`,
  chronologicalHeading: (count: number, direction: Direction, filters: readonly string[]) =>
    `${direction === 'descending' ? 'Du plus récent au plus ancien' : 'Du plus ancien au plus récent'}, par date d’annonce — ${projects(count)}${among(filters)} :`,
  rankingHeading: (count: number, label: string, direction: Direction, filters: readonly string[]) =>
    `${direction === 'descending' ? 'Du plus élevé au moins élevé' : 'Du moins élevé au plus élevé'} — ${label}, ${projects(count)}${among(filters)} :`,
  emptyList: (filters: readonly string[]) => `Aucun projet de la base ne correspond${among(filters)}.`,
  nationwide: (names: readonly string[]) =>
    names.length === 1
      ? `Un projet couvre par ailleurs toutes les régions : ${list(names)}.`
      : `${names.length} projets couvrent par ailleurs toutes les régions : ${list(names)}.`,
  exceptPlaces: (names: readonly string[]) => `sauf ${list(names)}`,
  /** `count` of the `total` projects are recorded for these regions, and not for the departments asked for. */
  ofRegion: (count: number, total: number, regions: readonly string[], departments: number) => {
    const which = total === 1 ? 'ce projet' : `ces ${projects(total)}`;
    const places = `${regions.length === 1 ? 'à la région' : 'aux régions'} ${list(regions)}, pas à ${departments === 1 ? 'ce département' : 'ces départements'}.`;
    return count === total
      ? `La base rattache ${which} ${places}`
      : `Sur ${which}, la base en rattache ${count} ${places}`;
  },
  andMore: (count: number) => `… et ${count} de plus.`,
  /** Ends an enumeration: "a, b et 9 autres". */
  others: (count: number) => (count === 1 ? 'un autre' : `${count} autres`),
  filter: {
    topic: (labels: readonly string[]) => `thème : ${labels.join(' ou ')}`,
    participant: (names: readonly string[]) => `porteur ou partenaire : ${names.join(' ou ')}`,
    carrier: (names: readonly string[]) => `porteur : ${names.join(' ou ')}`,
    partner: (names: readonly string[]) => `partenaire : ${names.join(' ou ')}`,
    territory: (names: readonly string[]) => `territoire : ${names.join(' ou ')}`,
    call: (number: number | null, session: number | null, scheme: 'ftap2' | 'windows' | 'contract' | null) => {
      if (scheme === 'ftap2') return 'FTAP 2';
      if (scheme === 'windows') return 'guichets de la DINUM';
      if (scheme === 'contract') return 'contrat de transformation de 2024';
      const call = number === 1 ? '1er appel' : `${number ?? '?'}e appel`;
      return session === null ? call : `${call}, session ${session}`;
    },
    year: (years: readonly string[]) => years.join(' ou '),
    month: (months: readonly string[]) => months.join(' ou '),
    /** From one year or month to another; null where no beginning, or no end, is said. */
    stretch: (first: string | null, last: string | null) =>
      first === null
        ? `jusqu’en ${last ?? ''}`
        : last === null
          ? `depuis ${first}`
          : `${/^[ao]/.test(first) ? 'd’' : 'de '}${first} à ${last}`,
    /** Of years, months or a stretch of them: a year is that of the announcement, not of the work. */
    announced: (when: string, isStretch: boolean) => `annonce ${isStretch ? '' : 'en '}${when}`,
    amount: (label: string, min: string | null, max: string | null, includesBounds: boolean) => {
      if (min !== null && min === max) return `${label} de ${min}`;
      if (min !== null && max !== null) return `${label} entre ${min} et ${max}`;
      if (min !== null) return `${label} ${includesBounds ? 'd’au moins' : 'de plus de'} ${min}`;
      return `${label} ${includesBounds ? 'd’au plus' : 'de moins de'} ${max ?? ''}`;
    },
    known: (field: FieldName) => `${FIELDS[field].name} ${agreeing(field, 'publié')}`,
    unknown: (field: FieldName) => `${FIELDS[field].name} ${agreeing(field, 'non publié')}`,
    among: (count: number) => `parmi ces ${projects(count)}`,
    /** The same of a few. */
    named: list,
    except: (labels: readonly string[]) => `sauf : ${labels.join(', ')}`,
  },
  /** `outOf`: how many there are without the conditions on what is published; null when there is none. */
  count: (count: number, outOf: number | null, filters: readonly string[]): string => {
    if (count === 0)
      return `Aucun projet ${outOf === null || outOf === 0 ? 'de la base ne correspond' : `sur ${outOf}`}${among(filters)}.`;
    return `${projects(count)} ${fr.countOf(count, outOf, filters)}.`;
  },
  /** The same without the number, to stand below it. */
  countOf: (count: number, outOf: number | null, filters: readonly string[]) =>
    `${outOf === null || outOf === 0 ? 'dans la base' : `sur ${outOf}, soit ${percent(count / outOf)}`}${among(filters)}`,
  setsCompared: (label: string | null, isOfAverages: boolean) =>
    `Comparaison${isOfAverages ? ' des moyennes' : ''} — ${label ?? 'nombre de projets'} :`,
  bestGroups: (names: readonly string[], value: string | null) => `En tête : ${list(names)}${each(value, names)}.`,
  /** The part or parts that come last, each with this value; here and below a null value stands above the sentence. */
  leastGroups: (names: readonly string[], value: string | null) => `En dernier : ${list(names)}${each(value, names)}.`,
  splitOf: (parts: number, of: keyof typeof PARTS, filters: readonly string[]) =>
    `dans la base${among(filters)}, ${parts} ${PARTS[of][parts > 1 ? 1 : 0]}`,
  countSplit: (count: number, parts: number, of: keyof typeof PARTS, filters: readonly string[]): string =>
    `${projects(count)} ${fr.splitOf(parts, of, filters)}.`,
  projectCount: projects,
  countAgainstOfficial: (official: number, inBase: number, filters: readonly string[]) => {
    if (official === inBase) return `C’est aussi le nombre de lauréats annoncé : ${official}.`;
    const winners = official > 1 ? `${official} lauréats ont été annoncés` : `${official} lauréat a été annoncé`;
    const announced = filters.length === 0 ? `${official} projets ont été financés` : winners;
    const left = official - inBase;
    const others = left === 1 ? 'l’autre n’y est pas' : `les ${left} autres n’y sont pas`;
    return inBase === 0
      ? `${announced}${among(filters)} ; la base n’en contient aucun.`
      : `${announced}${among(filters)} ; la base en contient ${inBase}, ${others}.`;
  },
  announcedFunding: (amount: string | null, filters: readonly string[]) =>
    `${amount === null ? '' : `${amount} `}annoncés pour l’ensemble des lauréats${among(filters)}.`,
  aggregate: (
    operation: 'sum' | 'average' | 'median',
    label: string,
    value: string | null,
    known: number,
    total: number,
    filters: readonly string[],
  ) => {
    const what = operation === 'sum' ? 'Total' : operation === 'average' ? 'Moyenne' : 'Médiane';
    const of = `${what} — ${label}${value === null ? '' : ` : ${value}`}, sur`;
    if (total === 1) return `${of} un seul projet${among(filters)}.`;
    return known === total
      ? `${of} les ${projects(total)}${among(filters)}, tous avec un montant publié de même nature.`
      : `${of} ${known} des ${projects(total)}${among(filters)} ayant un montant publié de même nature.`;
  },
  averageOf: (total: string) => `Le total de ces montants\u00a0: ${total}.`,
  noAmountKnown: (label: string, total: number, filters: readonly string[]) =>
    `${capitalised(label)} : aucun montant n’est publié pour ${total > 1 ? `ces ${projects(total)}` : 'ce projet'}${among(filters)}.`,
  extreme: (
    operation: 'max' | 'min',
    label: string,
    value: string | null,
    names: readonly string[],
    filters: readonly string[],
  ) =>
    `${operation === 'max' ? 'Le montant le plus élevé' : 'Le montant le plus faible'} — ${label}${among(filters)} : ${list(names)}${each(value, names)}.`,
  nextHeading: 'Viennent ensuite :',
  /** `hasOthers`: amounts of another nature are published as well. */
  extremeCoverage: (known: number, total: number, hasOthers: boolean) => {
    if (total === 1) return 'C’est le seul projet de cet ensemble.';
    if (known === 1)
      return `C’est le seul montant publié${hasOthers ? ' de cette nature' : ''}, sur ${projects(total)}.`;
    if (known === total) return `Le montant des ${known} projets est publié.`;
    return `Comparaison faite sur les ${known} projets dont le montant ${hasOthers ? 'publié est de cette nature' : 'est publié'}, parmi ${total}.`;
  },
  unlikeBeside: (items: readonly string[]) =>
    `${items.length > 1 ? 'Montants' : 'Montant'} d’une autre nature, hors comparaison : ${items.join(' ; ')}.`,
  fundTotals: (items: readonly string[]) => `Pour l’ensemble du fonds, les sources donnent : ${items.join(' ; ')}.`,
  /** « d'économies, … (Cour des comptes, 13 novembre 2025) », to follow an amount; alone below it. */
  fundTotal: (what: string, publisher: string, date: string | null) =>
    `${what} (${date === null ? publisher : `${publisher}, ${date}`})`,
  ofFund: (what: string) => `${what}, pour l’ensemble du fonds`,
  detail: (name: string, value: string) => `${name} : ${value}`,
  /** Things beside each other that may hold commas of their own: sources, bodies, values. */
  items: (items: readonly string[]) => items.join(' ; '),
  countedHeading: 'Montants comptés :',
  /** `share`: what part of the whole it is, where that is asked. */
  group: (name: string, value: string, share: string | null, known: number, total: number, isCount: boolean) =>
    isCount
      ? `${name} : ${projects(total)}${share === null ? '' : ` (${share})`}`
      : `${name} : ${value}${share === null ? '' : `, soit ${share}`} (${known === total || known === 0 ? projects(total) : `${known} des ${projects(total)} avec un montant publié`})`,
  noGroup: 'Non précisé',
  everyRegion: 'Toutes les régions',
  groupsWithout: (names: readonly string[]) =>
    `Sans montant publié de cette nature (${names.length}) : ${list(names)}.`,
  othersHeading: 'De nature différente, donc non compris dans le calcul :',
  withoutFigure: (count: number, names: readonly string[]): string =>
    `${fr.withoutFigureCount(count)} : ${list(names)}.`,
  withoutFigureCount: (count: number) => `Sans montant publié (${count})`,
  compareHeading: (names: readonly string[]) => `Comparaison — ${list(names)} :`,
  eachHeading: (label: string, count: number) => `${label} de chacun des ${count} projets :`,
  compareSame: 'Les deux chiffres sont égaux.',
  /** `more` is null where it was said; `times`: how many times the lesser the greater is, null where that tells nothing. */
  compareDifference: (more: string | null, difference: string, times: number | null) =>
    `${more === null ? 'Écart :' : `En tête : ${more}, avec`} ${difference}${more === null ? '' : ' de plus'}${times === null ? '' : `, soit ${AMOUNT.format(times)} fois autant`}.`,
  compareLess: (less: string, more: string, difference: string, times: number | null) =>
    `${less} : ${difference} de moins que ${more}${times === null ? '' : `, soit ${AMOUNT.format(times)} fois moins`}.`,
  compareStanding: (knownA: number, sizeA: number, nameA: string, knownB: number, sizeB: number, nameB: string) =>
    `Montants publiés : ${knownA} sur ${projects(sizeA)} (${nameA}), ${knownB} sur ${projects(sizeB)} (${nameB}).`,
  compareUnlike: 'Ces montants ne sont pas de même nature : ils ne se comparent ni ne s’additionnent.',
  compareFloor: (name: string) => `Le montant de ${name} est un minimum : ni l’écart ni l’ordre ne sont connus.`,
  compareIncomplete: (names: readonly string[]) =>
    `Montant non publié pour ${list(names)} : aucun classement n’est possible.`,
  unpublished: (field: FieldName) => agreeing(field, 'non publié'),
  clarify: (names: readonly string[]) => `Plusieurs projets correspondent : ${list(names)}. Duquel parlez-vous ?`,
  clarifyField: (names: readonly string[], label: string) =>
    `Plusieurs projets correspondent (${label}) : ${list(names)}. Duquel parlez-vous ?`,
  unknown,
  notInRecord: (name: string) =>
    `La fiche « ${name} » ne le dit pas. Elle donne, quand une source les publie, ce que fait le projet, qui le porte, pour qui et avec qui, ses montants, ses dates et son avancement.`,
  youMayAsk: (questions: readonly string[]) => `Vous pouvez par exemple me demander : ${quotedQuestions(questions)}.`,
  publishedRules: (questions: readonly string[]) =>
    `Je connais en revanche les règles publiées : ${quotedQuestions(questions)}.`,
  /** Null when no word of the question is a name. */
  noSuchProject: (name: string | null) =>
    name === null
      ? 'Je ne trouve pas ce projet dans la base. Un tel projet a pu être financé sans figurer dans mes fiches.'
      : `Je ne trouve pas « ${name} » dans la base : aucun projet, organisme ni thème ne porte ce nom. Un tel projet a pu être financé sans figurer dans mes fiches.`,
  nearest: (names: readonly string[]) => `Fiches proches de ces mots : ${list(names)}.`,
  /** Of what editors marked as less than sure. */
  lowConfidence: (sources: number, conflicts: number) => {
    const why =
      conflicts > 0
        ? 'Des sources en désaccord'
        : sources === 1
          ? 'Une seule source, secondaire'
          : 'Des sources secondaires';
    return `${why} : à vérifier avant de citer.`;
  },
  sourcesHeading: 'Sources',
  /** The sources in one line; nothing after the colon when they follow on lines of their own. */
  sourcesLine: (labels: readonly string[]) => `Sources : ${labels.join(' ; ')}`,
  /** Of a list: how many of its sources are not shown, and where they are. */
  moreSources: (count: number) =>
    `… et ${plural(count, 'autre', 'autres')} : la page de chaque projet et le fichier CSV donnent toutes les sources.`,
  source: (name: string, date: string | null) => (date === null ? name : `${name} (${date})`),
  /** What a source backs, from words of the base, which are French. */
  sourceBacks: (what: string) => `Source de : ${what}`,
  /** A file, a picture or a card was sent without a word. */
  wordsOnly: 'Je ne lis que les mots, pas les fichiers, les images ni les cartes. Écrivez-moi votre question.',
  failure: 'Une erreur est survenue de mon côté, votre question n’est pas en cause. Pouvez-vous la poser à nouveau ?',
  late: 'Cela prend plus de temps que prévu : la réponse arrivera ici même. Inutile de reposer la question.',
  why: {
    heading: 'Comment la question a été comprise',
    understoodAs: (kind: string) => `Type de question : ${kind}.`,
    kinds: {
      list: 'liste de projets',
      fact: 'information sur un projet',
      aggregate: 'calcul sur des projets',
      compare: 'comparaison',
      programme: 'information sur le fonds',
      smalltalk: 'politesse ou aide',
      clarify: 'question à préciser',
      unknown: 'sans réponse',
    },
    read: (written: string, kind: string, id: string) => `« ${written} » lu comme ${kind} : ${id}.`,
    matchKinds: {
      project: 'projet',
      theme: 'thème',
      beneficiary: 'public',
      organisation: 'organisme',
      territory: 'territoire',
      call: 'appel à projets',
      field: 'information demandée',
    },
    corrected: (written: string, readAs: string) => `« ${written} » corrigé en « ${readAs} ».`,
    followUp: 'Question complétée par la précédente.',
    filters: (filters: readonly string[]) => `Filtres : ${filters.join(' ; ')}.`,
    /** The names may be the first of more. */
    records: (names: readonly string[], total: number) =>
      `${total > 1 ? 'Fiches retenues' : 'Fiche retenue'} (${total}) : ${names.join(' ; ')}.`,
    operation: (label: string) => `Calcul : ${label}.`,
    other: (label: string, probability: number) =>
      `Autre lecture possible, probable à ${percent(probability)} : ${label}.`,
    operations: {
      count: 'nombre de projets',
      sum: 'somme',
      average: 'moyenne',
      median: 'médiane',
      max: 'maximum',
      min: 'minimum',
    },
  },
};

export type Messages = Sentences<typeof fr>;
export type Limit = keyof Messages['suggestions']['withoutLimit'];
