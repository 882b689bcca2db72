import { type Answer, projectsOf } from '../../src/core/model/answer';
import { EMPTY_FILTER, type Question } from '../../src/core/model/question';
import { respond, respondTo } from '../../src/core/respond';
import { readQuestion } from '../../src/core/understanding/reading';
import { cardMessagesFor } from '../../src/messages/messages-for';
import { exportCard, largeNoteCard } from '../cards/link-cards';
import { MOST_NOTED } from '../exports/note';
import { unknownNames } from '../guides/projects-said';
import { shortReplyIn } from '../guides/short-replies';
import { resume, sendNote, start } from './guided';
import { say, send, type Turn } from './turn';

/** Gives the link to the table of what the words name, or of what was shown last; false when they name no set of projects. */
export async function exportSaid(turn: Turn, on: string | null): Promise<boolean> {
  const logged = turn.conversation.answers.answers.findLast(({ question }) => TABLES.has(question.kind));
  const last = on === null || isAllOfIt(on) ? logged : undefined;
  if (on === null || last !== undefined) {
    await resume(turn, () => sendTable(turn, last?.question ?? null));
    return true;
  }
  const said = setSaid(turn, on);
  if (said === null) return false;
  turn.conversation.memory = said.memory;
  await resume(turn, () => sendTable(turn, said.question));
  return true;
}

/**
 * Gives the links to the note on the projects that the words name. Of more than a note holds it gives their table; what is
 * not quite understood is asked by the guide.
 */
export async function noteSaid(turn: Turn, on: string): Promise<void> {
  const said = unknownNames(on, turn.knowledge).length > 0 ? null : setSaid(turn, on);
  const projects = said?.projects ?? [];
  if (said === null || projects.length === 0) return start(turn, 'note', on);
  turn.walks.keep(null);
  turn.conversation.memory = said.memory;
  if (projects.length <= MOST_NOTED) return sendNote(turn, projects);
  const address = turn.addresses.csv(said.question, turn.locale);
  await send(turn, largeNoteCard(projects.length, address, turn.locale, turn.profile));
}

/**
 * The projects that words name, those on the table included ("ces projets"), and what the conversation then is about (`memory`); null when
 * they name none, or are a guess.
 */
function setSaid({ memory, locale, parts }: Turn, on: string) {
  const isOfShown = SHOWN.test(on) && memory.shown.length > 0;
  const said =
    isOfShown || isAllOfIt(on) || EVERYTHING.test(on)
      ? respondTo(listOf(isOfShown ? memory.shown : null), locale, memory, parts.knowledge)
      : respond({ text: on, locale }, memory, parts.knowledge);
  const { answer } = said;
  const projects = isOfNamed(answer) ? projectsOf(answer) : [];
  if (projects.length === 0) return null;
  const { named, references } = readQuestion(on, parts.knowledge);
  // A name that is not sure is asked back; "Mentor est-il en csv ?" asks of it.
  if (named.some((ids) => ids.length > 1 || references.some(({ id }) => id === 'it'))) return null;
  const question = answer.kind === 'fact' ? listOf(projects) : answer.why.question;
  return { question, projects, memory: { ...said.memory, locale } };
}

/** Whether it tells of the very projects that the words name: not of a value of one, nor of those found by their likeness to the words. */
function isOfNamed(answer: Answer): boolean {
  if (answer.kind === 'fact') return answer.field === 'summary';
  return answer.kind === 'list' ? !answer.isSearch : answer.kind !== 'clarify';
}

/** Null = every project. */
function listOf(among: readonly string[] | null): Question {
  return { kind: 'list', filter: { ...EMPTY_FILTER, among }, sort: null, limit: null, found: [], show: [] };
}

/** "Tout": all that is listed, and the whole base where nothing is. */
function isAllOfIt(on: string): boolean {
  return shortReplyIn(on) === 'all' && !EVERYTHING.test(on);
}

/** The whole base, by its name. */
const EVERYTHING =
  /^(?:(?:tou(?:t|te|s|tes) )?(?:les projets|les donnees|la base(?: de donnees)?|le catalogue)|l ensemble (?:des projets|de la base)|(?:all )?(?:of )?(?:the )?(?:projects|data|database)|every project)$/u;

/** The projects on the table, by no name. */
const SHOWN =
  /^(?:tout )?(?:ca|cela|eux|ceux (?:ci|la)|(?:tous )?ces (?:\w+ )?projets|it|this|them|(?:all )?(?:these|those)(?: \w+)?(?: projects)?)$/u;

/** What shows projects in rows. */
const TABLES: ReadonlySet<Question['kind']> = new Set(['list', 'aggregate', 'compare']);

async function sendTable(turn: Turn, question: Question | null): Promise<void> {
  const { memory, addresses, locale, knowledge } = turn;
  const messages = cardMessagesFor(locale);
  const answer = question === null ? null : respondTo(question, locale, memory, knowledge).answer;
  const count = answer === null ? 0 : countIn(answer);
  if (question === null || count === 0) return say(turn, messages.nothingToExport);
  const address = addresses.csv(question, locale);
  if (address === null) await say(turn, messages.exportImpossible);
  else await send(turn, exportCard([count, answer?.kind === 'aggregate' ? answer.groups.length : 0], address, locale));
}

function countIn(answer: Answer): number {
  if (answer.kind === 'list' || answer.kind === 'aggregate') return answer.total;
  return 'projects' in answer ? answer.projects.length : 0;
}
