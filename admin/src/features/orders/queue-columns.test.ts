import { csvText } from '../../ui/csv';
import type { OrderSummary } from './model';
import { queueCsv } from './queue-columns';

const order = {
  orderId: 'O1',
  number: 'SO-1',
  buyerName: '城东便利店',
  sellerName: '杭州清谷',
  firstSkuName: '大米',
  lineCount: 2,
  payableFen: 123_450,
  placedAt: '2026-11-22T02:00:00.000Z',
  openHolds: [
    { kind: 'region', owner: 'hq', dueAt: '2026-11-23T02:00:00.000Z' },
    { kind: 'credit', owner: 'seller', dueAt: '2026-11-22T08:30:00.000Z' },
  ],
  findings: [
    { message: '超额度 ¥100.00', remedy: '先回款' },
    { message: '跨区', remedy: '' },
  ],
} as unknown as OrderSummary;

const cellsOf = (one: OrderSummary) => csvText(queueCsv, [one]).split('\r\n')[1]?.split(',') ?? [];

it('says what holds an order, who must act, and by when at the latest', () => {
  expect(cellsOf(order)).toEqual([
    'SO-1',
    '城东便利店',
    '杭州清谷',
    '大米',
    '2',
    '1234.50',
    '2026-11-22 10:00',
    '区域、信用',
    '总部、供货方',
    '2026-11-22 16:30',
    '超额度 ¥100.00；跨区',
    '先回款',
  ]);
});

it('leaves empty what nothing holds', () => {
  expect(cellsOf({ ...order, openHolds: [], findings: [] }).slice(7)).toEqual(['', '', '', '', '']);
});
