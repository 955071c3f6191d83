import { aListedPrice, aSku } from '../catalog/testing';
import type { OrderingRule } from '../catalog';
import type { TemporaryLimit, TermsVersion } from '../credit';
import { aBill, anAccount } from '../credit/testing';
import { anAddress, aParty, aSupply } from '../partners/testing';
import { sum } from '../platform/money';
import type { ShortagePolicy } from '../stock';
import { aLot, aWarehouse } from '../stock/testing';
import { aGrant } from '../territory/testing';
import { usualTerms } from './audit-policy';
import { balancesOf } from './balances';
import { decideOrder } from './decide-order';
import { explainFinding } from './explain-finding';
import type { Facts, OrderRequest } from './facts';
import type { Rule, Verdict } from './model';
import { anOrderRequest, aPolicy, aRequestLine, aSeller, factsOf, noon } from './testing';

interface Expected {
  readonly verdict: Verdict;
  /** `rule severity`, in the order they are told. */
  readonly findings?: readonly string[];
  /** `kind owner hours`. */
  readonly holds?: readonly string[];
  /** `warehouse zone units fen`; `-` is what is owed. */
  readonly parts?: readonly string[];
  readonly payableFen?: number;
  readonly heldFen?: number;
}

type Case = readonly [situation: string, facts: Facts, request: Partial<OrderRequest>, expected: Expected];

const shortage = (
  kind: ShortagePolicy['kind'],
  given: Partial<ShortagePolicy> = {},
): Partial<Facts['pool']> => ({
  shortages: [
    {
      sellerId: 'seller',
      buyerId: '*',
      skuId: '*',
      kind,
      closeAfterDays: null,
      rest: 'review',
      changedBy: 'user',
      changedAt: 0,
      ...given,
    },
  ],
});
const rule = (given: Partial<OrderingRule>): OrderingRule => ({
  id: 'rule',
  sellerId: 'seller',
  scope: 'seller',
  buyerId: null,
  level: null,
  regionPrefix: null,
  channel: null,
  priceListId: null,
  category: null,
  skuId: null,
  minimumQuantity: null,
  multipleQuantity: null,
  maximumQuantity: null,
  orderAmountFen: null,
  orderCases: null,
  orderWeightGrams: null,
  startsOn: '2025-01-01',
  endsOn: null,
  version: 1,
  ...given,
});
const terms = (kind: TermsVersion['kind']) =>
  new Map([
    [
      'account',
      [
        {
          accountId: 'account',
          version: 1,
          startsOn: '2025-01-01',
          kind,
          days: 0,
          basis: 'sign' as const,
          statementDay: 0,
          reason: '',
          actorId: 'user',
          at: 0,
        },
      ],
    ],
  ]);
const late = (dueOn: string, amountFen = 60_000) => ({
  openBills: new Map([['account', [aBill({ dueOn, amountFen })]]]),
});
const temporary = (untilOn: string): TemporaryLimit => ({
  id: 'temporary',
  accountId: 'account',
  amountFen: 2_000,
  startsOn: '2025-12-01',
  untilOn,
  reason: '旺季',
  state: 'approved',
  requestedBy: 'user',
  requestedAt: 0,
  decidedBy: 'other',
  decidedAt: 0,
  decisionNote: '',
});
const few = [aLot({ id: 'few', onHand: 4 })];
const milk = aSku({ id: 'milk', name: '鲜牛奶', temperatureZone: 'chilled' });
const wine = aSku({ id: 'wine', name: '黄酒', invoiceEntity: '酒业公司' });
const green = aSku({ id: 'green', name: '清谷绿茶' });
const two = (skuId: string) => [aRequestLine(), aRequestLine({ lineNo: 2, skuId })];
const policy = (given: Rule, change: object) => [aPolicy({ rules: [{ ...usualTerms(given), ...change }] })];
const accepts = (...rules: Rule[]) => ({ accepted: new Set(rules) });

/** Ten bottles at ¥3 come to ¥30, unless the row says otherwise; the order is placed at noon of 2026-01-01. */
const cases: readonly Case[] = [
  [
    'all is well: one warehouse, one part',
    factsOf(),
    {},
    { verdict: 'approved', findings: [], parts: ['warehouse ambient 10 3000'], heldFen: 3_000 },
  ],
  [
    'a case of 15 has a price of its own: ¥40 a case, not 15 × ¥3',
    factsOf({ prices: [aListedPrice({ unitPrices: [{ unit: '箱', factor: 15, priceE4: 400_000 }] })] }),
    { lines: [aRequestLine({ quantity: 30, unit: '箱' })] },
    { verdict: 'approved', payableFen: 8_000 },
  ],
  [
    'the same 30 bottles ordered as bottles',
    factsOf({ prices: [aListedPrice({ unitPrices: [{ unit: '箱', factor: 15, priceE4: 400_000 }] })] }),
    { lines: [aRequestLine({ quantity: 30 })] },
    { verdict: 'approved', payableFen: 9_000 },
  ],
  [
    'from 10 bottles on 10 % off, all units',
    factsOf({
      prices: [
        aListedPrice({
          breaks: [{ fromQuantity: 10, unitPriceE4: null, offBp: 1_000 }],
          breakMode: 'allUnits',
        }),
      ],
    }),
    {},
    { verdict: 'approved', payableFen: 2_700 },
  ],
  [
    'a customer of its own minimum: 12 where the SKU asks none',
    factsOf({ rules: [rule({ scope: 'customer', buyerId: 'buyer', skuId: 'sku', minimumQuantity: 12 })] }),
    {},
    { verdict: 'rejected', findings: ['quantity.minimum block'], parts: [], heldFen: 0 },
  ],
  [
    'a customer whose minimum is waived: 0 beats the SKU’s 20',
    factsOf({
      skus: [aSku({ minimumQuantity: 20 })],
      rules: [rule({ scope: 'customer', buyerId: 'buyer', skuId: 'sku', minimumQuantity: 0 })],
    }),
    {},
    { verdict: 'approved', findings: [] },
  ],
  [
    'an order of less than two cases where the seller asks for two',
    factsOf({ rules: [rule({ orderCases: 2 })] }),
    { lines: [aRequestLine({ quantity: 29 })] },
    { verdict: 'rejected', findings: ['order.minimumCases block'] },
  ],
  [
    'an order too light: 10 bottles of 500 g where 6 kg are asked',
    factsOf({ skus: [aSku({ weightGrams: 500 })], rules: [rule({ orderWeightGrams: 6_000 })] }),
    {},
    { verdict: 'rejected', findings: ['order.minimumWeight block'] },
  ],
  [
    'HQ lets small orders be reviewed instead of rejected',
    factsOf({ policies: policy('order.minimum', { consequence: 'review' }) }),
    { seller: aSeller({ orderMinimumFen: 5_000 }) },
    { verdict: 'held', findings: ['order.minimum review'], holds: ['review seller 4'] },
  ],
  [
    'HQ’s policy begins tomorrow: today stands as usual',
    factsOf({
      policies: [
        aPolicy({ startsAt: noon + 1, rules: [{ ...usualTerms('order.minimum'), consequence: 'off' }] }),
      ],
    }),
    { seller: aSeller({ orderMinimumFen: 5_000 }) },
    { verdict: 'rejected', findings: ['order.minimum block'] },
  ],
  [
    'the line is another distributor’s',
    factsOf({
      parties: [aSeller(), aSeller({ id: 'other', name: '邻区商行' }), aParty()],
      supplies: [aSupply(), aSupply({ productLine: '饮品', sellerId: 'other' })],
    }),
    {},
    { verdict: 'rejected', findings: ['supply.otherSeller block'] },
  ],
  [
    'one line is another distributor’s: the order is refused, and says which',
    factsOf({
      skus: [aSku(), aSku({ id: 'wine', productLine: '酒' })],
      parties: [aSeller(), aSeller({ id: 'other' }), aParty()],
      supplies: [aSupply(), aSupply({ productLine: '酒', sellerId: 'other' })],
      grants: [aGrant({ productLine: '*' })],
    }),
    { lines: two('wine') },
    { verdict: 'rejected', findings: ['supply.otherSeller block'] },
  ],
  [
    'a food licence that ended yesterday',
    factsOf(),
    { buyer: aParty({ foodLicenceExpiresOn: '2025-12-31' }) },
    { verdict: 'rejected', findings: ['buyer.licenceExpired block'] },
  ],
  [
    'a food licence on its last day',
    factsOf(),
    { buyer: aParty({ foodLicenceExpiresOn: '2026-01-01' }) },
    { verdict: 'approved', findings: ['buyer.licenceExpiring notice'] },
  ],
  [
    'no licence on file, and HQ asks for one',
    factsOf({ policies: policy('buyer.licenceMissing', { consequence: 'review', owner: 'hq' }) }),
    {},
    { verdict: 'held', findings: ['buyer.licenceMissing review'], holds: ['review hq 4'] },
  ],
  [
    'outside the region',
    factsOf({ grants: [aGrant({ areas: ['310000'] })] }),
    {},
    { verdict: 'rejected', findings: ['region.blocked block'] },
  ],
  [
    'an address that the map did not find for sure',
    factsOf(),
    { shipTo: anAddress({ geocode: 'unclear', latitudeE6: 30_000_000, longitudeE6: 120_000_000 }) },
    { verdict: 'held', findings: ['region.review review'], holds: ['region hq 24'], heldFen: 0 },
  ],
  [
    'more than the area can sell in a month',
    factsOf({
      taken: new Map([['buyer 330106 饮品', 100]]),
      territory: {
        capacities: [
          {
            areaCode: '330106',
            productLine: '饮品',
            sellOutQuantity: 50,
            stockTargetQuantity: 0,
            version: 1,
            updatedAt: 0,
          },
        ],
        policies: [{ sellerId: '*', startsOn: '2025-01-01', borderMetres: 3_000, absorptionBp: 15_000 }],
      },
    }),
    {},
    { verdict: 'held', findings: ['region.absorption review'], holds: ['region hq 24'], heldFen: 0 },
  ],
  [
    '6 of 10 short, nobody has said what then: a person looks',
    factsOf({ lots: few }),
    {},
    {
      verdict: 'held',
      findings: ['stock.short review'],
      holds: ['review seller 4'],
      parts: [],
      heldFen: 3_000,
    },
  ],
  [
    'the same, shipped and owed',
    factsOf({ lots: few, pool: shortage('shipAndBackOrder') }),
    {},
    {
      verdict: 'approved',
      findings: ['stock.backOrdered notice'],
      parts: ['warehouse ambient 4 1200', '- ambient 6 1800'],
      payableFen: 3_000,
      heldFen: 1_200,
    },
  ],
  [
    'the same, waiting for all of it',
    factsOf({ lots: few, pool: shortage('waitForFull') }),
    {},
    {
      verdict: 'approved',
      findings: ['stock.waiting notice'],
      parts: ['warehouse ambient 4 1200', '- ambient 6 1800'],
    },
  ],
  [
    'the same, the rest cancelled',
    factsOf({ lots: few, pool: shortage('cancelRest') }),
    {},
    {
      verdict: 'approved',
      findings: ['stock.cancelled notice'],
      parts: ['warehouse ambient 4 1200'],
      payableFen: 1_200,
      heldFen: 1_200,
    },
  ],
  [
    'nothing there and the rest to be cancelled: an order of nothing goes to a person',
    factsOf({ lots: [], pool: shortage('cancelRest') }),
    {},
    { verdict: 'held', findings: ['stock.short review'], payableFen: 3_000 },
  ],
  [
    'the buyer’s word for the line beats the seller’s policy',
    factsOf({ lots: few, pool: shortage('cancelRest') }),
    { lines: [aRequestLine({ shortage: 'shipAndBackOrder' })] },
    { verdict: 'approved', findings: ['stock.backOrdered notice'], payableFen: 3_000 },
  ],
  [
    'a cheaper substitute is charged at its own price',
    factsOf({
      skus: [aSku(), green],
      lots: [...few, aLot({ skuId: 'green' })],
      prices: [aListedPrice(), aListedPrice({ skuId: 'green', unitPriceE4: 20_000 })],
      substitutes: new Map([['seller sku', ['green']]]),
      pool: shortage('substitute'),
    }),
    {},
    {
      verdict: 'approved',
      findings: ['stock.substituted notice'],
      payableFen: 1_200 + 1_200,
      parts: ['warehouse ambient 10 2400'],
    },
  ],
  [
    'a dearer substitute is charged at the price of what was ordered',
    factsOf({
      skus: [aSku(), green],
      lots: [...few, aLot({ skuId: 'green' })],
      prices: [aListedPrice(), aListedPrice({ skuId: 'green', unitPriceE4: 90_000 })],
      substitutes: new Map([['seller sku', ['green']]]),
      pool: shortage('substitute'),
    }),
    {},
    { verdict: 'approved', payableFen: 1_200 + 1_800, parts: ['warehouse ambient 10 3000'] },
  ],
  [
    'a substitute that covers half of it, the other half for a person',
    factsOf({
      skus: [aSku(), green],
      lots: [...few, aLot({ skuId: 'green', onHand: 3 })],
      substitutes: new Map([['seller sku', ['green']]]),
      pool: shortage('substitute'),
    }),
    {},
    {
      verdict: 'held',
      findings: ['stock.short review', 'stock.substituted notice'],
      payableFen: 3_000,
      parts: [],
    },
  ],
  [
    'a reviewer sends what there is',
    factsOf({ lots: few }),
    accepts('stock.short'),
    {
      verdict: 'approved',
      findings: ['stock.short notice'],
      payableFen: 1_200,
      parts: ['warehouse ambient 4 1200'],
    },
  ],
  [
    'only goods too old for the channel are left',
    factsOf({ lots: [aLot({ expiresOn: '2026-03-01' })] }),
    {},
    { verdict: 'held', findings: ['stock.short review', 'stock.ageing notice'] },
  ],
  [
    'a buffer of 95 leaves 5 of 100',
    factsOf({ stock: { buffers: [{ ownerId: 'seller', warehouseId: '', skuId: 'sku', quantity: 95 }] } }),
    {},
    { verdict: 'held', findings: ['stock.short review', 'stock.kept notice'] },
  ],
  [
    'the channel’s quota has 4 left',
    factsOf({
      stock: {
        quotas: [
          {
            sellerId: 'seller',
            skuId: 'sku',
            channel: 'traditional',
            startsOn: '2026-01-01',
            endsOn: null,
            quantity: 100,
            used: 96,
          },
        ],
      },
    }),
    {},
    { verdict: 'held', findings: ['stock.short review', 'stock.quota notice'] },
  ],
  [
    'two warehouses, neither with all of it',
    factsOf({ lots: [aLot({ warehouseId: 'east', onHand: 6 }), aLot({ warehouseId: 'west', onHand: 6 })] }),
    {},
    { verdict: 'approved', parts: ['east ambient 6 1800', 'west ambient 4 1200'] },
  ],
  [
    'chilled beside ambient goods: two parts',
    factsOf({ skus: [aSku(), milk] }),
    { lines: two('milk') },
    { verdict: 'approved', parts: ['warehouse ambient 10 3000', 'warehouse chilled 10 3000'] },
  ],
  [
    'a warehouse without a cold room',
    factsOf({
      skus: [milk],
      pool: { warehouses: [aWarehouse({ id: 'warehouse', temperatureZones: ['ambient'] })] },
    }),
    { lines: [aRequestLine({ skuId: 'milk' })] },
    { verdict: 'held', findings: ['stock.short review'] },
  ],
  [
    'wine is invoiced by another company: two parts',
    factsOf({ skus: [aSku(), wine] }),
    { lines: two('wine') },
    { verdict: 'approved', parts: ['warehouse ambient 10 3000', 'warehouse ambient 10 3000'] },
  ],
  [
    'a fen too little credit',
    factsOf({ accounts: [anAccount({ limitFen: 2_999 })] }),
    {},
    { verdict: 'held', findings: ['credit.over review'], holds: ['credit seller 24'], heldFen: 0 },
  ],
  [
    'what is owed asks for no credit yet',
    factsOf({ lots: few, accounts: [anAccount({ limitFen: 1_200 })], pool: shortage('shipAndBackOrder') }),
    {},
    { verdict: 'approved', heldFen: 1_200 },
  ],
  [
    'a temporary limit of ¥20 beside a limit of ¥10 covers ¥30',
    factsOf({
      accounts: [anAccount({ limitFen: 1_000 })],
      credit: { temporaryLimits: new Map([['account', [temporary('2026-01-01')]]]) },
    }),
    {},
    { verdict: 'approved', findings: [], heldFen: 3_000 },
  ],
  [
    'the same temporary limit ended yesterday',
    factsOf({
      accounts: [anAccount({ limitFen: 1_000 })],
      credit: { temporaryLimits: new Map([['account', [temporary('2025-12-31')]]]) },
    }),
    {},
    { verdict: 'held', findings: ['credit.over review'], heldFen: 0 },
  ],
  [
    'over the limit, and the seller lets it stand',
    factsOf({ accounts: [anAccount({ limitFen: 1_000 })] }),
    accepts('credit.over'),
    { verdict: 'approved', findings: ['credit.over notice'], heldFen: 3_000 },
  ],
  [
    'no account with the seller',
    factsOf({ accounts: [] }),
    {},
    { verdict: 'rejected', findings: ['credit.none block'] },
  ],
  [
    'a bill 5 days late: reminded, not held',
    factsOf({ credit: late('2025-12-27') }),
    {},
    { verdict: 'approved', findings: ['credit.overdue notice'] },
  ],
  [
    'a bill 16 days late: cash only',
    factsOf({ credit: late('2025-12-16') }),
    {},
    { verdict: 'held', findings: ['credit.overdue review'], holds: ['credit seller 24'] },
  ],
  [
    '¥500 late for a month is not chased',
    factsOf({ credit: late('2025-12-01', 50_000) }),
    {},
    { verdict: 'approved', findings: ['credit.overdue notice'] },
  ],
  [
    'a bill 70 days late: frozen, and no reviewer lets it pass',
    factsOf({ credit: late('2025-10-23') }),
    {},
    { verdict: 'held', findings: ['credit.frozen review'], holds: ['credit seller 24'], heldFen: 0 },
  ],
  [
    'cash: held until somebody has the money, the goods kept',
    factsOf({ credit: { terms: terms('cash') } }),
    {},
    { verdict: 'held', findings: ['payment.due review'], holds: ['payment seller 24'], heldFen: 3_000 },
  ],
  [
    'cash paid, says the seller',
    factsOf({ credit: { terms: terms('cash') } }),
    accepts('payment.due'),
    { verdict: 'approved', findings: ['payment.due notice'], heldFen: 3_000 },
  ],
  [
    'prepaid ¥50 covers ¥30',
    factsOf({ credit: { terms: terms('prepaid'), prepaidFen: new Map([['account', 5_000]]) } }),
    {},
    { verdict: 'approved', findings: [] },
  ],
  [
    'prepaid ¥50, of which ¥25 is spoken for',
    factsOf({
      accounts: [anAccount({ heldFen: 2_500 })],
      credit: { terms: terms('prepaid'), prepaidFen: new Map([['account', 5_000]]) },
    }),
    {},
    { verdict: 'held', findings: ['payment.topUp review'], holds: ['payment seller 24'] },
  ],
  [
    'short and late and below the floor: one hold for each desk’s kind',
    factsOf({ lots: few, prices: [aListedPrice({ floorPriceE4: 40_000 })], credit: late('2025-12-16') }),
    {},
    {
      verdict: 'held',
      findings: ['price.floor review', 'stock.short review', 'credit.overdue review'],
      holds: ['review seller 4', 'credit seller 24'],
      heldFen: 0,
    },
  ],
  [
    'a block beside everything else: rejected, and all of it told',
    factsOf({ skus: [aSku({ status: 'inactive' })], lots: few, accounts: [anAccount({ limitFen: 0 })] }),
    {},
    {
      verdict: 'rejected',
      findings: ['sku.inactive block', 'stock.short review', 'credit.over review'],
      holds: [],
      parts: [],
      heldFen: 0,
    },
  ],
  [
    'asked for in a month: goods must last from then',
    factsOf({ lots: [aLot({ expiresOn: '2026-07-10' })] }),
    { deliverOn: '2026-02-01' },
    { verdict: 'held', findings: ['stock.short review', 'stock.ageing notice'] },
  ],
];

describe('a whole order', () => {
  it.each(cases)('%s', (_situation, facts, request, expected) => {
    const decision = decideOrder(facts, balancesOf(facts), anOrderRequest(request));
    const { verdict, findings, holds, parts, payableFen, heldFen } = decision;

    expect({
      verdict,
      ...(expected.findings && { findings: findings.map(({ rule: of, severity }) => `${of} ${severity}`) }),
      ...(expected.holds && {
        holds: holds.map(({ kind, owner, dueAt }) => `${kind} ${owner} ${(dueAt - noon) / 3_600_000}`),
      }),
      ...(expected.parts && {
        parts: parts.map((part) => {
          const units = sum(part.lines.map(({ quantity }) => quantity));
          return `${part.warehouseId ?? '-'} ${part.temperatureZone} ${units} ${part.amountFen}`;
        }),
      }),
      ...(expected.payableFen !== undefined && { payableFen }),
      ...(expected.heldFen !== undefined && { heldFen }),
    }).toEqual(expected);
    expect(sum(parts.map(({ amountFen }) => amountFen))).toBe(verdict === 'approved' ? payableFen : 0);
    for (const finding of findings) {
      const { message, remedy } = explainFinding(finding);
      expect(message + remedy).not.toMatch(/undefined|null|NaN/);
      expect(remedy).toMatch(/\p{Script=Han}/u);
    }
  });
});
