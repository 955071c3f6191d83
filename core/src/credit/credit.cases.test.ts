import { type Day, addDays } from '../platform/clock';
import { ageingOf } from './ageing';
import { applyReceipt } from './apply-receipt';
import { assessCredit, mayShip } from './assess-credit';
import { depositChange, type DepositAction, type DepositKind } from './deposit';
import { forbiddenBy, ladderOn, ladderStep, reminderDue, usualLadder } from './ladder';
import type { LadderStep } from './ladder-step';
import type { CreditAccount, OpenBill } from './model';
import { releaseFor } from './release';
import { composeStatement } from './statement';
import { aBill, anAccount, aRelease, aTemporaryLimit, creditFacts, someTerms } from './testing';
import { type BillDates, dueOn, type Terms, termsAllow } from './terms';

const on: Day = '2026-03-10';
/** A bill that many days late on the day of the cases. */
const late = (id: string, days: number, amountFen: number, paidFen = 0) =>
  aBill({ id, orderId: `O-${id}`, orderNumber: id, dueOn: addDays(on, -days), amountFen, paidFen });
const yuan = (amount: number) => amount * 100;

describe('the day a bill falls due', () => {
  const dates: BillDates = { shippedOn: '2026-01-28', signedOn: '2026-01-31', invoicedOn: '2026-02-02' };
  const terms = (given: Partial<Terms> & Pick<Terms, 'kind'>): Terms => ({
    days: 30,
    basis: 'sign',
    statementDay: 0,
    ...given,
  });

  it.each<[string, Terms, BillDates, Day]>([
    ['cash: the day it is signed for', terms({ kind: 'cash' }), dates, '2026-01-31'],
    ['prepaid: the day it is signed for', terms({ kind: 'prepaid' }), dates, '2026-01-31'],
    ['30 days from sign-off, over a short February', terms({ kind: 'net' }), dates, '2026-03-02'],
    ['30 days from shipment', terms({ kind: 'net', basis: 'shipment' }), dates, '2026-02-27'],
    ['30 days from the invoice', terms({ kind: 'net', basis: 'invoice' }), dates, '2026-03-04'],
    [
      '30 days from the invoice, not invoiced yet: the sign-off counts',
      terms({ kind: 'net', basis: 'invoice' }),
      { ...dates, invoicedOn: null },
      '2026-03-02',
    ],
    ['no days: the day of the sign-off itself', terms({ kind: 'net', days: 0 }), dates, '2026-01-31'],
    [
      '45 days over the end of a year',
      terms({ kind: 'net', days: 45 }),
      { ...dates, signedOn: '2025-12-01' },
      '2026-01-15',
    ],
    ['月结 30: January is due 30 days after 31 January', terms({ kind: 'monthly' }), dates, '2026-03-02'],
    [
      '月结 30: the first of January is due on the same day',
      terms({ kind: 'monthly' }),
      { ...dates, signedOn: '2026-01-01' },
      '2026-03-02',
    ],
    [
      '月结 15 of February: after its 28th',
      terms({ kind: 'monthly', days: 15 }),
      { ...dates, signedOn: '2026-02-10' },
      '2026-03-15',
    ],
    [
      '月结 0 of a leap February: its 29th',
      terms({ kind: 'monthly', days: 0 }),
      { ...dates, signedOn: '2028-02-01' },
      '2028-02-29',
    ],
    [
      '月结, statement on the 5th: January is stated on 5 February',
      terms({ kind: 'monthly', days: 10, statementDay: 5 }),
      dates,
      '2026-02-15',
    ],
    [
      '月结, statement on the 5th: December is stated in the new year',
      terms({ kind: 'monthly', days: 0, statementDay: 5 }),
      { ...dates, signedOn: '2025-12-31' },
      '2026-01-05',
    ],
    [
      '月结 by shipment: shipped in January, signed in February, is January',
      terms({ kind: 'monthly', days: 0, basis: 'shipment' }),
      { ...dates, signedOn: '2026-02-01' },
      '2026-01-31',
    ],
    ['压批 with 20 days at the latest', terms({ kind: 'previousBatch', days: 20 }), dates, '2026-02-20'],
    [
      'consignment: billed at sign-off like net',
      terms({ kind: 'consignment', days: 60 }),
      dates,
      '2026-04-01',
    ],
  ])('%s', (_situation, given, of, expected) => {
    expect(dueOn(given, of)).toBe(expected);
  });
});

describe('what terms ask of an order of ¥1,000', () => {
  const facts = { amountFen: yuan(1_000), dueFen: yuan(1_000), prepaidFen: 0, waiting: [] };
  const batch = [{ billId: 'B1', openFen: yuan(300) }];

  it.each([
    ['cash: pay it with the order', 'cash', facts, { answer: 'payNow', payFen: yuan(1_000) }],
    [
      'cash, half of it came with the order',
      'cash',
      { ...facts, dueFen: yuan(500) },
      { answer: 'payNow', payFen: yuan(500) },
    ],
    [
      '压批, all of it came with the order',
      'previousBatch',
      { ...facts, dueFen: 0, waiting: batch },
      { answer: 'onAccount' },
    ],
    ['prepaid, enough to the fen', 'prepaid', { ...facts, prepaidFen: yuan(1_000) }, { answer: 'prepaid' }],
    [
      'prepaid, a fen short',
      'prepaid',
      { ...facts, prepaidFen: yuan(1_000) - 1 },
      { answer: 'topUp', missingFen: 1 },
    ],
    ['net: on account', 'net', { ...facts, waiting: batch }, { answer: 'onAccount' }],
    ['monthly: on account', 'monthly', { ...facts, waiting: batch }, { answer: 'onAccount' }],
    ['consignment: on account', 'consignment', facts, { answer: 'onAccount' }],
    ['压批, only the last batch is open', 'previousBatch', facts, { answer: 'onAccount' }],
    [
      '压批, the batch before is open',
      'previousBatch',
      { ...facts, waiting: batch },
      { answer: 'payBatch', payFen: yuan(300), billIds: ['B1'] },
    ],
  ] as const)('%s', (_situation, kind, given, expected) => {
    expect(termsAllow({ kind }, given)).toEqual(expected);
  });
});

describe('the step of the overdue ladder', () => {
  it.each<[number, number, number, LadderStep]>([
    [0, yuan(9_000), yuan(10_000), 'clear'],
    [1, yuan(9_000), yuan(10_000), 'remind'],
    [7, yuan(9_000), yuan(10_000), 'remind'],
    [8, yuan(9_000), yuan(10_000), 'noPromotion'],
    [15, yuan(9_000), yuan(10_000), 'noPromotion'],
    [16, yuan(9_000), yuan(10_000), 'cashOnly'],
    [30, yuan(9_000), yuan(10_000), 'cashOnly'],
    [31, yuan(9_000), yuan(10_000), 'stopShipment'],
    [60, yuan(9_000), yuan(10_000), 'stopShipment'],
    [61, yuan(9_000), yuan(10_000), 'frozen'],
    [400, yuan(9_000), yuan(10_000), 'frozen'],
    // ¥500 is the larger up to a limit of ¥50,000, one per cent beyond it.
    [90, yuan(500), yuan(10_000), 'clear'],
    [90, yuan(500) + 1, yuan(10_000), 'frozen'],
    [90, yuan(500) + 1, yuan(50_000), 'frozen'],
    [90, yuan(2_000), yuan(200_000), 'clear'],
    [90, yuan(2_000) + 1, yuan(200_000), 'frozen'],
    [20, yuan(501), 0, 'cashOnly'],
  ])('%i days late with %i fen over a limit of %i fen: %s', (days, overdueFen, limitFen, expected) => {
    const overdue = days === 0 ? null : { oldestDueOn: addDays(on, -days), overdueFen };

    expect(ladderStep(usualLadder, overdue, limitFen, on).step).toBe(expected);
  });

  it.each<[LadderStep, string]>([
    ['clear', ''],
    ['remind', ''],
    ['noPromotion', 'promotion'],
    ['cashOnly', 'promotion onAccount'],
    ['stopShipment', 'promotion onAccount shipping temporaryLimit'],
    ['frozen', 'promotion onAccount shipping temporaryLimit ordering'],
  ])('%s forbids: %s', (step, expected) => {
    const forbidden = Object.entries(forbiddenBy(step)).filter(([, is]) => is);

    expect(forbidden.map(([what]) => what).join(' ')).toBe(expected);
  });

  it('is the one of the version valid on the day', () => {
    const fromDays = { remind: 1, noPromotion: 2, cashOnly: 3, stopShipment: 4, frozen: 5 };
    const strict = { ...usualLadder, sellerId: 'seller', version: 1, fromDays, actorId: '', at: 0 };
    const versions = [{ ...strict, startsOn: '2026-03-11' }];
    const overdue = { oldestDueOn: addDays(on, -5), overdueFen: yuan(9_000) };

    expect(ladderStep(ladderOn(versions, on), overdue, 0, on).step).toBe('remind');
    expect(ladderStep(ladderOn(versions, '2026-03-11'), overdue, 0, on).step).toBe('frozen');
  });

  it.each<[string, LadderStep, LadderStep, Day | null, boolean]>([
    ['first late day', 'clear', 'remind', null, true],
    ['a day later', 'remind', 'remind', addDays(on, -1), false],
    ['a week later', 'remind', 'remind', addDays(on, -7), true],
    ['a harder step next day', 'remind', 'noPromotion', addDays(on, -1), true],
    ['a milder step', 'cashOnly', 'remind', addDays(on, -1), false],
    ['paid', 'cashOnly', 'clear', addDays(on, -9), false],
  ])('reminds or not: %s', (_situation, before, now, remindedOn, expected) => {
    expect(reminderDue(usualLadder, before, now, remindedOn, on)).toBe(expected);
  });
});

describe('exposure, available, missing (limit ¥10,000)', () => {
  const account = (given: Partial<CreditAccount>) => anAccount({ limitFen: yuan(10_000), ...given });
  const extra = aTemporaryLimit({ amountFen: yuan(2_000), startsOn: on, untilOn: on });

  it.each([
    ['nothing used', account({}), [], yuan(1_000), yuan(10_000), 0],
    ['held ¥4,000', account({ heldFen: yuan(4_000) }), [], yuan(6_000), yuan(6_000), 0],
    ['held ¥4,000, a fen too much', account({ heldFen: yuan(4_000) }), [], yuan(6_000) + 1, yuan(6_000), 1],
    [
      'held 1, shipped 2, receivable 3 thousand, less 0.5 unapplied',
      account({
        heldFen: yuan(1_000),
        shippedFen: yuan(2_000),
        receivableFen: yuan(3_000),
        unappliedFen: yuan(500),
      }),
      [],
      yuan(5_000),
      yuan(4_500),
      yuan(500),
    ],
    [
      'more used than the limit',
      account({ receivableFen: yuan(11_000) }),
      [],
      yuan(100),
      -yuan(1_000),
      yuan(1_100),
    ],
    ['temporary ¥2,000 for today', account({ heldFen: yuan(9_000) }), [extra], yuan(3_000), yuan(3_000), 0],
    [
      'the same since yesterday only',
      account({ heldFen: yuan(9_000) }),
      [{ ...extra, startsOn: '2026-03-01', untilOn: addDays(on, -1) }],
      yuan(3_000),
      yuan(1_000),
      yuan(2_000),
    ],
    [
      'the same from tomorrow',
      account({ heldFen: yuan(9_000) }),
      [{ ...extra, startsOn: addDays(on, 1), untilOn: addDays(on, 1) }],
      yuan(3_000),
      yuan(1_000),
      yuan(2_000),
    ],
    [
      'the same, asked for and not approved',
      account({ heldFen: yuan(9_000) }),
      [{ ...extra, state: 'requested' as const }],
      yuan(3_000),
      yuan(1_000),
      yuan(2_000),
    ],
    [
      'two temporary limits add up',
      account({ heldFen: yuan(9_000) }),
      [extra, { ...extra, id: 'other', amountFen: yuan(500) }],
      yuan(3_500),
      yuan(3_500),
      0,
    ],
  ])('%s', (_situation, given, temporaryLimits, amountFen, availableFen, missingFen) => {
    const question = { buyerId: 'buyer', sellerId: 'seller', amountFen, on };
    const found = assessCredit(creditFacts(given, { temporaryLimits }), question);

    expect(found).toMatchObject({ availableFen, missingFen, answer: missingFen > 0 ? 'over' : 'enough' });
  });

  it.each([
    ['60 days late voids a temporary limit', 60, 0],
    ['30 days late leaves it', 30, yuan(2_000)],
  ])('%s', (_situation, days, temporaryFen) => {
    const openBills = [late('B1', days, yuan(1_000))];
    const facts = creditFacts(account({ receivableFen: yuan(1_000) }), {
      openBills,
      temporaryLimits: [extra],
    });
    const found = assessCredit(facts, { buyerId: 'buyer', sellerId: 'seller', amountFen: 1, on });

    expect(found.limit.temporaryFen).toBe(temporaryFen);
  });
});

describe('付多少可放行 (limit ¥10,000)', () => {
  interface Paying {
    readonly bills: readonly OpenBill[];
    readonly orderFen: number;
    readonly pay: number;
    readonly clears: string;
  }
  it.each<[string, Paying]>([
    [
      'enough credit, nothing late',
      { bills: [late('A', -5, yuan(3_000))], orderFen: yuan(7_000), pay: 0, clears: '' },
    ],
    [
      '¥500 missing: part of the bill due first',
      { bills: [late('A', -5, yuan(3_000))], orderFen: yuan(7_500), pay: yuan(500), clears: 'A:50000' },
    ],
    [
      '¥3,500 missing: one bill and part of the next',
      {
        bills: [late('B', -5, yuan(3_000)), late('A', -1, yuan(3_000))],
        orderFen: yuan(7_500),
        pay: yuan(3_500),
        clears: 'A:300000! B:50000',
      },
    ],
    [
      '16 days late: paying that bill is less than paying down to ¥500',
      {
        bills: [late('A', 16, yuan(1_000)), late('B', 10, yuan(3_000))],
        orderFen: yuan(1_000),
        pay: yuan(1_000),
        clears: 'A:100000!',
      },
    ],
    [
      '16 days late: paying down to ¥500 is less than the bill',
      { bills: [late('A', 16, yuan(3_000))], orderFen: yuan(1_000), pay: yuan(2_500), clears: 'A:250000' },
    ],
    [
      '15 days late does not hold an order',
      { bills: [late('A', 15, yuan(3_000))], orderFen: yuan(1_000), pay: 0, clears: '' },
    ],
    [
      'late by ¥500 does not hold an order',
      { bills: [late('A', 99, yuan(500))], orderFen: yuan(1_000), pay: 0, clears: '' },
    ],
    [
      'late by a fen more: pay the fen',
      { bills: [late('A', 99, yuan(500) + 1)], orderFen: yuan(1_000), pay: 1, clears: 'A:1' },
    ],
    [
      'credit and overdue at once: the larger frees both',
      {
        bills: [late('A', 20, yuan(4_000)), late('B', -9, yuan(5_000))],
        orderFen: yuan(5_500),
        pay: yuan(4_500),
        clears: 'A:400000! B:50000',
      },
    ],
    [
      'overdue costs more than what is missing',
      {
        bills: [late('A', 40, yuan(6_000))],
        orderFen: yuan(5_000),
        pay: yuan(5_500),
        clears: 'A:550000',
      },
    ],
    [
      'a part payment counts',
      {
        bills: [late('A', 20, yuan(4_000), yuan(3_000))],
        orderFen: yuan(1_000),
        pay: yuan(500),
        clears: 'A:50000',
      },
    ],
    [
      'more than all bills: the rest waits on the account',
      { bills: [late('A', -5, yuan(3_000))], orderFen: yuan(14_000), pay: yuan(7_000), clears: 'A:300000!' },
    ],
  ])('%s', (_situation, { bills, orderFen, pay, clears }) => {
    const receivableFen = bills.reduce((total, bill) => total + bill.amountFen - bill.paidFen, 0);
    const facts = creditFacts(anAccount({ limitFen: yuan(10_000), receivableFen }), { openBills: bills });
    const question = { buyerId: 'buyer', sellerId: 'seller', amountFen: orderFen, on };
    const { payToFree } = assessCredit(facts, question);

    expect(payToFree?.amountFen ?? 0).toBe(pay);
    const told = payToFree?.bills.map((bill) => `${bill.billId}:${bill.amountFen}${bill.clears ? '!' : ''}`);
    expect(told?.join(' ') ?? '').toBe(clears);
  });

  it('pays the batch before the last under 压批', () => {
    const openBills = [late('A', -1, yuan(800)), late('B', -8, yuan(900))];
    const terms = [someTerms({ kind: 'previousBatch' })];
    const facts = creditFacts(anAccount({ receivableFen: yuan(1_700) }), {
      openBills,
      terms,
      lastOrderId: 'O-B',
    });
    const found = assessCredit(facts, { buyerId: 'buyer', sellerId: 'seller', amountFen: yuan(1), on });

    expect(found.payToFree).toMatchObject({ amountFen: yuan(800), reasons: ['previousBatch'] });
  });
});

describe('a release', () => {
  it.each([
    ['lets its step pass', aRelease(), 'cashOnly', 100_000, true],
    ['is too small by a fen', aRelease(), 'cashOnly', 100_001, false],
    ['has been used', aRelease({ usedFen: 1 }), 'cashOnly', 100_000, false],
    ['lets a milder step pass', aRelease({ step: 'frozen' }), 'cashOnly', 1, true],
    ['does not let a harder step pass', aRelease(), 'stopShipment', 1, false],
    ['counts on its last day', aRelease({ untilOn: on }), 'cashOnly', 1, true],
    ['does not count the day after', aRelease({ untilOn: addDays(on, -1) }), 'cashOnly', 1, false],
    ['was revoked', aRelease({ revoked: true }), 'cashOnly', 1, false],
  ] as const)('%s', (_situation, release, step, amountFen, expected) => {
    expect(releaseFor([release], step, amountFen, on) !== null).toBe(expected);
  });
});

describe('goods that are to leave', () => {
  it.each([
    ['30 days late: they go', 30, [], 'pass'],
    ['31 days late: they stay', 31, [], 'stopped'],
    ['31 days late with a release for shipping', 31, [aRelease({ step: 'stopShipment' })], 'pass'],
    ['31 days late with a release for ordering only', 31, [aRelease()], 'stopped'],
    ['61 days late with a release for shipping only', 61, [aRelease({ step: 'stopShipment' })], 'stopped'],
  ] as const)('%s', (_situation, days, releases, expected) => {
    const openBills = [late('A', days, yuan(1_000))];
    const facts = creditFacts(anAccount({ receivableFen: yuan(1_000) }), { openBills, releases });
    const question = { buyerId: 'buyer', sellerId: 'seller', orderId: 'order', amountFen: yuan(10), on };

    expect(mayShip(facts, question).answer).toBe(expected);
  });

  it('stay where there is no account', () => {
    const facts = creditFacts(anAccount());
    const question = { buyerId: 'other', sellerId: 'seller', orderId: 'order', amountFen: 1, on };

    expect(mayShip(facts, question).answer).toBe('noAccount');
  });
});

describe('money against bills of ¥30 (due first), ¥20 and ¥10', () => {
  const bills = [late('A', 3, 3_000), late('B', 2, 2_000), late('C', 1, 1_000)];
  it.each([
    ['¥25 without a name', 2_500, null, 'A:2500', 0],
    ['¥30 without a name', 3_000, null, 'A:3000', 0],
    ['¥45 without a name', 4_500, null, 'A:3000 B:1500', 0],
    ['¥25 for C', 2_500, 'C', 'C:1000 A:1500', 0],
    ['¥5 for B', 500, 'B', 'B:500', 0],
    ['¥70 for B', 7_000, 'B', 'B:2000 A:3000 C:1000', 1_000],
  ])('%s', (_situation, amountFen, named, expected, leftFen) => {
    const answer = applyReceipt(bills, amountFen, named);

    expect(answer.shares.map(({ billId, amountFen: fen }) => `${billId}:${fen}`).join(' ')).toBe(expected);
    expect(answer.leftFen).toBe(leftFen);
  });
});

describe('a statement', () => {
  const bill = (at: number, amountFen: number) => aBill({ id: `bill-${at}`, issuedAt: at, amountFen });
  const receipt = (
    at: number,
    kind: 'money' | 'creditNote' | 'writeOff' | 'reversal',
    amountFen: number,
    reversedKind: 'money' | 'creditNote' | null = null,
  ) => ({ id: `receipt-${at}`, kind, amountFen, reason: '', at, reversedKind });

  it.each([
    ['nothing happened', 700, [], [], [], 700],
    ['a bill', 0, [bill(1, 500)], [], [500], 500],
    ['a bill and its payment', 0, [bill(1, 500)], [receipt(2, 'money', 500)], [500, 0], 0],
    ['paid before it was billed', 0, [bill(2, 500)], [receipt(1, 'money', 700)], [-700, -200], -200],
    [
      'a bounced cheque',
      500,
      [],
      [receipt(1, 'money', 500), receipt(2, 'reversal', -500, 'money')],
      [0, 500],
      500,
    ],
    ['a credit note', 500, [], [receipt(1, 'creditNote', 120)], [380], 380],
    ['a write-off', 500, [], [receipt(1, 'writeOff', 500)], [0], 0],
  ])('%s', (_situation, openingFen, bills, receipts, balances, closingFen) => {
    const paper = composeStatement(openingFen, bills, receipts);

    expect(paper.lines.map(({ balanceFen }) => balanceFen)).toEqual(balances);
    expect(paper.closingFen).toBe(closingFen);
  });

  it('counts a reversal to what it takes back', () => {
    const paper = composeStatement(
      0,
      [],
      [
        receipt(1, 'money', 300),
        receipt(2, 'creditNote', 200),
        receipt(3, 'reversal', -300, 'money'),
        receipt(4, 'reversal', -200, 'creditNote'),
      ],
    );

    expect(paper).toMatchObject({ receivedFen: 0, creditedFen: 0, closingFen: 0 });
  });
});

it.each([
  [0, 'notDueFen'],
  [1, 'days1To30Fen'],
  [30, 'days1To30Fen'],
  [31, 'days31To60Fen'],
  [60, 'days31To60Fen'],
  [61, 'days61To90Fen'],
  [90, 'days61To90Fen'],
  [91, 'over90Fen'],
] as const)('ages a bill %i days late as %s', (days, bucket) => {
  expect(ageingOf([late('A', days, 500, 100)], on)[bucket]).toBe(400);
});

describe('¥10 of a deposit', () => {
  it.each<[DepositKind, DepositAction, [number, number] | null]>([
    ['prepaid', 'topUp', [1_000, 0]],
    ['prepaid', 'hold', [0, 1_000]],
    ['prepaid', 'capture', [-1_000, -1_000]],
    ['prepaid', 'release', [0, -1_000]],
    ['prepaid', 'forfeit', null],
    ['earnest', 'topUp', [1_000, 1_000]],
    ['earnest', 'forfeit', [-1_000, -1_000]],
    ['orderDeposit', 'refund', [-1_000, -1_000]],
    ['orderDeposit', 'forfeit', null],
    ['market', 'deduct', [-1_000, 0]],
    ['market', 'capture', null],
    ['packaging', 'refund', [-1_000, 0]],
  ])('%s, %s: balance and held change by %j', (kind, action, expected) => {
    const change = depositChange(kind, action, 1_000);

    expect(change && [change.balanceFen, change.heldFen]).toEqual(expected);
  });
});
