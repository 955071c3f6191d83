import type { Platform } from '../platform';
import { deliveriesService } from './deliveries-service';
import { diversionsService } from './diversions-service';
import { lossesService } from './losses-service';
import { reportPlanService } from './plans';
import { promotedService } from './promoted-service';
import { returnsService } from './returns-service';
import { slowStockService } from './slow-stock-service';
import { type DeskAround, deskService } from './desk-service';
import { ordersBehindService } from './orders-behind-service';
import { receivablesService } from './receivables-service';
import { salesService } from './sales-service';
import { shelvesService } from './shelves-service';
import { tallyJob } from './tally-service';

/** What the figures say, and what waits for whom. */
export function insightService(platform: Platform, around: DeskAround) {
  const { planJobs, ...plans } = reportPlanService(platform);
  return {
    ...deskService(platform, around),
    ...salesService(platform),
    ...deliveriesService(platform),
    ...receivablesService(platform),
    ...shelvesService(platform),
    ...diversionsService(platform),
    ...lossesService(platform),
    ...slowStockService(platform),
    ...returnsService(platform),
    ...promotedService(platform),
    ...ordersBehindService(platform),
    ...plans,
    jobs: () => [tallyJob(platform), ...planJobs()],
  };
}

export { insightBooks } from './check-books';
export type { Desk, DeskAround, SalesToday, Waiting } from './desk-service';
export type { DeliveryFigures, GoodsFigures, OrderFigures } from './model';
export type { NamedDeliveries } from './deliveries-service';
export type { FigureOf } from './orders-behind-service';
export type { SalesQuery } from './sales-query';
export type { NamedFigures, NamedGoods } from './sales-service';
export * from './plans';
export { insightTables } from './tables';
export { countHistory, tallyAll, turnConsumer } from './tally-service';
