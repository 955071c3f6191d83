import {
  applyShortage,
  everyOne,
  policyFor,
  type ShortageOutcome,
  type ShortagePolicy,
  type ShortageTerms,
  type ShortLine,
} from './shortage-policy';

interface Row {
  readonly situation: string;
  readonly terms: Partial<ShortageTerms> & Pick<ShortageTerms, 'kind'>;
  readonly line: Partial<ShortLine>;
  readonly outcome: Partial<ShortageOutcome>;
}

const line: ShortLine = {
  quantity: 100,
  available: 60,
  unitPriceE4: 30_000,
  on: '2026-01-30',
  substitutes: [],
};
const tea = { skuId: 'tea', available: 25, unitPriceE4: 28_000 };
const cola = { skuId: 'cola', available: 90, unitPriceE4: 35_000 };

const rows: readonly Row[] = [
  {
    situation: 'nothing is short, whatever the policy',
    terms: { kind: 'cancelRest' },
    line: { available: 100 },
    outcome: { ship: 100 },
  },
  {
    situation: 'more than enough is there',
    terms: { kind: 'waitForFull' },
    line: { available: 500 },
    outcome: { ship: 100 },
  },
  {
    situation: 'ship and back-order: what is there goes, the rest is owed until a person closes it',
    terms: { kind: 'shipAndBackOrder' },
    line: {},
    outcome: { ship: 60, backOrder: 40, closesOn: null },
  },
  {
    situation: 'ship and back-order for seven days, over the end of a month',
    terms: { kind: 'shipAndBackOrder', closeAfterDays: 7 },
    line: {},
    outcome: { ship: 60, backOrder: 40, closesOn: '2026-02-06' },
  },
  {
    situation: 'ship and back-order when nothing is there: all is owed',
    terms: { kind: 'shipAndBackOrder' },
    line: { available: 0 },
    outcome: { backOrder: 100 },
  },
  {
    situation: 'wait for full: what is there stays until all is',
    terms: { kind: 'waitForFull', closeAfterDays: 3 },
    line: {},
    outcome: { ship: 0, wait: 100, closesOn: '2026-02-02' },
  },
  {
    situation: 'cancel the rest',
    terms: { kind: 'cancelRest', closeAfterDays: 7 },
    line: {},
    outcome: { ship: 60, cancel: 40 },
  },
  {
    situation: 'cancel the rest of a line of which nothing is there',
    terms: { kind: 'cancelRest' },
    line: { available: 0 },
    outcome: { cancel: 100 },
  },
  { situation: 'a person looks', terms: { kind: 'review' }, line: {}, outcome: { ship: 60, review: 40 } },
  {
    situation: 'a dearer substitute is sold at the price of what it stands in for',
    terms: { kind: 'substitute' },
    line: { substitutes: [cola] },
    outcome: { ship: 60, substitutes: [{ skuId: 'cola', quantity: 40, unitPriceE4: 30_000 }] },
  },
  {
    situation: 'a cheaper substitute is sold at its own price',
    terms: { kind: 'substitute' },
    line: { available: 80, substitutes: [tea] },
    outcome: { ship: 80, substitutes: [{ skuId: 'tea', quantity: 20, unitPriceE4: 28_000 }] },
  },
  {
    situation: 'the approved list is used in its order, each as far as it goes',
    terms: { kind: 'substitute' },
    line: { substitutes: [tea, cola] },
    outcome: {
      ship: 60,
      substitutes: [
        { skuId: 'tea', quantity: 25, unitPriceE4: 28_000 },
        { skuId: 'cola', quantity: 15, unitPriceE4: 30_000 },
      ],
    },
  },
  {
    situation: 'substitutes that do not reach leave the rest to a person',
    terms: { kind: 'substitute' },
    line: { substitutes: [tea] },
    outcome: { ship: 60, substitutes: [{ skuId: 'tea', quantity: 25, unitPriceE4: 28_000 }], review: 15 },
  },
  {
    situation: 'substitutes that do not reach, and the rest is cancelled',
    terms: { kind: 'substitute', rest: 'cancel' },
    line: { substitutes: [tea] },
    outcome: { ship: 60, substitutes: [{ skuId: 'tea', quantity: 25, unitPriceE4: 28_000 }], cancel: 15 },
  },
  {
    situation: 'no substitute is there, and the rest is owed for two days',
    terms: { kind: 'substitute', rest: 'backOrder', closeAfterDays: 2 },
    line: { substitutes: [{ ...tea, available: 0 }] },
    outcome: { ship: 60, backOrder: 40, closesOn: '2026-02-01' },
  },
  {
    situation: 'goods without a price cannot stand in',
    terms: { kind: 'substitute' },
    line: { substitutes: [{ ...cola, unitPriceE4: null }] },
    outcome: { ship: 60, review: 40 },
  },
  {
    situation: 'goods named twice are offered once',
    terms: { kind: 'substitute' },
    line: { substitutes: [tea, tea] },
    outcome: { ship: 60, substitutes: [{ skuId: 'tea', quantity: 25, unitPriceE4: 28_000 }], review: 15 },
  },
];

describe('what becomes of a shortage', () => {
  it.each(rows)('$situation', ({ terms, line: given, outcome }) => {
    const none = { ship: 0, substitutes: [], backOrder: 0, wait: 0, cancel: 0, review: 0, closesOn: null };

    expect(applyShortage({ closeAfterDays: null, rest: 'review', ...terms }, { ...line, ...given })).toEqual({
      ...none,
      ...outcome,
    });
  });
});

const aPolicy = (buyerId: string, skuId: string, kind: ShortagePolicy['kind']): ShortagePolicy => ({
  sellerId: 'seller',
  buyerId,
  skuId,
  kind,
  closeAfterDays: null,
  rest: 'review',
  changedBy: 'user',
  changedAt: 0,
});

describe('whose word on a shortage holds', () => {
  const all = [
    aPolicy('store', 'tea', 'substitute'),
    aPolicy('store', everyOne, 'waitForFull'),
    aPolicy(everyOne, 'tea', 'cancelRest'),
    aPolicy(everyOne, everyOne, 'shipAndBackOrder'),
  ];

  it.each([
    ['the customer’s for the goods, before all others', 'seller', 'store', 'tea', 'substitute'],
    ['the customer’s for all goods', 'seller', 'store', 'milk', 'waitForFull'],
    ['the seller’s for the goods', 'seller', 'other', 'tea', 'cancelRest'],
    ['the seller’s for everything', 'seller', 'other', 'milk', 'shipAndBackOrder'],
    ['nobody’s: a person looks', 'another', 'store', 'tea', 'review'],
  ])('%s', (_whose, sellerId, buyerId, skuId, kind) => {
    expect(policyFor(all, sellerId, buyerId, skuId).kind).toBe(kind);
    expect(policyFor([...all].reverse(), sellerId, buyerId, skuId).kind).toBe(kind);
  });
});
