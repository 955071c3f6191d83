import { type Caller, dayMs } from '@tongpan/core';
import type { Shop } from './open-shop';

/** Lets a store owe ¥1,000 that fell due so many days ago: ordered, shipped and signed for in the past. */
export async function oweSince({ core, newId, run }: Shop, storeId: string, skuId: string, daysLate: number) {
  const at = core.clock.now() - (30 + daysLate) * dayMs;
  const callerOf = (partyId: string, partyKind: Caller['partyKind']): Caller => ({
    userId: `U-${partyId.toLowerCase()}`,
    userName: '',
    partyId,
    partyKind,
    roles: ['owner'],
    sessionId: '',
    channel: 'api',
    deviceId: '',
    ip: '',
    at,
  });
  const ids = { orderId: newId(), shipmentId: newId() };
  const [account] = await core.credit.mine(callerOf(storeId, 'store'));
  const [home] = await core.partners.addresses(callerOf(storeId, 'store'));
  const setFacts = async (limitFen: number, regionCode: string) => {
    await run('UPDATE creditAccount SET limitFen = ? WHERE buyerId = ?', [limitFen, storeId]);
    await run('UPDATE address SET regionCode = ? WHERE partyId = ?', [regionCode, storeId]);
  };

  await setFacts(1_000_000, '330106');
  await core.orders.place(callerOf(storeId, 'store'), {
    ...ids,
    lines: [{ skuId, quantity: 50 }],
    note: '',
  });
  await core.orders.ship(callerOf('D1', 'distributor'), { ...ids, carrier: '', trackingNo: '' });
  await core.orders.sign(callerOf(storeId, 'store'), { ...ids, commandId: newId(), differences: [] });
  await setFacts(account?.account.limitFen ?? 0, home?.regionCode ?? '');
}
