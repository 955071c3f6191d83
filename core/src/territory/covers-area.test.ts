import { areaList } from '@vant/area-data';
import fc from 'fast-check';
import { coversArea } from './covers-area';

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
