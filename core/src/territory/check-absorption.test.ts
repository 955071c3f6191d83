import fc from 'fast-check';
import { capacityAt, checkAbsorption } from './check-absorption';
import type { Capacity } from './model';
import { defaultPolicy, policyOn } from './policy-on';

describe('what an area absorbs', () => {
  it.each([
    [0, 0, 0, 0, 0],
    [1, 0, 0, 0, 1],
    [1_700, 1_000, 200, 1_700, 0],
    [1_701, 1_000, 200, 1_700, 1],
    [10, 3, 0, 4, 6],
  ])(
    'of %i, at a sell-out of %i and a target of %i, is %i: %i too many',
    (quantity30Days, sellOutQuantity, stockTargetQuantity, capacityQuantity, overQuantity) => {
      const question = { quantity30Days, sellOutQuantity, stockTargetQuantity, absorptionBp: 15_000 };

      expect(checkAbsorption(question)).toEqual({ capacityQuantity, overQuantity });
    },
  );

  it('grows with sell-out and target, and what is over falls by no more than that', () => {
    const quantity = fc.nat(1_000_000);
    fc.assert(
      fc.property(
        quantity,
        quantity,
        quantity,
        fc.nat(1_000),
        (quantity30Days, sellOutQuantity, stockTargetQuantity, more) => {
          const question = { quantity30Days, sellOutQuantity, stockTargetQuantity, absorptionBp: 15_000 };
          const before = checkAbsorption(question);
          const after = checkAbsorption({ ...question, stockTargetQuantity: stockTargetQuantity + more });

          expect(after.capacityQuantity).toBe(before.capacityQuantity + more);
          expect(before.overQuantity - after.overQuantity).toBeLessThanOrEqual(more);
          expect(before.overQuantity === 0).toBe(quantity30Days <= before.capacityQuantity);
        },
      ),
    );
  });

  it('is that of the closest area, and of the line itself before that of all lines', () => {
    const row = (areaCode: string, productLine: string): Capacity => ({
      areaCode,
      productLine,
      sellOutQuantity: 1,
      stockTargetQuantity: 0,
      version: 1,
      updatedAt: 0,
    });
    const rows = [
      row('*', '饮品'),
      row('330100', '*'),
      row('330100', '饮品'),
      row('330200', '饮品'),
      row('330106109', '*'),
    ];
    const at = (regionCode: string, townCode: string | null, productLine: string) => {
      const capacity = capacityAt(rows, { regionCode, townCode }, productLine);
      return capacity && `${capacity.areaCode} ${capacity.productLine}`;
    };

    expect(at('330106', null, '饮品')).toBe('330100 饮品');
    expect(at('330106', '330106109', '饮品')).toBe('330106109 *');
    expect(at('330106', null, '食品')).toBe('330100 *');
    expect(at('310115', null, '饮品')).toBe('* 饮品');
    expect(at('310115', null, '食品')).toBeNull();
  });
});

describe('the policy of a day', () => {
  const policy = (sellerId: string, startsOn: string, borderMetres: number) => ({
    sellerId,
    startsOn,
    borderMetres,
    absorptionBp: 15_000,
  });
  const policies = [
    policy('*', '2026-01-01', 4_000),
    policy('D1', '2026-02-01', 1_000),
    policy('*', '2026-03-01', 5_000),
    policy('D1', '2026-04-01', 2_000),
  ];

  it.each([
    ['D1', '2025-12-31', defaultPolicy.borderMetres],
    ['D1', '2026-01-31', 4_000],
    ['D1', '2026-02-01', 1_000],
    ['D1', '2026-03-15', 1_000],
    ['D1', '2026-04-01', 2_000],
    ['D2', '2026-02-28', 4_000],
    ['D2', '2026-03-01', 5_000],
  ])('for %s on %s', (sellerId, on, borderMetres) => {
    expect(policyOn(policies, sellerId, on).borderMetres).toBe(borderMetres);
    expect(policyOn([...policies].reverse(), sellerId, on).borderMetres).toBe(borderMetres);
  });
});
