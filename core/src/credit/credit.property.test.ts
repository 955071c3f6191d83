import fc from 'fast-check';
import { addDays } from '../platform/clock';
import { sum } from '../platform/money';
import { ageingBounds, ageingBucket, ageingOf } from './ageing';
import { applyReceipt } from './apply-receipt';
import { assessCredit, type CreditAssessment } from './assess-credit';
import { canBear, type DepositAction, depositChange, depositKinds } from './deposit';
import { forbiddenBy, ladderStep, usualLadder } from './ladder';
import { ladderSteps, severityOf } from './ladder-step';
import type { OpenBill } from './model';
import { payToFree } from './pay-to-free';
import { composeStatement } from './statement';
import { aBill, anAccount, creditFacts, someTerms } from './testing';
import { dueOn, statementOn, type Terms } from './terms';

const on = '2026-03-10';
const anyFen = fc.nat(2_000_000);

/** Bills from long overdue to not due yet, few days apart, so that steps and ties are common. */
const anyBills = fc
  .array(
    fc.record({
      amountFen: fc.integer({ min: 1, max: 300_000 }),
      paidShare: fc.nat(99),
      daysLate: fc.constantFrom(-20, -1, 0, 1, 7, 8, 15, 16, 30, 31, 60, 61, 90),
    }),
    { maxLength: 8 },
  )
  .map((found) =>
    found.map(({ amountFen, paidShare, daysLate }, at) =>
      aBill({
        id: `bill-${at}`,
        orderId: `order-${Math.floor(at / 2)}`,
        amountFen,
        paidFen: Math.floor((amountFen * paidShare) / 100),
        dueOn: addDays(on, -daysLate),
      }),
    ),
  );

const openFen = (bills: readonly OpenBill[]) =>
  sum(bills.map(({ amountFen, paidFen }) => amountFen - paidFen));

/** The bills after a payment without a name. */
function paidBy(bills: readonly OpenBill[], amountFen: number) {
  const shares = new Map(
    applyReceipt(bills, amountFen, null).shares.map((share) => [share.billId, share.amountFen]),
  );
  return bills
    .map((bill) => ({ ...bill, paidFen: bill.paidFen + (shares.get(bill.id) ?? 0) }))
    .filter((bill) => bill.paidFen < bill.amountFen);
}

describe('pay X to free', () => {
  it.each(['net', 'previousBatch'] as const)('frees the order, and a fen less does not: %s', (kind) => {
    fc.assert(
      fc.property(anyBills, anyFen, anyFen, anyFen, (bills, limitFen, heldFen, amountFen) => {
        const terms = [someTerms({ kind })];
        const assess = (payFen: number): CreditAssessment => {
          const left = paidBy(bills, payFen);
          const receivableFen = openFen(left);
          const unappliedFen = payFen - (openFen(bills) - receivableFen);
          const account = anAccount({ limitFen, heldFen, receivableFen, unappliedFen });
          const facts = creditFacts(account, { openBills: left, terms, lastOrderId: 'order-0' });
          return assessCredit(facts, { buyerId: 'buyer', sellerId: 'seller', amountFen, on });
        };
        const { payToFree: found } = assess(0);
        const payFen = found?.amountFen ?? 0;

        expect(assess(payFen)).toMatchObject({ answer: 'enough', locked: false, payToFree: null });
        if (payFen > 0) expect(assess(payFen - 1).payToFree?.amountFen).toBe(1);
        expect(sum(found?.bills.map((bill) => bill.amountFen) ?? []) + (found?.unappliedFen ?? 0)).toBe(
          payFen,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing when nothing is wrong', () => {
    fc.assert(
      fc.property(anyBills, (openBills) => {
        const found = payToFree({ openBills, missingFen: 0, lock: null, waitingBillIds: [], on });

        expect(found).toEqual({ amountFen: 0, bills: [], unappliedFen: 0, reasons: [] });
      }),
    );
  });
});

describe('exposure', () => {
  it('is the sum of its parts, and available the rest of the limit', () => {
    fc.assert(
      fc.property(
        anyFen,
        anyFen,
        anyFen,
        anyFen,
        anyFen,
        (limitFen, heldFen, shippedFen, unappliedFen, amountFen) => {
          const account = anAccount({ limitFen, heldFen, shippedFen, unappliedFen });
          const question = { buyerId: 'buyer', sellerId: 'seller', amountFen, on };
          const { exposure, availableFen, missingFen, limit } = assessCredit(creditFacts(account), question);
          const { receivableFen, thisOrderFen, totalFen } = exposure;

          expect(receivableFen + shippedFen + heldFen + thisOrderFen - unappliedFen).toBe(totalFen);
          expect(availableFen - thisOrderFen).toBe(limit.totalFen - totalFen);
          // What is paid otherwise asks for nothing, even beyond the limit.
          expect(missingFen).toBe(amountFen === 0 ? 0 : Math.max(0, thisOrderFen - availableFen));
        },
      ),
    );
  });

  it('counts what earlier orders of a batch took like what is held', () => {
    fc.assert(
      fc.property(anyFen, anyFen, anyFen, anyFen, (limitFen, heldFen, promisedFen, amountFen) => {
        const question = { buyerId: 'buyer', sellerId: 'seller', amountFen, on };
        const running = assessCredit(creditFacts(anAccount({ limitFen, heldFen })), {
          ...question,
          promisedFen,
        });
        const read = assessCredit(
          creditFacts(anAccount({ limitFen, heldFen: heldFen + promisedFen })),
          question,
        );

        expect({ ...running, account: null }).toEqual({ ...read, account: null });
      }),
    );
  });
});

describe('the ladder', () => {
  it('never eases with more days or more money late', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.nat(120), anyFen, anyFen, anyFen, (days, more, fen, moreFen, limitFen) => {
        const at = (late: number, overdueFen: number) =>
          severityOf(
            ladderStep(usualLadder, { oldestDueOn: addDays(on, -late), overdueFen }, limitFen, on).step,
          );

        expect(at(days + more, fen)).toBeGreaterThanOrEqual(at(days, fen));
        expect(at(days, fen + moreFen)).toBeGreaterThanOrEqual(at(days, fen));
      }),
    );
  });

  it('forbids on each step what the one before it does', () => {
    for (const [at, step] of ladderSteps.entries()) {
      const before = forbiddenBy(ladderSteps[Math.max(0, at - 1)] ?? 'clear');
      const now = forbiddenBy(step);
      for (const what of Object.keys(now) as (keyof typeof now)[]) {
        expect(!before[what] || now[what]).toBe(true);
      }
    }
  });
});

describe('due days', () => {
  const anyTerms: fc.Arbitrary<Terms> = fc.record({
    kind: fc.constantFrom('cash', 'prepaid', 'net', 'monthly', 'previousBatch', 'consignment'),
    days: fc.nat(365),
    basis: fc.constantFrom('shipment', 'sign', 'invoice'),
    statementDay: fc.nat(28),
  });
  const anyDay = fc.nat(3_000).map((days) => addDays('2024-01-01', days));

  it('never lie before the day of what is billed', () => {
    fc.assert(
      fc.property(anyTerms, anyDay, (terms, day) => {
        const dates = { shippedOn: day, signedOn: day, invoicedOn: null };

        expect(dueOn(terms, dates) >= day).toBe(true);
      }),
    );
  });

  it('of 月结 are one for all bills of a month, and later for the next month', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.nat(28), (left, right, statementDay) => {
        const [one, other] = [statementOn(left, statementDay), statementOn(right, statementDay)];
        const [month, otherMonth] = [left.slice(0, 7), right.slice(0, 7)];

        expect(one === other).toBe(month === otherMonth);
        expect(one < other).toBe(month < otherMonth);
      }),
    );
  });
});

describe('ageing', () => {
  it('loses no fen, and its bounds part days as its buckets do', () => {
    fc.assert(
      fc.property(anyBills, (bills) => {
        expect(sum(Object.values(ageingOf(bills, on)))).toBe(openFen(bills));
        const [today, month, two, three] = ageingBounds(on);
        for (const { dueOn: due } of bills) {
          const byBounds =
            due >= today
              ? 'notDueFen'
              : due >= month
                ? 'days1To30Fen'
                : due >= two
                  ? 'days31To60Fen'
                  : due >= three
                    ? 'days61To90Fen'
                    : 'over90Fen';
          expect(ageingBucket(due, on)).toBe(byBounds);
        }
      }),
    );
  });
});

describe('a statement', () => {
  const anyKind = fc.constantFrom('money', 'creditNote', 'writeOff', 'prepaid' as const);
  const anyDocument = fc.record({
    kind: fc.option(anyKind, { nil: null }),
    amountFen: anyFen,
    at: fc.nat(5),
  });

  it('adds up: opening + billed − received − credited = closing, line by line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500_000, max: 500_000 }),
        fc.array(anyDocument),
        (openingFen, documents) => {
          const bills = documents
            .filter(({ kind }) => kind === null)
            .map(({ amountFen, at }, no) => aBill({ id: `bill-${no}`, amountFen, issuedAt: at }));
          const receipts = documents.flatMap(({ kind, amountFen, at }, no) =>
            kind === null
              ? []
              : [{ id: `receipt-${no}`, kind, amountFen, at, reason: '', reversedKind: null }],
          );
          const paper = composeStatement(openingFen, bills, receipts);
          const { billedFen, receivedFen, creditedFen, closingFen, lines } = paper;

          expect(openingFen + billedFen - receivedFen - creditedFen).toBe(closingFen);
          expect(openingFen + sum(lines.map(({ amountFen }) => amountFen))).toBe(closingFen);
          expect(lines.at(-1)?.balanceFen ?? openingFen).toBe(closingFen);
        },
      ),
    );
  });
});

describe('a deposit', () => {
  const actions: readonly DepositAction[] = [
    'topUp',
    'hold',
    'release',
    'capture',
    'refund',
    'forfeit',
    'deduct',
    'reverse',
  ];
  it('never falls below what it holds, whatever is tried in whatever order', () => {
    const anyStep = fc.record({
      action: fc.constantFrom(...actions),
      amountFen: fc.nat(1_000),
      document: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.constantFrom(...depositKinds), fc.array(anyStep, { maxLength: 40 }), (kind, steps) => {
        let balanceFen = 0;
        const held = [0, 0, 0];
        for (const { action, amountFen, document } of steps) {
          const change = depositChange(kind, action, amountFen);
          if (!change || !canBear({ balanceFen, heldFen: sum(held) }, held[document] ?? 0, change)) continue;
          balanceFen += change.balanceFen;
          held[document] = (held[document] ?? 0) + change.heldFen;
          expect(Math.min(...held)).toBeGreaterThanOrEqual(0);
          expect(balanceFen).toBeGreaterThanOrEqual(sum(held));
        }
      }),
    );
  });
});
