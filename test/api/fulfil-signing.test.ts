import type { Client } from '@tongpan/bff';
import { dayMs } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

let count = 0;

forEachEngine('signing and its differences', (engine) => {
  let shop: Shop;
  let distributor: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [distributor, headquarters] = await Promise.all([shop.as('d1'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  /** Ten units of ¥12.3457 on their way to a store of its own. */
  const aShipped = async (channel = 'api') => {
    count += 1;
    const [storeId, skuId] = [`GS${count}`, `GK${count}`];
    const store = await shop.openStore({ id: storeId });
    await shop.addGoods({ id: skuId, onHand: 20, pricesE4: { D1: 123_457 } });
    const [orderId, shipmentId] = [shop.newId(), shop.newId()];
    await store.orders.place({ orderId, lines: [{ skuId, quantity: 10 }] });
    await distributor.orders.ship({ orderId, shipmentId });
    if (channel !== 'api')
      await shop.run('UPDATE salesOrder SET channel = ? WHERE id = ?', [channel, orderId]);
    const sign = (more: Partial<Parameters<Client['orders']['sign']>[0]> = {}) =>
      store.orders.sign({ orderId, shipmentId, commandId: shop.newId(), ...more });
    return { store, storeId, skuId, orderId, shipmentId, sign };
  };
  const settle = (
    client: Client,
    orderId: string,
    more: Partial<Parameters<Client['orders']['settle']>[0]> = {},
  ) => client.orders.settle({ orderId, commandId: shop.newId(), outcome: 'accepted', ...more });

  it('opens a claim for each difference, worth to the fen what was not accepted', async () => {
    const { orderId, sign, store } = await aShipped();

    const signed = await sign({
      differences: [{ shipmentLineNo: 1, short: 1, damaged: 2, refused: 3 }],
      signature: {
        method: 'photo',
        references: ['PHOTO-1', 'PHOTO-2'],
        place: '店门口',
        latitudeE6: 30_274_084,
        longitudeE6: 120_155_070,
      },
    });

    expect(signed.state).toBe('signed');
    expect(signed.claims.map(({ kind, quantity, state }) => [kind, quantity, state])).toEqual([
      ['damaged', 2, 'open'],
      ['refused', 3, 'open'],
      ['short', 1, 'open'],
    ]);
    const claimedFen = signed.claims.reduce((total, { amountFen }) => total + amountFen, 0);
    const [bill] = (await store.credit.bills({})).items;
    expect(claimedFen + (bill?.amountFen ?? 0)).toBe(12_346);
    expect(signed.shipments[0]?.signature).toEqual({
      method: 'photo',
      references: ['PHOTO-1', 'PHOTO-2'],
      signedBy: expect.stringContaining('先生') as string,
      place: '店门口',
      latitudeE6: 30_274_084,
      longitudeE6: 120_155_070,
    });
    expect((await store.orders.get({ orderId })).actions).toEqual([]);
    expect((await distributor.orders.get({ orderId })).actions).toEqual(['settle']);
  });

  it('completes an order once every difference is answered', async () => {
    const { orderId, sign, store } = await aShipped();
    const signed = await sign({ differences: [{ shipmentLineNo: 1, short: 1, damaged: 1 }] });
    const ids = Object.fromEntries(signed.claims.map(({ kind, claimId }) => [kind, claimId]));

    const one = await settle(distributor, orderId, { claimIds: [ids.short ?? ''], note: '补差' });
    expect(one).toMatchObject({ state: 'signed' });
    expect(
      await codeOf(settle(distributor, orderId, { claimIds: [ids.damaged ?? ''], outcome: 'contested' })),
    ).toBe('orders.noteNeeded');
    const all = await settle(headquarters, orderId, { outcome: 'contested', note: '外箱完好，有照片' });

    expect(all).toMatchObject({ state: 'completed', actions: [] });
    const { claims, trail } = await store.orders.get({ orderId });
    expect(claims.map(({ kind, state, note }) => [kind, state, note])).toEqual([
      ['damaged', 'contested', '外箱完好，有照片'],
      ['short', 'accepted', '补差'],
    ]);
    expect(trail.slice(-3).map(({ title }) => title)).toEqual(['认可签收差异', '不认可签收差异', '完成']);
    // What was accepted of the goods is what is owed, whatever becomes of the differences.
    expect((await store.credit.bills({})).items).toMatchObject([{ amountFen: 9_877 }]);
  });

  it('settles once when it is said twice or by two at once, and only what is open', async () => {
    const { orderId, sign } = await aShipped();
    const { claims } = await sign({ differences: [{ shipmentLineNo: 1, refused: 2 }] });
    const input = { orderId, commandId: shop.newId(), outcome: 'accepted' as const };

    const outcomes = await Promise.all([
      outcomeOf(distributor.orders.settle(input)),
      outcomeOf(distributor.orders.settle(input)),
      outcomeOf(settle(headquarters, orderId, { outcome: 'contested', note: '不认' })),
    ]);

    expect(outcomes.slice(0, 2)[0]).toBe(outcomes[1]);
    expect(outcomes.filter((outcome) => outcome === 'ok').length).toBe(outcomes[0] === 'ok' ? 2 : 1);
    const known = { claimIds: [claims[0]?.claimId ?? ''] };
    expect(await codeOf(settle(distributor, orderId, known))).toBe('orders.stateForbids');
    const other = await aShipped();
    await other.sign({ differences: [{ shipmentLineNo: 1, short: 1 }] });
    expect(await codeOf(settle(distributor, other.orderId, known))).toBe('orders.claimUnknown');
  });

  it('keeps claims from whoever they do not concern', async () => {
    const { orderId, sign } = await aShipped();
    await sign({ differences: [{ shipmentLineNo: 1, short: 1 }] });
    const stranger = await shop.as('d2');

    expect(await codeOf(settle(stranger, orderId))).toBe('orders.unknown');
    expect(await codeOf(settle(await shop.as('s1'), orderId))).toBe('access.denied');
  });

  it('signs by itself after seven days what nobody signed for, with the books of a signing by hand', async () => {
    const byHand = await aShipped();
    const byItself = await aShipped();
    const replayed = await aShipped('replay');
    await byHand.sign();
    const soon = shop.core.clock.now() + 7 * dayMs - 60_000;

    expect(await shop.core.orders.signOverdue(soon)).toBe(0);
    expect(await shop.core.orders.signOverdue(soon + 120_000)).toBe(1);
    expect(await shop.core.orders.signOverdue(soon + 120_000)).toBe(0);

    const [hand, itself] = await Promise.all(
      [byHand, byItself].map(({ store, orderId }) => store.orders.get({ orderId })),
    );
    expect(itself).toMatchObject({ state: 'completed', claims: [] });
    expect(itself?.shipments[0]).toMatchObject({ signature: { method: 'auto', signedBy: '系统' } });
    expect(itself?.trail.at(-1)).toMatchObject({ kind: 'signed', actorName: '系统' });
    expect(itself?.lines[0]?.signed).toBe(hand?.lines[0]?.signed);
    const owed = async ({ store }: typeof byHand) => {
      const { heldFen, shippedFen, receivableFen } = (await store.credit.mine({})).items[0] ?? {};
      return { heldFen, shippedFen, receivableFen };
    };
    expect(await owed(byItself)).toEqual(await owed(byHand));
    expect((await replayed.store.orders.get({ orderId: replayed.orderId })).state).toBe('shipped');
  });

  it('waits as long as the seller says', async () => {
    expect(await distributor.orders.autoSign({})).toEqual({ autoSignDays: 7 });
    const input = { commandId: shop.newId(), autoSignDays: 3 };
    await distributor.orders.setAutoSign(input);
    await distributor.orders.setAutoSign(input);
    const { store, orderId } = await aShipped();

    expect(await shop.core.orders.signOverdue(shop.core.clock.now() + 3 * dayMs)).toBe(1);

    expect((await store.orders.get({ orderId })).state).toBe('completed');
    expect(await headquarters.orders.autoSign({})).toEqual({ autoSignDays: 7 });
    await distributor.orders.setAutoSign({ commandId: shop.newId(), autoSignDays: 7 });
  });

  it('signs once, whoever is faster, the buyer or the days', async () => {
    const late = shop.core.clock.now() + 8 * dayMs;
    for (let round = 0; round < 3; round += 1) {
      const { store, orderId, sign } = await aShipped();

      const [byHand] = await Promise.all([
        outcomeOf(sign()),
        shop.core.orders.signOverdue(late),
        shop.core.orders.signOverdue(late),
      ]);

      expect(['ok', 'orders.stateForbids']).toContain(byHand);
      const bills = (await store.credit.bills({ limit: 100 })).items.filter(
        (bill) => bill.orderId === orderId,
      );
      expect(bills).toMatchObject([{ amountFen: 12_346 }]);
    }
  });

  it('signs for several shipments of one order and for many orders in one go', async () => {
    const shipped = [await aShipped(), await aShipped()];
    count += 1;
    const store = await shop.openStore({ id: `GM${count}` });
    await shop.addGoods({ id: `GN${count}`, onHand: 20 });
    const orderId = shop.newId();
    await store.orders.place({ orderId, lines: [{ skuId: `GN${count}`, quantity: 6 }] });
    for (const quantity of [1, 2, 3]) {
      await distributor.orders.ship({
        orderId,
        shipmentId: shop.newId(),
        lines: [{ lineNo: 1, quantity }],
      });
    }

    expect(await shop.core.orders.signOverdue(shop.core.clock.now() + 8 * dayMs)).toBe(5);

    expect(await store.orders.get({ orderId })).toMatchObject({ state: 'completed', lines: [{ signed: 6 }] });
    expect((await store.credit.bills({})).items.map(({ amountFen }) => amountFen).sort()).toEqual([
      2_000, 4_000, 6_000,
    ]);
    for (const one of shipped)
      expect((await one.store.orders.get({ orderId: one.orderId })).state).toBe('completed');
  });

  it('makes the place known that the border is measured from', async () => {
    const { storeId, sign } = await aShipped();
    const point = { latitudeE6: 30_270_000, longitudeE6: 120_130_000 };
    await shop.run(`UPDATE address SET geocode = 'exact', latitudeE6 = ?, longitudeE6 = ? WHERE id = ?`, [
      point.latitudeE6,
      point.longitudeE6,
      `A-${storeId}`,
    ]);
    const known = () =>
      shop.rows('SELECT regionCode, latitudeE6, longitudeE6 FROM territoryKnownPoint WHERE id = ?', [
        `A-${storeId}`,
      ]);
    await shop.core.outbox.drain();
    expect(await known()).toEqual([]);

    await sign();
    await shop.core.outbox.drain();

    expect(await known()).toEqual([{ regionCode: '330106', ...point }]);
  });

  endsWithBooks(() => shop);
});
