import { areaList } from '@vant/area-data';

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
