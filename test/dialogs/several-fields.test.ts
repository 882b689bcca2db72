import type { Field } from '../../src/core/model/records';
import { type Profile, TEAMS, WEB_CHAT } from '../../dialogs/cards/profile';
import { csvOf } from '../../dialogs/exports/csv';
import { answerText } from '../../dialogs/text/answer-text';
import { suggestionsFor } from '../../dialogs/text/suggestions';
import type { Question } from '../../src/core/model/question';
import { answerHtml } from '../../src/host/plain/answer-html';
import { realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import { ADDRESSES } from './addresses';
import { answerTo, listOf } from './asked';
import { cardText } from './drawn-card';

const knowledge = realKnowledge();
const among = ['mentor', 'dossierfacile', 'inserre'];

const factOf = (project: string, field: Field, also: readonly Field[]): Question => ({
  kind: 'fact',
  project,
  field,
  also,
});
const textOf = (question: Question, locale: 'fr' | 'en' = 'fr'): string =>
  ordinarySpaces(answerText(answerTo(question, knowledge, locale), knowledge));
const htmlOf = (question: Question): string =>
  ordinarySpaces(answerHtml(answerTo(question, knowledge), { asked: '', from: 0, knowledge, addresses: ADDRESSES }));
const cardOf = (question: Question, profile: Profile = WEB_CHAT): string =>
  cardText(answerTo(question, knowledge), knowledge, { profile });

describe('several fields of one project asked in one message', () => {
  it('are each told like the first, in the same answer', () => {
    const lines = textOf(factOf('mentor', 'funding', ['carrier', 'savings'])).split('\n');

    expect(lines.filter((line) => line.startsWith('Mentor'))).toEqual([
      expect.stringMatching(/ — financement FTAP : [\d,]+ M€/),
      expect.stringMatching(/ — porteur : Ministère de l’Action et des Comptes publics/),
      expect.stringMatching(/ — économies attendues : [\d,]+ M€/),
    ]);
  });

  it('say of the second what is not published, as of the first', () => {
    expect(textOf(factOf('mentor', 'carrier', ['cost']))).toContain(
      'aucune des sources consultées ne donne le coût total',
    );
    expect(textOf(factOf('mentor', 'carrier', ['cost']), 'en')).toContain('gives the total cost');
  });

  it('tell what the fund gives where the cost is not published, and the cost where that is not, each as what it is', () => {
    expect(textOf(factOf('ficoba-3', 'cost', []))).toBe(
      'FICOBA 3 : aucune des sources consultées ne donne le coût total, ce qui ne veut pas dire zéro.\nFICOBA 3 — financement FTAP : 7,8 M€.',
    );
    expect(textOf(factOf('tncp', 'funding', []), 'en')).toMatch(
      /gives the amount of the fund’s contribution, which does not mean zero\.\n[^\n]+ — total cost: €20\.7 million\./,
    );
  });

  it('say once, of all that nobody gives, that it is not published, and of amounts alone that this is no zero', () => {
    const both = factOf('easi-lab', 'funding', ['cost']);
    const status = factOf('easi-lab', 'status', []);

    expect(textOf(both)).toBe(
      'EASI Lab : aucune des sources consultées ne donne le montant du financement FTAP ni le coût total, ce qui ne veut pas dire zéro.',
    );
    expect(textOf(both, 'en')).toMatch(
      /the amount of the fund’s contribution or the total cost, which does not mean zero\.$/,
    );
    expect(textOf(factOf('easi-lab', 'status', ['carrier', 'cost']))).toMatch(
      /^EASI Lab : [^\n]* ne donne l’avancement ni le coût total, ce qui ne veut pas dire zéro\.\nEASI Lab — porteur/,
    );
    expect(textOf(status)).toBe('EASI Lab : aucune des sources consultées ne donne l’avancement.');
    expect(textOf(status, 'en')).toMatch(/gives the status\.$/);
  });

  it('are each followed by their note, which below a table says what it is on', () => {
    const question = factOf('easi-lab', 'carrier', ['funding']);

    expect(textOf(question).split('\n')).toEqual([
      'EASI Lab — porteur : Université de Bordeaux.',
      'À noter : Coordonne le projet.',
      expect.stringMatching(/ne donne le montant du financement FTAP/),
    ]);
    expect(cardOf(question)).toContain('"text":"Porteur. À noter : Coordonne le projet."');
    expect(htmlOf(question)).toContain('Porteur. À noter : Coordonne le projet.');
    expect(textOf(factOf('numerique-en-detention', 'cost', ['carrier', 'sources']))).toMatch(
      /coût total : 5,6 M€\.\nLa même source [^]*\nÀ noter : Panorama[^]*\nNumérique en détention — porteur/,
    );
  });

  it('are cited each by its own source', () => {
    const alone = answerTo(factOf('mentor', 'funding', []), knowledge).sources;
    const both = answerTo(factOf('mentor', 'funding', ['savings']), knowledge).sources;

    expect(both.length).toBeGreaterThan(alone.length);
  });

  it('are not proposed again', () => {
    const next = suggestionsFor(answerTo(factOf('mentor', 'funding', ['savings']), knowledge), knowledge)
      .map(({ label, said }) => `${label} ${said}`)
      .join('\n');

    expect(next).not.toMatch(/financement|économies/iu);
  });

  it('are said by the plain page as well, with what is around a saving that nobody gives', () => {
    const html = htmlOf(factOf('pilat', 'carrier', ['partners', 'savings']));

    expect(html).toContain('<th scope="row">Partenaires</th><td>non publiés</td>');
    expect(html).toContain('<th scope="row">Économies attendues</th><td>non publiées</td>');
    expect(html).toContain('À noter');
    expect(cardOf(factOf('pilat', 'carrier', ['savings']))).toContain('À noter');
  });
});

describe('the funding and the cost of one project', () => {
  it('are followed by the part that the fund pays, in the text, on the card and on the plain page', () => {
    const question = factOf('ocs-ge', 'funding', ['cost']);

    expect(textOf(question).split('\n')).toContain(
      'L’aide représente 59 % du coût complet ; le reste est de 7,6 M€ (41 %).',
    );
    expect(textOf(question, 'en').split('\n')).toContain(
      'The funding is 59% of the total cost; the rest is €7.6 million (41%).',
    );
    expect(cardOf(question)).toContain(
      '"text":"L’aide représente 59 % du coût complet ; le reste est de 7,6 M€ (41 %)."',
    );
    expect(htmlOf(question)).toContain(
      '<p>L’aide représente 59 % du coût complet ; le reste est de 7,6 M€ (41 %).</p>',
    );
  });

  it('are told without it when one is not published', () => {
    expect(textOf(factOf('mentor', 'funding', ['cost']))).not.toContain('représente');
  });
});

describe('fields told of each project of a list', () => {
  const question = listOf({ among }, { found: among, show: ['cost', 'carrier'] });

  it('stand in each row under their names, "non publié" where no source gives them, never zero', () => {
    const rows = textOf(question)
      .split('\n')
      .filter((line) => line.startsWith('- '));

    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toMatch(/ — coût total : (?:[\d,]+ M€|non publié) ; porteur : \S/);
    expect(rows.join('\n')).toMatch(/coût total : non publié/);
    expect(rows.join('\n')).not.toMatch(/: 0 M€/);
  });

  it('say of an amount what it is', () => {
    const savings = listOf({ known: ['savings'] }, { show: ['savings'] });

    expect(textOf(savings)).toMatch(/ : [\d,]+ M€ sur 4 ans/);
    expect(textOf(savings)).toMatch(/ : [\d,]+ M€ sans durée indiquée, prévision révisée/);
    expect(textOf(savings, 'en')).toMatch(/: €[\d.]+ million over 4 years/);
  });

  it('follow the amount that the list is ranked by, which is not said twice', () => {
    const ranked = listOf(
      {},
      { sort: { field: 'cost', direction: 'descending' }, limit: 3, show: ['cost', 'carrier'] },
    );

    const rows = textOf(ranked).split('\n').slice(1, -1);

    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toMatch(/^- .+ : [\d,]+ M€ ; porteur : \S/);
  });

  it.each([
    ['webchat', WEB_CHAT],
    ['teams', TEAMS],
  ])('stand on the card and in its buttons (%s)', (_, profile) => {
    expect(cardOf(question, profile)).toMatch(/"text":"coût total : non publié ; porteur : /);
  });

  it('stand in the rows of the plain page', () => {
    expect(htmlOf(question)).toMatch(/<span class="detail">coût total : [^<]+ ; porteur : /);
  });

  it('are cited', () => {
    const bare = answerTo(listOf({ among }, { found: among }), knowledge).sources;

    expect(answerTo(question, knowledge).sources).not.toEqual(bare);
  });

  it('get a column of the file where it has none', () => {
    const [header = '', ...rows] =
      csvOf(answerTo(listOf({ among }, { show: ['partners', 'cost'] }), knowledge), knowledge)?.split('\r\n') ?? [];

    expect(header.split(';').slice(-2)).toEqual(['Partenaires', 'Sources']);
    expect(rows.join('\n')).toContain("conventions d'accès");
    expect(csvOf(answerTo(listOf({ among }), knowledge), knowledge)).not.toContain('Partenaires');
  });
});
