import { type OnHandRow, planOnHand } from './plan-on-hand';
import { aLot } from './testing';

const produced = '2026-09-01';
const expires = '2027-09-01';
const aRow = (row: Partial<OnHandRow>): OnHandRow => ({
  warehouseId: 'W1',
  skuId: 'TEA',
  lotNo: 'L1',
  producedOn: produced,
  expiresOn: expires,
  onHand: 100,
  ...row,
});
const theLot = (onHand: number, reserved: number) =>
  aLot({
    id: 'LOT',
    warehouseId: 'W1',
    skuId: 'TEA',
    lotNo: 'L1',
    producedOn: produced,
    expiresOn: expires,
    onHand,
    reserved,
  });

describe('worked cases: a list says what a lot holds', () => {
  it.each([
    ['a new lot comes in whole', null, aRow({}), [100], [], []],
    ['more than the books say: the difference comes in', theLot(60, 0), aRow({}), [40], [], []],
    ['less: the difference goes out', theLot(130, 0), aRow({}), [], [30], []],
    ['the same: nothing moves', theLot(100, 20), aRow({}), [], [], []],
    ['down to what is promised', theLot(130, 100), aRow({}), [], [30], []],
    ['below what is promised: refused', theLot(130, 101), aRow({}), [], [], ['reserved']],
    ['nothing left at all', theLot(130, 0), aRow({ onHand: 0 }), [], [130], []],
    ['nothing of a lot nobody knows', null, aRow({ onHand: 0 }), [], [], []],
    [
      'another production date: refused',
      theLot(60, 0),
      aRow({ producedOn: '2026-09-02' }),
      [],
      [],
      ['lotDiffers'],
    ],
    [
      'a warehouse that is not ours: refused',
      null,
      aRow({ warehouseId: 'W2' }),
      [],
      [],
      ['warehouseUnknown'],
    ],
    ['made tomorrow: refused', null, aRow({ producedOn: '2026-11-23' }), [], [], ['dateInFuture']],
  ])('%s', (_situation, lot, row, arriving, leaving, faults) => {
    const plan = planOnHand([row], lot ? [lot] : [], new Set(['W1']), '2026-11-22');

    expect(plan.arriving.map(({ quantity }) => quantity)).toEqual(arriving);
    expect(plan.leaving.map(({ quantity }) => quantity)).toEqual(leaving);
    expect([...plan.refused.values()].map(({ fault }) => fault)).toEqual(faults);
  });
});
