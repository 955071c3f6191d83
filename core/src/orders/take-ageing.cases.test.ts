import { aListedPrice } from '../catalog/testing';
import { addDays } from '../platform/clock';
import { sum } from '../platform/money';
import type { Lot } from '../stock';
import { aLot } from '../stock/testing';
import { balancesOf } from './balances';
import { decideInTurn } from './decide-order';
import type { Facts, OrderRequest } from './facts';
import { explainFinding } from './explain-finding';
import type { Verdict } from './model';
import { anOrderRequest, aRequestLine, aSeller, factsOf } from './testing';

/** The goods arrive on the second of January; a lot lives 100 days, so what is left of them is its share in percent. */
const ageing = (daysLeft: number, given: Partial<Lot> = {}) => {
  const expiresOn = addDays('2026-01-02', daysLeft);
  return aLot({ id: `days-${daysLeft}`, producedOn: addDays(expiresOn, -100), expiresOn, ...given });
};
const fresh = (onHand: number) => aLot({ id: 'fresh', onHand });
const at = (lots: readonly Lot[], given: Parameters<typeof factsOf>[0] = {}) => factsOf({ lots, ...given });
const asking = (quantity: number, given: object = {}) => ({
  lines: [aRequestLine({ quantity, acceptsAgeing: true, ...given })],
});
const quota = (quantity: number, used = 0) => ({
  stock: {
    quotas: [
      {
        sellerId: aSeller().id,
        skuId: 'sku',
        channel: 'traditional' as const,
        startsOn: '2026-01-01',
        endsOn: null,
        quantity,
        used,
      },
    ],
  },
});
const keeps = (quantity: number) => ({
  stock: { buffers: [{ ownerId: 'seller', warehouseId: '', skuId: 'sku', quantity }] },
});
const floor = (floorPriceE4: number) => ({ prices: [aListedPrice({ floorPriceE4 })] });

interface Expected {
  readonly verdict: Verdict;
  /** `lineNo quantity reserved cancelled owed unitPriceE4 payableFen`. */
  readonly lines: readonly string[];
  readonly findings: readonly string[];
}

type Case = readonly [situation: string, facts: Facts, request: Partial<OrderRequest>, expected: Expected];

/** A bottle is ¥3; the order is placed at noon of 2026-01-01 by a store that asks for half of a life of 365 days. */
const cases: readonly Case[] = [
  [
    'fresh goods cover it: accepting changes nothing',
    at([fresh(100), ageing(40)]),
    asking(10),
    { verdict: 'approved', lines: ['1 10 10 0 0 30000 3000'], findings: [] },
  ],
  [
    'not accepted: offered, and a person looks at the shortage',
    at([fresh(4), ageing(40)]),
    asking(10, { acceptsAgeing: false }),
    {
      verdict: 'held',
      lines: ['1 10 4 0 0 30000 3000'],
      findings: ['stock.short review', 'stock.ageing notice'],
    },
  ],
  [
    'mixed: 4 fresh, 6 with 40 % of life left at 5 % off',
    at([fresh(4), ageing(40)]),
    asking(10),
    {
      verdict: 'approved',
      lines: ['1 10 4 6 0 30000 1200', '2 6 6 0 0 28500 1710'],
      findings: ['stock.ageing notice'],
    },
  ],
  [
    'only ageing goods: all of it at 15 % off',
    at([ageing(25)]),
    asking(10),
    {
      verdict: 'approved',
      lines: ['1 10 0 10 0 30000 0', '2 10 10 0 0 25500 2550'],
      findings: ['stock.ageing notice'],
    },
  ],
  [
    'several bands: first to expire first, a line a markdown',
    at([ageing(40), ageing(25, { onHand: 3 }), ageing(5, { onHand: 2 })]),
    asking(10),
    {
      verdict: 'approved',
      lines: ['1 10 0 10 0 30000 0', '2 2 2 0 0 15000 300', '3 3 3 0 0 25500 765', '4 5 5 0 0 28500 1425'],
      findings: ['stock.ageing notice'],
    },
  ],
  [
    'two lots of one band share a line',
    at([ageing(25, { onHand: 3 }), ageing(26, { onHand: 7 })]),
    asking(10),
    {
      verdict: 'approved',
      lines: ['1 10 0 10 0 30000 0', '2 10 10 0 0 25500 2550'],
      findings: ['stock.ageing notice'],
    },
  ],
  [
    'half a life left and still too old: the usual price',
    at([ageing(60)]),
    asking(10),
    {
      verdict: 'approved',
      lines: ['1 10 0 10 0 30000 0', '2 10 10 0 0 30000 3000'],
      findings: ['stock.ageing notice'],
    },
  ],
  [
    'the seller’s own markdown',
    at([ageing(40)], {
      stock: { markdowns: new Map([['seller', [{ fromBp: 0, markdownBp: 9_000 }]]]) },
    }),
    asking(10),
    {
      verdict: 'approved',
      lines: ['1 10 0 10 0 30000 0', '2 10 10 0 0 3000 300'],
      findings: ['stock.ageing notice'],
    },
  ],
  [
    'nothing ageing left: short as ever',
    at([fresh(4), ageing(40, { reserved: 100 })]),
    asking(10),
    { verdict: 'held', lines: ['1 10 4 0 0 30000 3000'], findings: ['stock.short review'] },
  ],
  [
    'past the day sales stop: offered to nobody',
    at([fresh(4), ageing(0, { expiresOn: '2026-01-01' })]),
    asking(10),
    { verdict: 'held', lines: ['1 10 4 0 0 30000 3000'], findings: ['stock.short review'] },
  ],
  [
    'ageing goods cover a part; the rest is owed at the usual price',
    at([fresh(4), ageing(40, { onHand: 3 })]),
    asking(10, { shortage: 'shipAndBackOrder' }),
    {
      verdict: 'approved',
      lines: ['1 10 4 3 3 30000 2100', '2 3 3 0 0 28500 855'],
      findings: ['stock.backOrdered notice', 'stock.ageing notice'],
    },
  ],
  [
    'ageing goods cover a part; the rest is let go',
    at([fresh(4), ageing(40, { onHand: 3 })]),
    asking(10, { shortage: 'cancelRest' }),
    {
      verdict: 'approved',
      lines: ['1 10 4 6 0 30000 1200', '2 3 3 0 0 28500 855'],
      findings: ['stock.cancelled notice', 'stock.ageing notice'],
    },
  ],
  [
    'ageing goods cover a part; a person looks at the rest, and all stays as it was asked',
    at([fresh(4), ageing(40, { onHand: 3 })]),
    asking(10),
    {
      verdict: 'held',
      lines: ['1 10 4 0 0 30000 3000'],
      findings: ['stock.short review', 'stock.ageing notice'],
    },
  ],
  [
    'the markdown breaks the floor: a person looks',
    at([fresh(4), ageing(25)], floor(28_000)),
    asking(10),
    {
      verdict: 'held',
      lines: ['1 10 4 0 0 30000 3000'],
      findings: ['price.floor review', 'stock.ageing notice'],
    },
  ],
  [
    'the floor let go by a reviewer',
    at([fresh(4), ageing(25)], floor(28_000)),
    { ...asking(10), accepted: new Set(['price.floor'] as const) },
    {
      verdict: 'approved',
      lines: ['1 10 4 6 0 30000 1200', '2 6 6 0 0 25500 1530'],
      findings: ['price.floor notice', 'stock.ageing notice'],
    },
  ],
  [
    'the channel’s quota bounds ageing goods too',
    at([fresh(4), ageing(40)], quota(8)),
    asking(10, { shortage: 'cancelRest' }),
    {
      verdict: 'approved',
      lines: ['1 10 4 6 0 30000 1200', '2 4 4 0 0 28500 1140'],
      findings: ['stock.cancelled notice', 'stock.ageing notice'],
    },
  ],
  [
    'a quota used up leaves nothing',
    at([ageing(40)], quota(8, 8)),
    asking(10),
    {
      verdict: 'held',
      lines: ['1 10 0 0 0 30000 3000'],
      findings: ['stock.short review', 'stock.quota notice'],
    },
  ],
  [
    'two warehouses of ageing goods, and what the seller keeps back of them together',
    at([ageing(40, { onHand: 5 }), ageing(41, { onHand: 5, warehouseId: 'other' })], keeps(4)),
    asking(10, { shortage: 'cancelRest' }),
    {
      verdict: 'approved',
      lines: ['1 10 0 10 0 30000 0', '2 6 6 0 0 28500 1710'],
      findings: ['stock.cancelled notice', 'stock.ageing notice'],
    },
  ],
  [
    'a price agreed before is what the markdown is taken off',
    at([ageing(25)]),
    asking(10, { agreed: { unitPriceE4: 20_000, priceListId: 'list', amountFen: 2_000 } }),
    {
      verdict: 'approved',
      lines: ['1 10 0 10 0 20000 0', '2 10 10 0 0 17000 1700'],
      findings: ['stock.ageing notice'],
    },
  ],
];

describe('goods too old for their buyer, with the buyer’s word', () => {
  it.each(cases)('%s', (_situation, facts, request, expected) => {
    const decision = decideInTurn(facts, balancesOf(facts), anOrderRequest(request));
    const { verdict, lines, findings, payableFen, parts } = decision;

    expect({
      verdict,
      lines: lines.map((line) =>
        [
          line.lineNo,
          line.quantity,
          sum(line.picks.map(({ quantity }) => quantity)),
          line.cancelled,
          line.backOrdered,
          line.price?.unitPriceE4,
          line.payableFen,
        ].join(' '),
      ),
      findings: findings.map(({ rule, severity }) => `${rule} ${severity}`),
    }).toEqual(expected);
    if (verdict === 'approved') expect(sum(parts.map(({ amountFen }) => amountFen))).toBe(payableFen);
    for (const finding of findings) expect(explainFinding(finding).message).not.toMatch(/undefined|NaN/);
  });

  it('takes of the quota what both lines take', () => {
    const facts = at([fresh(4), ageing(40)], quota(8));
    const request = anOrderRequest(asking(8));
    const { quotaUses } = decideInTurn(facts, balancesOf(facts), request);

    expect(quotaUses.map(({ lineNo, quantity }) => [lineNo, quantity])).toEqual([
      [1, 4],
      [2, 4],
    ]);
  });
});
