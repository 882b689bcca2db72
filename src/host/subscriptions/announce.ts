import type { TurnContext } from 'botbuilder';
import { noticeOf, type News, type SendNotice } from '../../../dialogs/subscriptions/notice';
import { profileOf } from '../../../dialogs/cards/profile';
import { activityOf } from '../../../dialogs/reply';
import { changesOn, updateFrom, type Update } from '../../core/changes/followed';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Locale } from '../../core/language/locale';
import type { Question } from '../../core/model/question';
import type { Log } from '../log';
import type { KeptBases } from './kept-bases';
import type { Pace } from './pace';
import type { Item, Subscriber, SubscriberDocuments } from './subscriber-documents';

export interface AnnounceParts {
  readonly documents: SubscriberDocuments;
  readonly bases: KeptBases;
  readonly knowledge: KnowledgeBase;
  readonly send: SendNotice;
  /** Lets the conversation know what the notice was about: what is asked next may refer to it. */
  readonly remember: (context: TurnContext, question: Question, locale: Locale) => Promise<void>;
  readonly pace: Pace;
  readonly now: () => Date;
  readonly log: Log;
  /** True once nothing more is to be sent. */
  readonly isStopped: () => boolean;
}

/** Without a notice or a word about it for so long, a subscription is deleted. */
const KEPT_DAYS = 365;
const DAY_MS = 86_400_000;

/**
 * Tells every subscriber what changed since the base that it was last told of, and resolves with how many are left to be told. What
 * was sent is written down one by one, with it where we keep the conversation ourselves and at once after it in Teams: a crash loses
 * nothing, and in Teams sends again only what was being sent.
 */
export async function announce(parts: AnnounceParts): Promise<number> {
  const { documents, bases, knowledge, send, remember, pace, now, log, isStopped } = parts;
  const keys = await documents.list();
  if (keys.length === 0) return 0;
  const fingerprint = await bases.keep(knowledge.projects);
  /** By language, and by the base that was told of. */
  const updates = new Map<string, Update | null>();
  const needed = new Set([fingerprint]);
  let left = 0;
  for (const key of keys) {
    if (isStopped()) return left;
    try {
      const subscriber = await told(key);
      for (const item of subscriber?.items ?? []) needed.add(item.told);
      if (subscriber?.items.some((item) => item.told !== fingerprint) === true) left += 1;
    } catch (error) {
      log.error('a subscriber could not be told', error);
      left += 1;
    }
  }
  // Nothing is taken away that a document which could not be read may need.
  if (left === 0) await bases.dropOthers(needed);
  return left;

  /** The subscriber after its notice was sent, or not; null when it is no more. */
  async function told(key: string): Promise<Subscriber | null> {
    const subscriber = await documents.read(key);
    if (subscriber === null) return null;
    const { address, locale, renewedAt, items } = subscriber;
    if (now().getTime() - Date.parse(renewedAt) > KEPT_DAYS * DAY_MS) return documents.change(key, () => null);
    const behind = items.filter((item) => item.told !== fingerprint);
    if (behind.length === 0) return subscriber;
    const profile = profileOf(address.channelId);
    const notice = noticeOf(await newsFor(behind, locale), { locale, profile, knowledge });
    if (notice === null) return knowing(key, behind, {});
    await pace.next(`${address.channelId}/${address.conversation.id}`);
    let known: Subscriber | null = subscriber;
    const outcome = await send(address, activityOf(notice.reply, profile), async (context) => {
      if (notice.about !== null) await remember(context, notice.about, locale);
      known = await knowing(key, behind, { renewedAt: now().toISOString() });
    });
    if (outcome !== 'gone') return known;
    log.info('a conversation takes no notices any more: its subscriptions are deleted', { channel: address.channelId });
    return documents.change(key, () => null);
  }

  function knowing(key: string, behind: readonly Item[], renewed: Partial<Subscriber>): Promise<Subscriber | null> {
    const isTold = ({ id }: Item): boolean => behind.some((item) => item.id === id);
    const renew = (item: Item): Item => (isTold(item) ? { ...item, told: fingerprint } : item);
    return documents.change(key, (found) => found && { ...found, ...renewed, items: found.items.map(renew) });
  }

  async function newsFor(items: readonly Item[], locale: Locale): Promise<readonly News[]> {
    const news: News[] = [];
    for (const item of items) {
      const made = `${locale}/${item.told}`;
      let update = updates.get(made);
      if (update === undefined) {
        const before = await bases.read(item.told);
        if (before === null)
          log.warn('what changed cannot be told: the base that was told of is not kept, or of another version');
        update = before === null ? null : updateFrom(before, knowledge, locale);
        updates.set(made, update);
      }
      news.push({ subscription: item, changes: update === null ? [] : changesOn(item.followed, update) });
    }
    return news;
  }
}
