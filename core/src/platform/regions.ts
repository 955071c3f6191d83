/** Whether a GB/T 2260 code lies in an area: `33` and `330000` both cover `330106`. */
export const liesIn = (regionCode: string, area: string): boolean => regionCode.startsWith(prefixOf(area));

/** What the codes of all regions in an area begin with: `33` for `33` and for `330000`. */
export const prefixOf = (area: string): string => area.replace(/(00)+$/, '');
