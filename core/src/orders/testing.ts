import type { ListedPrice, OrderingRule, Sku } from '../catalog';
import { aListedPrice, aSku, pricesByKey } from '../catalog/testing';
import type { CreditAccount, CreditFacts } from '../credit';
import { accountsByKey, anAccount } from '../credit/testing';
import type { Address, Party, Supply } from '../partners';
import { anAddress, aParty, aSupply } from '../partners/testing';
import { type Day, dayOf } from '../platform/clock';
import { keyBy } from '../platform/collect';
import { bookOf, type Promotion } from '../promotions';

import { type Lot, noStockFacts, type StockFacts } from '../stock';
import { aLot, aWarehouse } from '../stock/testing';
import type { Grant, Territory } from '../territory';
import { aGrant, aTerritory } from '../territory/testing';
import type { AuditPolicy } from './audit-policy';
import type { Facts, OrderRequest, PoolFacts, PromotionFacts, RequestLine } from './facts';
import type { Finding, Hold, OrderLine, ShipmentLine } from './model';

/** Noon of the first of January 2026 in Shanghai. */
export const noon = Date.UTC(2026, 0, 1, 4);

export const aSeller = (given: Partial<Party> = {}) =>
  aParty({ id: 'seller', kind: 'distributor', level: 1, ...given });

/** The credit of accounts that owe nothing late and have agreed nothing in particular. */
export const creditFactsOf = (accounts: readonly CreditAccount[]): CreditFacts => ({
  accounts: accountsByKey(accounts),
  openBills: new Map(),
  temporaryLimits: new Map(),
  releases: new Map(),
  releaseUses: new Map(),
  terms: new Map(),
  lastBilledOrderIds: new Map(),
  prepaidFen: new Map(),
  prepaidHeldFen: new Map(),
  ladders: new Map(),
});

interface FactsGiven {
  readonly on: Day;
  readonly policies: readonly AuditPolicy[];
  readonly parties: readonly Party[];
  readonly supplies: readonly Supply[];
  readonly addresses: readonly Address[];
  readonly skus: readonly Sku[];
  readonly prices: readonly ListedPrice[];
  readonly rules: readonly OrderingRule[];
  readonly substitutes: ReadonlyMap<string, readonly string[]>;
  readonly grants: readonly Grant[];
  readonly territory: Partial<Territory>;
  readonly taken: ReadonlyMap<string, number>;
  readonly accounts: readonly CreditAccount[];
  readonly credit: Partial<CreditFacts>;
  readonly lots: readonly Lot[];
  readonly stock: Partial<StockFacts>;
  readonly pool: Partial<PoolFacts>;
  readonly promotions: readonly Promotion[];
  readonly promotionFacts: Partial<PromotionFacts>;
  readonly delivery: Facts['delivery'];
}

/** Facts under which a small order of the one SKU for the one buyer is approved. */
export function factsOf(given: Partial<FactsGiven> = {}): Facts {
  const on = given.on ?? dayOf(noon);
  const skus = given.skus ?? [aSku()];
  const prices = given.prices ?? skus.map(({ id: skuId }) => aListedPrice({ skuId }));
  const lots = given.lots ?? skus.map(({ id: skuId }) => aLot({ skuId }));
  const places = keyBy([...lots, aLot()], ({ ownerId, warehouseId }) => `${ownerId} ${warehouseId}`);
  return {
    on,
    policies: given.policies ?? [],
    parties: keyBy(given.parties ?? [aSeller(), aParty()], ({ id }) => id),
    supplies: given.supplies ?? [aSupply()],
    addresses: keyBy(given.addresses ?? [anAddress()], ({ id }) => id),
    usualAddresses: given.addresses ?? [anAddress()],
    skus: keyBy(skus, ({ id }) => id),
    pricing: { prices: pricesByKey(prices), groups: new Map() },
    ordering: { rules: given.rules ?? [], lists: new Map(), groups: new Map() },
    substitutes: given.substitutes ?? new Map(),
    territory: aTerritory(given.grants ?? [aGrant()], given.territory),
    taken: given.taken ?? new Map(),
    credit: { ...creditFactsOf(given.accounts ?? [anAccount()]), ...given.credit },
    stock: { ...noStockFacts(on), lots, ...given.stock },
    promotions: {
      book: bookOf(given.promotions ?? []),
      live: { counts: new Map(), coupons: new Map() },
      hasOrdered: true,
      boughtSkuIds: new Set(),
      ...given.promotionFacts,
    },
    pool: {
      warehouses: [...places.values()].map(({ ownerId, warehouseId: id }) => aWarehouse({ id, ownerId })),
      contracts: [],
      shortages: [],
      sharing: new Map(),
      lenderLots: [],
      ...given.pool,
    },
    delivery: given.delivery ?? [],
  };
}

export function aRequestLine(given: Partial<RequestLine> = {}): RequestLine {
  return { lineNo: 1, skuId: 'sku', quantity: 10, agreed: null, ...given };
}

export function anOrderRequest(given: Partial<OrderRequest> = {}): OrderRequest {
  return {
    orderId: 'order',
    buyer: aParty(),
    seller: aSeller(),
    shipTo: anAddress(),
    lines: [aRequestLine()],
    deliverOn: null,
    accepted: new Set(),
    promotions: { at: given.at ?? noon, couponIds: null, giftChoices: new Map() },
    at: noon,
    ...given,
  };
}

export function aFinding(given: Partial<Finding> = {}): Finding {
  return { rule: 'stock.short', severity: 'review', lineNo: 1, skuId: 'sku', numbers: {}, ...given };
}

export function aHold(given: Partial<Hold> = {}): Hold {
  return {
    orderId: 'order',
    sellerId: 'seller',
    kind: 'review',
    status: 'open',
    owner: 'seller',
    openedAt: noon,
    dueAt: noon + 14_400_000,
    clearedBy: null,
    clearedAt: null,
    ...given,
  };
}

export function anOrderLine(given: Partial<OrderLine> = {}): OrderLine {
  return {
    orderId: 'order',
    lineNo: 1,
    skuId: 'sku',
    skuName: '清谷乌龙茶',
    spec: '500ml×15',
    baseUnit: '瓶',
    caseUnit: '箱',
    caseFactor: 15,
    quantity: 10,
    unit: '瓶',
    packVersion: 1,
    unitPriceE4: 30_000,
    priceListId: 'list',
    amountFen: 3_000,
    discountFen: 0,
    giftOf: null,
    payableFen: 3_000,
    reserved: 10,
    shipped: 0,
    signed: 0,
    cancelled: 0,
    backOrdered: 0,
    shortage: null,
    substituteFor: null,
    acceptsAgeing: false,
    closesOn: null,
    ...given,
  };
}

export function aShipmentLine(given: Partial<ShipmentLine> = {}): ShipmentLine {
  return {
    shipmentId: 'shipment',
    shipmentLineNo: 1,
    orderId: 'order',
    lineNo: 1,
    skuId: 'sku',
    lotId: 'lot',
    lotNo: 'L1',
    producedOn: '2025-12-01',
    expiresOn: '2026-12-01',
    quantity: 10,
    amountFen: 3_000,
    accepted: null,
    acceptedFen: 0,
    short: 0,
    damaged: 0,
    refused: 0,
    ...given,
  };
}

export function aPolicy(given: Partial<AuditPolicy> = {}): AuditPolicy {
  return {
    version: 1,
    startsAt: 0,
    rules: [],
    note: '',
    actorId: 'user',
    actorName: '总部',
    at: 0,
    ...given,
  };
}
