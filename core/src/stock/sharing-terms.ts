import { addDays, type Day, isWithin } from '../platform/clock';
import { type BasisPoints, divideHalfUp, type PriceE4 } from '../platform/money';
import type { QuotaPeriod, SharingAgreement, TransferPrice } from './pool-model';

/** What of a SKU decides which agreement covers it. */
export interface SharedGoods {
  readonly skuId: string;
  readonly productLine: string;
}

/** The nearer a scope names the goods, the earlier its agreement is asked. */
const nearness: readonly SharingAgreement['scope'][] = ['sku', 'productLine', 'all'];

/** True when an agreement may be used on a day. */
export const isInForce = (agreement: SharingAgreement, on: Day): boolean =>
  agreement.state === 'active' && isWithin(on, agreement.startsOn, agreement.endsOn);

/** True when an agreement speaks of these goods. */
export function covers({ scope, scopeId }: SharingAgreement, goods: SharedGoods): boolean {
  if (scope === 'all') return true;
  return scopeId === (scope === 'sku' ? goods.skuId : goods.productLine);
}

/**
 * The agreement each lender serves a borrower's goods under on a day, one a lender: the nearest scope,
 * then the later start, then the id. In lender order.
 */
export function agreementsFor(
  agreements: readonly SharingAgreement[],
  borrowerId: string,
  goods: SharedGoods,
  on: Day,
): readonly SharingAgreement[] {
  const byLender = new Map<string, SharingAgreement>();
  for (const agreement of agreements) {
    if (agreement.borrowerId !== borrowerId || !isInForce(agreement, on) || !covers(agreement, goods))
      continue;
    const known = byLender.get(agreement.lenderId);
    if (!known || compareNearness(agreement, known) < 0) byLender.set(agreement.lenderId, agreement);
  }
  return [...byLender.values()].sort((left, right) => compareText(left.lenderId, right.lenderId));
}

function compareNearness(left: SharingAgreement, right: SharingAgreement): number {
  return (
    nearness.indexOf(left.scope) - nearness.indexOf(right.scope) ||
    compareText(right.startsOn, left.startsOn) ||
    compareText(left.id, right.id)
  );
}

/** The first day of the quota period a day lies in: Monday, the first of the month, or the agreement's start. */
export function periodStart(period: QuotaPeriod, on: Day, startsOn: Day): Day {
  if (period === 'whole') return startsOn;
  if (period === 'month') return `${on.slice(0, 7)}-01`;
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return addDays(on, -((weekday + 6) % 7));
}

/**
 * What a base unit costs the borrower, in 1/10,000 yuan; null when the rule gives no price: the SKU is not
 * in the fixed prices, or the borrower has no purchase price of which to take a share.
 */
export function transferPriceE4(
  rule: TransferPrice,
  skuId: string,
  purchasePriceE4: PriceE4 | null,
): PriceE4 | null {
  if (rule.kind === 'fixed') return rule.prices[skuId] ?? null;
  return purchasePriceE4 === null ? null : shareOf(purchasePriceE4, rule.shareBp);
}

const shareOf = (priceE4: PriceE4, shareBp: BasisPoints): PriceE4 =>
  divideHalfUp(BigInt(priceE4) * BigInt(shareBp), 10_000n);

const compareText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
