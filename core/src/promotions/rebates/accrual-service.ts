import { type Fen, type Instant, keyBy, sum, type Tx } from '../../platform';
import { warnOfBudget } from '../costs/warn-of-budget-service';
import { isFor } from '../is-for-buyer';
import { kinds } from '../kinds/all-kinds';
import type { Promotion } from '../model';
import { promotionStore } from '../promotion-store';
import { openAccounts } from './accounts-service';
import { accrualStore } from './accrual-store';
import { decideEarning, decideReversal, type Occasion } from './decide-posting';
import { sayNextRebate } from './say-next';
import {
  entitle,
  nextStep,
  settledAfterDays,
  type Signed,
  type Window,
  windowOf,
  withinBudget,
} from './entitle';
import type { RebateSettlement } from './model';
import { openBooks } from './ledger-service';
import { readRebateTerms } from './standing-service';
import { rebateExpiresAt } from './terms';

const dayMs = 86_400_000;
const laterKinds = kinds.filter(({ lane }) => lane === 'later').map(({ name }) => name);

/** A promotion whose rebate is to be settled. */
export interface DuePromotion {
  readonly promotion: Promotion;
  readonly window: Window;
}

/** Promotions that pay later and are running, or ended not long before an instant; in id order after one. */
export async function duePromotions(
  tx: Tx,
  at: Instant,
  after: string,
  limit: number,
): Promise<readonly Pick<Promotion, 'id' | 'sellerId'>[]> {
  const span = { endsAfter: at - settledAfterDays * dayMs, startsBefore: at };
  return accrualStore(tx).promotionsOf(laterKinds, span, after, limit);
}

/** Locks a promotion that pays later, so that it is settled by one at a time; null when it is none. */
export async function lockDuePromotion(tx: Tx, promotionId: string): Promise<DuePromotion | null> {
  const store = promotionStore(tx);
  const promotion = await store.promotionLocked(promotionId);
  if (!promotion || promotion.state === 'draft' || !laterKinds.includes(promotion.kind)) return null;
  const stoppedAt =
    promotion.state === 'stopped' ? ((await store.versions(promotionId))[0]?.changedAt ?? null) : null;
  return { promotion, window: windowOf(promotion, stoppedAt) };
}

/** Promotions of a seller that pay later and count now, the first to end first. */
export async function runningLater(
  tx: Tx,
  sellerId: string,
  at: Instant,
  limit: number,
): Promise<readonly DuePromotion[]> {
  const live = await promotionStore(tx).live([sellerId]);
  return live
    .filter(({ kind, startsAt, endsAt }) => laterKinds.includes(kind) && startsAt <= at && at < endsAt)
    .sort((left, right) => left.endsAt - right.endsAt || (left.id < right.id ? -1 : 1))
    .slice(0, limit)
    .map((promotion) => ({ promotion, window: windowOf(promotion, null) }));
}

/** How far a buyer is with a promotion that pays later. */
export interface RebateProgress {
  readonly promotion: Promotion;
  readonly quantity: number;
  readonly amountFen: Fen;
  readonly proofCount: number;
  readonly entitledFen: Fen;
  readonly settledFen: Fen;
  /** What is missing for more, in words. */
  readonly next: string | null;
}

/** How far a buyer is with promotions, by what was signed for; those that are not for it are left out. */
export async function loadProgress(
  tx: Tx,
  buyerId: string,
  found: readonly { readonly promotion: Promotion; readonly signed: Signed }[],
): Promise<readonly RebateProgress[]> {
  const store = accrualStore(tx);
  const accruals = await store.accruals(
    found.map(({ promotion }) => promotion.id),
    buyerId,
  );
  const progress: RebateProgress[] = [];
  for (const { promotion, signed } of found) {
    const settledFen = accruals.get(promotion.id)?.settledFen ?? 0;
    if (settledFen === 0 && !isFor(promotion.audience, signed.buyer)) continue;
    const proofCount = (await store.proofs(promotion.id, [buyerId])).get(buyerId) ?? 0;
    const { quantity, amountFen, entitledFen } = entitle(promotion, signed, proofCount, {
      settledFen,
      lastPromotion: null,
    });
    const near = nextStep(promotion, signed, proofCount, settledFen);
    const next = near && sayNextRebate(near);
    progress.push({ promotion, quantity, amountFen, proofCount, entitledFen, settledFen, next });
  }
  return progress;
}

/** Buyers that a promotion has paid, in id order after one: what they returned since may have to come back. */
export const accruedBuyers = (
  tx: Tx,
  promotionId: string,
  after: string,
  limit: number,
): Promise<readonly string[]> => accrualStore(tx).accruedBuyers(promotionId, after, limit);

/**
 * Settles a locked promotion for buyers: what each has a right to until now, less what was settled before, goes to its
 * balance, or comes off it. A buyer that was settled in the period already is left alone. Answers the settlements.
 */
export async function settlePromotion(
  tx: Tx,
  newId: () => string,
  { promotion }: DuePromotion,
  {
    signed,
    period,
    actorId,
    at,
  }: {
    readonly signed: readonly Signed[];
    readonly period: string;
    readonly actorId: string;
    readonly at: Instant;
  },
): Promise<readonly RebateSettlement[]> {
  const { id: promotionId, sellerId } = promotion;
  const store = accrualStore(tx);
  const buyerIds = signed.map(({ buyer }) => buyer.id);
  const accruals = await store.accrualsLocked(promotionId, buyerIds);
  const isSettled = await store.settledIn(promotionId, period, buyerIds);
  const proofs = await store.proofs(promotionId, buyerIds);
  const past = await pastPromotions(tx, promotion, buyerIds);
  const due = signed
    .filter(({ buyer }) => !isSettled.has(buyer.id))
    .map((one) => {
      const { id: buyerId } = one.buyer;
      const settledFen = accruals.get(buyerId)?.settledFen ?? 0;
      const lastPromotion = past(buyerId);
      const entitled = entitle(promotion, one, proofs.get(buyerId) ?? 0, { settledFen, lastPromotion });
      return { buyerId, settledFen, entitled };
    })
    .filter(({ settledFen, entitled }) => entitled.entitledFen !== settledFen);
  if (due.length === 0) return [];
  const spentFen = await store.settledFen(promotionId);
  const leftFen = promotion.budgetFen === null ? Infinity : promotion.budgetFen - spentFen;
  const deltas = withinBudget(
    due.map(({ settledFen, entitled }) => entitled.entitledFen - settledFen),
    leftFen,
  );
  const moved = due.flatMap(({ buyerId, settledFen, entitled }, index) => {
    const deltaFen = deltas[index] as number;
    if (deltaFen === 0) return [];
    const settlement: RebateSettlement = {
      id: newId(),
      promotionId,
      buyerId,
      period,
      sellerId,
      ...entitled,
      deltaFen,
      at,
    };
    return [{ settlement, accrual: { promotionId, buyerId, sellerId, settledFen } }];
  });
  const settlements = moved.map(({ settlement }) => settlement);
  await store.accrue(
    promotionId,
    moved.map(({ accrual }) => accrual),
    settlements.map(({ deltaFen }) => deltaFen),
  );
  await store.addSettlements(settlements);
  await paySettlements(tx, newId, promotion, settlements, actorId);
  await warnOfBudget(tx, newId, promotion, spentFen + sum(settlements.map(({ deltaFen }) => deltaFen)), at);
  return settlements;
}

async function paySettlements(
  tx: Tx,
  newId: () => string,
  { sellerId, name }: Promotion,
  settlements: readonly RebateSettlement[],
  actorId: string,
) {
  if (settlements.length === 0) return;
  const terms = (await readRebateTerms(tx, [sellerId]))(sellerId);
  const pairs = settlements.map(({ buyerId }) => [sellerId, buyerId] as const);
  await openAccounts(tx, newId, pairs, settlements[0]?.at as Instant);
  const books = await openBooks(tx, pairs);
  for (const { id: documentId, buyerId, deltaFen, at } of settlements) {
    const book = books.known(sellerId, buyerId);
    const occasion: Occasion = { newId, documentId, reason: name, actorId, at };
    const posting =
      deltaFen > 0
        ? decideEarning(book, { amountFen: deltaFen, expiresAt: rebateExpiresAt(at, terms) }, occasion)
        : decideReversal(book, -deltaFen, occasion);
    books.add(book, posting);
  }
  await books.write();
}

/** The promotion as it stood at each buyer's last settlement, where that was another version. */
async function pastPromotions(tx: Tx, promotion: Promotion, buyerIds: readonly string[]) {
  const last = await accrualStore(tx).lastSettlements(promotion.id, buyerIds);
  const versions = new Set([...last.values()].map(({ promotionVersion }) => promotionVersion));
  versions.delete(promotion.version);
  const definitions =
    versions.size === 0
      ? []
      : await promotionStore(tx).definitions(
          [...versions].map((version) => ({ promotionId: promotion.id, version })),
        );
  const byVersion = keyBy(definitions, ({ version }) => String(version));
  return (buyerId: string): Promotion | null =>
    byVersion.get(String(last.get(buyerId)?.promotionVersion))?.definition ?? null;
}
