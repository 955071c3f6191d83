import type { Core, Message, SendSeen } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { adviceOfSend } from './wechat-advice';
import { at, atOrNull } from './wire';

const done = { done: true } as const;

const viewMessage = (message: Message) => ({
  messageId: message.id,
  kind: message.kind,
  title: message.title,
  body: message.body,
  subject: message.subject,
  subjectId: message.subjectId,
  at: at(message.at),
  isRead: message.readAt !== null,
});

const viewSend = ({ send, message }: SendSeen) => ({
  sendId: send.id,
  kind: send.kind,
  title: message?.title ?? '',
  state: send.state,
  code: send.code,
  advice: send.state === 'failed' ? adviceOfSend(send.code) : '',
  tries: send.tries,
  createdAt: at(send.createdAt),
  settledAt: atOrNull(send.settledAt),
});

export const messageHandlers = ({ messages }: Core): HandlersOf<'messages'> => ({
  list: async ({ unread, ...query }, caller) => {
    const { items, nextCursor } = await messages.list(caller, { ...query, unread: unread === 'true' });
    return { items: items.map(viewMessage), nextCursor };
  },
  unread: (_, caller) => messages.unread(caller),
  read: async ({ messageId }, caller) => {
    await messages.read(caller, messageId);
    return done;
  },
  readAll: async (_, caller) => {
    await messages.readAll(caller);
    return done;
  },
  templates: async (_, caller) => ({ items: await messages.templates(caller) }),
  consent: async (input, caller) => {
    await messages.consent(caller, input);
    return done;
  },
  reminders: async (_, caller) => ({
    items: (await messages.reminders(caller)).map(({ subject, subjectId, remindAt }) => ({
      subject,
      subjectId,
      remindAt: at(remindAt),
    })),
  }),
  remind: async (input, caller) => {
    await messages.remind(caller, input);
    return done;
  },
  sends: async (query) => {
    const { items, nextCursor } = await messages.sends(query);
    return { items: items.map(viewSend), nextCursor };
  },
  retrySend: async (input, caller) => {
    await messages.retrySend(caller, input);
    return done;
  },
});
