import { stateNames, type Order, type OrderState } from './model';

const stageOf: Record<OrderState, number> = {
  held: 1,
  rejected: 1,
  cancelled: 1,
  approved: 2,
  picking: 2,
  shipped: 3,
  signed: 4,
  shortClosed: 5,
  completed: 5,
};

const stageNames = ['提交', '审核', '备货', '发货', '签收', '完成'];

/** The way of an order as steps: where it stands, and whether it ended early. */
export function progressOf(state: OrderState) {
  const endedEarly = state === 'rejected' || state === 'cancelled' || state === 'shortClosed';
  const current = stageOf[state];
  return {
    current,
    status: endedEarly ? 'error' : state === 'completed' ? 'finish' : 'process',
    titles: stageNames.map((name, stage) => (stage === current ? stateNames[state] : name)),
  } as const;
}

/** What the lines add up to beside what the order says. */
export function totalsOf(order: Pick<Order, 'lines' | 'goodsFen' | 'payableFen' | 'freight'>) {
  const linesFen = order.lines.reduce((sum, line) => sum + line.amountFen, 0);
  const reductionFen = order.goodsFen + (order.freight?.freightFen ?? 0) - order.payableFen;
  return { linesFen, agrees: linesFen === order.goodsFen, reductionFen };
}

/** How much of each line may still go out, in base units. */
export const shippable = (order: Pick<Order, 'lines'>) =>
  order.lines
    .map((line) => ({ line, quantity: line.promisedLots.reduce((sum, lot) => sum + lot.quantity, 0) }))
    .filter(({ quantity }) => quantity > 0);
