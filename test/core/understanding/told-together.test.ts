import { respond } from '../../../src/core/respond';
import { EMPTY_MEMORY, type Memory } from '../../../src/core/model/question';
import { readQuestion } from '../../../src/core/understanding/reading';
import { withSetMeant } from '../../../src/core/understanding/lists/table';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const after = (...turns: readonly string[]): Memory =>
  turns.reduce((memory, text) => respond({ text, locale: 'fr' }, memory, knowledge).memory, EMPTY_MEMORY);
const onTable = (text: string, memory: Memory): readonly string[] =>
  withSetMeant(readQuestion(text, knowledge), memory, knowledge).shown;

describe('projects told one after another', () => {
  const two = after('projets sur le logement', 'combien pour Histologe ?', 'et DossierFacile ?');

  it.each(['les deux ensemble', 'total des deux', 'le coût des deux ?', 'compare les deux', 'both together?'])(
    'stand on the table, in the place of the list that they are of: %s',
    (text) => {
      expect(two.shown.length).toBeGreaterThan(2);
      expect(onTable(text, two)).toEqual(['histologe', 'dossierfacile']);
    },
  );

  it.each([
    'les deux autres',
    'les deux plus chers',
    'les deux ministères',
    'les deux premiers',
    'les trois',
    'et le deuxième ?',
  ])('leave the list where they are not meant: %s', (text) => {
    expect(onTable(text, two)).toEqual(two.shown);
  });

  it('are none behind a set', () => {
    const list = after('combien pour Histologe ?', 'et DossierFacile ?', 'projets sur le logement');

    expect(onTable('les deux ensemble', list)).toEqual(list.shown);
  });
});

it('an amount just told does not stand in for the other one that nobody publishes', () => {
  const also = (...turns: readonly string[]): unknown => {
    const answer = conversing(knowledge)(turns);
    return answer?.kind === 'fact' ? [answer.field, ...answer.also.map(({ field }) => field)] : null;
  };

  expect(also('aide du fonds pour PILAT ?')).toEqual(['funding', 'cost']);
  expect(also('PILAT, coût ?', 'pas le coût, l’aide')).toEqual(['funding']);
  expect(also('Mentor, aide du fonds ?', 'et PILAT ?')).toEqual(['funding', 'cost']);
});
