import { areaList } from '@vant/area-data';
import fc from 'fast-check';
import { checkTerritory, coversArea } from './check-territory';
import type { Grant } from './model';
import { aGrant, aGrantedPassage } from './testing';

const answerOf = (grants: readonly Grant[], passage = aGrantedPassage()) => {
  const answer = checkTerritory(grants, passage);
  return answer.answer === 'block' ? answer.reason : answer.answer;
};

describe('goods on their way', () => {
  it.each<[string, Partial<Grant>, string]>([
    ['pass under a grant of their line', {}, 'pass'],
    ['pass under a grant of every line', { productLine: '*' }, 'pass'],
    ['pass when named although their line is not', { productLine: '食品', includedSkuIds: ['sku'] }, 'pass'],
    ['are blocked when their line is not granted', { productLine: '食品' }, 'line'],
    ['are blocked when excluded from their line', { excludedSkuIds: ['sku'] }, 'line'],
    ['are blocked when excluded from every line', { productLine: '*', excludedSkuIds: ['sku'] }, 'line'],
    [
      'are blocked when both named and excluded',
      { includedSkuIds: ['sku'], excludedSkuIds: ['sku'] },
      'line',
    ],
    ['are not touched by the exclusion of others', { excludedSkuIds: ['other'] }, 'pass'],
    ['pass into the province', { areas: ['330000'] }, 'pass'],
    ['pass into the province by its prefix', { areas: ['33'] }, 'pass'],
    ['pass into the city', { areas: ['330100'] }, 'pass'],
    ['pass into the city by its prefix', { areas: ['3301'] }, 'pass'],
    ['pass into the district', { areas: ['330106'] }, 'pass'],
    ['pass into the whole country', { areas: ['*'] }, 'pass'],
    ['pass into one area of several', { areas: ['310000', '330106'] }, 'pass'],
    ['are blocked from another province', { areas: ['310000'] }, 'area'],
    ['are blocked from another city', { areas: ['330200'] }, 'area'],
    ['are blocked from the district next door', { areas: ['330105'] }, 'area'],
    ['are blocked where no area is granted', { areas: [] }, 'area'],
    ['pass to a channel that is granted', { channels: ['modern', 'traditional'] }, 'pass'],
    ['are blocked from a channel that is not', { channels: ['modern'] }, 'channel'],
    ['pass from the first day', { startsOn: '2026-01-01' }, 'pass'],
    ['are blocked before the first day', { startsOn: '2026-01-02' }, 'date'],
    ['pass on the last day', { endsOn: '2026-01-02' }, 'pass'],
    ['are blocked from the end on', { endsOn: '2026-01-01' }, 'date'],
    ['are looked at under a temporary permit', { kind: 'temporary' }, 'review'],
    ['are blocked when that permit is over', { kind: 'temporary', endsOn: '2026-01-01' }, 'date'],
  ])('%s', (_rule, grant, expected) => {
    expect(answerOf([aGrant(grant)])).toBe(expected);
  });

  it('are blocked without any grant', () => {
    expect(answerOf([])).toBe('line');
  });

  it.each<[string, readonly Partial<Grant>[], string]>([
    ['area when another grant gives only the line', [{ areas: ['31'] }, { productLine: '食品' }], 'area'],
    [
      'channel when no grant gives all of line, area and channel',
      [{ channels: ['modern'] }, { areas: ['31'] }],
      'channel',
    ],
    ['date when one grant gives all but that', [{ endsOn: '2025-06-01' }, { channels: ['modern'] }], 'date'],
  ])('are blocked by the first thing no grant gives: %s', (_rule, grants, reason) => {
    expect(answerOf(grants.map(aGrant))).toBe(reason);
  });

  it('pass by a regular grant although a temporary permit covers them too', () => {
    const regular = aGrant();

    for (const grants of [
      [aGrant({ kind: 'temporary' }), regular],
      [regular, aGrant({ kind: 'temporary' })],
    ]) {
      expect(checkTerritory(grants, aGrantedPassage())).toEqual({ answer: 'pass', grantId: regular.id });
    }
  });

  it('never gain from a grant that is excluded, over or elsewhere', () => {
    const useless = fc
      .constantFrom<Partial<Grant>>(
        { excludedSkuIds: ['sku'] },
        { areas: ['310000'] },
        { channels: ['modern'] },
        { startsOn: '2026-01-02' },
        { endsOn: '2026-01-01' },
        { productLine: '食品' },
      )
      .chain((given) =>
        fc
          .record({ kind: fc.constantFrom<Grant['kind']>('regular', 'temporary') })
          .map((kind) => aGrant({ ...given, ...kind })),
      );
    fc.assert(
      fc.property(fc.array(useless), (grants) => {
        expect(checkTerritory(grants, aGrantedPassage()).answer).toBe('block');
      }),
    );
  });
});

describe('an area', () => {
  const counties = Object.keys(areaList.county_list);

  it('covers its own districts and nobody else’s, in every province and city there is', () => {
    const areas = [...Object.keys(areaList.province_list), ...Object.keys(areaList.city_list)];
    fc.assert(
      fc.property(fc.constantFrom(...areas), fc.constantFrom(...counties), (area, county) => {
        const isProvince = area.endsWith('0000');
        const same = isProvince
          ? area.slice(0, 2) === county.slice(0, 2)
          : area.slice(0, 4) === county.slice(0, 4);

        expect(coversArea(area, county)).toBe(same);
      }),
      { numRuns: 2_000 },
    );
  });

  it('covers every district through its province, its city and itself, written long or short', () => {
    for (const county of counties) {
      const walkingUp = [
        county,
        county.slice(0, 4),
        `${county.slice(0, 4)}00`,
        county.slice(0, 2),
        `${county.slice(0, 2)}0000`,
      ];
      expect(walkingUp.filter((area) => !coversArea(area, county))).toEqual([]);
    }
  });

  it('of one district covers no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counties), fc.constantFrom(...counties), (one, other) => {
        expect(coversArea(one, other)).toBe(one === other);
      }),
      { numRuns: 2_000 },
    );
  });
});
