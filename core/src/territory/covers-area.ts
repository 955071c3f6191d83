import { liesIn } from '../platform/regions';

/** Walks up a GB/T 2260 code: `33` and `330000` cover `330106`; `*` covers the country. */
export const coversArea = (area: string, regionCode: string): boolean =>
  area === '*' || liesIn(regionCode, area);
