import { owners, type RowsOf } from './row';

const unknown = 'auditLog.unknown';

export const auditLogRows: RowsOf<'auditLog'> = {
  list: { input: {}, answers: owners('ok', 'ok', 'ok') },
  get: { input: { entryId: 'NO-SUCH-ENTRY' }, answers: owners(unknown, unknown, unknown) },
};
