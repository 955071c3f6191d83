import { coversArea, isRegionCode, regionName } from '../territory';
import { distributors, headquarters, stores } from './partners';

const everybody = [
  { ...headquarters, place: [headquarters.regionCode, ''] as const },
  ...distributors,
  ...stores,
];

describe('the partners of the demo', () => {
  it('are as many as a brand of some size has', () => {
    expect(distributors).toHaveLength(30);
    expect(stores.length).toBeGreaterThanOrEqual(800);
  });

  it('are told apart by code and by name', () => {
    expect(new Set(everybody.map(({ code }) => code)).size).toBe(everybody.length);
    expect(new Set(everybody.map(({ name }) => name)).size).toBe(everybody.length);
  });

  it('are in districts there are', () => {
    const nowhere = everybody.filter(({ place: [code] }) => !isRegionCode(code) || regionName(code) === code);

    expect(nowhere).toEqual([]);
  });

  it('are served by the one distributor that may sell there', () => {
    const astray = stores.filter(({ place: [regionCode], distributorCode }) => {
      const mayServe = distributors.filter(({ areas }) => areas.some((area) => coversArea(area, regionCode)));
      return mayServe.length !== 1 || mayServe[0]?.code !== distributorCode;
    });

    expect(astray).toEqual([]);
  });
});
