import { applyOutcomes, type Outcome, planReturning } from './plan-receipt';
import { approveLines } from './approve-lines';
import { anAfterSalesLine } from './testing';

const outcome = (given: Partial<Outcome> = {}): Outcome => ({
  lineNo: 1,
  restocked: 0,
  nearExpiry: 0,
  quarantined: 0,
  destroyed: 0,
  notReceived: 0,
  ...given,
});
const lines = [
  anAfterSalesLine(),
  anAfterSalesLine({ lineNo: 2, approved: 4 }),
  anAfterSalesLine({ lineNo: 3, approved: 0 }),
];

describe('what came of what was approved', () => {
  it('names every unit of every approved line, and no other', () => {
    const two = outcome({ lineNo: 2, notReceived: 4 });

    expect(applyOutcomes(lines, [outcome({ restocked: 6, destroyed: 4 }), two])).toMatchObject([
      { restocked: 6, destroyed: 4 },
      { notReceived: 4 },
      { notReceived: 0 },
    ]);
    for (const wrong of [
      [outcome({ restocked: 10 })],
      [outcome({ restocked: 9 }), two],
      [outcome({ restocked: 11 }), two],
      [outcome({ restocked: 10 }), two, outcome({ lineNo: 3, restocked: 1 })],
      [outcome({ restocked: 10 }), two, outcome({ lineNo: 9 })],
      [outcome({ restocked: 10 }), two, two],
    ]) {
      expect(applyOutcomes(lines, wrong)).toBeNull();
    }
  });

  const came = anAfterSalesLine({ restocked: 1, nearExpiry: 2, quarantined: 3, destroyed: 4 });
  const where = () => ({ ownerId: 'seller', warehouseId: 'main' });

  it('goes back into the lot it came from, in the quality its outcome says', () => {
    const going = planReturning([came], where, '2026-02-01');

    expect(
      going.map(({ quality, quantity, isDestroyed, lotNo }) => [quality, quantity, isDestroyed, lotNo]),
    ).toEqual([
      ['available', 3, false, 'L1'],
      ['inspection', 3, false, 'L1'],
      ['damaged', 4, true, 'L1'],
    ]);
  });

  it('never comes back as good once it has expired', () => {
    expect(planReturning([came], where, '2026-12-01')[0]).toMatchObject({ quality: 'expired', quantity: 3 });
  });
});

describe('what is agreed to', () => {
  it.each([
    ['everything, where nothing is named', undefined, [10, 10]],
    ['what is named, and nothing else', [{ lineNo: 2, quantity: 3 }], [0, 3]],
    ['nothing at all', [{ lineNo: 1, quantity: 0 }], null],
    ['more than was asked for', [{ lineNo: 1, quantity: 11 }], null],
    ['a line there is not', [{ lineNo: 3, quantity: 1 }], null],
    [
      'a line twice',
      [
        { lineNo: 1, quantity: 1 },
        { lineNo: 1, quantity: 2 },
      ],
      null,
    ],
  ])('%s', (_situation, granted, expected) => {
    const asked = [anAfterSalesLine({ approved: 0 }), anAfterSalesLine({ lineNo: 2, approved: 0 })];

    expect(approveLines(asked, granted)?.map(({ approved }) => approved) ?? null).toEqual(expected);
  });
});
