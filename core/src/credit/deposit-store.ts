import { addAmounts, caseById, Contended, type Fen, newestFirst, type Tx } from '../platform';
import { sqlOf } from '../platform/database/sql';
import type { Deposit, DepositEntry, DepositHold, DepositKind } from './deposit';
import { depositEntryTable, depositHoldTable, depositTable } from './tables';

const holdKey = ({ depositId, documentId }: { depositId: string; documentId: string }) =>
  `${depositId} ${documentId}`;

/** Deposits and their ledgers. */
export function depositStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    deposits: (accountIds: readonly string[], kind: DepositKind, locked: boolean) => {
      const rest = 'WHERE accountId IN (?) AND kind = ? ORDER BY id';
      return locked
        ? sql.selectForUpdate(depositTable, rest, [accountIds, kind])
        : sql.select(depositTable, rest, [accountIds, kind]);
    },
    deposit: async (depositId: string) => (await sql.select(depositTable, 'WHERE id = ?', [depositId]))[0],
    depositsOf: (side: 'sellerId' | 'buyerId', partyId: string, after: string, limit: number) =>
      sql.select(depositTable, `WHERE ${side} = ? AND id > ? ORDER BY id LIMIT ?`, [partyId, after, limit]),
    addDeposits: (deposits: readonly Deposit[]) => sql.insertMissing(depositTable, deposits),
    holds: (depositIds: readonly string[], documentIds: readonly string[]) =>
      sql.select(depositHoldTable, 'WHERE depositId IN (?) AND documentId IN (?)', [depositIds, documentIds]),
    /** What an order holds of an account's prepaid balance. */
    prepaidHolds: (accountId: string, orderId: string) =>
      sql.rows<{ heldFen: Fen }>(
        `SELECT hold.heldFen FROM deposit JOIN depositHold hold ON hold.depositId = deposit.id
         WHERE deposit.accountId = ? AND deposit.kind = 'prepaid' AND hold.documentId = ? AND hold.heldFen > 0`,
        [accountId, orderId],
      ),
    entries: (depositId: string, before: string | null, limit: number) =>
      sql.select(depositEntryTable, ...newestFirst({ depositId }, { before, limit })),
    entry: async (entryId: string) => (await sql.select(depositEntryTable, 'WHERE id = ?', [entryId]))[0],
    reversalOf: async (entryId: string) =>
      (await sql.select(depositEntryTable, 'WHERE reversesId = ?', [entryId]))[0],

    /** Moves entries into their balances and holds; one that a balance cannot bear spoils all. */
    async post(entries: readonly DepositEntry[]) {
      if (entries.length === 0) return;
      const balances = addAmounts(entries.map(({ depositId, balanceFen }) => [depositId, balanceFen]));
      const helds = addAmounts(entries.map(({ depositId, heldFen }) => [depositId, heldFen]));
      const balance = caseById(balances);
      const held = caseById(helds);
      const changed = await sql.run(
        `UPDATE deposit SET balanceFen = balanceFen + ${balance.text}, heldFen = heldFen + ${held.text}
         WHERE heldFen + ${held.text} >= 0
           AND balanceFen + ${balance.text} - heldFen >= ${held.text} AND id IN (?)`,
        [
          ...balance.parameters,
          ...held.parameters,
          ...held.parameters,
          ...balance.parameters,
          ...held.parameters,
          [...balances.keys()],
        ],
      );
      if (changed !== balances.size) throw new Contended('a deposit changed since it was read');
      await this.moveHolds(entries.filter(({ heldFen }) => heldFen !== 0));
      await sql.insert(depositEntryTable, entries);
    },
    async moveHolds(entries: readonly DepositEntry[]) {
      const moved = new Map<string, { hold: DepositHold; amountFen: Fen }>();
      for (const { depositId, documentId, heldFen } of entries) {
        const key = holdKey({ depositId, documentId });
        const amountFen = (moved.get(key)?.amountFen ?? 0) + heldFen;
        moved.set(key, { hold: { depositId, documentId, heldFen: 0 }, amountFen });
      }
      const changes = [...moved.values()].filter(({ amountFen }) => amountFen !== 0);
      if (changes.length === 0) return;
      await sql.insertMissing(
        depositHoldTable,
        changes.map(({ hold }) => hold),
      );
      const text = `CASE${' WHEN depositId = ? AND documentId = ? THEN ?'.repeat(changes.length)} ELSE 0 END`;
      const parameters = changes.flatMap(({ hold: { depositId, documentId }, amountFen }) => [
        depositId,
        documentId,
        amountFen,
      ]);
      const changed = await sql.run(
        `UPDATE depositHold SET heldFen = heldFen + ${text}
         WHERE ${text} <> 0 AND heldFen + ${text} >= 0 AND depositId IN (?) AND documentId IN (?)`,
        [
          ...parameters,
          ...parameters,
          ...parameters,
          changes.map(({ hold }) => hold.depositId),
          changes.map(({ hold }) => hold.documentId),
        ],
      );
      if (changed !== changes.length) throw new Contended('a hold of a deposit changed since it was read');
    },
  };
}
