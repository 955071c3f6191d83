import { type Caller, dayOf, Refused, sum, type Tx } from '../platform';
import { baseUnitOf, caseOf, type LinePrice, loadSkus, mixedUnits, readPricing, type Sku } from '../catalog';
import { checkQuantity, priceLine } from '../catalog/rules';
import { loadParties, loadSupplies } from '../partners';

/** Goods that can be ordered today. */
export interface OfferedLine {
  readonly skuId: string;
  readonly skuName: string;
  readonly spec: string;
  readonly quantity: number;
  readonly mixedUnits: string;
  readonly unitPriceE4: number;
  readonly amountFen: number;
  /** What it cost the last time; null where there was none. */
  readonly lastUnitPriceE4: number | null;
  /** The next quantity it is sold in; null when this one is. */
  readonly suggestedQuantity: number | null;
}

/** Goods that cannot be ordered today, by name. */
export interface MissingLine {
  readonly skuId: string;
  readonly skuName: string;
  readonly reason: 'unknown' | 'inactive' | 'noPrice';
}

export interface Offer {
  readonly supplierId: string;
  readonly lines: readonly OfferedLine[];
  readonly missing: readonly MissingLine[];
  readonly amountFen: number;
}

/** Goods somebody would order again. */
export interface Wanted {
  readonly skuId: string;
  readonly skuName: string;
  readonly quantity: number;
  readonly lastUnitPriceE4: number | null;
}

/** The supplier named, else the caller's first. @throws partners.notSupplied */
export async function supplierFor(tx: Tx, caller: Caller, supplierId: string | undefined): Promise<string> {
  const supplies = await loadSupplies(tx, [caller.partyId]);
  const found = supplierId ? supplies.find(({ sellerId }) => sellerId === supplierId) : supplies[0];
  if (!found) throw new Refused('partners.notSupplied');
  return found.sellerId;
}

/** Answers what a supplier asks the caller today for goods read at once. */
export async function priceOf(tx: Tx, caller: Caller, sellerId: string, wanted: readonly Wanted[]) {
  const skuIds = [...new Set(wanted.map(({ skuId }) => skuId))];
  const pricing = await readPricing(tx, [{ sellerId, buyerId: caller.partyId, skuIds }]);
  const buyer = (await loadParties(tx, [caller.partyId])).get(caller.partyId);
  return (sku: Sku, quantity: number): LinePrice | null => {
    const unit = baseUnitOf(sku);
    return buyer
      ? priceLine(pricing, { sellerId, buyer, skuId: sku.id, quantity, unit, on: dayOf(caller.at) })
      : null;
  };
}

export async function offer(
  tx: Tx,
  caller: Caller,
  sellerId: string,
  wanted: readonly Wanted[],
): Promise<Offer> {
  const skus = await loadSkus(
    tx,
    wanted.map(({ skuId }) => skuId),
  );
  const priced = await priceOf(tx, caller, sellerId, wanted);
  const lines: OfferedLine[] = [];
  const missing: MissingLine[] = [];
  for (const { skuId, skuName, quantity, lastUnitPriceE4 } of wanted) {
    const sku = skus.get(skuId);
    const price = sku?.status === 'active' ? priced(sku, quantity) : null;
    if (sku && price) lines.push(offered(sku, quantity, price, lastUnitPriceE4));
    else missing.push({ skuId, skuName: sku?.name ?? skuName, reason: whyMissing(sku) });
  }
  return { supplierId: sellerId, lines, missing, amountFen: sum(lines.map(({ amountFen }) => amountFen)) };
}

function whyMissing(sku: Sku | undefined): MissingLine['reason'] {
  if (!sku) return 'unknown';
  return sku.status === 'active' ? 'noPrice' : 'inactive';
}

export function offered(
  sku: Sku,
  quantity: number,
  price: LinePrice,
  lastUnitPriceE4: number | null,
): OfferedLine {
  const { unit, factor } = caseOf(sku);
  return {
    skuId: sku.id,
    skuName: sku.name,
    spec: sku.spec,
    quantity,
    mixedUnits: mixedUnits(quantity, unit, factor, sku.baseUnit),
    unitPriceE4: price.unitPriceE4,
    amountFen: price.amountFen,
    lastUnitPriceE4,
    suggestedQuantity: checkQuantity(quantity, sku).suggested,
  };
}
