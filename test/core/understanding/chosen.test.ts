import type { Locale } from '../../../src/core/language/locale';
import { projectsOf } from '../../../src/core/model/answer';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('one of those shown, by the words of its record', () => {
  it.each<readonly [readonly string[], Locale, string]>([
    [['projets de la justice', 'lequel est pour les agents ?'], 'fr', 'cadre-numerique-agents-justice'],
    [['projets de la DGFiP', 'lequel repère les piscines ?'], 'fr', 'foncier-innovant'],
  ])('is chosen: %j', (turns, locale, project) => {
    const answer = converse(turns, locale);

    expect(answer === undefined ? [] : projectsOf(answer)).toEqual([project]);
  });

  it('is none where no record holds the words', () => {
    const answer = converse(['projets de la justice', 'lequel est pour les zèbres ?']);

    expect(answer?.kind === 'fact').toBe(false);
  });
});
