import type { Sku } from '../catalog';
import { aListedPrice, aSku } from '../catalog/testing';
import type { Bill, CreditAccount } from '../credit';
import { aBill, anAccount } from '../credit/testing';
import { aParty } from '../partners/testing';
import { aLot } from '../stock/testing';
import { aGrant } from '../territory/testing';
import { balancesOf } from './balances';
import { decideOrder } from './decide-order';
import type { Facts, OrderRequest } from './facts';
import type { Finding, Rule } from './model';
import { anOrderRequest, aRequestLine, aSeller, factsOf } from './testing';

const decide = (facts: Facts, request: Partial<OrderRequest> = {}) =>
  decideOrder(facts, balancesOf(facts), anOrderRequest(request));
const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule, severity }) => `${rule} ${severity}`);

const withSku = (given: Partial<Sku>) => factsOf({ skus: [aSku(given)] });
const withAccount = (given: Partial<CreditAccount>) => factsOf({ accounts: [anAccount(given)] });
const withOverdue = (given: Partial<Bill>) =>
  factsOf({
    credit: {
      openBills: new Map([['account', [aBill({ dueOn: '2025-12-10', amountFen: 60_000, ...given })]]]),
    },
  });
/** Ten units at ¥3 come to ¥30. */
const payableFen = 3_000;

describe('the audit of ten units at ¥3', () => {
  it('finds nothing to say of an order that breaks no rule', () => {
    expect(decide(factsOf())).toMatchObject({ verdict: 'approved', payableFen, findings: [] });
  });

  it.each<[string, Facts, Partial<OrderRequest>, string[]]>([
    ['goods no longer sold', withSku({ status: 'inactive' }), {}, ['sku.inactive block']],
    ['goods no list names', factsOf({ prices: [] }), {}, ['price.missing block']],
    [
      'a price below the floor',
      factsOf({ prices: [aListedPrice({ floorPriceE4: 30_100 })] }),
      {},
      ['price.floor review'],
    ],
    ['a quantity below the minimum', withSku({ minimumQuantity: 11 }), {}, ['quantity.minimum block']],
    ['a quantity off the multiple', withSku({ multipleQuantity: 3 }), {}, ['quantity.multiple block']],
    ['a quantity above the maximum', withSku({ maximumQuantity: 9 }), {}, ['quantity.maximum block']],
    [
      'an order below its minimum',
      factsOf(),
      { seller: aSeller({ orderMinimumFen: payableFen + 1 }) },
      ['order.minimum block'],
    ],
    [
      'an address outside the region',
      factsOf({ grants: [aGrant({ areas: ['31'] })] }),
      {},
      ['region.blocked block'],
    ],
    ['a seller without any grant', factsOf({ grants: [] }), {}, ['region.blocked block']],
    [
      'a temporary permit',
      factsOf({ grants: [aGrant({ kind: 'temporary' })] }),
      {},
      ['region.review review'],
    ],
    ['too little stock', factsOf({ lots: [aLot({ onHand: 9 })] }), {}, ['stock.short review']],
    [
      'stock too old for the buyer',
      factsOf({ lots: [aLot({ expiresOn: '2026-03-01' })] }),
      {},
      ['stock.short review', 'stock.ageing notice'],
    ],
    ['another seller’s stock', factsOf({ lots: [aLot({ ownerId: 'other' })] }), {}, ['stock.short review']],
    ['a fen too little credit', withAccount({ limitFen: payableFen - 1 }), {}, ['credit.over review']],
    ['no credit at all', factsOf({ accounts: [] }), {}, ['credit.none block']],
    ['another seller’s credit', withAccount({ sellerId: 'other' }), {}, ['credit.none block']],
    ['bills long overdue', withOverdue({}), {}, ['credit.overdue review']],
    ['bills a little overdue', withOverdue({ dueOn: '2025-12-31' }), {}, ['credit.overdue notice']],
  ])('finds %s', (_what, facts, request, expected) => {
    expect(rulesOf(decide(facts, request).findings)).toEqual(expected);
  });

  it.each<[string, Facts, Partial<OrderRequest>]>([
    ['a price at the floor', factsOf({ prices: [aListedPrice({ floorPriceE4: 30_000 })] }), {}],
    ['an order at its minimum', factsOf(), { seller: aSeller({ orderMinimumFen: payableFen }) }],
    ['just enough stock', factsOf({ lots: [aLot({ onHand: 15, reserved: 5 })] }), {}],
    ['just enough credit', withAccount({ limitFen: payableFen }), {}],
    ['credit that money not yet applied makes', withAccount({ limitFen: 0, unappliedFen: payableFen }), {}],
  ])('finds nothing wrong with %s', (_what, facts, request) => {
    expect(decide(facts, request)).toMatchObject({ verdict: 'approved', findings: [] });
  });

  it('tells everything it finds, on its line or on the order', () => {
    const facts = factsOf({
      skus: [aSku({ minimumQuantity: 20 }), aSku({ id: 'other', name: '清谷可乐' })],
      lots: [aLot({ skuId: 'other', onHand: 4 })],
      accounts: [anAccount({ limitFen: 0 })],
      grants: [aGrant({ includedSkuIds: ['sku'], excludedSkuIds: ['other'] })],
    });
    const lines = [aRequestLine(), aRequestLine({ lineNo: 2, skuId: 'other' })];

    expect(decide(facts, { lines }).findings.map(({ rule, lineNo, skuId }) => [rule, lineNo, skuId])).toEqual(
      [
        ['quantity.minimum', 1, 'sku'],
        ['stock.short', 1, 'sku'],
        ['region.blocked', 2, 'other'],
        ['stock.short', 2, 'other'],
        ['credit.over', null, null],
      ],
    );
  });

  it('goes by the buyer’s channel, and by its own minimum life before that', () => {
    const facts = factsOf({ lots: [aLot({ expiresOn: '2026-07-15' })] });

    expect(decide(facts, { buyer: aParty({ channel: 'modern' }) }).verdict).toBe('held');
    expect(decide(facts, { buyer: aParty({ channel: 'catering' }) }).verdict).toBe('approved');
    expect(decide(facts, { buyer: aParty({ channel: 'modern', minimumLifeBp: 3_000 }) }).verdict).toBe(
      'approved',
    );
  });
});

describe('what a reviewer accepts', () => {
  const heldBy: readonly (readonly [Rule, Facts])[] = [
    ['price.floor', factsOf({ prices: [aListedPrice({ floorPriceE4: 40_000 })] })],
    ['region.review', factsOf({ grants: [aGrant({ kind: 'temporary' })] })],
    ['stock.short', factsOf({ lots: [aLot({ onHand: 4 })] })],
    ['credit.over', withAccount({ limitFen: 0 })],
    ['credit.overdue', withOverdue({})],
  ];

  it.each(heldBy)('no longer holds the order, and is still told: %s', (rule, facts) => {
    expect(decide(facts).verdict).toBe('held');

    const accepted = decide(facts, { accepted: new Set([rule]) });

    expect(accepted.verdict).toBe('approved');
    expect(rulesOf(accepted.findings)).toContain(`${rule} notice`);
  });

  it.each(heldBy)('is not another rule: %s still holds', (rule, facts) => {
    const others = heldBy.map(([other]) => other).filter((other) => other !== rule);

    expect(decide(facts, { accepted: new Set(others) }).verdict).toBe('held');
  });

  it.each<[Rule, Facts]>([
    ['sku.inactive', withSku({ status: 'inactive' })],
    ['price.missing', factsOf({ prices: [] })],
    ['quantity.minimum', withSku({ minimumQuantity: 11 })],
    ['quantity.multiple', withSku({ multipleQuantity: 3 })],
    ['quantity.maximum', withSku({ maximumQuantity: 9 })],
    ['region.blocked', factsOf({ grants: [] })],
  ])('is never what nobody may overrule: %s', (rule, facts) => {
    expect(decide(facts, { accepted: new Set([rule]) }).verdict).toBe('rejected');
  });

  it('cancels a shortage: what is not there is neither promised nor owed, and the rest is not too small', () => {
    const facts = factsOf({ lots: [aLot({ onHand: 4 })] });
    const seller = aSeller({ orderMinimumFen: payableFen });

    expect(decide(facts, { seller, accepted: new Set<Rule>(['stock.short']) })).toMatchObject({
      verdict: 'approved',
      goodsFen: payableFen,
      payableFen: 1_200,
      heldFen: 1_200,
      lines: [{ cancelled: 6, payableFen: 1_200, amountFen: payableFen }],
    });
  });

  it('is never an order of nothing: without a unit to promise it stays held', () => {
    const accepted = new Set<Rule>(['stock.short']);

    expect(decide(factsOf({ lots: [] }), { accepted })).toMatchObject({
      verdict: 'held',
      payableFen,
      lines: [{ cancelled: 0 }],
    });
  });

  it('may leave a whole line out when another can be promised', () => {
    const facts = factsOf({
      skus: [aSku(), aSku({ id: 'other' })],
      lots: [aLot({ skuId: 'other' })],
    });
    const lines = [aRequestLine(), aRequestLine({ lineNo: 2, skuId: 'other' })];

    expect(decide(facts, { lines, accepted: new Set<Rule>(['stock.short']) })).toMatchObject({
      verdict: 'approved',
      payableFen,
      lines: [
        { cancelled: 10, payableFen: 0 },
        { cancelled: 0, payableFen },
      ],
    });
  });
});
