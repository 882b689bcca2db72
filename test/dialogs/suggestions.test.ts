import { suggestionsFor } from '../../dialogs/text/suggestions';
import { typeset } from '../../src/messages/messages-for';
import { createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';
import { answerTo } from './asked';

const knowledge = realKnowledge();

describe('suggestions', () => {
  it.each(['fr', 'en'] as const)('are at most three, and each is answered (%s)', (locale) => {
    const questions = [
      ...knowledge.projects.map(({ name }) => (locale === 'fr' ? `Parle-moi de : ${name}` : `Tell me about: ${name}`)),
      locale === 'fr' ? 'Quels projets concernent la justice ?' : 'Which projects are about justice?',
      locale === 'fr' ? "C'est quoi le FTAP ?" : 'What is the FTAP?',
      locale === 'fr' ? 'Bonjour' : 'Hello',
      'zzzz',
    ];
    const unanswered = questions.flatMap((question) => {
      const suggestions = suggestionsFor(createChat(knowledge, locale).say(question), knowledge);
      expect(suggestions.length).toBeLessThanOrEqual(3);
      return suggestions.filter((suggestion) =>
        ['unknown', 'clarify'].includes(createChat(knowledge, locale).say(suggestion).kind),
      );
    });

    expect(unanswered).toEqual([]);
  });

  it('lead from how to apply, which no source tells, to the rules that are published', () => {
    const suggestions = suggestionsFor(createChat(knowledge).say('comment candidater ?'), knowledge);

    expect(suggestions.map((suggestion) => createChat(knowledge).say(suggestion))).toMatchObject([
      { kind: 'programme', facts: ['criteres'] },
      { kind: 'programme', facts: ['seuils'] },
      { kind: 'programme', facts: ['pilotage'] },
    ]);
  });

  it.each(['fr', 'en'] as const)('after a fact on the fund ask for others, and are answered (%s)', (locale) => {
    const questionOf = new Map(
      knowledge.facts.map(({ id, questionFr, questionEn }) => [
        typeset(locale === 'fr' ? questionFr : questionEn, locale),
        id,
      ]),
    );

    const vain = knowledge.facts.flatMap(({ id }) => {
      const suggestions = suggestionsFor(answerTo({ kind: 'programme', facts: [id] }, knowledge, locale), knowledge);
      expect(suggestions.length).toBeGreaterThanOrEqual(2);
      return suggestions.filter((suggestion) => {
        const asked = questionOf.get(suggestion);
        const { kind } = createChat(knowledge, locale).say(suggestion);
        return asked === undefined || asked === id || ['unknown', 'clarify'].includes(kind);
      });
    });

    expect(vain).toEqual([]);
  });

  it('lead from one project to its published figures', () => {
    const answer = createChat(knowledge).say('Quelles économies attend-on de la Géoplateforme ?');

    expect(suggestionsFor(answer, knowledge).map((text) => text.replace(/\u00a0/g, ' '))).toEqual([
      'Géoplateforme : quel financement FTAP ?',
      'Géoplateforme : quel coût total ?',
      'Géoplateforme : quel avancement ?',
    ]);
  });

  it.each([
    ['fr', 'Quels projets de la Justice ont été retenus en 2023 sur le numérique ?', "Sans limite d'année"],
    ['en', 'Which justice projects were selected in 2023?', 'Whatever the year'],
  ] as const)('take away the limits of a list one by one (%s)', (locale, question, expected) => {
    const chat = createChat(knowledge, locale);
    const limited = chat.say(question);
    const suggestions = suggestionsFor(limited, knowledge).map((text) => text.replace(/\u00a0/g, ' '));
    const wider = chat.say(expected);

    expect(suggestions).toContain(expected);
    expect(limited.kind === 'list' && limited.filter.years).toEqual([2023]);
    expect(wider.kind === 'list' && wider.filter.years).toEqual([]);
    expect(wider.kind === 'list' && wider.total).toBeGreaterThan(limited.kind === 'list' ? limited.total : Infinity);
  });
});
