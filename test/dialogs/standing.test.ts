import { answerText } from '../../dialogs/text/answer-text';
import type { Locale } from '../../src/core/language/locale';
import { onlyThese, type Question } from '../../src/core/model/question';
import { createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import { answerTo, computationOf, listOf } from './asked';

const knowledge = realKnowledge();
const linesOf = (question: Question, locale: Locale = 'fr'): readonly string[] =>
  ordinarySpaces(answerText(answerTo(question, knowledge, locale), knowledge)).split('\n');
const said = (text: string): readonly string[] =>
  ordinarySpaces(answerText(createChat(knowledge).say(text), knowledge)).split('\n');
const sumOf = (ids: readonly string[], more = {}): Question =>
  computationOf(onlyThese(ids), { operation: 'sum', field: 'funding', ...more });

describe('the rank and the part of an amount', () => {
  it('come first where they are asked for, without a table of one row', () => {
    expect(said('Rang de Mentor ?')).toEqual([
      expect.stringMatching(
        /^Mentor est 16e sur 31 projets dont le montant est publié \(financement FTAP : 5,4 M€\)\.$/,
      ),
      expect.stringMatching(/^C’est 1,7 % du total/),
    ]);
    expect(said('Quelle part du total représente Mentor ?')[0]).toMatch(/^Mentor : 1,7 % du total des 31 montants/);
    expect(said('Quelle part du total va à la DGFiP ?')[0]).toMatch(/^4 % du total des 31 montants/);
    expect(linesOf(sumOf(['mentor'], { standing: 'rank' }), 'en')[0]).toMatch(/^Mentor is no\. 16 out of 31 projects/);
    expect(linesOf(sumOf(['mentor'], { standing: 'part' }), 'en')[0]).toMatch(/^Mentor: 1\.7% of the total/);
  });

  it('follow an amount that was asked for itself', () => {
    expect(linesOf(sumOf(['mentor', 'cfvr']))[0]).toMatch(/^Total — financement FTAP : 10,4 M€/);
  });

  it('is told before the amounts of a project whose cost is paid in part', () => {
    expect(said('Quelle part du coût de CFVR est financée par le fonds ?')[0]).toMatch(/^L’aide représente 16 %/);
    expect(linesOf({ kind: 'fact', project: 'cfvr', field: 'funding', also: ['cost'] })[0]).toMatch(/^CFVR — /);
  });
});

describe('an amount of which the sources give a minimum', () => {
  it('is told as one, in a total and in a split too', () => {
    expect(said('Combien le Health Data Hub a-t-il reçu du fonds ?')[0]).toMatch(/ : au moins 30 M€\.$/);
    expect(linesOf(sumOf(['mentor', 'health-data-hub']))[0]).toMatch(/^Total — financement FTAP : au moins 35,4 M€/);
    expect(linesOf(sumOf(['mentor', 'cfvr']))[0]).not.toMatch(/au moins/);
    expect(linesOf(computationOf({}, { operation: 'median', field: 'funding' }))[0]).toMatch(/ : 5,4 M€/);
    expect(linesOf(computationOf({}, { operation: 'sum', field: 'funding', groupBy: 'ministry' }))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^- Ministères sociaux : au moins/)]),
    );
    expect(said('How much did the Health Data Hub get?')[0]).toMatch(/at least €30 million/);
  });

  it('is behind no greater one by a known difference, and before a lesser one by that at least', () => {
    expect(said('HDH ou InSERRE, lequel a reçu le plus ?')[1]).toBe(
      'Le montant de Health Data Hub est un minimum : ni l’écart ni l’ordre ne sont connus.',
    );
    expect(said('HDH ou Mentor, lequel a reçu le plus ?')[1]).toMatch(
      /^En tête : Health Data Hub, avec au moins 24,6 M€/,
    );
  });
});

describe('what has no known date', () => {
  it('is counted beside what is of a time', () => {
    const left = '22 projets dont la date d’annonce n’est pas connue ne sont pas pris en compte.';

    expect(linesOf(listOf({ years: [2018] })).at(-1)).toBe(left);
    expect(linesOf(computationOf({ years: [2018] })).at(-1)).toBe(left);
    expect(linesOf(computationOf({ years: [2018] }), 'en').at(-1)).toMatch(/^22 projects .* are left out\.$/);
  });

  it('is counted among those that share the other limits, and of a month with what is known to its year', () => {
    expect(linesOf(listOf({ years: [2023], carriers: ['ministere-justice'] })).at(-1)).toMatch(/^2 projets/);
    expect(linesOf(listOf({ months: ['2020-10'] })).at(-1)).toMatch(/^26 projets/);
  });

  it('is told of the oldest, not of a whole list that it ends', () => {
    const oldest = listOf({}, { sort: { field: 'date', direction: 'ascending' }, limit: 1 });

    expect(linesOf(oldest)[0]).toBe('6 projets ex æquo, les plus anciens par date d’annonce :');
    expect(linesOf(oldest).at(-1)).toMatch(/^22 projets/);
    expect(linesOf({ ...oldest, limit: 4 }).slice(-2)).toEqual([
      expect.stringMatching(/^Ex æquo avec le dernier : .* et Projet relatif/),
      expect.stringMatching(/^22 projets/),
    ]);
    expect(linesOf({ ...oldest, limit: null }).join()).not.toContain('pris en compte');
  });
});

describe('which of several came first', () => {
  const compared = (...projects: readonly string[]): Question => ({ kind: 'compare', projects, field: 'date' });

  it('is said where their dates tell it', () => {
    expect(linesOf(compared('mentor', 'cfvr'))[1]).toBe('Annoncé en premier : CFVR.');
    expect(linesOf(compared('mentor', 'cfvr'), 'en')[1]).toBe('Announced first: CFVR.');
    expect(linesOf(compared('cfvr', 'france-cloud'))[1]).toBe('La date d’annonce est la même.');
    expect(linesOf(compared('cfvr', 'health-data-hub'))[1]).toMatch(/^Les dates connues ne disent pas/);
  });
});

describe('headings', () => {
  it('name a few projects that a set is of, by their short names', () => {
    expect(linesOf(sumOf(['mentor', 'cfvr', 'lidar-hd']))[0]).toContain('(Mentor, CFVR et LiDAR HD)');
    const without = { topics: [], carriers: [], territories: [], projects: ['health-data-hub'], calls: [], years: [] };
    expect(linesOf(listOf({ except: without }))[0]).toContain('(sauf : Health Data Hub)');
  });

  it('say that a year is that of the announcement', () => {
    expect(linesOf(listOf({ years: [2017, 2018] }))[0]).toContain('(annonce jusqu’en 2018)');
    expect(linesOf(listOf({ years: [2021] }), 'en')[0]).toContain('(announced in 2021)');
  });

  it('are not said again in each row', () => {
    const rows = linesOf(listOf({ carriers: ['ministere-justice'] }));

    expect(rows).toContain('- Bracelet anti-rapprochement (BAR)');
    expect(rows).toContain(
      '- InSERRE — porteur : Ministère de la Justice (direction de l’administration pénitentiaire)',
    );
  });
});

describe('rows', () => {
  it('tell one date, as far as it is known', () => {
    const rows = linesOf(listOf({ years: [2020] }, { show: ['date'] }));

    expect(rows).toContain('- LiDAR HD — 6 octobre 2020');
    expect(rows).toContain('- Bracelet anti-rapprochement (BAR) — 2020');
  });

  it('agree with what is not published', () => {
    const rows = linesOf(listOf({ among: ['cfvr'] }, { show: ['partners', 'savings', 'funding'] }));

    expect(rows[1]).toMatch(/partenaires : non publiés ; économies attendues : non publiées/);
  });

  it('of places hold those that cover every region apart from those that name none', () => {
    const rows = linesOf(computationOf({}, { groupBy: 'territory' }));

    expect(rows).toContain('- Toutes les régions : 4 projets');
    expect(rows).toContain('- Non précisé : 56 projets');
    expect(rows[0]).toContain('8 territoires');
    const first = linesOf(computationOf({}, { groupBy: 'territory', operation: 'max' }), 'en');
    expect(first.join()).not.toContain('Every region');
  });
});

describe('parts of which some hold the same project', () => {
  it.each([
    ['classement des ministères par montant reçu', true],
    ['combien de projets par thème ?', true],
    ['combien de projets par année ?', false],
  ])('are said not to add up: %s', (message, expected) => {
    const text = answerText(createChat(knowledge).say(message), knowledge);

    expect(text.includes('elles ne s’additionnent pas')).toBe(expected);
  });
});
