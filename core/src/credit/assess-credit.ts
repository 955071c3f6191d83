import type { Day } from '../platform/clock';
import type { Known } from '../platform/collect';
import type { Fen } from '../platform/money';
import {
  type Forbidden,
  forbiddenBy,
  type LadderAnswer,
  ladderOn,
  type LadderPolicy,
  ladderStep,
  overdueOf,
} from './ladder';
import { type LadderStep } from './ladder-step';
import { accountKey, type Buckets, type CreditAccount, type OpenBill } from './model';
import { type PayToFree, payToFree } from './pay-to-free';
import { type Release, releaseFor } from './release';
import { type TemporaryLimit, temporaryFen } from './temporary-limit';
import { type Terms, type TermsAnswer, termsAllow, termsOn, type TermsVersion, waitingBills } from './terms';

/** 占用额: what the buyer owes or will owe, less money not yet applied. */
export function exposureFen(buckets: Buckets): Fen {
  return buckets.heldFen + buckets.shippedFen + buckets.receivableFen - buckets.unappliedFen;
}

/** What may still be bought under the permanent limit; negative when that is exceeded. */
export function availableFen(account: { readonly limitFen: Fen } & Buckets): Fen {
  return account.limitFen - exposureFen(account);
}

/** Everything about the credit of a batch of orders, read at once; lists are by account id. */
export interface CreditFacts {
  /** By `accountKey(buyerId, sellerId)`. */
  readonly accounts: ReadonlyMap<string, CreditAccount>;
  readonly openBills: ReadonlyMap<string, readonly OpenBill[]>;
  readonly temporaryLimits: Known<readonly TemporaryLimit[]>;
  readonly releases: ReadonlyMap<string, readonly Release[]>;
  /** What orders have taken of a release already, by `releaseId orderId`. */
  readonly releaseUses: ReadonlyMap<string, Fen>;
  readonly terms: Known<readonly TermsVersion[]>;
  /** The order billed last, for accounts that pay batch by batch. */
  readonly lastBilledOrderIds: ReadonlyMap<string, string>;
  /** The whole prepaid balance: what orders hold of it stands in the exposure as well. */
  readonly prepaidFen: ReadonlyMap<string, Fen>;
  /** What of it orders hold. */
  readonly prepaidHeldFen: ReadonlyMap<string, Fen>;
  /** By seller. */
  readonly ladders: Known<readonly LadderPolicy[]>;
}

export interface CreditQuestion {
  readonly buyerId: string;
  readonly sellerId: string;
  /** What the order comes to. */
  readonly amountFen: Fen;
  readonly on: Day;
  /** What of it came with the order already and waits on the account; left out, nothing. */
  readonly paidFen?: Fen;
  /** What earlier orders of the same batch have taken and no fact knows of yet. */
  readonly promisedFen?: Fen;
}

/** The exposure by part: receivable + shipped + held + this order − unapplied = total. */
export interface Exposure extends Buckets {
  readonly thisOrderFen: Fen;
  readonly totalFen: Fen;
}

export interface LadderStanding extends LadderAnswer {
  readonly forbids: Forbidden;
  /** The release that lets this order pass, to be used with `useReleases`; null when none does. */
  readonly release: Release | null;
}

export interface CreditAssessment {
  /** `noAccount`: nowhere to write the debt. `over`: beyond the limit, or beyond the prepaid balance. */
  readonly answer: 'enough' | 'over' | 'noAccount';
  readonly account: CreditAccount | null;
  readonly exposure: Exposure;
  readonly limit: { readonly permanentFen: Fen; readonly temporaryFen: Fen; readonly totalFen: Fen };
  /** Before this order; negative when the limit is exceeded. */
  readonly availableFen: Fen;
  readonly missingFen: Fen;
  /** `leftFen`: the prepaid balance less all that is not paid yet; `freeFen`: what of it no order holds. */
  readonly prepaid: { readonly leftFen: Fen; readonly freeFen: Fen };
  readonly terms: Terms & { readonly version: number; readonly allows: TermsAnswer };
  readonly ladder: LadderStanding;
  /** True when the ladder holds the order and no release lets it pass. */
  readonly locked: boolean;
  /** Null when no payment of bills is needed, or none would help. */
  readonly payToFree: PayToFree | null;
}

const nothing: Buckets = { heldFen: 0, shippedFen: 0, receivableFen: 0, unappliedFen: 0 };

/**
 * 信用检查 of one order: exposure against the permanent and the valid temporary limit, what the terms ask,
 * where the account stands on the overdue ladder, and what payment would free the order.
 * Available = permanent + valid temporary limit − exposure.
 */
export function assessCredit(facts: CreditFacts, question: CreditQuestion): CreditAssessment {
  const { buyerId, sellerId, amountFen, on } = question;
  const dueFen = Math.max(0, amountFen - (question.paidFen ?? 0));
  const account = facts.accounts.get(accountKey(buyerId, sellerId)) ?? null;
  const ladder = ladderOn(facts.ladders.get(sellerId) ?? [], on);
  const openBills = (account && facts.openBills.get(account.id)) ?? [];
  const late = ladderStep(ladder, overdueOf(openBills, on), account?.limitFen ?? 0, on);
  const forbids = forbiddenBy(late.step);
  const releases = (account && facts.releases.get(account.id)) ?? [];
  const terms = termsOn((account && facts.terms.get(account.id)) ?? [], account?.termDays ?? 0, on);
  // Paid with the order or beforehand, it asks for no credit; only a frozen account may not even do that.
  const onCredit = dueFen > 0 && terms.kind !== 'cash' && terms.kind !== 'prepaid';
  const isForbidden = onCredit ? forbids.onAccount : forbids.ordering;
  const release = isForbidden ? releaseFor(releases, late.step, dueFen, on) : null;
  const locked = isForbidden && release === null;

  const permanentFen = account?.limitFen ?? 0;
  const temporary = (account && facts.temporaryLimits.get(account.id)) ?? [];
  const extraFen = forbids.temporaryLimit ? 0 : temporaryFen(temporary, on);
  const totalFen = permanentFen + extraFen;
  const buckets: Buckets = account ?? nothing;
  const { shippedFen, receivableFen, unappliedFen } = buckets;
  const heldFen = buckets.heldFen + (question.promisedFen ?? 0);
  const usedFen = exposureFen({ heldFen, shippedFen, receivableFen, unappliedFen });

  const balanceFen = (account && facts.prepaidFen.get(account.id)) ?? 0;
  const spokenForFen = ((account && facts.prepaidHeldFen.get(account.id)) ?? 0) + (question.promisedFen ?? 0);
  // A prepaid balance pays for all that is not paid yet, this order last.
  const prepaid = { leftFen: balanceFen - usedFen, freeFen: Math.max(0, balanceFen - spokenForFen) };
  const lastOrderId = (account && facts.lastBilledOrderIds.get(account.id)) ?? null;
  const allows = termsAllow(terms, {
    amountFen,
    dueFen,
    prepaidFen: prepaid.leftFen,
    waiting: waitingBills(openBills, lastOrderId).map((bill) => ({
      billId: bill.id,
      openFen: bill.amountFen - bill.paidFen,
    })),
  });
  const creditFen = onCredit ? amountFen : 0;
  const missingCreditFen = creditFen === 0 ? 0 : Math.max(0, creditFen - (totalFen - usedFen));
  const missingFen = allows.answer === 'topUp' ? allows.missingFen : missingCreditFen;
  const waitingBillIds = allows.answer === 'payBatch' ? allows.billIds : [];
  const isHeldUp = missingCreditFen > 0 || locked || waitingBillIds.length > 0;
  return {
    answer: !account ? 'noAccount' : missingFen > 0 ? 'over' : 'enough',
    account,
    exposure: {
      heldFen,
      shippedFen,
      receivableFen,
      unappliedFen,
      thisOrderFen: creditFen,
      totalFen: usedFen + creditFen,
    },
    limit: { permanentFen, temporaryFen: extraFen, totalFen },
    availableFen: totalFen - usedFen,
    missingFen,
    prepaid,
    terms: {
      kind: terms.kind,
      days: terms.days,
      basis: terms.basis,
      statementDay: terms.statementDay,
      version: terms.version,
      allows,
    },
    ladder: {
      step: late.step,
      overdueDays: late.overdueDays,
      overdueFen: late.overdueFen,
      ignoredUpToFen: late.ignoredUpToFen,
      forbids,
      release,
    },
    locked,
    payToFree:
      account && isHeldUp
        ? payToFree({
            openBills,
            missingFen: missingCreditFen,
            lock: locked
              ? { ladder, limitFen: permanentFen, firstForbidden: onCredit ? 'cashOnly' : 'frozen' }
              : null,
            waitingBillIds,
            on,
          })
        : null,
  };
}

export interface ShipQuestion {
  readonly buyerId: string;
  readonly sellerId: string;
  readonly orderId: string;
  readonly amountFen: Fen;
  readonly on: Day;
}

export type ShipAnswer =
  | { readonly answer: 'pass'; readonly release: Release | null }
  | { readonly answer: 'noAccount' }
  | { readonly answer: 'stopped'; readonly ladder: LadderAnswer; readonly payToFree: PayToFree };

/**
 * 发货前复核: whether the overdue ladder lets goods of an approved order go. A release passes for what is
 * left of it, or for what the order has taken of it already.
 */
export function mayShip(facts: CreditFacts, { buyerId, sellerId, orderId, amountFen, on }: ShipQuestion) {
  const account = facts.accounts.get(accountKey(buyerId, sellerId));
  if (!account) return { answer: 'noAccount' } satisfies ShipAnswer as ShipAnswer;
  const ladder = ladderOn(facts.ladders.get(sellerId) ?? [], on);
  const openBills = facts.openBills.get(account.id) ?? [];
  const late = ladderStep(ladder, overdueOf(openBills, on), account.limitFen, on);
  if (!forbiddenBy(late.step).shipping) return pass(null);
  const releases = (facts.releases.get(account.id) ?? []).map((release) => ({
    ...release,
    usedFen: release.usedFen - (facts.releaseUses.get(releaseUseKey(release.id, orderId)) ?? 0),
  }));
  const release = releaseFor(releases, late.step, amountFen, on);
  if (release) return pass(release);
  const lock = { ladder, limitFen: account.limitFen, firstForbidden: 'stopShipment' as LadderStep };
  const pay = payToFree({ openBills, missingFen: 0, lock, waitingBillIds: [], on });
  return { answer: 'stopped', ladder: late, payToFree: pay } satisfies ShipAnswer as ShipAnswer;
}

const pass = (release: Release | null): ShipAnswer => ({ answer: 'pass', release });

export const releaseUseKey = (releaseId: string, orderId: string) => `${releaseId} ${orderId}`;
