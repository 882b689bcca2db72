interface Problem {
  /** DATA_DIR, where it is known. */
  readonly folder?: string | undefined;
  readonly file: string;
  readonly path: string;
  /** As in the core's reading of the files; one that is not known here is a value refused. */
  readonly code: string;
  readonly expected: string;
  readonly found: string;
  readonly line: number | null;
  readonly record?: string;
}

/** How a mistake in a data file is told to the editor: file, line, record, path, what is there, how to mend it. In French: editors are. */
export function dataProblemText(problem: Problem): string {
  const { file, line, record, path } = problem;
  const place = [
    dataPath(problem, file),
    ...(line === null ? [] : [`ligne ${line}`]),
    ...(record === undefined ? [] : [`fiche « ${record} »`]),
  ].join(', ');
  return `${path === '' ? place : `${place} : ${path}`} : ${explanationOf(problem)}`;
}

/** A data file as whoever reads of it finds it. */
export function dataPath({ folder = 'data' }: Pick<Problem, 'folder'>, file: string): string {
  return `${folder.replace(/\/+$/u, '')}/${file}`;
}

/** Why the folder of the data or one of its files cannot be read, by the code of the system. */
export function unreadableDataText(path: string, code: string): string {
  const why = { ENOENT: 'n’existe pas', ENOTDIR: 'n’est pas un dossier' }[code] ?? `ne peut pas être lu (${code})`;
  return `${path} ${why} : donnez dans DATA_DIR le dossier des données, que l’assistant peut lire`;
}

/** What is wrong and how to mend it, without its place. */
export function explanationOf(problem: Problem): string {
  const { code, expected, found } = problem;
  switch (code) {
    case 'missing-file':
      return `fichier introuvable (remettez « ${expected} » dans le dossier des données, ou corrigez DATA_DIR)`;
    case 'not-utf8':
      return `ce fichier n’est pas en UTF-8 : on dirait du ${found}, ou un texte déjà abîmé (enregistrez-le à nouveau avec l’encodage UTF-8, puis vérifiez les accents)`;
    case 'not-json':
      return `ce n’est pas du JSON lisible${found === '' ? '' : `, colonne ${found}`} : ${JSON_FAULTS[expected] ?? expected} (cherchez à cet endroit ou juste avant)`;
    case 'repeated-key':
      return `« ${found} » est écrit deux fois dans la même fiche, d’abord ligne ${expected} (effacez l’un des deux : le premier serait perdu)`;
    case 'missing':
      return `champ absent (ajoutez-le ; attendu : ${typeName(expected)} ; écrivez null si aucune source ne le donne et que le champ l’accepte)`;
    case 'unknown-key':
      return `champ inconnu, valeur trouvée : ${found} (faute de frappe ? voyez la liste des champs dans data/README.md)`;
    case 'wrong-type':
      return `attendu : ${typeName(expected)} ; trouvé : ${found} (${remedyFor(expected, found)})`;
    case 'duplicate-id':
      return `identifiant déjà pris : ${found} (donnez à chaque fiche un identifiant différent)`;
    case 'no-such-id':
      return `identifiant inconnu : ${found} (il doit exister dans ${dataPath(problem, expected)} ; corrigez-le ou ajoutez-le là)`;
    case 'repeated':
      return `déjà écrit : ${found} (la même liste l’a dans ${expected} ; effacez l’un des deux)`;
    default:
      return `valeur refusée : ${found} (${refusedFor(expected, found)})`;
  }
}

/** What the reader of JSON says, by its names; what it says at the end of a text is told as that. */
const JSON_FAULTS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'un mot sans guillemets',
  PropertyNameExpected: 'un nom de champ entre guillemets est attendu, ou une virgule est de trop',
  ValueExpected: 'une valeur est attendue, ou une virgule est de trop',
  ColonExpected: 'deux-points attendus entre le champ et sa valeur',
  CommaExpected: 'une virgule manque avant cet endroit',
  EndOfFileExpected: 'le fichier devrait finir ici',
  InvalidCommentToken: 'les commentaires ne sont pas permis',
  EndOfFile: 'le fichier s’arrête là, il semble coupé',
  UnexpectedEndOfString: 'un guillemet fermant manque, ou le texte passe à la ligne (écrivez \\n)',
  UnexpectedEndOfNumber: 'un nombre est coupé',
  InvalidUnicode: 'un code \\u mal écrit',
  InvalidEscapeCharacter: 'une barre \\ suivie d’une lettre inconnue (écrivez \\\\ pour une barre)',
  InvalidCharacter: 'une tabulation ou un caractère invisible dans un texte',
};

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'un texte entre guillemets',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste entre crochets [ ]',
  object: 'un objet entre accolades { }',
  record: 'un objet entre accolades { }',
  null: 'null',
  'a text that is not empty': 'un texte qui n’est pas vide, ou null si le champ l’accepte',
  'an id': 'un identifiant en minuscules, chiffres et traits d’union, comme « si-fourrieres »',
  'a date': 'une date écrite AAAA-MM-JJ, AAAA-MM ou AAAA',
  'a day of the calendar': 'un jour qui existe',
  'an address': 'une adresse http(s) complète, ou null',
  'an amount': 'un montant positif en millions d’euros, ou null',
  'another record': 'l’identifiant d’une autre fiche, qui n’est pas au-dessous de celle-ci',
  'a number from 1': 'un nombre entier, à partir de 1',
  'one at least': 'au moins un élément dans la liste',
  'an Insee code': 'un code Insee entre guillemets, comme "27" ou "2A"',
  'a text where there is one in French': 'le même texte en anglais s’il y en a un en français, sinon null',
  'a text or a number': 'un texte entre guillemets, ou un nombre',
  'a pattern':
    'une tournure en minuscules et sans accents, parenthèses fermées, listes {…} écrites plus haut dans words',
  'a phrase': 'un mot ou une suite de mots',
  'a single word': 'un seul mot, sans espace, apostrophe ni trait d’union',
  'a word at least': 'au moins un mot',
};

function refusedFor(expected: string, found: string): string {
  if (expected !== 'an amount in millions') return `attendu : ${typeName(expected)}`;
  const millions = Number(found) / 1_000_000;
  return `les montants sont en millions d’euros : celui-ci semble en euros ou en milliers d’euros ; pour ${found} euros, écrivez ${millions}`;
}

function typeName(expected: string): string {
  return TYPE_NAMES[expected] ?? expected;
}

function remedyFor(expected: string, found: string): string {
  const number = /^"\s*(\d+(?:[.,]\d+)?)\s*(?:M€|MEUR|€)?\s*"$/.exec(found)?.[1];
  if (expected === 'number' && number !== undefined)
    return `écrivez ${number.replace(',', '.')}, sans guillemets, avec un point`;
  if (expected === 'string' && /^-?\d/.test(found)) return `écrivez "${found}", entre guillemets`;
  if (expected === 'array') return `écrivez [${found}]`;
  return `remplacez par ${typeName(expected)}`;
}
