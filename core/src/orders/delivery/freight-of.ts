import { casesIn, weightOf } from '../../catalog/rules';
import { type Fen, sum } from '../../platform/money';
import type { PricedLine } from '../decision';
import type { Facts, OrderRequest } from '../facts';
import { isAskedFor } from '../is-asked-for';
import { chargeDelivery, type Delivery, type DeliveryCharge, deliveryTermsAt } from './charge-delivery';
import type { FreightOffer, OrderFreight } from './model';

/** An order as its delivery is charged: gifts and what stands in for other goods weigh nothing. */
export function deliveryOf(
  { buyer, shipTo, isPickup }: Pick<OrderRequest, 'buyer' | 'shipTo' | 'isPickup'>,
  lines: readonly Pick<PricedLine, 'quantity' | 'sku' | 'substituteFor' | 'giftOf'>[],
  goodsFen: Fen,
): Delivery {
  const ordered = lines.filter(isAskedFor);
  return {
    buyer,
    regionCode: shipTo.regionCode,
    goodsFen,
    weightGrams: sum(ordered.map(({ quantity, sku }) => weightOf(quantity, sku))),
    cases: sum(ordered.map(({ quantity, sku }) => casesIn(quantity, sku))),
    isPickup: isPickup === true,
  };
}

/**
 * How an order is charged for delivery, by what its goods cost; null where its seller charges nobody. Terms are those
 * of the moment its promotions are looked at, so an edited order keeps the ones it was placed under.
 */
export function freightQuoter(
  { delivery }: Pick<Facts, 'delivery'>,
  request: OrderRequest,
  priced: readonly PricedLine[],
): ((goodsFen: Fen) => DeliveryCharge) | null {
  if (delivery.length === 0) return null;
  const terms = deliveryTermsAt(delivery, request.promotions?.at ?? request.at);
  if (!terms || (terms.rules.length === 0 && !terms.allowsPickup)) return null;
  // Goods that are sent again for what came back travel at the seller's cost.
  if (!priced.some(isAskedFor)) return null;
  return (goodsFen) => chargeDelivery(terms, deliveryOf(request, priced, goodsFen));
}

/** A charge after what promotions left of it. */
export const asFreight = (
  { version, isPickup, chargeFen: listFen, reason }: DeliveryCharge,
  leftFen: Fen,
): OrderFreight => ({ version, isPickup, listFen, offFen: listFen - leftFen, reason });

/** What a buyer may do to pay less of a charge, of which promotions left so much. */
export const offerBeside = ({ missingFen, offersPickup }: DeliveryCharge, leftFen: Fen): FreightOffer => ({
  missingFen: leftFen === 0 ? null : missingFen,
  offersPickup,
});
