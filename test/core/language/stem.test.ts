import { fold } from '../../../src/core/language/fold';
import { stem } from '../../../src/core/language/stem';

describe('fold', () => {
  it.each([
    ['L’État', "l'etat"],
    ['Œuvre', 'oeuvre'],
    ['2,3\u00a0M€', '2,3 m€'],
    ['  ÉCOLE\u202f! ', 'ecole !'],
  ])('reads "%s" as "%s"', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('stem', () => {
  it.each([
    [['logement', 'logements'], 'number'],
    [['fiscal', 'fiscale', 'fiscaux', 'fiscales'], 'number and gender'],
    [['chercheur', 'chercheuse', 'chercheurs'], 'people'],
    [['etranger', 'etrangers', 'etrangere'], 'people in -er'],
    [['financer', 'finance', 'financee', 'finances'], 'verbs'],
    [['cout', 'coute', 'couts', 'coutent'], 'noun and verb'],
    [['choisir', 'choisissent', 'choisissait', 'choisi', 'choisis'], 'verbs in -ir'],
    [['tax', 'taxes'], 'English plurals'],
    [['economie', 'economies', 'economy'], 'cognates'],
  ])('gives %j one stem (%s)', (words) => {
    expect(new Set(words.map(stem)).size).toBe(1);
  });

  it.each([
    ['loyer', 'loi'],
    ['formation', 'format'],
    ['prison', 'prise'],
    ['justice', 'juste'],
  ])('keeps %s apart from %s', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });
});
