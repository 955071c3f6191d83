import { Contended, type Day, type Fen, newestFirst, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Release, ReleaseUse } from './release';
import type { LimitChange } from './standing';
import { limitChangeTable, releaseTable, releaseUseTable, temporaryLimitTable, termsTable } from './tables';
import type { TemporaryLimit } from './temporary-limit';
import type { TermsVersion } from './terms';

export interface NewLimit {
  readonly accountId: string;
  readonly limitFen: Fen;
  readonly termDays: number;
  readonly version: number;
}

const caseOf = (changes: readonly NewLimit[], valueOf: (change: NewLimit) => number) => ({
  text: `CASE id${' WHEN ? THEN ?'.repeat(changes.length)} ELSE 0 END`,
  parameters: changes.flatMap((change) => [change.accountId, valueOf(change)]),
});

/** Limits, terms and releases: what a seller grants. */
export function limitStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Sets limits over the versions they were read at. */
    async setLimits(changes: readonly NewLimit[]) {
      if (changes.length === 0) return;
      const limits = caseOf(changes, ({ limitFen }) => limitFen);
      const days = caseOf(changes, ({ termDays }) => termDays);
      const versions = caseOf(changes, ({ version }) => version);
      const changed = await sql.run(
        `UPDATE creditAccount SET limitFen = ${limits.text}, termDays = ${days.text}, version = version + 1
         WHERE version = ${versions.text} AND id IN (?)`,
        [
          ...limits.parameters,
          ...days.parameters,
          ...versions.parameters,
          changes.map(({ accountId }) => accountId),
        ],
      );
      if (changed !== changes.length) throw new Contended('limits changed since they were read');
    },
    addLimitChanges: (changes: readonly LimitChange[]) => sql.insert(limitChangeTable, changes),
    limitChanges: (accountId: string, before: number, limit: number) =>
      sql.select(limitChangeTable, 'WHERE accountId = ? AND version < ? ORDER BY version DESC LIMIT ?', [
        accountId,
        before,
        limit,
      ]),

    terms: (accountIds: readonly string[]) =>
      sql.select(termsTable, 'WHERE accountId IN (?) ORDER BY accountId, version', [accountIds]),
    addTerms: (versions: readonly TermsVersion[]) => sql.insert(termsTable, versions),

    temporaryLimits: (accountIds: readonly string[], on: Day) =>
      sql.select(
        temporaryLimitTable,
        "WHERE accountId IN (?) AND state = 'approved' AND untilOn >= ? ORDER BY id",
        [accountIds, on],
      ),
    temporaryLimit: async (id: string) => (await sql.select(temporaryLimitTable, 'WHERE id = ?', [id]))[0],
    temporaryLimitsOf: (accountId: string, before: string | null, limit: number) =>
      sql.select(temporaryLimitTable, ...newestFirst({ accountId }, { before, limit })),
    /** What is asked of a seller by anybody but this person. */
    async requestedOf(sellerId: string, userId: string) {
      const [found] = await sql.rows<{ readonly requests: number; readonly amountFen: Fen }>(
        `SELECT COUNT(*) AS requests, COALESCE(SUM(asked.amountFen), 0) AS amountFen FROM temporaryLimit asked
         JOIN creditAccount account ON account.id = asked.accountId
         WHERE account.sellerId = ? AND asked.state = 'requested' AND asked.requestedBy <> ?`,
        [sellerId, userId],
      );
      return { requests: found?.requests ?? 0, amountFen: found?.amountFen ?? 0 };
    },
    addTemporaryLimit: (limit: TemporaryLimit) => sql.insert(temporaryLimitTable, [limit]),
    async decideTemporaryLimit(
      { id, state, decidedBy, decidedAt, decisionNote }: TemporaryLimit,
      from: TemporaryLimit['state'],
    ) {
      const changed = await sql.run(
        `UPDATE temporaryLimit SET state = ?, decidedBy = ?, decidedAt = ?, decisionNote = ?
         WHERE id = ? AND state = ?`,
        [state, decidedBy, decidedAt, decisionNote, id, from],
      );
      if (changed !== 1) throw new Contended('a temporary limit changed since it was read');
    },
    /** Voids whatever these accounts have or have asked for. */
    voidTemporaryLimits: (accountIds: readonly string[], actorId: string, at: number, note: string) =>
      sql.run(
        `UPDATE temporaryLimit SET state = 'void', decidedBy = ?, decidedAt = ?, decisionNote = ?
         WHERE accountId IN (?) AND state IN ('requested', 'approved')`,
        [actorId, at, note, accountIds],
      ),

    releases: (accountIds: readonly string[], on: Day) =>
      sql.select(releaseTable, 'WHERE accountId IN (?) AND revoked = 0 AND untilOn >= ? ORDER BY id', [
        accountIds,
        on,
      ]),
    releasesLocked: (releaseIds: readonly string[]) =>
      sql.selectForUpdate(releaseTable, 'WHERE id IN (?) ORDER BY id', [releaseIds]),
    releasesOf: (accountId: string, before: string | null, limit: number) =>
      sql.select(releaseTable, ...newestFirst({ accountId }, { before, limit })),
    addRelease: (added: Release) => sql.insert(releaseTable, [added]),
    revokeRelease: (releaseId: string) =>
      sql.run('UPDATE creditRelease SET revoked = 1 WHERE id = ?', [releaseId]),
    releaseUses: (releaseIds: readonly string[]) =>
      sql.rows<{ releaseId: string; orderId: string; amountFen: Fen }>(
        `SELECT releaseId, orderId, SUM(amountFen) AS amountFen FROM creditReleaseUse
         WHERE releaseId IN (?) GROUP BY releaseId, orderId`,
        [releaseIds],
      ),
    usesOfOrders: (orderIds: readonly string[]) =>
      sql.rows<{ releaseId: string; orderId: string; amountFen: Fen }>(
        `SELECT releaseId, orderId, SUM(amountFen) AS amountFen FROM creditReleaseUse
         WHERE orderId IN (?) GROUP BY releaseId, orderId`,
        [orderIds],
      ),
    async useReleases(uses: readonly ReleaseUse[], grown: ReadonlyMap<string, Fen>) {
      const ids = [...grown.keys()];
      const text = `CASE id${' WHEN ? THEN ?'.repeat(ids.length)} ELSE 0 END`;
      const parameters = [...grown].flat();
      const changed = await sql.run(
        `UPDATE creditRelease SET usedFen = usedFen + ${text}
         WHERE usedFen + ${text} >= 0 AND (usedFen + ${text} <= amountFen OR ${text} <= 0) AND id IN (?)`,
        [...parameters, ...parameters, ...parameters, ...parameters, ids],
      );
      if (changed !== ids.length) throw new Contended('a release was used meanwhile');
      await sql.insert(releaseUseTable, uses);
    },
  };
}
