import { chosenLines, differencesOf } from './transfer-totals';

const units = [
  { unit: '箱', factor: 12 },
  { unit: '瓶', factor: 1 },
];

describe('what did not arrive well of a transfer', () => {
  const lines = [1, 2, 3].map((lineNo) => ({ lineNo, quantity: 24, units }));

  it('is named by the lines that differ alone', () => {
    expect(
      differencesOf(lines, { 1: { damaged: '1箱', missing: '2' }, 2: { damaged: '', missing: '0' } }),
    ).toEqual({
      differences: [{ lineNo: 1, damaged: 12, missing: 2 }],
      wrongLineNos: [],
    });
  });

  it('is wrong where it is no quantity or more than was sent', () => {
    const typed = { 1: { damaged: 'x', missing: '' }, 3: { damaged: '2箱', missing: '1' } };
    expect(differencesOf(lines, typed).wrongLineNos).toEqual([1, 3]);
  });
});

describe('what goes along', () => {
  const lot = { skuName: '矿泉水', lotNo: 'A', units, free: 30 };

  it('is what is written, as much as is free', () => {
    expect(
      chosenLines([
        { ...lot, lotId: 'L-1', text: '2箱5' },
        { ...lot, lotId: 'L-2', text: '31' },
        { ...lot, lotId: 'L-3', text: '' },
        { ...lot, lotId: 'L-4', text: '0' },
        { ...lot, lotId: 'L-5', text: '两' },
      ]),
    ).toEqual({ lines: [{ lotId: 'L-1', quantity: 29 }], wrongLotIds: ['L-2', 'L-5'] });
  });
});
