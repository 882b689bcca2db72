import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import { type Followed, following } from '../../src/core/changes/followed';
import { changedId, type ProjectChange } from '../../src/core/changes/project-changes';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { Question } from '../../src/core/model/question';
import { respondTo } from '../../src/core/respond';
import { messagesFor, noticeMessagesFor, typeset } from '../../src/messages/messages-for';
import type { CardElement } from '../cards/adaptive-card';
import { buttonColumn, cardOf, escaped, paragraph } from '../cards/elements';
import { sayAction } from '../cards/profile';
import type { Reply } from '../reply';
import { firstNamed, shortName } from '../text/project-text';
import { questionOn } from '../text/suggestions';
import { voiceOf } from '../text/voice';
import { openConversation, type States } from '../turn/conversation';
import { rememberedIn } from '../turn/turn';
import { type ChangedProject, changedProject, projectOf } from './change-text';
import { stopAllButton, stopButton, type Telling } from './subscription-buttons';
import { subjectText } from './subject-text';
import type { Subscription } from './subscriptions';

export interface News {
  readonly subscription: Pick<Subscription, 'id' | 'followed'>;
  readonly changes: readonly ProjectChange[];
}

/** A notice, and the question that it leaves the conversation with: « et son coût ? » is about the project that it told of. */
export interface Notice {
  readonly reply: Reply;
  readonly about: Question | null;
}

/**
 * Writes to a conversation without being asked. "gone": the conversation is over or does not want to be written to, and is not to
 * be tried again; "failed": it may go another time. Never rejects. `sent` writes down what follows from it, in the same turn: where we
 * keep what was said ourselves, that is kept with it or not at all.
 */
export type SendNotice = (
  reference: Partial<ConversationReference>,
  activity: Partial<Activity>,
  sent: (context: TurnContext) => Promise<void>,
) => Promise<'sent' | 'gone' | 'failed'>;

/** More would not be read. */
const MOST_TOLD = 10;
/** Teams refuses a message of 50,000 characters, in which each of these stands four times: in the card, its fallback, its buttons, read aloud. */
const MOST_CHARACTERS = 8_000;

/** All that a conversation is to be told, in one message; null when none of it is left to tell. */
export function noticeOf(news: readonly News[], telling: Telling): Notice | null {
  const { locale, knowledge } = telling;
  const changes = grouped(news.flatMap(({ changes: own }) => own));
  if (changes.length === 0) return null;
  const { notice: messages } = noticeMessagesFor(locale);
  const told = fitting(changes.slice(0, MOST_TOLD).map((change) => changedProject(change, voiceOf(locale, knowledge))));
  const stirred = news.filter(({ changes: own }) => own.length > 0).map(({ subscription }) => subscription);
  const subjects = stirred.map(({ followed }) => subjectText(followed, locale, knowledge));
  const others = othersText(changes.slice(told.length), locale);
  const heading = typeset(messages.heading(changes.length), locale);
  const because = messages.because(subjects.slice(0, MOST_SUBJECTS));
  // A project that came or went is one line, any other its name and a list.
  const lines = told.flatMap((one) => (one.isNamed ? one.lines : [one.name, ...one.lines.map((each) => `- ${each}`)]));
  const text = typeset([heading, ...lines, ...others, because].join('\n'), locale);
  const body: readonly CardElement[] = [
    ...told.map((project) => projectElement(project, telling)),
    ...others.map((line) => paragraph(escaped(line), { isSubtle: true })),
    paragraph(escaped(because), { isSubtle: true, size: 'Small' }),
    ...buttonColumn([
      ...stirred.slice(0, MOST_SUBJECTS).map((subscription) => stopButton(subscription, telling)),
      stopAllButton(telling),
    ]),
  ];
  return {
    reply: { text, headline: heading, card: cardOf(body, text, locale), suggestions: [], locale },
    about: aboutOf(changes, knowledge),
  };
}

/** Buttons to stop, and reasons for the notice. */
const MOST_SUBJECTS = 5;

/** The first ones that stay within the bound; one at least. */
function fitting(projects: readonly ChangedProject[]): readonly ChangedProject[] {
  let characters = 0;
  const end = projects.findIndex(({ name, lines }, index) => {
    characters += lines.reduce((sum, line) => sum + line.length + name.length, 0);
    return index > 0 && characters > MOST_CHARACTERS;
  });
  return end === -1 ? projects : projects.slice(0, end);
}

/** Each project once, each field of it once: of several subscriptions the oldest tells, which knows the longest time. */
function grouped(changes: readonly ProjectChange[]): readonly ProjectChange[] {
  const byId = new Map<string, ProjectChange>();
  for (const change of changes) {
    const known = byId.get(changedId(change));
    if (known === undefined) byId.set(changedId(change), change);
    else if (known.kind === 'changed' && change.kind === 'changed')
      byId.set(changedId(change), { ...known, fields: [...new Set([...known.fields, ...change.fields])] });
  }
  return [...byId.values()];
}

/** A project of today opens at a press. */
function projectElement(
  { id, name, lines, isNamed }: ChangedProject,
  { locale, profile, knowledge }: Telling,
): CardElement {
  const project = knowledge.projectById.get(id);
  const title = [...(isNamed ? [] : [name]), ...lines].join(' ');
  return {
    type: 'Container',
    separator: true,
    spacing: 'Small',
    ...(project && { selectAction: sayAction(title, questionOn(project, locale), profile) }),
    items: [
      ...(isNamed ? [] : [paragraph(escaped(name), { weight: 'Bolder' })]),
      ...lines.map((line) => paragraph(escaped(line), { spacing: 'None' })),
    ],
  };
}

/** How many more projects changed, which, and how to read one. */
function othersText(left: readonly ProjectChange[], locale: Locale): readonly string[] {
  const [first] = left;
  if (first === undefined) return [];
  const names = left.map((change) => shortName(projectOf(change)));
  const listed = firstNamed(names, MOST_TOLD, messagesFor(locale));
  return [noticeMessagesFor(locale).notice.others(left.length, listed, questionOn(projectOf(first), locale))];
}

function aboutOf(changes: readonly ProjectChange[], { projectById }: KnowledgeBase): Question | null {
  const ids = changes.map(changedId).filter((id) => projectById.has(id));
  const [first] = ids;
  if (first === undefined) return null;
  if (ids.length === 1) return { kind: 'fact', project: first, field: 'summary', also: [] };
  const { filter }: Followed = following(ids.slice(0, MOST_TOLD));
  return { kind: 'list', filter, sort: null, limit: null, found: ids.slice(0, MOST_TOLD), show: [] };
}

/** Lets a conversation remember what it was told without asking, as if it had asked: « et son coût ? » then refers to it. */
export function createRememberNotice(
  conversationState: States,
  knowledge: KnowledgeBase,
): (context: TurnContext, question: Question, locale: Locale) => Promise<void> {
  return async (context, question, locale) => {
    const conversation = await openConversation(conversationState, context);
    const before = rememberedIn(conversation.memory, knowledge);
    conversation.memory = respondTo(question, locale, before, knowledge).memory;
    await conversationState.saveChanges(context);
  };
}
