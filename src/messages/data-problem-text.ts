interface Problem {
  readonly file: string;
  readonly path: string;
  /** As in the core's reading of the files; one that is not known here is a value refused. */
  readonly code: string;
  readonly expected: string;
  readonly found: string;
}

/** How a mistake in a data file is told to the editor: file, path, what is there, how to mend it. In French: editors are. */
export function dataProblemText(problem: Problem): string {
  const place = problem.path === '' ? `data/${problem.file}` : `data/${problem.file} : ${problem.path}`;
  return `${place} : ${explanationOf(problem)}`;
}

function explanationOf({ code, expected, found }: Problem): string {
  switch (code) {
    case 'missing-file':
      return `fichier introuvable (remettez « ${expected} » dans le dossier des données, ou corrigez DATA_DIR)`;
    case 'not-json':
      return `ce n’est pas du JSON lisible : ${found} (cherchez près de cet endroit une virgule, un guillemet ou une accolade en trop ou en moins)`;
    case 'missing':
      return `champ absent (ajoutez-le ; attendu : ${typeName(expected)} ; écrivez null si aucune source ne le donne et que le champ l’accepte)`;
    case 'unknown-key':
      return `champ inconnu, valeur trouvée : ${found} (faute de frappe ? voyez la liste des champs dans data/README.md)`;
    case 'wrong-type':
      return `attendu : ${typeName(expected)} ; trouvé : ${found} (${remedyFor(expected, found)})`;
    case 'duplicate-id':
      return `identifiant déjà pris : ${found} (donnez à chaque fiche un identifiant différent)`;
    case 'no-such-id':
      return `identifiant inconnu : ${found} (il doit exister dans data/${expected} ; corrigez-le ou ajoutez-le là)`;
    case 'count':
      return `le fichier contient ${expected} fiches mais annonce ${found} (écrivez ${expected})`;
    case 'repeated':
      return `déjà écrit : ${found} (la même liste l’a dans ${expected} ; effacez l’un des deux)`;
    default:
      return `valeur refusée : ${found} (attendu : ${typeName(expected)})`;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'un texte entre guillemets',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste entre crochets [ ]',
  object: 'un objet entre accolades { }',
  record: 'un objet entre accolades { }',
  null: 'null',
  'a pattern':
    'une tournure en minuscules et sans accents, parenthèses fermées, listes {…} écrites plus haut dans words',
  'a phrase': 'un mot ou une suite de mots',
  'a single word': 'un seul mot, sans espace, apostrophe ni trait d’union',
  'a word at least': 'au moins un mot',
};

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
