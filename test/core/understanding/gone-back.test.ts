import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('what was spoken of before', () => {
  it.each([
    [
      ['Le bracelet anti-rapprochement, combien du fonds ?', 'et Calypso ?', 'et le bracelet, déployé depuis quand ?'],
      'bracelet-anti-rapprochement',
    ],
    [
      ['Intelligence emploi, combien du fonds ?', 'et Calypso ?', 'et le coût de celui de Pôle emploi ?'],
      'intelligence-emploi',
    ],
    [['un projet sur les fouilles ?', 'et les enfants du spectacle ?', "et l'archéo, quel coût ?"], 'inrap-archipel'],
  ])('is gone back to by a word of it: %j', (turns, project) => {
    expect(converse(turns)).toMatchObject({ kind: 'fact', project });
  });

  it('is not gone back to by a verb that says what is asked', () => {
    expect(
      converse(['projets du guichet IA de la DINUM', 'DocumentIA, ça fait quoi ?', 'et ça profite à qui ?']),
    ).toMatchObject({ kind: 'fact', project: 'document-ia', field: 'beneficiaries' });
  });

  it('is given up where something else is asked', () => {
    expect(converse(['HIPE, c’est ouvert ?', 'laisse tomber les étrangers. les projets de la douane'])).toMatchObject({
      kind: 'list',
      filter: { topics: [], carriers: ['dgddi'] },
    });
  });

  it('is gone on with where only a doubt is let go', () => {
    expect(converse(['PPN partenaires, aide ?', 'Tant pis. Elle relève de quelle vague ?'])).toMatchObject({
      kind: 'fact',
      project: 'ppn-administrations-partenaires',
    });
  });
});

describe('what a message takes out of those shown', () => {
  it.each([
    ['quels projets sur la sécurité', 'pas le bracelet, les autres', { projects: ['bracelet-anti-rapprochement'] }],
    ["projets de l'IGN", "pas celui du lidar, je l'ai déjà", { projects: ['lidar-hd'] }],
    [
      'projets des services déconcentrés',
      'laisse de côté ceux de Bourgogne',
      { territories: ['bourgogne-franche-comte'] },
    ],
    ['projets de la DGFiP', "retirez celui qu'ils font avec la douane", { carriers: ['dgddi'] }],
  ])('is said by a description, a place or a body: « %s », « %s »', (asked, said, except) => {
    expect(converse([asked, said])).toMatchObject({ kind: 'list', filter: { except } });
  });

  it('lacks no amount', () => {
    expect(converse(['projets de juillet 2023', 'et sans les deux de la justice ?'])).toMatchObject({
      filter: { unknown: [] },
      projects: ['histologe', 'decrochage-scolaire'],
    });
  });
});

describe('what goes on from a ranking, a sum or a project', () => {
  it('takes out the winner by a pronoun', () => {
    expect(
      converse([
        'logement : liste svp',
        'lequel a le plus du fonds ?',
        'et sans celui-là ça fait combien en tout, aides du fonds ?',
      ]),
    ).toMatchObject({ operation: 'sum', value: 2.75 });
  });

  it('adds up the amount spoken of', () => {
    expect(
      converse([
        'quel est le coût total de ROCSP ?',
        'et celui du portail commun de recouvrement ?',
        'ça fait combien ensemble ?',
      ]),
    ).toMatchObject({ operation: 'sum', field: 'cost', value: 98.51 });
  });

  it('asks for the others of a call, whoever carries them', () => {
    const answer = converse([
      "Bonjour, qu'est-ce que France Cloud ?",
      'Et combien le fonds y a mis ?',
      'Merci bien. Quels autres projets de ce premier appel connaissez-vous ?',
    ]);
    expect(answer).toMatchObject({ kind: 'list', filter: { carriers: [], except: { projects: ['france-cloud'] } } });
  });

  it('is bounded by « sous les »', () => {
    expect(converse(["combien de projets sous les 2 M€ d'aide du fonds ?"])).toMatchObject({
      operation: 'count',
      filter: { amounts: [{ field: 'funding', max: 2 }] },
    });
  });
});

describe('one of those shown', () => {
  it('is not described by the word behind its place', () => {
    expect(
      converse(['au premier appel, classement par montant du fonds', 'celui en deuxième place, il est devenu quoi ?']),
    ).toMatchObject({ kind: 'fact', project: 'intelligence-emploi' });
  });

  it('is the other where the first is put aside by what it does', () => {
    expect(
      converse(['quels projets sur la police ?', "les fourrières je connais, l'autre il fait quoi ?"]),
    ).toMatchObject({
      kind: 'fact',
      project: 'police-technique-scientifique',
    });
  });

  it('is any of the others besides a winner, with or without an amount', () => {
    const answer = converse(['projets de la douane', 'le plus cher', 'et les autres ?']);
    expect(answer).toHaveProperty(
      'projects',
      expect.arrayContaining(['france-sesame', 'centres-donnees-dgfip-douane']),
    );
    expect(answer).not.toHaveProperty('projects', expect.arrayContaining(['trois-d-douane']));
  });

  it('is the greatest by an amount that is published', () => {
    expect(converse(['projets de la douane', 'le plus gros'])).toMatchObject({
      kind: 'aggregate',
      field: 'cost',
      projects: ['trois-d-douane'],
    });
  });
});

describe('two things of a sort', () => {
  it.each([
    ["Histologe non DossierFacile, combien d'usagers ?", { project: 'dossierfacile' }],
    ['data.subvention, qui en bénéficie non qui le porte', { project: 'data-subvention', field: 'carrier', also: [] }],
  ])('with a no between them are one and its correction: « %s »', (text, said) => {
    expect(converse([text])).toMatchObject({ kind: 'fact', ...said });
  });

  it('are added up with a third that is named', () => {
    expect(
      converse([
        'combien a reçu LiDAR HD du fonds ?',
        'et OCS GE ?',
        "si j'additionne les deux avec la Géoplateforme ?",
      ]),
    ).toMatchObject({ kind: 'aggregate', operation: 'sum', value: 36.1 });
  });

  it('are not outdone by chance where a body of one project is named', () => {
    expect(converse(['Business France, ils bossent avec qui sur leur plateforme ?'])).toMatchObject({
      project: 'business-france-attractivite',
      field: 'partners',
    });
  });

  it('are ordered by a sign as by its word', () => {
    expect(converse(['projets de la justice', 'le + aidé par le fonds'])).toMatchObject({
      kind: 'aggregate',
      operation: 'max',
      projects: ['inserre'],
    });
  });
});

describe('a part of a total', () => {
  it.each([
    [['France Identité et FranceConnect, combien du fonds à eux deux ?', 'FranceConnect, ça fait quelle part ?'], 2],
    [['total des aides des projets de juillet 2023', 'part du cadre numérique des agents dans ce total'], 4],
  ])('is told of one of those added up: %j', (turns, count) => {
    expect(converse(turns)).toMatchObject({
      kind: 'aggregate',
      operation: 'sum',
      counted: 1,
      shareOfAll: { published: count },
    });
  });

  it('is told of one of a list, where the message says that it is of these', () => {
    expect(
      converse(['lidar, géoplateforme, ocs ge : aides du fonds', 'le lidar pèse combien dans les trois ?']),
    ).toMatchObject({ projects: ['lidar-hd'], shareOfAll: { part: 21.5 / 36.1, published: 3 } });
  });

  it.each([['soit quel % ?'], ['et quelle part ?']])('is what the fund pays of a cost spoken of: « %s »', (text) => {
    expect(converse(['Archipel, quel coût ?', text])).toMatchObject({
      kind: 'fact',
      project: 'inrap-archipel',
      share: { part: 0.95 / 1.3 },
    });
  });

  it('is not what « de sa part » says', () => {
    expect(
      converse(['Plateforme handicap, quelle aide ?', 'merci de sa part ! dans quel état est-ce ?']),
    ).toMatchObject({
      kind: 'fact',
      field: 'status',
    });
  });

  it('is told of the set that the message says itself', () => {
    const answer = converse(["Sur les aides à la cartographie, que pèse l'OCS GE, en pourcentage ?"]);
    expect(answer).toMatchObject({
      projects: ['ocs-ge'],
      shareOfAll: { part: 11 / 36.1, totalMEUR: 36.1, published: 3 },
    });
  });

  it.each([
    [['total des aides des projets de 2018', 'et hors Health Data Hub, que je mets à part']],
    [['total des coûts de la DGFiP', 'soustrayons PILAT, hors de proportion']],
  ])('is not asked for where something is set aside: %j', (turns) => {
    expect(converse(turns)).not.toMatchObject({ counted: 1 });
  });

  it('is of the amount that bounds, where no other is said', () => {
    expect(converse(['combien de projets aidés à plus de 20 M€ ?', 'leur somme ?'])).toMatchObject({
      operation: 'sum',
      field: 'funding',
    });
  });
});

describe('what nobody spoke of', () => {
  it('is meant where the words describe it beyond doubt', () => {
    expect(
      converse(['Mentor, combien du fonds ?', 'et LiDAR HD ?', 'plutôt celui des piscines non déclarées, quel coût ?']),
    ).toMatchObject({ kind: 'fact', project: 'foncier-innovant', field: 'cost' });
  });
});
