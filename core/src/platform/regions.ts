/** Whether a GB/T 2260 code lies in an area: `33` and `330000` both cover `330106`. */
export const liesIn = (regionCode: string, area: string): boolean =>
  regionCode.startsWith(area.replace(/(00)+$/, ''));
