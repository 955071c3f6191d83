import { askedLines, lineKey } from './asked-lines';
import type { FormLine } from './queries';

const line = (given: Partial<FormLine> = {}): FormLine => ({
  shipmentId: 's1',
  shipmentLineNo: 1,
  orderLineNo: 1,
  skuId: 'tea',
  skuName: '清谷乌龙茶',
  spec: '500ml',
  baseUnit: '瓶',
  isGift: false,
  lotNo: 'L1',
  producedOn: '2026-01-01',
  expiresOn: '2027-01-01',
  signedAt: '2026-11-22T02:00:00.000Z',
  accepted: 10,
  left: 6,
  acceptedFen: 3_333,
  ...given,
});

describe('what is asked of an order', () => {
  it.each([
    ['', [], 0, false],
    ['0', [], 0, false],
    ['3', [3], 1_000, false],
    ['6', [6], 2_000, false],
    ['7', [], 0, true],
    ['-1', [], 0, true],
    ['1.5', [], 0, true],
    ['两瓶', [], 0, true],
  ])('“%s” of six that are left', (units, quantities, worthFen, isOver) => {
    const found = askedLines([line()], { 's1:1': { units, lotNo: '' } });

    expect(found.asked.map(({ quantity }) => quantity)).toEqual(quantities);
    expect(found.worthFen).toBe(worthFen);
    expect(found.overKeys).toEqual(isOver ? ['s1:1'] : []);
  });

  it('names the lot number only where one was read', () => {
    const lines = [line(), line({ shipmentLineNo: 2 })];
    const typed = { 's1:1': { units: '1', lotNo: ' L9 ' }, [lineKey(lines[1]!)]: { units: '1', lotNo: '' } };

    expect(askedLines(lines, typed).asked).toEqual([
      { shipmentId: 's1', shipmentLineNo: 1, quantity: 1, lotNo: 'L9' },
      { shipmentId: 's1', shipmentLineNo: 2, quantity: 1 },
    ]);
  });
});
