import { aSku } from '../catalog/testing';
import { balancesOf } from './balances';
import { decideOrder } from './decide-order';
import { explainFinding } from './explain-finding';
import type { Finding, Rule } from './model';
import { aFinding, anOrderRequest, aRequestLine, factsOf } from './testing';

const name = '清谷乌龙茶';
const limits = { name, quantity: 5, limit: 12, suggested: 24, unit: '瓶' };

const step = {
  depositFen: 5_000,
  depositBy: Date.parse('2026-11-22T02:30:00Z'),
  balanceFrom: Date.parse('2026-11-24T16:00:00Z'),
  balanceUntil: Date.parse('2026-11-27T16:00:00Z'),
};

/** A finding of every rule there is, and words that must be in what is said of it. */
const everyRule: Readonly<Record<Rule, { numbers: Finding['numbers']; says: readonly string[] }>> = {
  'sku.inactive': { numbers: { name }, says: [name, '停售'] },
  'price.missing': { numbers: { name }, says: [name, '报价'] },
  'price.floor': {
    numbers: { name, unitPriceE4: 28_000, floorE4: 30_050 },
    says: [name, '¥2.80', '¥3.0050'],
  },
  'quantity.minimum': { numbers: limits, says: [name, '起订量 12瓶', '5瓶', '24瓶'] },
  'quantity.multiple': { numbers: limits, says: [name, '12瓶', '倍数', '5瓶', '24瓶'] },
  'quantity.maximum': { numbers: limits, says: [name, '限购 12瓶', '5瓶', '24瓶'] },
  'order.minimum': {
    numbers: { payableFen: 4_000, minimumFen: 5_000, missingFen: 1_000 },
    says: ['¥40.00', '¥50.00', '¥10.00'],
  },
  'region.blocked': { numbers: { name, regionCode: '310101', reason: 'area' }, says: [name, '授权区域'] },
  'region.review': { numbers: { name, regionCode: '310101', grantId: 'grant' }, says: [name, '总部'] },
  'stock.short': { numbers: { name, quantity: 10, short: 4, unit: '瓶' }, says: [name, '10瓶', '4瓶'] },
  'stock.ageing': { numbers: { name, ageing: 3, unit: '瓶' }, says: [name, '3瓶', '效期'] },
  'credit.none': { numbers: { payableFen: 61_300 }, says: ['尚未开通'] },
  'credit.over': {
    numbers: { payableFen: 150_000, availableFen: 100_000, missingFen: 50_000 },
    says: ['¥1,500.00', '¥1,000.00', '¥500.00'],
  },
  'credit.overdue': {
    numbers: {
      overdueDays: 20,
      overdueFen: 60_000,
      step: 'cashOnly',
      payFen: 10_000,
      bills: 'D01-260101-0001',
    },
    says: ['¥600.00', '20 天', '仅限现款', '¥100.00', 'D01-260101-0001'],
  },
  'credit.frozen': {
    numbers: { overdueDays: 70, overdueFen: 60_000, step: 'frozen' },
    says: ['70 天', '冻结', '放行'],
  },
  'payment.due': { numbers: { payFen: 3_000 }, says: ['现款', '¥30.00'] },
  'payment.topUp': { numbers: { missingFen: 3_000 }, says: ['预存', '¥30.00'] },
  'payment.previousBatch': { numbers: { payFen: 3_000, billCount: 2 }, says: ['压批', '2 笔', '¥30.00'] },
  'preOrder.deposit': {
    numbers: { ...step, dueFen: 5_000, isRefundable: 0 },
    says: ['定金 ¥50.00', '11-22 10:30', '尾款 11-25 00:00', '定金不退'],
  },
  'preOrder.waiting': {
    numbers: { ...step, isRefundable: 1 },
    says: ['订金 ¥50.00 已付', '11-25 00:00', '11-28 00:00', '订金退还'],
  },
  'preOrder.balance': {
    numbers: { ...step, dueFen: 24_500, isRefundable: 0 },
    says: ['尾款 ¥245.00', '11-28 00:00', '定金不退'],
  },
  'preOrder.mixed': { numbers: {}, says: ['单独下单'] },
  'preOrder.over': { numbers: {}, says: ['尾款时间已过'] },
  'supply.otherSeller': {
    numbers: { name, productLine: '饮品', supplier: '杭州饮品商行', reason: 'otherSeller' },
    says: [name, '饮品', '杭州饮品商行'],
  },
  'buyer.licenceExpired': { numbers: { endsOn: '2025-12-31' }, says: ['许可证', '2025-12-31', '更新'] },
  'buyer.licenceExpiring': { numbers: { endsOn: '2026-01-20' }, says: ['许可证', '2026-01-20'] },
  'buyer.licenceMissing': { numbers: { endsOn: '' }, says: ['许可证', '补登'] },
  'order.minimumCases': { numbers: { has: 2, minimum: 5, missing: 3 }, says: ['2 箱', '5 箱', '3 箱'] },
  'order.minimumWeight': {
    numbers: { has: 2_500, minimum: 5_000, missing: 2_500 },
    says: ['2.5 公斤', '5.0 公斤'],
  },
  'region.absorption': {
    numbers: {
      name,
      reason: 'absorption',
      areaCode: '330106',
      quantity30Days: 900,
      capacityQuantity: 800,
      overQuantity: 100,
    },
    says: [name, '900', '800', '100'],
  },
  'stock.borrow': { numbers: { name, quantity: 10, borrowed: 4, unit: '瓶' }, says: [name, '借货 4瓶'] },
  'stock.backOrdered': {
    numbers: { name, quantity: 10, short: 4, unit: '瓶', closesOn: '2026-01-15' },
    says: [name, '4瓶', '欠货', '2026-01-15'],
  },
  'stock.waiting': { numbers: { name, quantity: 10, short: 4, unit: '瓶' }, says: [name, '4瓶', '齐单'] },
  'stock.cancelled': { numbers: { name, quantity: 10, short: 4, unit: '瓶' }, says: [name, '4瓶', '取消'] },
  'stock.substituted': {
    numbers: {
      name,
      quantity: 10,
      replaced: 4,
      unit: '瓶',
      substitute: '清谷绿茶',
      substituteSkuId: 'green',
    },
    says: [name, '4瓶', '清谷绿茶', '较低价'],
  },
  'stock.kept': { numbers: { name, quantity: 10, kept: 4, unit: '瓶' }, says: [name, '4瓶', '安全保留'] },
  'stock.quota': { numbers: { name, quantity: 10, overQuota: 4, unit: '瓶' }, says: [name, '4瓶', '配额'] },
  'stock.manyLots': {
    numbers: { name, quantity: 10, inMoreLots: 4, unit: '瓶' },
    says: [name, '4瓶', '批次'],
  },
};

const cases = Object.entries(everyRule).map(
  ([rule, { numbers, says }]) => [rule as Rule, numbers, says] as const,
);

describe('the words for a finding', () => {
  it.each(cases)(
    'of %s tell what was found with its numbers, and what to do, in Chinese',
    (rule, numbers, says) => {
      const { message, remedy } = explainFinding(aFinding({ rule, numbers }));

      for (const words of says) expect(`${message} ${remedy}`).toContain(words);
      for (const words of [message, remedy]) {
        expect(words).toMatch(/\p{Script=Han}/u);
        expect(words).not.toMatch(/undefined|null|NaN/);
      }
    },
  );

  it.each(['line', 'area', 'channel', 'date'])('say which of the four a grant did not give: %s', (reason) => {
    const numbers = { name, reason };
    const others = ['line', 'area', 'channel', 'date'].filter((other) => other !== reason);
    const messageOf = (given: Finding['numbers']) =>
      explainFinding(aFinding({ rule: 'region.blocked', numbers: given })).message;

    for (const other of others) expect(messageOf(numbers)).not.toBe(messageOf({ name, reason: other }));
  });

  it('never tell a buyer to order nothing when no quantity is valid', () => {
    const sku = aSku({ minimumQuantity: 24, multipleQuantity: 24, maximumQuantity: 20 });
    const facts = factsOf({ skus: [sku] });
    const request = anOrderRequest({ lines: [aRequestLine({ quantity: 5 })] });
    const { findings } = decideOrder(facts, balancesOf(facts), request);

    expect(findings.map(({ rule }) => rule)).toEqual(['quantity.minimum', 'quantity.multiple']);
    for (const finding of findings) expect(explainFinding(finding).remedy).not.toMatch(/(?<!\d)0瓶/);
  });
});
