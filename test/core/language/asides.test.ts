import { readQuestion } from '../../../src/core/understanding/reading';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();

/** What is left of a message when what it tells of its writer is set apart. */
function asked(message: string): string {
  return readQuestion(message, knowledge)
    .words.map(({ folded }) => folded)
    .join(' ');
}

describe('what people tell of themselves', () => {
  it.each([
    ['Bonjour, inspecteur des impôts à Lille. PILAT, livré quand ?', 'bonjour pilat livre quand'],
    ['je bosse à la préfecture du Doubs et je cherche des projets sur l’eau', 'je cherche des projets sur l eau'],
    ['Bonjour, DRH à Sorbonne Université. Quels projets d’IA ?', 'bonjour quels projets d ia'],
    ['Quels projets pour les sourds ? Je travaille au rectorat de Lille.', 'quels projets pour les sourds'],
    ['Hi, customs officer in Dunkirk here. Which projects are on fraud?', 'hi which projects are on fraud'],
    ['chargée de projets à la Dinum, combien coûte GMBI ?', 'combien coute gmbi'],
  ])('is no part of what they ask: %s', (message, left) => {
    expect(asked(message)).toBe(left);
  });

  it.each([
    // Nothing else is asked.
    ['je suis à la préfecture du Doubs', 'je suis a la prefecture du doubs'],
    // The question has no subject without it.
    ['je suis douanier au Havre, ça avance comment ?', 'je suis douanier au havre ca avance comment'],
    // Theirs is asked for.
    ['je travaille à la Dihal, quels sont nos projets ?', 'je travaille a la dihal quels sont nos projets'],
    // A public, a subject and a place are none of them who writes.
    ['agents publics, quels projets de formation ?', 'agents publics quels projets de formation'],
    ['En Bretagne, quels projets sur le logement ?', 'en bretagne quels projets sur le logement'],
    ['région parisienne : quels projets de logement ?', 'region parisienne quels projets de logement'],
    // A question, though one of the speaker.
    ['Mon fils décroche du lycée, j’appelle qui ?', 'mon fils decroche du lycee j appelle qui'],
    ['celui à 31,91 M€, il est lancé depuis quand ?', 'celui a 31 91 m il est lance depuis quand'],
  ])('stays where it is asked of: %s', (message, left) => {
    expect(asked(message)).toBe(left);
  });

  it('is nothing that limits an answer', () => {
    const { spans } = readQuestion('Bonjour, agent DGFiP à Lille. Quels projets sur le logement ?', knowledge);

    expect(spans.flatMap(({ tags }) => tags.map(({ id }) => id))).not.toContain('nord');
  });
});

describe('whom a message comes from', () => {
  it.each([
    ['bonjour, j’habite Toulouse', ['haute-garonne']],
    ['On est à la DINUM. Combien de projets le fonds a-t-il aidés ?', ['dinum']],
    ['hello from Toulouse!', ['haute-garonne']],
    ['Combien de projets à la Justice ?', []],
    ['et la Justice ?', []],
  ])('is read where it is told: %s', (message, own) => {
    expect(readQuestion(message, knowledge).own.map(({ id }) => id)).toEqual(own);
  });
});
