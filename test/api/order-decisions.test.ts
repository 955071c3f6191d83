import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { heldFenOf, quoteAndPlace } from './quote-and-place';

afterAll(removePlaces);

forEachEngine('how an order is decided', (engine) => {
  let shop: Shop;
  let distributor: Client;
  let stranger: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [distributor, stranger, headquarters] = await Promise.all([shop.as('d1'), shop.as('d2'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  describe('what becomes of a shortage, as the buyer says', () => {
    const short = async (
      id: string,
      shortage: 'shipAndBackOrder' | 'waitForFull' | 'cancelRest' | 'review',
    ) => {
      await shop.addGoods({ id: `G-${id}`, onHand: 7, pricesE4: { D1: 123_457 } });
      const store = await shop.openStore({ id: `B-${id}` });
      const lines = [{ skuId: `G-${id}`, quantity: 10, shortage }];
      return { store, ...(await quoteAndPlace(shop, store, { lines })) };
    };

    it('ships what there is and owes the rest, which asks for no credit yet', async () => {
      const { store, quote, order } = await short('OWE', 'shipAndBackOrder');

      expect(quote).toMatchObject({ verdict: 'approved', partCount: 2, lines: [{ backOrdered: 3 }] });
      expect(order).toMatchObject({
        state: 'approved',
        payableFen: 12_346,
        findings: [{ rule: 'stock.backOrdered', severity: 'notice' }],
        lines: [{ reserved: 7, backOrdered: 3, cancelled: 0, shortage: 'shipAndBackOrder' }],
        parts: [
          { partNo: 1, amountFen: 8_642, lines: [{ quantity: 7 }] },
          { partNo: 2, deliverOn: null, amountFen: 3_704, lines: [{ quantity: 3 }] },
        ],
      });
      expect(await heldFenOf(store)).toBe(8_642);
      const { items } = await distributor.orders.backOrders({ side: 'seller' });
      expect(items).toMatchObject([{ orderId: order.orderId, backOrdered: 3 }]);
    });

    it('splits anew when what is owed is closed', async () => {
      const { order, store } = await short('CLOSE', 'shipAndBackOrder');

      const closed = await distributor.orders.shortClose({
        orderId: order.orderId,
        commandId: shop.newId(),
        scope: 'backOrdered',
        reason: '停产',
      });

      expect(closed.parts).toMatchObject([{ partNo: 1, amountFen: 8_642, lines: [{ quantity: 7 }] }]);
      expect(closed.lines).toMatchObject([{ cancelled: 3, payableFen: 8_642 }]);
      expect(await heldFenOf(store)).toBe(8_642);
    });

    it('waits for all of it, and keeps what there is', async () => {
      const { order } = await short('WAIT', 'waitForFull');

      expect(order).toMatchObject({
        state: 'approved',
        waitsForFull: true,
        lines: [{ reserved: 7, backOrdered: 3 }],
      });
      const shipping = distributor.orders.ship({ orderId: order.orderId, shipmentId: shop.newId() });
      expect(await codeOf(shipping)).toMatch(/^orders\./);
    });

    it('cancels the rest', async () => {
      const { store, order } = await short('CANCEL', 'cancelRest');

      expect(order).toMatchObject({
        state: 'approved',
        goodsFen: 12_346,
        payableFen: 8_642,
        lines: [{ reserved: 7, cancelled: 3, payableFen: 8_642 }],
        parts: [{ amountFen: 8_642 }],
      });
      expect(await heldFenOf(store)).toBe(8_642);
    });

    it('asks a person', async () => {
      const { order } = await short('ASK', 'review');

      expect(order).toMatchObject({
        state: 'held',
        parts: [],
        openHolds: [{ kind: 'review', owner: 'seller' }],
      });
    });

    it('sends approved goods instead, at the lower price, and does so once however often it is decided', async () => {
      const store = await shop.openStore({ id: 'B-SUB' });
      await shop.addGoods({ id: 'G-SUB', onHand: 4, pricesE4: { D1: 300_000 } });
      await shop.addGoods({ id: 'G-ALT', onHand: 100, pricesE4: { D1: 500_000 } });
      await distributor.catalog.putSubstitutes({
        skuId: 'G-SUB',
        commandId: shop.newId(),
        expectedSkuIds: [],
        substituteSkuIds: ['G-ALT'],
      });
      const lines = [{ skuId: 'G-SUB', quantity: 10, shortage: 'substitute' as const }];

      const { order } = await quoteAndPlace(shop, store, { lines });

      expect(order).toMatchObject({
        state: 'approved',
        payableFen: 30_000,
        findings: [{ rule: 'stock.substituted', severity: 'notice' }],
        lines: [
          { lineNo: 1, skuId: 'G-SUB', reserved: 4, cancelled: 6, payableFen: 12_000 },
          { lineNo: 2, skuId: 'G-ALT', quantity: 6, reserved: 6, substituteFor: 1, payableFen: 18_000 },
        ],
      });
      const again = await distributor.orders.reopen({
        orderId: order.orderId,
        commandId: shop.newId(),
        reason: '再审一次',
      });
      expect(again).toMatchObject({ state: 'approved', payableFen: 30_000 });
      expect(again.lines.map(({ skuId, reserved }) => [skuId, reserved])).toEqual([
        ['G-SUB', 4],
        ['G-ALT', 6],
      ]);
    });
  });

  describe('what is asked beside goods and quantity', () => {
    it('prices the unit ordered where it has a price of its own', async () => {
      const store = await shop.openStore({ id: 'B-CASE' });
      await shop.addGoods({ id: 'G-CASE', pricesE4: { D1: 30_000 } });
      await shop.run(
        `UPDATE priceListLine SET unitPrices = '[{"unit":"箱","factor":12,"priceE4":330000}]' WHERE skuId = 'G-CASE'`,
      );
      const byCase = await quoteAndPlace(shop, store, {
        lines: [{ skuId: 'G-CASE', quantity: 24, unit: '箱' }],
      });
      const byBottle = await quoteAndPlace(shop, store, { lines: [{ skuId: 'G-CASE', quantity: 24 }] });

      expect(byCase.order).toMatchObject({ payableFen: 6_600, lines: [{ unit: '箱' }] });
      expect(byCase.quote.lines[0]?.priceSteps.join()).toContain('箱价');
      expect(byBottle.order).toMatchObject({ payableFen: 7_200, lines: [{ unit: '瓶' }] });
      const pallets = store.orders.quote({ lines: [{ skuId: 'G-CASE', quantity: 24, unit: '托' }] });
      expect(await codeOf(pallets)).toBe('orders.unitUnknown');
    });

    it('keeps the amount agreed for a case when the order is looked at again', async () => {
      const store = await shop.openStore({ id: 'B-AGREED' });
      await shop.addGoods({ id: 'G-AGREED', onHand: 5, pricesE4: { D1: 30_000 } });
      await shop.run(
        `UPDATE priceListLine SET unitPrices = '[{"unit":"箱","factor":12,"priceE4":1000000}]' WHERE skuId = 'G-AGREED'`,
      );
      const lines = [{ skuId: 'G-AGREED', quantity: 12, unit: '箱' }];
      const { order } = await quoteAndPlace(shop, store, { lines });
      expect(order).toMatchObject({ state: 'held', goodsFen: 10_000 });

      const approved = await distributor.orders.approve({
        orderId: order.orderId,
        commandId: shop.newId(),
        accept: ['stock.short'],
      });

      // Five twelfths of ¥100, not five times a rounded price.
      expect(approved).toMatchObject({ state: 'approved', goodsFen: 10_000, payableFen: 4_167 });
    });

    it('plans for the day asked for, and refuses days that cannot be', async () => {
      const store = await shop.openStore({ id: 'B-DAY' });
      const lines = [{ skuId: 'WATER', quantity: 48 }];
      const { order, quote } = await quoteAndPlace(shop, store, { lines, deliverOn: '2026-11-30' });

      expect(order).toMatchObject({ deliverOn: '2026-11-30', parts: [{ deliverOn: '2026-11-30' }] });
      expect(quote.receiptOn).toBe('2026-11-30');
      expect(await codeOf(store.orders.quote({ lines, deliverOn: '2026-11-21' }))).toBe(
        'orders.deliverInPast',
      );
      expect(await codeOf(store.orders.quote({ lines, deliverOn: '2027-02-01' }))).toBe(
        'orders.deliverTooLate',
      );
    });

    it('refuses a line that is another distributor’s, and says so', async () => {
      const store = await shop.openStore({ id: 'B-LINE' });
      await shop.addGoods({ id: 'G-LINE', productLine: '粮油' });
      await shop.run(
        `INSERT INTO supply (buyerId, productLine, sellerId, status, since) VALUES ('B-LINE', '粮油', 'D2', 'active', 1)`,
      );
      const lines = [
        { skuId: 'WATER', quantity: 48 },
        { skuId: 'G-LINE', quantity: 12 },
      ];
      const { order } = await quoteAndPlace(shop, store, { supplierId: 'D1', lines });

      expect(order).toMatchObject({ state: 'rejected' });
      const finding = order.findings.find(({ rule }) => rule === 'supply.otherSeller');
      expect(finding).toMatchObject({ severity: 'block', lineNo: 2 });
      expect(finding?.message).toContain('D2 商号');
    });

    it('keeps what was stopped on its way', async () => {
      const store = await shop.openStore({ id: 'B-FAR', regionCode: '330203' });
      const { order } = await quoteAndPlace(shop, store, { lines: [{ skuId: 'WATER', quantity: 48 }] });

      expect(order).toMatchObject({ state: 'rejected', findings: [{ rule: 'region.blocked' }] });
      const { items } = await headquarters.territory.blocked({ from: '2026-11-01', to: '2026-12-31' });
      expect(items).toContainEqual(expect.objectContaining({ orderId: order.orderId }));
    });
  });

  describe('the desks', () => {
    it('see the holds they must clear, longest due first, and those whose time is over', async () => {
      const store = await shop.openStore({ id: 'B-HOLD', limitFen: 1 });
      const place = () =>
        store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'WATER', quantity: 48 }] });
      const [late, fresh] = [await place(), await place()];
      await shop.run(`UPDATE orderHold SET dueAt = 1 WHERE orderId = '${late.orderId}'`);

      const mine = (await distributor.orders.openHolds({ kind: 'credit' })).items;
      const over = (await distributor.orders.openHolds({ kind: 'credit', overdue: 'yes' })).items;

      expect(mine.map(({ orderId }) => orderId)).toEqual([late.orderId, fresh.orderId]);
      expect(mine[0]).toMatchObject({ owner: 'seller', buyerName: 'B-HOLD 商号', isOverdue: true });
      expect(over.map(({ orderId }) => orderId)).toEqual([late.orderId]);
      const first = await distributor.orders.openHolds({ kind: 'credit', limit: 1 });
      const second = await distributor.orders.openHolds({
        kind: 'credit',
        limit: 1,
        cursor: first.nextCursor ?? '',
      });
      expect([...first.items, ...second.items]).toEqual(mine);
    });

    it('see nobody else’s', async () => {
      const others = await stranger.orders.openHolds({ desk: 'all' });
      const channel = await headquarters.orders.openHolds({ desk: 'all' });

      expect(others.items).toEqual([]);
      expect(channel.items.map(({ sellerId }) => sellerId)).toContain('D1');
      expect((await headquarters.orders.openHolds({})).items.every(({ owner }) => owner === 'hq')).toBe(true);
    });
  });

  describe('the audit policy', () => {
    const floorUpTo = (upToFen: number) => ({
      rule: 'price.floor' as const,
      consequence: 'review' as const,
      hold: 'review' as const,
      owner: 'seller' as const,
      withinHours: 2,
      acceptedBy: [
        { desk: 'seller' as const, role: 'reviewer' as const, upToFen },
        { desk: 'hq' as const, role: 'reviewer' as const, upToFen: null },
      ],
    });
    const put = (
      expectedVersion: number,
      rules: Parameters<Client['orders']['putAuditPolicy']>[0]['rules'],
    ) =>
      headquarters.orders.putAuditPolicy({
        commandId: shop.newId(),
        expectedVersion,
        rules,
        note: '旺季从严',
      });

    it('is the usual one until HQ writes another', async () => {
      const { policy, newestVersion } = await headquarters.orders.auditPolicy({});

      expect(newestVersion).toBe(0);
      expect(policy.rules.find(({ rule }) => rule === 'region.blocked')).toMatchObject({
        consequence: 'block',
        mayBe: ['block'],
      });
    });

    it('refuses what keeps debts and regions in order to be switched off', async () => {
      const off = { ...floorUpTo(1), rule: 'region.blocked' as const, consequence: 'off' as const };

      expect(await codeOf(put(0, [off]))).toBe('orders.policyInvalid');
      expect((await headquarters.orders.auditPolicies({})).items).toEqual([]);
    });

    it('decides who may overrule, up to which amount; orders keep the version they were decided by', async () => {
      const before = await shop.openStore({ id: 'B-POLICY' });
      const lines = [{ skuId: 'NUTS', quantity: 10 }];
      const older = await before.orders.place({ orderId: shop.newId(), lines });
      expect((await distributor.orders.get({ orderId: older.orderId })).policyVersion).toBe(0);

      const written = await put(0, [floorUpTo(9_999)]);
      expect(written).toMatchObject({ version: 1, note: '旺季从严' });
      expect(await codeOf(put(0, []))).toBe('orders.policyStale');
      const order = await before.orders.place({ orderId: shop.newId(), lines });

      const seen = await distributor.orders.get({ orderId: order.orderId });
      expect(seen).toMatchObject({ state: 'held', policyVersion: 1, payableFen: 10_000 });
      expect(Date.parse(seen.openHolds[0]?.dueAt ?? '') - Date.parse(seen.placedAt)).toBe(2 * 3_600_000);
      expect(order.policyVersion).toBeNull();
      const approve = (by: Client) =>
        by.orders.approve({ orderId: order.orderId, commandId: shop.newId(), accept: ['price.floor'] });
      expect((await approve(distributor)).state).toBe('held');
      expect((await approve(headquarters)).state).toBe('approved');
    });

    it('is written once however often it is said', async () => {
      const input = { commandId: shop.newId(), expectedVersion: 1, rules: [], note: '恢复常规' };

      const first = await headquarters.orders.putAuditPolicy(input);
      const second = await headquarters.orders.putAuditPolicy(input);

      expect(second).toEqual(first);
      expect((await headquarters.orders.auditPolicies({})).items.map(({ version }) => version)).toEqual([
        2, 1,
      ]);
      const page = await headquarters.orders.auditPolicies({ limit: 1 });
      const next = await headquarters.orders.auditPolicies({ limit: 1, cursor: page.nextCursor ?? '' });
      expect(next.items.map(({ version }) => version)).toEqual([1]);
    });
  });

  endsWithBooks(() => shop);
});
