import type { CreditAccount } from '../credit';
import { accountKey } from '../credit/rules';
import { groupBy, keyBy } from '../platform/collect';
import type { Lot, Reservation } from '../stock';
import type { Facts } from './facts';

/** What is left for the next order of a batch after the ones before it. */
export interface Balances {
  lotsOf(sellerId: string, skuId: string): readonly Lot[];
  accountOf(buyerId: string, sellerId: string): CreditAccount | undefined;
  take(reservations: readonly Reservation[], buyerId: string, sellerId: string, heldFen: number): void;
}

const lotKey = (ownerId: string, skuId: string) => `${ownerId} ${skuId}`;

/** Balances that begin with the facts and run down as orders take from them. */
export function balancesOf(facts: Facts): Balances {
  const lots = keyBy(facts.lots, (lot) => lot.id);
  const idsByGoods = groupBy(facts.lots, (lot) => lotKey(lot.ownerId, lot.skuId));
  const accounts = new Map(facts.accounts);
  return {
    lotsOf: (sellerId, skuId) =>
      (idsByGoods.get(lotKey(sellerId, skuId)) ?? []).map(({ id }) => lots.get(id) as Lot),
    accountOf: (buyerId, sellerId) => accounts.get(accountKey(buyerId, sellerId)),
    take(reservations, buyerId, sellerId, heldFen) {
      for (const { lotId, open } of reservations) {
        const lot = lots.get(lotId) as Lot;
        lots.set(lotId, { ...lot, reserved: lot.reserved + open });
      }
      const key = accountKey(buyerId, sellerId);
      const account = accounts.get(key);
      if (account) accounts.set(key, { ...account, heldFen: account.heldFen + heldFen });
    },
  };
}
