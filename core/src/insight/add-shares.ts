import { deliveryKeys, plusDelivery } from './delivery-figures';
import type {
  BuyerFigures,
  DayDeliveries,
  GoodsFigures,
  HourFigures,
  OrderFigures,
  OrderShare,
  SkuFigures,
} from './model';

/** What a share is counted as: 1 as it is now, −1 as it was before. */
export interface Counted {
  readonly share: OrderShare;
  readonly sign: 1 | -1;
}

/** What shares change in the figures, one row a key; rows that change nothing are left out. */
export function addShares(counted: readonly Counted[]) {
  const hours = new Map<string, HourFigures>();
  const buyers = new Map<string, BuyerFigures>();
  const skus = new Map<string, SkuFigures>();
  const deliveries = new Map<string, DayDeliveries>();
  for (const { share, sign } of counted) {
    const { sellerId, buyerId, day, hour, province } = share;
    const ofHour = `${sellerId} ${day} ${hour}`;
    hours.set(ofHour, { sellerId, day, hour, ...plusOrders(hours.get(ofHour), share, sign) });
    const ofBuyer = `${day} ${sellerId} ${buyerId} ${province}`;
    const orders = plusOrders(buyers.get(ofBuyer), share, sign);
    buyers.set(ofBuyer, { day, sellerId, buyerId, province, ...orders });
    for (const [skuId, goods] of Object.entries(share.goods)) {
      const ofSku = `${day} ${sellerId} ${skuId}`;
      const figures = plusGoods(skus.get(ofSku), { orders: 1, ...goods }, sign);
      skus.set(ofSku, { day, sellerId, skuId, ...figures });
    }
    if (!share.delivery) continue;
    const { day: signedOn, cycleHours } = share.delivery;
    const ofDelivery = `${sellerId} ${signedOn} ${cycleHours}`;
    const delivered = plusDelivery(deliveries.get(ofDelivery), share.delivery, sign);
    deliveries.set(ofDelivery, { sellerId, day: signedOn, cycleHours, ...delivered });
  }
  return {
    hours: [...hours.values()].filter(changesOrders),
    buyers: [...buyers.values()].filter(changesOrders),
    skus: [...skus.values()].filter(changesGoods),
    deliveries: [...deliveries.values()].filter(changesDeliveries),
  };
}

const plusOrders = (before: OrderFigures = noOrders, added: OrderFigures, sign: 1 | -1): OrderFigures => ({
  orders: before.orders + sign * added.orders,
  touchlessOrders: before.touchlessOrders + sign * added.touchlessOrders,
  keptOrders: before.keptOrders + sign * added.keptOrders,
  keptFen: before.keptFen + sign * added.keptFen,
});

const plusGoods = (before: GoodsFigures = noGoods, added: GoodsFigures, sign: 1 | -1): GoodsFigures => ({
  orders: before.orders + sign * added.orders,
  quantity: before.quantity + sign * added.quantity,
  shipped: before.shipped + sign * added.shipped,
  signed: before.signed + sign * added.signed,
  keptFen: before.keptFen + sign * added.keptFen,
});

const noOrders: OrderFigures = { orders: 0, touchlessOrders: 0, keptOrders: 0, keptFen: 0 };
const noGoods: GoodsFigures = { orders: 0, quantity: 0, shipped: 0, signed: 0, keptFen: 0 };

const changesOrders = ({ orders, touchlessOrders, keptOrders, keptFen }: OrderFigures) =>
  orders !== 0 || touchlessOrders !== 0 || keptOrders !== 0 || keptFen !== 0;

const changesGoods = ({ orders, quantity, shipped, signed, keptFen }: GoodsFigures) =>
  orders !== 0 || quantity !== 0 || shipped !== 0 || signed !== 0 || keptFen !== 0;

const changesDeliveries = (row: DayDeliveries) => deliveryKeys.some((key) => row[key] !== 0);
