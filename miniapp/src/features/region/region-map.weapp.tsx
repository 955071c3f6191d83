import type { RegionMapProps } from './region-map-props';

/** No map: what is drawn cannot be pressed here, and the list says the same. */
export const RegionMap = (_: RegionMapProps) => null;
