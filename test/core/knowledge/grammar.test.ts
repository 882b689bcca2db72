import { createKnowledgeBase } from '../../../src/core/loading/create-knowledge-base';
import { type KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import { type DataFileName, parseRecords } from '../../../src/core/loading/parse';
import { respond } from '../../../src/core/respond';
import { EMPTY_MEMORY } from '../../../src/core/model/question';
import { readQuestion } from '../../../src/core/understanding/reading';
import { dataProblemText } from '../../../src/messages/data-problem-text';
import { dataTexts, realKnowledge } from '../knowledge';

type GrammarName = Extract<DataFileName, `grammar/${string}`>;

/** Every change must find what it replaces: else the test would be about nothing. */
function textsWith(file: GrammarName, [from, to]: readonly [string, string]): Record<DataFileName, string> {
  const texts = dataTexts();
  expect(texts[file]).toContain(from);
  return { ...texts, [file]: texts[file].replace(from, to) };
}

/** Without their lines, which every word more would change; parse.test.ts looks at those. */
function messagesWith(file: GrammarName, change: readonly [string, string]): readonly string[] {
  const parsed = parseRecords(textsWith(file, change));
  return 'problems' in parsed ? parsed.problems.map((problem) => dataProblemText({ ...problem, line: null })) : [];
}

function baseWith(file: GrammarName, change: readonly [string, string]): KnowledgeBase {
  const parsed = parseRecords(textsWith(file, change));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return createKnowledgeBase(parsed.records);
}

describe('a mistake in a file of the grammar is told with file, place and remedy:', () => {
  it.each<[string, GrammarName, readonly [string, string], string]>([
    [
      'a number for a phrase',
      'grammar/fr.json',
      ['"de quoi s agit il"', '12'],
      'data/grammar/fr.json : fields.summary[0] : attendu : un texte entre guillemets ; trouvé : 12 (écrivez "12", entre guillemets)',
    ],
    [
      'a list that is not there',
      'grammar/en.json',
      ['"savings": [', '"saving": ['],
      'data/grammar/en.json : fields.savings : champ absent (ajoutez-le ; attendu : une liste entre crochets [ ] ; écrivez null si aucune source ne le donne et que le champ l’accepte)',
    ],
    [
      'a list that has no meaning',
      'grammar/en.json',
      ['"offTopic": [', '"offtopic": [], "offTopic": ['],
      'data/grammar/en.json : offtopic : champ inconnu, valeur trouvée : [] (faute de frappe ? voyez la liste des champs dans data/README.md)',
    ],
    [
      'signs without a word',
      'grammar/fr.json',
      ['"de quoi s agit il"', '"… ?"'],
      'data/grammar/fr.json : fields.summary[0] : valeur refusée : "… ?" (attendu : un mot ou une suite de mots)',
    ],
    [
      'several words where one is read',
      'grammar/fr.json',
      ['"functionWords": [', '"functionWords": ["peut-être",'],
      'data/grammar/fr.json : functionWords[0] : valeur refusée : "peut-être" (attendu : un seul mot, sans espace, apostrophe ni trait d’union)',
    ],
    [
      'a phrase written twice in a list, whatever its signs',
      'grammar/fr.json',
      ['"de quoi s agit il",', '"de quoi s agit il", "De quoi s’agit-il",'],
      'data/grammar/fr.json : fields.summary[1] : déjà écrit : "De quoi s’agit-il" (la même liste l’a dans data/grammar/fr.json : fields.summary[0] ; effacez l’un des deux)',
    ],
    [
      'a parenthesis that is not closed in a pattern',
      'grammar/fr.json',
      ['"je m abonne( (a|au', '"je m abonne( a|au'],
      'data/grammar/fr.json : orders.subscriptions.follow[7] : valeur refusée : "je m abonne( a|au|aux|sur|pour))?( <…>)?" (attendu : une tournure en minuscules et sans accents, parenthèses fermées, listes {…} écrites plus haut dans words)',
    ],
    [
      'a pattern with signs of its own',
      'grammar/en.json',
      ['"unfollow( <…>)?"', '"Unfollow .*"'],
      'data/grammar/en.json : orders.subscriptions.unfollow[4] : valeur refusée : "Unfollow .*" (attendu : une tournure en minuscules et sans accents, parenthèses fermées, listes {…} écrites plus haut dans words)',
    ],
    [
      'a phrase written in both files',
      'grammar/en.json',
      ['"summary": [', '"summary": ["De quoi s’agit-il",'],
      'data/grammar/en.json : fields.summary[0] : déjà écrit : "De quoi s’agit-il" (la même liste l’a dans data/grammar/fr.json : fields.summary[0] ; effacez l’un des deux)',
    ],
  ])('%s', (_what, file, change, message) => {
    expect(messagesWith(file, change)).toContain(message);
  });

  it('a comma too many', () => {
    const [message = '', ...others] = messagesWith('grammar/fr.json', ['"fields": {', '"fields": {,']);

    expect(others).toEqual([]);
    expect(message).toMatch(
      /^data\/grammar\/fr\.json : ce n’est pas du JSON lisible, colonne 14 : une valeur est attendue/,
    );
  });

  it('a file that is missing', () => {
    const parsed = parseRecords({ ...dataTexts(), 'grammar/en.json': null });

    expect('problems' in parsed && parsed.problems.map(dataProblemText)).toEqual([
      'data/grammar/en.json : fichier introuvable (remettez « grammar/en.json » dans le dossier des données, ou corrigez DATA_DIR)',
    ]);
  });
});

describe('a word added to the grammar', () => {
  const known = realKnowledge();

  it('asks for a field, accents and signs aside', () => {
    const text = 'Qui a la zorglubure de Mentor ?';
    const more = baseWith('grammar/fr.json', ['"carrier": [', '"carrier": ["l’Zorglubûre", "zorglubûre",']);

    expect(readQuestion(text, known).fields).toEqual([]);
    expect(respond({ text, locale: 'fr' }, EMPTY_MEMORY, more).answer).toMatchObject({
      kind: 'fact',
      project: 'mentor',
      field: 'carrier',
    });
  });

  it('stands before the words of either language', () => {
    const more = baseWith('grammar/en.json', ['"callNouns": [', '"callNouns": ["zorglub",']);

    expect(readQuestion('le deuxième zorglub', known).calls).toEqual([]);
    expect(readQuestion('le deuxième zorglub', more).calls).toEqual([{ number: 2, session: null, scheme: null }]);
  });

  it('carries no subject, is not corrected, is read as another, or tells the language', () => {
    const subject = baseWith('grammar/fr.json', ['"functionWords": [', '"functionWords": ["zorglub",']);
    const common = baseWith('grammar/fr.json', ['"commonWords": [', '"commonWords": ["logemant",']);
    const colloquial = baseWith('grammar/fr.json', ['"colloquial": {', '"colloquial": {"zrg": "est-ce que",']);
    const english = baseWith('grammar/en.json', ['"localeWords": [', '"localeWords": ["zorglub",']);
    const folded = (text: string, base: KnowledgeBase): readonly string[] =>
      readQuestion(text, base).words.map((word) => word.folded);

    expect(readQuestion('zorglub', known).contentStems).toEqual(['zorglub']);
    expect(readQuestion('zorglub', subject).contentStems).toEqual([]);
    expect([folded('logemant', known), folded('logemant', common)]).toEqual([['logement'], ['logemant']]);
    expect([folded('zrg', known), folded('zrg', colloquial)]).toEqual([['zrg'], ['est', 'ce', 'que']]);
    expect([readQuestion('zorglub', known).locale, readQuestion('zorglub', english).locale]).toEqual([null, 'en']);
  });
});
