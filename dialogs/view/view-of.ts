import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Answer, AnswerBody, ClarifyAnswer, UnknownAnswer } from '../../src/core/model/answer';
import { GUIDE_NAMES } from '../../src/core/knowledge/order-patterns';
import {
  questionMessagesFor,
  smalltalkMessagesFor,
  standingMessagesFor,
  typesetAll,
} from '../../src/messages/messages-for';
import { NO_OPERATOR, type Operator } from '../operator';
import { explanationDetails, explanationSentence } from '../text/explanation-text';
import { nameOf } from '../text/project-text';
import { questionLabel } from '../text/question-label';
import { smalltalkText } from '../text/smalltalk-text';
import { areSourcesAsked, shownSources } from '../text/source-text';
import { suggestionsFor } from '../text/suggestions';
import { type Voice, voiceOf } from '../text/voice';
import { aggregateBlocks } from './aggregate-view';
import { compareBlocks } from './compare-view';
import { factBlocks, keyFigures, sourcesBlocks } from './fact-view';
import { fundBlocks, reckonedBlocks } from './fund-view';
import { listBlocks } from './list-view';
import { type Block, folded, line, type View } from './view';

/** What an answer is shown with, beside the base. */
export interface Telling {
  /** Projects of a list that were shown before. */
  readonly from?: number;
  readonly operator?: Operator;
}

/** What an answer shows: the one place where that is decided. */
export function viewOf(answer: Answer, knowledge: KnowledgeBase, telling: Telling = {}): View {
  const view = viewOfOne(answer, knowledge, telling);
  if (answer.first === undefined || (telling.from ?? 0) > 0) return view;
  const { blocks, file, question } = viewOfOne(answer.first, knowledge, telling);
  const first = { question, said: answer.first.said };
  // The amounts that a mean and a median are made of stand below both.
  const below = new Set(view.blocks.map((block) => JSON.stringify(block)));
  const own = blocks.filter((block) => !below.has(JSON.stringify(block)));
  const before = own.map((block) => (block.kind === 'rows' || block.kind === 'picture' ? { ...block, first } : block));
  return { ...view, blocks: [...before, ...view.blocks], file: view.file ?? file };
}

function viewOfOne(answer: Answer, knowledge: KnowledgeBase, telling: Telling): View {
  const { locale, why } = answer;
  const voice = voiceOf(locale, knowledge);
  // Who asks why, or doubts, is told that alone, with what backs it and what to do about it.
  const told = why.isAsked ? null : answer;
  return {
    locale,
    question: why.question,
    blocks: typesetAll(told ? toldBlocks(told, voice, telling) : explanationBlocks(answer, voice), locale),
    record: told?.kind === 'fact' ? typesetAll(keyFigures(told, voice), locale) : null,
    project: told?.kind === 'fact' ? told.project : null,
    sources: areSourcesAsked(answer) || listsSources(answer) ? [] : shownSources(answer),
    sourceCount: answer.sources.length,
    next:
      told?.kind === 'clarify'
        ? []
        : suggestionsFor(told ?? { kind: 'smalltalk', act: 'challenge', again: null, locale }, knowledge),
    file: told !== null && 'projects' in told && told.projects.length > 0 ? why.question : null,
  };
}

/** What was understood, in one sentence, and the answer again: who asks why, or whether it is sure, wants the figure under the eyes. */
function explanationBlocks(answer: Answer, voice: Voice): readonly Block[] {
  const told = blocksOf(answer, voice, {});
  // A headline that says several figures has those that it does not show behind the fold that follows it.
  const first = told.slice(0, told[1]?.kind === 'fold' ? 2 : 1).map(closed);
  const again = answer.kind === 'fact' || answer.kind === 'programme' ? told : first;
  const sources = listsSources(answer) ? sourcesBlocks(shownSources(answer), null, voice) : [];
  if (answer.why.isDoubted) return [line(smalltalkMessagesFor(answer.locale).challenge(true)), ...again, ...sources];
  const { heading } = voice.messages.why;
  const details = explanationDetails(answer, voice.knowledge).map((text) => line(text));
  return [
    line(explanationSentence(answer, voice.knowledge)),
    ...again,
    ...sources,
    ...folded(heading, details, heading),
  ];
}

/** What is told again holds its sources, where they are what was asked for. */
function listsSources(answer: Answer): boolean {
  const { why, kind, sources } = answer;
  const isChallenged = kind === 'smalltalk' && answer.act === 'challenge';
  return sources.length > 0 && (isChallenged || why.isDoubted || (why.isAsked && kind === 'programme'));
}

/** A sentence whose list does not follow ends without its colon. */
function closed(block: Block): Block {
  const stopped = (text: string): string => text.replace(/ ?:$/u, '.');
  if (block.kind === 'headline') return { ...block, sentence: stopped(block.sentence) };
  return block.kind === 'line' ? { ...block, text: stopped(block.text) } : block;
}

/** What bears out or contradicts what the message claims is said first; what backs what is doubted, last. */
function toldBlocks(answer: Answer, voice: Voice, telling: Telling): readonly Block[] {
  const { verdict, reckonedFirst, leftAside } = answer;
  const words = questionMessagesFor(voice.locale);
  const sources = listsSources(answer) ? sourcesBlocks(shownSources(answer), null, voice) : [];
  const blocks = [...blocksOf(answer, voice, telling), ...sources];
  if (reckonedFirst !== undefined) return [...reckonedBlocks(reckonedFirst, voice), ...blocks];
  const aside = leftAside === undefined ? [] : [line(words.leftAside(leftAside), 'caveat')];
  return [...aside, ...(verdict === null ? [] : [line(words.verdicts[`${verdict}`])]), ...blocks];
}

function blocksOf(answer: AnswerBody, voice: Voice, { from = 0, operator = NO_OPERATOR }: Telling): readonly Block[] {
  switch (answer.kind) {
    case 'list':
      return listBlocks(answer, voice, from);
    case 'fact':
      return factBlocks(answer, voice);
    case 'aggregate':
      return aggregateBlocks(answer, voice);
    case 'compare':
      return compareBlocks(answer, voice);
    case 'programme':
      return fundBlocks(answer, voice);
    case 'smalltalk':
      return [
        ...(answer.reckoned ?? []).flatMap((one) => reckonedBlocks(one, voice)),
        line(smalltalkText(answer, operator, voice)),
        ...(answer.again === null ? [] : blocksOf(answer.again, voice, {})),
        ...(answer.act === 'help' ? [{ kind: 'guides', guides: GUIDE_NAMES } as const] : []),
      ];
    case 'clarify':
      return clarifyBlocks(answer, voice);
    case 'unknown':
      return [...unknownLines(answer, voice).map((text) => line(text)), { kind: 'guides', guides: ['find', 'report'] }];
  }
}

/** The ways in which a question could be read, each a button that asks it as it is; or the projects that a name could mean. */
function clarifyBlocks(answer: ClarifyAnswer, { locale, messages, knowledge }: Voice): readonly Block[] {
  const { candidates, field, readings } = answer;
  if (readings.length > 0) {
    const choices = readings.map((reading) => ({ label: questionLabel(reading, locale, knowledge), said: null }));
    return [line(questionMessagesFor(locale).readings(readings.length)), { kind: 'choices', choices }];
  }
  const names = candidates.map((id) => nameOf(id, knowledge));
  return [
    line(field === null ? messages.clarify(names) : messages.clarifyField(names, messages.fields[field])),
    { kind: 'choices', choices: suggestionsFor({ ...answer, locale }, knowledge) },
  ];
}

function unknownLines(answer: UnknownAnswer, { locale, messages, knowledge }: Voice): readonly string[] {
  const { reason, nearest, lackingIn } = answer;
  if (reason === 'no-such-figure') return [standingMessagesFor(locale).noSuchFigure(answer.name ?? '')];
  if (lackingIn !== null) return [messages.notInRecord(nameOf(lackingIn, knowledge))];
  if (reason === 'out-of-scope' || reason === 'not-recorded' || reason === 'applying') {
    const examples = suggestionsFor({ ...answer, locale }, knowledge).map(({ said }) => said);
    const offer = reason === 'applying' ? messages.publishedRules : messages.youMayAsk;
    return [examples.length === 0 ? messages.unknown[reason] : `${messages.unknown[reason]} ${offer(examples)}`];
  }
  return [
    reason === 'no-such-project' ? messages.noSuchProject(answer.name) : messages.unknown[reason],
    ...(nearest.length === 0 ? [] : [messages.nearest(nearest.map((id) => nameOf(id, knowledge)))]),
  ];
}
