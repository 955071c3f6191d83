import type { z } from 'zod';
import { afterSalesRoutes } from './after-sales';
import { announcementRoutes } from './announcements';
import { attachmentRoutes } from './attachments';
import { auditLogRoutes } from './audit-log';
import { authRoutes } from './auth';
import { catalogRoutes } from './catalog';
import { creditRoutes } from './credit';
import { deliveryRoutes } from './delivery';
import type { Endpoints } from './endpoints';
import { exchangeRoutes } from './exchange';
import { flashRoutes } from './flash';
import { insightRoutes } from './insight';
import { listRoutes } from './lists';
import { messageRoutes } from './messages';
import { openApiRoutes } from './open-api';
import { orderRoutes } from './orders';
import { partnerRoutes } from './partners';
import { paymentRoutes } from './payments';
import { poolRoutes } from './pool';
import { promotionRoutes } from './promotions';
import { rebateRoutes } from './rebates';
import type { Route } from './route';
import { shippingRoutes } from './shipping';
import { stockRoutes } from './stock';
import { systemRoutes } from './system';
import { territoryRoutes } from './territory';
import { workRoutes } from './work';

/** Every route there is. The type check below fails when an endpoint has no route, or a route no endpoint. */
export const contract = {
  auth: authRoutes,
  attachments: attachmentRoutes,
  catalog: catalogRoutes,
  partners: partnerRoutes,
  territory: territoryRoutes,
  orders: orderRoutes,
  stock: stockRoutes,
  pool: poolRoutes,
  credit: creditRoutes,
  payments: paymentRoutes,
  lists: listRoutes,
  flash: flashRoutes,
  afterSales: afterSalesRoutes,
  delivery: deliveryRoutes,
  exchange: exchangeRoutes,
  insight: insightRoutes,
  promotions: promotionRoutes,
  rebates: rebateRoutes,
  messages: messageRoutes,
  announcements: announcementRoutes,
  shipping: shippingRoutes,
  auditLog: auditLogRoutes,
  system: systemRoutes,
  work: workRoutes,
  openApi: openApiRoutes,
} satisfies {
  [Domain in keyof Endpoints]: {
    [Name in keyof Endpoints[Domain]]: Route<Endpoints[Domain][Name] & string, z.ZodType, z.ZodType>;
  };
};

export type Contract = typeof contract;

/** What a caller may leave out is left out: the schema's input side. */
export type InputOf<R> = R extends { input: infer I extends z.ZodType } ? z.input<I> : never;
/** What a handler receives: defaults filled in. */
export type ParsedOf<R> = R extends { input: infer I extends z.ZodType } ? z.output<I> : never;
export type OutputOf<R> = R extends { output: infer O extends z.ZodType } ? z.output<O> : never;
