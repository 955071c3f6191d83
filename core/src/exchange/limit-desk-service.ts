import {
  accountKey,
  accountPage,
  type CreditAccount,
  loadAccounts,
  plainTerms,
  upsertLimits,
} from '../credit';
import { buyersOf, loadParties } from '../partners';
import { openDesk } from './desk-service';
import { formatFen } from './format-cell';
import { limitColumns } from './limit-columns';
import type { CellFault, Cells } from './model';

const cellsOf = (buyerCode: string, { limitFen, termDays }: CreditAccount): Cells => ({
  buyerCode,
  limitFen: formatFen(limitFen),
  termDays: String(termDays),
});

/** 信用额度 in and out: of the party's own customers. */
export const limitDesk = openDesk({
  kind: 'limits',
  columns: limitColumns,
  keyOf: ({ buyerCode }) => buyerCode,
  load: async (tx, { partyId }, rows) => {
    const buyers = await buyersOf(
      tx,
      partyId,
      rows.map(({ buyerCode }) => buyerCode),
    );
    const accounts = await loadAccounts(
      tx,
      buyers.map(({ id }) => id),
      [partyId],
      false,
    );
    return new Map(
      buyers.flatMap(({ id, code }): [string, Cells][] => {
        const account = accounts.get(accountKey(id, partyId));
        return account ? [[code, cellsOf(code, account)]] : [];
      }),
    );
  },
  write: async (tx, { partyId, userId, at, newId }, rows) => {
    const buyers = await buyersOf(
      tx,
      partyId,
      rows.map(({ buyerCode }) => buyerCode),
    );
    const idOf = new Map(buyers.map(({ id, code }) => [code, id]));
    const faults = new Map<string, readonly CellFault[]>();
    const limits = rows.flatMap(({ buyerCode, limitFen, termDays }) => {
      const buyerId = idOf.get(buyerCode);
      if (buyerId === undefined) {
        faults.set(buyerCode, [
          { heading: limitColumns.buyerCode.heading, fault: '没有这个客户，或不由您供货' },
        ]);
        return [];
      }
      const terms = termDays === null ? undefined : plainTerms(termDays);
      return [{ sellerId: partyId, buyerId, limitFen, terms }];
    });
    await upsertLimits(tx, newId, limits, { actorId: userId, at, reason: '导入' });
    return faults;
  },
  page: async (tx, { partyId }, after, limit) => {
    const accounts = await accountPage(tx, partyId, after, limit);
    const buyers = await loadParties(
      tx,
      accounts.map(({ buyerId }) => buyerId),
    );
    const last = accounts.length === limit ? accounts.at(-1) : undefined;
    const rows = accounts.map((account) => cellsOf(buyers.get(account.buyerId)?.code ?? '', account));
    return { rows, after: last?.buyerId ?? null };
  },
});
