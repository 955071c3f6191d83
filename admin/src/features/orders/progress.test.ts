import type { OrderLine } from './model';
import { progressOf, shippable, totalsOf } from './progress';

const aLine = (given: Partial<OrderLine>): OrderLine => ({
  lineNo: 1,
  skuId: 's',
  skuName: '水',
  spec: '550ml',
  quantity: 24,
  mixedUnits: '1箱',
  unitPriceE4: 10000,
  amountFen: 2400,
  discountFen: 0,
  giftOf: null,
  unit: '瓶',
  payableFen: 2400,
  shortage: null,
  substituteFor: null,
  acceptsAgeing: false,
  isAgeing: false,
  backOrdered: 0,
  reserved: 0,
  shipped: 0,
  signed: 0,
  cancelled: 0,
  promisedLots: [],
  ...given,
});
const lotOf = (quantity: number) => ({
  lotNo: 'L',
  expiresOn: '2027-01-01',
  quantity,
  mixedUnits: `${quantity}瓶`,
  warehouseName: '中心仓',
});

it('shows where an order stands under its own state name', () => {
  expect(progressOf('held')).toMatchObject({ current: 1, status: 'process' });
  expect(progressOf('held').titles[1]).toBe('待审核');
  expect(progressOf('picking').titles[2]).toBe('拣货中');
  expect(progressOf('completed')).toMatchObject({ current: 5, status: 'finish' });
});

it.each(['rejected', 'cancelled', 'shortClosed'] as const)('marks %s as ended early', (state) => {
  expect(progressOf(state).status).toBe('error');
});

it('says when the lines and the order disagree', () => {
  const lines = [aLine({ amountFen: 1000 }), aLine({ lineNo: 2, amountFen: 234 })];

  expect(totalsOf({ lines, goodsFen: 1234, payableFen: 1200, freight: null })).toEqual({
    linesFen: 1234,
    agrees: true,
    reductionFen: 34,
  });
  expect(totalsOf({ lines, goodsFen: 1235, payableFen: 1235, freight: null }).agrees).toBe(false);
});

it('ships what is promised and no more', () => {
  const promised = aLine({ promisedLots: [lotOf(5), lotOf(7)] });

  expect(shippable({ lines: [promised, aLine({ lineNo: 2 })] })).toEqual([{ line: promised, quantity: 12 }]);
});
