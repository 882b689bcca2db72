import {
  ActionTypes,
  ActivityHandler,
  CardFactory,
  InputHints,
  MessageFactory,
  type Activity,
  type ConversationState,
} from 'botbuilder';
import type { Answer } from '../src/core/answering/answer';
import type { KnowledgeBase } from '../src/core/knowledge/knowledge-base';
import type { Locale } from '../src/core/language/locale';
import { respond } from '../src/core/respond';
import { parseMemory } from '../src/core/understanding/memory';
import { messagesFor, typeset } from '../src/messages/messages-for';
import { answerText } from './text/answer-text';
import { answerCard } from './cards/answer-card';
import { suggestionsFor } from './text/suggestions';

/** Everything that the bot needs; the state is saved once, at the end of a turn. */
export interface AssistantBotParts {
  readonly knowledge: KnowledgeBase;
  readonly conversationState: ConversationState;
}

/** The bot of every channel: it hands the text to the brain, keeps the memory, and sends text, card and suggestions. */
export function createAssistantBot({ knowledge, conversationState }: AssistantBotParts): ActivityHandler {
  const memoryProperty = conversationState.createProperty<unknown>('memory');
  const isKnownProject = (id: string): boolean => knowledge.projectById.has(id);
  const bot = new ActivityHandler();

  bot.onMessage(async (context, next) => {
    const memory = parseMemory(await memoryProperty.get(context), isKnownProject);
    const turn = { text: textOf(context.activity), locale: localeOf(context.activity) };
    const { answer, memory: remembered } = respond(turn, memory, knowledge);
    await memoryProperty.set(context, remembered);
    await context.sendActivity(replyTo(answer, knowledge));
    await next();
  });

  bot.onMembersAdded(async (context, next) => {
    const { membersAdded = [], recipient } = context.activity;
    if (membersAdded.some(({ id }) => id !== recipient.id))
      await context.sendActivity(welcome(localeOf(context.activity)));
    await next();
  });

  bot.onTurn(async (context, next) => {
    await next();
    await conversationState.saveChanges(context);
  });
  return bot;
}

/** The bot's first message: what it is, and three things to ask. */
function welcome(locale: Locale): Partial<Activity> {
  const messages = messagesFor(locale);
  const text = typeset(messages.welcome, locale);
  return withSuggestions(
    MessageFactory.text(text, text, InputHints.ExpectingInput),
    messages.suggestions.first.map((suggestion) => typeset(suggestion, locale)),
    locale,
  );
}

/** The sentence for a turn that failed. */
export function failureSentence(channelLocale: string): string {
  const locale = toLocale(channelLocale);
  return typeset(messagesFor(locale).failure, locale);
}

function replyTo(answer: Answer, knowledge: KnowledgeBase): Partial<Activity> {
  const text = answerText(answer, knowledge);
  const markdown = asMarkdown(text);
  const card = answerCard(answer, knowledge);
  const activity =
    card === null
      ? MessageFactory.text(markdown, text, InputHints.ExpectingInput)
      : MessageFactory.attachment(CardFactory.adaptiveCard(card), markdown, text, InputHints.ExpectingInput);
  return withSuggestions(activity, suggestionsFor(answer, knowledge), answer.locale);
}

/** Markdown runs two lines into one unless an empty line parts them; the items of a list stay together. */
function asMarkdown(text: string): string {
  return text.replace(/\n(?!- )/g, '\n\n').replace(/(^|\n)(?!- )([^\n]+)\n- /g, '$1$2\n\n- ');
}

function withSuggestions(
  activity: Partial<Activity>,
  suggestions: readonly string[],
  locale: Locale,
): Partial<Activity> {
  return {
    ...activity,
    locale,
    textFormat: 'markdown',
    suggestedActions: {
      to: [],
      actions: suggestions.map((suggestion) => ({ type: ActionTypes.ImBack, title: suggestion, value: suggestion })),
    },
  };
}

function textOf({ text }: Activity): string {
  return typeof text === 'string' ? text : '';
}

/** The language of the interface; French unless it is English. */
function localeOf({ locale }: Activity): Locale {
  return toLocale(typeof locale === 'string' ? locale : '');
}

function toLocale(channelLocale: string): Locale {
  return channelLocale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}
