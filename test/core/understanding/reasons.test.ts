import { projectsOf } from '../../../src/core/model/answer';
import { withoutReasons } from '../../../src/core/understanding/talk/reasons';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const shownAfter = (...turns: readonly string[]): readonly string[] => {
  const answer = converse(turns);
  return answer === undefined ? [] : projectsOf(answer);
};

describe('why something is taken out or added', () => {
  it.each([
    ['enlève GMBI, c’est fiscal', 'enlève GMBI,'],
    ['enlève InSERRE, c’est la prison, et refais le total', 'enlève InSERRE, et refais le total'],
    ['EXPLOC c’est pas la Justice. Total sans lui ?', 'Total sans EXPLOC ?'],
    ['Mentor, c’est quoi ?', 'Mentor, c’est quoi ?'],
    ['non c’est pas Mentor. C’est PILAT', 'non c’est pas Mentor. C’est PILAT'],
    ['remplace Mentor, c’est PILAT que je veux', 'remplace Mentor, c’est PILAT que je veux'],
    ['Enlève PILAT.\nMerci,\nA. B.', 'Enlève PILAT.\nMerci,\nA. B.'],
    ['C’est cher. Qui porte Mentor ?', 'C’est cher. Qui porte Mentor ?'],
    ['sans le HDH qui n’est pas vraiment de l’IA ?', 'sans le HDH'],
    ['sans exploc stp c pas vrmt justice', 'sans exploc stp'],
    ['hors Mentor c’est combien ?', 'hors Mentor c’est combien ?'],
  ])('is no part of what is asked: %s', (text, left) => {
    expect(withoutReasons(text, knowledge)).toBe(left);
  });

  it('limits nothing', () => {
    const before = shownAfter('les projets logement');
    const after = shownAfter('les projets logement', 'enlève gmbi, c’est fiscal');

    expect(before).toContain('gmbi');
    expect(after).toEqual(before.filter((id) => id !== 'gmbi'));
  });

  it.each([
    'lidar hd c’est pas agricole, vire le. et ajoute trackdéchets',
    'enlève LiDAR HD et ajoute Trackdéchets',
    'retire LiDAR HD, ajoute Trackdéchets',
  ])('leaves one out and takes another in: %s', (asked) => {
    expect(shownAfter('projets agriculture et alimentation', asked)).toEqual([
      'calypso',
      'compl-alim',
      'si-pac',
      'trackdechets',
    ]);
  });
});
