import type { Instant, Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { ApiKey, ApiKeyStanding, ApiKeyUse } from './model';
import { apiKeyTable, apiKeyUseTable } from './tables';

export interface KeyFilter {
  readonly partyId: string;
  readonly standing: ApiKeyStanding | null;
  readonly at: Instant;
  readonly before: string | null;
  readonly limit: number;
}

/** What `keyStandingOf` says, as a condition; each takes the moment as often as it has question marks. */
const standings: Readonly<Record<ApiKeyStanding, { readonly where: string; readonly asksTime: boolean }>> = {
  live: { where: 'revokedAt IS NULL AND (expiresAt IS NULL OR expiresAt > ?)', asksTime: true },
  expired: { where: 'revokedAt IS NULL AND expiresAt <= ?', asksTime: true },
  revoked: { where: 'revokedAt IS NOT NULL', asksTime: false },
};

/** Keys, and when they were last used. */
export function keyStore(tx: Tx) {
  const sql = sqlOf(tx);

  return {
    byHash: (tokenHashes: readonly string[]) =>
      sql.select(apiKeyTable, 'WHERE tokenHash IN (?)', [tokenHashes]),
    page({ partyId, standing, at, before, limit }: KeyFilter) {
      const where = ['partyId = ?'];
      const values: (string | number)[] = [partyId];
      if (standing !== null) {
        where.push(standings[standing].where);
        if (standings[standing].asksTime) values.push(at);
      }
      if (before !== null) {
        where.push('id < ?');
        values.push(before);
      }
      return sql.select(apiKeyTable, `WHERE ${where.join(' AND ')} ORDER BY id DESC LIMIT ?`, [
        ...values,
        limit,
      ]);
    },
    locked: async (id: string) => (await sql.selectForUpdate(apiKeyTable, 'WHERE id = ?', [id]))[0],
    /** How many of a party's open something. */
    async live(partyId: string, at: Instant): Promise<number> {
      const [row] = await sql.rows<{ live: number }>(
        `SELECT COUNT(*) AS live FROM apiKey WHERE partyId = ? AND ${standings.live.where}`,
        [partyId, at],
      );
      return row?.live ?? 0;
    },
    add: (key: ApiKey) => sql.insert(apiKeyTable, [key]),
    /** True when it was not revoked before. */
    revoke: async (id: string, revokedBy: string, at: Instant) =>
      (await sql.run('UPDATE apiKey SET revokedAt = ?, revokedBy = ? WHERE id = ? AND revokedAt IS NULL', [
        at,
        revokedBy,
        id,
      ])) === 1,
    uses: (keyIds: readonly string[]): Promise<readonly ApiKeyUse[]> =>
      keyIds.length === 0 ? Promise.resolve([]) : sql.select(apiKeyUseTable, 'WHERE keyId IN (?)', [keyIds]),
    async noteUse(use: ApiKeyUse): Promise<void> {
      const { keyId, lastUsedAt, lastAddress } = use;
      const known = await sql.run(
        'UPDATE apiKeyUse SET lastUsedAt = ?, lastAddress = ? WHERE keyId = ? AND lastUsedAt < ?',
        [lastUsedAt, lastAddress, keyId, lastUsedAt],
      );
      if (known === 0) await sql.insertMissing(apiKeyUseTable, [use]);
    },
  };
}
