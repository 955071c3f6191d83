import { checkQuantity } from './check-quantity';
import { limitsFor } from './limits-for';
import { checkOrderMinimum, orderMinimumFor } from './order-minimum';
import type { OrderingRule } from './rule-model';
import { aPriceBuyer, anOrderingRule, aSku, rulesOf } from './testing';

const tea = aSku({
  id: 'tea',
  category: '茶饮料',
  minimumQuantity: 15,
  multipleQuantity: 15,
  maximumQuantity: 300,
});
const plain = aSku({ id: 'plain', category: '茶饮料' });
const rule = anOrderingRule;

const ofCustomer = rule({ id: 'R1', buyerId: 'buyer', skuId: 'tea', minimumQuantity: 0 });
const ofContract = rule({ id: 'R2', priceListId: 'contract', minimumQuantity: 45, multipleQuantity: 5 });
const ofChannel = rule({
  id: 'R3',
  level: 2,
  regionPrefix: '33',
  channel: 'traditional',
  minimumQuantity: 30,
});
const ofCategory = rule({ id: 'R4', category: '茶饮料', minimumQuantity: 60, maximumQuantity: 90 });
const ofSku = rule({ id: 'R5', skuId: 'tea', maximumQuantity: 0 });

type Case = [
  words: string,
  rules: readonly OrderingRule[],
  quantity: number,
  asked: readonly [minimum: number, multiple: number, maximum: number | null],
  faults: readonly string[],
  suggested: number | null,
];

describe('起订量, 倍数 and 限购 of a line: worked cases', () => {
  it.each<Case>([
    [
      'nobody says anything: the SKU’s own 15, by 15, to 300',
      [],
      14,
      [15, 15, 300],
      ['minimum', 'multiple'],
      15,
    ],
    ['the seller waives the SKU’s maximum', [ofSku], 600, [15, 15, null], [], null],
    [
      'the category asks 60 to 90, the SKU keeps its multiple',
      [ofCategory],
      50,
      [60, 15, 90],
      ['minimum', 'multiple'],
      60,
    ],
    ['the category’s maximum brings 105 down to 90', [ofCategory], 105, [60, 15, 90], ['maximum'], 90],
    [
      'the SKU’s rule stands farther than the category’s',
      [ofSku, ofCategory],
      105,
      [60, 15, 90],
      ['maximum'],
      90,
    ],
    ['the channel’s 30 stand before the category’s 60', [ofChannel, ofCategory], 30, [30, 15, 90], [], null],
    [
      'the contract’s 45 by 5 stand before all but the customer',
      [ofContract, ofChannel],
      50,
      [45, 5, 300],
      [],
      null,
    ],
    [
      'the customer’s 0 waives the minimum and inherits the rest',
      [ofCustomer, ofContract, ofCategory],
      5,
      [0, 5, 90],
      [],
      null,
    ],
    [
      'a rule for another customer says nothing',
      [rule({ buyerId: 'other', skuId: 'tea', minimumQuantity: 99 })],
      15,
      [15, 15, 300],
      [],
      null,
    ],
    [
      'a rule of another list says nothing',
      [rule({ priceListId: 'other', minimumQuantity: 99 })],
      15,
      [15, 15, 300],
      [],
      null,
    ],
    [
      'a rule for Shanghai says nothing in Hangzhou',
      [rule({ regionPrefix: '31', minimumQuantity: 99 })],
      15,
      [15, 15, 300],
      [],
      null,
    ],
    [
      'a rule that ended yesterday says nothing',
      [rule({ skuId: 'tea', minimumQuantity: 99, endsOn: '2026-01-01' })],
      15,
      [15, 15, 300],
      [],
      null,
    ],
    [
      'a rule from tomorrow says nothing',
      [rule({ skuId: 'tea', minimumQuantity: 99, startsOn: '2026-01-02' })],
      15,
      [15, 15, 300],
      [],
      null,
    ],
    [
      'a rule of another seller says nothing',
      [rule({ sellerId: 'other', skuId: 'tea', minimumQuantity: 99 })],
      15,
      [15, 15, 300],
      [],
      null,
    ],
    [
      'within a scope, what names the SKU stands first',
      [
        rule({ id: 'A', level: 2, minimumQuantity: 99 }),
        rule({ id: 'B', level: 2, skuId: 'tea', minimumQuantity: 15 }),
      ],
      15,
      [15, 15, 300],
      [],
      null,
    ],
    [
      'and what names more of the buyer before what names less',
      [rule({ id: 'A', level: 2, minimumQuantity: 99 }), ofChannel],
      30,
      [30, 15, 300],
      [],
      null,
    ],
    [
      'no quantity fits: 60 at least, 50 at most',
      [rule({ skuId: 'tea', minimumQuantity: 60, maximumQuantity: 50 })],
      45,
      [60, 15, 50],
      ['minimum'],
      null,
    ],
  ])(
    '%s',
    (_words, rules, quantity, [minimumQuantity, multipleQuantity, maximumQuantity], faults, suggested) => {
      const limits = limitsFor(rulesOf(rules), {
        sellerId: 'seller',
        buyer: aPriceBuyer(),
        sku: tea,
        priceListId: 'contract',
        on: '2026-01-01',
      });

      expect(limits).toMatchObject({ minimumQuantity, multipleQuantity, maximumQuantity });
      expect(checkQuantity(quantity, limits)).toEqual({ faults, suggested });
    },
  );

  it('tells which scope each limit comes from', () => {
    const limits = limitsFor(rulesOf([ofCustomer, ofContract, ofCategory]), {
      sellerId: 'seller',
      buyer: aPriceBuyer(),
      sku: tea,
      priceListId: 'contract',
      on: '2026-01-01',
    });

    expect(limits.from).toEqual({
      minimum: { scope: 'customer', ruleId: 'R1' },
      multiple: { scope: 'priceList', ruleId: 'R2' },
      maximum: { scope: 'category', ruleId: 'R4' },
    });
  });

  it('tells that nobody asks anything', () => {
    const { from } = limitsFor(rulesOf([]), {
      sellerId: 'seller',
      buyer: aPriceBuyer(),
      sku: plain,
      priceListId: null,
      on: '2026-01-01',
    });

    const nobody = { scope: 'none', ruleId: null };
    expect(from).toEqual({ minimum: nobody, multiple: nobody, maximum: nobody });
  });
});

const everybody = rule({ id: 'E', orderAmountFen: 50_000, orderCases: 5 });
const hangzhou = rule({ id: 'H', regionPrefix: '3301', orderAmountFen: 30_000, orderWeightGrams: 20_000 });
const contract = rule({ id: 'K', priceListId: 'contract', orderCases: 10 });
const customer = rule({ id: 'C', buyerId: 'buyer', orderAmountFen: 0 });

describe('起送 of an order: worked cases', () => {
  it.each<
    [
      words: string,
      rules: readonly OrderingRule[],
      asked: readonly [fen: number, cases: number, grams: number],
    ]
  >([
    ['no rule: what the seller asks of everybody', [], [10_000, 0, 0]],
    ['a rule for everybody stands before the seller’s own', [everybody], [50_000, 5, 0]],
    ['the region’s amount, everybody’s cases', [everybody, hangzhou], [30_000, 5, 20_000]],
    ['the contract’s cases, the region’s amount', [everybody, hangzhou, contract], [30_000, 10, 20_000]],
    [
      'the customer’s amount is waived, its cases are not',
      [everybody, hangzhou, contract, customer],
      [0, 10, 20_000],
    ],
  ])('%s', (_words, rules, [amountFen, cases, weightGrams]) => {
    const minimum = orderMinimumFor(rulesOf(rules, ['contract']), {
      sellerId: 'seller',
      buyer: aPriceBuyer(),
      on: '2026-01-01',
      sellerMinimumFen: 10_000,
    });

    expect(minimum).toMatchObject({ amountFen, cases, weightGrams });
  });

  it('says what is missing of each, and nothing when it is enough', () => {
    const minimum = { amountFen: 30_000, cases: 10, weightGrams: 0 };

    expect(checkOrderMinimum({ amountFen: 29_999, cases: 12, weightGrams: 0 }, minimum)).toEqual([
      { field: 'amountFen', asked: 30_000, missing: 1 },
    ]);
    expect(checkOrderMinimum({ amountFen: 30_000, cases: 10, weightGrams: 0 }, minimum)).toEqual([]);
  });
});
