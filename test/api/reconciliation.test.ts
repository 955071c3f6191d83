import { addDays, askRefund, dayOf } from '@tongpan/core';
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
    store = await shop.openCashStore('CASH');
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

  it('asks after a refund whose end nobody told us', async () => {
    const { orderId } = await order();
    await shop.settleAll();
    await shop.control('settings', { callbacks: 'off' });
    await store.orders.cancel({ ...said(), orderId, reason: '不要了' });
    await shop.core.outbox.drain();
    await shop.core.jobs.runDue();
    await shop.control('deliver', {});
    await shop.run(`UPDATE job SET state = 'done' WHERE name = 'payments.refund' AND state = 'queued'`);
    const refund = async () => (await store.payments.ofOrder({ orderId })).refunds[0];
    expect((await refund())?.state).toBe('processing');
    shop.passTime(dayMs);

    await hq.payments.reconcileNow({ day: yesterday() });

    expect((await refund())?.state).toBe('succeeded');
    await shop.control('settings', { callbacks: 'on' });
  });

  it('shows an amount that differs, a payment nobody knows, and a refund the bill lacks', async () => {
    const [other, lost, unlisted] = [await order(), await order(), await order()];
    await shop.settleAll();
    await shop.run('UPDATE payment SET amountFen = 1, paidFen = 1 WHERE id = ?', [other.paymentId]);
    await shop.run('UPDATE payment SET id = ? WHERE id = ?', [`${lost.paymentId}X`, lost.paymentId]);
    const at = shop.core.clock.now();
    await shop.core.database.transaction(async (tx) => {
      const asked = { paymentId: unlisted.paymentId, amountFen: 1, reason: '多收', askedBy: 'U-d1', at };
      await askRefund(tx, { enqueue: async () => true }, asked);
    });
    await shop.run(`UPDATE paymentRefund SET state = 'processing', acceptedAt = ? WHERE paymentId = ?`, [
      at,
      unlisted.paymentId,
    ]);
    shop.passTime(dayMs);

    const [day] = (await hq.payments.reconcileNow({ day: yesterday() })).items;

    const found = (await differences(hq)).filter((one) => one.day === day?.day);
    expect(found.map(({ kind, number, hereFen, thereFen }) => [kind, number, hereFen, thereFen])).toEqual(
      expect.arrayContaining([
        ['amountDiffers', other.paymentId, 1, 20_000],
        ['missingHere', lost.paymentId, null, 20_000],
        ['missingThere', `${lost.paymentId}X`, 20_000, null],
        ['refundMissingThere', `${unlisted.paymentId}-1`, 1, null],
      ]),
    );
    // What nobody here knows is HQ's to find out.
    expect((await differences(seller)).map(({ number }) => number)).not.toContain(lost.paymentId);
    // As it was, for the books.
    await shop.run('UPDATE payment SET amountFen = 20000, paidFen = 20000 WHERE id = ?', [other.paymentId]);
    await shop.run('UPDATE payment SET id = ? WHERE id = ?', [lost.paymentId, `${lost.paymentId}X`]);
    await shop.run('DELETE FROM paymentRefund WHERE paymentId = ?', [unlisted.paymentId]);
    await shop.run('UPDATE payment SET refundingFen = 0 WHERE id = ?', [unlisted.paymentId]);

    await hq.payments.reconcileNow({ day: yesterday() });

    const settled = (await differences(hq)).filter((one) => one.day === day?.day);
    expect(settled.map(({ state, note }) => [state, note])).toEqual(
      settled.map(() => ['mended', '双方已一致']),
    );
  });

  it('keeps one that cannot be mended from stopping the others', async () => {
    await shop.control('settings', { callbacks: 'off' });
    const [broken, good] = [await order(), await order()];
    await shop.run(`UPDATE job SET state = 'done' WHERE name = 'payments.ask' AND state = 'queued'`);
    await shop.run(`UPDATE payment SET buyerId = 'NOBODY' WHERE id = ?`, [broken.paymentId]);
    shop.passTime(dayMs);

    await hq.payments.reconcileNow({ day: yesterday() });

    expect((await store.orders.get({ orderId: good.orderId })).state).toBe('approved');
    expect((await hq.payments.differences({ state: 'open' })).items).toMatchObject([
      { kind: 'paidThereUnpaidHere', number: broken.paymentId },
    ]);
    expect(shop.complaints.splice(0)).toHaveLength(1);
    await shop.run(`UPDATE payment SET buyerId = 'CASH' WHERE id = ?`, [broken.paymentId]);
    await hq.payments.reconcileNow({ day: yesterday() });
    expect((await hq.payments.differences({ state: 'open' })).items).toEqual([]);
    await shop.control('settings', { callbacks: 'on' });
  });

  it('holds what moved on the account, its fees and its balance against our ledger of the day', async () => {
    const { paymentId } = await order();
    await shop.settleAll();
    shop.passTime(dayMs);
    const compare = async () => {
      const [day] = (await hq.payments.reconcileNow({ day: yesterday() })).items;
      const found = (await differences(hq)).filter((one) => one.day === day?.day);
      return { day, found };
    };

    const { day, found } = await compare();
    expect(found).toEqual([]);
    expect(day).toMatchObject({ inFen: 20_000, ledgerPaidFen: 20_000, ledgerRefundedFen: 0 });
    expect(day?.feeFen).toBeGreaterThan(0);
    expect(day?.outFen).toBe(day?.feeFen);
    expect(day?.closingFen).not.toBeNull();

    await shop.run('UPDATE paymentEntry SET amountFen = 19999 WHERE paymentId = ?', [paymentId]);
    const wrong = await compare();
    const sides = { number: 'ledger.paid', hereFen: 19_999, thereFen: 20_000 };
    expect(wrong.found).toMatchObject([{ kind: 'ledgerSumDiffers', state: 'open', ...sides }]);
    await shop.run('UPDATE paymentEntry SET amountFen = 20000 WHERE paymentId = ?', [paymentId]);
    expect((await compare()).found).toMatchObject([{ state: 'mended', note: '双方已一致' }]);
  });

  it('catches up by itself what was missed, from the half hour after ten on', async () => {
    await order();
    await shop.settleAll();
    // The shop opens at ten; bills are there a few minutes later.
    shop.passTime(2 * dayMs + 10 * 60_000);

    await shop.settleAll();

    const days = (await hq.payments.billDays({})).items.map(({ day }) => day);
    expect(days).toContain(yesterday());
    expect(days).toContain(addDays(yesterday(), -1));
    expect((await seller.payments.billDays({})).items).toEqual([]);
  });

  endsWithBooks(() => shop);
});
