import { addDays, daysBetween } from '../platform/clock';
import { lifeAsked, neededDays } from './required-life';
import type { LifeRule } from './policy-model';
import { noStockFacts } from './stock-facts';
import { aLifeRule, aStockQuestion } from './testing';
import { wantOf } from './want-of';

const on = '2026-01-01';
const forSku = (more: Partial<LifeRule>) => aLifeRule({ scope: 'buyerSku', goods: 'sku', ...more });
const forCategory = (more: Partial<LifeRule>) =>
  aLifeRule({ scope: 'buyerCategory', goods: '饮料', ...more });
const forBuyer = (more: Partial<LifeRule>) => aLifeRule({ scope: 'buyer', ...more });
const forChannel = (more: Partial<LifeRule>) =>
  aLifeRule({ scope: 'channel', subject: 'traditional', ...more });

describe('the life a line needs, in days from the planned receipt', () => {
  it.each<[string, LifeRule[], number | null, number, string, number]>([
    ['no rule: as the channel usually asks', [], null, 360, 'usual', 180],
    [
      'the customer’s own share before its channel',
      [forChannel({ minimumLifeBp: 9_000 })],
      2_500,
      360,
      'party',
      90,
    ],
    [
      'a channel’s rule before what is usual',
      [forChannel({ minimumLifeBp: 4_000 })],
      null,
      360,
      'channel',
      144,
    ],
    [
      'a customer’s rule before its own share',
      [forBuyer({ minimumLifeBp: 6_000 })],
      2_500,
      360,
      'buyer',
      216,
    ],
    [
      'customer × category before customer',
      [forBuyer({ minimumLifeBp: 6_000 }), forCategory({ minimumLifeBp: 7_000 })],
      null,
      360,
      'buyerCategory',
      252,
    ],
    [
      'customer × SKU before customer × category',
      [forSku({ minimumLifeBp: 1_000 }), forCategory({ minimumLifeBp: 7_000 })],
      null,
      360,
      'buyerSku',
      36,
    ],
    [
      'days where they are more than the share',
      [forBuyer({ minimumDays: 200, minimumLifeBp: 5_000 })],
      null,
      360,
      'buyer',
      200,
    ],
    [
      'the share where it is more than the days',
      [forBuyer({ minimumDays: 90, minimumLifeBp: 5_000 })],
      null,
      360,
      'buyer',
      180,
    ],
    ['a broken share is rounded up', [forBuyer({ minimumLifeBp: 3_334 })], null, 10, 'buyer', 4],
    ['a rule that asks nothing still wants a day', [forBuyer({})], null, 360, 'buyer', 1],
    [
      'another customer’s rule says nothing',
      [aLifeRule({ subject: 'other', minimumDays: 300 })],
      null,
      360,
      'usual',
      180,
    ],
    [
      'a rule for another SKU says nothing',
      [forSku({ goods: 'other', minimumDays: 300 })],
      null,
      360,
      'usual',
      180,
    ],
    [
      'a rule that has ended says nothing',
      [forBuyer({ minimumDays: 300, endsOn: on })],
      null,
      360,
      'usual',
      180,
    ],
    [
      'a rule that begins tomorrow says nothing yet',
      [forBuyer({ minimumDays: 300, startsOn: '2026-01-02' })],
      null,
      360,
      'usual',
      180,
    ],
    [
      'of two alike the later start',
      [forBuyer({ minimumDays: 200, startsOn: '2025-06-01' }), forBuyer({ minimumDays: 100 })],
      null,
      360,
      'buyer',
      200,
    ],
  ])('%s', (_, rules, minimumLifeBp, shelfLifeDays, scope, days) => {
    const { buyer, sku } = aStockQuestion();

    const asked = lifeAsked(rules, { buyer: { ...buyer, minimumLifeBp }, sku, on });

    expect([asked.scope, neededDays(asked, shelfLifeDays)]).toEqual([scope, days]);
  });
});

describe('what a line asks of lots', () => {
  const facts = noStockFacts(on);

  it.each([
    ['a delivery tomorrow, unless it is planned otherwise', undefined, '2026-07-01'],
    ['a delivery on the day of the order', '2026-01-01', '2026-06-30'],
    ['a delivery in ten days needs lots ten days younger', '2026-01-11', '2026-07-10'],
  ])('counts life from the day of receipt: %s', (_, receiptOn, lastsUntil) => {
    expect(wantOf(facts, aStockQuestion({ receiptOn })).lastsUntil).toBe(lastsUntil);
  });

  it('refuses what is older than the last delivery, unless the rule does not mind', () => {
    const delivered = new Map([['buyer sku', '2026-09-01']]);
    const easy = new Map([['seller', [forBuyer({ refusesOlder: false })]]]);

    expect(wantOf({ ...facts, delivered }, aStockQuestion()).noOlderThan).toBe('2026-09-01');
    expect(wantOf({ ...facts, delivered, lifeRules: easy }, aStockQuestion()).noOlderThan).toBeNull();
  });

  it('draws the stop-sale line the SKU’s days ahead of today', () => {
    const sku = { ...aStockQuestion().sku, stopSaleDays: 15 };

    const { stopsSaleOn } = wantOf(facts, aStockQuestion({ sku }));

    expect(daysBetween(on, stopsSaleOn)).toBe(15);
    expect(stopsSaleOn).toBe(addDays(on, 15));
  });

  it('reads buffers and the channel’s quota of its seller and SKU, and nobody else’s', () => {
    const quota = { skuId: 'sku', channel: 'traditional', startsOn: on, endsOn: null, quantity: 100 };
    const want = wantOf(
      {
        ...facts,
        buffers: [
          { ownerId: 'seller', warehouseId: '', skuId: 'sku', quantity: 5 },
          { ownerId: 'seller', warehouseId: 'W1', skuId: 'sku', quantity: 7 },
          { ownerId: 'other', warehouseId: '', skuId: 'sku', quantity: 99 },
        ],
        quotas: [
          { ...quota, sellerId: 'seller', used: 60 },
          { ...quota, sellerId: 'seller', channel: 'modern', used: 0 },
          { ...quota, sellerId: 'other', used: 0 },
        ],
      },
      aStockQuestion(),
    );

    expect(want.keepBack).toEqual({ quantity: 5, byWarehouse: new Map([['W1', 7]]) });
    expect(want.channelLeft).toBe(40);
  });
});
