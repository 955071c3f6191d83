import type { Core, ShownEntry } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { problemKindOf } from '../http/problem-table';
import { at } from './wire';

const viewEntry = ({ entry, partyName }: ShownEntry) => ({
  entryId: entry.id,
  at: at(entry.at),
  user:
    entry.userId === null ? null : { userId: entry.userId, name: entry.userName, roles: [...entry.roles] },
  party: entry.partyId === null ? null : { partyId: entry.partyId, name: partyName },
  route: entry.route,
  subjectId: entry.subjectId,
  outcome: entry.outcome,
  outcomeTitle: problemKindOf(entry.outcome)?.title ?? '',
  address: entry.address,
  device: entry.device,
  requestId: entry.requestId,
  // Every route's input is an object.
  input: entry.input as Readonly<Record<string, unknown>> | null,
});

export const auditLogHandlers = ({ auditLog }: Core): HandlersOf<'auditLog'> => ({
  list: async (query, caller) => {
    const { items, nextCursor } = await auditLog.list(caller, query);
    return { items: items.map(viewEntry), nextCursor };
  },
  get: async ({ entryId }, caller) => {
    const { previous, ...shown } = await auditLog.get(caller, entryId);
    return { ...viewEntry(shown), previous: previous && viewEntry(previous) };
  },
});
