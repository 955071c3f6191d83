import {
  addAmounts,
  anyPair,
  caseById,
  Contended,
  type Fen,
  type Instant,
  keyBy,
  together,
  type Tx,
} from '../../platform';
import { sqlOf } from '../../platform/database/sql';
import { holdChangeOf } from './book';
import type { RebateAccount, RebateAction, RebateEntry, RebateHold, RebateLot, RebateTerms } from './model';
import {
  rebateAccountTable,
  rebateEntryTable,
  rebateHoldTable,
  rebateLotTable,
  rebateTermsTable,
} from './tables';

export type AccountPair = readonly [sellerId: string, buyerId: string];

/** What a statement adds up. */
export interface ActionTotal {
  readonly action: RebateAction;
  readonly balanceFen: Fen;
  readonly owedFen: Fen;
}

export interface AccountFilter {
  readonly side: 'sellerId' | 'buyerId';
  readonly partyId: string;
  readonly otherId: string | null;
  readonly after: string;
  readonly limit: number;
}

/** Rebate balances and their ledger. */
export function rebateStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    accounts: (pairs: readonly AccountPair[], locked: boolean) => {
      const { text, parameters } = anyPair('sellerId', 'buyerId', pairs);
      return sql[locked ? 'selectForUpdate' : 'select'](
        rebateAccountTable,
        `WHERE ${text} ORDER BY id`,
        parameters,
      );
    },
    account: async (accountId: string) =>
      (await sql.select(rebateAccountTable, 'WHERE id = ?', [accountId]))[0],
    accountsLocked: (accountIds: readonly string[]) =>
      sql.selectForUpdate(rebateAccountTable, 'WHERE id IN (?) ORDER BY id', [accountIds]),
    accountsOf: ({ side, partyId, otherId, after, limit }: AccountFilter) => {
      const other = side === 'sellerId' ? 'buyerId' : 'sellerId';
      return sql.select(
        rebateAccountTable,
        `WHERE ${side} = ?${otherId === null ? '' : ` AND ${other} = ?`} AND id > ? ORDER BY id LIMIT ?`,
        [partyId, ...(otherId === null ? [] : [otherId]), after, limit],
      );
    },
    totalsOfSeller: async (sellerId: string) =>
      (
        await sql.rows<{ accounts: number; balanceFen: Fen; heldFen: Fen; owedFen: Fen }>(
          `SELECT COUNT(*) AS accounts, COALESCE(SUM(balanceFen), 0) AS balanceFen,
                  COALESCE(SUM(heldFen), 0) AS heldFen, COALESCE(SUM(owedFen), 0) AS owedFen
           FROM rebateAccount WHERE sellerId = ?`,
          [sellerId],
        )
      )[0],
    addAccounts: (accounts: readonly RebateAccount[]) => sql.insertMissing(rebateAccountTable, accounts),

    /** What is left of accounts, what expires first at first. */
    lots: (accountIds: readonly string[]) =>
      sql.select(rebateLotTable, 'WHERE accountId IN (?) AND leftFen > 0 ORDER BY accountId, expiresAt, id', [
        accountIds,
      ]),
    lotsById: (lotIds: readonly string[]) =>
      sql.select(rebateLotTable, 'WHERE id IN (?) ORDER BY id', [lotIds]),
    holds: (orderIds: readonly string[]) =>
      sql.select(rebateHoldTable, 'WHERE orderId IN (?) ORDER BY id', [orderIds]),
    /** Accounts of which something has run out that no order holds. */
    expired: async (at: Instant, after: string, limit: number) =>
      (
        await sql.rows<{ accountId: string }>(
          `SELECT DISTINCT lot.accountId FROM rebateLot lot JOIN rebateAccount account ON account.id = lot.accountId
           WHERE lot.expiresAt <= ? AND lot.leftFen > lot.heldFen AND account.frozenAt IS NULL AND lot.accountId > ?
           ORDER BY lot.accountId LIMIT ?`,
          [at, after, limit],
        )
      ).map(({ accountId }) => accountId),

    /** Writes entries with what they change; a balance that cannot bear one spoils all. */
    async post(entries: readonly RebateEntry[], newLots: readonly RebateLot[]) {
      if (entries.length === 0) return;
      const ofLots = entries.flatMap((entry) =>
        entry.lotId === null ? [] : [{ ...entry, id: entry.lotId }],
      );
      const holds = holdsOf(entries);
      await together([
        this.move(
          'rebateAccount',
          'balanceFen',
          entries.map((entry) => ({ ...entry, id: entry.accountId })),
          true,
        ),
        sql.insert(rebateLotTable, newLots),
        this.move('rebateLot', 'leftFen', ofLots, false),
        sql.insertMissing(
          rebateHoldTable,
          holds.map((hold) => ({ ...hold, heldFen: 0, capturedFen: 0, restoredFen: 0 })),
        ),
        this.moveHolds(holds),
        sql.insert(rebateEntryTable, entries),
      ]);
    },
    /** Adds to balances and what is held of them, never below nothing. */
    async move(
      tableName: 'rebateAccount' | 'rebateLot',
      balance: 'balanceFen' | 'leftFen',
      changes: readonly Pick<RebateEntry, 'id' | 'balanceFen' | 'heldFen' | 'owedFen'>[],
      withOwed: boolean,
    ) {
      if (changes.length === 0) return;
      const ids = [...new Set(changes.map(({ id }) => id))];
      const left = caseById(addAmounts(changes.map(({ id, balanceFen }) => [id, balanceFen])));
      const held = caseById(addAmounts(changes.map(({ id, heldFen }) => [id, heldFen])));
      const owed = caseById(addAmounts(changes.map(({ id, owedFen }) => [id, owedFen])));
      const changed = await sql.run(
        `UPDATE ${tableName} SET ${balance} = ${balance} + ${left.text}, heldFen = heldFen + ${held.text}
           ${withOwed ? `, owedFen = owedFen + ${owed.text}` : ''}
         WHERE id IN (?) AND heldFen + ${held.text} >= 0
           AND ${balance} + ${left.text} >= heldFen + ${held.text}
           ${withOwed ? `AND owedFen + ${owed.text} >= 0` : ''}`,
        [
          ...left.parameters,
          ...held.parameters,
          ...(withOwed ? owed.parameters : []),
          ids,
          ...held.parameters,
          ...left.parameters,
          ...held.parameters,
          ...(withOwed ? owed.parameters : []),
        ],
      );
      if (changed !== ids.length) throw new Contended('a rebate balance changed since it was read');
    },
    async moveHolds(holds: readonly RebateHold[]) {
      if (holds.length === 0) return;
      const amounts = (of: 'heldFen' | 'capturedFen' | 'restoredFen') =>
        caseById(new Map(holds.map((hold) => [hold.id, hold[of]])));
      const held = amounts('heldFen');
      const captured = amounts('capturedFen');
      const restored = amounts('restoredFen');
      const changed = await sql.run(
        `UPDATE rebateHold SET heldFen = heldFen + ${held.text}, capturedFen = capturedFen + ${captured.text},
           restoredFen = restoredFen + ${restored.text}
         WHERE id IN (?) AND heldFen + ${held.text} >= 0
           AND capturedFen + ${captured.text} >= restoredFen + ${restored.text}`,
        [
          ...held.parameters,
          ...captured.parameters,
          ...restored.parameters,
          holds.map(({ id }) => id),
          ...held.parameters,
          ...captured.parameters,
          ...restored.parameters,
        ],
      );
      if (changed !== holds.length) throw new Contended('a hold of a rebate changed since it was read');
    },

    entries: (accountId: string, before: string | null, limit: number) =>
      sql.select(
        rebateEntryTable,
        `WHERE accountId = ?${before === null ? '' : ' AND id < ?'} ORDER BY id DESC LIMIT ?`,
        [accountId, ...(before === null ? [] : [before]), limit],
      ),
    /** What stood before an instant. */
    balanceBefore: async (accountId: string, before: Instant) => {
      const [row] = await sql.rows<{ balanceFen: Fen | null; owedFen: Fen | null }>(
        'SELECT SUM(balanceFen) AS balanceFen, SUM(owedFen) AS owedFen FROM rebateEntry WHERE accountId = ? AND at < ?',
        [accountId, before],
      );
      return { balanceFen: row?.balanceFen ?? 0, owedFen: row?.owedFen ?? 0 };
    },
    totalsBetween: (accountId: string, from: Instant, before: Instant) =>
      sql.rows<ActionTotal>(
        `SELECT action, SUM(balanceFen) AS balanceFen, SUM(owedFen) AS owedFen FROM rebateEntry
         WHERE accountId = ? AND at >= ? AND at < ? GROUP BY action ORDER BY action`,
        [accountId, from, before],
      ),

    async freeze(account: RebateAccount, at: Instant, reason: string) {
      const changed = await sql.run(
        'UPDATE rebateAccount SET frozenAt = ?, frozenReason = ? WHERE id = ? AND frozenAt IS NULL',
        [at, reason, account.id],
      );
      if (changed !== 1) throw new Contended('a rebate account was frozen since it was read');
    },
    /** Ends a dispute; what was left lasts as much longer as the dispute did. */
    async thaw(account: RebateAccount, longerMs: number) {
      const changed = await sql.run(
        "UPDATE rebateAccount SET frozenAt = NULL, frozenReason = '' WHERE id = ? AND frozenAt IS NOT NULL",
        [account.id],
      );
      if (changed !== 1) throw new Contended('a rebate account was thawed since it was read');
      await sql.run('UPDATE rebateLot SET expiresAt = expiresAt + ? WHERE accountId = ? AND leftFen > 0', [
        longerMs,
        account.id,
      ]);
    },

    /** The newest terms of each seller. */
    terms: async (sellerIds: readonly string[]) =>
      keyBy(
        await sql.select(rebateTermsTable, 'WHERE sellerId IN (?) ORDER BY sellerId, version', [sellerIds]),
        ({ sellerId }) => sellerId,
      ),
    termsHistory: (sellerId: string, limit: number) =>
      sql.select(rebateTermsTable, 'WHERE sellerId = ? ORDER BY version DESC LIMIT ?', [sellerId, limit]),
    /** True when nobody had written that version before. */
    addTerms: async (terms: RebateTerms) => (await sql.insertMissing(rebateTermsTable, [terms])) === 1,
  };
}

/** What entries change of holds, one row each. */
function holdsOf(entries: readonly RebateEntry[]): readonly RebateHold[] {
  const byId = new Map<string, RebateHold>();
  for (const entry of entries) {
    const change = holdChangeOf(entry);
    if (!change) continue;
    const before = byId.get(change.id);
    byId.set(change.id, {
      ...change,
      accountId: entry.accountId,
      heldFen: (before?.heldFen ?? 0) + change.heldFen,
      capturedFen: (before?.capturedFen ?? 0) + change.capturedFen,
      restoredFen: (before?.restoredFen ?? 0) + change.restoredFen,
    });
  }
  return [...byId.values()];
}
