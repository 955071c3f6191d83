import { catalogService, catalogTables } from './catalog';
import { creditService, creditTables } from './credit';
import { demoHeadquartersId, loadDemo, playDemo } from './demo';
import { orderConsumers, orderService, orderTables } from './orders';
import { partnerService, partnerTables } from './partners';
import { type Clock, type Log, openPlatform, type Platform, type Settings } from './platform';
import { migrations } from './platform/database/migrations';
import { riskTables } from './risk';
import { recordDayJob, stockService, stockTables } from './stock';
import { territoryTables } from './territory';

/** Every table of every domain. */
export const tables = [
  ...catalogTables,
  ...partnerTables,
  ...territoryTables,
  ...stockTables,
  ...creditTables,
  ...riskTables,
  ...orderTables,
];

export type CoreSettings = Pick<
  Settings,
  'databaseUrl' | 'databasePool' | 'dataDir' | 'redisUrl' | 'sessionDays'
>;

/** The domains over one platform, wired together. */
export interface Core extends Platform {
  readonly catalog: ReturnType<typeof catalogService>;
  readonly partners: ReturnType<typeof partnerService>;
  readonly stock: ReturnType<typeof stockService>;
  readonly credit: ReturnType<typeof creditService>;
  readonly orders: ReturnType<typeof orderService>;
  /** Begins the background work of a `worker`: events are delivered and jobs run. */
  startWork(): Promise<void>;
  /** Loads the demo company when there is no HQ yet. Answers whether the HQ there is now is the demo's. */
  loadDemoIfEmpty(): Promise<boolean>;
}

/**
 * Opens the core on the engines the settings name, its schema up to date.
 * @throws Unavailable
 */
export async function openCore(
  settings: CoreSettings,
  options: { readonly clock?: Clock; readonly log?: Log } = {},
): Promise<Core> {
  const platform = await openPlatform(settings, { tables, migrations, ...options });
  const orders = orderService(platform);
  platform.outbox.register(...orderConsumers(platform));
  platform.jobs.register(orders.lapseJob(), recordDayJob(platform));
  const core: Core = {
    ...platform,
    catalog: catalogService(platform.database),
    partners: partnerService(platform, settings.sessionDays),
    stock: stockService(platform),
    credit: creditService(platform),
    orders,
    async startWork() {
      await platform.outbox.start();
      platform.jobs.start();
    },
    async loadDemoIfEmpty() {
      const known = await core.partners.headquarters();
      if (known) return known.id === demoHeadquartersId;
      await loadDemo(platform);
      await playDemo(core);
      return true;
    },
  };
  return core;
}

export { type BookResult, checkBooks } from './books';
export * from './catalog';
export * from './credit';
export { demoAccounts, demoPassword } from './demo';
export * from './orders';
export * from './partners';
export * from './platform';
export * from './risk';
export * from './stock';
export * from './territory';
