import { type Day, daysBetween } from '../platform/clock';
import { groupBy } from '../platform/collect';
import type { Lot } from './model';
import type { SharingAgreement } from './pool-model';
import { agreementsFor, covers, isInForce } from './sharing-terms';

/** Goods of one SKU and one owner, over all warehouses that were asked about. */
export interface PoolStock {
  readonly skuId: string;
  readonly ownerId: string;
  readonly onHand: number;
  readonly reserved: number;
  /** What could be promised today: available, not expired, not recalled, not promised. */
  readonly sellable: number;
  /** Of it, what has a third of its life left or less. */
  readonly ageing: number;
  /** What the owner may still lend of it in this period, over all its agreements. */
  readonly lendQuotaLeft: number;
  /** What the owner may still borrow of it in this period, one agreement a lender. */
  readonly borrowQuotaLeft: number;
}

/** 预警: with a third of its life left, a lot is ageing. */
const ageingThirds = 3;

/** Adds up the lots of one SKU and owner as they stand on a day. */
export function poolStockOf(
  place: { readonly skuId: string; readonly ownerId: string; readonly productLine: string },
  lots: readonly Lot[],
  agreements: readonly SharingAgreement[],
  quotaLeft: ReadonlyMap<string, number>,
  on: Day,
): PoolStock {
  const { skuId, ownerId } = place;
  const own = lots.filter((lot) => lot.skuId === skuId && lot.ownerId === ownerId);
  const totals = { onHand: 0, reserved: 0, sellable: 0, ageing: 0 };
  for (const lot of own) {
    totals.onHand += lot.onHand;
    totals.reserved += lot.reserved;
    if (lot.quality !== 'available' || lot.recallId !== null || lot.expiresOn <= on) continue;
    totals.sellable += lot.onHand - lot.reserved;
    if (isAgeing(lot, on)) totals.ageing += lot.onHand - lot.reserved;
  }
  const left = (found: readonly SharingAgreement[]) =>
    found.reduce((total, { id }) => total + (quotaLeft.get(id) ?? 0), 0);
  const lent = agreements.filter(
    (agreement) => agreement.lenderId === ownerId && isInForce(agreement, on) && covers(agreement, place),
  );
  return {
    skuId,
    ownerId,
    ...totals,
    lendQuotaLeft: left(nearestOfEach(lent, place, on)),
    borrowQuotaLeft: left(agreementsFor(agreements, ownerId, place, on)),
  };
}

/** Of a lender's agreements the one that would be used for each borrower. */
const nearestOfEach = (
  agreements: readonly SharingAgreement[],
  goods: { readonly skuId: string; readonly productLine: string },
  on: Day,
) =>
  [...groupBy(agreements, ({ borrowerId }) => borrowerId)].flatMap(([borrowerId, ofBorrower]) =>
    agreementsFor(ofBorrower, borrowerId, goods, on),
  );

const isAgeing = ({ producedOn, expiresOn }: Lot, on: Day) =>
  daysBetween(on, expiresOn) * ageingThirds <= daysBetween(producedOn, expiresOn);
