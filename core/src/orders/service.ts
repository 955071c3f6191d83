import { dayOf, type Caller, type Platform, Refused } from '../platform';
import { allowedActions } from './allowed-actions';
import { balancesOf } from './balances';
import { browseService } from './browse-service';
import { decideOrder } from './decide-order';
import { fulfilService } from './fulfil-service';
import { openIntake, orRefuse } from './intake-service';
import { loadFacts } from './load-facts-service';
import type { Basket, OrderDetail, PlaceInput } from './model';
import { resolveBasket } from './resolve-basket';
import { reviewService } from './review-service';

/** The order desk: intake, audit, review, fulfilment. */
export function orderService(platform: Platform) {
  const intake = openIntake(platform);
  const browse = browseService(platform);

  return {
    ...browse,
    ...reviewService(platform),
    ...fulfilService(platform),

    /**
     * Decides a basket as `place` would, and writes nothing.
     * @throws partners.notSupplied, partners.suspended, partners.addressUnknown, catalog.skuUnknown, orders.lineTwice
     */
    quote: (caller: Caller, basket: Basket) =>
      platform.database.read(async (tx) => {
        const facts = await loadFacts(tx, {
          buyerIds: [caller.partyId],
          addressIds: basket.addressId ? [basket.addressId] : [],
          skuIds: basket.lines.map(({ skuId }) => skuId),
          sellerIds: null,
          on: dayOf(caller.at),
          locked: false,
        });
        const resolved = resolveBasket(facts, caller.partyId, 'quote', basket, caller.at);
        if (resolved.refused !== null) throw new Refused(resolved.refused, resolved.detail);
        return decideOrder(facts, balancesOf(facts), resolved.request);
      }),

    /**
     * Takes an order and decides it. The same id with the same basket gets the order as it now stands.
     * @throws command.idReused, orders.priceChanged and what `quote` throws
     */
    async place(caller: Caller, input: PlaceInput): Promise<OrderDetail> {
      const outcome = orRefuse(await intake.place(caller, input));
      return outcome.kind === 'placed' ? outcome.detail : browse.get(caller, outcome.orderId);
    },

    /** What the caller may do to an order now. */
    actionsOf: (caller: Caller, detail: OrderDetail) =>
      allowedActions(caller, {
        ...detail,
        reserved: detail.lines.reduce((total, line) => total + line.reserved, 0),
      }),
  };
}
