import { answerText } from '../../../dialogs/text/answer-text';
import { ordinarySpaces } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);

describe('a detail asked of a project', () => {
  it.each([
    [['Histologe', 'cb de depts ?'], 'Service étendu à 87 départements'],
    [['France Sésame', 'et combien d’aéroports ?'], /8 aéroports\.$/],
    [['Démat.ADS', 'obligatoire depuis quand ?'], 'obligation légale au 1er janvier 2022.'],
    [['Mentor', 'il est en ligne ?'], 'Plateforme ouverte en mai 2021.'],
    [['Mentor', 'ouvert depuis quand ?'], 'Plateforme ouverte en mai 2021.'],
    [['InSERRE', 'c’est à Toul ?'], /^Sites retenus/],
    [['Géoplateforme', 'qui héberge ?'], /^hébergement OVHcloud/],
    [['Histologe', 'combien de gens sortis du mal-logement ?'], /15 000 foyers sortis/],
    [['Combien de communes utilisent SI Fourrières ?'], /plus de 730 collectivités/],
    [['Cerem’Avenir', 'combien d’emplois en moins ?'], /une centaine d.emplois/],
  ])('is answered by the clause of the record that holds it: %j', (turns, clause) => {
    const answer = converse(turns);
    expect(answer).toMatchObject({ kind: 'fact', field: 'status', verdict: null });
    expect(answer).toHaveProperty('clause', typeof clause === 'string' ? clause : expect.stringMatching(clause));
  });

  it.each([
    [
      ['quels projets concernent les prisons ?', 'combien de détenus ont une tablette ?'],
      'numerique-en-detention',
      /23 000/,
    ],
    [['InSERRE, ça a ouvert ?', 'quel coût pour Donchery seul ?'], 'inserre', /55 M€/],
    [
      ['InSERRE, c’est quoi ?', 'et Donchery, ça coûte combien ?'],
      'inserre',
      /^InSERRE — coût total : Pour Donchery seul/,
    ],
    [['LiDAR HD, c’est quoi ?', 'la DGPR a mis combien ?'], 'lidar-hd', /4 de la DGPR/],
  ])('is of the one shown whose record alone holds it: %j', (turns, project, clause) => {
    const answer = converse(turns);
    expect(answer).toMatchObject({ kind: 'fact', project });
    expect(answer === undefined ? '' : ordinarySpaces(answerText(answer, knowledge))).toMatch(clause);
  });

  it('is answered by the field that names it, and the text after it', () => {
    expect(converse(['Histologe', 'c’est ouvert aux mairies ?'])).toMatchObject({
      field: 'beneficiaries',
      also: [{ field: 'status' }],
      verdict: null,
    });
  });

  it.each([
    [['Trackdéchets', 'combien d’utilisateurs ?'], 'no-number'],
    [['Trackdéchets', 'combien d’utilisateurs ?', 'tu reponds pas, combien d entreprises l utilisent'], 'no-number'],
    [['NRP', 'et ça supprime combien de postes ?'], 'no-number'],
    [['TNCP', 'c’est fini, oui ou non ?'], 'no-end'],
    [['Mentor est en retard ?'], 'no-delay'],
    [['Géoplateforme a pris du retard ?'], 'no-delay'],
    [['coût de PILAT', 'il est en retard ?'], true],
    [['LiDAR HD', 'les écoles l’utilisent ?'], 'not-said'],
  ])('is said not to be told where no text holds it: %j', (turns, verdict) => {
    const answer = converse(turns);
    expect(answer).toMatchObject({ kind: 'fact', verdict });
    expect(answer).not.toHaveProperty('clause');
  });

  it.each([
    [['où en est Mentor ?'], 'status'],
    [['Mentor', 'et l’avancement ?'], 'status'],
    [['c’est quoi Mentor ?'], 'summary'],
    [['HIPE', 'combien du fonds ?'], 'funding'],
    [['Mentor', 'combien d’argent ?'], 'funding'],
    [['Histologe', 'il est déployé partout en France ?'], 'status'],
    [['le truc pour les SDF c’est quoi'], 'summary'],
  ])('is nothing where a field is asked, or the text may tell it otherwise: %j', (turns, field) => {
    const answer = converse(turns);
    expect(answer).toMatchObject({ kind: 'fact', field, verdict: null });
    expect(answer).not.toHaveProperty('clause');
  });

  it('is told first, and the whole text after it', () => {
    const answer = converse(['Histologe', 'combien de départements ?']);
    const lines = answer === undefined ? [] : ordinarySpaces(answerText(answer, knowledge)).split('\n');
    expect(lines.slice(0, 2)).toEqual([
      'Histologe (devenu Signal Logement) — avancement : Service étendu à 87 départements.',
      expect.stringMatching(/^Texte entier : Service étendu à 87 départements ; plus de/),
    ]);
  });

  it('leaves on the table what was asked', () => {
    const { why } = converse(['Histologe', 'c’est ouvert aux mairies ?']) ?? {};
    expect(why?.question).toMatchObject({ kind: 'fact', field: 'beneficiaries' });
  });
});
