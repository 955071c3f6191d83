import type { Desk } from './desk-service';
import { limitDesk } from './limit-desk-service';
import type { ExchangeKind } from './model';
import { partnerDesk } from './partner-desk-service';
import { priceDesk } from './price-desk-service';
import { productDesk } from './product-desk-service';
import { stockDesk } from './stock-desk-service';

/** Every kind of file there is. */
export const desks: ReadonlyMap<ExchangeKind, Desk> = new Map(
  [productDesk, partnerDesk, stockDesk, priceDesk, limitDesk].map((desk) => [desk.kind, desk]),
);
