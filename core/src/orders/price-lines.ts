import { caseOf, checkQuantity, limitsFor, priceKey, priceLine, unitOf } from '../catalog/rules';
import type { Sku } from '../catalog';
import { dayOf } from '../platform/clock';
import { lineAmountFen } from '../platform/money';
import type { Passage } from '../territory';
import { checkPassage } from '../territory/rules';
import type { Balances } from './balances';
import type { DecidedPrice, PricedLine } from './decision';
import { type Facts, type OrderRequest, type RequestLine, takenKey } from './facts';
import { receiptOn } from './receipt-day';

/** Prices every line of a request, holds it against what the seller asks, and looks at its way. */
export function priceLines(facts: Facts, balances: Balances, request: OrderRequest): readonly PricedLine[] {
  const inOrder = new Map<string, number>();
  for (const { skuId, quantity } of request.lines) {
    const { productLine } = facts.skus.get(skuId) as Sku;
    inOrder.set(productLine, (inOrder.get(productLine) ?? 0) + quantity);
  }
  return request.lines.map((line) => {
    const { productLine } = facts.skus.get(line.skuId) as Sku;
    return priceOne(facts, balances, request, line, inOrder.get(productLine) ?? line.quantity);
  });
}

/** One line of a request; `lineQuantity` is what the order asks of its whole product line. */
export function priceOne(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  line: RequestLine,
  lineQuantity: number,
): PricedLine {
  const { buyer, seller, shipTo, at } = request;
  const { lineNo, quantity } = line;
  const sku = facts.skus.get(line.skuId) as Sku;
  const on = dayOf(at);
  const unit = unitOf(sku, line.unit ?? sku.baseUnit);
  const priced = priceOf(facts, request, line, sku);
  const limits = limitsFor(facts.ordering, {
    sellerId: seller.id,
    buyer,
    sku,
    priceListId: priced?.price.priceListId ?? null,
    on,
  });
  const { latitudeE6, longitudeE6 } = shipTo;
  const discountFen = line.agreed?.discountFen ?? 0;
  const before = balances.takenOf(takenKey(buyer.id, shipTo.regionCode, sku.productLine));
  const passage: Passage = {
    sellerId: seller.id,
    buyerId: buyer.id,
    skuId: sku.id,
    productLine: sku.productLine,
    category: sku.category,
    regionCode: shipTo.regionCode,
    townCode: shipTo.townCode,
    point: latitudeE6 === null || longitudeE6 === null ? null : { latitudeE6, longitudeE6 },
    geocode: shipTo.geocode,
    channel: buyer.channel,
    quantity,
    on: receiptOn(request),
    addressId: shipTo.id,
    absorption: { quantity30Days: before + lineQuantity },
  };
  const { unit: caseUnit, factor: caseFactor } = caseOf(sku);
  return {
    request: line,
    lineNo,
    sku,
    quantity,
    unit: unit.unit,
    price: priced?.price ?? null,
    amountFen: (priced?.amountFen ?? 0) - discountFen,
    discountFen,
    giftOf: line.giftOf ?? null,
    limits,
    // What stands in, what is given and what is won at the gate has no quantity of the buyer's choice.
    check:
      line.substituteFor == null && line.giftOf == null && !line.isFlash
        ? checkQuantity(quantity, limits)
        : { faults: [], suggested: null },
    passage,
    answer: checkPassage(balances.territory(), passage),
    substituteFor: line.substituteFor ?? null,
    caseUnit,
    caseFactor,
  };
}

/** The agreed price of an order that was placed before, else the one its lists give today. */
function priceOf(
  facts: Facts,
  { buyer, seller, at }: OrderRequest,
  { agreed, quantity, unit }: RequestLine,
  sku: Sku,
): { readonly price: DecidedPrice; readonly amountFen: number } | null {
  if (agreed) {
    const { unitPriceE4, priceListId } = agreed;
    const listed = facts.pricing.prices.get(priceKey(seller.id, sku.id)) ?? [];
    const list = listed.find((one) => one.priceListId === priceListId);
    const floorPriceE4 = list?.floorPriceE4 ?? null;
    const amountFen = agreed.amountFen ?? lineAmountFen(unitPriceE4, quantity);
    return { price: { unitPriceE4, priceListId, floorPriceE4, steps: [] }, amountFen };
  }
  const price = priceLine(facts.pricing, {
    sellerId: seller.id,
    buyer,
    skuId: sku.id,
    quantity,
    unit: unitOf(sku, unit ?? sku.baseUnit),
    on: dayOf(at),
  });
  return price && { price, amountFen: price.amountFen };
}
