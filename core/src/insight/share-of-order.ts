import type { Order, OrderLine, OrderState } from '../orders';
import { isReplacementOrder } from '../orders/rules';
import { dayOf, type Instant, startOfDay } from '../platform/clock';
import type { DeliveryOutcome, GoodsFigures, OrderShare } from './model';

type CountedOrder = Pick<
  Order,
  'sellerId' | 'buyerId' | 'placedAt' | 'regionCode' | 'state' | 'verdict' | 'payableFen' | 'channel'
>;
type CountedLine = Pick<OrderLine, 'skuId' | 'quantity' | 'cancelled' | 'shipped' | 'signed' | 'payableFen'>;

/** Nothing came of an order in these states. */
export const lostStates: readonly OrderState[] = ['rejected', 'cancelled', 'shortClosed'];

/** 有效订单: something may come of it, and its goods were not sold once already. */
export const isKeptOrder = (order: Pick<Order, 'state' | 'channel'>): boolean =>
  !isReplacementOrder(order) && !lostStates.includes(order.state);

const hourMs = 3_600_000;

/** The hour of the day, 0 to 23, by Shanghai. */
export const hourOf = (at: Instant): number => Math.floor((at - startOfDay(dayOf(at))) / hourMs);

/**
 * What an order adds to the figures as it stands: to the day it was placed, whenever it changes. Goods that are sent again
 * were sold once already: such an order adds nothing.
 */
export function shareOfOrder(
  order: CountedOrder,
  lines: readonly CountedLine[],
  delivery: DeliveryOutcome | null = null,
): OrderShare {
  const isSale = !isReplacementOrder(order);
  const isKept = isKeptOrder(order);
  return {
    sellerId: order.sellerId,
    buyerId: order.buyerId,
    day: dayOf(order.placedAt),
    hour: hourOf(order.placedAt),
    province: order.regionCode.slice(0, 2),
    orders: isSale ? 1 : 0,
    touchlessOrders: isSale && order.verdict === 'approved' ? 1 : 0,
    keptOrders: isKept ? 1 : 0,
    keptFen: isKept ? order.payableFen : 0,
    goods: isKept ? goodsOf(lines) : {},
    delivery,
  };
}

function goodsOf(lines: readonly CountedLine[]): OrderShare['goods'] {
  const goods: Record<string, Omit<GoodsFigures, 'orders'>> = {};
  for (const { skuId, quantity, cancelled, shipped, signed, payableFen } of lines) {
    const before = goods[skuId] ?? { quantity: 0, shipped: 0, signed: 0, keptFen: 0 };
    goods[skuId] = {
      quantity: before.quantity + quantity - cancelled,
      shipped: before.shipped + shipped,
      signed: before.signed + signed,
      keptFen: before.keptFen + payableFen,
    };
  }
  return goods;
}
