import { TEAMS } from '../../dialogs/cards/profile';
import { orderIn } from '../../dialogs/guides/orders';
import { NO_OPERATOR, type Operator } from '../../dialogs/operator';
import { answerText } from '../../dialogs/text/answer-text';
import { sourceLines } from '../../dialogs/text/source-text';
import { suggestionsFor } from '../../dialogs/text/suggestions';
import type { Answer } from '../../src/core/model/answer';
import type { Locale } from '../../src/core/language/locale';
import { answerTo as answerToSaid } from '../../src/core/respond';
import type { Question, SmalltalkAct } from '../../src/core/model/question';
import { EMPTY_MEMORY, SMALLTALK_ACTS } from '../../src/core/model/question';
import { readQuestion } from '../../src/core/understanding/reading';
import { answerHtml } from '../../src/host/plain/answer-html';
import { smalltalkMessagesFor } from '../../src/messages/messages-for';
import { baseWith, realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import { ADDRESSES } from './addresses';
import { answerTo, listOf } from './asked';
import { cardProblems } from './card-schema';
import { cardText } from './drawn-card';

const knowledge = realKnowledge();
const OPERATOR: Operator = {
  name: 'Direction du numérique',
  contact: 'equipe@exemple.gouv.fr',
  kept: { conversation: 30, inbox: 365 },
};
const FUNDING: Question = { kind: 'fact', project: 'mentor', field: 'funding', also: [] };

/** The answer to an act, said after a question or after nothing. */
function answerTold(
  act: SmalltalkAct,
  { before = null, said = '', locale = 'fr' }: { before?: Question | null; said?: string; locale?: Locale } = {},
): Answer {
  const understanding = {
    question: { kind: 'smalltalk', act },
    locale,
    trace: EMPTY_MEMORY.trace,
    explainsLast: false,
  } as const;
  const memory = { ...EMPTY_MEMORY, question: before, locale };
  return answerToSaid(understanding, readQuestion(said, knowledge), memory, knowledge).answer;
}
const textOf = (answer: Answer, operator = OPERATOR, base = knowledge): string =>
  ordinarySpaces(answerText(answer, base, { operator }));
const offeredBy = (answer: Answer): readonly string[] =>
  suggestionsFor(answer, knowledge).map(({ said }) => ordinarySpaces(said));

describe('what is said to the assistant', () => {
  it.each(SMALLTALK_ACTS)('is answered by a short sentence in both languages, with something to press: %s', (act) => {
    for (const locale of ['fr', 'en'] as const) {
      const answer = { ...answerTo({ kind: 'smalltalk', act }, knowledge, locale) };
      const raw = answerText(answer, knowledge, { operator: OPERATOR });
      expect(raw.length).toBeGreaterThan(10);
      if (act !== 'help') expect(raw.length).toBeLessThan(420);
      expect(raw).not.toMatch(/undefined|null|:$/);
      // French: no plain space before a high sign, none inside quotation marks.
      if (locale === 'fr') expect(raw).not.toMatch(/ [:;?!»]|« /);
      expect(suggestionsFor(answer, knowledge).length).toBeGreaterThan(0);
      expect(cardProblems(JSON.parse(cardText(answer, knowledge, { profile: TEAMS, operator: OPERATOR })))).toEqual([]);
    }
  });

  it('has no two acts answered alike', () => {
    const texts = SMALLTALK_ACTS.map((act) => textOf(answerTo({ kind: 'smalltalk', act }, knowledge)));

    expect(new Set(texts).size).toBe(SMALLTALK_ACTS.length);
  });

  it('names who runs the assistant, where that is known, and that there is no language model', () => {
    const answer = answerTold('identity');

    expect(textOf(answer)).toMatch(/sans modèle de langue.*mis à disposition par : Direction du numérique\.$/);
    expect(textOf(answer, NO_OPERATOR)).not.toContain('mis à disposition');
  });

  it('tells from the base how many sources there are and how new the newest is', () => {
    const dated = baseWith((project) =>
      project.id === 'mentor'
        ? { ...project, sources: project.sources.map((source) => ({ ...source, date: '2031-08' })) }
        : project,
    );

    expect(textOf(answerTold('sources-freshness'))).toMatch(
      /^Je m’appuie sur 68 fiches de projets .* La plus récente date du \d/,
    );
    expect(textOf(answerTold('sources-freshness'), OPERATOR, dated)).toContain('La plus récente date d’août 2031.');
    expect(textOf(answerTold('sources-freshness', { locale: 'en' }), OPERATOR, dated)).toContain('of August 2031.');
  });

  it('gives the address of a person, or says that there is none and offers to report', () => {
    const answer = answerTold('human');

    expect(textOf(answer)).toContain('equipe@exemple.gouv.fr');
    expect(textOf(answer, { ...OPERATOR, contact: null })).toMatch(/aucune adresse .*signaler une erreur/);
    expect(offeredBy(answer)[0]).toBe('Signaler une erreur');
  });

  it('says how long what is said is kept, and offers to forget; or that nothing is kept', () => {
    expect(textOf(answerTold('privacy'))).toMatch(/gardée 30 jours .* gardés 365 jours.*« Oublie-moi »/);
    expect(textOf(answerTold('privacy'), NO_OPERATOR)).toMatch(/^Ici, rien n’est gardé/);
    expect(offeredBy(answerTold('privacy'))[0]).toBe('Oublie-moi');
  });

  it('offers orders in words that are obeyed', () => {
    for (const locale of ['fr', 'en'] as const) {
      const { report, opinion, rephrase, forget, who, how, sources } = smalltalkMessagesFor(locale).offers;
      expect([report, opinion, rephrase, forget].map((said) => orderIn(said, knowledge)?.order)).toEqual([
        { kind: 'start', guide: 'report', on: null },
        { kind: 'start', guide: 'opinion', on: null },
        { kind: 'rephrase' },
        { kind: 'forget' },
      ]);
      expect([who, how, sources].map((said) => orderIn(said, knowledge))).toEqual([null, null, null]);
    }
  });
});

describe('an answer that is doubted, not heard or wanted in another language', () => {
  it('is told again with its sources, and can be reported or asked in other words', () => {
    const answer = answerTold('challenge', { before: FUNDING });

    expect(textOf(answer)).toMatch(/^Voici ce que disent les sources :\nMentor .*financement FTAP : [\d,]+ M€/);
    expect(sourceLines(answer).join('\n')).toMatch(/20\d\d.*https:/);
    expect(offeredBy(answer)).toEqual(['Signaler une erreur', 'Reformuler']);
    expect(cardText(answer, knowledge)).toMatch(/"text":"\[[^\]]+\]\(https:/);
  });

  it('is told again whatever it was', () => {
    const list = answerTold('repeat', { before: listOf({ years: [2021] }, { show: ['cost'] }) });

    expect(textOf(list)).toMatch(/^Je répète :\n\d+ projets .*\n- .* — coût total : /);
    expect(offeredBy(list).length).toBeGreaterThan(0);
  });

  it('is asked for when there is none', () => {
    expect(textOf(answerTold('challenge'))).toMatch(/^Qu’est-ce qui vous semble faux \?/);
    expect(textOf(answerTold('repeat'))).toContain('rien à répéter');
  });

  it.each([
    ['en anglais ?', 'fr', 'Of course, in English:\nMentor '],
    ['in English please', 'en', 'Of course, in English:\nMentor '],
    ['en français svp', 'en', 'Bien sûr, en français :\nMentor '],
    ['tu peux changer de langue ?', 'fr', 'Of course, in English:\nMentor '],
  ] as const)('is told in the language of "%s"', (said, locale, expected) => {
    expect(textOf(answerTold('language', { before: FUNDING, said, locale })).startsWith(expected)).toBe(true);
  });

  it('is remembered as the last question still', () => {
    const memory = { ...EMPTY_MEMORY, question: FUNDING };
    const understanding = {
      question: { kind: 'smalltalk', act: 'challenge' },
      locale: 'fr',
      trace: EMPTY_MEMORY.trace,
      explainsLast: false,
    } as const;

    expect(answerToSaid(understanding, null, memory, knowledge).memory.question).toEqual(FUNDING);
  });
});

describe('on the plain page', () => {
  const html = (act: SmalltalkAct, operator: Operator): string =>
    ordinarySpaces(answerHtml(answerTold(act), { asked: '', from: 0, knowledge, addresses: ADDRESSES, operator }));

  it('the address of a person is a link', () => {
    expect(html('human', { ...OPERATOR, kept: null })).toContain(
      '<a href="mailto:equipe@exemple.gouv.fr">equipe@exemple.gouv.fr</a>',
    );
  });

  it('nothing is offered that only a conversation can do', () => {
    for (const act of SMALLTALK_ACTS)
      expect(html(act, NO_OPERATOR)).not.toMatch(/>(?:Signaler une erreur|Donner mon avis|Oublie-moi|Reformuler)</);
  });
});

describe('what the assistant does not know', () => {
  it.each(['out-of-scope', 'not-recorded', 'applying'] as const)('is followed by what may be asked: %s', (reason) => {
    for (const locale of ['fr', 'en'] as const) {
      const text = textOf(answerTo({ kind: 'unknown', reason, name: null }, knowledge, locale));
      expect(text).toMatch(/: [«“].*\?.*[»”]\.$/);
    }
  });

  it('does not announce what does not follow', () => {
    const bare = { ...knowledge, factById: new Map() };
    const text = ordinarySpaces(answerText(answerTo({ kind: 'unknown', reason: 'applying', name: null }, bare), bare));

    expect(text).toMatch(/appel\.$/);
  });
});
