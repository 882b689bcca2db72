import { parseRecords } from '../../../src/core/loading/parse';
import { dataProblemText } from '../../../src/messages/data-problem-text';
import { dataTexts, realRecords } from '../knowledge';
import { textWith } from '../../matchers';

/** The messages for the real data with one file changed. */
function messagesWith(
  file: 'projects.json' | 'themes.json' | 'programme.json',
  change: (text: string) => string,
): readonly string[] {
  const texts = dataTexts();
  const parsed = parseRecords({ ...texts, [file]: change(texts[file]) });
  return 'problems' in parsed ? parsed.problems.map(dataProblemText) : [];
}

describe('the knowledge base', () => {
  it('holds every project, programme fact and call', () => {
    const { projects, facts, calls } = realRecords();

    expect([projects.length, facts.length, calls.length]).toEqual([66, 58, 10]);
  });

  it('has at least one source for each record, and a label in both languages for each theme', () => {
    const { projects, facts, calls, themes } = realRecords();

    for (const { sources } of [...projects, ...facts, ...calls]) expect(sources.length).toBeGreaterThan(0);
    for (const { label } of themes) expect([label.fr, label.en].every((text) => text.length > 1)).toBe(true);
  });

  it('has two levels of themes and no more', () => {
    const { themes } = realRecords();
    const parents = new Map(themes.map(({ id, parent }) => [id, parent]));

    for (const { parent } of themes) if (parent !== null) expect(parents.get(parent)).toBeNull();
  });
});

describe('a mistake in a data file', () => {
  it('is told with file, place, what was found and how to mend it', () => {
    const messages = messagesWith('projects.json', (text) =>
      text.replace('"ftapFundingMEUR": 5.4', '"ftapFundingMEUR": "5,4"'),
    );

    expect(messages).toEqual([
      'data/projects.json : projects[0].ftapFundingMEUR : attendu : un nombre ; trouvé : "5,4" (écrivez 5.4, sans guillemets, avec un point)',
    ]);
  });

  it('is told together with all the others', () => {
    const messages = messagesWith('projects.json', (text) =>
      text
        .replace('"ftapFundingMEUR": 5.4', '"ftapFundingMEUR": "5,4"')
        .replace('"confidence": "high"', '"confidence": "sûr"')
        .replace('"otherNames": [', '"autresNoms": ['),
    );

    expect(messages).toHaveLength(4);
    expect(messages.join('\n')).toContain('projects[0].autresNoms : champ inconnu');
    expect(messages.join('\n')).toContain('projects[0].otherNames : champ absent');
    expect(messages.join('\n')).toContain('"high" | "medium" | "low"');
  });

  it.each([
    [
      'an id that does not exist',
      (text: string) => text.replace('"formation"', '"formations-inexistantes"'),
      'data/projects.json : projects[0].themes[0] : identifiant inconnu : "formations-inexistantes" (il doit exister dans data/themes.json',
    ],
    [
      'an id used twice',
      (text: string) => text.replace('"id": "bfc-accueil-mutualise"', '"id": "mentor"'),
      'identifiant déjà pris : "mentor"',
    ],
    [
      'a comma too many',
      (text: string) => text.replace('"id": "mentor",', '"id": "mentor",,'),
      'ce n’est pas du JSON lisible',
    ],
    [
      'an address that is none',
      (text: string) => text.replace('"url": "https://frenchweb.fr', '"url": "javascript:alert(1)//frenchweb.fr'),
      'sources[1].url : valeur refusée',
    ],
    [
      'a date that is none',
      (text: string) => text.replace('"announced": "2018-11-12"', '"announced": "12/11/2018"'),
      'YYYY-MM-DD',
    ],
    [
      'a field that a source cannot back',
      (text: string) => text.replace('"backs": [', '"backs": ["montant", '),
      'sources[0].backs[0] : valeur refusée : "montant" (attendu : "summary" | "savings" | "funding"',
    ],
    [
      'a disagreement about no field',
      (text: string) => text.replace(/"about": \[[^\]]*\]/, '"about": []'),
      'conflicts[0].about',
    ],
    [
      'a count that is off',
      (text: string) => text.replace('"count": 66', '"count": 65'),
      'meta.count : le fichier contient 66 fiches mais annonce 65',
    ],
  ])('names %s', (_what, change, expected) => {
    expect(messagesWith('projects.json', change).join('\n')).toContain(expected);
  });

  it.each([
    ['value', (text: string) => text.replace('"value": "savingsMEUR"', '"value": "savings"'), 'tellsTotal[0].value'],
    [
      'source',
      (text: string) => text.replace('"source": "Cour des comptes', '"source": "La Cour des comptes'),
      'tellsTotal[0].source',
    ],
  ])('names the %s that a figure of the whole fund lacks', (_what, change, expected) => {
    expect(messagesWith('programme.json', change).join('\n')).toContain(expected);
  });

  it('names a file that is not there', () => {
    const parsed = parseRecords({ ...dataTexts(), 'themes.json': null });

    expect('problems' in parsed && parsed.problems.map(dataProblemText)).toEqual([
      textWith('data/themes.json : fichier introuvable'),
    ]);
  });
});
