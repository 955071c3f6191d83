import type { Answer, Client } from '@tongpan/bff';
import { addDays } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

let count = 0;

forEachEngine('editing an order', (engine) => {
  let shop: Shop;
  let distributor: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [distributor, headquarters] = await Promise.all([shop.as('d1'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  /** A store and two goods nobody else touches: A at ¥10 and B at ¥20, 100 of each; 10 of A ordered. */
  const anOrder = async (more: { limitFen?: number; onHand?: number } = {}) => {
    count += 1;
    const [a, b, storeId] = [`EA${count}`, `EB${count}`, `ES${count}`];
    const store = await shop.openStore({ id: storeId, limitFen: more.limitFen ?? 100_000 });
    await shop.addGoods({ id: a, onHand: more.onHand ?? 100, pricesE4: { D1: 100_000 } });
    await shop.addGoods({ id: b, onHand: 100, pricesE4: { D1: 200_000 } });
    const orderId = shop.newId();
    const order = await store.orders.place({ orderId, lines: [{ skuId: a, quantity: 10 }], note: '早上送' });
    const edit = (client: Client, change: Partial<Parameters<Client['orders']['edit']>[0]>) =>
      client.orders.edit({ orderId, commandId: shop.newId(), expectedRevision: 1, ...change });
    const reserved = async (skuId: string) =>
      (
        await shop.rows<{ reserved: number }>('SELECT SUM(reserved) AS reserved FROM lot WHERE skuId = ?', [
          skuId,
        ])
      )[0]?.reserved;
    const heldFen = async () => (await store.credit.mine({})).items[0]?.heldFen;
    return { a, b, storeId, store, orderId, order, edit, reserved, heldFen };
  };
  const numbers = ({ lines }: Answer<'orders', 'get'>) =>
    lines.map(({ lineNo, skuId, quantity, reserved }) => [lineNo, skuId, quantity, reserved]);

  it('changes quantities, adds and removes goods, and takes lots and credit anew', async () => {
    const { a, b, store, edit, reserved, heldFen } = await anOrder();

    const added = await edit(store, {
      lines: [
        { skuId: a, quantity: 4 },
        { skuId: b, quantity: 3 },
      ],
      expectedPayableFen: 10_000,
      reason: '少要一点',
    });

    expect(added).toMatchObject({ state: 'approved', revision: 2, payableFen: 10_000, goodsFen: 10_000 });
    expect(numbers(added)).toEqual([
      [1, a, 4, 4],
      [2, b, 3, 3],
    ]);
    expect([await reserved(a), await reserved(b), await heldFen()]).toEqual([4, 3, 10_000]);

    const removed = await edit(store, { expectedRevision: 2, lines: [{ skuId: b, quantity: 3 }] });

    expect(numbers(removed)).toEqual([[2, b, 3, 3]]);
    expect([await reserved(a), await reserved(b), await heldFen()]).toEqual([0, 3, 6_000]);
    expect(removed).toMatchObject({ revision: 3, lineCount: 1 });
    const [listed] = (await store.orders.list({})).items;
    expect(listed?.firstSkuName).toBe(`商品 ${b}`);
  });

  it('keeps the version before, who changed it, what and why', async () => {
    const { a, store, edit, orderId } = await anOrder();

    await edit(store, { lines: [{ skuId: a, quantity: 12 }], note: '下午送', reason: '加两瓶' });

    const { revisions, trail, note } = await store.orders.get({ orderId });
    expect(note).toBe('下午送');
    expect(revisions).toMatchObject([
      {
        revision: 2,
        reason: '加两瓶',
        payableFenBefore: 10_000,
        payableFenAfter: 12_000,
        linesBefore: [{ lineNo: 1, skuId: a, quantity: 10, unitPriceE4: 100_000, amountFen: 10_000 }],
      },
    ]);
    expect(revisions[0]?.changes.map(({ text }) => text)).toEqual([
      `商品 ${a} 10 → 12瓶`,
      '备注改为“下午送”',
    ]);
    expect(trail.at(-1)).toMatchObject({
      kind: 'edited',
      title: '修改订单',
      detail: '第 2 版；复核通过；加两瓶',
    });
  });

  it('keeps the agreed price of goods that stay, and asks today’s for what is new or asked anew', async () => {
    const { a, b, store, edit } = await anOrder();
    await shop.run('UPDATE priceListLine SET unitPriceE4 = 120000 WHERE skuId = ?', [a]);

    const stays = await edit(store, {
      lines: [
        { skuId: a, quantity: 10 },
        { skuId: b, quantity: 1 },
      ],
      expectedPayableFen: 12_000,
    });
    expect(stays.lines.map(({ unitPriceE4 }) => unitPriceE4)).toEqual([100_000, 200_000]);

    const asked = await refusalOf(edit(store, { expectedRevision: 2, reprices: true }));
    expect([asked.status, asked.code, asked.problem.detail]).toEqual([
      409,
      'orders.confirmationNeeded',
      '14000',
    ]);
    const repriced = await edit(store, { expectedRevision: 2, reprices: true, expectedPayableFen: 14_000 });
    expect(repriced.lines.map(({ unitPriceE4 }) => unitPriceE4)).toEqual([120_000, 200_000]);
  });

  it('says beforehand what an edit would come to, and writes nothing', async () => {
    const { a, b, store, edit, orderId } = await anOrder();
    const change = {
      lines: [
        { skuId: a, quantity: 4 },
        { skuId: b, quantity: 3 },
      ],
    };
    const before = await shop.ledger();

    const forBuyer = await store.orders.previewEdit({ orderId, expectedRevision: 1, ...change });
    const forSeller = await distributor.orders.previewEdit({ orderId, expectedRevision: 1, ...change });

    expect(await shop.ledger()).toEqual(before);
    expect(forBuyer).toMatchObject({ payableFen: 10_000, verdict: 'approved', refusal: null });
    expect(forBuyer.changes.map(({ text }) => text)).toEqual([`商品 ${a} 10 → 4瓶`, `新增 商品 ${b} 3瓶`]);
    expect(forSeller.refusal?.code).toBe('orders.buyerMustConfirm');
    const written = await edit(store, { ...change, expectedPayableFen: forBuyer.payableFen });
    expect(
      written.lines.map(({ lineNo, skuId, quantity, amountFen }) => [lineNo, skuId, quantity, amountFen]),
    ).toEqual(
      forBuyer.lines.map(({ lineNo, skuId, quantity, amountFen }) => [lineNo, skuId, quantity, amountFen]),
    );
    expect(await codeOf(store.orders.previewEdit({ orderId, expectedRevision: 1, ...change }))).toBe(
      'orders.revisionStale',
    );
  });

  it('asks the buyer to confirm the price of what is new, and to the fen', async () => {
    const { a, b, store, edit } = await anOrder();
    const lines = [
      { skuId: a, quantity: 10 },
      { skuId: b, quantity: 1 },
    ];
    const before = await shop.ledger();

    expect(await codeOf(edit(store, { lines }))).toBe('orders.confirmationNeeded');
    expect(await codeOf(edit(store, { lines, expectedPayableFen: 11_999 }))).toBe('orders.priceChanged');
    expect(await shop.ledger()).toEqual(before);
  });

  it('lets the seller take away and not add, and set who comes first', async () => {
    const { a, b, edit, orderId, store } = await anOrder();

    for (const client of [distributor, headquarters]) {
      expect(await codeOf(edit(client, { lines: [{ skuId: a, quantity: 11 }] }))).toBe(
        'orders.buyerMustConfirm',
      );
      const withMore = [
        { skuId: a, quantity: 4 },
        { skuId: b, quantity: 1 },
      ];
      expect(await codeOf(edit(client, { lines: withMore, expectedPayableFen: 6_000 }))).toBe(
        'orders.buyerMustConfirm',
      );
    }
    expect(await codeOf(edit(store, { priority: 5 }))).toBe('orders.priorityNotYours');
    const less = await edit(distributor, { lines: [{ skuId: a, quantity: 9 }], priority: 5 });
    expect(less).toMatchObject({ payableFen: 9_000, revision: 2, priority: 5 });
    expect((await store.orders.get({ orderId })).revisions[0]?.actorName).toBe('d1 先生');
  });

  it('runs every check again: credit, stock and minimums', async () => {
    const { a, store, edit, reserved, heldFen } = await anOrder({ limitFen: 15_000, onHand: 20 });

    const over = await edit(store, { lines: [{ skuId: a, quantity: 16 }] });
    expect(over).toMatchObject({ state: 'held', openHolds: [{ kind: 'credit' }] });
    expect([await reserved(a), await heldFen()]).toEqual([0, 0]);

    const within = await edit(store, { expectedRevision: 2, lines: [{ skuId: a, quantity: 15 }] });
    expect(within).toMatchObject({ state: 'approved', openHolds: [] });
    expect([await reserved(a), await heldFen()]).toEqual([15, 15_000]);

    await shop.run('UPDATE sku SET minimumQuantity = 6 WHERE id = ?', [a]);
    const tooFew = await refusalOf(edit(store, { expectedRevision: 3, lines: [{ skuId: a, quantity: 5 }] }));
    expect([tooFew.status, tooFew.code, tooFew.problem.detail]).toEqual([
      422,
      'orders.editRejected',
      'quantity.minimum',
    ]);
    expect([await reserved(a), await heldFen()]).toEqual([15, 15_000]);
  });

  it('sends it elsewhere, where its seller may, on another day', async () => {
    const { storeId, edit, store, orderId } = await anOrder();
    const tomorrow = addDays(shop.today, 1);
    await shop.run(`UPDATE address SET partyId = ? WHERE id = 'A-S1-OUT'`, [storeId]);

    expect(await codeOf(edit(store, { addressId: 'A-S2' }))).toBe('partners.addressUnknown');
    expect(await codeOf(edit(store, { addressId: 'A-S1-OUT' }))).toBe('orders.editRejected');
    expect(await codeOf(edit(store, { deliverOn: addDays(shop.today, -1) }))).toBe('orders.deliverInPast');
    const later = await edit(store, { deliverOn: tomorrow });
    expect(later).toMatchObject({ deliverOn: tomorrow, revision: 2 });
    expect((await store.orders.get({ orderId })).revisions[0]?.changes[0]?.text).toBe(
      `送货日期 尽快 → ${tomorrow}`,
    );
    await shop.run(`UPDATE address SET partyId = 'S1' WHERE id = 'A-S1-OUT'`);
  });

  it('refuses what changes nothing, names goods twice or goods there are not', async () => {
    const { a, store, edit } = await anOrder();
    const before = await shop.ledger();

    expect(await codeOf(edit(store, {}))).toBe('orders.nothingChanged');
    expect(await codeOf(edit(store, { lines: [{ skuId: a, quantity: 10 }], note: '早上送' }))).toBe(
      'orders.nothingChanged',
    );
    const twice = [
      { skuId: a, quantity: 1 },
      { skuId: a, quantity: 2 },
    ];
    expect(await codeOf(edit(store, { lines: twice }))).toBe('orders.lineTwice');
    expect(await codeOf(edit(store, { lines: [{ skuId: 'NO-SUCH', quantity: 1 }] }))).toBe(
      'catalog.skuUnknown',
    );
    expect(await shop.ledger()).toEqual(before);
  });

  it('refuses every command that has not seen the latest version, and changes nothing', async () => {
    const { a, store, edit, orderId } = await anOrder();
    await edit(store, { lines: [{ skuId: a, quantity: 8 }] });
    const before = await shop.ledger();
    const seen = { orderId, expectedRevision: 1 };
    const commandId = () => ({ commandId: shop.newId() });

    const calls = [
      edit(store, { lines: [{ skuId: a, quantity: 9 }] }),
      store.orders.cancel({ ...seen, ...commandId() }),
      distributor.orders.ship({ ...seen, shipmentId: shop.newId() }),
      distributor.orders.reopen({ ...seen, ...commandId(), reason: '再看' }),
    ];
    const refusals = await Promise.all(calls.map(refusalOf));

    expect(refusals.map(({ status, code }) => [status, code])).toEqual(
      calls.map(() => [409, 'orders.revisionStale']),
    );
    expect(refusals[0]?.problem.detail).toBe('2');
    expect(await shop.ledger()).toEqual(before);
  });

  it('lets one of two editors in, and tells the other', async () => {
    const { a, store, edit, orderId } = await anOrder();

    const outcomes = await Promise.all(
      [6, 7, 8].map((quantity) => outcomeOf(edit(store, { lines: [{ skuId: a, quantity }] }))),
    );

    expect(outcomes.sort()).toEqual(['ok', 'orders.revisionStale', 'orders.revisionStale']);
    const { revision, revisions, lines } = await store.orders.get({ orderId });
    expect([revision, revisions.length]).toEqual([2, 1]);
    expect([6, 7, 8]).toContain(lines[0]?.quantity);
  });

  it('edits once when it is said twice, at once too, and refuses the id for another edit', async () => {
    const { a, store, orderId } = await anOrder();
    const input = {
      orderId,
      commandId: shop.newId(),
      expectedRevision: 1,
      lines: [{ skuId: a, quantity: 6 }],
    };

    const answers = await Promise.all(Array.from({ length: 6 }, () => store.orders.edit(input)));
    const after = await shop.ledger();

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await store.orders.edit(input)).toEqual(answers[0]);
    expect(await shop.ledger()).toEqual(after);
    expect(await codeOf(store.orders.edit({ ...input, note: '别的' }))).toBe('command.idReused');
  });

  it('ends a race of editing and approving in versions that follow each other', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { a, store, edit, orderId } = await anOrder({ onHand: 6 });
      const approve = distributor.orders.approve({
        orderId,
        commandId: shop.newId(),
        accept: ['stock.short'],
        expectedRevision: 1,
      });

      const outcomes = await Promise.all([
        outcomeOf(edit(store, { lines: [{ skuId: a, quantity: 5 }] })),
        outcomeOf(approve),
      ]);

      const { state, revision, lines } = await store.orders.get({ orderId });
      expect({ state, revision, quantity: lines[0]?.quantity }).toEqual({
        state: 'approved',
        revision: 2,
        quantity: 5,
      });
      expect(outcomes[0]).toBe('ok');
      expect(['ok', 'orders.stateForbids', 'orders.revisionStale']).toContain(outcomes[1]);
    }
  });

  it('ends a race of editing, shipping and cancelling with one that came first', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { a, store, edit, orderId, reserved, heldFen } = await anOrder();
      const outcomes = await Promise.all([
        outcomeOf(edit(store, { lines: [{ skuId: a, quantity: 5 }] })),
        outcomeOf(distributor.orders.ship({ orderId, shipmentId: shop.newId(), expectedRevision: 1 })),
        outcomeOf(store.orders.cancel({ orderId, commandId: shop.newId(), expectedRevision: 1 })),
      ]);

      expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
      const { state } = await store.orders.get({ orderId });
      if (state === 'approved') expect([await reserved(a), await heldFen()]).toEqual([5, 5_000]);
      else expect([await reserved(a), await heldFen()]).toEqual([0, 0]);
    }
  });

  it('leaves alone what has been picked, and what is another’s', async () => {
    const { a, store, edit, orderId } = await anOrder();
    const stranger = await shop.openStore({ id: `STRANGE${count}` });
    const otherSeller = await shop.as('d2');
    for (const client of [stranger, otherSeller]) {
      expect(await codeOf(edit(client, { note: '我的' }))).toBe('orders.unknown');
      expect(await codeOf(client.orders.reopen({ orderId, commandId: shop.newId(), reason: '我的' }))).toBe(
        'orders.unknown',
      );
    }
    await distributor.orders.ship({ orderId, shipmentId: shop.newId(), lines: [{ lineNo: 1, quantity: 1 }] });

    expect(await codeOf(edit(store, { lines: [{ skuId: a, quantity: 5 }] }))).toBe('orders.stateForbids');
    expect((await store.orders.get({ orderId })).actions).not.toContain('edit');
  });

  it('reopens what was rejected by mistake, at the agreed prices, with every check run again', async () => {
    const { a, orderId, store } = await anOrder({ onHand: 6 });
    await distributor.orders.reject({ orderId, commandId: shop.newId(), reason: '点错了' });
    await distributor.stock.receive({
      receiptId: shop.newId(),
      warehouseId: 'W-D1',
      skuId: a,
      lotNo: `L-${a}`,
      producedOn: addDays(shop.today, -3),
      quantity: 4,
    });
    await shop.run('UPDATE priceListLine SET unitPriceE4 = 120000 WHERE skuId = ?', [a]);

    expect((await distributor.orders.get({ orderId })).actions).toEqual(['reopen']);
    expect((await store.orders.get({ orderId })).actions).toEqual([]);
    const reopened = await distributor.orders.reopen({ orderId, commandId: shop.newId(), reason: '误驳回' });

    expect(reopened).toMatchObject({ state: 'approved', revision: 2, payableFen: 10_000, verdict: 'held' });
    expect(reopened.trail.at(-1)).toMatchObject({ kind: 'reopened', detail: '复核通过；误驳回' });
    expect(reopened.revisions[0]?.changes).toMatchObject([{ what: 'reopened' }]);
  });

  it('brings back for the buyer alone what it cancelled, at today’s prices', async () => {
    const { a, orderId, store, reserved, heldFen } = await anOrder();
    await store.orders.cancel({ orderId, commandId: shop.newId() });
    await shop.run('UPDATE priceListLine SET unitPriceE4 = 120000 WHERE skuId = ?', [a]);
    const reopen = (client: Client, expectedPayableFen: number) =>
      client.orders.reopen({ orderId, commandId: shop.newId(), reason: '还是要', expectedPayableFen });

    expect(await codeOf(reopen(distributor, 12_000))).toBe('orders.stateForbids');
    expect(await codeOf(reopen(store, 10_000))).toBe('orders.priceChanged');
    expect(await reopen(store, 12_000)).toMatchObject({ state: 'approved', payableFen: 12_000 });
    expect([await reserved(a), await heldFen()]).toEqual([10, 12_000]);
  });

  it('takes an approval back when the goods may no longer be sold, and a rejection only when they may', async () => {
    const { a, orderId, reserved, heldFen } = await anOrder();
    await shop.run(`UPDATE sku SET status = 'inactive' WHERE id = ?`, [a]);
    const reopen = () =>
      distributor.orders.reopen({ orderId, commandId: shop.newId(), reason: '商品停售，重新审核' });

    expect(await reopen()).toMatchObject({ state: 'rejected', findings: [{ rule: 'sku.inactive' }] });
    expect([await reserved(a), await heldFen()]).toEqual([0, 0]);
    const still = await refusalOf(reopen());
    expect([still.code, still.problem.detail]).toEqual(['orders.recheckRejects', 'sku.inactive']);
    await shop.run(`UPDATE sku SET status = 'active' WHERE id = ?`, [a]);
    expect(await reopen()).toMatchObject({ state: 'approved', revision: 3 });
  });

  endsWithBooks(() => shop);
});
