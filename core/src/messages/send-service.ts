import {
  answerOnce,
  type Caller,
  type JobDefinition,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { afterSend, newsForMs } from './after-send';
import type { Message, MessageSend, SendState } from './model';
import type { Postman } from './postman';
import { sendStore } from './send-store';
import { messageStore } from './store';
import { enqueueSend, sendJob } from './tell-service';

export interface SendSeen {
  readonly send: MessageSend;
  readonly message: Message | undefined;
}

export interface SendQuery {
  readonly state?: SendState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Brings messages to WeChat, and shows those that did not get there. */
export function sendService(
  { database, clock, jobs }: Pick<Platform, 'database' | 'clock' | 'jobs'>,
  postman: Postman | null,
) {
  /** Takes a message that waits. One found on its way was left there by a process that died: nobody knows. */
  const begin = (sendId: string): Promise<MessageSend | null> =>
    database.transaction(async (tx) => {
      const store = sendStore(tx);
      const send = await store.send(sendId);
      if (send?.state === 'sending') await store.settle(sendId, 'sending', 'unknown', 'silent', clock.now());
      if (send?.state !== 'waiting' || !(await store.begin(sendId, send.tries))) return null;
      return { ...send, state: 'sending', tries: send.tries + 1 };
    });

  return {
    sendJobs: (): readonly JobDefinition[] =>
      postman
        ? [
            {
              name: sendJob,
              run: async ({ payload }) => {
                const send = await begin((payload as { sendId: string }).sendId);
                if (!send) return;
                const { openid, templateId, page, fields } = send;
                const outcome = await postman.send({ openid, templateId, page, values: fields });
                const at = clock.now();
                const next = afterSend(outcome, send, at);
                await database.transaction(async (tx) => {
                  const settledAt = next.state === 'waiting' ? null : at;
                  await sendStore(tx).settle(send.id, 'sending', next.state, next.code, settledAt);
                  if (next.state === 'unwanted') await messageStore(tx).emptyConsents(openid, templateId, at);
                  if (next.state === 'waiting') await enqueueSend(tx, jobs, send, next.againAt);
                });
              },
            },
          ]
        : [],

    /** Messages on their way to WeChat, newest first; HQ's mini-program, so HQ's to look at. */
    sends: (query: SendQuery) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const found = await sendStore(tx).sends(query.state ?? null, before, query.limit + 1);
        const { items, nextCursor } = pageOf(found, query.limit, ({ id }) => [id]);
        const messages = await messageStore(tx).messages(items.map(({ messageId }) => messageId));
        return {
          items: items.map((send): SendSeen => ({
            send,
            message: messages.find(({ id }) => id === send.messageId),
          })),
          nextCursor,
        };
      }),

    /** How many messages did not get to WeChat and wait for a person. */
    countFailed: (tx: Tx): Promise<number> => sendStore(tx).failed(),

    /**
     * Sends a message again that failed. The consent it took is still its own.
     * @throws messages.sendUnknown, messages.sendNotFailed, messages.notOffered, command.idReused
     */
    async retrySend(caller: Caller, input: { readonly commandId: string; readonly sendId: string }) {
      if (!postman) throw new Refused('messages.notOffered');
      const { partyId, at } = caller;
      await database.transaction(async (tx) => {
        const store = sendStore(tx);
        const send = await store.send(input.sendId);
        if (!send) throw new Refused('messages.sendUnknown');
        const command = { commandId: input.commandId, partyId, kind: 'messages.retrySend', input, at };
        await answerOnce(tx, command, async () => {
          if (!(await store.again(send.id, at + newsForMs))) throw new Refused('messages.sendNotFailed');
          await enqueueSend(tx, jobs, send, at);
          return {};
        });
      });
      jobs.poke();
    },
  };
}
