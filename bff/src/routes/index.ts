import { type Core, readSettings, type Settings } from '@tongpan/core';
import type { Handlers } from '../http/handlers';
import { afterSalesHandlers } from './after-sales';
import { announcementHandlers } from './announcements';
import { attachmentHandlers } from './attachments';
import { auditLogHandlers } from './audit-log';
import { authHandlers } from './auth';
import { catalogHandlers } from './catalog';
import { creditHandlers } from './credit';
import { deliveryHandlers } from './delivery';
import { exchangeHandlers } from './exchange';
import { flashHandlers, type FlashRates } from './flash';
import { insightHandlers } from './insight';
import { listHandlers } from './lists';
import { messageHandlers } from './messages';
import { openApiHandlers } from './open-api';
import { orderHandlers } from './orders';
import { partnerHandlers } from './partners';
import { paymentHandlers } from './payments';
import { poolHandlers } from './pool';
import { promotionHandlers } from './promotions';
import { rebateHandlers } from './rebates';
import { shippingHandlers } from './shipping';
import { stockHandlers } from './stock';
import { systemHandlers } from './system';
import { territoryHandlers } from './territory';
import { workHandlers } from './work';

/** A handler for every route of the contract, over one core that was started with these settings or the usual ones. */
export const handlersOf = (
  core: Core,
  rates?: Partial<FlashRates>,
  settings: Settings = readSettings({}),
): Handlers => ({
  auth: authHandlers(core),
  attachments: attachmentHandlers(core),
  catalog: catalogHandlers(core),
  partners: partnerHandlers(core),
  territory: territoryHandlers(core),
  orders: orderHandlers(core),
  stock: stockHandlers(core),
  pool: poolHandlers(core),
  credit: creditHandlers(core),
  payments: paymentHandlers(core),
  lists: listHandlers(core),
  flash: flashHandlers(core, rates),
  afterSales: afterSalesHandlers(core),
  delivery: deliveryHandlers(core),
  exchange: exchangeHandlers(core),
  insight: insightHandlers(core),
  promotions: promotionHandlers(core),
  rebates: rebateHandlers(core),
  messages: messageHandlers(core),
  announcements: announcementHandlers(core),
  shipping: shippingHandlers(core),
  auditLog: auditLogHandlers(core),
  system: systemHandlers(settings),
  work: workHandlers(core),
  openApi: openApiHandlers(core),
});
