import { loadOrderingRules, loadPricing, loadSkus, loadSubstitutes } from '../catalog';
import { loadCredit } from '../credit';
import { loadAddresses, loadParties, loadSupplies } from '../partners';
import { addAmounts, addDays, type Day, startOfDay, type Tx } from '../platform';
import {
  loadContractWarehouses,
  loadSharing,
  loadShortagePolicies,
  loadStock,
  loadWarehouses,
  sharingOf,
} from '../stock';
import { loadTerritory } from '../territory';
import { loadPurchasePrices } from './borrow-service';
import { decisionStore } from './decision-store';
import { type Facts, type PoolFacts, takenKey } from './facts';

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
  /** An order that is looked at again: what it took before does not count against it. */
  readonly againOrderId?: string | undefined;
}

const distinct = (values: readonly string[]) => [...new Set(values)];
/** So long back the absorption test looks. */
const takenDays = 30;

/** Reads all facts of a batch with one statement per kind, however many orders and lines it has. */
export async function loadFacts(tx: Tx, wanted: FactsWanted): Promise<Facts> {
  const { on, locked } = wanted;
  const buyerIds = distinct(wanted.buyerIds);
  const supplies = await loadSupplies(tx, buyerIds);
  const sellerIds = distinct(wanted.sellerIds ?? supplies.map(({ sellerId }) => sellerId));
  const asked = distinct(wanted.skuIds);
  const substitutes = await loadSubstitutes(tx, sellerIds, asked);
  const skuIds = distinct([...asked, ...[...substitutes.values()].flat()]);
  const trade = { sellerIds, buyerIds, skuIds };
  const addresses = await loadAddresses(tx, distinct(wanted.addressIds), buyerIds);
  const places = [...addresses.values()].map(({ regionCode, townCode, latitudeE6, longitudeE6 }) => ({
    regionCode,
    townCode,
    point: latitudeE6 === null || longitudeE6 === null ? null : { latitudeE6, longitudeE6 },
  }));
  const credit = await loadCredit(tx, { buyerIds, sellerIds, on, locked });
  const territory = await loadTerritory(tx, sellerIds, places);
  return {
    on,
    policies: await decisionStore(tx).policies(),
    parties: await loadParties(
      tx,
      distinct([...buyerIds, ...sellerIds, ...supplies.map(({ sellerId }) => sellerId)]),
    ),
    supplies,
    addresses,
    skus: await loadSkus(tx, skuIds),
    pricing: await loadPricing(tx, trade),
    ordering: await loadOrderingRules(tx, trade),
    substitutes,
    territory,
    // Only where somebody has said what an area absorbs is there anything to hold it against.
    taken:
      territory.capacities.length > 0 ? await loadTaken(tx, buyerIds, on, wanted.againOrderId) : new Map(),
    credit,
    stock: await loadStock(tx, { ...trade, on, locked }),
    pool: await loadPool(tx, trade, on),
  };
}

/** Warehouses, and what is agreed about them, about shortages and about lending. */
async function loadPool(
  tx: Tx,
  trade: {
    readonly sellerIds: readonly string[];
    readonly buyerIds: readonly string[];
    readonly skuIds: readonly string[];
  },
  on: Day,
): Promise<PoolFacts> {
  const { sellerIds, buyerIds, skuIds } = trade;
  const shared = await loadSharing(tx, { borrowerIds: sellerIds, skuIds, on });
  const borrowerIds = distinct(shared.agreements.map(({ borrowerId }) => borrowerId));
  const priceOf = borrowerIds.length > 0 ? await loadPurchasePrices(tx, borrowerIds, skuIds, on) : () => null;
  return {
    warehouses: await loadWarehouses(tx, sellerIds),
    contracts: await loadContractWarehouses(tx, sellerIds, buyerIds),
    shortages: await loadShortagePolicies(tx, trade),
    sharing: new Map(borrowerIds.map((id) => [id, sharingOf(shared, id, (skuId) => priceOf(id, skuId))])),
    lenderLots: shared.lots,
  };
}

async function loadTaken(
  tx: Tx,
  buyerIds: readonly string[],
  on: Day,
  againOrderId: string | undefined,
): Promise<ReadonlyMap<string, number>> {
  const [from, until] = [startOfDay(addDays(on, -takenDays)), startOfDay(addDays(on, 1))];
  const rows = await decisionStore(tx).taken(buyerIds, from, until, againOrderId ?? '');
  return addAmounts(
    rows.map(({ buyerId, regionCode, productLine, quantity }) => [
      takenKey(buyerId, regionCode, productLine),
      Number(quantity),
    ]),
  );
}
