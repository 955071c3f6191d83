import fc from 'fast-check';
import { keyBy } from '../platform/collect';
import { sum } from '../platform/money';
import { aLot } from '../stock/testing';
import { everything, mayLeave, planShipment, promisedIn, unfitPromises } from './plan-shipment';
import { anOrderLine } from './testing';

const promise = (lineNo: number, lotId: string, open: number) => ({ orderId: 'order', lineNo, lotId, open });
const leaves = (lineNo: number, lotId: string, quantity: number) => ({
  orderId: 'order',
  lineNo,
  lotId,
  quantity,
});

describe('a shipment', () => {
  const lots = keyBy(
    [
      aLot({ id: 'late', expiresOn: '2026-09-01' }),
      aLot({ id: 'soon', expiresOn: '2026-03-01' }),
      aLot({ id: 'same', expiresOn: '2026-03-01' }),
    ],
    ({ id }) => id,
  );
  const lines = [
    anOrderLine({ lineNo: 1, reserved: 9 }),
    anOrderLine({ lineNo: 2, skuId: 'other', reserved: 4 }),
  ];
  const promises = [
    promise(1, 'late', 4),
    promise(1, 'soon', 3),
    promise(1, 'same', 2),
    promise(2, 'late', 4),
  ];

  it('takes all that is promised when nothing is named, first to expire first', () => {
    expect(planShipment('order', lines, promises, lots, undefined)).toEqual([
      leaves(1, 'same', 2),
      leaves(1, 'soon', 3),
      leaves(1, 'late', 4),
      leaves(2, 'late', 4),
    ]);
  });

  it.each([
    [
      'takes a part from what expires first',
      [{ lineNo: 1, quantity: 3 }],
      [leaves(1, 'same', 2), leaves(1, 'soon', 1)],
    ],
    ['takes the named line alone', [{ lineNo: 2, quantity: 4 }], [leaves(2, 'late', 4)]],
    [
      'adds up what is named twice of a line',
      [
        { lineNo: 2, quantity: 1 },
        { lineNo: 2, quantity: 2 },
      ],
      [leaves(2, 'late', 3)],
    ],
  ])('%s', (_rule, wanted, expected) => {
    expect(planShipment('order', lines, promises, lots, wanted)).toEqual(expected);
  });

  it.each([
    ['more than a line was promised', [{ lineNo: 1, quantity: 10 }]],
    [
      'more of a line than promised, in two parts',
      [
        { lineNo: 2, quantity: 2 },
        { lineNo: 2, quantity: 3 },
      ],
    ],
    ['a line there is not', [{ lineNo: 3, quantity: 1 }]],
    [
      'one line too much beside one that is right',
      [
        { lineNo: 1, quantity: 1 },
        { lineNo: 2, quantity: 5 },
      ],
    ],
    ['nothing', []],
  ])('is refused for %s', (_what, wanted) => {
    expect(planShipment('order', lines, promises, lots, wanted)).toBeNull();
  });

  it('is refused when nothing is promised any more', () => {
    const done = [anOrderLine({ reserved: 0 })];

    expect(planShipment('order', done, [promise(1, 'soon', 0)], lots, undefined)).toBeNull();
  });

  const anyPromises = fc
    .uniqueArray(fc.record({ lineNo: fc.integer({ min: 1, max: 3 }), lotNo: fc.nat(5), open: fc.nat(20) }), {
      maxLength: 12,
      selector: ({ lineNo, lotNo }) => `${lineNo} ${lotNo}`,
    })
    .map((all) => all.map(({ lineNo, lotNo, open }) => promise(lineNo, `lot-of-${lotNo}`, open)));
  const someLots = keyBy(
    [0, 1, 2, 3, 4, 5].map((lotNo) =>
      aLot({ id: `lot-of-${lotNo}`, expiresOn: `2026-0${1 + (lotNo % 3)}-01` }),
    ),
    ({ id }) => id,
  );

  it('never takes more than is promised, and is exactly what was wanted or nothing', () => {
    const anyWanted = fc.array(
      fc.record({ lineNo: fc.integer({ min: 1, max: 4 }), quantity: fc.integer({ min: 1, max: 30 }) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(anyPromises, fc.option(anyWanted, { nil: undefined }), (given, wanted) => {
        const promisedTo = (lineNo: number) =>
          sum(given.filter((one) => one.lineNo === lineNo).map(({ open }) => open));
        const orderLines = [1, 2, 3].map((lineNo) => anOrderLine({ lineNo, reserved: promisedTo(lineNo) }));
        const releases = planShipment('order', orderLines, given, someLots, wanted);
        const wantedOf = (lineNo: number) =>
          wanted
            ? sum(wanted.filter((one) => one.lineNo === lineNo).map(({ quantity }) => quantity))
            : promisedTo(lineNo);
        const total = sum([1, 2, 3, 4].map(wantedOf));
        const isTooMuch = [1, 2, 3, 4].some((lineNo) => wantedOf(lineNo) > promisedTo(lineNo));

        expect(releases === null).toBe(isTooMuch || total === 0);
        for (const { lineNo, lotId, quantity } of releases ?? []) {
          const open = given.find((one) => one.lineNo === lineNo && one.lotId === lotId)?.open ?? 0;
          expect(quantity).toBeGreaterThan(0);
          expect(quantity).toBeLessThanOrEqual(open);
        }
        if (releases) expect(sum(releases.map(({ quantity }) => quantity))).toBe(total);
      }),
    );
  });

  it('leaves no lot behind that expires before one it takes', () => {
    fc.assert(
      fc.property(anyPromises, fc.integer({ min: 1, max: 30 }), (given, quantity) => {
        const releases = planShipment('order', [], given, someLots, [{ lineNo: 1, quantity }]) ?? [];
        const taken = new Map(releases.map((release) => [release.lotId, release.quantity]));
        const lastTaken =
          releases
            .map(({ lotId }) => someLots.get(lotId)!.expiresOn)
            .sort()
            .at(-1) ?? '';
        const leftBehind = given.filter(
          ({ lineNo, lotId, open }) => lineNo === 1 && open > (taken.get(lotId) ?? 0),
        );

        for (const { lotId } of leftBehind) {
          expect(someLots.get(lotId)!.expiresOn >= lastTaken).toBe(true);
        }
      }),
    );
  });
});

describe('a lot', () => {
  it.each([
    ['may leave while it may be sold', {}, true],
    ['may leave the day before it expires', { expiresOn: '2026-01-02' }, true],
    ['stays on the day it expires', { expiresOn: '2026-01-01' }, false],
    ['stays when it is frozen', { quality: 'blocked' }, false],
    ['stays while it is inspected', { quality: 'inspection' }, false],
    ['stays when it is recalled', { recallId: 'recall' }, false],
  ] as const)('%s', (_rule, given, expected) => {
    expect(mayLeave(aLot(given), '2026-01-01')).toBe(expected);
  });

  it('that may not leave, or is gone, makes its promises unfit', () => {
    const lots = keyBy([aLot({ id: 'good' }), aLot({ id: 'frozen', quality: 'blocked' })], ({ id }) => id);
    const promises = [
      promise(1, 'good', 5),
      promise(1, 'frozen', 4),
      promise(2, 'gone', 3),
      promise(2, 'frozen', 0),
    ];

    expect(unfitPromises(promises, lots, '2026-01-01')).toEqual([
      promise(1, 'frozen', 4),
      promise(2, 'gone', 3),
    ]);
  });
});

describe('a part of an order', () => {
  const lots = keyBy(
    [aLot({ id: 'here', warehouseId: 'north' }), aLot({ id: 'there', warehouseId: 'south' })],
    ({ id }) => id,
  );
  const promises = [promise(1, 'here', 5), promise(1, 'there', 4), promise(2, 'here', 3)];

  it('is what is promised of its lines in its warehouse', () => {
    const inPart = promisedIn({ warehouseId: 'north', lineNos: [1] }, promises, lots);

    expect(inPart).toEqual([promise(1, 'here', 5)]);
    expect(everything(inPart)).toEqual([{ lineNo: 1, quantity: 5 }]);
  });

  it('that is owed has nothing to send', () => {
    expect(promisedIn({ warehouseId: null, lineNos: [1, 2] }, promises, lots)).toEqual([]);
  });
});
