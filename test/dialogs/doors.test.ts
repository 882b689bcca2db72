import { readdirSync } from 'node:fs';
import path from 'node:path';
import { TEAMS, WEB_CHAT } from '../../dialogs/cards/profile';
import { fileTableOf } from '../../dialogs/exports/file-table';
import { answerText, blocksText } from '../../dialogs/text/answer-text';
import { sourceLines } from '../../dialogs/text/source-text';
import { partsOf } from '../../dialogs/cards/answer-card';
import { viewOf } from '../../dialogs/view/view-of';
import type { View } from '../../dialogs/view/view';
import type { Answer } from '../../src/core/model/answer';
import { projectName } from '../../src/core/model/project-name';
import { answerHtml } from '../../src/host/plain/answer-html';
import { createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';
import { readCases } from '../questions/judge';
import { ADDRESSES } from './addresses';
import { textsIn } from './card-parts';
import { drawnCard } from './drawn-card';
import { amountsIn, bare, unnamedIn } from './said-by-doors';

const knowledge = realKnowledge();

/** Of the conversations, one in so many: all of them would say little more in seventy times the time. */
const ONE_IN = 75;

/** The answers that end the conversations of every set, one of each question understood and language. */
function manyAnswers(): readonly Answer[] {
  const answers = new Map<string, Answer>();
  for (const file of readdirSync(path.join('test', 'questions')).filter((name) => name.endsWith('.jsonl')))
    for (const { turns, locale } of readCases(file, ONE_IN)) {
      const chat = createChat(knowledge, locale);
      const answer = turns.map((turn) => chat.say(turn)).at(-1);
      if (answer !== undefined)
        answers.set(JSON.stringify([answer.locale, answer.why.question, answer.why.isAsked]), answer);
    }
  return [...answers.values()];
}

/** What is to be chosen from stands on buttons, whose titles are no texts of a card. */
const choicesIn = ({ blocks }: View): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'choices' ? block.choices.map(({ label }) => label) : []));

const answers = manyAnswers();
const doors = answers.map((answer) => {
  const { locale } = answer;
  const view = viewOf(answer, knowledge);
  const card = drawnCard(answer, knowledge, { profile: WEB_CHAT });
  const lines = blocksText(view.blocks, locale).split('\n');
  const teams = drawnCard(answer, knowledge, { profile: TEAMS });
  return {
    answer,
    label: `${JSON.stringify(answer.why.question)} (${locale})`,
    text: bare([answerText(answer, knowledge), ...(answer.why.isAsked ? [] : sourceLines(answer))].join('\n')),
    card: bare(
      [
        // Without a card the whole text stands there.
        ...(card === null ? lines : lines.slice(0, 1)),
        ...textsIn(card?.body),
        ...choicesIn(view),
      ].join('\n'),
    ),
    teams: bare([blocksText(partsOf(view).head, locale), ...textsIn(teams?.body), ...choicesIn(view)].join('\n')),
    page: bare(answerHtml(answer, { asked: 'x', from: 0, knowledge, addresses: ADDRESSES })),
  };
});

describe('an answer says the same through every door', () => {
  it('is tried on many answers of every kind', () => {
    expect(answers.length).toBeGreaterThan(500);
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
      const missing = unnamedIn(said[door], answer, knowledge);
      return missing.length === 0 ? [] : [`${label} lacks ${missing.join(', ')}`];
    });

    expect(lost).toEqual([]);
  });

  it('holds every project of a list in the file', () => {
    const lost = answers.flatMap((answer) => {
      if (answer.kind !== 'list' || answer.projects.length === 0) return [];
      const names = new Set(
        fileTableOf(answer, knowledge)
          ?.slice(1)
          .map(([name]) => name),
      );
      return answer.projects.filter((id) => {
        const project = knowledge.projectById.get(id);
        return project === undefined || !names.has(projectName(project));
      });
    });

    expect(lost).toEqual([]);
  });
});
