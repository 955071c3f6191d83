import type { ListedPrice, Sku } from '../catalog';
import type { CreditAccount, Overdue } from '../credit';
import type { Address, Party, Supply } from '../partners';
import type { Instant } from '../platform/clock';
import type { Lot } from '../stock';
import type { Grant } from '../territory';
import type { Rule } from './model';

/** Everything a batch of orders is decided on, read at once. */
export interface Facts {
  readonly parties: ReadonlyMap<string, Party>;
  readonly supplies: readonly Supply[];
  readonly addresses: ReadonlyMap<string, Address>;
  readonly skus: ReadonlyMap<string, Sku>;
  /** By `priceKey(sellerId, skuId)`. */
  readonly prices: ReadonlyMap<string, readonly ListedPrice[]>;
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  /** By `accountKey(buyerId, sellerId)`. */
  readonly accounts: ReadonlyMap<string, CreditAccount>;
  readonly overdue: ReadonlyMap<string, Overdue>;
  readonly lots: readonly Lot[];
}

/** A price agreed when the order was placed; it stands when the order is looked at again. */
export interface AgreedPrice {
  readonly unitPriceE4: number;
  readonly priceListId: string;
}

export interface RequestLine {
  readonly lineNo: number;
  readonly skuId: string;
  readonly quantity: number;
  readonly agreed: AgreedPrice | null;
}

/** An order to decide, with everything named that a basket may leave open. */
export interface OrderRequest {
  readonly orderId: string;
  readonly buyer: Party;
  readonly seller: Party;
  readonly shipTo: Pick<Address, 'id' | 'receiver' | 'phone' | 'regionCode' | 'detail'>;
  readonly lines: readonly RequestLine[];
  /** What a reviewer has overruled. */
  readonly accepted: ReadonlySet<Rule>;
  readonly at: Instant;
}
