import type { LoadResult } from '../load/load-model';

/** What a load came to, and what an order took: CPU time of our process and the database, and rows looked at. */
export interface Placing extends LoadResult {
  readonly cpuMs: number | null;
  readonly rowsRead: number | null;
}
/** By point and connections: `orders_1000-64`, a value a round. */
export type Placings = Map<string, Placing[]>;
/** By point, then by list. */
export type Lists = Map<string, Map<string, number | string>>;
