import {
  type AccountStatement,
  type Caller,
  type Core,
  dayOf,
  daysBetween,
  type CreditEntry,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { at } from './wire';

export const creditHandlers = ({ credit, partners }: Core): HandlersOf<'credit'> => {
  const viewAccounts = async (statements: readonly AccountStatement[]) => {
    const ids = new Set(statements.flatMap(({ account }) => [account.sellerId, account.buyerId]));
    const parties = await partners.parties([...ids]);
    const nameOf = (id: string) => parties.get(id)?.name ?? '';
    return statements.map((statement) => viewAccount(statement, nameOf));
  };
  const viewOne = async (statement: AccountStatement) => {
    const [view] = await viewAccounts([statement]);
    return view as NonNullable<typeof view>;
  };

  return {
    mine: async (_, caller) => ({ items: await viewAccounts(await credit.mine(caller)) }),
    accounts: async (page, caller) => {
      const { items, nextCursor } = await credit.given(caller, page);
      return { items: await viewAccounts(items), nextCursor };
    },
    bills: async (input, caller) => {
      const { items, nextCursor } = await credit.bills(caller, input);
      const parties = await partners.parties([...new Set(items.map(({ buyerId }) => buyerId))]);
      return {
        items: items.map((bill) => ({
          billId: bill.id,
          orderId: bill.orderId,
          orderNumber: bill.orderNumber,
          buyerId: bill.buyerId,
          buyerName: parties.get(bill.buyerId)?.name ?? '',
          amountFen: bill.amountFen,
          paidFen: bill.paidFen,
          issuedAt: at(bill.issuedAt),
          dueOn: bill.dueOn,
          overdueDays: overdueDays(bill.dueOn, caller),
        })),
        nextCursor,
      };
    },
    entries: async (input, caller) => {
      const { items, nextCursor } = await credit.entries(caller, input);
      return { items: items.map(viewEntry), nextCursor };
    },
    receive: async (input, caller) => viewOne(await credit.receive(caller, input)),
    setLimit: async (input, caller) => viewOne(await credit.setLimit(caller, input)),
  };
};

const overdueDays = (dueOn: string, caller: Caller) => Math.max(0, daysBetween(dueOn, dayOf(caller.at)));

function viewAccount(
  { account, exposureFen, availableFen, overdueFen, overdueDays }: AccountStatement,
  nameOf: (id: string) => string,
) {
  return {
    sellerId: account.sellerId,
    sellerName: nameOf(account.sellerId),
    buyerId: account.buyerId,
    buyerName: nameOf(account.buyerId),
    limitFen: account.limitFen,
    heldFen: account.heldFen,
    shippedFen: account.shippedFen,
    receivableFen: account.receivableFen,
    unappliedFen: account.unappliedFen,
    exposureFen,
    availableFen,
    termDays: account.termDays,
    overdueFen,
    overdueDays,
  };
}

const entryTitles: Readonly<Record<CreditEntry['kind'], string>> = {
  hold: '订单占用',
  release: '释放占用',
  ship: '发货',
  sign: '签收入账',
  receive: '收款',
};

const viewEntry = (entry: CreditEntry) => ({
  entryId: entry.id,
  kind: entry.kind,
  title: entryTitles[entry.kind],
  heldFen: entry.heldFen,
  shippedFen: entry.shippedFen,
  receivableFen: entry.receivableFen,
  unappliedFen: entry.unappliedFen,
  documentId: entry.documentId,
  at: at(entry.at),
});
