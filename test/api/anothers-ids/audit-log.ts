import { type AnothersRowsOf, asks } from './row';

export const auditLogAnothers: AnothersRowsOf<'auditLog'> = {
  list: {
    userId: asks('user', 'ok'),
    subjectId: 'one reads what one’s own people did, whosever the thing was they tried it on',
  },
  get: { entryId: asks('auditEntry', 'auditLog.unknown') },
};
