import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { heldFenOf, quoteAndPlace, reservedOf } from './quote-and-place';
import { oweSince } from './owe-since';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('the audit of goods, prices and quantities', (engine) => {
  let shop: Shop;
  let store: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    store = await shop.as('s1');
  });
  afterAll(() => shop.close());

  it.each([
    ['minimum', { skuId: 'TEA', quantity: 12 }, 24, ['quantity.minimum']],
    ['multiple', { skuId: 'TEA', quantity: 25 }, 36, ['quantity.multiple']],
    ['maximum', { skuId: 'TEA', quantity: 252 }, 240, ['quantity.maximum']],
    ['minimum and multiple', { skuId: 'TEA', quantity: 5 }, 24, ['quantity.minimum', 'quantity.multiple']],
    ['maximum alone', { skuId: 'CAP', quantity: 11 }, 10, ['quantity.maximum']],
  ])(
    'rejects a quantity that breaks the %s and suggests the next valid one',
    async (_, line, next, rules) => {
      // Enough beside it for the order's own minimum.
      const lines = [line, { skuId: 'WATER', quantity: 30 }];

      const { quote, order } = await quoteAndPlace(shop, store, { lines });

      expect(order.verdict).toBe('rejected');
      expect(order.findings.map(({ rule }) => rule)).toEqual(rules);
      expect(quote.lines.map(({ suggestedQuantity }) => suggestedQuantity)).toEqual([next, null]);
      expect(order.findings[0]?.remedy).toContain(`${next}瓶`);
      expect(reservedOf(order)).toEqual([0, 0]);
      expect(
        (await store.orders.quote({ lines: [{ ...line, quantity: next }] })).findings,
      ).not.toContainEqual(expect.objectContaining({ rule: expect.stringContaining('quantity.') as string }));
    },
  );

  it('rejects goods without a price, at nothing', async () => {
    const { quote, order } = await quoteAndPlace(shop, store, {
      lines: [
        { skuId: 'GUM', quantity: 1 },
        { skuId: 'WATER', quantity: 30 },
      ],
    });

    expect(order).toMatchObject({ verdict: 'rejected', findings: [{ rule: 'price.missing', lineNo: 1 }] });
    expect(quote.lines[0]).toMatchObject({ unitPriceE4: null, amountFen: 0, priceSteps: [] });
    expect(quote.payableFen).toBe(6_000);
  });

  it('rejects goods that are no longer sold', async () => {
    const { order } = await quoteAndPlace(shop, store, { lines: [{ skuId: 'GONE', quantity: 50 }] });

    expect(order).toMatchObject({ verdict: 'rejected', findings: [{ rule: 'sku.inactive' }] });
  });

  it('rejects an order below the seller’s minimum, to the fen', async () => {
    await shop.addGoods({ id: 'FEN', pricesE4: { D1: 100 }, onHand: 10 });
    const { order } = await quoteAndPlace(shop, store, {
      lines: [
        { skuId: 'WATER', quantity: 24 },
        { skuId: 'FEN', quantity: 1 },
      ],
    });

    expect(order).toMatchObject({
      verdict: 'rejected',
      findings: [
        {
          rule: 'order.minimum',
          lineNo: null,
          numbers: { payableFen: 4_801, minimumFen: 5_000, missingFen: 199 },
        },
      ],
    });
    const enough = await store.orders.quote({ lines: [{ skuId: 'WATER', quantity: 25 }] });
    expect(enough).toMatchObject({ verdict: 'approved', payableFen: 5_000, findings: [] });
  });

  it('holds a price below its floor, and keeps goods and credit', async () => {
    const buyer = await shop.openStore({ id: 'BARGAIN' });

    const { order } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'NUTS', quantity: 10 }] });

    expect(order).toMatchObject({
      verdict: 'held',
      // The floor is the seller's own: the buyer hears that somebody looks at the price, and no figure.
      findings: [{ rule: 'price.floor', numbers: { name: '清谷坚果' } }],
      openHolds: [{ kind: 'review', owner: 'seller' }],
    });
    expect(order.findings[0]?.numbers).not.toHaveProperty('floorE4');
    const atSeller = await (await shop.as('d1')).orders.get({ orderId: order.orderId });
    expect(atSeller.findings).toMatchObject([
      { rule: 'price.floor', numbers: { unitPriceE4: 100_000, floorE4: 110_000 } },
    ]);
    expect(reservedOf(order)).toEqual([10]);
    expect(await heldFenOf(buyer)).toBe(10_000);
  });

  it('tells every finding at once, each with its numbers and a remedy', async () => {
    const buyer = await shop.openStore({ id: 'EVERYTHING', limitFen: 100, regionCode: '330203' });
    await shop.addGoods({ id: 'SCARCE', onHand: 1 });
    await shop.addGoods({ id: 'FOR-EVERYTHING' });
    await oweSince(shop, 'EVERYTHING', 'FOR-EVERYTHING', 20);

    const { order } = await quoteAndPlace(shop, buyer, {
      lines: [
        { skuId: 'SCARCE', quantity: 2 },
        { skuId: 'TEA', quantity: 5 },
        { skuId: 'GUM', quantity: 1 },
        { skuId: 'GONE', quantity: 1 },
        { skuId: 'NUTS', quantity: 1 },
      ],
    });

    const found = order.findings.map(({ rule, lineNo }) => `${lineNo ?? '-'} ${rule}`);
    expect(found).toEqual([
      '1 region.blocked',
      '1 stock.short',
      '2 quantity.minimum',
      '2 quantity.multiple',
      '2 region.blocked',
      '3 price.missing',
      '3 region.blocked',
      '4 sku.inactive',
      '4 region.blocked',
      '5 price.floor',
      '5 region.blocked',
      '- credit.over',
      '- credit.overdue',
    ]);
    for (const { message, remedy } of order.findings) {
      expect([message, remedy]).toEqual([expect.stringMatching(/[一-龥]/), expect.stringMatching(/[一-龥]/)]);
    }
    expect(order.verdict).toBe('rejected');
    expect(order.openHolds).toEqual([]);
  });

  it('opens one hold for each kind of finding', async () => {
    const buyer = await shop.openStore({ id: 'TWOHOLDS', limitFen: 100 });

    const { order } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'NUTS', quantity: 501 }] });

    expect(order.findings.map(({ rule }) => rule)).toEqual(['price.floor', 'stock.short', 'credit.over']);
    expect(order.openHolds.map(({ kind }) => kind).sort()).toEqual(['credit', 'review']);
    expect(reservedOf(order)).toEqual([0]);
  });

  it('refuses an order to a seller whose cooperation is suspended', async () => {
    await shop.run(`UPDATE party SET status = 'suspended' WHERE id = 'D2'`);
    const buyer = await shop.as('s5');

    const lines = [{ skuId: 'WATER', quantity: 50 }];
    const refused = await codeOf(buyer.orders.place({ orderId: shop.newId(), lines }));

    expect(refused).toBe('partners.suspended');
  });

  endsWithBooks(() => shop);
});
