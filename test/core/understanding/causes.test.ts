import type { Locale } from '../../../src/core/language/locale';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());
const LATE = 'Quels projets ont pris du retard ?';

describe('why, of one project', () => {
  it.each<readonly [readonly string[], Locale, string, string]>([
    [[LATE, 'Pourquoi pour PILAT ?'], 'fr', 'pilat', 'status'],
    [[LATE, 'Pourquoi pour PILAT ?', 'et NED, pourquoi ?'], 'fr', 'numerique-en-detention', 'status'],
    [
      [LATE, 'Le deuxième de votre liste, pourquoi a-t-il été ainsi retardé ?'],
      'fr',
      'numerique-en-detention',
      'status',
    ],
    [['quels projets ont dépassé leur budget', 'pourquoi le premier ?'], 'fr', 'pilat', 'cost'],
    [['les projets de la DGFiP', 'et lequel a le plus dérapé ?', 'pourquoi ?'], 'fr', 'pilat', 'cost'],
    [['La mission InserJeunes a été arrêtée, pourquoi ?'], 'fr', 'exposition-inserjeunes', 'status'],
    [['pourquoi LiDAR HD n’est pas fini ?'], 'fr', 'lidar-hd', 'status'],
    [['which projects are late?', 'why is the third one delayed?'], 'en', 'dons-successions-en-ligne', 'status'],
    [['why was GMBI’s cost multiplied?'], 'en', 'gmbi', 'cost'],
  ])('is what its record tells of what happened, with no cause: %j', (turns, locale, project, field) => {
    expect(converse(turns, locale)).toMatchObject({ kind: 'fact', project, field, verdict: 'no-cause' });
  });

  it.each<readonly [readonly string[], Locale]>([
    [[LATE, 'pourquoi PILAT est dans la liste ?'], 'fr'],
    [['which projects are late?', 'why is PILAT among them?'], 'en'],
    [[LATE, 'pourquoi ?'], 'fr'],
  ])('is how the list was found, where that is asked: %j', (turns, locale) => {
    expect(converse(turns, locale)).toMatchObject({ kind: 'list', why: { isAsked: true } });
  });
});
