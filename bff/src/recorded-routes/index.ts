import type { Contract } from '../contract';
import {
  attachmentsRecordings,
  catalogRecordings,
  exchangeRecordings,
  poolRecordings,
  stockRecordings,
} from './goods';
import { creditRecordings, paymentsRecordings, promotionsRecordings, rebatesRecordings } from './money';
import {
  afterSalesRecordings,
  deliveryRecordings,
  flashRecordings,
  listsRecordings,
  messagesRecordings,
  ordersRecordings,
  shippingRecordings,
} from './orders';
import { announcementsRecordings, authRecordings, partnersRecordings, territoryRecordings } from './people';
import type { RecordingsOf } from './recording';
import { insightRecordings, openApiRecordings, workRecordings } from './system';

/**
 * What the audit log keeps of each route that is no GET. A route without its row does not compile: who adds one decides
 * whether it is recorded.
 */
export const recordedRoutes: { readonly [Domain in keyof Contract]: RecordingsOf<Domain> } = {
  auth: authRecordings,
  attachments: attachmentsRecordings,
  catalog: catalogRecordings,
  partners: partnersRecordings,
  territory: territoryRecordings,
  orders: ordersRecordings,
  stock: stockRecordings,
  pool: poolRecordings,
  credit: creditRecordings,
  payments: paymentsRecordings,
  lists: listsRecordings,
  flash: flashRecordings,
  afterSales: afterSalesRecordings,
  delivery: deliveryRecordings,
  exchange: exchangeRecordings,
  insight: insightRecordings,
  promotions: promotionsRecordings,
  rebates: rebatesRecordings,
  messages: messagesRecordings,
  announcements: announcementsRecordings,
  shipping: shippingRecordings,
  auditLog: {},
  system: {},
  work: workRecordings,
  openApi: openApiRecordings,
};
