import { big, id, json, orNull, table, text } from '../platform';
import type { AuditEntry } from './model';

export const auditEntryTable = table<AuditEntry>(
  'auditEntry',
  {
    id: id(),
    at: big(),
    userId: orNull(id()),
    userName: text(40),
    partyId: orNull(id()),
    roles: json(),
    route: text(60),
    subjectId: text(100),
    input: orNull(json()),
    outcome: text(60),
    address: text(45),
    device: text(200),
    requestId: text(64),
  },
  {
    primary: ['id'],
    index: [['partyId', 'id'], ['subjectId', 'id'], ['userId', 'id'], ['route', 'id'], ['at']],
  },
);

export const auditLogTables = [auditEntryTable];
