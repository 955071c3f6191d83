import type { Finding, OrderSummary } from './model';
import { byUrgency, isOverdue, overrulable, waitsForHq } from './review';

const aFinding = (given: Partial<Finding>): Finding => ({
  rule: 'stock.short',
  severity: 'review',
  lineNo: null,
  skuId: null,
  message: '',
  remedy: '',
  numbers: {},
  ...given,
});

const anOrder = (orderId: string, placedAt: string, dueAt?: string): OrderSummary => ({
  orderId,
  number: orderId,
  state: 'held',
  verdict: 'held',
  sellerId: 's',
  sellerName: '',
  buyerId: 'b',
  buyerName: '',
  payableFen: 0,
  lineCount: 1,
  firstSkuName: '',
  placedAt,
  findings: [],
  openHolds: dueAt
    ? [{ kind: 'review', status: 'open', owner: 'hq', dueAt, clearedBy: null, clearedAt: null }]
    : [],
});

it('offers each overrulable rule once, with all of its findings', () => {
  const rules = overrulable([
    aFinding({ lineNo: 1 }),
    aFinding({ rule: 'region.blocked', severity: 'block' }),
    aFinding({ rule: 'credit.over' }),
    aFinding({ lineNo: 2 }),
    aFinding({ rule: 'shelf.life', severity: 'notice' }),
  ]);

  expect(rules.map(({ rule, findings }) => [rule, findings.length])).toEqual([
    ['stock.short', 2],
    ['credit.over', 1],
  ]);
});

it('puts what is due first at the top, then what has waited longest', () => {
  const noDeadline = anOrder('a', '2026-01-01T00:00:00Z');
  const dueLate = anOrder('b', '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z');
  const dueSoon = anOrder('c', '2026-01-02T00:00:00Z', '2026-01-02T08:00:00Z');
  const dueSoonWaitedLonger = anOrder('d', '2026-01-01T12:00:00Z', '2026-01-02T08:00:00Z');

  const sorted = [noDeadline, dueLate, dueSoon, dueSoonWaitedLonger].sort(byUrgency);

  expect(sorted.map((order) => order.orderId)).toEqual(['d', 'c', 'b', 'a']);
});

it('leaves a hold of HQ to HQ', () => {
  const order = anOrder('a', '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z');

  expect(waitsForHq(order, 'distributor')).toBe(true);
  expect(waitsForHq(order, 'hq')).toBe(false);
});

it('knows an overdue order', () => {
  const order = anOrder('a', '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z');

  expect(isOverdue(order, Date.parse('2026-01-03T00:00:01Z'))).toBe(true);
  expect(isOverdue(order, Date.parse('2026-01-02T23:59:59Z'))).toBe(false);
  expect(isOverdue(anOrder('b', '2026-01-01T00:00:00Z'), Date.parse('2030-01-01T00:00:00Z'))).toBe(false);
});
