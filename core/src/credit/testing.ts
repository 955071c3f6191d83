import fc from 'fast-check';
import { accountKey, type Bill, type CreditAccount } from './model';

export function anAccount(given: Partial<CreditAccount> = {}): CreditAccount {
  return {
    id: 'account',
    sellerId: 'seller',
    buyerId: 'buyer',
    limitFen: 1_000_000,
    termDays: 30,
    heldFen: 0,
    shippedFen: 0,
    receivableFen: 0,
    unappliedFen: 0,
    ...given,
  };
}

/** The accounts as an order finds them. */
export const accountsByKey = (accounts: readonly CreditAccount[]): ReadonlyMap<string, CreditAccount> =>
  new Map(accounts.map((account) => [accountKey(account.buyerId, account.sellerId), account]));

let made = 0;

export function aBill(given: Partial<Bill> = {}): Bill {
  made += 1;
  return {
    id: `bill-${made}`,
    accountId: 'account',
    sellerId: 'seller',
    buyerId: 'buyer',
    orderId: `order-${made}`,
    orderNumber: `D01-260101-${made}`,
    amountFen: 10_000,
    paidFen: 0,
    issuedAt: 0,
    dueOn: '2026-01-31',
    settled: false,
    ...given,
  };
}

/** Bills of few due days, so that ties are common; some are paid in part. */
export const anyBill: fc.Arbitrary<Bill> = fc
  .record({ amountFen: fc.integer({ min: 1, max: 50_000 }), paidShare: fc.nat(100), dueInDays: fc.nat(4) })
  .map(({ amountFen, paidShare, dueInDays }) =>
    aBill({
      amountFen,
      paidFen: Math.floor((amountFen * paidShare) / 100),
      dueOn: `2026-01-0${dueInDays + 1}`,
      settled: paidShare === 100,
    }),
  );
