import { EMPTY_FILTER, EMPTY_MEMORY, type Question } from '../../../src/core/model/question';
import { respondTo, respond } from '../../../src/core/respond';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);

describe('a number without a unit', () => {
  it.each([
    [['Donne-moi trois projets sur le logement'], 3, 7],
    [['give me 2 projects on justice'], 2, 9],
    [['projets de la justice', '3 suffisent'], 3, 7],
    [['projets de la justice', 'donne m’en 3'], 3, 7],
    [['projets de la justice', 'pas plus de 3'], 3, 7],
    [['projets de la DGFiP', 'limite à 2'], 2, 11],
    [['justice projects', 'only 3'], 3, 9],
    [['Donne-moi 4 projets sur la justice', 'non 2'], 2, 9],
  ] as const)('counts projects of the list, and is no sum: %j', (turns, total, of) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', total, stretch: { from: 0, of }, filter: { amounts: [] } });
  });

  it.each([
    ['et les 4 de plus, c’est lesquels ?'],
    ['tu me redonnes les 10 mêmes !! la suite de la liste'],
    ['ceux que t’as pas montrés'],
  ])('or what is left of a list that was cut is said: %s', (said) => {
    expect(converse(['les projets pour les collectivités', said])).toMatchObject({
      kind: 'list',
      stretch: { from: 10, of: 14 },
    });
  });

  it.each([
    [['et les 4 de plus, c’est lesquels ?', 'tu me redonnes les 10 mêmes !! la suite de la liste']],
    [['la suite', 'ceux que t’as pas montrés']],
    [['la suite', 'collectivités et communes, ceux qui manquent']],
  ])('and is told again to who still misses it: %j', (said) => {
    expect(converse(['les projets pour les collectivités', ...said])).toMatchObject({
      kind: 'list',
      stretch: { from: 10, of: 14 },
    });
  });

  it('is missed in so many words', () => {
    expect(
      converse(['projets de 2018 sans aide publiée', 'il en manque deux à l’affichage, lesquels ?']),
    ).toMatchObject({
      stretch: { from: 10, of: 12 },
    });
  });

  it('is not what the base itself lacks', () => {
    expect(converse(['liste de tous les projets', 'il manque des projets non ?'])).toMatchObject({ kind: 'programme' });
  });

  it('is of no other list than the one that was cut', () => {
    const turns = ['les projets pour les collectivités', 'et ceux du logement que tu n’as pas affichés'];

    expect(converse(turns)).toMatchObject({ total: 7 });
  });

  it('cuts a ranking as well', () => {
    expect(converse(['Les projets les plus chers', 'seulement 3'])).toMatchObject({
      sort: { field: 'cost' },
      total: 3,
    });
  });

  it('counts none where it counts them all, nor where it bounds or names something', () => {
    expect(converse(['les deux projets de la Dihal'])).not.toHaveProperty('stretch');
    expect(converse(['list the FTAP 2 projects of July 2023'])).not.toHaveProperty('stretch');
    expect(converse(['projets de plus de 10 M€', 'plus de 3'])).toMatchObject({ filter: { amounts: [{ min: 3 }] } });
  });

  it('asks whether there are so many, where projects are said to be there', () => {
    expect(converse(['Il y a 4 projets de la Justice ?'])).not.toHaveProperty('stretch');
  });

  it('of one example is that project', () => {
    expect(converse(['un exemple de projet sur la santé'])).toMatchObject({ kind: 'fact', field: 'summary' });
  });
});

describe('a stretch of the list told last', () => {
  it.each([
    [['Projets du 2e appel', 'les 3 premiers'], 0, 3],
    [['Projets santé', 'les 2 premiers'], 0, 2],
    [['Projets de la DGFiP', 'les 3 derniers'], 8, 3],
    [['Les 10 plus chers', 'plutôt 5', 'et les 3 derniers ?'], 2, 3],
    [['Projets du 2e appel', 'la suite'], 10, 6],
    [['DGFiP projects', 'the rest'], 10, 1],
    [['Projets de la DGFiP', 'les 3 premiers', 'les 6 autres'], 3, 6],
    [['Projets de la DGFiP', 'les 3 premiers', 'la suite'], 3, 3],
    [['Projets de la DGFiP', 'les 3 premiers', 'les autres'], 3, 8],
    [['Les 3 plus chers', 'les 3 suivants', 'et les 2 suivants'], 6, 2],
    // Ten are told at once: of fifteen five are left.
    [['les 15 plus financés', 'la suite'], 10, 5],
    [['les 15 plus financés', 'la suite', 'la suite'], 15, 5],
    [['projets du numérique', 'la suite', 'les 5 suivants'], 20, 5],
    // Six share the first date.
    [['le projet le plus ancien', 'la suite'], 6, 1],
  ] as const)('is told in its order: %j', (turns, from, total) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', total, stretch: { from } });
  });

  it('is one project where a place beyond those told is said', () => {
    expect(converse(['Projets de la DGFiP', 'et le 11e ?'])).toMatchObject({ kind: 'fact', project: 'rocsp' });
  });

  it('is empty where all was told', () => {
    expect(converse(['Projets santé', 'la suite'])).toMatchObject({ projects: [], stretch: { from: 3, of: 3 } });
  });
});

describe('a list of which ten were told', () => {
  const found = ['si-fourrieres', 'police-technique-scientifique', 'business-france-attractivite'];
  const second: Question = {
    kind: 'list',
    filter: { ...EMPTY_FILTER, calls: [{ number: 2, session: null, scheme: null }] },
    sort: null,
    limit: null,
    found,
    show: [],
  };
  const first = respondTo(second, 'fr', EMPTY_MEMORY, knowledge);

  it.each(['la suite', 'tous', 'tous s’il te plaît', 'les autres', 'all of them'])(
    'goes on in its own order: %s',
    (text) => {
      const { answer } = respond({ text, locale: 'fr' }, first.memory, knowledge);
      const shown = first.answer.kind === 'list' ? first.answer.projects : [];

      expect(shown.slice(0, 3)).toEqual(found);
      expect(answer).toMatchObject({ kind: 'list', projects: shown.slice(10), stretch: { from: 10, of: 16 } });
    },
  );

  it('is one of all where nothing of it is left', () => {
    expect(converse(['projets de la Dihal', 'tous'])).not.toMatchObject({ stretch: { from: 2 } });
  });
});
