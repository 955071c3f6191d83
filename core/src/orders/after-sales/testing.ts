import { keyBy } from '../../platform/collect';
import { lineAmountFen, partOfFen, sum } from '../../platform/money';
import { aSku } from '../../catalog/testing';
import { type AppliedPromotion, bookOf, type Promotion } from '../../promotions';
import { aCart, aMonday, cartFacts } from '../../promotions/testing';
import { anOrderLine, aShipmentLine } from '../testing';
import { cartLineOf } from '../promotion-cart';
import type { CheckedLine, RequestFacts } from './check-request';
import type { OrderLine, ShipmentLine } from '../model';
import type { AfterSalesLine } from './model';
import { usualTerms } from './policy';
import { pricedOrder, quoteAgain } from './priced-order';
import { type Money, type ReturnedUnits, settleMoney } from './settle-money';

export interface SoldLine {
  readonly skuId: string;
  readonly quantity: number;
  readonly unitPriceE4: number;
  /** What of it was accepted; left out, all. */
  readonly accepted?: number;
}

export interface SoldOrder {
  readonly lines: readonly OrderLine[];
  readonly sent: readonly ShipmentLine[];
  readonly applied: readonly AppliedPromotion[];
  readonly originals: readonly Promotion[];
}

/** An order as these promotions priced it, shipped and signed for; its gifts are worth ¥2.00 each. */
export function soldOrder(
  sold: readonly SoldLine[],
  promotions: readonly Promotion[] = [],
  more: Parameters<typeof cartFacts>[0] = {},
): SoldOrder {
  const asked = sold.map(({ skuId, quantity, unitPriceE4 }, index) =>
    cartLineOf(aSku({ id: skuId }), {
      lineNo: index + 1,
      quantity,
      unitPriceE4,
      amountFen: lineAmountFen(unitPriceE4, quantity),
      isClosed: false,
    }),
  );
  const quote = quoteAgain({ cart: aCart(asked), book: bookOf(promotions), facts: cartFacts(more) });
  const paid = new Map(quote.lines.map(({ lineNo, amountFen }) => [lineNo, amountFen]));
  const bought = asked.map((line): OrderLine => {
    const amountFen = paid.get(line.lineNo) ?? 0;
    return anOrderLine({
      lineNo: line.lineNo,
      skuId: line.skuId,
      quantity: line.quantity,
      unitPriceE4: line.unitPriceE4,
      amountFen,
      discountFen: line.amountFen - amountFen,
    });
  });
  const given = quote.accepted.flatMap(({ player, gifts }) =>
    gifts.map((gift) => ({ ...gift, giftOf: player.compiled.promotion.id })),
  );
  const gifts = given.map(({ skuId, quantity, giftOf }, index) =>
    anOrderLine({
      lineNo: bought.length + index + 1,
      skuId,
      quantity,
      giftOf,
      unitPriceE4: 0,
      priceListId: '',
      amountFen: 0,
      discountFen: 0,
    }),
  );
  const lines = [...bought, ...gifts];
  return {
    lines,
    sent: lines.map(({ lineNo, skuId, quantity, amountFen }, index) => {
      const accepted = sold[index]?.accepted ?? quantity;
      const acceptedFen = partOfFen(amountFen, quantity, 0, accepted);
      return aShipmentLine({
        shipmentLineNo: lineNo,
        lineNo,
        skuId,
        quantity: accepted,
        amountFen: acceptedFen,
        accepted,
        acceptedFen,
      });
    }),
    applied: quote.accepted.map((one): AppliedPromotion => {
      const { promotion } = one.player.compiled;
      return {
        orderId: 'order',
        promotionId: promotion.id,
        version: promotion.version,
        sellerId: 'seller',
        buyerId: 'store',
        name: promotion.name,
        kind: promotion.kind,
        couponId: one.player.couponId,
        times: one.times,
        shippedFen: 0,
        offFen: sum(one.offs.map(({ offFen }) => offFen)),
        giftFen: one.giftFen,
        shares: quote.shares.filter(({ promotionId }) => promotionId === promotion.id),
        gifts: one.gifts,
        countIds: [],
        at: aMonday,
      };
    }),
    originals: promotions,
  };
}

export const netFen = ({ lines }: SoldOrder): number => sum(lines.map(({ amountFen }) => amountFen));

/** What comes back, by order line. */
export type Back = Readonly<Record<number, number>>;

/** Settles requests of an order one after the other, each with what comes back by it. */
export function settleInTurn(
  order: SoldOrder,
  backs: readonly Back[],
  limits: readonly (number | null)[] = [],
) {
  const { lines, sent, applied, originals } = order;
  const priced = pricedOrder({
    buyer: aCart([]).buyer,
    placedAt: aMonday,
    lines,
    skus: keyBy(
      [...new Set(lines.map(({ skuId }) => skuId))].map((id) => aSku({ id })),
      ({ id }) => id,
    ),
    applied,
    originals,
  });
  const returned: ReturnedUnits[] = [];
  const settled: Money[] = [];
  backs.forEach((back, index) => {
    for (const [lineNo, quantity] of Object.entries(back)) {
      const orderLineNo = Number(lineNo);
      returned.push({ orderLineNo, shipmentId: 'shipment', shipmentLineNo: orderLineNo, quantity });
    }
    const earlierFen = sum(settled.map(({ refundFen }) => refundFen));
    const limitFen = limits[index] ?? null;
    settled.push(
      settleMoney({ priced, lines, sent, returned: [...returned], earlierFen, freightFen: 0, limitFen }),
    );
  });
  return settled;
}

/** Ten units, signed for at noon of the day they are looked at, none of them asked back before. */
export function aCheckedLine(given: Partial<CheckedLine> = {}): CheckedLine {
  return {
    lineNo: 1,
    quantity: 2,
    lotNo: undefined,
    sent: aShipmentLine({ accepted: 10, acceptedFen: 3_000 }),
    orderLine: anOrderLine(),
    signedAt: Date.UTC(2026, 0, 1, 4),
    asked: 0,
    ...given,
  };
}

/** A return for a defect on the day of the sign-off, by a buyer that bought for ¥1,000 in the year. */
export function requestFacts(given: Partial<RequestFacts> = {}): RequestFacts {
  return {
    kind: 'return',
    reason: 'quality',
    photos: 1,
    terms: usualTerms,
    lines: [aCheckedLine()],
    isReplacement: false,
    boughtFen: 100_000,
    usedFen: 0,
    at: Date.UTC(2026, 0, 1, 4),
    ...given,
  };
}

/** Ten units that were asked for and agreed to. */
export function anAfterSalesLine(given: Partial<AfterSalesLine> = {}): AfterSalesLine {
  return {
    requestId: 'request',
    lineNo: 1,
    orderId: 'order',
    orderLineNo: 1,
    shipmentId: 'shipment',
    shipmentLineNo: 1,
    skuId: 'sku',
    skuName: '清谷乌龙茶',
    baseUnit: '瓶',
    lotId: 'lot',
    lotNo: 'L1',
    producedOn: '2025-12-01',
    expiresOn: '2026-12-01',
    isGift: false,
    quantity: 10,
    worthFen: 3_000,
    approved: 10,
    restocked: 0,
    nearExpiry: 0,
    quarantined: 0,
    destroyed: 0,
    notReceived: 0,
    ...given,
  };
}
