import { addDays, dayOf } from '@tongpan/core';
import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';

afterAll(removePlaces);

const dayMs = 86_400_000;

/** Each day's money against the bill that the stand-in makes of its own ledger. */
forEachEngine('reconciliation', (engine) => {
  let shop: PayingShop;
  let hq: Client;
  let seller: Client;
  let store: Client;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    hq = await shop.as('hq');
    seller = await shop.as('d1');
    await shop.addGoods({ id: 'RICE', onHand: 1_000_000 });
    store = await shop.openStore({ id: 'CASH', limitFen: 0 });
    await seller.credit.setTerms({ ...said(), buyerId: 'CASH', kind: 'cash', reason: '现款' });
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const yesterday = () => addDays(dayOf(shop.core.clock.now()), -1);
  const order = async () => {
    const orderId = shop.newId();
    await store.orders.place({ orderId, lines: [{ skuId: 'RICE', quantity: 10 }] });
    const paymentId = shop.newId();
    await store.payments.start({ paymentId, orderId, using: { by: 'native' } });
    await shop.control('pay', { outTradeNo: paymentId });
    return { orderId, paymentId };
  };
  const differences = async (client: Client) => (await client.payments.differences({})).items;

  it('finds nothing on a day that agrees, and says so', async () => {
    const paid = await order();
    await shop.settleAll();
    await store.orders.cancel({ ...said(), orderId: paid.orderId, reason: '不要了' });
    await shop.settleAll();
    expect(await codeOf(hq.payments.reconcileNow({ day: dayOf(shop.core.clock.now()) }))).toBe(
      'payments.billNotReady',
    );
    shop.passTime(dayMs);

    const { items } = await hq.payments.reconcileNow({ day: yesterday() });

    expect(items).toMatchObject([
      { payments: 1, paidFen: 20_000, refunds: 1, refundedFen: 20_000, differences: 0 },
    ]);
    expect(await differences(hq)).toEqual([]);
  });

  it('takes the word of the bill for what nobody told us, and approves the order', async () => {
    await shop.control('settings', { callbacks: 'off' });
    const { orderId } = await order();
    // Its jobs look away as well: only the bill tells.
    await shop.run(`UPDATE job SET state = 'done' WHERE name = 'payments.ask' AND state = 'queued'`);
    shop.passTime(dayMs);
    expect((await store.orders.get({ orderId })).state).toBe('held');

    for (const _ of [1, 2]) await hq.payments.reconcileNow({ day: yesterday() });

    expect((await store.orders.get({ orderId })).state).toBe('approved');
    expect(await differences(seller)).toMatchObject([
      { kind: 'paidThereUnpaidHere', state: 'mended', title: '账单已付，系统未付' },
    ]);
    await shop.control('settings', { callbacks: 'on' });
  });

  it('shows what it cannot mend to the seller, until somebody says how it was settled', async () => {
    const { paymentId } = await order();
    await shop.settleAll();
    await shop.run(`UPDATE payment SET transactionId = 'ANOTHER' WHERE id = ?`, [paymentId]);
    shop.passTime(dayMs);
    await hq.payments.reconcileNow({ day: yesterday() });
    const [found] = (await seller.payments.differences({ state: 'open' })).items;
    expect(found).toMatchObject({ kind: 'transactionDiffers', severity: 'alarm', number: paymentId });

    const command = { ...said(), differenceId: found?.differenceId ?? '', note: '已与微信核对' };
    for (const _ of [1, 2]) {
      const settled = await seller.payments.resolveDifference(command);
      expect(settled).toMatchObject({ state: 'resolved', note: '已与微信核对' });
    }
    expect(await codeOf(seller.payments.resolveDifference({ ...command, ...said() }))).toBe(
      'payments.differenceSettled',
    );
    expect(await differences(await shop.as('d2'))).toEqual([]);
  });

  it('catches days up by itself, at ten', async () => {
    await shop.settleAll();
    const { items } = await hq.payments.billDays({});

    expect(items.length).toBeGreaterThan(3);
  });

  endsWithBooks(() => shop);
});
