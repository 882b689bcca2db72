import type { CardContext } from '../../dialogs/cards/answer-card';
import type { AdaptiveCard } from '../../dialogs/cards/adaptive-card';
import { type Profile, TEAMS, WEB_CHAT } from '../../dialogs/cards/profile';
import { createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import { answerTo, computationOf } from './asked';
import { cardProblems } from './card-schema';
import { drawnCard } from './drawn-card';

const knowledge = realKnowledge();

function cardOf(question: string, profile: Profile = WEB_CHAT, change: Partial<CardContext> = {}): AdaptiveCard | null {
  const locale = /\b(which|what|the|compare .* and)\b/i.test(question) ? 'en' : 'fr';
  return drawnCard(createChat(knowledge, locale).say(question), knowledge, { profile, asker: '29:asker', ...change });
}

/** The texts of a card, in their order, with ordinary spaces. */
function written(card: AdaptiveCard | null): string {
  return ordinarySpaces(JSON.stringify(card?.body ?? []));
}

const QUESTIONS = [
  'Parle-moi de Mentor',
  'Quelles économies attend-on du Code du travail numérique ?',
  'Quels projets concernent le logement ?',
  'Quels projets concernent le numérique ?',
  'Quels projets concernent les licornes en Bretagne ?',
  'les 5 projets les plus chers',
  'Compare Mentor et PILAT',
  'Compare le financement de Mentor, PILAT, DossierFacile, CFVR et InSERRE',
  'total des économies des projets de 2018',
  'financement total par ministère',
  'combien de projets par thème ?',
  'Combien de projets au 5e appel ?',
  'Quel projet a coûté le plus cher ?',
  'coût moyen des projets de la Justice',
  'C’est quoi le FTAP ?',
  'Combien a-t-il reçu ?',
  'le projet de recouvrement, quel coût ?',
  'Quel est l’âge du capitaine ?',
  'Combien a coûté le projet Solaris ?',
  'Que sais-tu faire ?',
  'which projects are about housing?',
  'what is the total cost of the projects by ministry?',
];

describe('the card of an answer', () => {
  it.each(QUESTIONS)('is valid in Web Chat and in Teams, and small: %s', (question) => {
    for (const profile of [WEB_CHAT, TEAMS]) {
      const card = cardOf(question, profile);
      if (card === null) continue;
      expect(cardProblems(card)).toEqual([]);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000);
    }
  });

  it('is valid and small for every project and every theme', () => {
    const names = [
      ...knowledge.projects.map(({ name }) => `Parle-moi de : ${name}`),
      ...[...knowledge.themeById.values()].map(({ label }) => `Quels projets concernent : ${label.fr} ?`),
    ];
    for (const question of names) {
      const card = cardOf(question, TEAMS);
      expect(cardProblems(card)).toEqual([]);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000);
    }
  });

  it('holds the key figures of the project, and says "non publié" where there is none', () => {
    const body = written(cardOf('Quelles économies attend-on du Code du travail numérique ?'));

    expect(body).toContain('**Financement FTAP** : 1,9 M€');
    expect(body).toContain('**Économies attendues** : non publié');
  });

  it('sets the note of an unpublished saving apart', () => {
    expect(written(cardOf('Quelles économies attend-on de PILAT ?'))).toContain('suppressions d’emplois');
  });

  it('shows ten projects of a list, each a button, then « la suite » from where it stopped', () => {
    const first = written(cardOf('Quels projets concernent le numérique ?'));
    const second = written(cardOf('Quels projets concernent le numérique ?', WEB_CHAT, { from: 10 }));

    expect(first.match(/"selectAction"/g)).toHaveLength(10);
    expect(first).toMatch(/"data":\{"action":"more","answer":7,"from":10\}/);
    expect(second.match(/"selectAction"/g)).toHaveLength(10);
    expect(second).toMatch(/"from":20/);
  });

  it('puts the projects compared side by side in one table, criteria down', () => {
    expect(written(cardOf('Compare Mentor et PILAT')).match(/"type":"Table"/g)).toHaveLength(1);
    const [table] = cardOf('Compare Mentor, PILAT et DossierFacile')?.body.filter(({ type }) => type === 'Table') ?? [];
    expect(table?.type === 'Table' && table.columns).toHaveLength(4);
    expect(table?.type === 'Table' && table.rows).toHaveLength(6);
  });

  it('shows the figures of a picture in a table as well, and what is unknown as unknown', () => {
    const sum = computationOf({ years: [2018] }, { operation: 'sum', field: 'savings' });
    const body = written(drawnCard(answerTo(sum, knowledge), knowledge));

    expect(body).toContain('https://assistant.test/pictures/aggregate.svg?lang=fr');
    expect(body).toMatch(/"altText":"[^"]*15,5 M€/);
    expect(body).toMatch(/"type":"Table"[^]*15,5 M€/);
    expect(body).toContain('Sans montant publié (19)');
    expect(body).not.toMatch(/\b0 M€/);
  });

  it('draws the chart of Teams there, with our picture behind it, and no bar for the unknown', () => {
    const card = cardOf('financement total par ministère', TEAMS);
    const chart = card?.body.find(({ type }) => type === 'Chart.HorizontalBar');

    expect(chart).toMatchObject({ fallback: { type: 'Image' } });
    expect(chart?.type === 'Chart.HorizontalBar' && chart.data.every(({ y }) => y > 0)).toBe(true);
  });

  it('puts the next questions on the card in Teams, which shows none beside it', () => {
    const next = written(cardOf('Quel financement pour Mentor ?', TEAMS)).match(/"type":"imBack"/g);

    expect(next).toHaveLength(3);
    expect(written(cardOf('Quel financement pour Mentor ?'))).not.toContain('imBack');
  });

  it('gives the candidates of a question of two readings as buttons', () => {
    const candidates = ['rocsp', 'portail-commun-recouvrement'];
    const answer = answerTo({ kind: 'clarify', candidates, field: 'cost', readings: [] }, knowledge);

    expect(written(drawnCard(answer, knowledge, { profile: WEB_CHAT })).match(/"type":"ActionSet"/g)).toHaveLength(2);
  });

  it('offers a next step when it does not know', () => {
    const body = written(cardOf('Combien a coûté le projet Solaris ?'));

    expect(body).toContain('{"action":"start","guide":"find"}');
    expect(body).toContain('{"action":"start","guide":"report"}');
  });

  it('opens every guide from the help', () => {
    const body = written(cardOf('Que sais-tu faire ?'));

    for (const guide of ['find', 'savings', 'compare', 'note', 'opinion', 'report'])
      expect(body).toContain(`{"action":"start","guide":"${guide}"}`);
  });

  it('says the same as the text, for whoever does not see it', () => {
    const card = cardOf('Quels projets concernent le logement ?');

    for (const name of ['Histologe', 'DossierFacile', 'EXPLOC']) {
      expect(written(card)).toContain(name);
      expect(card?.fallbackText).toContain(name);
    }
  });

  it('links only to http(s) addresses, brackets of the names escaped', () => {
    for (const { name } of knowledge.projects) {
      const texts = written(cardOf(`Quelles sources pour : ${name}`));
      for (const [, address] of texts.matchAll(/\]\(([^)]*)\)/g)) expect(address).toMatch(/^https?:\/\/\S+$/);
    }
  });

  it('is not sent when there is nothing to add', () => {
    expect(cardOf('Bonjour')).toBeNull();
  });
});
