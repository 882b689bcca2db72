import { ActivityHandler, type ConversationState, type InvokeResponse, type TurnContext } from 'botbuilder';
import { DialogSet, type DialogState } from 'botbuilder-dialogs';
import type { KnowledgeBase } from '../src/core/knowledge/knowledge-base';
import type { Locale } from '../src/core/language/locale';
import { GUIDE_NAMES } from '../src/messages/guides/messages';
import { messagesFor, typeset } from '../src/messages/messages-for';
import type { Addresses } from './addresses';
import { buttons, cardOf } from './cards/elements';
import { guideCard } from './cards/guide-card';
import { guideElements } from './cards/guide-elements';
import { profileOf, sayAction } from './cards/profile';
import { GUIDES } from './guides/all-guides';
import { GuideDialog, type ShowQuestion } from './guides/guide-dialog';
import type { Inbox } from './inbox/inbox';
import { createInvokes } from './invokes/invoke';
import { activityOf, type Reply } from './reply';
import type { Subscriptions } from './subscriptions/subscriptions';
import { playTurn } from './turn/play-turn';
import { channelLocale, MEMORY, type TurnParts } from './turn/turn';

/** Everything that the bot needs; the state is saved once, at the end of a turn. */
export interface AssistantBotParts {
  readonly knowledge: KnowledgeBase;
  readonly conversationState: ConversationState;
  readonly inbox: Inbox;
  readonly subscriptions: Subscriptions;
  /** Where pictures and files are, as the channel of this activity reaches them. */
  readonly addressesFor: (activity: TurnContext['activity']) => Addresses;
  readonly now: () => Date;
}

/** The bot of every channel: it welcomes, plays each turn and keeps what the conversation remembers. */
export function createAssistantBot({
  knowledge,
  conversationState,
  inbox,
  subscriptions,
  addressesFor,
  now,
}: AssistantBotParts): ActivityHandler {
  const dialogs = new DialogSet(conversationState.createProperty<DialogState>('dialogs'));
  for (const name of GUIDE_NAMES) dialogs.add(new GuideDialog(GUIDES[name], knowledge, showQuestion));
  const parts: TurnParts = {
    knowledge,
    dialogs,
    memory: conversationState.createProperty<unknown>(MEMORY),
    log: conversationState.createProperty<unknown>('answers'),
    inbox,
    subscriptions,
    addressesFor,
    now,
  };
  const bot = new AssistantHandler(createInvokes([]));

  bot.onMessage(async (context, next) => {
    await playTurn(context, parts);
    await next();
  });

  bot.onMembersAdded(async (context, next) => {
    const { membersAdded = [], recipient, channelId, locale } = context.activity;
    if (membersAdded.some(({ id }) => id !== recipient.id)) {
      const profile = profileOf(channelId);
      await context.sendActivity(activityOf(welcome(channelLocale(locale), profile), profile));
    }
    await next();
  });

  bot.onTurn(async (context, next) => {
    await next();
    await conversationState.saveChanges(context);
  });
  return bot;
}

/** The SDK's handler, but for invokes: its own knows neither the half of those that Teams sends nor how to refuse one. */
class AssistantHandler extends ActivityHandler {
  constructor(private readonly answerInvoke: (context: TurnContext) => Promise<InvokeResponse<unknown>>) {
    super();
  }

  protected override onInvokeActivity(context: TurnContext): Promise<InvokeResponse<unknown>> {
    return this.answerInvoke(context);
  }
}

/** The bot's first message: what it is, three things to ask, and the guides. */
function welcome(locale: Locale, profile: 'webchat' | 'teams'): Reply {
  const messages = messagesFor(locale);
  const text = typeset(messages.welcome, locale);
  const suggestions = messages.suggestions.first.map((suggestion) => typeset(suggestion, locale));
  const asked =
    profile === 'teams' ? suggestions.flatMap((said) => buttons([sayAction(said, said, profile)], 'Small')) : [];
  return {
    text,
    card: cardOf([...asked, ...guideElements(['find', 'compare', 'note'], locale)], text, locale),
    suggestions: profile === 'teams' ? [] : suggestions,
    locale,
  };
}

/** The pending question of a guide: a remark, the question, and what may be pressed. */
const showQuestion: ShowQuestion = async (context, guide, { step, asked }, state, remark) => {
  const { locale, run, kept } = state;
  const text = typeset([...(remark === null ? [] : [remark]), asked.prompt].join('\n'), locale);
  const isFirst = Object.keys(state.answers).length === 0;
  const card = guideCard(
    { guide: guide.name, run, step: step.name, asked, isFirst, mayKeep: kept !== null },
    text,
    locale,
  );
  await context.sendActivity(
    activityOf({ text, card, suggestions: [], locale }, profileOf(context.activity.channelId)),
  );
};

/** The sentence for a turn that failed. */
export function failureSentence(locale: string): string {
  const language = channelLocale(locale);
  return typeset(messagesFor(language).failure, language);
}
