import { pointedAt } from '../../../src/core/understanding/evidence';
import { readQuestion } from '../../../src/core/understanding/reading';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();

const pointed = (id: string, text: string) => pointedAt(id, readQuestion(text, knowledge), knowledge);

describe('where a record holds what is said', () => {
  it.each([
    ['bracelet-anti-rapprochement', 'combien étaient activés ?', ['status']],
    ['foncier-innovant', 'un agent vérifie-t-il les piscines ?', ['summary', 'beneficiaries']],
    ['mentor', 'combien de piscines ?', []],
  ])('is the texts of its words: %s, %s', (id, text, held) => {
    expect(pointed(id, text).held).toEqual(held);
  });

  it('is not told by the words of its name', () => {
    expect(pointed('foncier-innovant', 'foncier innovant ?').held).toEqual([]);
  });

  it('is the amount that is quoted', () => {
    expect(pointed('rocsp', '48,43 ou 57,31 millions ?').figures).toEqual(['cost']);
    expect(pointed('rocsp', '12 projets, 3 ans').figures).toEqual([]);
  });
});
