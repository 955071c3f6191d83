import {
  type Caller,
  dayMs,
  defineJob,
  type JobDefinition,
  pageOf,
  type Platform,
  readCursor,
  Refused,
} from '../platform';
import { reminderStore } from './reminder-store';
import { messageStore, unreadShown } from './store';

/** A message is kept for so long, read or not. */
export const messageKeptDays = 180;
const purgedTogether = 500;

export interface InboxQuery {
  readonly unread: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** 消息: what somebody was told. Everything is the caller's own. */
export function inboxService({ database, clock }: Pick<Platform, 'database' | 'clock'>) {
  return {
    /** The caller's messages, newest first. */
    list: (caller: Caller, query: InboxQuery) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const found = await messageStore(tx).ofUser(caller.userId, query.unread, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),

    /** How many the caller has not read, up to 99 and whether there are more. */
    unread: async (caller: Caller) => {
      const unread = await database.read((tx) => messageStore(tx).unread(caller.userId));
      return { count: Math.min(unread, unreadShown), isMore: unread > unreadShown };
    },

    /** @throws messages.unknown */
    read: (caller: Caller, messageId: string) =>
      database.transaction(async (tx) => {
        const store = messageStore(tx);
        if (!(await store.own(caller.userId, messageId))) throw new Refused('messages.unknown');
        await store.read(caller.userId, messageId, caller.at);
      }),

    /** Everything that was there when it was asked for. */
    readAll: async (caller: Caller): Promise<void> => {
      await database.transaction((tx) => messageStore(tx).readAll(caller.userId, caller.at));
    },

    purgeJob: (): JobDefinition =>
      defineJob({
        name: 'messages.purge',
        every: { dailyAt: '03:55' },
        run: async ({ log }) => {
          const before = clock.now() - messageKeptDays * dayMs;
          const messages = await inSteps(() =>
            database.transaction((tx) => messageStore(tx).removeBefore(before, purgedTogether)),
          );
          const reminders = await inSteps(() =>
            database.transaction((tx) => reminderStore(tx).removeBefore(before, purgedTogether)),
          );
          log.info({ messages, reminders }, 'old messages purged');
        },
      }),
  };
}

async function inSteps(step: () => Promise<number>): Promise<number> {
  for (let total = 0; ;) {
    const count = await step();
    total += count;
    if (count < purgedTogether) return total;
  }
}
