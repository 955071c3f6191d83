/** Walks up a GB/T 2260 code: `33` and `330000` cover `330106`; `*` covers the country. */
export function coversArea(area: string, regionCode: string): boolean {
  if (area === '*') return true;
  return regionCode.startsWith(area.replace(/(00)+$/, ''));
}
