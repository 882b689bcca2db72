import { suggestionsFor, withoutLimitSaid } from '../../dialogs/text/suggestions';
import { EMPTY_FILTER, type Filter, type Question } from '../../src/core/model/question';
import { typeset } from '../../src/messages/messages-for';
import { createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';
import { answerTo } from './asked';
import { startBotChat } from './bot-chat';

const knowledge = realKnowledge();

describe('suggestions', () => {
  it.each(['fr', 'en'] as const)('are at most three, and each is answered (%s)', (locale) => {
    const questions = [
      ...knowledge.projects.map(({ name }) => (locale === 'fr' ? `Parle-moi de : ${name}` : `Tell me about: ${name}`)),
      locale === 'fr' ? 'Quels projets concernent la justice ?' : 'Which projects are about justice?',
      locale === 'fr' ? 'C’est quoi le FTAP ?' : 'What is the FTAP?',
      locale === 'fr' ? 'Bonjour' : 'Hello',
      'zzzz',
    ];
    const unanswered = questions.flatMap((question) => {
      const suggestions = suggestionsFor(createChat(knowledge, locale).say(question), knowledge);
      expect(suggestions.length).toBeLessThanOrEqual(3);
      return suggestions.flatMap(({ said, isFollowUp }) => {
        const chat = createChat(knowledge, locale);
        if (isFollowUp) chat.say(question);
        return ['unknown', 'clarify'].includes(chat.say(said).kind) ? [`${question} > ${said}`] : [];
      });
    });

    expect(unanswered).toEqual([]);
  });

  it('lead from how to apply, which no source tells, to the rules that are published', () => {
    const suggestions = suggestionsFor(createChat(knowledge).say('comment candidater ?'), knowledge);

    expect(suggestions.map(({ said }) => createChat(knowledge).say(said))).toMatchObject([
      { kind: 'programme', facts: ['criteres'] },
      { kind: 'programme', facts: ['seuils'] },
      { kind: 'programme', facts: ['pilotage'] },
    ]);
  });

  it('lead from « nos projets », of nobody known, to where all the projects are', () => {
    const suggestions = suggestionsFor(createChat(knowledge).say('nos projets ?'), knowledge);

    expect(suggestions.map(({ said }) => createChat(knowledge).say(said))).toMatchObject([
      { kind: 'aggregate', groupBy: 'ministry' },
      { kind: 'aggregate', groupBy: 'territory' },
    ]);
  });

  it('after a message that goes on to a fact on the fund begin with what else may have been meant', () => {
    const answer = createChat(knowledge).say('Quels sont les critères de sélection ?');
    const others = [{ question: { kind: 'programme', facts: ['seuils'] }, probability: 0.2 } as const];

    const firstAfter = (isFollowUp: boolean): string | undefined =>
      suggestionsFor({ ...answer, why: { isFollowUp, others } }, knowledge)[0]?.said;

    expect(firstAfter(true)).toBe(typeset(knowledge.factById.get('seuils')?.questionFr ?? '', 'fr'));
    expect(firstAfter(false)).not.toBe(firstAfter(true));
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
      return suggestions.filter(({ said }) => {
        const asked = questionOf.get(said);
        const { kind } = createChat(knowledge, locale).say(said);
        return asked === undefined || asked === id || ['unknown', 'clarify'].includes(kind);
      });
    });

    expect(vain).toEqual([]);
  });

  it('lead from one project to its published figures', () => {
    const answer = createChat(knowledge).say('Quelles économies attend-on de la Géoplateforme ?');

    expect(suggestionsFor(answer, knowledge).map(({ label, said }) => [label, said.replace(/\u00a0/g, ' ')])).toEqual([
      ['Financement FTAP', 'Géoplateforme : quel financement FTAP ?'],
      ['Coût total', 'Géoplateforme : quel coût total ?'],
      ['Avancement', 'Géoplateforme : quel avancement ?'],
    ]);
  });

  const LIMITED: Filter = {
    ...EMPTY_FILTER,
    topics: [{ themes: ['numerique'], beneficiaries: [], organisations: [] }],
    carriers: ['ministere-justice'],
    territories: ['bretagne'],
    years: [2023],
    amounts: [{ field: 'funding', min: 5, max: null, includesBounds: true }],
    except: { ...EMPTY_FILTER.except, projects: ['mentor'] },
  };

  const last: Question = { kind: 'list', filter: LIMITED, sort: null, limit: null, found: [], show: [] };

  it.each([
    ['topics', 'Sans limite de thème', 'Drop the topic limit'],
    ['carriers', 'Sans limite de porteur', 'Drop the body limit'],
    ['territories', 'Sans limite de territoire', 'Drop the territory limit'],
    ['years', 'Sans limite de date', 'Drop the date limit'],
    ['amounts', 'Sans limite de montant', 'Drop the amount limit'],
    ['except', 'Sans exception', 'Drop the exceptions'],
  ] as const)('take away one limit of a set and keep the others: %s', (part, french, english) => {
    const question = { ...last, filter: { ...LIMITED, [part]: EMPTY_FILTER[part] } };

    expect(withoutLimitSaid(french, last)).toEqual({ question, locale: 'fr' });
    expect(withoutLimitSaid(`${english}.`, last)).toEqual({ question, locale: 'en' });
  });

  it('take away every limit of what was taken to be on the last list', async () => {
    const chat = startBotChat({ locale: 'fr-FR' });
    await chat.say('Quels projets concernent le logement ?');
    const asked = await chat.say('Quel projet a reçu le plus ?');
    const limited = chat.text();
    const offered = asked.flatMap(({ suggestedActions }) =>
      suggestedActions?.actions.map(({ value }) => typeset(String(value), 'fr')),
    );
    await chat.say('Et parmi tous les projets ?');

    expect(limited).toContain('Logement');
    expect(offered).toContain(typeset('Et parmi tous les projets ?', 'fr'));
    expect(chat.text()).toContain('InSERRE');
    expect(chat.text()).not.toContain('Logement');
  });

  it('offer no wider set below sets side by side, which stand for themselves', async () => {
    const chat = startBotChat({ locale: 'fr-FR' });
    const asked = await chat.say('Le logement ou la culture, qui a reçu le plus ?');
    const offered = asked.flatMap(({ suggestedActions }) =>
      suggestedActions?.actions.map(({ value }) => String(value)),
    );

    expect(chat.text()).toContain('En tête');
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.join()).not.toContain('parmi tous');
  });

  it('take away nothing where there is no set, nor by other words', () => {
    expect(withoutLimitSaid('Sans limite de thème', null)).toBeNull();
    expect(withoutLimitSaid('Sans limite de thème ni de date', last)).toBeNull();
  });

  it.each([
    ['fr-FR', 'Quels projets de la Justice ont été retenus en 2023 ?', '2023', 'Sans limite de date'],
    ['en-GB', 'Which justice projects were selected in 2023?', '2023', 'Drop the date limit'],
  ])('take away the limits of a list one by one (%s)', async (locale, question, year, words) => {
    const chat = startBotChat({ locale });
    const said = await chat.say(question);
    const offered = said.flatMap(({ suggestedActions }) => suggestedActions?.actions.map(({ value }) => String(value)));
    const limited = chat.text();
    await chat.say(words);

    expect(offered).toContain(words);
    expect(limited).toContain(year);
    expect(chat.text()).not.toContain(`(${year}`);
    expect(chat.text()).toContain('Justice');
  });
});
