import { createKnowledgeBase } from '../../src/core/loading/create-knowledge-base';
import { EMPTY_FILTER, EMPTY_MEMORY, type Question } from '../../src/core/model/question';
import { respond, respondTo } from '../../src/core/respond';
import { projectName } from '../../src/core/model/project-name';
import { createChat } from './chat';
import { realKnowledge, realRecords } from './knowledge';
import { containing, objectLike } from '../matchers';

const knowledge = realKnowledge();
const ask = (text: string, locale: 'fr' | 'en' = 'fr'): ReturnType<ReturnType<typeof createChat>['say']> =>
  createChat(knowledge, locale).say(text);

describe('lists', () => {
  it.each([
    [
      'Quels projets concernent le logement ?',
      ['histologe', 'dossierfacile', 'resorption-bidonvilles', 'hebergement-sans-abri', 'prevention-impayes-locatifs'],
      ['pilat', 'mentor'],
    ],
    ['Quels projets porte la DGFiP ?', ['pilat', 'cfvr', 'gmbi'], ['trois-d-douane', 'mentor']],
    ['projets de Bercy', ['pilat', 'trois-d-douane', 'tncp'], ['inserre', 'hipe']],
    ['Quels projets en Occitanie ?', ['incub-o'], ['bfc-accueil-mutualise', 'pfra-etendue']],
    ['projets de la place Beauvau', ['hipe', 'si-fourrieres'], ['inserre']],
    ['Which projects are about prisons?', ['inserre', 'numerique-en-detention'], ['pilat']],
    ['les projets du FTAP 2', ['histologe', 'decrochage-scolaire'], ['mentor']],
    ['lauréats du 2e FTAP', ['histologe', 'decrochage-scolaire'], ['mentor']],
    ['projects of FTAP 2', ['histologe', 'decrochage-scolaire'], ['mentor']],
    ['les projets annoncés en novembre 2018', ['mentor', 'geoplateforme', 'pilat'], ['france-cloud', 'inserre']],
  ])('answers "%s"', (question, included, excluded) => {
    const answer = ask(question);

    expect(answer.kind).toBe('list');
    if (answer.kind !== 'list') return;
    expect(answer.projects).toEqual(expect.arrayContaining(included));
    for (const id of excluded) expect(answer.projects).not.toContain(id);
  });

  it.each(['projets de la Justice', 'liste des projets du ministère de la Justice', 'projets à la Justice'])(
    'are by the name shown, however the same list is asked: %s',
    (question) => {
      const answer = ask(question);
      const names = (answer.kind === 'list' ? answer.projects : []).flatMap((id) => {
        const project = knowledge.projectById.get(id);
        return project === undefined ? [] : [projectName(project)];
      });

      expect(names).toHaveLength(7);
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'fr')));
    },
  );

  it('begin with what the words describe, where they say more than what limits the list', () => {
    const answer = ask(
      'Mon occupant ne me verse plus rien depuis trois mois et je ne veux pas le mettre dehors. Un projet existe là-dessus ?',
    );

    expect(answer.kind === 'list' && answer.projects[0]).toBe('prevention-impayes-locatifs');
  });

  it('finds the projects of DINSIC when asked for DINUM, which took its place', () => {
    expect(ask('Quels projets porte la DINUM ?')).toMatchObject({
      kind: 'list',
      projects: containing(['france-cloud', 'franceconnect-plateforme', 'document-ia']),
    });
  });

  it('says that a region has no project of its own, and names apart what covers the whole country', () => {
    const answer = ask('Quels projets en Bretagne ?');

    expect(answer).toMatchObject({ kind: 'list', projects: [] });
    expect(answer.kind === 'list' && answer.nationwide).toContain('lidar-hd');
  });

  it.each([
    ['Quels projets en Guyane ?', false],
    ['Quels projets à Cayenne ?', false],
    ['Quels projets outre-mer ?', true],
  ])('counts LiDAR HD among what covers the place asked only where it is not all excepted: %s', (question, isThere) => {
    const answer = ask(question);

    expect(answer.kind === 'list' && answer.nationwide.includes('lidar-hd')).toBe(isThere);
    expect(answer.kind === 'list' && answer.nationwide).toContain('business-france-attractivite');
  });
});

describe('facts on a project', () => {
  it.each([
    ['Combien Mentor doit-il faire économiser ?', 'mentor', 'savings', 2.3],
    ['cout total PILAT', 'pilat', 'cost', 123.5],
    ['montant accordé au bracelet anti raprochement', 'bracelet-anti-rapprochement', 'funding', 8.7],
    ['Quel financement pour le LiDAR HD ?', 'lidar-hd', 'funding', 21.5],
    ['Quelles économies attend-on du Code du travail numérique ?', 'code-du-travail-numerique', 'savings', null],
    ['dossier facile montant ftap', 'dossierfacile', 'funding', 0.5],
    ['HOW MUCH DOES GMBI COST', 'gmbi', 'cost', 37.2],
  ])('answers "%s"', (question, project, field, valueMEUR) => {
    expect(ask(question)).toMatchObject({ kind: 'fact', project, field, valueMEUR, isPublished: valueMEUR !== null });
  });

  it.each([
    ['Qui porte la Géoplateforme ?', 'geoplateforme', 'carrier'],
    ['Avec quels partenaires travaille le SI Fourrières ?', 'si-fourrieres', 'partners'],
    ['Où en est Trackdéchets ?', 'trackdechets', 'status'],
    ['À quoi sert France Sésame ?', 'france-sesame', 'summary'],
    ['Quelles sources pour Histologe ?', 'histologe', 'sources'],
    ['Which call selected Parcours flexible en licence?', 'parcours-flexible-licence', 'call'],
    ['Quand le projet Mentor a-t-il été retenu ?', 'mentor', 'date'],
    ['Pour qui est fait Calypso ?', 'calypso', 'beneficiaries'],
    ['Dans quelle région se déroule Incub O ?', 'incub-o', 'territory'],
  ])('answers "%s"', (question, project, field) => {
    expect(ask(question)).toMatchObject({ kind: 'fact', project, field });
  });

  it('gives both values where two sources disagree, and the sources', () => {
    const answer = ask('Quel est le coût total de la Géoplateforme ?');

    expect(answer).toMatchObject({ kind: 'fact', valueMEUR: 21.5, conflicts: [{ valueA: 21.5, valueB: 21.92 }] });
    expect(answer.sources.map(({ name }) => name).join(' ')).toMatch(/IGN.*DINUM/);
  });

  it.each([
    ['Quel est l’avancement de SI Fourrières ?', 'nombre de polices municipales inscrites'],
    ['Où en est le projet InSERRE ?', 'places à Donchery'],
    ['Quelles économies attend-on de la Géoplateforme ?', 'les 3,6 M€'],
  ])('tells the disagreement that bears on what is asked: "%s"', (question, what) => {
    const answer = ask(question);

    expect(answer).toMatchObject({ kind: 'fact', conflicts: containing([expect.objectContaining({ what })]) });
  });

  it('keeps to itself the disagreements on what was not asked', () => {
    expect(ask('Qui porte PILAT ?')).toMatchObject({ kind: 'fact', field: 'carrier', conflicts: [] });
  });

  it('asks back when a description fits several projects, whatever the field', () => {
    expect(ask('coût du projet IA ?')).toMatchObject({
      kind: 'clarify',
      field: 'cost',
      candidates: containing(['intelligence-emploi', 'surveillance-maritime-ia']),
    });
  });
});

describe('the programme', () => {
  it.each([
    ["C'est quoi le FTAP ?", 'ftap-definition'],
    ["Quelle était l'enveloppe de départ du fonds ?", 'enveloppe-initiale'],
    ['What are the selection criteria?', 'criteres'],
    ['Que dit la Cour des comptes du fonds ?', 'cour-2025'],
  ])('answers "%s"', (question, fact) => {
    expect(ask(question)).toMatchObject({ kind: 'programme', facts: containing([fact]) });
  });
});

describe('what is no question on the projects', () => {
  it.each([
    ['Bonjour !', 'greeting'],
    ['ok merci bcp', 'thanks'],
    ['au revoir', 'goodbye'],
    ["Qu'est-ce que tu sais faire ?", 'help'],
    ['es-tu une IA ?', 'identity'],
  ])('answers "%s" with courtesy', (text, act) => {
    expect(ask(text)).toMatchObject({ kind: 'smalltalk', act });
  });

  it.each([
    ['Quel temps fera-t-il demain à Lyon ?', 'out-of-scope'],
    ['Combien le FTAP a-t-il donné au projet Chorus Pro ?', 'no-such-project'],
    ['et son coût ?', 'no-context'],
    ['', 'empty'],
    ['   \n ', 'empty'],
    ['a'.repeat(10_000), 'too-long'],
  ])('says that it cannot answer "%.40s"', (text, reason) => {
    expect(ask(text)).toMatchObject({ kind: 'unknown', reason });
  });

  it('answers a question although it begins with a greeting', () => {
    expect(ask('Bonjour, qui porte Mentor ? Merci !')).toMatchObject({
      kind: 'fact',
      project: 'mentor',
      field: 'carrier',
    });
  });
});

describe('the language', () => {
  it('is that of the question, and that of the interface where the question does not tell', () => {
    expect(ask('Who runs Histologe?', 'fr').locale).toBe('en');
    expect(ask('Qui porte Histologe ?', 'en').locale).toBe('fr');
    expect(ask('histologe', 'en').locale).toBe('en');
  });
});

describe('what was said before', () => {
  it('completes a question on the project in focus', () => {
    const chat = createChat(knowledge);
    chat.say('Parle-moi de Mentor.');

    expect(chat.say('et son financement ?')).toMatchObject({
      kind: 'fact',
      project: 'mentor',
      field: 'funding',
      valueMEUR: 5.4,
    });
    expect(chat.say('Et celui de la Géoplateforme ?')).toMatchObject({
      kind: 'fact',
      project: 'geoplateforme',
      field: 'funding',
    });
  });

  it('changes the region of the list before', () => {
    const chat = createChat(knowledge);
    chat.say('Quels projets en Bourgogne-Franche-Comté ?');

    expect(chat.say('Et en Occitanie ?')).toMatchObject({ kind: 'list', projects: ['incub-o'] });
  });

  it('never leaks an old filter into a complete question', () => {
    const chat = createChat(knowledge);
    chat.say('Quels projets en Occitanie ?');
    const answer = chat.say('Quels projets concernent le logement ?');

    expect(answer).toMatchObject({ kind: 'list', filter: { territories: [] } });
  });

  it('forgets on demand', () => {
    const chat = createChat(knowledge);
    chat.say('Parle-moi de Mentor.');
    expect(chat.say('laisse tomber')).toMatchObject({ kind: 'smalltalk', act: 'cancel' });

    expect(chat.say('et son coût ?')).toMatchObject({ kind: 'unknown', reason: 'no-context' });
  });
});

it('is pure: the same turn and memory give the same answer', () => {
  const turn = { text: 'Quels projets concernent la justice ?', locale: 'fr' } as const;

  expect(respond(turn, EMPTY_MEMORY, knowledge)).toEqual(
    respond(turn, EMPTY_MEMORY, createKnowledgeBase(realRecords())),
  );
});

describe('computations split, explained, restricted', () => {
  it('splits by ministry, and the parts carry their projects', () => {
    const answer = ask('Financement FTAP par ministère');

    expect(answer).toMatchObject({ kind: 'aggregate', operation: 'sum', field: 'funding' });
    expect(answer.kind === 'aggregate' && answer.groups.find(({ id }) => id === 'ministere-justice')).toMatchObject({
      value: 85.9,
      known: 5,
    });
  });

  it('explains the answer before, and keeps its place in the conversation', () => {
    const chat = createChat(knowledge);
    const first = chat.say('quelles économies attend-on en tout des projets de 2018 ?');
    const why = chat.say('pourquoi ?');

    expect(why).toMatchObject({ kind: 'aggregate', why: { isAsked: true } });
    expect(first.kind === 'aggregate' && why.kind === 'aggregate' && why.value === first.value).toBe(true);
    expect(chat.say('par ministère ?').kind).toBe('aggregate');
  });

  it.each([
    ['Quels projets sauf ceux de la Justice utilisent l’IA ?', ['intelligence-emploi'], ['inserre']],
    ['Plus de 20 M€ de financement, sans ceux de la Justice', ['health-data-hub', 'si-pac'], ['inserre']],
    ['Quels projets depuis 2023 ?', ['histologe', 'data-subvention'], ['mentor', 'inrap-archipel']],
  ])('leaves out what "%s" leaves out', (question, included, excluded) => {
    const answer = ask(question);

    expect(answer).toMatchObject({ kind: 'list', projects: containing(included) });
    for (const id of excluded) expect(answer.kind === 'list' && answer.projects).not.toContain(id);
  });

  it('tells of each rather than pick one of several', () => {
    const chat = createChat(knowledge);
    chat.say('Quels projets concernent la prison ?');

    expect(chat.say('combien a-t-il reçu ?')).toMatchObject({
      kind: 'aggregate',
      operation: 'sum',
      field: 'funding',
      amounts: [objectLike({ project: 'inserre', valueMEUR: 35 })],
      withoutFigure: ['numerique-en-detention'],
    });
  });
});

it.each([
  ['descending', ['document-ia', 'compl-alim', 'plan-transformation-ecologique']],
  ['ascending', ['cfvr', 'culture-demarches-en-ligne', 'france-cloud']],
] as const)('orders by date, %s', (direction, projects) => {
  const question: Question = {
    kind: 'list',
    filter: EMPTY_FILTER,
    sort: { field: 'date', direction },
    limit: 3,
    found: [],
    show: [],
  };

  expect(respondTo(question, 'fr', EMPTY_MEMORY, knowledge).answer).toMatchObject({ kind: 'list', projects });
});
