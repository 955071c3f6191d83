import { createClient } from '@tongpan/bff/src/client';
import { listOrders, type OrderSummary, percentile, summarise, tally } from './report';

let made = 0;

function anOrder(given: Partial<OrderSummary> = {}): OrderSummary {
  made += 1;
  return {
    orderId: `order-${made}`,
    number: `RD1-260101-${made}`,
    state: 'completed',
    verdict: 'approved',
    sellerId: 'R-D1',
    sellerName: '回放经销商',
    buyerId: 'R-S17850',
    buyerName: '回放门店',
    payableFen: 1_000,
    lineCount: 1,
    firstSkuName: 'WHITE LANTERN',
    placedAt: '2026-01-05T02:00:00.000Z',
    openHolds: [],
    findings: [],
    ...given,
  };
}

const finding = (rule: string, lineNo: number | null = null): OrderSummary['findings'][number] => ({
  rule,
  severity: 'review',
  lineNo,
  skuId: null,
  message: '',
  remedy: '',
  numbers: {},
});

describe('a tally', () => {
  it('counts each value, the most frequent first', () => {
    expect(Object.entries(tally(['held', 'approved', 'approved', 'rejected', 'approved', 'held']))).toEqual([
      ['approved', 3],
      ['held', 2],
      ['rejected', 1],
    ]);
  });

  it('of nothing is nothing', () => {
    expect(tally([])).toEqual({});
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1);

  it.each([
    [0, 1],
    [0.5, 51],
    [0.99, 100],
    [1, 100],
  ])('has %d of the values below it', (share, value) => {
    expect(percentile(hundred, share)).toBe(value);
  });

  it('of one value is that value, of none nothing', () => {
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.5)).toBe(0);
  });
});

describe('a summary', () => {
  it('counts an order once under each rule that spoke of it, however many lines', () => {
    const orders = [
      anOrder({
        verdict: 'held',
        findings: [finding('stock.short', 1), finding('stock.short', 2), finding('credit.over')],
      }),
      anOrder({ verdict: 'held', findings: [finding('stock.short', 1)] }),
    ];

    expect(summarise(orders).findings).toEqual({ 'stock.short': 2, 'credit.over': 1 });
  });

  it('counts the first verdict and the state each order came to', () => {
    const orders = [
      anOrder(),
      anOrder({ verdict: 'held', state: 'cancelled' }),
      anOrder({ state: 'cancelled' }),
    ];

    expect(summarise(orders)).toMatchObject({
      orders: 3,
      verdicts: { approved: 2, held: 1 },
      states: { cancelled: 2, completed: 1 },
    });
  });

  it('calls touchless what was approved by itself, of all that was submitted', () => {
    const orders = [
      anOrder(),
      anOrder(),
      anOrder({ verdict: 'held', state: 'completed' }),
      anOrder({ verdict: 'rejected', state: 'rejected' }),
    ];

    expect(summarise(orders).touchlessShare).toBe(0.5);
  });

  it('of no orders divides by nothing', () => {
    expect(summarise([])).toEqual({
      orders: 0,
      verdicts: {},
      states: {},
      findings: {},
      decidedShare: 0,
      touchlessShare: 0,
    });
  });
});

describe('the orders of a seller', () => {
  it('are read page by page to the last, each once', async () => {
    const pages = [[anOrder(), anOrder()], [anOrder()], []];
    const asked: string[] = [];
    const client = createClient(({ path }) => {
      asked.push(path);
      const at = asked.length - 1;
      const nextCursor = at < pages.length - 1 ? `page-${at + 1}` : null;
      return Promise.resolve({ status: 200, body: { items: pages[at], nextCursor } });
    });

    expect(await listOrders(client)).toEqual(pages.flat());
    expect(asked.map((path) => new URLSearchParams(path.split('?')[1]).get('cursor'))).toEqual([
      null,
      'page-1',
      'page-2',
    ]);
    for (const path of asked) expect(path).toContain('side=seller');
  });
});
