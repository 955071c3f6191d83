import type { Contract } from '@tongpan/bff/src/contract';
import { afterSalesRows } from './after-sales';
import { announcementRows } from './announcements';
import { attachmentsRows } from './attachments';
import { auditLogRows } from './audit-log';
import { authRows } from './auth';
import { catalogRows } from './catalog';
import { creditRows } from './credit';
import { deliveryRows } from './delivery';
import { exchangeRows } from './exchange';
import { flashRows } from './flash';
import { insightRows } from './insight';
import { listsRows } from './lists';
import { messageRows } from './messages';
import { openApiRows } from './open-api';
import { ordersRows } from './orders';
import { partnersRows } from './partners';
import { paymentRows } from './payments';
import { poolRows } from './pool';
import { promotionsRows } from './promotions';
import { rebatesRows } from './rebates';
import type { RowsOf } from './row';
import { shippingRows } from './shipping';
import { stockRows } from './stock';
import { systemRows } from './system';
import { territoryRows } from './territory';
import { workRows } from './work';

/** A room without its rows, or a route without its row, does not compile. */
export const accessRows: { readonly [Domain in keyof Contract]: RowsOf<Domain> } = {
  auth: authRows,
  auditLog: auditLogRows,
  afterSales: afterSalesRows,
  attachments: attachmentsRows,
  catalog: catalogRows,
  partners: partnersRows,
  territory: territoryRows,
  orders: ordersRows,
  stock: stockRows,
  pool: poolRows,
  credit: creditRows,
  delivery: deliveryRows,
  payments: paymentRows,
  lists: listsRows,
  flash: flashRows,
  exchange: exchangeRows,
  insight: insightRows,
  promotions: promotionsRows,
  rebates: rebatesRows,
  messages: messageRows,
  announcements: announcementRows,
  shipping: shippingRows,
  system: systemRows,
  work: workRows,
  openApi: openApiRows,
};
