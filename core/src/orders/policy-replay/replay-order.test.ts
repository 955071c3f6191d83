import { type AuditPolicy, type RuleTerms, usualPolicy, usualTerms } from '../audit-policy';
import type { Rule } from '../model';
import { aPolicy, noon } from '../testing';
import { outcomeCount } from './count-outcomes';
import type { Acceptor, PastFinding, PastOrder } from './model';
import { changedOrder, outcomeUnder, replayOrder } from './replay-order';
import { recomputeLicence, unheardRules } from './unseen-rules';

const found = (rule: Rule, given: Partial<PastFinding> = {}): PastFinding => ({
  rule,
  lineNo: null,
  numbers: {},
  isMild: false,
  isRecomputed: false,
  ...given,
});
const anOrder = (given: Partial<PastOrder> = {}): PastOrder => ({
  orderId: 'order',
  number: 'D1-1',
  sellerId: 'seller',
  sellerName: '卖方',
  sellerKind: 'distributor',
  buyerId: 'buyer',
  buyerName: '买方',
  placedAt: noon,
  amountFen: 100_000,
  verdict: 'held',
  findings: [],
  ...given,
});
const of = (...findings: PastFinding[]) => anOrder({ findings });
const policyOf = (...rules: (Partial<RuleTerms> & { rule: Rule })[]): AuditPolicy =>
  aPolicy({ rules: rules.map((given) => ({ ...usualTerms(given.rule), ...given })) });
const bothReviewers: readonly Acceptor[] = [
  { desk: 'seller', role: 'owner' },
  { desk: 'seller', role: 'reviewer' },
  { desk: 'hq', role: 'owner' },
  { desk: 'hq', role: 'reviewer' },
];
const hqReviewers = bothReviewers.slice(2);

describe('what a policy makes of an order', () => {
  it.each<[string, AuditPolicy, PastOrder, ReturnType<typeof outcomeUnder>]>([
    ['passes by itself what is clean', usualPolicy, of(), { verdict: 'approved', holds: [], acceptedBy: [] }],
    [
      'refuses what blocks, whatever else is found',
      usualPolicy,
      of(found('order.minimum'), found('price.floor')),
      { verdict: 'rejected', holds: [], acceptedBy: [] },
    ],
    [
      'holds for the seller’s desk',
      usualPolicy,
      of(found('price.floor')),
      {
        verdict: 'held',
        holds: [{ kind: 'review', owner: 'seller', withinHours: 4 }],
        acceptedBy: bothReviewers,
      },
    ],
    [
      'holds for HQ what is HQ’s, and then no seller lets it pass',
      policyOf({ rule: 'price.floor', owner: 'hq', withinHours: 8 }),
      of(found('price.floor')),
      {
        verdict: 'held',
        holds: [{ kind: 'review', owner: 'hq', withinHours: 8 }],
        acceptedBy: hqReviewers,
      },
    ],
    [
      'gives the seller’s people what they may accept at this amount, to the fen',
      policyOf({
        rule: 'price.floor',
        acceptedBy: [
          { desk: 'seller', role: 'reviewer', upToFen: 100_000 },
          { desk: 'hq', role: 'manager', upToFen: 99_999 },
        ],
      }),
      of(found('price.floor')),
      {
        verdict: 'held',
        holds: [{ kind: 'review', owner: 'seller', withinHours: 4 }],
        acceptedBy: bothReviewers.slice(0, 2),
      },
    ],
    [
      'sits all of HQ’s people at HQ’s desk, also for what HQ sells',
      usualPolicy,
      anOrder({ findings: [found('price.floor')], sellerKind: 'hq' }),
      {
        verdict: 'held',
        holds: [{ kind: 'review', owner: 'seller', withinHours: 4 }],
        acceptedBy: hqReviewers,
      },
    ],
    [
      'asks for somebody who may accept every rule that holds it',
      usualPolicy,
      of(found('price.floor'), found('credit.frozen')),
      {
        verdict: 'held',
        holds: [
          { kind: 'credit', owner: 'seller', withinHours: 24 },
          { kind: 'review', owner: 'seller', withinHours: 4 },
        ],
        acceptedBy: [],
      },
    ],
    [
      'only tells what is mild',
      policyOf({ rule: 'credit.overdue', consequence: 'block' }),
      of(found('credit.overdue', { isMild: true })),
      { verdict: 'approved', holds: [], acceptedBy: [] },
    ],
  ])('%s', (_what, policy, order, expected) => {
    expect(outcomeUnder(policy, order)).toEqual(expected);
  });
});

describe('a proposed policy against the one of the day', () => {
  it.each<[string, AuditPolicy, PastOrder, readonly string[]]>([
    ['nothing where it says the same', policyOf({ rule: 'price.floor' }), of(found('price.floor')), []],
    [
      'nothing where no finding is concerned',
      policyOf({ rule: 'stock.ageing', consequence: 'off' }),
      of(found('stock.ageing')),
      [],
    ],
    [
      'the verdict, and then no desk',
      policyOf({ rule: 'price.floor', consequence: 'notice' }),
      of(found('price.floor')),
      ['verdict'],
    ],
    [
      'the verdict of an order that passed',
      policyOf({ rule: 'stock.backOrdered', consequence: 'review' }),
      of(found('stock.backOrdered')),
      ['verdict'],
    ],
    [
      'the desk and who may let it pass, but not the hours of another desk',
      policyOf({ rule: 'price.floor', owner: 'hq', withinHours: 1 }),
      of(found('price.floor')),
      ['desk', 'acceptors'],
    ],
    [
      'the people alone',
      policyOf({ rule: 'price.floor', acceptedBy: [{ desk: 'hq', role: 'reviewer', upToFen: null }] }),
      of(found('price.floor')),
      ['acceptors'],
    ],
    [
      'the hours alone',
      policyOf({ rule: 'price.floor', withinHours: 1 }),
      of(found('price.floor')),
      ['hours'],
    ],
  ])('changes %s', (_what, proposed, order, expected) => {
    expect(replayOrder(order, usualPolicy, proposed).changes).toEqual(expected);
  });

  it('says by which findings, and of which of them the rule changed', () => {
    const proposed = policyOf({ rule: 'price.floor', consequence: 'block' });
    const order = of(
      found('price.floor', { lineNo: 2, numbers: { missingFen: 7 } }),
      found('stock.short'),
      found('credit.overdue', { isMild: true }),
    );

    const { reasons, ...rest } = changedOrder(
      order,
      usualPolicy,
      proposed,
      replayOrder(order, usualPolicy, proposed),
    );
    expect(reasons).toEqual([
      {
        rule: 'price.floor',
        lineNo: 2,
        numbers: { missingFen: 7 },
        isRecomputed: false,
        from: 'review',
        to: 'block',
      },
    ]);
    expect(rest).toMatchObject({ before: { verdict: 'held' }, after: { verdict: 'rejected' } });
    expect(rest.order).not.toHaveProperty('findings');
  });

  it('tells the first ten findings of an order and how many more there are', () => {
    const proposed = policyOf({ rule: 'price.floor', consequence: 'block' });
    const order = of(...Array.from({ length: 12 }, (_, at) => found('price.floor', { lineNo: at + 1 })));

    const told = changedOrder(order, usualPolicy, proposed, replayOrder(order, usualPolicy, proposed));

    expect(told.reasons.map(({ lineNo }) => lineNo)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(told.moreReasons).toBe(2);
  });
});

describe('what nobody wrote down', () => {
  const on = '2026-03-01';
  const proposed = policyOf(
    { rule: 'buyer.licenceMissing', consequence: 'review' },
    { rule: 'order.minimum', consequence: 'notice' },
  );
  const muted = policyOf({ rule: 'order.minimum', consequence: 'off' });

  it('are the rules that were off and are to be heard', () => {
    expect(unheardRules(usualPolicy, usualPolicy)).toEqual([]);
    expect(unheardRules(usualPolicy, proposed)).toEqual(['buyer.licenceMissing']);
    expect(unheardRules(muted, proposed)).toEqual(['buyer.licenceMissing', 'order.minimum']);
  });

  it('is worked out anew of the buyer’s licence, where its rule was off', () => {
    const none = { foodLicenceExpiresOn: null };

    expect(recomputeLicence(['buyer.licenceMissing'], none, on)).toMatchObject([
      { rule: 'buyer.licenceMissing', isRecomputed: true },
    ]);
    expect(recomputeLicence([], none, on)).toEqual([]);
    expect(recomputeLicence(['buyer.licenceMissing'], { foodLicenceExpiresOn: '2027-03-01' }, on)).toEqual(
      [],
    );
  });
});

it('counts outcomes by verdict, by desk, and by who may let them pass', () => {
  const count = outcomeCount();
  const held = (owner: 'seller' | 'hq', acceptedBy: { desk: 'seller' | 'hq'; role: 'reviewer' }[]) =>
    count.add({ verdict: 'held', holds: [{ kind: 'review', owner, withinHours: 4 }], acceptedBy });
  const [seller, hq] = [
    { desk: 'seller', role: 'reviewer' },
    { desk: 'hq', role: 'reviewer' },
  ] as const;

  held('seller', [seller, hq]);
  held('seller', [hq]);
  held('hq', []);
  count.add({ verdict: 'approved', holds: [], acceptedBy: [] });
  count.add({ verdict: 'rejected', holds: [], acceptedBy: [] });

  expect(count.total()).toEqual({
    approved: 1,
    held: 3,
    rejected: 1,
    holds: [
      { kind: 'review', owner: 'hq', orders: 1 },
      { kind: 'review', owner: 'seller', orders: 2 },
    ],
    passedBy: { seller: 1, hq: 1, nobody: 1 },
  });
});
