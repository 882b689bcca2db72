import { GUIDES } from '../../../dialogs/guides/all-guides';
import { chosenSoFar } from '../../../dialogs/guides/play';
import { guideToolsFor } from '../../../dialogs/guides/guide';
import { realKnowledge } from '../../core/knowledge';

const knowledge = realKnowledge();
const tools = guideToolsFor('fr', knowledge);

describe('what was chosen in a guide', () => {
  it('is told in the words of the buttons, in their order', () => {
    const progress = { answers: { theme: ['logement'], scope: ['theme'] }, open: null };

    expect(chosenSoFar(GUIDES.savings, progress, tools)).toBe('Votre choix : D’un thème › Logement');
  });

  it('is told in English', () => {
    const progress = { answers: { scope: ['all'] }, open: null };

    expect(chosenSoFar(GUIDES.savings, progress, guideToolsFor('en', knowledge))).toBe('Your choice: All projects');
  });

  it('is nothing at the beginning, nor while a step takes more: its question tells it', () => {
    expect(chosenSoFar(GUIDES.compare, { answers: {}, open: null }, tools)).toBe('');
    expect(chosenSoFar(GUIDES.compare, { answers: { projects: ['mentor'] }, open: 'projects' }, tools)).toBe('');
  });

  it('never holds the own words of the person', () => {
    const progress = { answers: { rating: ['5'], text: ['Zorglub'] }, open: null };

    expect(chosenSoFar(GUIDES.opinion, progress, tools)).toBe('Votre choix : Très utile');
  });
});
