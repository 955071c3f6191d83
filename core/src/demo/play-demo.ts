import type { orderService } from '../orders';
import type { creditService } from '../credit';
import { type Caller, dayMs, type PartyKind, type Platform } from '../platform';
import { demoGoods } from './goods';
import { distributors, stores } from './partners';
import { randomOf } from './random';

/** The desks the demo's past goes through: the same as everybody's. */
export interface DemoDesks extends Platform {
  readonly orders: ReturnType<typeof orderService>;
  readonly credit: ReturnType<typeof creditService>;
}

const pastDays = 14;

/** Two weeks of orders, shipments, signings and payments by the real rules, so that no screen is empty. */
export async function playDemo(desks: DemoDesks): Promise<void> {
  const { orders, credit, clock, newId } = desks;
  const random = randomOf(7);
  const goods = demoGoods();
  const now = clock.now();
  const basket = () =>
    Array.from(
      { length: 3 + Math.floor(random() * 6) },
      () => goods[Math.floor(random() * goods.length)] as (typeof goods)[number],
    )
      .filter((good, at, all) => all.indexOf(good) === at)
      .map(({ sku }) => ({
        skuId: sku.id,
        quantity: (sku.units[0]?.factor ?? 1) * (1 + Math.floor(random() * 3)),
      }));

  for (let daysAgo = pastDays; daysAgo >= 0; daysAgo -= 1) {
    for (const store of stores) {
      if (random() > 0.22) continue;
      const at = now - daysAgo * dayMs - Math.floor(random() * 180) * 60_000;
      const buyer = callerOf(store.code, 'store', at);
      const seller = callerOf(store.distributorCode, 'distributor', at + 3_600_000);
      const { order } = await orders.place(buyer, { orderId: newId(), lines: basket(), note: '' });
      if (daysAgo === 0) continue;
      if (order.state === 'held') await review(orders, seller, order.id, newId);
      const { order: decided } = await orders.get(seller, order.id);
      if (decided.state !== 'approved') continue;
      const shipmentId = newId();
      await orders.ship(seller, { orderId: order.id, shipmentId, carrier: '自有车队', trackingNo: '' });
      if (daysAgo <= 1) continue;
      const signedAt = { ...buyer, at: at + dayMs };
      await orders.sign(signedAt, { orderId: order.id, shipmentId, commandId: newId(), differences: [] });
      if (random() < 0.3) {
        await credit.receive(
          { ...seller, at: at + 3 * dayMs },
          { receiptId: newId(), buyerId: store.code, amountFen: decided.payableFen },
        );
      }
    }
  }
  await leaveSomethingToDecide(desks, now - 3_600_000);
}

/** One order this morning at every distributor that is more than its store's credit: somebody has to look at it. */
async function leaveSomethingToDecide({ orders, newId }: DemoDesks, at: number) {
  const lines = demoGoods()
    .slice(5, 8)
    .map(({ sku }) => ({ skuId: sku.id, quantity: (sku.units[0]?.factor ?? 1) * 130 }));
  for (const { code } of distributors) {
    const store = stores.findLast(({ distributorCode }) => distributorCode === code);
    if (!store) continue;
    const buyer = callerOf(store.code, 'store', at);
    await orders.place(buyer, { orderId: newId(), lines, note: '周末搞活动，请尽快安排' });
  }
}

/** Yesterday's held orders have been decided: what can be sent is sent, what cannot is refused. */
async function review(orders: DemoDesks['orders'], seller: Caller, orderId: string, newId: () => string) {
  const accept = ['stock.short', 'credit.over', 'credit.overdue'];
  await orders.approve(seller, { orderId, commandId: newId(), accept, note: '老客户，按现货发' });
  const { order } = await orders.get(seller, orderId);
  if (order.state === 'held') {
    await orders.reject(seller, { orderId, commandId: newId(), reason: '暂无库存，到货后请重新下单' });
  }
}

const callerOf = (code: string, partyKind: PartyKind, at: number): Caller => ({
  userId: `U-${code}`,
  userName: stores.find((store) => store.code === code)?.contact ?? '经销商',
  partyId: code,
  partyKind,
  roles: ['owner'],
  sessionId: '',
  channel: partyKind === 'store' ? 'weapp' : 'pc',
  deviceId: `demo-${code}`,
  ip: '127.0.0.1',
  at,
});
