import { areaList } from '@vant/area-data';
import { townName, townsOf } from './towns/town-names';

/** Cities of the list that only gather counties; nobody writes them in an address. */
const gatheringNames = new Set(['县', '省直辖县', '自治区直辖县级行政区划']);

/** `浙江省杭州市西湖区` for a GB/T 2260 code; the code itself when it is not known. */
export function regionName(code: string): string {
  const province = areaList.province_list[`${code.slice(0, 2)}0000`] ?? '';
  const city = areaList.city_list[`${code.slice(0, 4)}00`] ?? '';
  const county = areaList.county_list[code] ?? '';
  // A municipality stands in the list twice, as province and as its own only city.
  const isWritten = city !== province && !gatheringNames.has(city);
  const parts = [province, isWritten ? city : '', county].filter(Boolean);
  return parts.join('') || code;
}

/** True for a district, county or town of the list. */
export function isRegionCode(code: string): boolean {
  return Object.hasOwn(areaList.county_list, code);
}

/** The name of a province, city, district, town (nine digits) or of the country (`*`); the code when it is not known. */
export function divisionName(code: string): string {
  if (code === '*') return '全国';
  if (code.length <= 6) return regionName(code);
  const town = townName(code);
  return town === null ? code : regionName(code.slice(0, 6)) + town;
}

/** True for a province, city, district or town there is, written in full, and for the country. */
export function isDivision(code: string): boolean {
  if (code === '*') return true;
  if (code.length > 6) return townName(code) !== null;
  return [areaList.province_list, areaList.city_list, areaList.county_list].some((list) =>
    Object.hasOwn(list, code),
  );
}

export interface Division {
  readonly code: string;
  /** Its own name, without those of the divisions around it. */
  readonly name: string;
  readonly hasChildren: boolean;
}

/** What a division is divided into: provinces for `*`, then cities, districts, towns; none for a town. */
export function divisionsIn(code: string): readonly Division[] {
  if (code === '*') return listed(areaList.province_list, () => true);
  if (code.endsWith('0000')) return listed(areaList.city_list, (city) => city.startsWith(code.slice(0, 2)));
  if (Object.hasOwn(areaList.city_list, code)) {
    return listed(areaList.county_list, (county) => county.startsWith(code.slice(0, 4)));
  }
  return townsOf(code).map((town) => ({ ...town, hasChildren: false }));
}

/**
 * The same as addresses write it: where a city of the list is written nowhere, as in a municipality, the districts
 * and counties it gathers stand in its place.
 */
export function writtenDivisionsIn(code: string): readonly Division[] {
  const divisions = divisionsIn(code);
  if (!code.endsWith('0000')) return divisions;
  const province = areaList.province_list[code];
  return divisions.flatMap((city) =>
    city.name === province || gatheringNames.has(city.name) ? divisionsIn(city.code) : [city],
  );
}

const listed = (
  names: Readonly<Record<string, string>>,
  isIn: (code: string) => boolean,
): readonly Division[] =>
  Object.entries(names)
    .filter(([code]) => isIn(code))
    .map(([code, name]) => ({
      code,
      name,
      hasChildren: code.endsWith('00') || townsOf(code).length > 0,
    }));
