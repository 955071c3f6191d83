import type { Platform } from '../platform';
import { deskService } from './desk-service';
import { salesService } from './sales-service';
import { tallyJob } from './tally-service';

/** What the figures say, and what waits for whom. */
export const insightService = (platform: Platform) => ({
  ...deskService(platform),
  ...salesService(platform),
  jobs: () => [tallyJob(platform)],
});

export { insightBooks } from './check-books';
export type { Desk, SalesToday, Waiting } from './desk-service';
export type { DeliveryFigures, GoodsFigures, OrderFigures } from './model';
export type { NamedDeliveries, NamedFigures, NamedGoods, SalesQuery } from './sales-service';
export { insightTables } from './tables';
export { countHistory, tallyAll, turnConsumer } from './tally-service';
