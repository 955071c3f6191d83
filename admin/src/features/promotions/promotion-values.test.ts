import type { Kind, PromotionDraft } from './model';
import { copyOf, draftOf, newValues, sharesBp, valuesOf, type Kinds } from './promotion-values';

const aKind = (given: Partial<Kind> = {}): Kind => ({
  kind: 'specialPrice',
  title: '特价',
  lane: 'unitPrice',
  counts: 'units',
  namesItsGoods: false,
  example: { unitPriceE4: 25_000 },
  fields: [
    {
      name: 'unitPriceE4',
      title: '特价',
      type: 'priceE4',
      isOptional: false,
      min: 0,
      max: null,
      choices: [],
      onlyIf: null,
      rows: [],
    },
  ],
  ...given,
});
const kindsOf = (...kinds: readonly Kind[]): Kinds => new Map(kinds.map((kind) => [kind.kind, kind]));
const kinds = kindsOf(aKind());

const aDraft = (given: Partial<PromotionDraft> = {}): PromotionDraft => ({
  promotionId: 'p1',
  name: '三月特价',
  kind: 'specialPrice',
  startsAt: '2026-03-01T00:30:15.250Z',
  endsAt: '2026-04-01T00:00:00.000Z',
  hours: { fromMinute: 540, untilMinute: 1_440 },
  weekdays: [1, 5],
  audience: {
    levels: [1],
    regionPrefixes: ['33'],
    channels: ['catering'],
    groupIds: ['g'],
    buyerIds: ['b'],
    excludedBuyerIds: ['x'],
  },
  scope: {
    skuIds: ['s'],
    categories: ['c'],
    brands: ['b'],
    productLines: ['l'],
    excludedSkuIds: ['e'],
  },
  stacking: 'exclusiveLine',
  mutexGroups: ['水饮'],
  priority: 70,
  caps: { perOrder: 10, perBuyer: null, perBuyerDay: 5, perDay: null, total: 1_000 },
  budgetFen: 1_234_567,
  payers: [
    { partyId: 'hq', shareBp: 6_667 },
    { partyId: 'd01', shareBp: 3_333 },
  ],
  giftShortage: 'refuse',
  giftSubstitutes: [],
  giftPayE4: null,
  rule: { unitPriceE4: 31_255 },
  ...given,
});

it.each([
  aDraft(),
  aDraft({ hours: null, budgetFen: null, weekdays: [] }),
  aDraft({ giftShortage: 'substitute', giftSubstitutes: ['bag', 'pen'] }),
  aDraft({ giftShortage: 'pay', giftPayE4: 12_345 }),
])('gives back what it was given, all of it', (draft) => {
  expect(draftOf(valuesOf(draft, kinds), 'p1', kinds)).toEqual(draft);
});

it('sends null for caps and a budget that were emptied', () => {
  const values = valuesOf(aDraft(), kinds);
  const emptied = { ...values, caps: {} as PromotionDraft['caps'], budgetYuan: null };

  expect(draftOf(emptied, 'p1', kinds)).toMatchObject({
    caps: { perOrder: null, perBuyer: null, perBuyerDay: null, perDay: null, total: null },
    budgetFen: null,
  });
});

it('forgets what stands in for gifts once they are owed', () => {
  const values = valuesOf(aDraft({ giftShortage: 'substitute', giftSubstitutes: ['bag'] }), kinds);

  expect(draftOf({ ...values, giftShortage: 'owe' }, 'p1', kinds).giftSubstitutes).toEqual([]);
});

it('has no scope where the rule names its goods', () => {
  const bundles = kindsOf(aKind({ namesItsGoods: true }));

  expect(draftOf(valuesOf(aDraft(), bundles), 'p1', bundles).scope).toEqual({
    skuIds: [],
    categories: [],
    brands: [],
    productLines: [],
    excludedSkuIds: [],
  });
});

it('begins tomorrow in Shanghai, for a month, paid for by the seller, with the example of its kind', () => {
  const values = newValues(aKind(), kinds, { now: '2026-02-28T17:00:00.000Z', sellerId: 'hq' });

  expect(values).toMatchObject({
    startsAt: '2026-03-01T16:00:00.000Z',
    endsAt: '2026-03-31T16:00:00.000Z',
    payers: [{ partyId: 'hq', share: '100%' }],
    rule: { unitPriceE4: 2.5 },
  });
});

it('adds up what payers bear, and counts nothing for what nobody understands', () => {
  expect(
    sharesBp([
      { partyId: 'a', share: '60%' },
      { partyId: 'b', share: '39.5%' },
      { partyId: 'c', share: '?' },
    ]),
  ).toBe(9_950);
});

it('names a copy as one, within the length a name may have', () => {
  const values = { ...valuesOf(aDraft(), kinds), name: '长'.repeat(60) };

  expect(copyOf(values).name).toHaveLength(60);
  expect(copyOf(values).name).toMatch(/副本$/);
});
