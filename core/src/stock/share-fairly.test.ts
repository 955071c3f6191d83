import fc from 'fast-check';
import { sum } from '../platform';
import { type ShareDemand, shareFairly } from './share-fairly';

const anyDemand = fc
  .record({
    wanted: fc.nat(200),
    shippedShare: fc.nat(100),
    promisedShare: fc.nat(100),
    isProtected: fc.boolean(),
    segment: fc.integer({ min: 1, max: 3 }),
    weight: fc.integer({ min: 1, max: 4 }),
    priority: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ wanted, shippedShare, promisedShare, ...rest }) => {
    const shipped = Math.floor((wanted * shippedShare) / 300);
    return { wanted, shipped, promised: Math.floor(((wanted - shipped) * promisedShare) / 100), ...rest };
  });
const anyDemands = fc
  .array(anyDemand, { maxLength: 8 })
  .map((demands) => demands.map((demand, at): ShareDemand => ({ id: `d${at}`, ...demand })));
/** Nothing shipped and nobody protected: only proportion decides. */
const anyFresh = anyDemands.map((demands) =>
  demands.map((demand) => ({ ...demand, shipped: 0, promised: 0, isProtected: false })),
);
const anyPack = fc.constantFrom(1, 6, 12, 24);

/** Goods in hand cover at least what was promised of them. */
const supplyOf = (more: number, demands: readonly ShareDemand[]) =>
  more + sum(demands.map(({ promised }) => promised));

describe('shareFairly', () => {
  it('gives no more than there is, and everything short of a pack while anybody wants it', () => {
    fc.assert(
      fc.property(fc.nat(800), anyDemands, anyPack, (more, demands, pack) => {
        const supply = supplyOf(more, demands);
        const { shares, left } = shareFairly(supply, demands, pack);

        expect(sum(shares.map(({ toGive }) => toGive)) + left).toBe(supply);
        expect(left).toBeGreaterThanOrEqual(0);
        const isMet = demands.every(({ wanted }, at) => shares[at]?.quantity === wanted);
        if (!isMet) expect(left).toBeLessThan(pack);
      }),
    );
  });

  it('gives nobody more than it wants, and takes nothing back that is shipped or protected', () => {
    fc.assert(
      fc.property(fc.nat(800), anyDemands, anyPack, (more, demands, pack) => {
        const { shares } = shareFairly(supplyOf(more, demands), demands, pack);

        demands.forEach(({ id, wanted, shipped, promised, isProtected }, at) => {
          const share = shares[at];
          expect(share?.id).toBe(id);
          expect(share?.quantity).toBeLessThanOrEqual(wanted);
          expect(share?.quantity).toBeGreaterThanOrEqual(shipped + (isProtected ? promised : 0));
        });
      }),
    );
  });

  it('gives whole packs, or all that is wanted', () => {
    fc.assert(
      fc.property(fc.nat(800), anyFresh, anyPack, (supply, demands, pack) => {
        shareFairly(supply, demands, pack).shares.forEach(({ quantity }, at) => {
          expect(quantity === demands[at]?.wanted || quantity % pack === 0).toBe(true);
        });
      }),
    );
  });

  it('serves a segment in full before the next gets a pack', () => {
    fc.assert(
      fc.property(fc.nat(800), anyFresh, anyPack, (supply, demands, pack) => {
        const { shares } = shareFairly(supply, demands, pack);

        demands.forEach(({ segment }, at) => {
          const later = demands.flatMap((other, of) => (other.segment > segment ? [of] : []));
          const isMet = shares[at]?.quantity === demands[at]?.wanted;
          if (!isMet) expect(sum(later.map((of) => shares[of]?.quantity ?? 0))).toBe(0);
        });
      }),
    );
  });

  it('never gives anybody less than its proportion in packs of any smaller supply', () => {
    fc.assert(
      fc.property(fc.nat(800), fc.nat(60), anyFresh, anyPack, (supply, more, demands, pack) => {
        const alike = demands.map((demand) => ({ ...demand, segment: 1, weight: 1 }));
        const wanted = sum(alike.map((demand) => demand.wanted));
        const after = shareFairly(supply + more, alike, pack);

        alike.forEach((demand, at) => {
          const part = wanted === 0 ? 0 : Math.floor((Math.min(supply, wanted) * demand.wanted) / wanted);
          expect(after.shares[at]?.quantity).toBeGreaterThanOrEqual(part - (part % pack));
        });
      }),
    );
  });

  it('never gives anybody less when there is more', () => {
    fc.assert(
      fc.property(fc.nat(800), fc.nat(60), anyDemands, anyPack, (more, further, demands, pack) => {
        const supply = supplyOf(more, demands);
        const before = shareFairly(supply, demands, pack);
        const after = shareFairly(supply + further, demands, pack);

        demands.forEach((_, at) => {
          expect(after.shares[at]?.quantity).toBeGreaterThanOrEqual(before.shares[at]?.quantity ?? 0);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives nobody less than its proportion by weight in packs', () => {
    fc.assert(
      fc.property(fc.nat(800), anyFresh, anyPack, (supply, demands, pack) => {
        const alike = demands.map((demand) => ({ ...demand, segment: 1 }));
        const worth = sum(alike.map(({ weight, wanted }) => weight * wanted));
        const { shares } = shareFairly(supply, alike, pack);

        alike.forEach(({ weight, wanted }, at) => {
          const part = worth === 0 ? 0 : Math.floor((supply * weight * wanted) / worth);
          const least = part >= wanted ? wanted : part - (part % pack);
          expect(shares[at]?.quantity).toBeGreaterThanOrEqual(least);
        });
      }),
    );
  });

  it('answers the same when it runs again, and whatever order the demands come in', () => {
    fc.assert(
      fc.property(fc.nat(800), anyDemands, anyPack, (more, demands, pack) => {
        const supply = supplyOf(more, demands);
        const first = shareFairly(supply, demands, pack);
        const turned = shareFairly(supply, [...demands].reverse(), pack);

        expect(shareFairly(supply, demands, pack)).toEqual(first);
        expect([...turned.shares].reverse()).toEqual(first.shares);
      }),
    );
  });

  it('answers the same totals after part of a plan was shipped', () => {
    fc.assert(
      fc.property(fc.nat(800), anyFresh, anyPack, fc.nat(100), (supply, demands, pack, part) => {
        const plan = shareFairly(supply, demands, pack);
        const shipped = plan.shares.map(({ quantity }) => Math.floor((quantity * part) / 100));
        const later = demands.map((demand, at) => ({ ...demand, shipped: shipped[at] ?? 0 }));

        const again = shareFairly(supply - sum(shipped), later, pack);

        expect(again.shares.map(({ quantity }) => quantity)).toEqual(
          plan.shares.map(({ quantity }) => quantity),
        );
        expect(again.left).toBe(plan.left);
      }),
    );
  });
});
