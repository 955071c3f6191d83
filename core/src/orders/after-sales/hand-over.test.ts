import { aLot } from '../../stock/testing';
import { handOver } from './hand-over';

const lot = (id: string, onHand: number, reserved = 0, lotNo = 'L1') =>
  aLot({ id, skuId: 'tea', lotNo, onHand, reserved });
const back = (quantity: number, lotNo = 'L1') => ({ skuId: 'tea', lotNo, quantity });

describe('what went back to the supplier leaves', () => {
  it.each([
    ['the lot of its number', [lot('a', 10), lot('b', 10, 0, 'L2')], [back(4)], [['a', 4]]],
    [
      'several lots of one number',
      [lot('a', 3), lot('b', 10)],
      [back(5)],
      [
        ['a', 3],
        ['b', 2],
      ],
    ],
    ['nothing that is promised', [lot('a', 10, 8)], [back(5)], [['a', 2]]],
    ['nothing where there is no such lot', [lot('a', 10)], [back(5, 'L9')], []],
    [
      'one lot for two lines, once',
      [lot('a', 6)],
      [back(4), back(4)],
      [
        ['a', 4],
        ['a', 2],
      ],
    ],
  ] as const)('%s', (_situation, lots, units, expected) => {
    expect(handOver(lots, units).map(({ lotId, quantity }) => [lotId, quantity])).toEqual(expected);
  });
});
