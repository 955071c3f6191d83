import { loadParties, loadUsersByLoginName } from '../partners';
import {
  addDays,
  type Caller,
  type Day,
  dayMs,
  defineJob,
  type JobDefinition,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  startOfDay,
} from '../platform';
import type { AuditEntry, EntryKind } from './model';
import { auditRecorder, type Waiting } from './recorder-service';
import { auditStore } from './store';

/** Who closes a year in spring still sees the whole of it: a year and a month. */
export const auditKeptDays = 400;
const forgottenTogether = 500;

export interface AuditQuery {
  readonly userId?: string | undefined;
  readonly route?: string | undefined;
  readonly only?: EntryKind | undefined;
  readonly subjectId?: string | undefined;
  readonly outcome?: string | undefined;
  readonly from?: Day | undefined;
  /** Included. */
  readonly to?: Day | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** An entry, and the name of the party whose people it is about. */
export interface ShownEntry {
  readonly entry: AuditEntry;
  readonly partyName: string;
}

/** HQ sees everybody's, others what was done in their own name. */
const seenBy = (caller: Caller) => (caller.partyKind === 'hq' ? null : caller.partyId);

/** 操作日志: who did what, from where, and with which outcome. */
export function auditLogService(platform: Platform, delayMs?: number | null) {
  const { database, clock } = platform;
  const write = (some: readonly Waiting[]) =>
    database.transaction(async (tx) => {
      const names = some.flatMap(({ triedName }) => triedName ?? []);
      const users = await loadUsersByLoginName(tx, names);
      const entries = some.map(({ entry, triedName }) => {
        const tried = users.get(triedName ?? '');
        return tried ? { ...entry, partyId: tried.partyId, subjectId: tried.id } : entry;
      });
      await auditStore(tx).add(entries);
    });
  const recorder = auditRecorder({ ...platform, write }, delayMs);
  return {
    ...recorder,

    /** Newest first. */
    list: (caller: Caller, { cursor, limit, from, to, ...query }: AuditQuery) =>
      database.read(async (tx) => {
        const before = cursor ? readCursor(cursor, 'string')[0] : null;
        const filter = {
          ...query,
          partyId: seenBy(caller),
          fromAt: from === undefined ? undefined : startOfDay(from),
          untilAt: to === undefined ? undefined : startOfDay(addDays(to, 1)),
        };
        const found = await auditStore(tx).newest(filter, before, limit + 1);
        const page = pageOf(found, limit, ({ id }) => [id]);
        const parties = await loadParties(tx, [...new Set(page.items.flatMap((one) => one.partyId ?? []))]);
        const shown = (entry: AuditEntry): ShownEntry => ({
          entry,
          partyName: parties.get(entry.partyId ?? '')?.name ?? '',
        });
        return { items: page.items.map(shown), nextCursor: page.nextCursor };
      }),

    /**
     * An entry, and what its party did before to the same thing by the same route: what it was, as far as the log knows.
     * @throws auditLog.unknown
     */
    get: (caller: Caller, entryId: string) =>
      database.read(async (tx) => {
        const store = auditStore(tx);
        const entry = await store.entry(entryId);
        const seen = seenBy(caller);
        if (!entry || (seen !== null && entry.partyId !== seen)) throw new Refused('auditLog.unknown');
        const previous = await store.before(entry);
        const parties = await loadParties(tx, entry.partyId === null ? [] : [entry.partyId]);
        const partyName = parties.get(entry.partyId ?? '')?.name ?? '';
        const shown = (one: AuditEntry): ShownEntry => ({ entry: one, partyName });
        return { ...shown(entry), previous: previous ? shown(previous) : null };
      }),

    purgeJob: (): JobDefinition =>
      defineJob({
        name: 'auditLog.purge',
        every: { dailyAt: '04:10' },
        run: async ({ log }) => {
          const before = clock.now() - auditKeptDays * dayMs;
          let entries = 0;
          for (let removed = forgottenTogether; removed === forgottenTogether; entries += removed) {
            removed = await database.transaction((tx) =>
              auditStore(tx).removeBefore(before, forgottenTogether),
            );
          }
          log.info({ entries }, 'old audit entries forgotten');
        },
      }),
  };
}
