import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const told = (turns: readonly string[]): string => {
  const answer = converse(turns);
  return answer === undefined ? '' : plain(answerText(answer, knowledge));
};

describe('what was just told is gone on from', () => {
  it.each([
    [['financement moyen', 'combien sont au-dessus de la moyenne ?'], /^11 projets sur 68/],
    [['les 5 plus gros financements', 'quelle part des 700 M€ ?'], /^20,8 % des 700 M€ de votre message/],
    [
      ['total par ministère des aides', 'l’écart entre le 1er et le 2e'],
      /Ministère de la Justice, avec 39,3 M€ de plus/,
    ],
    [
      ['moyenne des financements', 'sans les 3 plus gros'],
      /^Moyenne — financement FTAP : 8,19 M€, sur 28 des 65 projets/,
    ],
    [['le Parcours flexible en licence a reçu combien ?', 'c’est beaucoup par rapport aux autres ?'], /est 10e sur 31/],
    [['classement des projets par montant', 'et les derniers ?'], /^Projets 22 à 31 sur 31/],
    [['Calypso, combien ?', '8,7 m pr 1000 bracelets, ca fait cb le bracelet'], /^En moyenne : 8 700 €/],
    [['combien coûtent plus de 50 M€ ?', 'et - de 10 ?'], /^4 projets sur 68/],
    [['Exposition des données InserJeunes', 'Sur quelles plateformes les chiffres s’affichent-ils ?'], /Parcoursup/],
    [['projets de la culture', 'pour le premier, que trouve-t-on en ligne et depuis quand ?'], /^Archipel/],
  ] as const)('%j', (turns, expected) => {
    expect(told(turns)).toMatch(expected);
  });
});

describe('a message of two parts', () => {
  it.each([
    [
      'leaves what it says is left',
      ['les projets de la DGFiP', 'laissez tomber. et l’Intérieur, combien de projets ?'],
      /^6 projets/,
    ],
    [
      'is its question, whatever is sighed before',
      ['Mentor', 'bof. le plus cher de vos projets c’est lequel ?'],
      /PILAT, 123,5 M€/,
    ],
    ['is of both fields', ['InSERRE, montant et ce que c’est'], /35 M€[^]*180 places/],
  ] as const)('%s', (_what, turns, expected) => {
    expect(told(turns)).toMatch(expected);
  });
});

describe('a message that ends with thanks', () => {
  it.each([
    ['ok, je vois. Merci quand même', true],
    ['d’accord, ce n’est pas dans vos sources. Merci, et au revoir.', true],
    ['le coût de Mentor. Merci', false],
    ['ok. Le coût de Mentor. Merci', false],
    ['et qui porte Mentor. Merci', false],
    ['ok. Merci, et Mentor ?', false],
  ])('asks nothing more, or does: %s', (text, isOver) => {
    expect(converse(['SI Fourrières, combien ?', text])?.kind === 'smalltalk').toBe(isOver);
  });
});
