import { buyer, headquarters, hqManager, type RowsOf, signedIn } from './row';

/** No message goes to WeChat in this company. */
const notOffered = 'messages.notOffered';
const unknown = 'messages.unknown';

export const messageRows: RowsOf<'messages'> = {
  list: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  unread: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  read: { input: { messageId: 'NO-SUCH-MESSAGE' }, answers: signedIn(unknown, unknown, unknown) },
  readAll: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  templates: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  consent: {
    input: { commandId: 'ACCESS-MSG1', code: 'code', answers: [{ templateId: 'T', answer: 'accept' }] },
    answers: signedIn(notOffered, notOffered, notOffered),
  },
  reminders: { input: {}, answers: buyer('ok', 'ok') },
  remind: {
    input: { subject: 'flash', subjectId: 'NO-SUCH-SALE' },
    answers: buyer('messages.saleUnknown', 'messages.saleUnknown'),
  },
  sends: { input: {}, answers: headquarters('ok') },
  retrySend: {
    input: { commandId: 'ACCESS-MSG2', sendId: 'NO-SUCH-SEND' },
    answers: hqManager(notOffered),
  },
};
