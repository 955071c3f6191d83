import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { heldFenOf, quoteAndPlace, reservedOf } from './quote-and-place';
import { oweSince } from './owe-since';
import { endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('the audit of region, stock and credit', (engine) => {
  let shop: Shop;
  let store: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    store = await shop.as('s1');
  });
  afterAll(() => shop.close());

  it('approves what breaks no rule, and reserves its goods and credit', async () => {
    const buyer = await shop.openStore({ id: 'CLEAN' });

    const { quote, order } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'WATER', quantity: 29 }] });

    expect(order).toMatchObject({ verdict: 'approved', findings: [], openHolds: [], payableFen: 5_800 });
    expect(quote.lines).toMatchObject([
      {
        mixedUnits: '2箱5瓶',
        unitPriceE4: 20_000,
        suggestedQuantity: null,
        priceSteps: [expect.stringContaining('标准价'), expect.stringContaining('29瓶')],
      },
    ]);
    expect(reservedOf(order)).toEqual([29]);
    expect(await heldFenOf(buyer)).toBe(5_800);
  });

  it('rejects goods that leave the seller’s region, and reserves nothing', async () => {
    const outside = await shop.as('s3');

    const { order } = await quoteAndPlace(shop, outside, { lines: [{ skuId: 'WATER', quantity: 50 }] });

    expect(order).toMatchObject({
      verdict: 'rejected',
      openHolds: [],
      actions: [],
      findings: [
        { rule: 'region.blocked', severity: 'block', lineNo: 1, skuId: 'WATER', numbers: { reason: 'area' } },
      ],
    });
    expect(order.findings[0]?.message).toContain('不在供货商授权区域内');
    expect(reservedOf(order)).toEqual([0]);
    expect(await heldFenOf(outside)).toBe(0);
  });

  it('judges the address goods go to, not the place of the shop', async () => {
    const lines = [{ skuId: 'WATER', quantity: 50 }];

    const { order } = await quoteAndPlace(shop, store, { lines, addressId: 'A-S1-OUT' });

    expect(order).toMatchObject({ verdict: 'rejected', findings: [{ rule: 'region.blocked' }] });
    expect(order.shipTo.regionName).toContain('宁波');
  });

  it('holds goods under a temporary permit for HQ, and reserves nothing', async () => {
    const buyer = await shop.openStore({ id: 'TEMPORARY', regionCode: '330602' });

    const { order } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'WATER', quantity: 50 }] });

    expect(order).toMatchObject({
      verdict: 'held',
      findings: [{ rule: 'region.review', severity: 'review' }],
      openHolds: [{ kind: 'region', status: 'open', owner: 'hq' }],
    });
    expect(reservedOf(order)).toEqual([0]);
    expect(await heldFenOf(buyer)).toBe(0);
  });

  it('holds a shortage, and keeps what there is and its credit', async () => {
    const buyer = await shop.openStore({ id: 'SHORT' });
    await shop.addGoods({ id: 'SEVEN', onHand: 7 });

    const { order } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'SEVEN', quantity: 10 }] });

    expect(order).toMatchObject({
      verdict: 'held',
      findings: [{ rule: 'stock.short', severity: 'review', numbers: { quantity: 10, short: 3 } }],
      openHolds: [{ kind: 'review', owner: 'seller' }],
    });
    expect(reservedOf(order)).toEqual([7]);
    expect(await heldFenOf(buyer)).toBe(20_000);
  });

  it('says how much of a shortage is only too old for this buyer', async () => {
    const buyer = await shop.openStore({ id: 'FRESH' });

    const { order } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'MILK', quantity: 40 }] });

    expect(order.findings).toMatchObject([
      { rule: 'stock.short', numbers: { short: 10 } },
      { rule: 'stock.ageing', severity: 'notice', numbers: { ageing: 10 } },
    ]);
    expect(reservedOf(order)).toEqual([30]);
  });

  it('gives a buyer who may take older goods the oldest first', async () => {
    const buyer = await shop.openStore({ id: 'CATERER', channel: 'catering' });

    const { order } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'MILK', quantity: 20 }] });

    expect(order).toMatchObject({ verdict: 'approved', findings: [] });
    const lots = await shop.rows<{ lotNo: string; reserved: number }>(
      `SELECT lotNo, reserved FROM lot WHERE skuId = 'MILK' AND lotNo = 'M-OLD'`,
    );
    expect(lots).toEqual([{ lotNo: 'M-OLD', reserved: 20 }]);
  });

  it('holds what goes over the credit limit, to the fen, and reserves nothing', async () => {
    const buyer = await shop.openStore({ id: 'POOR', limitFen: 9_999 });
    const { order } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'WATER', quantity: 50 }] });

    expect(order).toMatchObject({
      verdict: 'held',
      findings: [
        {
          rule: 'credit.over',
          lineNo: null,
          numbers: { payableFen: 10_000, availableFen: 9_999, missingFen: 1 },
        },
      ],
      openHolds: [{ kind: 'credit', owner: 'seller' }],
    });
    expect(reservedOf(order)).toEqual([0]);
    expect(await heldFenOf(buyer)).toBe(0);

    const distributor = await shop.as('d1');
    await distributor.credit.setLimit({
      commandId: shop.newId(),
      buyerId: 'POOR',
      limitFen: 10_000,
      termDays: 30,
    });
    const { order: fits } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'WATER', quantity: 50 }] });
    expect(fits.verdict).toBe('approved');
  });

  it('rejects an order on account of a buyer that has none', async () => {
    const buyer = await shop.openStore({ id: 'NOACCOUNT', limitFen: undefined });

    const { quote, order } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'WATER', quantity: 50 }] });

    expect(quote.creditAvailableFen).toBeNull();
    expect(order).toMatchObject({
      verdict: 'rejected',
      findings: [{ rule: 'credit.none', severity: 'block', numbers: { payableFen: 10_000 } }],
    });
  });

  it('holds a buyer who has owed too long, and only tells one who is a little late', async () => {
    for (const [id, daysLate, rest] of [
      ['LATE', 20, { verdict: 'held', severity: 'review' }],
      ['LATISH', 3, { verdict: 'approved', severity: 'notice' }],
    ] as const) {
      const buyer = await shop.openStore({ id });
      await shop.addGoods({ id: `FOR-${id}` });
      await oweSince(shop, id, `FOR-${id}`, daysLate);

      const { order } = await quoteAndPlace(shop, buyer, { lines: [{ skuId: 'WATER', quantity: 50 }] });

      expect(order).toMatchObject({
        verdict: rest.verdict,
        findings: [
          {
            rule: 'credit.overdue',
            severity: rest.severity,
            numbers: { overdueDays: daysLate, overdueFen: 100_000 },
          },
        ],
      });
    }
  });

  endsWithBooks(() => shop);
});
