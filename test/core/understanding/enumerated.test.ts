import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);

describe('what stands in one row with what is known, and that nothing in the base is called', () => {
  it.each([
    ['projets sur la santé, la mer et la plongée', ['plongée']],
    ['Quels projets concernent l’accueil, les titres et les étrangers ?', ['accueil', 'titres']],
    ['projets sur l’eau et la forêt', ['eau']],
    ['combien pour la plongée et la justice ?', ['plongée']],
    ['projets en Bretagne et en Wallonie', ['Wallonie']],
  ])('is said to be left aside: %s', (asked, leftAside) => {
    expect(converse([asked])).toMatchObject({ leftAside });
  });

  it('is said first, in the language of the message', () => {
    const [french, english] = [
      converse(['projets santé et plongée']),
      converse(['projects on health and pottery'], 'en'),
    ].map((answer) => (answer === undefined ? '' : plain(answerText(answer, knowledge))));

    expect(french).toMatch(
      /^Aucun thème, organisme ni lieu de la base ne s’appelle « plongée » : il n’en est pas tenu compte\.\n3 projets/u,
    );
    expect(english).toMatch(/^No theme, body or place of the base is called “pottery”: that was left aside\.\n/u);
  });

  it.each([
    'projets justice, urgent',
    'euh et pour les agriculteurs et éleveurs plutôt',
    'projets sur la santé, merci d’avance',
    'projets de la justice, et pour mes stagiaires ?',
    'Et pour la Côte-d’Or et la Saône-et-Loire, c’est pareil, j’imagine ?',
    'projets santé, budget et calendrier',
    'coût des projets de la DGFiP, de la Banque de France et de la DINUM',
  ])('is nothing in %s', (asked) => {
    expect(converse([asked])).not.toHaveProperty('leftAside');
  });
});
