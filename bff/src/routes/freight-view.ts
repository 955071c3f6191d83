import { type FreightOffer, type Order, type OrderFreight, sayDelivery, sayFreeFrom } from '@tongpan/core';

/** 运费 of a basket: what it is, why, and how it would be less; null where the seller charges nobody. */
export const viewQuotedFreight = (freight: OrderFreight | null, offer: FreightOffer | null) =>
  freight && {
    freightFen: freight.listFen - freight.offFen,
    offFen: freight.offFen,
    words: sayDelivery(freight.reason, freight.offFen),
    nextStep: sayFreeFrom(offer?.missingFen ?? null),
    isPickup: freight.isPickup,
    offersPickup: offer?.offersPickup ?? false,
  };

/** 运费 of an order; null where it was charged none. What was given up again is told so. */
export const viewFreight = ({ freight, freightFen }: Pick<Order, 'freight' | 'freightFen'>) =>
  freight && {
    freightFen,
    offFen: freight.offFen,
    words:
      freightFen < freight.listFen - freight.offFen
        ? '没有送达，不收运费'
        : sayDelivery(freight.reason, freight.offFen),
    isPickup: freight.isPickup,
  };
