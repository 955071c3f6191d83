import { coversArea, isRegionCode, regionName } from '../territory';
import { distributors, headquarters, stores } from './partners';

const everybody = [
  { ...headquarters, place: [headquarters.regionCode, ''] as const },
  ...distributors,
  ...stores,
];

describe('the partners of the demo', () => {
  it('are told apart by code and by name', () => {
    expect(new Set(everybody.map(({ code }) => code)).size).toBe(everybody.length);
    expect(new Set(everybody.map(({ name }) => name)).size).toBe(everybody.length);
  });

  it.each(everybody.map(({ name, place }) => [name, place[0]]))(
    '%s is in a district there is',
    (_name, regionCode) => {
      expect(isRegionCode(regionCode)).toBe(true);
      expect(regionName(regionCode)).not.toBe(regionCode);
    },
  );

  it.each(stores.map(({ name, place, distributorCode }) => [name, place[0], distributorCode]))(
    '%s is where its distributor, and no other, may sell',
    (_name, regionCode, distributorCode) => {
      const mayServe = distributors.filter(({ areas }) => areas.some((area) => coversArea(area, regionCode)));

      expect(mayServe.map(({ code }) => code)).toEqual([distributorCode]);
    },
  );
});
