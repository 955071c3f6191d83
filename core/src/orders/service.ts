import type { Caller, Platform } from '../platform';
import { allowedActions } from './allowed-actions';
import { backOrderService } from './back-order-service';
import { auditPolicyService } from './audit-policy-service';
import { browseService } from './browse-service';
import { decideBasket } from './decide-basket-service';
import type { Decision } from './decision';
import { editService } from './edit-service';
import { fulfilService } from './fulfil-service';
import { holdsService } from './holds-service';
import { flashPlacing } from './flash-place-service';
import { readBasketTokens } from './flash-quote-service';
import { openIntake, orRefuse } from './intake-service';
import { listsService } from './lists-service';
import type { Basket, OrderDetail, PlaceInput } from './model';
import { type RebateRoom, rebateOffer } from './pay/spend-rebate-service';
import { policyReplayService } from './policy-replay/replay-service';
import { previewService } from './preview-service';
import { recurringService } from './recurring-service';
import { rebateAccrualService } from './rebate-accrual-service';
import { recallDeliveryService } from './recall-service';
import { reviewService } from './review-service';
import { settleService } from './settle-service';
import { simulateService } from './simulate-service';
import { signService } from './sign-service';

/** A basket as it would be decided, and what of it rebate may pay. */
export type Quoted = Decision & { readonly rebate: RebateRoom };

/** The order desk: intake, audit, review, fulfilment. */
export function orderService(platform: Platform) {
  const intake = openIntake(platform);
  const placeOnce = flashPlacing(platform, intake);
  const browse = browseService(platform);
  const place = async (caller: Caller, input: PlaceInput): Promise<OrderDetail> => {
    const outcome = orRefuse(await placeOnce(caller, input));
    return outcome.kind === 'placed' ? outcome.detail : browse.get(caller, outcome.orderId);
  };

  return {
    ...browse,
    ...reviewService(platform),
    ...recallDeliveryService(platform),
    ...auditPolicyService(platform),
    ...policyReplayService(platform),
    ...holdsService(platform),
    ...editService(platform),
    ...fulfilService(platform),
    ...signService(platform),
    ...settleService(platform),
    ...backOrderService(platform),
    ...previewService(platform),
    ...simulateService(platform),

    /** What promotions pay later, from what was signed for. */
    rebates: rebateAccrualService(platform),

    /**
     * Decides a basket as `place` would, says what of it rebate may pay, and writes nothing.
     * @throws partners.notSupplied, partners.suspended, partners.addressUnknown, catalog.skuUnknown, orders.lineTwice,
     * orders.unitUnknown, orders.deliverInPast, orders.deliverTooLate, flash.tokenGone, flash.tokenMismatch
     */
    quote: async (caller: Caller, basket: Basket) => {
      const { partyId: buyerId, at } = caller;
      const tokens = await readBasketTokens(platform.coordination.gates, buyerId, basket);
      return platform.database.read(async (tx): Promise<Quoted> => {
        const decision = await decideBasket(tx, { buyerId, basket, at, tokens });
        return { ...decision, rebate: await rebateOffer(tx, decision) };
      });
    },

    /**
     * Takes an order and decides it. The same id with the same basket gets the order as it now stands.
     * @throws command.idReused, orders.priceChanged, flash.tokenGone, flash.tokenMismatch, flash.stopped, flash.notReady,
     * flash.capped, flash.soldOut, flash.notForYou, flash.goodsUnfit, flash.notApproved, rebates.overRoom,
     * rebates.short, rebates.frozen and what `quote` throws
     */
    place,

    /** Whether so many orders wait that a new one would be refused. */
    isFull: intake.isFull,

    /** Faster ways to the same order: lists, the order guide, pasted rows, orders that come by themselves. */
    lists: { ...listsService(platform), ...recurringService(platform, place) },

    /** What the caller may do to an order now. */
    actionsOf: (caller: Caller, detail: OrderDetail) =>
      allowedActions(caller, {
        order: detail.order,
        holds: detail.holds,
        shipmentLines: detail.shipmentLines,
        claims: detail.claims,
        reserved: detail.lines.reduce((total, line) => total + line.reserved, 0),
        backOrdered: detail.lines.reduce((total, line) => total + line.backOrdered, 0),
      }),
  };
}
