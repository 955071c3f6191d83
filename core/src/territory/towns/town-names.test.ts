import { areaList } from '@vant/area-data';
import { divisionName, divisionsIn, isDivision } from '../region-names';
import { districtsWithTowns, townName, townsOf } from './town-names';

describe('the list of towns', () => {
  const districts = districtsWithTowns();

  it('has every town of every district, each once', () => {
    const codes = districts.flatMap((district) => townsOf(district).map(({ code }) => code));

    expect(districts).toHaveLength(2_978);
    expect(codes).toHaveLength(41_352);
    expect(new Set(codes).size).toBe(41_352);
    expect(codes.every((code) => /^\d{9}$/.test(code))).toBe(true);
  });

  it('knows all but fifty of its districts by the codes of GB/T 2260', () => {
    const elsewhere = districts.filter((district) => !Object.hasOwn(areaList.county_list, district));
    const cities = elsewhere.filter((district) => Object.hasOwn(areaList.city_list, district));

    // The cities without districts have their towns under themselves.
    expect(cities.map((city) => areaList.city_list[city])).toEqual(
      expect.arrayContaining(['东莞市', '中山市', '儋州市']),
    );
    expect(elsewhere.length - cities.length).toBeLessThanOrEqual(50);
  });

  it.each([
    ['110101001', '东华门街道'],
    ['110102003', '新街口街道'],
    ['330106109', '三墩镇'],
    ['330106110', '双浦镇'],
    ['441900003', '东城街道'],
  ])('names %s %s', (code, name) => {
    expect(townName(code)).toBe(name);
    expect(divisionName(code).endsWith(name)).toBe(true);
    expect(isDivision(code)).toBe(true);
  });

  it.each(['330106999', '999999001', '', 'constructor', '330106'])('does not name %p', (code) => {
    expect(townName(code)).toBeNull();
    expect(townsOf(code.slice(0, 3))).toEqual([]);
  });
});

describe('divisions', () => {
  it('are looked up from the country down, and none is lost on the way', () => {
    const below = (code: string): readonly string[] => [
      code,
      ...divisionsIn(code).flatMap((division) => (code.length > 6 ? [] : below(division.code))),
    ];
    const all = new Set(below('*').filter((code) => code.length === 6));

    for (const list of [areaList.province_list, areaList.city_list, areaList.county_list])
      expect(Object.keys(list).filter((code) => !all.has(code))).toEqual([]);
    expect([...all].every(isDivision)).toBe(true);
  });

  it.each(['*', '330000', '330106', '330106109'])('include %s', (code) => {
    expect(isDivision(code)).toBe(true);
  });

  it.each(['33', '3301', '339900', '999999', '', 'toString'])('do not include %p', (code) => {
    expect(isDivision(code)).toBe(false);
  });
});
