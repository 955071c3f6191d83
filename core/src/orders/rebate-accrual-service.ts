import { loadGroups, loadSkus } from '../catalog';
import { baseUnitOf } from '../catalog/rules';
import { loadParties, loadSupplies } from '../partners';
import {
  type Caller,
  commandsOver,
  dayOf,
  groupBy,
  type Instant,
  type JobDefinition,
  type Platform,
  Refused,
  startOfDay,
  type Tx,
} from '../platform';
import {
  accruedBuyers,
  type ClaimOfDeal,
  dealOfClaim,
  decideDisplayClaim,
  type DecideDisplay,
  type DuePromotion,
  duePromotions,
  loadProgress,
  lockDuePromotion,
  type RebateProgress,
  runningLater,
  settlePromotion,
  type Signed,
  type SignedGoods,
} from '../promotions';
import { goodsOf } from '../promotions/rules';
import { lessReturned } from './less-returned';
import { cartBuyerOf } from './promotion-cart';
import { signedStore } from './signed-store';

const promotionsTogether = 100;
const buyersTogether = 200;
const promotionsShown = 50;
const system = 'system';

/** What promotions pay later: signed goods are held against them, and what was earned goes to the buyers' balances. */
export function rebateAccrualService(platform: Pick<Platform, 'database' | 'clock' | 'newId'>) {
  const { database, clock, newId } = platform;
  const once = commandsOver(database);
  return {
    /** Every night: what was signed for until midnight is settled. */
    accrueJob: (): JobDefinition => ({
      name: 'orders.accrueRebates',
      every: { dailyAt: '01:20' },
      run: async ({ assertMine }) => {
        await accrueRebates(platform, startOfDay(dayOf(clock.now())), assertMine);
      },
    }),

    /** How far the caller is with what a supplier pays later; without one, its first. @throws partners.notSupplied */
    progress: (caller: Caller, supplierId?: string) =>
      database.read(async (tx): Promise<readonly RebateProgress[]> => {
        const { partyId: buyerId, at } = caller;
        const supplies = await loadSupplies(tx, [buyerId]);
        const supply = supplierId ? supplies.find(({ sellerId }) => sellerId === supplierId) : supplies[0];
        if (!supply) throw new Refused('partners.notSupplied');
        const found: { promotion: DuePromotion['promotion']; signed: Signed }[] = [];
        for (const due of await runningLater(tx, supply.sellerId, at, promotionsShown)) {
          const [signed] = await signedBy(tx, due, [buyerId], at);
          if (signed) found.push({ promotion: due.promotion, signed });
        }
        return loadProgress(tx, buyerId, found);
      }),

    /**
     * Approves photos of a display, which pays what the deal then owes, or refuses them.
     * @throws rebates.claimUnknown, rebates.claimDecided, command.idReused
     */
    decideDisplay: (caller: Caller, input: DecideDisplay) =>
      once(caller, 'rebates.decideDisplay', input.commandId, input, async (tx): Promise<ClaimOfDeal> => {
        const due = await lockDuePromotion(tx, await dealOfClaim(tx, caller, input.claimId));
        if (!due) throw new Refused('rebates.claimUnknown');
        const claim = await decideDisplayClaim(tx, caller, input);
        const { at, userId: actorId } = caller;
        if (claim.state === 'approved') {
          const signed = await signedBy(tx, due, [claim.buyerId], at);
          await settlePromotion(tx, newId, due, { signed, period: `claim ${claim.id}`, actorId, at });
        }
        return { claim, promotion: due.promotion };
      }),
  };
}

/**
 * Settles every promotion that pays later for what was signed for before an instant, so many buyers in a transaction.
 * Said twice for one day it pays nothing more.
 */
export async function accrueRebates(
  { database, clock, newId }: Pick<Platform, 'database' | 'clock' | 'newId'>,
  until: Instant,
  assertMine: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<void> {
  const period = dayOf(until);
  const settleSome = (promotionId: string, after: string) =>
    database.transaction(async (tx) => {
      await assertMine(tx);
      const due = await lockDuePromotion(tx, promotionId);
      if (!due) return [];
      const buyerIds = await buyersOf(tx, due, until, after);
      const signed = await signedBy(tx, due, buyerIds, until);
      const at = clock.now();
      await settlePromotion(tx, newId, due, { signed, period, actorId: system, at });
      return buyerIds;
    });
  for (let afterPromotion = ''; ;) {
    const due = await database.read((tx) => duePromotions(tx, until, afterPromotion, promotionsTogether));
    for (const { id } of due) {
      for (let after = ''; ;) {
        const buyerIds = await settleSome(id, after);
        after = buyerIds.at(-1) ?? '';
        if (buyerIds.length < buyersTogether) break;
      }
    }
    afterPromotion = due.at(-1)?.id ?? '';
    if (due.length < promotionsTogether) return;
  }
}

const spanOf = ({ promotion, window }: DuePromotion, until: Instant) => ({
  sellerId: promotion.sellerId,
  from: window.from,
  until: Math.min(window.until, until),
});

/** Those who signed for something in the window and those who were paid before, in id order after one. */
async function buyersOf(tx: Tx, due: DuePromotion, until: Instant, after: string) {
  const signed = await signedStore(tx).buyers(spanOf(due, until), after, buyersTogether);
  const accrued = await accruedBuyers(tx, due.promotion.id, after, buyersTogether);
  return [...new Set([...signed, ...accrued])].sort().slice(0, buyersTogether);
}

/** What buyers signed for in the window of a promotion until then, and have not returned since. */
async function signedBy(
  tx: Tx,
  due: DuePromotion,
  buyerIds: readonly string[],
  until: Instant,
): Promise<readonly Signed[]> {
  if (buyerIds.length === 0) return [];
  const { sellerId } = due.promotion;
  const span = spanOf(due, until);
  const accepted = lessReturned(
    await signedStore(tx).accepted(span, buyerIds),
    await signedStore(tx).returned(span, buyerIds, until),
  );
  const skus = await loadSkus(tx, [...new Set(accepted.map(({ skuId }) => skuId))]);
  const parties = await loadParties(tx, [sellerId, ...buyerIds]);
  const groups = await loadGroups(tx, { sellerIds: [sellerId], buyerIds });
  const byBuyer = groupBy(accepted, ({ buyerId }) => buyerId);
  const seller = parties.get(sellerId);
  return buyerIds.flatMap((buyerId): Signed[] => {
    const buyer = parties.get(buyerId);
    if (!buyer || !seller) return [];
    const goods = (byBuyer.get(buyerId) ?? []).flatMap(({ skuId, quantity, amountFen }): SignedGoods[] => {
      const sku = skus.get(skuId);
      return sku ? [{ ...goodsOf(sku), units: [baseUnitOf(sku), ...sku.units], quantity, amountFen }] : [];
    });
    return [{ buyer: cartBuyerOf({ groups }, { buyer, seller }), goods }];
  });
}
