import fc from 'fast-check';
import { aListedPrice, aSku } from '../catalog/testing';
import { aBill, anAccount } from '../credit/testing';
import { aParty, aSupply } from '../partners/testing';
import { addDays } from '../platform/clock';
import { sum } from '../platform/money';
import { aLot, anyLot } from '../stock/testing';
import { aGrant } from '../territory/testing';
import { usualTerms } from './audit-policy';
import { balancesOf } from './balances';
import { composeHolds, composeLines, reservedUntil } from './compose-order';
import { decideInTurn, decideOrder } from './decide-order';
import type { Decision } from './decision';
import { explainFinding } from './explain-finding';
import type { Facts, OrderRequest } from './facts';
import type { Rule } from './model';
import { anOrderRequest, aRequestLine, factsOf, noon } from './testing';

const decide = (facts: Facts, request: Partial<OrderRequest> = {}) =>
  decideOrder(facts, balancesOf(facts), anOrderRequest(request));

describe('a verdict', () => {
  const short = [aLot({ id: 'few', onHand: 4 })];

  it('approves, promises the lots and holds the amount', () => {
    const facts = factsOf({
      lots: [
        aLot({ id: 'late', expiresOn: '2026-12-01' }),
        aLot({ id: 'soon', expiresOn: '2026-11-01', onHand: 4 }),
      ],
    });

    expect(decide(facts)).toMatchObject({
      verdict: 'approved',
      heldFen: 3_000,
      holds: [],
      reservations: [
        { orderId: 'order', lineNo: 1, lotId: 'soon', open: 4 },
        { orderId: 'order', lineNo: 1, lotId: 'late', open: 6 },
      ],
    });
  });

  it('holds for a shortage, and keeps what there is and the amount while it waits', () => {
    const decision = decide(factsOf({ lots: short }));

    expect(decision).toMatchObject({
      verdict: 'held',
      heldFen: 3_000,
      reservations: [{ lotId: 'few', open: 4 }],
    });
    expect(reservedUntil(decision)).toBe(noon + 24 * 3_600_000);
  });

  it.each<[string, Facts]>([
    ['credit', factsOf({ accounts: [anAccount({ limitFen: 0 })] })],
    ['region', factsOf({ grants: [aGrant({ kind: 'temporary' })] })],
    ['a shortage and credit', factsOf({ accounts: [anAccount({ limitFen: 0 })], lots: short })],
  ])('holds for %s, and takes nothing from others', (_why, facts) => {
    const decision = decide(facts);

    expect(decision).toMatchObject({ verdict: 'held', heldFen: 0, reservations: [] });
    expect(reservedUntil(decision)).toBeNull();
  });

  it('rejects, and takes nothing', () => {
    const decision = decide(factsOf({ grants: [], lots: short }));

    expect(decision).toMatchObject({ verdict: 'rejected', heldFen: 0, reservations: [], holds: [] });
    expect(reservedUntil(decision)).toBeNull();
  });
});

describe('the price of an order', () => {
  it('is what its list gives on the day', () => {
    const facts = factsOf({
      prices: [
        aListedPrice({ unitPriceE4: 30_000 }),
        aListedPrice({ kind: 'customer', buyerId: 'buyer', unitPriceE4: 28_050 }),
        aListedPrice({ kind: 'customer', buyerId: 'buyer', unitPriceE4: 20_000, startsOn: '2026-01-02' }),
      ],
    });

    expect(decide(facts)).toMatchObject({ payableFen: 2_805, lines: [{ price: { unitPriceE4: 28_050 } }] });
  });

  it('stays as agreed when the order is looked at again', () => {
    const facts = factsOf({
      prices: [aListedPrice({ id: 'list', unitPriceE4: 30_000, floorPriceE4: 26_000 })],
    });
    const lines = [aRequestLine({ agreed: { unitPriceE4: 25_000, priceListId: 'list' } })];

    expect(decide(facts, { lines })).toMatchObject({
      payableFen: 2_500,
      findings: [{ rule: 'price.floor' }],
    });
  });

  it('stays as agreed when its list is gone', () => {
    const lines = [aRequestLine({ agreed: { unitPriceE4: 25_000, priceListId: 'gone' } })];

    expect(decide(factsOf({ prices: [] }), { lines })).toMatchObject({
      verdict: 'approved',
      payableFen: 2_500,
      lines: [{ price: { priceListId: 'gone', floorPriceE4: null, steps: [] } }],
    });
  });
});

describe('orders decided in turn', () => {
  const skuIds = ['sku', 'milk', 'noodles'];
  const buyerIds = ['buyer', 'rival', 'cash'];
  const overruled: readonly Rule[] = [
    'price.floor',
    'region.review',
    'stock.short',
    'credit.over',
    'credit.overdue',
  ];

  const anyFacts = fc
    .record({
      lots: fc.array(fc.tuple(anyLot, fc.constantFrom(...skuIds)), { maxLength: 12 }),
      limits: fc.tuple(fc.nat(60_000), fc.nat(60_000)),
      usedFen: fc.nat(30_000),
      floorPriceE4: fc.constantFrom(null, 10_000, 40_000),
      grantKind: fc.constantFrom('regular' as const, 'regular' as const, 'temporary' as const),
      overdueDays: fc.constantFrom(0, 0, 3, 20, 70),
    })
    .map(({ lots, limits, usedFen, floorPriceE4, grantKind, overdueDays }) =>
      factsOf({
        skus: [
          aSku(),
          aSku({ id: 'milk', multipleQuantity: 6 }),
          aSku({ id: 'noodles', maximumQuantity: 40 }),
        ],
        prices: skuIds.map((skuId) => aListedPrice({ skuId, unitPriceE4: 30_030, floorPriceE4 })),
        lots: lots.map(([lot, skuId]) => ({ ...lot, skuId })),
        grants: [aGrant({ kind: grantKind })],
        accounts: [
          anAccount({ limitFen: limits[0], receivableFen: usedFen }),
          anAccount({ id: 'second', buyerId: 'rival', limitFen: limits[1] }),
        ],
        credit: {
          openBills: new Map([
            [
              'second',
              overdueDays === 0
                ? []
                : [
                    aBill({
                      accountId: 'second',
                      amountFen: 60_000,
                      dueOn: addDays('2026-01-01', -overdueDays),
                    }),
                  ],
            ],
          ]),
        },
      }),
    );

  const anyRequests = (acceptable: readonly Rule[]) =>
    fc
      .array(
        fc.record({
          buyerId: fc.constantFrom(...buyerIds),
          goods: fc.uniqueArray(
            fc.record({ skuId: fc.constantFrom(...skuIds), quantity: fc.integer({ min: 1, max: 60 }) }),
            {
              minLength: 1,
              selector: ({ skuId }) => skuId,
            },
          ),
          accepted: fc.subarray([...acceptable]),
        }),
        { maxLength: 10 },
      )
      .map((all) =>
        all.map(({ buyerId, goods, accepted }, at) =>
          anOrderRequest({
            orderId: `order-${at}`,
            buyer: aParty({ id: buyerId }),
            lines: goods.map((line, index) => aRequestLine({ ...line, lineNo: index + 1 })),
            accepted: new Set(accepted),
          }),
        ),
      );

  const inTurn = (facts: Facts, requests: readonly OrderRequest[]) => {
    const balances = balancesOf(facts);
    return requests.map((request) => decideInTurn(facts, balances, request));
  };
  const everyDecision = (
    check: (decisions: readonly Decision[], facts: Facts, requests: readonly OrderRequest[]) => void,
    acceptable = overruled,
  ) =>
    fc.assert(
      fc.property(anyFacts, anyRequests(acceptable), (facts, requests) => {
        check(inTurn(facts, requests), facts, requests);
      }),
    );

  it('take the first what there is, and leave the second short', () => {
    const facts = factsOf({ lots: [aLot({ onHand: 15 })] });
    const decisions = inTurn(facts, [
      anOrderRequest({ orderId: 'first' }),
      anOrderRequest({ orderId: 'second' }),
    ]);

    expect(decisions.map(({ verdict }) => verdict)).toEqual(['approved', 'held']);
    expect(decisions[1]!.findings).toMatchObject([{ rule: 'stock.short', numbers: { short: 5 } }]);
  });

  it('hold what the limit allows, and leave the next without credit', () => {
    const facts = factsOf({ accounts: [anAccount({ limitFen: 9_000, heldFen: 1_000 })] });
    const decisions = inTurn(
      facts,
      ['first', 'second', 'third'].map((orderId) => anOrderRequest({ orderId })),
    );

    expect(decisions.map(({ verdict }) => verdict)).toEqual(['approved', 'approved', 'held']);
    expect(decisions[2]!.findings).toMatchObject([
      { rule: 'credit.over', numbers: { availableFen: 2_000, missingFen: 1_000 } },
    ]);
  });

  it('never promise more of a lot than is free in it', () => {
    everyDecision((decisions, { stock: { lots } }) => {
      const promises = decisions.flatMap(({ reservations }) => reservations);
      for (const { id, onHand, reserved } of lots) {
        const promised = sum(promises.filter(({ lotId }) => lotId === id).map(({ open }) => open));
        expect(promised).toBeLessThanOrEqual(onHand - reserved);
      }
    });
  });

  it('never hold more of a limit than is available, unless a person says so', () => {
    everyDecision(
      (decisions, { credit: { accounts } }) => {
        for (const buyerId of buyerIds) {
          const held = sum(
            decisions.filter(({ request }) => request.buyer.id === buyerId).map(({ heldFen }) => heldFen),
          );
          const account = [...accounts.values()].find((one) => one.buyerId === buyerId);
          const availableFen = account ? account.limitFen - account.receivableFen : 0;
          expect(held).toBeLessThanOrEqual(Math.max(0, availableFen));
        }
      },
      overruled.filter((rule) => rule !== 'credit.over'),
    );
  });

  it('say the worst that was found, and why they wait', () => {
    everyDecision((decisions) => {
      for (const { verdict, findings, holds } of decisions) {
        const severities = new Set(findings.map(({ severity }) => severity));
        expect(verdict).toBe(
          severities.has('block') ? 'rejected' : severities.has('review') ? 'held' : 'approved',
        );
        expect(holds.length > 0).toBe(verdict === 'held');
      }
    });
  });

  it('explain everything they find, in whole sentences', () => {
    everyDecision((decisions) => {
      for (const finding of decisions.flatMap(({ findings }) => findings)) {
        const { message, remedy } = explainFinding(finding);
        expect(message).toMatch(/\p{Script=Han}/u);
        expect(remedy).toMatch(/\p{Script=Han}/u);
        expect(message + remedy).not.toMatch(/undefined|null|NaN/);
      }
    });
  });

  it('account for every unit and every fen of every line', () => {
    everyDecision((decisions) => {
      for (const decision of decisions) {
        const { lines, goodsFen, payableFen, verdict, reservations, heldFen } = decision;
        expect(sum(lines.map((line) => line.amountFen))).toBe(goodsFen);
        expect(sum(lines.map((line) => line.payableFen))).toBe(payableFen);
        for (const line of composeLines(decision)) {
          const promised = sum(
            reservations.filter(({ lineNo }) => lineNo === line.lineNo).map(({ open }) => open),
          );
          expect(line.reserved).toBe(promised);
          expect(line.reserved + line.cancelled).toBeLessThanOrEqual(line.quantity);
          if (verdict === 'approved') expect(line.reserved + line.cancelled).toBe(line.quantity);
          if (line.cancelled === 0) expect(line.payableFen).toBe(line.amountFen);
        }
        if (verdict === 'approved') expect(heldFen).toBe(payableFen);
        if (verdict === 'rejected') expect([reservations.length, heldFen]).toEqual([0, 0]);
        expect(composeHolds(decision).every(({ status }) => status === 'open')).toBe(true);
      }
    });
  });

  it('open a hold of its own kind for every finding that asks for a person', () => {
    everyDecision((decisions) => {
      for (const { verdict, findings, holds } of decisions) {
        if (verdict !== 'held') continue;
        const kinds = new Set(holds.map(({ kind }) => kind));
        for (const { rule, severity } of findings) {
          if (severity === 'review') expect(kinds).toContain(usualTerms(rule).hold);
        }
      }
    });
  });

  it('do not depend on the order of their lines', () => {
    fc.assert(
      fc.property(anyFacts, anyRequests(overruled), (facts, requests) => {
        for (const request of requests) {
          const [one, other] = [request, { ...request, lines: [...request.lines].reverse() }].map((asked) =>
            decideOrder(facts, balancesOf(facts), asked),
          ) as [Decision, Decision];
          const told = ({ findings }: Decision) => findings.map((finding) => JSON.stringify(finding)).sort();
          expect([other.verdict, other.payableFen, other.heldFen]).toEqual([
            one.verdict,
            one.payableFen,
            one.heldFen,
          ]);
          expect(told(other)).toEqual(told(one));
          expect(other.parts).toEqual(one.parts);
        }
      }),
    );
  });

  it('leave alone who buys other goods on other credit', () => {
    const facts = factsOf({
      skus: [aSku(), aSku({ id: 'milk' })],
      lots: [aLot({ onHand: 15 }), aLot({ skuId: 'milk', onHand: 15 })],
      accounts: [anAccount(), anAccount({ id: 'second', buyerId: 'rival' })],
      supplies: [aSupply(), aSupply({ buyerId: 'rival' })],
    });
    const rival = anOrderRequest({
      orderId: 'rival',
      buyer: aParty({ id: 'rival' }),
      lines: [aRequestLine({ skuId: 'milk' })],
    });

    const [alone] = inTurn(facts, [rival]);
    const [, , beside] = inTurn(facts, [
      anOrderRequest({ orderId: 'first' }),
      anOrderRequest({ orderId: 'second' }),
      rival,
    ]);

    expect(beside).toEqual(alone);
  });

  it('take nothing while they wait for credit or for the region', () => {
    everyDecision((decisions) => {
      for (const { holds, reservations, heldFen } of decisions) {
        if (holds.some(({ kind }) => kind === 'credit' || kind === 'region')) {
          expect([reservations.length, heldFen]).toEqual([0, 0]);
        }
      }
    });
  });

  it('are not changed by the orders after them, and change no fact', () => {
    everyDecision((decisions, facts, requests) => {
      // A book of promotions answers questions, and cannot be copied; it has nothing that could change.
      const { promotions: _, ...plain } = facts;
      const before = structuredClone(plain);
      const half = Math.floor(requests.length / 2);

      expect(inTurn(facts, requests.slice(0, half))).toEqual(decisions.slice(0, half));
      expect(plain).toEqual(before);
    });
  });

  it('never give a buyer lots that are not the seller’s, or too old', () => {
    everyDecision((decisions, { stock: { lots } }) => {
      for (const { lotId, lineNo, ...of } of decisions.flatMap(({ reservations, request }) =>
        reservations.map((one) => ({ ...one, lines: request.lines })),
      )) {
        const lot = lots.find(({ id }) => id === lotId)!;
        expect(lot.quality).toBe('available');
        expect(lot.skuId).toBe(of.lines.find((line) => line.lineNo === lineNo)!.skuId);
        // Half of 365 days, counted from tomorrow.
        expect(lot.expiresOn >= '2026-07-04').toBe(true);
      }
    });
  });
});
