import fc from 'fast-check';
import { areaPrefix, coversPlace } from './areas';
import { checkPassage } from './check-passage';
import { findConflicts, type KnownGoods } from './find-conflicts';
import type { Grant } from './model';
import type { Passage, PassageReason } from './passage';
import { explainPassage } from './explain-passage';
import { aGrant, aPassage, aTerritory } from './testing';

/** A small world in which everything meets everything: three sellers, a province with its parts, two lines. */
const areas = ['*', '330000', '330100', '330106', '330110', '330200', '330106109', '330106011'];
const places = [
  ['330106', '330106109'],
  ['330106', '330106011'],
  ['330106', '330106002'],
  ['330110', null],
  ['330203', null],
  ['310115', null],
] as const;
const sellers = ['a', 'b', 'c'];
const some = <Value>(values: readonly Value[], maxLength = 2) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });

const anyGrant = fc.record({
  sellerId: fc.constantFrom(...sellers),
  productLine: fc.constantFrom('饮品', '食品', '*', ''),
  onlyCategories: some(['水', '茶'], 1),
  includedSkuIds: some(['COLA', 'CHIPS'], 1),
  excludedSkuIds: some(['COLA', 'CHIPS'], 1),
  excludedCategories: some(['水', '茶'], 1),
  areas: some(areas),
  remainderAreas: some(
    areas.filter((area) => area.length <= 6),
    1,
  ),
  excludedAreas: some(areas, 1),
  channels: some(['modern', 'traditional'], 1),
  startsOn: fc.constantFrom('2025-01-01', '2026-01-01', '2026-02-01'),
  endsOn: fc.constantFrom(null, '2026-01-01', '2027-01-01'),
  exclusive: fc.boolean(),
});
/** Mostly in force and broad, so that most passages meet more than one grant. */
const anyBroadGrant = fc.record({
  sellerId: fc.constantFrom(...sellers),
  productLine: fc.constantFrom('饮品', '*'),
  areas: some(areas),
  remainderAreas: some(
    areas.filter((area) => area.length <= 6),
    1,
  ),
  exclusive: fc.boolean(),
});
/** As broad, with one thing that may keep it from clashing. */
const anyClash = fc
  .tuple(
    anyBroadGrant,
    anyGrant,
    fc.constantFrom<keyof Grant>('excludedAreas', 'channels', 'endsOn', 'productLine'),
  )
  .map(([broad, narrow, field]): Partial<Grant> => ({
    ...broad,
    [field]: (narrow as Partial<Grant>)[field],
  }));
const numbered = (grants: readonly Partial<Grant>[]) =>
  grants.map((grant, at) => aGrant({ ...grant, id: `g${String(at).padStart(2, '0')}` }));
const anyGrants = fc.array(fc.oneof(anyGrant, anyBroadGrant), { maxLength: 8 }).map(numbered);

const goods = new Map<string, KnownGoods>([
  ['COLA', { id: 'COLA', productLine: '饮品', category: '汽水' }],
  ['CHIPS', { id: 'CHIPS', productLine: '食品', category: '茶' }],
  ['WATER', { id: 'WATER', productLine: '饮品', category: '水' }],
]);
const anyPassage: fc.Arbitrary<Passage> = fc
  .record({
    sellerId: fc.constantFrom(...sellers),
    sku: fc.constantFrom(...goods.values()),
    place: fc.constantFrom(...places),
    channel: fc.constantFrom('modern', 'traditional'),
    on: fc.constantFrom('2025-06-01', '2026-01-15', '2026-06-01'),
  })
  .map(({ sku, place, ...rest }) =>
    aPassage({
      ...rest,
      skuId: sku.id,
      productLine: sku.productLine,
      category: sku.category,
      regionCode: place[0],
      townCode: place[1],
    }),
  );

/** The grants that could all be saved one after the other. */
function saved(grants: readonly Grant[]): readonly Grant[] {
  const kept: Grant[] = [];
  for (const grant of grants) if (findConflicts(kept, grant, goods).length === 0) kept.push(grant);
  return kept;
}

const judge = (grants: readonly Grant[], passage: Passage) => checkPassage(aTerritory(grants), passage);

describe('a passage', () => {
  it('is answered alike in whatever order the grants were given', () => {
    fc.assert(
      fc.property(
        anyGrants.chain((grants) =>
          fc.tuple(fc.constant(grants), fc.shuffledSubarray([...grants], { minLength: grants.length })),
        ),
        anyPassage,
        ([grants, shuffled], passage) => {
          expect(judge(shuffled, passage)).toEqual(judge(grants, passage));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('is never let through by a grant that excludes its SKU, whatever else that grant says', () => {
    fc.assert(
      fc.property(fc.array(anyGrant, { maxLength: 6 }), anyPassage, (given, passage) => {
        const excluding = numbered(given.map((grant) => ({ ...grant, excludedSkuIds: [passage.skuId] })));

        expect(judge(excluding, passage).answer).toBe('block');
      }),
    );
  });

  it('is stopped by an exclusion as close as what would let it through', () => {
    fc.assert(
      fc.property(anyGrants, anyPassage, (grants, passage) => {
        const { answer, grantId } = judge(grants, passage);
        fc.pre(answer === 'pass');
        const granted = grants.find(({ id }) => id === grantId) as Grant;
        const exclusion = { ...granted, id: 'exclusion', excludedSkuIds: [passage.skuId] };

        expect(judge([...grants, exclusion], passage)).toMatchObject({
          answer: 'block',
          reason: 'excludedGoods',
          grantId: 'exclusion',
        });
      }),
      { numRuns: 500 },
    );
  });

  it('passes under a grant closer than every other, and is stopped by a closer exclusion', () => {
    fc.assert(
      fc.property(anyGrants, anyPassage, fc.boolean(), (grants, sent, excludes) => {
        const passage = { ...sent, regionCode: '330106', townCode: '330106002' };
        const closest = aGrant({
          id: 'closest',
          sellerId: passage.sellerId,
          productLine: '*',
          areas: ['330106002'],
          exclusive: false,
          excludedSkuIds: excludes ? [passage.skuId] : [],
        });

        expect(judge([...grants, closest], passage)).toMatchObject({
          answer: excludes ? 'block' : 'pass',
          grantId: 'closest',
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('never finds two exclusive grants in a set that could be saved', () => {
    let met = 0;
    fc.assert(
      fc.property(anyGrants, anyPassage, (grants, passage) => {
        const exclusive = saved(grants).filter((grant) => grant.exclusive);
        const passing = sellers.filter(
          (sellerId) => judge(exclusive, { ...passage, sellerId }).answer === 'pass',
        );
        const shutOut = sellers.filter(
          (sellerId) => judge(exclusive, { ...passage, sellerId }).reason === 'exclusive',
        );
        met += passing.length;

        expect(passing.length).toBeLessThanOrEqual(1);
        expect(shutOut).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(met).toBeGreaterThan(200);
  });

  it('is always told why, in Chinese, and what would help when it is not let through', () => {
    fc.assert(
      fc.property(anyGrants, anyPassage, (grants, passage) => {
        const answer = judge(grants, passage);
        const { message, remedy } = explainPassage(answer);

        expect(message).toMatch(/[一-龥]/);
        expect(message + remedy).not.toMatch(/undefined|NaN|null/);
        expect(remedy !== '').toBe(answer.answer !== 'pass');
      }),
    );
  });
});

describe('the rest of an area', () => {
  it('and what others hold of it by name make up the whole, and share nothing', () => {
    const within = ['330100', '330106', '330110', '330200', '330106109', '330106011'];
    fc.assert(
      fc.property(some(within, 4), fc.constantFrom(...places.slice(0, 5)), (held, [regionCode, townCode]) => {
        const rest = aGrant({ sellerId: 'a', areas: [], remainderAreas: ['330000'] });
        const named = aGrant({ sellerId: 'b', areas: held });
        const passage = { regionCode, townCode };
        const passing = ['a', 'b'].filter(
          (sellerId) => judge([rest, named], aPassage({ ...passage, sellerId })).answer === 'pass',
        );
        const isNamed = held.some((area) => coversPlace(areaPrefix(area), passage));

        expect(passing).toEqual([isNamed ? 'b' : 'a']);
      }),
    );
  });
});

describe('a conflict', () => {
  it('is mutual, and shares the same goods, areas, channels and days both ways', () => {
    fc.assert(
      fc.property(anyGrants, (grants) => {
        const [one, other] = grants;
        fc.pre(one !== undefined && other !== undefined);
        const told = (from: Grant, to: Grant) =>
          findConflicts([to], from, goods).map(({ grantId: _, sellerId: __, ...shared }) => shared);

        expect(told(one, other)).toEqual(told(other, one));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is found whenever two exclusive grants let through the same goods', () => {
    let met = 0;
    fc.assert(
      fc.property(anyClash, anyClash, anyPassage, (first, second, passage) => {
        const [one, other] = numbered([
          { ...first, sellerId: 'a', exclusive: true },
          { ...second, sellerId: 'b', exclusive: true },
        ]) as [Grant, Grant];
        const alone = (grants: readonly Grant[], sellerId: string) =>
          judge(grants, { ...passage, sellerId }).answer === 'pass';
        const reasons = new Set<PassageReason>(['exclusive']);
        const clash = ['a', 'b'].some((sellerId) =>
          reasons.has(judge([one, other], { ...passage, sellerId }).reason),
        );
        fc.pre(clash && alone([one], 'a') && alone([other], 'b'));
        met += 1;

        expect(findConflicts([other], one, goods)).not.toEqual([]);
      }),
      { numRuns: 200, maxSkipsPerRun: 500 },
    );
    expect(met).toBeGreaterThan(100);
  });
});
