import type { Platform } from '../platform';
import { deliveriesService } from './deliveries-service';
import { type DeskAround, deskService } from './desk-service';
import { salesService } from './sales-service';
import { tallyJob } from './tally-service';

/** What the figures say, and what waits for whom. */
export const insightService = (platform: Platform, around: DeskAround) => ({
  ...deskService(platform, around),
  ...salesService(platform),
  ...deliveriesService(platform),
  jobs: () => [tallyJob(platform)],
});

export { insightBooks } from './check-books';
export type { Desk, DeskAround, SalesToday, Waiting } from './desk-service';
export type { DeliveryFigures, GoodsFigures, OrderFigures } from './model';
export type { NamedDeliveries } from './deliveries-service';
export type { SalesQuery } from './sales-query';
export type { NamedFigures, NamedGoods } from './sales-service';
export { insightTables } from './tables';
export { countHistory, tallyAll, turnConsumer } from './tally-service';
