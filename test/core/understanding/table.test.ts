import { respond } from '../../../src/core/respond';
import { projectsOf } from '../../../src/core/model/answer';
import { EMPTY_MEMORY, type Memory } from '../../../src/core/model/question';
import { readQuestion } from '../../../src/core/understanding/reading';
import { withSetMeant } from '../../../src/core/understanding/lists/table';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';
import { containing } from '../../matchers';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const after = (...turns: readonly string[]): Memory =>
  turns.reduce((memory, text) => respond({ text, locale: 'fr' }, memory, knowledge).memory, EMPTY_MEMORY);
const onTable = (text: string, memory: Memory): readonly string[] =>
  withSetMeant(readQuestion(text, knowledge), memory, knowledge).shown;

/** Projects on artificial intelligence whose aid no source gives. */
const UNPUBLISHED = [
  ...['chatbot-interieur', 'document-ia', 'e-contact-assistant-virtuel', 'foncier-innovant'],
  'surveillance-maritime-ia',
];

describe('the set that a message goes back to', () => {
  const interior = ["projets du ministère de l'Intérieur", "HIPE, c'est quoi ?"];

  it.each([
    [[...interior, 'qui a touché le plus dans les 6 ?']],
    [[...interior, 'lequel de la liste a reçu le plus ?']],
  ])('is the list that a number or a word says, not the project told since: %j', (turns) => {
    expect(converse(turns)).toMatchObject({
      kind: 'aggregate',
      operation: 'max',
      filter: { carriers: ['ministere-interieur'], except: { projects: [] } },
      projects: ['identite-numerique'],
    });
  });

  it('is that of which something is left out', () => {
    expect(converse(['projets de la DGFiP', 'Et sans PILAT, quel est le total des coûts ?'])).toMatchObject({
      kind: 'aggregate',
      operation: 'sum',
      field: 'cost',
      filter: { carriers: ['dgfip'], except: { projects: ['pilat'] } },
    });
    expect(
      converse(['projets de la DGFiP', 'tous les projets sauf PILAT, quel est le total des coûts ?']),
    ).toMatchObject({
      filter: { carriers: [] },
    });
  });

  it('is the list in English', () => {
    expect(
      converse([
        'projects of the Ministry of Justice',
        'InSERRE, how much?',
        'which of the seven projects got the least?',
      ]),
    ).toMatchObject({ operation: 'min', filter: { carriers: ['ministere-justice'] } });
  });

  it('is all of them where these are said', () => {
    expect(
      converse([
        'projets de la Justice portés par le ministère',
        'le premier, c’est pour qui ?',
        'et tous ceux de la Justice, combien ils ont touché ?',
      ]),
    ).not.toMatchObject({ kind: 'fact' });
  });

  it('keeps the amount that the list was on', () => {
    expect(
      converse([
        'quels projets donnent un chiffre d’économies ?',
        'non publié, ça veut dire zéro ?',
        'dans vos 7 projets, le total ?',
      ]),
    ).toMatchObject({ kind: 'aggregate', operation: 'sum', field: 'savings' });
  });

  it('is those of it whose amount is not published, where just so many are', () => {
    expect(
      converse(['projets du ministère de la Justice', 'avec les montants', 'les deux sans montant, quel avancement ?']),
    ).toMatchObject({ projects: ['numerique-en-detention', 'projae-axone'] });
  });

  it.each([
    [
      [
        'les projets ia',
        'lesquels ont un montant publié ?',
        'ca fait combien au total, et quelle part pour le hdh',
        'les 5 autres ils sont de quel appel',
      ],
      UNPUBLISHED,
    ],
    [['les projets ia', 'lesquels ont un montant publié ?', 'les 5 sans montant c’est qui'], UNPUBLISHED],
    [
      ['formation et emploi : la liste, du plus doté au moins doté', 'et les 2 sans montant c’est qui'],
      ['exposition-inserjeunes', 'inserjeunes'],
    ],
    [
      [
        'fiscalité : quels projets coûtent plus de 30 M€',
        'et entre 20 et 30 ?',
        'et ceux dont on ne connait pas le coût',
      ],
      ['dons-successions-en-ligne', 'e-contact-assistant-virtuel', 'ficoba-3'],
    ],
  ])('is what a number, or what lacks, leaves of it: %j', (turns, projects) => {
    const answer = converse(turns);
    expect(answer === undefined ? [] : [...projectsOf(answer)].sort()).toEqual(projects);
  });

  it('is not what a part of a total is of', () => {
    expect(
      converse([
        'projets de plus de 10 M€',
        'parmi ceux là combien sont à la justice',
        'et leur part dans le total de ces 11',
      ]),
    ).toMatchObject({ projects: ['inserre', 'procedure-penale-numerique'] });
  });

  it('is bounded by its number no more than before', () => {
    expect(
      converse(['projets entre 1 et 5 M€', 'le 11e c’est quoi', 'et lesquels des 11 sont numériques']),
    ).toMatchObject({ filter: { topics: [{ themes: ['numerique'] }], amounts: [] } });
    expect(
      converse([
        "quels projets au ministère de l'intérieur",
        "c'est tout ? la place beauvau a pas plus de projets",
        'et le montant de chaque',
        "lequel n'a pas de montant et pourquoi",
        "total pour l'intérieur alors",
        'non, pour les 6 projets',
      ]),
    ).toMatchObject({ kind: 'aggregate', operation: 'sum' });
  });

  it('leaves the other one whose amount is published', () => {
    expect(
      converse([
        ...interior,
        'parmi ces 6 projets, lequel a reçu le plus ?',
        'et l’autre dont le montant est publié ?',
      ]),
    ).toMatchObject({ project: 'prevention-impayes-locatifs' });
  });

  it('is the project told where nothing says a list', () => {
    expect(converse([...interior, 'et le coût ?'])).toMatchObject({ kind: 'fact', project: 'hipe' });
  });
});

describe('what is taken out of a set, and what is besides', () => {
  it.each([
    [['projets annoncés en 2019 hors Grand Est'], { territories: ['grand-est'] }],
    [['projets du logement ss exploc'], { projects: ['prevention-impayes-locatifs'] }],
    [['projets du logement hormis EXPLOC'], { projects: ['prevention-impayes-locatifs'] }],
    [
      ['Gérer mes biens immobiliers, combien ?', 'les autres de la DGFiP avec un coût de plus de 30 M€'],
      { projects: ['gmbi'] },
    ],
  ])('is said by a word that lacks, or as the others: %j', (turns, except) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', filter: { except } });
  });

  it.each([
    [
      ['projets de la culture', 'le deuxième, il date de quand ?', 'enlève-le et donne le total des aides'],
      ['inrap-archipel'],
    ],
    [
      [
        'projets de l’Éducation nationale',
        'le deuxième, c’est quoi ?',
        'ok je l’enlève. les deux autres ont touché combien ?',
      ],
      ['decrochage-scolaire', 'inserjeunes'],
    ],
  ])('is the project spoken of, by a pronoun: %j', (turns, projects) => {
    expect(converse(turns)).toMatchObject({ projects });
  });

  it('is not what a message gives as its reason', () => {
    expect(
      converse(['total des aides sur le logement', 'retire les bidonvilles, c’est pas du logement ça']),
    ).toMatchObject({ operation: 'sum', filter: { except: { topics: [{ themes: ['bidonvilles'] }] } } });
  });

  it('is the body, as the parts were, after a total by ministry', () => {
    expect(converse(['total des aides', 'par ministère', 'sans la Justice le total'])).toMatchObject({
      filter: { except: { carriers: ['ministere-justice'], topics: [] } },
    });
  });

  it.each([
    [['compare LiDAR HD et OCS GE', 'l’IGN touche combien en tout ?'], { carriers: ['ign'], among: null }],
    [
      ['combien pour Histologe ?', 'et DossierFacile ?', 'les deux ensemble ?', 'et la moyenne sur le logement ?'],
      { among: null },
    ],
  ])('is all of a subject, after a few projects that are of it: %j', (turns, filter) => {
    expect(converse(turns)).toMatchObject({ kind: 'aggregate', filter });
  });

  it.each([
    [['projets sur la fiscalité', 'enlève la fraude et ajoute la santé'], 'compl-alim', 'pilat'],
    [['projets sur Logement', 'DossierFacile sort, Mentor entre'], 'mentor', 'dossierfacile'],
  ])('is what is left with what comes in its place: %j', (turns, comes, goes) => {
    const answer = converse(turns);
    const ids = answer === undefined ? [] : projectsOf(answer);

    expect(ids).toContain(comes);
    expect(ids).not.toContain(goes);
    expect(ids.length).toBeGreaterThan(6);
  });

  it('is one more, where a project is added that the sum does not hold', () => {
    expect(converse(['total des aides de plus de 20 M€', 'ajoutez Mentor'])).toMatchObject({
      operation: 'sum',
      projects: [
        'inserre',
        'health-data-hub',
        'si-pac',
        'identite-numerique',
        'france-cloud',
        'procedure-penale-numerique',
        'lidar-hd',
        'mentor',
      ],
    });
  });

  it('is none of two that are said again after « non »', () => {
    expect(
      converse([
        'combien pour Intelligence emploi ?',
        'et la plateforme handicap ?',
        'total des deux',
        'non, Intelligence emploi et la plateforme handicap',
      ]),
    ).toMatchObject({ operation: 'sum', filter: { among: ['intelligence-emploi', 'plateforme-handicap'] } });
  });

  it('is the first ones of a list, of which a part of a sum is asked', () => {
    expect(
      converse(['top 5 des projets les plus aidés', 'les deux premiers font quelle part des 700 M€ ?']),
    ).toMatchObject({ projects: ['inserre', 'health-data-hub'], why: { question: { ofMEUR: 700 } } });
  });

  it('lacks both amounts that were said one after the other', () => {
    expect(
      converse([
        'Combien de projets de la base n’ont aucun financement publié ?',
        'Et aucun coût total non plus ?',
        'Je veux la liste de ceux qui n’ont ni l’un ni l’autre.',
      ]),
    ).toMatchObject({ filter: { unknown: containing(['cost', 'funding']), known: [] } });
  });
});

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
    const answer = converse(turns);
    return answer?.kind === 'fact' ? [answer.field, ...answer.also.map(({ field }) => field)] : null;
  };

  expect(also('aide du fonds pour PILAT ?')).toEqual(['funding', 'cost']);
  expect(also('PILAT, coût ?', 'pas le coût, l’aide')).toEqual(['funding']);
  expect(also('Mentor, aide du fonds ?', 'et PILAT ?')).toEqual(['funding', 'cost']);
});
