import {
  countIn,
  packingProblem,
  packingRule,
  restBeside,
  stepDown,
  stepUp,
  stepperUnits,
  toMixedUnits,
  withCount,
} from './units';
import type { Packing } from './units';

const aPacking = (over: Partial<Packing> = {}): Packing => ({
  baseUnit: '瓶',
  units: [
    { unit: '瓶', factor: 1, sellable: true },
    { unit: '箱', factor: 12, sellable: true },
  ],
  minimumQuantity: 1,
  multipleQuantity: 1,
  maximumQuantity: null,
  ...over,
});

describe('mixed units', () => {
  it.each([
    [0, '0瓶'],
    [5, '5瓶'],
    [24, '2箱'],
    [29, '2箱5瓶'],
  ])('says %i bottles at 12 a case as %s', (quantity, said) => {
    expect(toMixedUnits(quantity, aPacking())).toBe(said);
  });

  it('leaves out packs that are not sold', () => {
    const packing = aPacking({
      units: [
        { unit: '瓶', factor: 1, sellable: true },
        { unit: '箱', factor: 12, sellable: true },
        { unit: '托', factor: 480, sellable: false },
      ],
    });

    expect(toMixedUnits(480, packing)).toBe('40箱');
    expect(stepperUnits(packing).map(({ unit }) => unit)).toEqual(['箱', '瓶']);
  });
});

describe('stepping', () => {
  it('goes from nothing to the minimum', () => {
    expect(stepUp(0, 1, aPacking({ minimumQuantity: 24 }))).toBe(24);
  });

  it('lands on multiples', () => {
    const packing = aPacking({ minimumQuantity: 12, multipleQuantity: 6 });

    expect(stepUp(12, 1, packing)).toBe(18);
    expect(stepDown(18, 1, packing)).toBe(12);
    expect(stepDown(12, 1, packing)).toBe(0);
  });

  it('never steps over the maximum', () => {
    const packing = aPacking({ multipleQuantity: 12, maximumQuantity: 30 });

    expect(stepUp(12, 12, packing)).toBe(24);
    expect(stepUp(24, 12, packing)).toBe(24);
  });

  it('steps only to what may be ordered', () => {
    const packing = aPacking({ minimumQuantity: 10, multipleQuantity: 4, maximumQuantity: 50 });

    for (let quantity = 0; quantity <= 48; quantity += 1)
      for (const step of [1, 12])
        for (const next of [stepUp(quantity, step, packing), stepDown(quantity, step, packing)])
          expect(next === 0 || packingProblem(next, packing) === null).toBe(true);
  });
});

describe('the steppers of a SKU', () => {
  const named = (packing: Packing) => stepperUnits(packing).map(({ unit }) => unit);
  const cases = { unit: '箱', factor: 12, sellable: true };

  it('count packs and loose pieces, listed or not', () => {
    expect(named(aPacking())).toEqual(['箱', '瓶']);
    expect(named(aPacking({ units: [cases] }))).toEqual(['箱', '瓶']);
    expect(named(aPacking({ units: [] }))).toEqual(['瓶']);
  });

  it('count packs only when loose pieces cannot be ordered', () => {
    const unsold = { unit: '瓶', factor: 1, sellable: false };

    expect(named(aPacking({ units: [unsold, cases] }))).toEqual(['箱']);
    expect(named(aPacking({ units: [cases], multipleQuantity: 24 }))).toEqual(['箱']);
  });

  it('leave over what no stepper shows', () => {
    const packsOnly = stepperUnits(aPacking({ units: [cases], multipleQuantity: 12 }));

    expect(restBeside(29, packsOnly)).toBe(5);
    expect(restBeside(29, stepperUnits(aPacking()))).toBe(0);
  });
});

describe('the counts of two steppers', () => {
  it('split a quantity and put it together again', () => {
    const units = stepperUnits(aPacking());
    const [cases, bottles] = units;
    if (!cases || !bottles) throw new Error('expected two units');

    expect([countIn(29, cases, units), countIn(29, bottles, units)]).toEqual([2, 5]);
    expect(withCount(29, 3, cases, units)).toBe(41);
    expect(withCount(29, 0, bottles, units)).toBe(24);
  });
});

describe('what a SKU allows', () => {
  it('is said in the units it is sold in', () => {
    const packing = aPacking({ minimumQuantity: 24, multipleQuantity: 12, maximumQuantity: 120 });

    expect(packingRule(packing)).toBe('2箱起订 · 按1箱递增 · 限10箱');
    expect(packingProblem(5, packing)).toBe('最少订 2箱');
    expect(packingProblem(29, packing)).toBe('须按 1箱 的整倍数订');
    expect(packingProblem(132, packing)).toBe('最多订 10箱');
    expect(packingProblem(36, packing)).toBeNull();
  });
});
