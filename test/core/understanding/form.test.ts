import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { createChat } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();

/** The last answer of a conversation, as a text. */
function toldOf(turns: readonly string[]): string {
  const chat = createChat(knowledge);
  const answers = turns.map((turn) => chat.say(turn));
  return answers
    .slice(-1)
    .map((answer) => plain(answerText(answer, knowledge)))
    .join('');
}

describe('another form of the answer', () => {
  it.each([
    ['Projets santé', 'plus court'],
    ['Projets santé', 'juste les noms'],
    ['health projects', 'shorter'],
  ])('of a list is its names: %s, %s', (...turns) => {
    const told = toldOf(turns);

    expect(told).toMatch(/^3 proje/);
    expect(told).toContain('- Health Data Hub (HDH)');
    expect(told).not.toContain('—');
  });

  it.each([
    [['PILAT', 'en une phrase'], /^PILAT (?:\([^)]+\) )?— PILAT remplace [^.]+\.$/],
    [['PILAT', 'plus court'], /^PILAT (?:\([^)]+\) )?— PILAT remplace [^.]+\.$/],
    [
      ['PILAT', 'plus court', 'et pourriez-vous me faire encore plus court ?'],
      /^PILAT (?:\([^)]+\) )?— PILAT remplace [^.]+\.$/,
    ],
    [['PILAT', 'juste la première phrase, s’il vous plaît'], /^PILAT (?:\([^)]+\) )?— PILAT remplace [^.]+\.$/],
    [['Mentor', 'in one sentence'], /^Mentor \([^)]+\) — Mentor [^.]+\.$/],
    [['Économies de Mentor', 'plus court'], /économies attendues : [^.]+\.$/],
  ])('of a project is its first sentence, or the value: %j', (turns, text) => {
    expect(toldOf(turns)).toMatch(text);
  });

  it('of a list that is sorted by name is all of it', () => {
    expect(toldOf(['Projets IA par financement', 'trie par nom'])).toMatch(/^8 projets/);
  });

  it.each([
    [['projets de plus de 20 M€', 'trie par nom'], /^7 projets[^\n]*\n- France Cloud[^]*\n- SI PAC[^\n]*$/],
    [['les 5 plus chers', 'trie par nom'], /^5 projets[^\n]*\n- Identité[^]*\n- Procédure[^\n]*$/],
  ])('of a list that has an order, or was cut, is the same projects by name: %j', (turns, text) => {
    expect(toldOf(turns)).toMatch(text);
  });

  it.each([
    ['tu peux me sortir un excel ?'],
    ['je voudrais les données sous forme de fichier'],
    ['quels projets concernent le logement ?', 'puis-je télécharger cette liste sous forme de tableau ?'],
    ['quels projets concernent le logement ?', 'give me these as a file'],
  ])('in a file is told of, after an answer or none: %s', (...turns) => {
    expect(toldOf(turns)).toMatch(/export/);
  });

  it('is not the list, asked for once more', () => {
    expect(toldOf(['Quels projets concernent le logement ?', 'donne la liste'])).toMatch(/^7 projets/);
  });

  it('of a figure is no summary', () => {
    expect(toldOf(['coût de PILAT', 'et le résumé ?'])).toMatch(/^PILAT (?:\([^)]+\) )?— PILAT remplace/);
  });

  it.each([
    [['Projets IA', 'tableau'], 'exporter'],
    [['Projets IA', 'exporte ça'], 'exporter'],
    [['Mentor', 'reformule'], 'tels qu’ils sont'],
    [['Qui pilote le FTAP ?', 'plus court'], 'tels qu’ils sont'],
    [['AI projects', 'as a table'], 'export'],
  ])('that cannot be had is told so, with what can: %j', (turns, text) => {
    expect(toldOf(turns)).toContain(text);
  });
});
