import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';
import { aPromotionOf } from './promotion-inputs';
import { uploadPhoto } from './upload-photo';

afterAll(removePlaces);

const hourMs = 3_600_000;
const native = { by: 'native' } as const;

/** A number that is the same for the same seed: no life of the play differs from run to run. */
function drawFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Goods at ¥20 on the list; as a pre-order at ¥18, of which a deposit of ¥2 counts for ¥3: ¥17 in all. */
forEachEngine('orders paid in steps', (engine) => {
  let shop: PayingShop;
  let seller: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  /** A store and goods of its own, which only the window from hour 2 to hour 6 sells. */
  const aPreOrder = async ({ deposit = 'kept', onHand = 1_000, total = null as number | null } = {}) => {
    count += 1;
    const [id, skuId, promotionId] = [`PRE${count}`, `PG${count}`, shop.newId()];
    const store = await shop.openStore({ id, limitFen: 1_000_000 });
    await shop.addGoods({ id: skuId, onHand });
    const now = shop.core.clock.now();
    const [balanceFrom, balanceUntil] = [now + 2 * hourMs, now + 6 * hourMs];
    const open = aPromotionOf('D1', {
      promotionId,
      kind: 'preOrder',
      rule: {
        unitPriceE4: 180_000,
        depositE4: 20_000,
        depositWorthE4: 30_000,
        balanceFrom,
        balanceUntil,
        deposit,
      },
    });
    const promotion = {
      ...open,
      scope: { ...open.scope, skuIds: [skuId] },
      caps: { ...open.caps, total },
    };
    await seller.promotions.put({ ...said(), expectedVersion: 0, promotion });
    await seller.promotions.publish({ ...said(), promotionId, expectedVersion: 1 });
    const place = async (quantity = 10) => {
      const orderId = shop.newId();
      await store.orders.place({ orderId, lines: [{ skuId, quantity }] });
      return orderId;
    };
    const pay = async (orderId: string) => {
      const { payment } = await store.payments.start({ paymentId: shop.newId(), orderId, using: native });
      await shop.control('pay', { outTradeNo: payment.paymentId });
      await shop.settleAll();
    };
    const look = (orderId: string) => store.orders.get({ orderId });
    const money = (orderId: string) => store.payments.ofOrder({ orderId });
    const account = async () => (await store.credit.mine({})).items[0];
    const reserved = async () =>
      (
        await shop.rows<{ reserved: number }>('SELECT SUM(reserved) AS reserved FROM lot WHERE skuId = ?', [
          skuId,
        ])
      )[0]?.reserved;
    return { id, skuId, store, place, pay, look, money, account, reserved, balanceFrom, balanceUntil };
  };
  /** Lets time go by until an instant, and the house do what is due then. */
  const until = async (instant: number) => {
    shop.passTime(Math.max(0, instant - shop.core.clock.now()) + 1_000);
    await shop.core.payments.tendSteps(shop.core.clock.now());
    await shop.settleAll();
  };
  const refundedFen = async (
    one: { money: (id: string) => ReturnType<Client['payments']['ofOrder']> },
    id: string,
  ) => (await one.money(id)).refunds.reduce((total, { amountFen }) => total + amountFen, 0);

  it('wait for the deposit, then for the window, and take goods when the balance is paid', async () => {
    const one = await aPreOrder();
    const quote = await one.store.orders.quote({ lines: [{ skuId: one.skuId, quantity: 10 }] });
    expect(quote).toMatchObject({
      payableFen: 17_000,
      verdict: 'held',
      steps: { depositFen: 2_000, depositWorthFen: 3_000, balanceFen: 15_000, isRefundable: false },
    });
    const orderId = await one.place();
    expect(await one.look(orderId)).toMatchObject({ state: 'held', steps: { stage: 'deposit' } });
    expect(await one.money(orderId)).toMatchObject({ payableNowFen: 2_000 });
    expect([Number(await one.reserved()), (await one.account())?.heldFen]).toEqual([0, 0]);

    await one.pay(orderId);
    expect(await one.look(orderId)).toMatchObject({ state: 'held', steps: { stage: 'waiting' } });
    expect(await one.money(orderId)).toMatchObject({ payableNowFen: 0, waitingFen: 2_000 });
    const early = one.store.payments.start({ paymentId: shop.newId(), orderId, using: native });
    expect(await codeOf(early)).toBe('payments.nothingDue');

    await until(one.balanceFrom);
    expect(await one.look(orderId)).toMatchObject({ state: 'held', steps: { stage: 'balance' } });
    expect(await one.money(orderId)).toMatchObject({ payableNowFen: 15_000 });
    await one.pay(orderId);
    expect(await one.look(orderId)).toMatchObject({ state: 'approved', steps: { stage: 'paid' } });
    expect([Number(await one.reserved()), (await one.account())?.heldFen]).toEqual([10, 17_000]);

    const shipmentId = shop.newId();
    await seller.orders.ship({ orderId, shipmentId });
    await one.store.orders.sign({ ...said(), orderId, shipmentId });
    expect(await one.money(orderId)).toMatchObject({ waitingFen: 0, payableNowFen: 0, refunds: [] });
    expect((await one.store.credit.bills({})).items).toEqual([]);
  });

  it('end without a trace when the deposit does not come, and give their quota to others', async () => {
    const one = await aPreOrder({ total: 10 });
    const orderId = await one.place();
    const beyond = { lines: [{ skuId: one.skuId, quantity: 10 }] };
    expect((await one.store.orders.quote(beyond)).steps).toBeNull();
    await until(shop.core.clock.now() + 30 * 60_000);
    expect(await one.look(orderId)).toMatchObject({ state: 'cancelled', steps: { forfeitedFen: 0 } });
    expect((await one.store.orders.quote(beyond)).steps).toMatchObject({ depositFen: 2_000 });
    expect(await one.account()).toMatchObject({ receivableFen: 0, unappliedFen: 0 });
  });

  it.each([
    ['kept', 2_000, 0],
    ['returned', 0, 2_000],
  ] as const)('forget the balance: a deposit that is %s', async (deposit, forfeitedFen, backFen) => {
    const one = await aPreOrder({ deposit });
    const orderId = await one.place();
    await one.pay(orderId);
    await until(one.balanceFrom);
    await until(one.balanceUntil);
    expect(await one.look(orderId)).toMatchObject({ state: 'cancelled', steps: { forfeitedFen } });
    expect(await refundedFen(one, orderId)).toBe(backFen);
    expect(await one.account()).toMatchObject({ receivableFen: 0, unappliedFen: 0 });
  });

  it.each([
    ['the buyer gives it up', 2_000],
    ['the seller refuses it', 0],
  ] as const)('end before the balance: %s', async (who, forfeitedFen) => {
    const one = await aPreOrder();
    const orderId = await one.place();
    await one.pay(orderId);
    if (forfeitedFen > 0) await one.store.orders.cancel({ ...said(), orderId });
    else await seller.orders.reject({ ...said(), orderId, reason: who });
    await shop.settleAll();
    expect((await one.look(orderId)).steps?.forfeitedFen).toBe(forfeitedFen);
    expect(await refundedFen(one, orderId)).toBe(2_000 - forfeitedFen);
  });

  it('go back over both payments when it is cancelled after the balance or comes back', async () => {
    const one = await aPreOrder();
    const [first, second] = [await one.place(), await one.place(20)];
    for (const orderId of [first, second]) await one.pay(orderId);
    await until(one.balanceFrom);
    for (const orderId of [first, second]) await one.pay(orderId);
    await one.store.orders.cancel({ ...said(), orderId: first });
    await shop.settleAll();
    expect(await refundedFen(one, first)).toBe(17_000);

    const shipmentId = shop.newId();
    await seller.orders.ship({ orderId: second, shipmentId });
    await one.store.orders.sign({ ...said(), orderId: second, shipmentId });
    const { afterSalesId } = await one.store.afterSales.request({
      afterSalesId: shop.newId(),
      orderId: second,
      kind: 'return',
      reason: 'quality',
      photos: [await uploadPhoto(one.store, shop.newId(), 'afterSales')],
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: 20 }],
    });
    await seller.afterSales.approve({ ...said(), afterSalesId });
    await seller.afterSales.receive({ ...said(), afterSalesId, outcomes: [{ lineNo: 1, restocked: 20 }] });
    await shop.settleAll();
    expect(await refundedFen(one, second)).toBe(34_000);
    expect((await one.money(second)).refunds.map(({ amountFen }) => amountFen).sort()).toEqual([
      30_000, 4_000,
    ]);
  });

  it('stand alone, and are given up but not changed', async () => {
    const one = await aPreOrder();
    const mixed = {
      lines: [
        { skuId: one.skuId, quantity: 10 },
        { skuId: 'WATER', quantity: 50 },
      ],
    };
    const { verdict, findings } = await one.store.orders.quote(mixed);
    expect([verdict, findings.map(({ rule }) => rule)]).toEqual([
      'rejected',
      expect.arrayContaining(['preOrder.mixed']),
    ]);
    const orderId = await one.place();
    const lines = [{ skuId: one.skuId, quantity: 5 }];
    const edit = one.store.orders.edit({ ...said(), orderId, expectedRevision: 1, lines });
    expect(await codeOf(edit)).toBe('orders.stateForbids');
    const approve = seller.orders.approve({ ...said(), orderId, accept: ['preOrder.deposit'], note: '' });
    expect((await approve).state).toBe('held');
  });

  it('agree with the stand-in whatever their buyers do', async () => {
    const draw = drawFrom(20_261_122);
    const one = await aPreOrder();
    const lives: string[] = [];
    for (let life = 0; life < 12; life += 1) {
      const orderId = await one.place(3 + draw(9));
      lives.push(orderId);
      if (draw(5) > 0) await one.pay(orderId);
    }
    for (const orderId of lives) {
      const { actions } = await one.look(orderId);
      if (draw(4) === 0 && actions.includes('cancel')) await one.store.orders.cancel({ ...said(), orderId });
    }
    await until(one.balanceFrom);
    for (const orderId of lives) {
      const { payableNowFen } = await one.money(orderId);
      if (payableNowFen > 0 && draw(3) > 0) await one.pay(orderId);
    }
    for (const orderId of lives) {
      const { state } = await one.look(orderId);
      if (state !== 'approved' || draw(3) === 0) continue;
      if (draw(3) === 0) await one.store.orders.cancel({ ...said(), orderId });
      else {
        const shipmentId = shop.newId();
        await seller.orders.ship({ orderId, shipmentId });
        const differences = [{ shipmentLineNo: 1, refused: draw(2) }];
        await one.store.orders.sign({ ...said(), orderId, shipmentId, differences });
      }
    }
    await until(one.balanceUntil);

    for (const orderId of lives) {
      const [{ payments, refunds, waitingFen }, order] = [await one.money(orderId), await one.look(orderId)];
      const paidFen = payments.reduce(
        (total, { state, amountFen }) => total + (state === 'paid' ? amountFen : 0),
        0,
      );
      const backFen = refunds.reduce((total, { amountFen }) => total + amountFen, 0);
      const forfeitedFen = order.steps?.forfeitedFen ?? 0;
      const takenFen = order.shipments
        .flatMap(({ lines }) => lines)
        .reduce((total, { accepted }) => total + (accepted ?? 0) * 1_700, 0);
      expect([order.number, paidFen]).toEqual([order.number, backFen + forfeitedFen + takenFen + waitingFen]);
      expect(order.state).not.toBe('held');
    }
  });

  endsWithBooks(() => shop);
});
