import { EMPTY_MEMORY } from '../../../src/core/model/question';
import { toldLast } from '../../../src/core/understanding/fund/fund-facts';
import { readQuestion } from '../../../src/core/understanding/reading';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);

describe('what a first message rules out', () => {
  it.each([
    ['les projets pas à la DGFiP', { carriers: ['dgfip'] }],
    ['projets pas en Bretagne', { territories: ['bretagne'] }],
    ['les projets pas de 2018', { years: [2018] }],
  ])('is left out: « %s »', (text, except) => {
    expect(converse([text])).toMatchObject({ kind: 'list', filter: { except } });
  });

  it('is left out in English', () => {
    expect(converse(['Which projects are not from the Ministry of Justice?'], 'en')).toMatchObject({
      filter: { carriers: [], except: { carriers: ['ministere-justice'] } },
    });
  });

  it.each([
    ["aren't there any AI projects?", 'en'],
    ["il n'y a pas de projets d'IA ?", 'fr'],
  ] as const)('is asked for by a question that says no: « %s »', (text, locale) => {
    expect(converse([text], locale)).toMatchObject({
      filter: { topics: [{ themes: ['intelligence-artificielle'] }], except: { topics: [] } },
    });
  });

  it('takes the place of what was left out, when it corrects it', () => {
    expect(converse(['projets de 2020 hors IGN', 'non, hors DGFiP plutôt'])).toMatchObject({
      filter: { years: [2020], except: { carriers: ['dgfip'] } },
    });
  });
});

describe('what a message takes back', () => {
  it.each([
    ['combien coûte Mentor, enfin non, pas Mentor, PILAT', { named: [['pilat']], fields: ['cost'] }],
    ['qui porte Calypso, pardon Archipel', { named: [['inrap-archipel']] }],
    ['combien a coûté PILAT ? pardon, reçu', { named: [['pilat']], fields: [] }],
    ['statut de NED, zut pas NED, Axone', { named: [['projae-axone']], fields: ['status'] }],
    ['combien ça coûte, non, combien le fonds a mis', { fields: [] }],
    ['compare Mentor, Calypso et enfin PILAT', { named: [['mentor'], ['calypso'], ['pilat']] }],
    ['projets de plus de 10 M€, non, 20', { sums: [expect.objectContaining({ value: 20 })] }],
    ['la session 1 de 2019 pardon la session 2', { session: 2 }],
    ['qui a eu plus, Mentor ou CFVR, non ? et PILAT', { named: [['mentor'], ['cfvr'], ['pilat']] }],
    ['total 2019, oups 2020', { years: [2020] }],
    ['quels projets de 2019, mais non, de 2021', { years: [2021] }],
    ['combien coûte Mentor euh PILAT', { named: [['pilat']] }],
    ['compare Mentor, euh, et PILAT', { named: [['mentor'], ['pilat']] }],
    ['fermez à 9 plutôt qu’à 10', { sums: [expect.objectContaining({ value: 9 }), expect.anything()] }],
  ])('is not meant: « %s »', (text, expected) => {
    expect(readQuestion(text, knowledge)).toMatchObject(expected);
  });

  it.each([
    ['la somme, non, la moyenne des aides de 2018', 'average', 'sum'],
    ['les moins chers, non les plus chers', 'max', 'min'],
    ['moins de 5 M€, oups, plus de 5 M€', 'more-than', 'less-than'],
  ] as const)('is no operation either: « %s »', (text, meant, takenBack) => {
    const { operators } = readQuestion(text, knowledge);
    expect([operators.has(meant), operators.has(takenBack)]).toEqual([true, false]);
  });

  it.each([
    ["les projets de l'éducation, pas l'école, l'enseignement supérieur", ['enseignement-superieur']],
    ["les projets sur l'emploi, enfin le handicap", ['handicap']],
  ])('is no theme: « %s »', (text, themes) => {
    expect(converse([text])).toMatchObject({ filter: { topics: [{ themes }] } });
  });

  it('is ruled out where something of its sort is said instead', () => {
    expect(readQuestion('pas justice : logement', knowledge)).toMatchObject({ contentStems: ['logement'] });
    expect(converse(['no not the cost, what does Mentor do'], 'en')).toMatchObject({
      project: 'mentor',
      field: 'summary',
    });
  });

  it('is not what stands beside it without a comma', () => {
    expect(converse(['la douane a combien de projets', 'pas la douane la Dihal'])).toMatchObject({
      filter: { carriers: ['dihal'] },
    });
  });

  it('stays where something is left out', () => {
    expect(converse(['les projets de la justice, finalement sauf la pénitentiaire'])).toMatchObject({
      filter: { carriers: ['ministere-justice'], except: { carriers: ['administration-penitentiaire'] } },
    });
  });
});

describe('a field that lacks', () => {
  it.each([
    ['liste des projets en appel non déterminé', ['call']],
    ['ceux dont le porteur est inconnu', ['carrier']],
    ['combien de projets n’ont pas de coût publié ?', ['cost']],
  ])('limits: « %s »', (text, unknown) => {
    expect(converse([text])).toMatchObject({ filter: { unknown } });
  });

  it('limits in English', () => {
    expect(converse(["how many projects don't have a published cost?"], 'en')).toMatchObject({
      filter: { unknown: ['cost'], known: [] },
    });
  });

  it('is that of those to be left out, where a word leaves out what stands before it', () => {
    expect(converse(['projets logement ?', "pas ceux dont l'appel est indéterminé"])).toMatchObject({
      filter: { known: ['call'] },
    });
  });
});

describe('a stretch of years', () => {
  it.each([
    ["projets jusqu'en 2019", [2017, 2018, 2019]],
    ['combien de projets pas après 2018 ?', [2017, 2018]],
  ])('ends with the one said: « %s »', (text, years) => {
    expect(converse([text])).toMatchObject({ filter: { years } });
  });

  it('begins with the one before which nothing is wanted', () => {
    const answer = converse(['projets de la Justice ?', 'pas avant 2021']);

    expect(answer?.kind === 'list' && answer.filter.years[0]).toBe(2021);
  });
});

describe('a subject right behind « projets »', () => {
  it('limits a ranking too', () => {
    expect(converse(['projets IA classés par coût'])).toMatchObject({
      filter: { topics: [{ themes: ['intelligence-artificielle'] }] },
    });
  });
});

describe('what goes on from a ranking', () => {
  const top = ['les trois projets les plus chers'];

  it('begins behind the last one shown', () => {
    expect(converse([...top, 'et les suivants ?'])).toMatchObject({
      projects: ['lidar-hd', 'identite-numerique', 'portail-commun-recouvrement'],
    });
  });

  it('shows as many as a number says', () => {
    expect(converse([...top, 'plutôt 5'])).toMatchObject({ kind: 'list', sort: { field: 'cost' }, total: 5 });
  });

  it('shows all that are left', () => {
    expect(converse(['top 5 des financements', 'sans les deux premiers'])).toMatchObject({
      projects: ['si-pac', 'identite-numerique', 'france-cloud'],
    });
  });

  it('is the next one, where a pronoun takes the first out', () => {
    expect(converse(['quel est le projet le plus cher de la DGFiP ?', 'sauf lui ?'])).toMatchObject({
      kind: 'aggregate',
      operation: 'max',
      filter: { carriers: ['dgfip'], except: { projects: ['pilat'] } },
    });
  });
});

describe('the period after the one asked', () => {
  it.each([
    [['combien de projets en 2019 ?', 'et après ?'], { years: [2020] }],
    [['combien de projets au premier appel ?', 'et au suivant ?'], { calls: [{ number: 2 }] }],
  ])('%j', (turns, filter) => {
    expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'count', filter });
  });
});

describe('two calls of the fund in one message', () => {
  it('are told of both', () => {
    expect(converse(['c’est quoi la différence entre le 1er et le 2e appel ?'])).toMatchObject({
      kind: 'programme',
      facts: ['appel1', 'appel2'],
    });
  });
});

describe('something of a project that no record holds', () => {
  it('is refused in the name of its record, and the project stays on the table', () => {
    expect(converse(['combien de serveurs pour Mentor ?'])).toMatchObject({ kind: 'unknown', lackingIn: 'mentor' });
    expect(converse(['combien de serveurs pour Mentor ?', 'et son financement ?'])).toMatchObject({
      kind: 'fact',
      project: 'mentor',
      field: 'funding',
    });
  });

  it('is refused in the name of none where none is meant', () => {
    expect(converse(['quels projets ont réussi ?'])).toMatchObject({ kind: 'unknown', lackingIn: null });
  });
});

describe('a ranking asked further', () => {
  it('tells the next one by itself, and the one after it', () => {
    const turns = ['le projet qui a reçu le plus d’argent', 'le suivant', 'encore le suivant'];

    expect(converse(turns.slice(0, 2))).toMatchObject({ kind: 'fact', project: 'health-data-hub', field: 'funding' });
    expect(converse(turns)).toMatchObject({ kind: 'fact', project: 'si-pac', field: 'funding' });
  });
});

describe('a noun between « pas » and its subject', () => {
  it('is ruled out with an article, asked for without one', () => {
    expect(converse(['je veux pas les projets du numérique, juste les autres'])).toMatchObject({
      filter: { topics: [], except: { topics: [{ themes: ['numerique'] }] } },
    });
    expect(converse(['vous n’avez pas de projets sur la santé ?'])).toMatchObject({
      filter: { topics: [{ themes: ['sante'] }], except: { topics: [] } },
    });
  });
});

describe('two sets one after the other', () => {
  it('are counted together, where what they differ by is named', () => {
    const turns = [
      'projets en région Occitanie',
      'et Bourgogne-Franche-Comté',
      'les deux régions réunies, combien de projets ?',
    ];

    expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'count', value: 3 });
  });

  it('are added up, where so many are said as both have', () => {
    const turns = ['les projets les moins chers, 3 suffisent', 'et les suivants', 'la somme des six ?'];

    expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'sum', total: 6 });
  });
});

describe('the fund, gone on from', () => {
  it('is told of the year before, or asked whether that is meant', () => {
    const answer = converse(['combien de projets a financé le fonds en 2021 ?', 'et l’année d’avant ?']);
    const understood = answer?.kind === 'clarify' ? answer.readings : [answer];

    expect(understood).toMatchObject([{ kind: 'programme', facts: ['appel4'] }]);
  });

  it.each([
    ['2021', ['5']],
    ['2018', ['2018']],
    ['2023', ['2023']],
  ])('remembers that %s was asked of a fact on several years', (year, calls) => {
    const question = { kind: 'programme' as const, facts: ['execution-annuelle'] };
    const trace = { ...EMPTY_MEMORY.trace, matches: [{ written: year, kind: 'year' as const, id: year }] };

    expect(toldLast({ question, trace }, knowledge).place.calls).toEqual(calls);
    expect(toldLast({ question, trace: EMPTY_MEMORY.trace }, knowledge).place.calls).toEqual([]);
  });
});

describe('what only narrows', () => {
  it('asks for none of which something is missing', () => {
    const turns = ['which projects got money before 2019', 'only those of the interior ministry'];

    expect(converse(turns, 'en')).toMatchObject({ filter: { carriers: ['ministere-interieur'], unknown: [] } });
  });
});

describe('a project gone on from', () => {
  it('is told beside the others of its ministry, where its own body carries no other', () => {
    const answer = converse(['qui s’occupe de trackdéchets', 'ils ont d’autres projets ?']);

    expect(answer).toMatchObject({ kind: 'list', filter: { except: { projects: ['trackdechets'] } } });
    expect(answer?.kind === 'list' && answer.projects).toEqual(expect.arrayContaining(['ocs-ge', 'document-ia']));
  });

  it('is one of those shown, which no words were searched for', () => {
    expect(converse(['les 3 plus gros financements', 'liste leurs porteurs'])).toMatchObject({
      kind: 'list',
      projects: ['health-data-hub', 'inserre', 'si-pac'],
      isSearch: false,
    });
  });
});

it.each([
  ['Du matériel, pas du personnel.', ['materiel']],
  ['Le coût, pas de la DINUM.', ['cout']],
  ['Combien, pas lesquels.', ['combien']],
  ['je parlais du coût pas de l’aide', ['cout']],
])('asks for nothing by what it rules out: « %s »', (text, asked) => {
  const { allStems, contentStems } = readQuestion(text, knowledge);

  expect(contentStems).toEqual(expect.arrayContaining(asked));
  for (const stem of ['personnel', 'dinum', 'lesquel', 'aid']) expect(allStems).not.toContain(stem);
});

it.each([
  ['je vous demande pas le coût je vous demande qui', 'carrier'],
  ['je ne demandais pas le coût mais ce qu’il fait', 'summary'],
])('asks for what is said instead of a field that is not asked: « %s »', (text, field) => {
  expect(converse(['combien a coûté démat.ads ?', text])).toMatchObject({ kind: 'fact', project: 'demat-ads', field });
});
