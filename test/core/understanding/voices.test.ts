import type { Locale } from '../../../src/core/language/locale';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('what somebody says of a project', () => {
  it.each<readonly [readonly string[], Locale, string, string]>([
    [['PILAT', 'et la Cour des comptes elle dit quoi là-dessus ?'], 'fr', 'pilat', 'status'],
    [['Le Sénat a critiqué le Système de design de l’État, non ?'], 'fr', 'systeme-design-etat', 'savings'],
    [['combien coûte GMBI ?', 'qu’est-ce que la Cour relève, à part le coût ?'], 'fr', 'gmbi', 'status'],
    [['Health Data Hub', 'what does the Court of Auditors say about it?'], 'en', 'health-data-hub', 'savings'],
  ])('is what its record tells of it: %j', (turns, locale, project, field) => {
    expect(converse(turns, locale)).toMatchObject({ kind: 'fact', project, field });
  });

  it('is of the fund where the fund is spoken of', () => {
    expect(converse(['PILAT', 'que dit la Cour des comptes du FTAP ?'])).toMatchObject({ kind: 'programme' });
  });

  it('is asked who says it, which its sources tell', () => {
    const answer = converse(['combien de bracelets anti-rapprochement sont déployés ?', 'quel député dit ça ?']);

    expect(answer?.kind === 'fact' ? [answer.field, ...answer.also.map(({ field }) => field)] : []).toContain(
      'sources',
    );
  });
});
