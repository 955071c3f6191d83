import type { ListedPrice, Sku } from '../catalog';
import { aListedPrice, aSku, pricesByKey } from '../catalog/testing';
import type { CreditAccount, Overdue } from '../credit';
import { accountsByKey, anAccount } from '../credit/testing';
import type { Address, Party, Supply } from '../partners';
import { anAddress, aParty, aSupply } from '../partners/testing';
import { groupBy, keyBy } from '../platform/collect';
import type { Lot } from '../stock';
import { aLot } from '../stock/testing';
import type { Grant } from '../territory';
import { aGrant } from '../territory/testing';
import type { Facts, OrderRequest, RequestLine } from './facts';
import type { Finding, Hold, OrderLine, ShipmentLine } from './model';

/** Noon of the first of January 2026 in Shanghai. */
export const noon = Date.UTC(2026, 0, 1, 4);

export const aSeller = (given: Partial<Party> = {}) =>
  aParty({ id: 'seller', kind: 'distributor', level: 1, ...given });

interface FactsGiven {
  readonly parties: readonly Party[];
  readonly supplies: readonly Supply[];
  readonly addresses: readonly Address[];
  readonly skus: readonly Sku[];
  readonly prices: readonly ListedPrice[];
  readonly grants: readonly Grant[];
  readonly accounts: readonly CreditAccount[];
  readonly overdue: readonly Overdue[];
  readonly lots: readonly Lot[];
}

/** Facts under which a small order of the one SKU for the one buyer is approved. */
export function factsOf(given: Partial<FactsGiven> = {}): Facts {
  const skus = given.skus ?? [aSku()];
  const prices = given.prices ?? skus.map(({ id: skuId }) => aListedPrice({ skuId }));
  const lots = given.lots ?? skus.map(({ id: skuId }) => aLot({ skuId }));
  return {
    parties: keyBy(given.parties ?? [aSeller(), aParty()], ({ id }) => id),
    supplies: given.supplies ?? [aSupply()],
    addresses: keyBy(given.addresses ?? [anAddress()], ({ id }) => id),
    skus: keyBy(skus, ({ id }) => id),
    prices: pricesByKey(prices),
    grants: groupBy(given.grants ?? [aGrant()], ({ sellerId }) => sellerId),
    accounts: accountsByKey(given.accounts ?? [anAccount()]),
    overdue: keyBy(given.overdue ?? [], ({ accountId }) => accountId),
    lots,
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
    accepted: new Set(),
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
    unitPriceE4: 30_000,
    priceListId: 'list',
    amountFen: 3_000,
    payableFen: 3_000,
    reserved: 10,
    shipped: 0,
    signed: 0,
    cancelled: 0,
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
