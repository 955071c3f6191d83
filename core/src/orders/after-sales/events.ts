import type { DomainEvent, Instant } from '../../platform';
import type { AfterSales, AfterSalesKind } from './model';

/** What other desks are told about after-sales. Each payload says all its readers need. */
export interface AfterSalesTold {
  readonly requestId: string;
  readonly number: string;
  readonly kind: AfterSalesKind;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly sellerId: string;
  readonly buyerId: string;
}

/** 窜货线索: goods were shown that this customer was not sent. */
export interface DiversionSuspected extends AfterSalesTold {
  readonly lots: readonly { readonly skuId: string; readonly lotNo: string }[];
}

export interface AfterSalesClosed extends AfterSalesTold {
  readonly state: 'closed' | 'withdrawn' | 'lapsed';
  readonly grantedFen: number;
  readonly replacementId: string | null;
}

export interface AfterSalesReceived extends AfterSalesTold {
  /** Units that came back, lot by lot: what counts as bought is less by them. */
  readonly units: readonly {
    readonly orderLineNo: number;
    readonly skuId: string;
    readonly lotNo: string;
    readonly quantity: number;
  }[];
}

/** A replacement was given up, and what came back was paid for. */
export interface AfterSalesPaidInstead extends AfterSalesTold {
  readonly grantedFen: number;
}

interface Payloads {
  readonly 'afterSales.requested': AfterSalesTold;
  readonly 'afterSales.approved': AfterSalesTold;
  readonly 'afterSales.refused': AfterSalesTold & { readonly words: string };
  readonly 'afterSales.received': AfterSalesReceived;
  readonly 'afterSales.closed': AfterSalesClosed;
  readonly 'afterSales.paidInstead': AfterSalesPaidInstead;
  readonly 'afterSales.diversionSuspected': DiversionSuspected;
}

/** What every event says of a request. */
export const told = ({
  id,
  number,
  kind,
  orderId,
  orderNumber,
  sellerId,
  buyerId,
}: AfterSales): AfterSalesTold => ({ requestId: id, number, kind, orderId, orderNumber, sellerId, buyerId });

/** An event of one request; events of the same request are delivered in the order they were made. */
export function afterSalesEvent<Name extends keyof Payloads>(
  id: string,
  name: Name,
  at: Instant,
  payload: Payloads[Name],
): DomainEvent {
  return { id, name, version: 1, aggregate: `afterSales:${payload.requestId}`, at, payload };
}
