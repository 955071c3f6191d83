import { type AnothersRowsOf, asks, everyones, hqAlone, own } from './row';

export const messagesAnothers: AnothersRowsOf<'messages'> = {
  list: own,
  unread: own,
  read: { messageId: asks('message', 'messages.unknown') },
  readAll: own,
  templates: own,
  consent: { 'answers.templateId': everyones },
  reminders: own,
  remind: { subjectId: asks('flashActivity', 'messages.saleUnknown') },
  sends: hqAlone,
  retrySend: hqAlone,
};
