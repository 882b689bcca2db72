import { readdirSync } from 'node:fs';
import path from 'node:path';
import { TEAMS, WEB_CHAT } from '../../dialogs/cards/profile';
import { spreadsheetOf } from '../../dialogs/exports/spreadsheet';
import { answerText, blocksText } from '../../dialogs/text/answer-text';
import { projectName, shortName } from '../../dialogs/text/project-text';
import { shownSources, sourceLabel, sourceLines } from '../../dialogs/text/source-text';
import { partsOf } from '../../dialogs/cards/answer-card';
import { viewOf } from '../../dialogs/view/view-of';
import { LONGEST_LIST, type View } from '../../dialogs/view/view';
import type { Answer } from '../../src/core/model/answer';
import { answerHtml } from '../../src/host/plain/answer-html';
import { createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import { readCases } from '../questions/judge';
import { ADDRESSES } from './addresses';
import { textsIn } from './card-parts';
import { drawnCard } from './drawn-card';

const knowledge = realKnowledge();

/** Of the conversations, one in so many: all of them would say little more in twice the time. */
const ONE_IN = 2;

/** The answers that end the conversations of every set, one of each question understood and language. */
function manyAnswers(): readonly Answer[] {
  const answers = new Map<string, Answer>();
  for (const file of readdirSync(path.join('test', 'questions')).filter((name) => name.endsWith('.jsonl')))
    for (const { turns, locale } of readCases(file).filter((_, at) => at % ONE_IN === 0)) {
      const chat = createChat(knowledge, locale);
      const answer = turns.map((turn) => chat.say(turn)).at(-1);
      if (answer !== undefined)
        answers.set(JSON.stringify([answer.locale, answer.why.question, answer.why.isAsked]), answer);
    }
  return [...answers.values()];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The same words whatever door they come through: no markup, no escape, one kind of space. */
const bare = (text: string): string =>
  ordinarySpaces(text)
    .replace(/<[^>]+>/gu, '\n')
    .replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\\(?=[\\`*_[\]<>#|])/gu, '');

const amountsIn = (text: string): readonly string[] => [
  ...new Set(text.match(/€?\d+(?: \d{3})*(?:[,.]\d+)? (?:M€|Md€|million|billion)/gu) ?? []),
];

/** What is to be chosen from stands on buttons, whose titles are no texts of a card. */
const choicesIn = ({ blocks }: View): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'choices' ? block.choices.map(({ label }) => label) : []));

const answers = manyAnswers();
const doors = answers.map((answer) => {
  const { locale } = answer;
  const view = viewOf(answer, knowledge);
  const teams = drawnCard(answer, knowledge, { profile: TEAMS });
  return {
    answer,
    label: `${JSON.stringify(answer.why.question)} (${locale})`,
    text: bare([answerText(answer, knowledge), ...(answer.why.isAsked ? [] : sourceLines(answer))].join('\n')),
    card: bare(
      [
        blocksText(view.blocks, locale).split('\n')[0],
        ...textsIn(drawnCard(answer, knowledge, { profile: WEB_CHAT })?.body),
        ...choicesIn(view),
      ].join('\n'),
    ),
    teams: bare([blocksText(partsOf(view).head, locale), ...textsIn(teams?.body), ...choicesIn(view)].join('\n')),
    page: bare(answerHtml(answer, { asked: 'x', from: 0, knowledge, addresses: ADDRESSES })),
  };
});

describe('an answer says the same through every door', () => {
  it('is tried on many answers of every kind', () => {
    expect(answers.length).toBeGreaterThan(1500);
    expect(new Set(answers.map(({ kind }) => kind)).size).toBe(8);
  });

  it.each(['card', 'teams', 'page'] as const)('tells each amount of the text: %s', (door) => {
    const lost = doors.flatMap((one) => {
      const missing = amountsIn(one.text).filter((amount) => !one[door].includes(amount));
      return missing.length === 0 ? [] : [`${one.label} lacks ${missing.join(', ')}`];
    });

    expect(lost).toEqual([]);
  });

  it('tells the same amounts on the card and on the page', () => {
    const unlike = doors.flatMap(({ label, card, page }) => {
      const onPage = new Set(amountsIn(page));
      const more = amountsIn(card).filter((amount) => !onPage.has(amount));
      return more.length === 0 ? [] : [`${label}: ${more.join(', ')}`];
    });

    expect(unlike).toEqual([]);
  });

  it.each(['text', 'card', 'teams', 'page'] as const)('names the same projects and sources: %s', (door) => {
    const lost = doors.flatMap(({ answer, label, ...said }) => {
      const words = said[door].replace(/’/gu, "'");
      const names = namedBy(answer).filter((project) =>
        [projectName(project), shortName(project)].every((name) => !words.includes(bare(name).replace(/’/gu, "'"))),
      );
      const sources = answer.why.isAsked ? [] : shownSources(answer);
      const labels = sources.map((source) => bare(sourceLabel(source, answer.locale)).replace(/’/gu, "'"));
      const missing = [...names.map(({ id }) => id), ...labels.filter((name) => !words.includes(name))];
      return missing.length === 0 ? [] : [`${label} lacks ${missing.join(', ')}`];
    });

    expect(lost).toEqual([]);
  });

  it('holds every project of a list in the file', () => {
    const lost = answers.flatMap((answer) => {
      if (answer.kind !== 'list' || answer.projects.length === 0) return [];
      const names = new Set(spreadsheetOf(answer, knowledge)?.rows.map(([name]) => name));
      return answer.projects.filter((id) => {
        const project = knowledge.projectById.get(id);
        return project === undefined || !names.has(projectName(project));
      });
    });

    expect(lost).toEqual([]);
  });
});

/** The projects that an answer must name: those of a list that are shown at once, those compared, the one told of. */
function namedBy(answer: Answer): readonly NonNullable<ReturnType<typeof knowledge.projectById.get>>[] {
  if (answer.why.isAsked) return [];
  const ids =
    answer.kind === 'fact'
      ? [answer.project]
      : answer.kind === 'list'
        ? answer.projects.slice(0, LONGEST_LIST)
        : answer.kind === 'compare'
          ? answer.projects
          : [];
  return ids.flatMap((id) => knowledge.projectById.get(id) ?? []);
}
