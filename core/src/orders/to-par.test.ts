import { toPar } from './to-par';

const any = { minimumQuantity: 0, multipleQuantity: 1, maximumQuantity: null };
const dozens = { minimumQuantity: 24, multipleQuantity: 12, maximumQuantity: 240 };

it.each([
  ['what is missing', 100, 30, any, 70],
  ['nothing when enough is there', 100, 100, any, 0],
  ['nothing when more is there', 100, 120, any, 0],
  ['a whole dozen more', 60, 29, dozens, 36],
  ['the least that is sold', 60, 55, dozens, 24],
  ['the most that is sold', 1_000, 0, dozens, 240],
  [
    'nothing when no quantity is sold',
    60,
    0,
    { minimumQuantity: 24, multipleQuantity: 50, maximumQuantity: 40 },
    0,
  ],
])('a standing list asks for %s', (_rule, wanted, onHand, limits, expected) => {
  expect(toPar(wanted, onHand, limits)).toBe(expected);
});
