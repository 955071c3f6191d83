import type { Place } from './model';

/** The part of an area code that all codes within it begin with: `33` for `330000`, nothing for `*`. */
export function areaPrefix(area: string): string {
  if (area === '*') return '';
  // A town's last digits may be zeros of its own.
  if (area.length > 6) return area;
  let end = area.length;
  while (end > 0 && area.endsWith('00', end)) end -= 2;
  return area.slice(0, end);
}

/** The code an area of this prefix is written with: `330000` for `33`, `*` for nothing. */
export const areaCode = (prefix: string) => (prefix === '' ? '*' : prefix.padEnd(6, '0'));

/** How close an area of this prefix is: 0 country, 1 province, 2 city, 3 district, 4 town. */
export const closeness = (prefix: string) => (prefix.length > 6 ? 4 : prefix.length / 2);

/** Whether a place lies in the area of a prefix. A town covers only what is known to lie in it. */
export function coversPlace(
  prefix: string,
  { regionCode, townCode }: Pick<Place, 'regionCode' | 'townCode'>,
) {
  return prefix.length > 6 ? townCode === prefix : regionCode.startsWith(prefix);
}

/** Whether one area lies within another, both as prefixes; an area lies within itself. */
export const liesWithin = (inner: string, outer: string) => inner.startsWith(outer);

/** Every prefix a district or town lies under, the country first. */
export function prefixesOver({
  regionCode,
  townCode,
}: Pick<Place, 'regionCode' | 'townCode'>): readonly string[] {
  const over = ['', regionCode.slice(0, 2), regionCode.slice(0, 4), regionCode];
  return townCode === null ? over : [...over, townCode];
}
