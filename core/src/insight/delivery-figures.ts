import type { DeliveryFigures, DeliveryOutcome } from './model';

export const noDeliveries: DeliveryFigures = {
  orders: 0,
  promisedOrders: 0,
  onTimeOrders: 0,
  fullOrders: 0,
  otifOrders: 0,
  perfectOrders: 0,
  orderLines: 0,
  fullLines: 0,
};

/** The figures by name, in the order they are stored. */
export const deliveryKeys = Object.keys(noDeliveries) as readonly (keyof DeliveryFigures)[];

/** Figures with one delivery more, or one taken back. */
export const plusDelivery = (
  before: DeliveryFigures = noDeliveries,
  { isPromised, isOnTime, isFull, isUndamaged, orderLines, fullLines }: DeliveryOutcome,
  sign: 1 | -1,
): DeliveryFigures => {
  const one = (counts: boolean) => (counts ? sign : 0);
  return {
    orders: before.orders + sign,
    promisedOrders: before.promisedOrders + one(isPromised),
    onTimeOrders: before.onTimeOrders + one(isOnTime),
    fullOrders: before.fullOrders + one(isFull),
    otifOrders: before.otifOrders + one(isOnTime && isFull),
    perfectOrders: before.perfectOrders + one(isOnTime && isFull && isUndamaged),
    orderLines: before.orderLines + sign * orderLines,
    fullLines: before.fullLines + sign * fullLines,
  };
};

/** Figures of several rows as one. */
export function sumDeliveries(rows: readonly DeliveryFigures[]): DeliveryFigures {
  const total = { ...noDeliveries } as Record<keyof DeliveryFigures, number>;
  for (const row of rows) for (const key of deliveryKeys) total[key] += row[key];
  return total;
}
