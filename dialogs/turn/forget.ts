import { EMPTY_MEMORY } from '../../src/core/model/question';
import { smalltalkMessagesFor } from '../../src/messages/messages-for';
import { addressOf } from '../subscriptions/notice-address';
import { readLog, say, type Turn, writeLog } from './turn';

/**
 * « Oublie-moi », said: what this conversation was about, what it follows and the guide under way. Numbers of answers go on, so that
 * no old button means a new answer. What the channel itself keeps is not ours to erase here, and the sentence says so.
 */
export async function forgetConversation(turn: Turn): Promise<void> {
  const { parts, context, walks, locale, profile } = turn;
  await walks.keep(null);
  await parts.memory.set(context, { ...EMPTY_MEMORY, locale });
  await writeLog(turn, { ...(await readLog(turn)), answers: [] });
  await parts.asked.set(context, []);
  const followed = await parts.subscriptions.of(addressOf(context.activity));
  if (followed.length > 0)
    await parts.subscriptions.remove(
      addressOf(context.activity),
      followed.map(({ id }) => id),
    );
  await say(turn, smalltalkMessagesFor(locale).forgotten(profile.keepsMessages ? 'teams' : 'page'));
}
