import { TEAMS, WEB_CHAT } from '../../dialogs/cards/profile';
import { answerText } from '../../dialogs/text/answer-text';
import { viewOf } from '../../dialogs/view/view-of';
import type { Answer } from '../../src/core/model/answer';
import type { Locale } from '../../src/core/language/locale';
import type { Question, Trace } from '../../src/core/model/question';
import { answerHtml } from '../../src/host/plain/answer-html';
import { createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import { ADDRESSES } from './addresses';
import { answerTo, computationOf, listOf } from './asked';
import { cardProblems } from './card-schema';
import { cardText } from './drawn-card';

const knowledge = realKnowledge();
const TRACE: Trace = {
  matches: [
    { written: 'coutt', kind: 'field', id: 'cost' },
    { written: 'Mentor', kind: 'project', id: 'mentor' },
    { written: 'Mentor', kind: 'project', id: 'mentor' },
  ],
  corrections: [{ written: 'coutt', readAs: 'cout' }],
  isFollowUp: true,
  others: [],
};
const COST: Question = { kind: 'fact', project: 'mentor', field: 'cost', also: [] };

function asked(question: Question, trace: Partial<Trace> = {}, locale: Locale = 'fr'): Answer {
  const answer = answerTo(question, knowledge, locale);
  return { ...answer, why: { question, ...TRACE, ...trace, isAsked: true, isDoubted: false } };
}
/** What was understood, and the answer told again below it. */
const headlineOf = (answer: Answer): readonly string[] =>
  ordinarySpaces(answerText(answer, knowledge)).split('\nComment la question')[0]?.split('\n') ?? [];
const sentenceOf = (answer: Answer): string => headlineOf(answer)[0] ?? '';
const againOf = (answer: Answer): string => headlineOf(answer).slice(1).join('\n');

describe('« pourquoi ? »', () => {
  it('is answered by one sentence: what was understood, from which words, going on from what', () => {
    expect(sentenceOf(asked(COST))).toBe(
      'J’ai compris : Mentor — coût total ; d’après les mots « coutt » et « Mentor » ; suite de la question d’avant.',
    );
    expect(sentenceOf(asked(COST, {}, 'en'))).toBe(
      'I understood: Total cost of Mentor; from the words “coutt” and “Mentor”; going on from the question before.',
    );
    expect(sentenceOf(asked(COST, { matches: [], isFollowUp: false }))).toBe('J’ai compris : Mentor — coût total.');
    expect(
      sentenceOf(asked({ kind: 'programme', facts: ['ftap-definition'] }, { matches: [], isFollowUp: false })),
    ).toBe('J’ai compris : « Le fonds : Qu’est-ce que le FTAP ? ».');
  });

  it.each([
    ['Bracelet anti-rapprochement, coût ?', 'd’après les mots « Bracelet anti-rapprochement » et « coût ».'],
    ['l’avancement de la Géoplateforme', 'd’après les mots « avancement » et « Géoplateforme ».'],
    ['Les espaces d’accueil mutualisés', 'd’après les mots « espaces d’accueil » et « mutualisés ».'],
    ['Mentor', 'd’après le mot « Mentor ».'],
    ['Health   Data Hub', 'd’après les mots « Health   Data Hub ».'],
  ])('quotes the words as they were typed: %s', (text, quoted) => {
    const chat = createChat(knowledge);
    chat.say(text);

    expect(sentenceOf(chat.say('pourquoi ?'))).toContain(quoted);
  });

  it('says after it the whole answer on one thing again, and of a set the line with the figure', () => {
    const ofOne = answerTo(COST, knowledge);
    const ofSet = answerTo(listOf({ carriers: ['ministere-justice'] }), knowledge);

    expect(againOf(asked(COST))).toBe(ordinarySpaces(answerText(ofOne, knowledge)));
    expect(againOf(asked(ofSet.why.question))).toBe('7 projets (porteur : Ministère de la Justice).');
  });

  it('announces no list that it does not tell', () => {
    const ranking = listOf({}, { sort: { field: 'cost', direction: 'descending' }, limit: 5 });
    const answer = asked(ranking);
    const inEnglish = asked(ranking, {}, 'en');

    expect(againOf(answer)).toBe('Du plus élevé au moins élevé — coût total, 5 projets.');
    expect(answerText(inEnglish, knowledge)).toMatch(/lowest — total cost, 5 projects\.\n/);
  });

  it('shows the sources of that answer, and offers who doubts it to report or to ask anew', () => {
    const { sources, next } = viewOf(asked(COST), knowledge);

    expect(sources).toEqual(viewOf(answerTo(COST, knowledge), knowledge).sources);
    expect(sources.length).toBeGreaterThan(0);
    expect(next.map(({ said }) => said)).toEqual(['Signaler une erreur', 'Reformuler']);
  });

  it('tells what else the words might have meant, each with its probability', () => {
    const others = [{ question: computationOf({}, { operation: 'sum', field: 'cost' }), probability: 0.27 }];
    const lineOf = (locale: Locale): string | undefined =>
      ordinarySpaces(answerText(asked(COST, { others }, locale), knowledge))
        .split('\n')
        .at(-1);

    expect(lineOf('fr')).toBe('- Autre lecture possible, probable à 27 % : Total, coût total.');
    expect(lineOf('en')).toBe('- Another possible reading, 27% likely: Total, total cost.');
  });

  it('tells in the text, after both, words, corrections, limits and records', () => {
    const [sentence, again, heading, ...details] = ordinarySpaces(
      answerText(asked(listOf({ carriers: ['ministere-justice'] })), knowledge),
    ).split('\n');

    expect(sentence).toMatch(/^J’ai compris : Projets : Justice ;/);
    expect(again).toMatch(/^7 projets/);
    expect(heading).toBe('Comment la question a été comprise');
    expect(details).toEqual(
      expect.arrayContaining([
        '- « coutt » corrigé en « cout ».',
        '- « Mentor » lu comme projet : Mentor (Plateforme interministérielle de formation des agents).',
        '- Filtres : porteur : Ministère de la Justice.',
        expect.stringMatching(/^- Fiches retenues \(7\) : /),
      ]),
    );
  });

  it.each([
    ['webchat', WEB_CHAT],
    ['teams', TEAMS],
  ])('keeps them folded on the card, which is not drawn again as the answer (%s)', (_, profile) => {
    const card = cardText(asked(COST), knowledge, { profile, asker: '29:ada' });

    expect(card).toMatch(/"type":"Action\.ShowCard","title":"Comment la question a été comprise"/);
    expect(card).toContain('« coutt » corrigé en « cout »');
    expect(card).not.toContain('"refresh"');
    expect(cardProblems(JSON.parse(card))).toEqual([]);
  });

  it('folds them on the plain page', () => {
    const html = ordinarySpaces(answerHtml(asked(COST), { asked: '', from: 0, knowledge, addresses: ADDRESSES }));

    expect(html).toMatch(/^\s*<p>J’ai compris : Mentor — coût total/);
    expect(html).toMatch(
      /<details>\s*<summary>Comment la question a été comprise<\/summary>[^]*corrigé en[^]*<\/details>/,
    );
  });

  it('names the first of many records and says how many there are', () => {
    const text = ordinarySpaces(answerText(asked(computationOf({})), knowledge));

    expect(text).toContain(`Fiches retenues (${knowledge.projects.length})`);
    expect(text).toContain(`; ${knowledge.projects.length - 30} autres.`);
  });
});

describe('« c’est sûr ? »', () => {
  it.each([
    ['combien a reçu LiDAR HD ?', 'c’est sûr ?', 'LiDAR HD — financement FTAP : 21,5 M€.'],
    ['total des financements de la DINUM', 'c’est fiable ?', 'Total — financement FTAP : 43,6 M€'],
  ])('is answered by the figure and its sources, not by how it was understood: %s', (question, doubt, figure) => {
    const chat = createChat(knowledge);
    chat.say(question);
    const answer = chat.say(doubt);
    const [lead, told, ...others] = ordinarySpaces(answerText(answer, knowledge)).split('\n');

    expect([lead, told]).toEqual(['Voici ce que disent les sources :', expect.stringContaining(figure)]);
    expect(others.filter((line) => line.startsWith('- '))).toHaveLength(answer.sources.length);
    expect(others.join()).not.toContain('Comment la question');
    expect(viewOf(answer, knowledge).sources).toEqual([]);
  });
});
