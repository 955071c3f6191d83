import type { orderService } from '../orders';
import { climbLadder } from '../credit';
import { type Caller, dayOf, type Platform } from '../platform';
import { scanExpiry } from '../stock';
import { branchAddressId } from './company';
import { demoGoods } from './goods';
import { stores } from './partners';

/** The desk the demo's last orders go through: the same as everybody's. */
export interface DemoDesks extends Platform {
  readonly orders: ReturnType<typeof orderService>;
}

/** What the night's rounds find, and what somebody has to look at this morning. */
export async function playDemo(desks: DemoDesks): Promise<void> {
  const now = desks.clock.now();
  await climbLadder(desks, dayOf(now));
  await scanExpiry(desks, now);
  await leaveSomethingToDecide(desks, now - 600_000);
}

/**
 * One order this morning at each of the first distributors that is more than its store's credit, and one that was sent
 * back because it was to go where another distributor sells.
 */
async function leaveSomethingToDecide({ orders, newId }: DemoDesks, at: number) {
  const goods = demoGoods().slice(5, 8);
  const linesOf = (cases: number) =>
    goods.map(({ sku }) => ({ skuId: sku.id, quantity: (sku.units[0]?.factor ?? 1) * cases }));
  for (const code of ['S007', 'S011', 'S021']) {
    const order = { orderId: newId(), lines: linesOf(130), note: '周末搞活动，请尽快安排' };
    await orders.place(callerOf(code, at), order);
  }
  const elsewhere = { addressId: branchAddressId, lines: linesOf(2), note: '送到新开的分店' };
  await orders.place(callerOf('S009', at), { orderId: newId(), ...elsewhere });
}

const callerOf = (code: string, at: number): Caller => ({
  userId: `U-${code}`,
  userName: stores.find((store) => store.code === code)?.contact ?? '',
  partyId: code,
  partyKind: 'store',
  roles: ['owner'],
  sessionId: '',
  channel: 'weapp',
  deviceId: `demo-${code}`,
  ip: '127.0.0.1',
  at,
});
