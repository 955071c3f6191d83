import fc from 'fast-check';
import type { CreditFacts } from './assess-credit';
import { accountKey, type Bill, type CreditAccount, type OpenBill } from './model';
import type { Release } from './release';
import type { TemporaryLimit } from './temporary-limit';
import type { Terms, TermsVersion } from './terms';

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
    version: 0,
    ladderStep: 'clear',
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
    termsKind: 'net',
    termsVersion: 0,
    countsFromOn: null,
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

/** The facts of one account. */
export function creditFacts(
  account: CreditAccount,
  given: {
    readonly openBills?: readonly OpenBill[];
    readonly temporaryLimits?: readonly TemporaryLimit[];
    readonly releases?: readonly Release[];
    readonly terms?: readonly TermsVersion[];
    readonly prepaidFen?: number;
    readonly prepaidHeldFen?: number;
    readonly lastOrderId?: string;
  } = {},
): CreditFacts {
  return {
    accounts: accountsByKey([account]),
    openBills: new Map([[account.id, given.openBills ?? []]]),
    temporaryLimits: new Map([[account.id, given.temporaryLimits ?? []]]),
    releases: new Map([[account.id, given.releases ?? []]]),
    releaseUses: new Map(),
    terms: new Map([[account.id, given.terms ?? []]]),
    lastBilledOrderIds: new Map(given.lastOrderId === undefined ? [] : [[account.id, given.lastOrderId]]),
    prepaidFen: new Map([[account.id, given.prepaidFen ?? 0]]),
    prepaidHeldFen: new Map([[account.id, given.prepaidHeldFen ?? 0]]),
    ladders: new Map(),
  };
}

export function aTemporaryLimit(given: Partial<TemporaryLimit> = {}): TemporaryLimit {
  return {
    id: 'temporary',
    accountId: 'account',
    amountFen: 100_000,
    startsOn: '2026-03-01',
    untilOn: '2026-03-31',
    reason: '旺季备货',
    state: 'approved',
    requestedBy: 'clerk',
    requestedAt: 0,
    decidedBy: 'boss',
    decidedAt: 0,
    decisionNote: '',
    ...given,
  };
}

export function aRelease(given: Partial<Release> = {}): Release {
  return {
    id: 'pass',
    accountId: 'account',
    step: 'cashOnly',
    amountFen: 100_000,
    usedFen: 0,
    untilOn: '2026-03-31',
    reason: '老客户',
    revoked: false,
    actorId: 'boss',
    at: 0,
    ...given,
  };
}

export function someTerms(given: Partial<TermsVersion> & Pick<Terms, 'kind'>): TermsVersion {
  return {
    accountId: 'account',
    version: 1,
    days: 30,
    basis: 'sign',
    statementDay: 0,
    startsOn: '2026-01-01',
    reason: '',
    actorId: 'boss',
    at: 0,
    ...given,
  };
}
