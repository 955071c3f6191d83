import { addDays, dayOf } from '@tongpan/core';
import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';
import { uploadPhoto } from './upload-photo';

afterAll(removePlaces);

const native = { by: 'native' } as const;

/** Money that finance sends back the way it came: one asks, another decides. */
forEachEngine('an online payment that finance sends back', (engine) => {
  let shop: PayingShop;
  let clerk: Client;
  let boss: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    boss = await shop.as('d1');
    const staff = {
      commandId: shop.newId(),
      loginName: 'd1-clerk',
      name: '小王',
      roles: ['finance' as const],
    };
    const { oneTimePassword } = await boss.partners.addStaff(staff);
    const currentPassword = oneTimePassword ?? '';
    const { token } = await shop.visitor.auth.logIn({ loginName: 'd1-clerk', password: currentPassword });
    clerk = shop.clientOf(token);
    await clerk.auth.changePassword({ currentPassword, newPassword: 'a-word-of-my-own' });
    await shop.addGoods({ id: 'RICE', onHand: 1_000_000 });
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const aStore = async () => {
    count += 1;
    const id = `BACK${count}`;
    const store = await shop.openStore({ id, limitFen: 1_000_000 });
    const signed = async (quantity: number) => {
      const orderId = shop.newId();
      await store.orders.place({ orderId, lines: [{ skuId: 'RICE', quantity }] });
      const shipmentId = shop.newId();
      await boss.orders.ship({ orderId, shipmentId });
      await store.orders.sign({ orderId, shipmentId, ...said(), differences: [] });
    };
    const bills = async () => (await store.credit.bills({})).items;
    const pay = async (what: object) => {
      const paymentId = shop.newId();
      await store.payments.start({ paymentId, ...what, using: native });
      await shop.control('pay', { outTradeNo: paymentId });
      await shop.settleAll();
      return paymentId;
    };
    const topUp = (amountFen: number) => pay({ sellerId: 'D1', topUp: { amountFen } });
    const balance = async () => (await store.credit.deposits({})).items[0];
    return { id, store, signed, bills, pay, topUp, balance };
  };
  const ask = (paymentId: string, amountFen: number, by: Client = clerk, returnId = shop.newId()) =>
    by.payments.requestReturn({ returnId, paymentId, amountFen, reason: '多付退回' });
  const decide = (returnId: string, approve = true, by: Client = boss) =>
    by.payments.decideReturn({ ...said(), returnId, approve, note: approve ? '' : '不退' });
  const giveBack = async (paymentId: string, amountFen: number) => {
    const { returnId } = await ask(paymentId, amountFen);
    const decided = await decide(returnId);
    await shop.settleAll();
    return decided;
  };
  const refundOf = async (paymentId: string) =>
    (await boss.payments.refunds({})).items.filter((refund) => refund.paymentId === paymentId);

  it('opens the bills it paid for just as much, and the rest stays paid', async () => {
    const { id, signed, bills, pay } = await aStore();
    for (const quantity of [10, 20]) await signed(quantity);
    const billIds = (await bills()).map(({ billId }) => billId);
    const paymentId = await pay({ billIds });
    expect(await bills()).toEqual([]);
    expect(await clerk.payments.returnable({ paymentId })).toEqual({ returnableFen: 60_000 });

    const decided = await giveBack(paymentId, 45_000);

    expect(decided).toMatchObject({ state: 'approved', amountFen: 45_000, requestedBy: '小王' });
    const open = await bills();
    expect(open.reduce((sum, bill) => sum + bill.amountFen - bill.paidFen, 0)).toBe(45_000);
    expect(await refundOf(paymentId)).toMatchObject([{ amountFen: 45_000, state: 'succeeded' }]);
    expect(await clerk.payments.returnable({ paymentId })).toEqual({ returnableFen: 15_000 });
    const { items } = await boss.credit.receipts({ sellerId: 'D1', buyerId: id });
    const sums = items.filter(({ kind }) => kind === 'payOut').reduce((sum, one) => sum + one.amountFen, 0);
    expect(sums).toBe(-45_000);
  });

  it('takes of a top-up what no order holds, in parts, and never more', async () => {
    const { id, store, topUp, balance } = await aStore();
    await boss.credit.setTerms({ ...said(), buyerId: id, kind: 'prepaid', reason: '款到发货' });
    const paymentId = await topUp(50_000);
    await store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'RICE', quantity: 10 }] });
    expect(await balance()).toMatchObject({ balanceFen: 50_000, heldFen: 20_000 });

    expect(await codeOf(ask(paymentId, 30_001))).toBe('payments.overReturned');
    await giveBack(paymentId, 10_000);
    await giveBack(paymentId, 20_000);

    expect(await balance()).toMatchObject({ balanceFen: 20_000, heldFen: 20_000 });
    expect(await codeOf(ask(paymentId, 1))).toBe('payments.overReturned');
    const refunds = await refundOf(paymentId);
    expect(new Set(refunds.map(({ refundId }) => refundId)).size).toBe(2);
    expect(refunds.every(({ state }) => state === 'succeeded')).toBe(true);
  });

  it('keeps a top-up that was paid online from being taken back by hand', async () => {
    const { id, topUp, balance } = await aStore();
    await topUp(5_000);
    const hand = { ...said(), buyerId: id, kind: 'prepaid' as const, action: 'topUp' as const };
    const { depositId } = await boss.credit.moveDeposit({
      ...hand,
      amountFen: 700,
      orderId: 'O-1',
      reason: '现金',
    });
    const { items } = await boss.credit.depositEntries({ depositId });
    const reversed = (amountFen: number) =>
      boss.credit.reverseDepositEntry({
        ...said(),
        entryId: items.find(({ balanceFen }) => balanceFen === amountFen)?.entryId ?? '',
        reason: '记错户',
      });

    expect(await codeOf(reversed(5_000))).toBe('credit.receiptBoundToPayment');
    await reversed(700);

    expect(await balance()).toMatchObject({ balanceFen: 5_000 });
  });

  it('asks again when it is decided: what was spent meanwhile does not go back', async () => {
    const { id, store, topUp, balance } = await aStore();
    await boss.credit.setTerms({ ...said(), buyerId: id, kind: 'prepaid', reason: '款到发货' });
    const paymentId = await topUp(30_000);
    const [first, second] = [await ask(paymentId, 30_000), await ask(paymentId, 10_000)];
    await store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'RICE', quantity: 10 }] });

    expect(await codeOf(decide(first.returnId))).toBe('payments.overReturned');
    expect((await decide(second.returnId)).state).toBe('approved');
    await shop.settleAll();

    expect(await balance()).toMatchObject({ balanceFen: 20_000, heldFen: 20_000 });
  });

  it('is two persons’ affair, said once', async () => {
    const { topUp, balance } = await aStore();
    const paymentId = await topUp(9_000);
    const returnId = shop.newId();
    for (const _ of [1, 2]) await ask(paymentId, 4_000, clerk, returnId);
    expect(await codeOf(decide(returnId, true, clerk))).toBe('payments.sameHand');
    const other = await ask(paymentId, 9_000);
    expect((await decide(other.returnId, false)).state).toBe('rejected');

    const command = { ...said(), returnId, approve: true };
    const answers = await Promise.all([1, 2].map(() => boss.payments.decideReturn(command)));
    await shop.settleAll();

    expect(answers.map(({ state }) => state)).toEqual(['approved', 'approved']);
    expect(await codeOf(decide(returnId))).toBe('payments.returnDecided');
    expect(await balance()).toMatchObject({ balanceFen: 5_000 });
    expect(await refundOf(paymentId)).toMatchObject([{ amountFen: 4_000 }]);
    const { items } = await boss.payments.returns({ state: 'rejected' });
    expect(items).toMatchObject([{ returnId: other.returnId, note: '不退' }]);
  });

  it('waits at the desk of whoever may decide, which is not who asked', async () => {
    const returnsOf = async (one: Client) =>
      (await one.insight.desk({})).waiting.find(({ kind }) => kind === 'returns');
    const before = [await returnsOf(clerk), await returnsOf(boss)];
    const { topUp } = await aStore();
    const { returnId } = await ask(await topUp(2_000), 1_500);

    expect(await returnsOf(boss)).toMatchObject({
      title: '原路退回待审批',
      count: (before[1]?.count ?? 0) + 1,
      amountFen: (before[1]?.amountFen ?? 0) + 1_500,
    });
    expect(await returnsOf(clerk)).toEqual(before[0]);
    expect(await returnsOf(await shop.as('d2'))).toBeUndefined();
    await decide(returnId, false);
    expect(await returnsOf(boss)).toEqual(before[1]);
  });

  it('leaves to orders what came with them, and to this desk what a receipt of bills brought', async () => {
    const { id, store, signed, bills, pay } = await aStore();
    const orderId = shop.newId();
    await store.orders.place({ orderId, lines: [{ skuId: 'RICE', quantity: 10 }] });
    const ofOrder = await pay({ orderId });
    expect(await codeOf(ask(ofOrder, 1))).toBe('payments.notReturnable');

    await signed(3);
    const paymentId = await pay({ billIds: (await bills()).map(({ billId }) => billId) });
    const { items } = await boss.credit.receipts({ sellerId: 'D1', buyerId: id });
    const receipt = items.find(({ kind }) => kind === 'money');
    const reversal = { ...said(), receiptId: receipt?.receiptId ?? '', reason: '冲回' };
    expect(await codeOf(boss.credit.reverseReceipt(reversal))).toBe('credit.receiptBoundToPayment');
    expect((await giveBack(paymentId, 6_000)).state).toBe('approved');
  });

  it('leaves to an after-sales request what settled it', async () => {
    const { id, store, signed, bills } = await aStore();
    await signed(5);
    const orderId = (await bills())[0]?.orderId ?? '';
    const [line] = (await store.afterSales.form({ orderId })).lines;
    const { shipmentId = '', shipmentLineNo = 0 } = line ?? {};
    const { afterSalesId } = await store.afterSales.request({
      ...said(),
      ...{
        afterSalesId: shop.newId(),
        orderId,
        kind: 'refundOnly',
        reason: 'damaged',
        photos: [await uploadPhoto(store, shop.newId(), 'afterSales')],
      },
      lines: [{ shipmentId, shipmentLineNo, quantity: 2 }],
    });
    await boss.afterSales.approve({ ...said(), afterSalesId });

    const { items } = await boss.credit.receipts({ sellerId: 'D1', buyerId: id });
    const note = items.find(({ kind }) => kind === 'creditNote');
    const reversal = { ...said(), receiptId: note?.receiptId ?? '', reason: '试冲' };
    expect(await codeOf(boss.credit.reverseReceipt(reversal))).toBe('credit.receiptBoundToReturn');
  });

  it('agrees with the bill of its day', async () => {
    shop.passTime(86_400_000);
    const day = addDays(dayOf(shop.core.clock.now()), -1);

    const { items } = await (await shop.as('hq')).payments.reconcileNow({ day });

    const [compared] = items;
    expect(compared).toMatchObject({ refunds: 6, differences: 0, ledgerPaidFen: compared?.paidFen });
    expect(compared?.ledgerRefundedFen).toBe(compared?.refundedFen);
    const { inFen = 0, outFen = 0, feeFen = 0, paidFen = 0, refundedFen = 0 } = compared ?? {};
    expect(Number(inFen) - Number(outFen)).toBe(paidFen - refundedFen - Number(feeFen));
    expect(Number(feeFen)).toBeGreaterThan(0);
  });

  endsWithBooks(() => shop);
});
