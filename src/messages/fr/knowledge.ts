import { dataPath } from '../data-problem-text';
import { enumerate } from '../sentences';
import { COLUMN_TITLES, TABLE_TITLES } from './knowledge-columns';

/** What `npm run -s knowledge` says. In French: those who keep the data are. */
export const KNOWLEDGE = {
  usage: `Usage :
  npm run -s knowledge -- check             vérifie toute la base : encodage, JSON, champs, identifiants, vraisemblance
  npm run -s knowledge -- report            ce que la base sait, ce qui a vieilli, ce qu’on lui demande en vain
  npm run -s knowledge -- export CHEMIN     écrit un classeur (CHEMIN finit par .xlsx) ou un dossier de fichiers CSV
  npm run -s knowledge -- export CHEMIN --force   l’écrit à la place de celui qui y est déjà
  npm run -s knowledge -- import CHEMIN     montre ce que changerait ce classeur, ce dossier ou ce fichier CSV
  npm run -s knowledge -- import CHEMIN --apply   l’écrit, après une copie datée
  npm run -s knowledge -- diff              ce qui a changé depuis la dernière copie
  npm run -s knowledge -- undo              annule le dernier import
  npm run -s knowledge -- schemas           refait data/schemas/, pour l’aide à la saisie des éditeurs
Les données sont lues dans DATA_DIR, les copies gardées dans VAR_DIR/knowledge. Mode d’emploi : docs/connaissances.md.
Fin : 0 si tout va bien, 1 si quelque chose est à corriger, 2 si la commande ou un fichier est illisible.`,
  reading: 'Lecture de la base…',
  counts: (counts: readonly (readonly [table: string, count: number])[]) =>
    counts.map(([table, count]) => `${count} ${TABLE_TITLES[table] ?? table}`).join(', '),
  broken: (count: number) => `${count} à corriger`,
  checked: (doubts: number) => `rien à corriger, ${doubts} à regarder`,
  doubt: ({ folder, file, record, code, found, beside }: DoubtText) =>
    `${dataPath({ folder }, file)}, fiche « ${record} » : ${DOUBTS[code](found, beside)}`,
  /** The same where the record is named before it. */
  doubtOf: ({ code, found, beside }: Pick<DoubtText, 'code' | 'found' | 'beside'>) => DOUBTS[code](found, beside),
  report: {
    coverage: 'Ce que disent les sources',
    known: (field: string, known: number, all: number) => `${field} : ${known} sur ${all}`,
    stale: 'Fiches dont la dernière source datée a plus de trois ans',
    latest: (id: string, date: string | null) => `${id} : ${date ?? 'aucune source datée'}`,
    conflicts: 'Désaccords entre sources',
    unsourced: 'Montants qu’aucune source de la fiche ne dit établir (champ « backs »)',
    idle: 'Synonymes qui ne servent à rien : une fois réduits, ils sont un autre mot de la même fiche',
    empty: 'Thèmes et publics sans aucun projet : leurs mots ne trouvent rien',
    unanswered: 'Questions restées sans réponse, les plus fréquentes d’abord',
    noInbox: 'l’assistant n’a encore rien gardé',
    times: (question: string, times: number) => `${times} × ${question}`,
    of: (id: string, what: readonly string[]) => `${id} : ${what.join(', ')}`,
    more: (count: number) => `… et ${count} autres`,
    nothing: 'rien',
  },
  taken: (path: string) =>
    `${path} existe déjà, rien n’est écrit : donnez un autre chemin, ou ajoutez --force pour le remplacer (ce que vous y auriez corrigé serait perdu)`,
  exported: (path: string) => `${path} : écrit`,
  same: 'aucune différence',
  added: (place: string) => `+ ${place} : nouvelle fiche`,
  removed: (place: string) => `- ${place} : fiche retirée`,
  changed: (place: string, field: string, before: string, after: string) =>
    `~ ${place} : ${field} : ${before} → ${after}`,
  /** What a cell holds; longer texts are cut: what changed is told, the whole is in the record. */
  cellText: (value: string | number | null, most: number) => {
    if (value === null) return '(vide)';
    if (typeof value === 'number') return String(value).replace('.', ',');
    return value.length > most ? `${value.slice(0, most - 1)}…` : value;
  },
  alone: (path: string, table: string) =>
    `${path} : la feuille des fiches, « ${TABLE_TITLES[table] ?? table} », manque, et ce qui en dépend (sources, désaccords, totaux) ne se lit qu’avec elle : donnez le dossier entier d’un export, ou le classeur`,
  notWritten: 'Rien n’est écrit. Pour l’écrire, ajoutez --apply.',
  refused: (count: number) => `${count} à corriger : rien n’est écrit`,
  written: (copy: string) => `Écrit ; la base d’avant est dans ${copy}. Pour y revenir : npm run -s knowledge -- undo`,
  recovered: 'Une écriture avait été coupée : la base d’avant a été remise.',
  noCopy: 'aucun import n’a encore été fait : il n’y a pas de copie',
  undone: (copy: string) => `Import annulé : la base est celle de ${copy}`,
  writtenSince:
    'la base a été modifiée depuis le dernier import : l’annuler perdrait ces changements (corrigez les fiches à la main, ou exportez puis importez)',
  unwritable: (said: string) =>
    `lecture ou écriture impossible, rien n’est changé : ${said} (voyez les droits et la place sur le disque)`,
  schemas: (count: number) => `${count} schémas écrits`,
  place: (table: string, id: string) => `${TABLE_TITLES[table] ?? table}, « ${id} »`,
  field: (path: string) => {
    const [, item = '', bare = path] = /^(\w+\[\d+\])\.(.+)$/u.exec(path) ?? [];
    const title = COLUMN_TITLES[bare] ?? bare;
    return item === '' ? title : `${item} ${title}`;
  },
  fault: (place: string, code: string, found: string) => `${place} : ${(FAULTS[code] ?? String)(found)}`,
  cell: (table: string, cell: string) => `feuille « ${TABLE_TITLES[table] ?? table} », ${cell}`,
  wholeSheet: 'toute la feuille',
  row: (row: number) => `ligne ${row}`,
  badFile: (file: string, reason: keyof typeof BAD_FILES, place: string) => `${file} : ${BAD_FILES[reason](place)}`,
};

interface DoubtText {
  readonly folder: string;
  readonly file: string;
  readonly record: string;
  readonly code: keyof typeof DOUBTS;
  readonly found: string;
  readonly beside: string;
}

const DOUBTS = {
  'savings-above-cost': (found: string, beside: string) =>
    `les économies (${found} M€) dépassent le coût total (${beside} M€) : vérifiez les unités`,
  'funding-above-cost': (found: string, beside: string) =>
    `le financement du fonds (${found} M€) dépasse le coût total (${beside} M€)`,
  'no-address': (found: string) => `la source « ${found} » n’a pas d’adresse`,
  'future-date': (found: string) => `la date ${found} est à venir`,
  'before-the-fund': (found: string, beside: string) => `la date ${found} est d’avant le fonds (${beside})`,
  'shared-term': (found: string, beside: string) =>
    `« ${found} » désigne aussi ${beside} : une question sur ce mot aura deux sens`,
  'no-letter': (found: string) => `« ${found} » n’a ni lettre ni chiffre : aucune question ne le dira`,
  'no-project': (found: string) =>
    `aucun projet n’a le thème « ${found} » : ajoutez-le aux \`themes\` d’un projet de projects.json, ou retirez-le`,
};

const FAULTS: Readonly<Record<string, (found: string) => string>> = {
  'not-published': (found) =>
    `« ${found} » n’est pas un nombre (laissez la cellule vide : vide veut dire « non publié »)`,
  zero: (found) => `« ${found} » : vide veut dire « non publié », jamais zéro (laissez la cellule vide)`,
  'unclear-number': (found) =>
    `« ${found} » se lit de deux façons (écrivez les milliers sans point et les décimales après une virgule : 2300 ou 2,3)`,
  'not-a-number': (found) =>
    `« ${found} » n’est pas un nombre (écrivez un nombre de millions d’euros, comme 2,3, sans autre unité que M€)`,
  'unknown-table': (found) =>
    `feuille inconnue : « ${found} » (attendues : ${enumerate(Object.values(TABLE_TITLES), 'et')} ; supprimez-la si elle est de trop)`,
  'unknown-column': (found) =>
    `colonne inconnue : « ${found} » (reprenez les titres d’un export, ou supprimez la colonne)`,
  'missing-column': (found) => `la colonne « ${COLUMN_TITLES[found] ?? found} » manque (repartez d’un export)`,
  'repeated-column': (found) =>
    `la colonne « ${COLUMN_TITLES[found] ?? found} » est là deux fois (supprimez l’une des deux)`,
  'no-id': () => 'pas d’identifiant (donnez-en un, ou videz la ligne)',
  'repeated-id': (found) => `l’identifiant « ${found} » est déjà celui d’une autre ligne`,
  'id-taken': (found) =>
    `une fiche « ${found} » existe déjà, et cette ligne n’en a pas l’empreinte (pour la corriger, repartez d’un export ; pour en ajouter une, changez l’identifiant)`,
  gone: (found) =>
    `aucune fiche « ${found} » : elle a été retirée, ou son identifiant a changé (remettez l’identifiant de l’export ; pour ajouter une fiche, videz la cellule « ${COLUMN_TITLES['fingerprint'] ?? ''} »)`,
  'changed-since': (found) =>
    `la fiche « ${found} » a été modifiée depuis cet export, par quelqu’un d’autre peut-être (exportez de nouveau et refaites cette correction)`,
  'no-such-record': (found) =>
    `aucune ligne « ${found} » dans la feuille des fiches (ajoutez-la, ou corrigez l’identifiant)`,
};

const BAD_FILES = {
  missing: () => 'introuvable',
  format: () => 'format inconnu (donnez un classeur .xlsx, un fichier .csv ou un dossier de fichiers .csv)',
  'too-large': () => 'trop gros pour être un export de la base (32 Mo au plus, 256 Mo une fois décompressé)',
  damaged: (place: string) =>
    `fichier abîmé, ou d’un autre format${place === '' ? '' : ` : ${place}`} (enregistrez-le à nouveau)`,
  encoding: (place: string) =>
    `ce fichier n’est pas en UTF-8 : on dirait du ${place} (enregistrez-le en « CSV UTF-8 », ou en .xlsx)`,
  formula: (place: string) =>
    `${place} contient une formule (remplacez-la par sa valeur : copier, puis collage spécial, valeurs)`,
  merged: (place: string) =>
    `cellules fusionnées à partir de ${place} (défaites la fusion, et remplissez chaque cellule)`,
  empty: () => 'aucun fichier .csv dans ce dossier',
};
