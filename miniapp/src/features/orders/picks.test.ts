import { picksOf } from './picks';

const aLot = (lotNo: string, expiresOn: string, warehouseName = '中心仓') => ({
  lotNo,
  expiresOn,
  quantity: 12,
  mixedUnits: '1箱',
  warehouseName,
});
const aLine = (lineNo: number, skuName: string, promisedLots: ReturnType<typeof aLot>[]) => ({
  lineNo,
  skuName,
  spec: '550ml×12',
  promisedLots,
});

describe('what is to be picked', () => {
  it('is grouped by warehouse, what expires first on top', () => {
    const lines = [
      aLine(1, '矿泉水', [aLot('LATE', '2027-05-01'), aLot('SOON', '2027-01-01')]),
      aLine(2, '矿泉水', [aLot('EAST', '2027-03-01', '东仓')]),
    ];

    const picks = picksOf({ lines });

    expect(
      picks.map(({ warehouseName, picks: rows }) => [warehouseName, rows.map(({ lotNo }) => lotNo)]),
    ).toEqual([
      ['东仓', ['EAST']],
      ['中心仓', ['SOON', 'LATE']],
    ]);
  });

  it('is nothing where nothing is promised', () => {
    expect(picksOf({ lines: [aLine(1, '矿泉水', [])] })).toEqual([]);
  });
});
