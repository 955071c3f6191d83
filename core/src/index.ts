import { announcementService, announcementTables } from './announcements';
import { attachmentService, attachmentTables } from './attachments';
import { auditLogService, auditLogTables } from './audit-log';
import { catalogService, catalogTables, loadSkus } from './catalog';
import { creditService, creditTables, ladderJob, openCashAccount } from './credit';
import { demoHeadquartersId, type DemoOptions, loadDemo, playDemo } from './demo';
import { exchangeService, exchangeTables } from './exchange';
import { insightService, insightTables, planTables, turnConsumer } from './insight';
import { forgetConsents, messageService, messageTables, type Postman } from './messages';
import {
  afterSalesConsumers,
  afterSalesService,
  afterSalesTables,
  borrowService,
  type Cashier,
  deliveryTermsService,
  demandService,
  flashConsumer,
  flashService,
  orderConsumers,
  orderService,
  orderTables,
  paymentService,
  type ShippingTeller,
  shippingUploadService,
  shippingUploadTables,
  surplusConsumer,
} from './orders';
import { type Courier, openApiService, openApiTables } from './open-api';
import {
  loadParties,
  type NewSupply,
  partnerDayJob,
  partnerService,
  partnerTables,
  type SignInDoors,
} from './partners';
import {
  type Clock,
  type Log,
  openPlatform,
  type Platform,
  type Settings,
  type Tx,
  workService,
} from './platform';
import { paymentTables } from './payments';
import { migrations } from './platform/database/migrations';
import {
  expireRebatesJob,
  type FlashChallenge,
  promotionService,
  promotionTables,
  rebateService,
} from './promotions';
import { riskTables } from './risk';
import {
  expiryJob,
  poolService,
  purgeStockJob,
  recordDayJob,
  releaseSoftJob,
  stockService,
  stockTables,
} from './stock';
import { servePlaces, territoryService, territoryTables } from './territory';

/** Every table of every domain. */
export const tables = [
  ...attachmentTables,
  ...catalogTables,
  ...partnerTables,
  ...territoryTables,
  ...stockTables,
  ...creditTables,
  ...promotionTables,
  ...paymentTables,
  ...riskTables,
  ...orderTables,
  ...afterSalesTables,
  ...exchangeTables,
  ...insightTables,
  ...planTables,
  ...messageTables,
  ...shippingUploadTables,
  ...auditLogTables,
  ...announcementTables,
  ...openApiTables,
];

export type CoreSettings = Pick<
  Settings,
  'databaseUrl' | 'databasePool' | 'dataDir' | 'redisUrl' | 'sessionDays'
> &
  Partial<Pick<Settings, 'workLeaseSeconds'>>;

/** The domains over one platform, wired together. */
export interface Core extends Platform {
  readonly announcements: ReturnType<typeof announcementService>;
  readonly attachments: ReturnType<typeof attachmentService>;
  readonly auditLog: ReturnType<typeof auditLogService>;
  readonly catalog: ReturnType<typeof catalogService>;
  readonly partners: ReturnType<typeof partnerService>;
  readonly territory: ReturnType<typeof territoryService>;
  readonly stock: ReturnType<typeof stockService>;
  readonly pool: ReturnType<typeof poolService> &
    ReturnType<typeof borrowService> &
    ReturnType<typeof demandService>;
  readonly credit: ReturnType<typeof creditService>;
  readonly orders: ReturnType<typeof orderService>;
  readonly payments: ReturnType<typeof paymentService>;
  readonly afterSales: ReturnType<typeof afterSalesService>;
  readonly delivery: ReturnType<typeof deliveryTermsService>;
  readonly flash: ReturnType<typeof flashService>;
  readonly insight: ReturnType<typeof insightService>;
  readonly exchange: ReturnType<typeof exchangeService>;
  readonly promotions: ReturnType<typeof promotionService>;
  readonly rebates: ReturnType<typeof rebateService>;
  readonly messages: ReturnType<typeof messageService>;
  readonly shipping: ReturnType<typeof shippingUploadService>;
  readonly openApi: ReturnType<typeof openApiService>;
  readonly work: ReturnType<typeof workService>;
  /** Begins the background work of a `worker`: events are delivered and jobs run. */
  startWork(): Promise<void>;
  /** Loads the demo company when there is no HQ yet. Answers whether the HQ there is now is the demo's. */
  loadDemoIfEmpty(options?: DemoOptions): Promise<boolean>;
}

/**
 * Opens the core on the engines the settings name, its schema up to date.
 * @throws Unavailable
 */
export async function openCore(
  settings: CoreSettings,
  options: {
    readonly clock?: Clock;
    readonly log?: Log;
    readonly challenge?: FlashChallenge;
    readonly cashier?: Cashier | null;
    /** The ways in besides the password; left out, there are none. */
    readonly doors?: SignInDoors | null;
    /** Who brings messages to people's WeChat; left out, they stay here. */
    readonly postman?: Postman | null;
    /** Who tells WeChat of shipments; left out, nobody does. */
    readonly shipping?: ShippingTeller | null;
    /** Who brings messages to the addresses of parties; left out, nobody does. */
    readonly courier?: Courier | null;
    /** How long entries of the audit log wait to be written together; null: until somebody flushes them. */
    readonly auditDelayMs?: number | null;
  } = {},
): Promise<Core> {
  const platform = await openPlatform(settings, { tables, migrations, ...options });
  const announcements = announcementService(platform);
  const attachments = attachmentService(platform);
  const auditLog = auditLogService(platform, options.auditDelayMs);
  const orders = orderService(platform);
  const payments = paymentService(platform, options.cashier ?? null);
  const afterSales = afterSalesService(platform);
  const flash = flashService(platform, options);
  const exchange = exchangeService(platform);
  const promotions = promotionService(platform);
  const messages = messageService(platform, options.postman ?? null);
  const insight = insightService(platform, { countFailedSends: messages.countFailed });
  const shipping = shippingUploadService(platform, options.shipping ?? null);
  const openApi = openApiService(platform, options.courier ?? null, {
    tellPaused: messages.tellWebhookPaused,
  });
  platform.outbox.register(
    ...orderConsumers(platform),
    ...afterSalesConsumers(platform),
    flashConsumer(platform.coordination.gates),
    surplusConsumer(platform),
    turnConsumer,
    messages.consumer(),
    ...shipping.consumers(),
    ...openApi.consumers(),
  );
  const around = {
    openAccount: (tx: Tx, supply: NewSupply) => openCashAccount(tx, platform.newId, supply),
    servePlaces,
    forgetConsents,
  };
  platform.jobs.register(partnerDayJob(platform, around));
  platform.jobs.register(orders.autoSignJob(), orders.lists.recurringJob(), ...orders.backOrderJobs());
  platform.jobs.register(
    orders.lapseJob(),
    recordDayJob(platform),
    expiryJob(platform),
    releaseSoftJob(platform),
    purgeStockJob(platform),
    ladderJob(platform),
  );
  platform.jobs.register(...payments.jobs());
  platform.jobs.register(announcements.purgeJob(), attachments.tendJob());
  platform.jobs.register(expireRebatesJob(platform), orders.rebates.accrueJob());
  platform.jobs.register(
    afterSales.closeLapsedJob(),
    ...exchange.jobs(),
    ...insight.jobs(),
    ...flash.jobs(),
    promotions.endPromotionsJob(),
    promotions.warnOfBudgetsJob(),
  );
  platform.jobs.register(...messages.jobs(), ...shipping.jobs(), auditLog.purgeJob());
  platform.jobs.register(...openApi.jobs());
  const core: Core = {
    ...platform,
    announcements,
    attachments,
    auditLog,
    catalog: catalogService(platform),
    partners: partnerService(platform, settings.sessionDays, around, options.doors ?? null),
    territory: territoryService(platform, { sellersOf: loadParties, goodsOf: loadSkus }),
    stock: stockService(platform),
    pool: { ...poolService(platform), ...borrowService(platform), ...demandService(platform) },
    credit: creditService(platform),
    orders,
    payments,
    afterSales,
    delivery: deliveryTermsService(platform),
    flash,
    exchange,
    insight,
    promotions,
    rebates: rebateService(platform),
    messages,
    shipping,
    openApi,
    work: workService(platform),
    async startWork() {
      await platform.outbox.start();
      platform.jobs.start();
    },
    async close() {
      await auditLog.close();
      await platform.close();
    },
    async loadDemoIfEmpty(options = {}) {
      const known = await core.partners.headquarters();
      if (known) return known.id === demoHeadquartersId;
      await loadDemo(platform, options);
      await playDemo(core);
      return true;
    },
  };
  return core;
}

export { type BookResult, checkBooks } from './books';
export * from './announcements';
export * from './attachments';
export * from './audit-log';
export * from './catalog';
export * from './credit';
export { demoAccounts, type DemoOptions, demoPassword } from './demo';
export * from './exchange';
export * from './insight';
export * from './messages';
export * from './open-api';
export * from './orders';
export * from './partners';
export * from './payments';
export * from './platform';
export * from './promotions';
export * from './risk';
export * from './stock';
export * from './territory';
export { openWechat } from './wechat-outside';
