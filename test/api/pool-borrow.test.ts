import type { Client } from '@tongpan/bff';
import { emit } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('goods borrowed from another owner', (engine) => {
  let shop: Shop;
  let borrower: Client;
  let lender: Client;
  let headquarters: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openShop(engine);
    [borrower, lender, headquarters] = await Promise.all([shop.as('d1'), shop.as('d2'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  interface Given {
    readonly ordered?: number;
    readonly own?: number;
    readonly lent?: number;
    readonly lenderId?: 'D2' | 'HQ';
    readonly quota?: number;
  }

  /** A held order of 50 for which the seller has 20, and somebody who shares 100 of the goods. */
  const aShortage = async (given: Given = {}) => {
    const { ordered = 50, own = 20, lent = 100, lenderId = 'D2', quota = 1_000 } = given;
    count += 1;
    const [skuId, storeId] = [`SHARED-${count}`, `NEEDY-${count}`];
    const store = await shop.openStore({ id: storeId });
    await shop.addGoods({
      id: skuId,
      pricesE4: { D1: 200_000, D2: 200_000, HQ: 150_000 },
      lots: [
        { lotNo: `OWN-${count}`, ageDays: 5, quantity: own },
        { lotNo: `LENT-${count}`, ageDays: 2, quantity: lent, ownerId: lenderId },
      ],
    });
    const orderId = shop.newId();
    const order = await store.orders.place({ orderId, lines: [{ skuId, quantity: ordered }] });
    expect(order.verdict).toBe('held');
    // Agreed after the order was decided, so that only a person's word borrows.
    const { agreementId } = await headquarters.pool.propose({
      commandId: shop.newId(),
      lenderId,
      borrowerId: 'D1',
      scope: 'sku',
      scopeId: skuId,
      quotaQuantity: quota,
      period: 'month',
      price: { kind: 'purchaseShare', shareBp: 9_000 },
      startsOn: shop.today,
      endsOn: null,
    });
    const borrow = () => borrower.pool.borrow({ commandId: shop.newId(), orderId });
    const drain = () => shop.core.outbox.drain();
    const request = async () =>
      (await borrower.pool.borrows({ limit: 100 })).items.find((row) => row.orderId === orderId);
    const lending = lenderId === 'HQ' ? headquarters : lender;
    const loan = async () => {
      const { borrowId } = (await request()) ?? {};
      return (await lending.pool.loans({ limit: 100 })).items.find((row) => row.borrowId === borrowId);
    };
    return {
      ...{ skuId, storeId, store, orderId, agreementId, borrow, drain, request, loan },
      lend: async () =>
        lending.pool.lend({ commandId: shop.newId(), borrowId: (await request())?.borrowId ?? '' }),
      cancel: () => store.orders.cancel({ orderId, commandId: shop.newId() }),
      /** On hand and reserved by owner. */
      lots: async () =>
        Object.fromEntries(
          (
            await shop.rows<{ ownerId: string; onHand: number; reserved: number }>(
              `SELECT ownerId, SUM(onHand) AS onHand, SUM(reserved) AS reserved FROM lot
               WHERE skuId = ? GROUP BY ownerId`,
              [skuId],
            )
          ).map(({ ownerId, onHand, reserved }) => [ownerId, [onHand, reserved]]),
        ),
      used: async () =>
        (
          await shop.rows<{ usedQuantity: number }>(
            'SELECT usedQuantity FROM sharingUse WHERE agreementId = ?',
            [agreementId],
          )
        )[0]?.usedQuantity ?? 0,
    };
  };

  /** All that any of the two sides has written about a borrowing. */
  const records = async (skuId: string) => ({
    requests: await shop.rows('SELECT * FROM borrowRequest WHERE skuId = ? ORDER BY id', [skuId]),
    loans: await shop.rows('SELECT * FROM loan WHERE skuId = ? ORDER BY id', [skuId]),
    settled: await shop.rows('SELECT * FROM borrowSettlement WHERE skuId = ? ORDER BY id', [skuId]),
    lots: await shop.rows('SELECT id, onHand, reserved FROM lot WHERE skuId = ? ORDER BY id', [skuId]),
    uses: await shop.rows('SELECT * FROM sharingUse ORDER BY agreementId, periodOn'),
    bills: await shop.rows('SELECT id, amountFen FROM bill ORDER BY id'),
  });

  /** Says every event of a borrowing once more, under new ids, as a network or a person might. */
  const sayAgain = async (borrowId: string) => {
    const said = await shop.rows<{ name: string; payload: string; at: number }>(
      'SELECT name, payload, at FROM outboxEvent WHERE aggregate = ? ORDER BY position',
      [`borrow:${borrowId}`],
    );
    for (const { name, payload, at } of said) {
      const event = { id: shop.newId(), name, version: 1, aggregate: `again:${shop.newId()}`, at };
      await shop.core.database.transaction((tx) =>
        emit(tx, [{ ...event, payload: JSON.parse(payload) as object }]),
      );
      await shop.core.outbox.drain();
    }
    return said.map(({ name }) => name);
  };

  it('goes from one ledger to the other, and is owed at the transfer price', async () => {
    const short = await aShortage();

    await short.borrow();
    expect(await short.request()).toMatchObject({ state: 'requested', quantity: 30, lenderId: 'D2' });
    await short.drain();

    // ¥15 is what D1 pays HQ; nine tenths of it is the transfer price.
    expect(await short.request()).toMatchObject({ state: 'promised', promised: 30, unitPriceE4: 135_000 });
    expect(await short.loan()).toMatchObject({ state: 'reserved', quantity: 30 });
    expect(await short.lots()).toEqual({ D1: [20, 20], D2: [100, 30] });
    expect(await short.used()).toBe(30);

    await short.lend();
    expect(await short.lots()).toEqual({ D1: [20, 20], D2: [70, 0] });
    await short.drain();

    expect(await short.request()).toMatchObject({ state: 'arrived', arrived: 30, promised: 0 });
    expect(await short.lots()).toEqual({ D1: [50, 50], D2: [70, 0] });
    for (const client of [borrower, lender, headquarters]) {
      const settled = (await client.pool.settlements({ limit: 100 })).items.filter(
        ({ skuId }) => skuId === short.skuId,
      );
      expect(settled).toMatchObject([
        {
          lenderId: 'D2',
          borrowerId: 'D1',
          quantity: 30,
          unitPriceE4: 135_000,
          amountFen: 40_500,
          billId: null,
        },
      ]);
    }
    const approved = await borrower.orders.approve({ orderId: short.orderId, commandId: shop.newId() });
    expect(approved).toMatchObject({ state: 'approved', lines: [{ reserved: 50, cancelled: 0 }] });
  });

  it('is billed where the borrower has an account with the lender', async () => {
    const short = await aShortage({ lenderId: 'HQ' });
    const before = await headquarters.credit.bills({ side: 'seller', partyId: 'D1', limit: 100 });

    await short.borrow();
    await short.drain();
    await short.lend();
    await short.drain();

    const after = await headquarters.credit.bills({ side: 'seller', partyId: 'D1', limit: 100 });
    const fresh = after.items.filter(({ billId }) => !before.items.some((bill) => bill.billId === billId));
    expect(fresh).toMatchObject([{ amountFen: 40_500, paidFen: 0 }]);
    const [settled] = (await borrower.pool.settlements({})).items;
    expect(settled).toMatchObject({ lenderId: 'HQ', amountFen: 40_500, billId: fresh[0]?.billId });
  });

  it('is promised as far as the quota still goes when the lender answers', async () => {
    const short = await aShortage();
    await short.borrow();
    await shop.run('UPDATE sharingAgreement SET quotaQuantity = 12 WHERE id = ?', [short.agreementId]);

    await short.drain();

    expect(await short.request()).toMatchObject({ state: 'promised', quantity: 30, promised: 12 });
    expect((await short.request())?.reasonTitle).toMatch(/一部分/);
    expect(await short.used()).toBe(12);
  });

  it('is promised as far as the lender’s goods still go, after its own customers', async () => {
    const short = await aShortage({ lent: 40 });
    await short.borrow();
    const own = await (
      await shop.as('s5')
    ).orders.place({
      orderId: shop.newId(),
      lines: [{ skuId: short.skuId, quantity: 33 }],
    });
    expect(own.verdict).toBe('approved');

    await short.drain();

    expect(await short.request()).toMatchObject({
      state: 'promised',
      quantity: 30,
      promised: 7,
      reason: 'partly',
    });
    expect(await short.lots()).toMatchObject({ D2: [40, 40] });
  });

  it('is declined when the agreement ends before the lender has answered', async () => {
    const short = await aShortage();
    await short.borrow();
    await lender.pool.end({ agreementId: short.agreementId, commandId: shop.newId() });

    await short.drain();

    expect(await short.request()).toMatchObject({ state: 'declined', promised: 0, reason: 'agreementOver' });
    expect((await short.request())?.reasonTitle).toMatch(/协议/);
    expect(await short.lots()).toMatchObject({ D2: [100, 0] });
    expect(await codeOf(short.borrow())).toBe('pool.nothingToBorrow');
  });

  it('comes free on both sides when the order is cancelled', async () => {
    const short = await aShortage();
    await short.borrow();
    await short.drain();

    await short.cancel();
    await short.drain();

    expect(await short.request()).toMatchObject({ state: 'released', promised: 0, reason: 'orderEnded' });
    expect(await short.loan()).toMatchObject({ state: 'released' });
    expect(await short.lots()).toEqual({ D1: [20, 0], D2: [100, 0] });
    expect(await short.used()).toBe(0);
    expect(await codeOf(short.lend())).toBe('pool.stateForbids');
  });

  it('hears an answer that comes after the order was cancelled, and promises nothing', async () => {
    const short = await aShortage();
    await short.borrow();
    await short.cancel();

    await short.drain();

    expect(await short.request()).toMatchObject({ state: 'released', promised: 0 });
    expect(await short.loan()).toMatchObject({ state: 'released' });
    expect(await short.lots()).toEqual({ D1: [20, 0], D2: [100, 0] });
    expect(await short.used()).toBe(0);
  });

  it('is not reserved by a request that comes after its own release', async () => {
    const short = await aShortage();
    await short.borrow();
    const { borrowId = '' } = (await short.request()) ?? {};
    const [requested] = await shop.rows<{ id: string; payload: string; at: number }>(
      `SELECT id, payload, at FROM outboxEvent WHERE aggregate = ? AND name = 'borrow.requested'`,
      [`borrow:${borrowId}`],
    );
    const until = (at: number) =>
      shop.run('UPDATE outboxEvent SET nextAttemptAt = ? WHERE id = ?', [at, requested?.id ?? '']);
    await until(9_000_000_000_000);
    const payload = { ...(JSON.parse(requested?.payload ?? '{}') as object), reason: 'orderEnded' };
    await shop.core.database.transaction((tx) =>
      emit(tx, [
        {
          ...{ id: shop.newId(), name: 'borrow.released', version: 1, payload },
          ...{ aggregate: `overtaking:${borrowId}`, at: requested?.at ?? 0 },
        },
      ]),
    );
    await short.drain();
    expect(await short.loan()).toMatchObject({ state: 'released', quantity: 0 });

    await until(0);
    await short.drain();

    expect(await short.loan()).toMatchObject({ state: 'released', quantity: 0 });
    expect(await short.request()).toMatchObject({ state: 'declined', promised: 0 });
    expect(await short.lots()).toMatchObject({ D2: [100, 0] });
  });

  it('changes nothing when every event is said twice, at each step of the way', async () => {
    const short = await aShortage();
    const steps = [
      { does: short.borrow, says: ['borrow.requested', 'borrow.answered'] },
      { does: short.lend, says: ['borrow.requested', 'borrow.answered', 'borrow.lent'] },
    ];
    for (const { does, says } of steps) {
      await does();
      await short.drain();
      const before = await records(short.skuId);

      const said = await sayAgain((await short.request())?.borrowId ?? '');

      expect(new Set(said)).toEqual(new Set(says));
      expect(await records(short.skuId)).toEqual(before);
    }
  });

  it('changes nothing when the events of a cancelled borrowing are said twice', async () => {
    const short = await aShortage();
    await short.borrow();
    await short.drain();
    await short.cancel();
    await short.drain();
    const before = await records(short.skuId);

    const said = await sayAgain((await short.request())?.borrowId ?? '');

    expect(said).toContain('borrow.released');
    expect(await records(short.skuId)).toEqual(before);
  });

  it('arrives and is owed when the order is cancelled after the goods have left', async () => {
    const short = await aShortage();
    await short.borrow();
    await short.drain();
    await short.lend();
    await short.cancel();

    await short.drain();

    expect(await short.request()).toMatchObject({ state: 'arrived', arrived: 30 });
    expect(await short.loan()).toMatchObject({ state: 'lent' });
    // They have become stock that others may buy.
    expect(await short.lots()).toEqual({ D1: [50, 0], D2: [70, 0] });
    expect(await short.used()).toBe(30);
  });

  it('may be taken back until it has left', async () => {
    const short = await aShortage();
    await short.borrow();
    await short.drain();
    const { borrowId = '' } = (await short.request()) ?? {};

    await borrower.pool.takeBack({ borrowId, commandId: shop.newId() });
    await short.drain();

    expect(await short.loan()).toMatchObject({ state: 'released' });
    expect((await short.loan())?.reasonTitle).toMatch(/撤回/);
    expect(await codeOf(borrower.pool.takeBack({ borrowId, commandId: shop.newId() }))).toBe(
      'pool.stateForbids',
    );
    // It may be asked for anew.
    await short.borrow();
    await short.drain();
    expect(await short.lots()).toMatchObject({ D2: [100, 30] });
  });

  it('is asked for once, however often the command comes and whoever asks again', async () => {
    const short = await aShortage();
    const command = { commandId: shop.newId(), orderId: short.orderId };

    await Promise.all([borrower.pool.borrow(command), borrower.pool.borrow(command)]);
    await borrower.pool.borrow(command);

    expect(await codeOf(short.borrow())).toBe('pool.nothingToBorrow');
    await short.drain();
    expect(await codeOf(short.borrow())).toBe('pool.nothingToBorrow');
    expect(await short.lots()).toMatchObject({ D2: [100, 30] });
  });

  it('is not for an order that has ended', async () => {
    const short = await aShortage();
    await short.cancel();

    expect(await codeOf(short.borrow())).toBe('orders.stateForbids');
  });

  it('keeps two requests at once within the quota', async () => {
    const first = await aShortage({ quota: 40 });
    const other = await shop.openStore({ id: `RIVAL-${count}` });
    const orderId = shop.newId();
    await other.orders.place({ orderId, lines: [{ skuId: first.skuId, quantity: 30 }] });

    await Promise.all([first.borrow(), borrower.pool.borrow({ commandId: shop.newId(), orderId })]);
    await first.drain();

    const promised = (await borrower.pool.borrows({ limit: 100 })).items.filter(
      ({ skuId }) => skuId === first.skuId,
    );
    expect(promised.reduce((total, row) => total + row.promised, 0)).toBe(40);
    expect(await first.used()).toBe(40);
  });

  endsWithBooks(() => shop);
});
