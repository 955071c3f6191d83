import { loadPrices, loadSkus } from '../catalog';
import { loadAccounts, loadOverdue } from '../credit';
import { loadAddresses, loadParties, loadSupplies } from '../partners';
import { type Day, type Tx } from '../platform';
import { loadFreeLots } from '../stock';
import { loadGrants } from '../territory';
import type { Facts } from './facts';

/** What a batch is about; one question answers for all of its orders. */
export interface FactsWanted {
  readonly buyerIds: readonly string[];
  readonly addressIds: readonly string[];
  readonly skuIds: readonly string[];
  /** Null: every supplier of the buyers. */
  readonly sellerIds: readonly string[] | null;
  readonly on: Day;
  /** Locks credit and lots, in that order and each in id order, because effects follow. */
  readonly locked: boolean;
}

const distinct = (values: readonly string[]) => [...new Set(values)];

/** Reads all facts of a batch with one statement per kind, however many orders it has. */
export async function loadFacts(tx: Tx, wanted: FactsWanted): Promise<Facts> {
  const buyerIds = distinct(wanted.buyerIds);
  const skuIds = distinct(wanted.skuIds);
  const supplies = await loadSupplies(tx, buyerIds);
  const sellerIds = distinct(wanted.sellerIds ?? supplies.map(({ sellerId }) => sellerId));
  const accounts = await loadAccounts(tx, buyerIds, sellerIds, wanted.locked);
  const accountIds = [...accounts.values()].map(({ id }) => id);
  return {
    parties: await loadParties(tx, distinct([...buyerIds, ...sellerIds])),
    supplies,
    addresses: await loadAddresses(tx, distinct(wanted.addressIds), buyerIds),
    skus: await loadSkus(tx, skuIds),
    prices: await loadPrices(tx, sellerIds, buyerIds, skuIds),
    grants: await loadGrants(tx, sellerIds),
    accounts,
    overdue: await loadOverdue(tx, accountIds, wanted.on),
    lots: await loadFreeLots(tx, sellerIds, skuIds, wanted.locked),
  };
}
