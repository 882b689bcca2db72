import { answerText } from '../../../dialogs/text/answer-text';
import type { Locale } from '../../../src/core/language/locale';
import { ordinarySpaces } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const textOf = (turns: readonly string[], locale: Locale = 'fr'): string => {
  const answer = converse(turns, locale);
  return answer === undefined ? '' : ordinarySpaces(answerText(answer, knowledge));
};

describe('what each of several projects is', () => {
  it.each([
    [
      ['compare LiDAR HD et OCS GE', 'c’est quoi chacun ?'],
      ['lidar-hd', 'ocs-ge'],
    ],
    [['que font InserJeunes et Exposition InserJeunes ?'], ['inserjeunes', 'exposition-inserjeunes']],
    [
      ['FranceConnect et identité numérique, quelle différence ?', 'ils font quoi chacun, pas les sous'],
      ['franceconnect-plateforme', 'identite-numerique'],
    ],
  ])('is told, where that is asked: %j', (turns, projects) => {
    expect(converse(turns)).toMatchObject({ kind: 'compare', field: 'summary', projects });
  });

  it('is a sentence each, without their figures', () => {
    const text = textOf(['compare LiDAR HD et OCS GE', 'c’est quoi chacun ?']);

    expect(text).toContain('LiDAR HD : L’IGN survole le pays');
    expect(text).toContain('OCS GE : Le projet cartographie');
    expect(text).not.toContain('M€');
  });

  it('comes before their figures where they are compared', () => {
    expect(textOf(['compare LiDAR HD et OCS GE'])).toMatch(/L’IGN survole le pays[^]*financement FTAP : 21,5 M€/);
  });

  it('is a sentence in English too', () => {
    expect(textOf(['compare Foncier innovant and CFVR', 'what does each one do?'], 'en')).toContain(
      'Algorithms compare IGN aerial photos',
    );
  });

  it('stands in the list of more than are set side by side', () => {
    expect(textOf(['quels projets de la Justice ?', 'et ils servent à quoi ?'])).toMatch(
      /Numérique en détention \(NED\) — présentation : Le projet allège/,
    );
  });

  it('stands beside what is joined to it', () => {
    const text = textOf(['projets en Bourgogne-Franche-Comté. Que font-ils et qui les porte ?']);
    expect(text).toMatch(/présentation : La préfecture de région regroupe.*porteur : Préfecture/);
  });

  it('is one sentence of one, where no more is asked', () => {
    expect(textOf(['Mentor c’est quoi en une phrase ?'])).toMatch(/^Mentor [^.]*\.$/);
  });
});
