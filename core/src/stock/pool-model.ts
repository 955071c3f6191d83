import type { Day, Instant } from '../platform/clock';
import type { BasisPoints, Fen, PriceE4 } from '../platform/money';
import type { StorageZone, Warehouse } from './model';

/** Every zone there is: what a warehouse serves of which nobody has said otherwise. */
export const storageZones: readonly StorageZone[] = ['ambient', 'chilled', 'frozen'];

/** A warehouse as it is first named; what is left out is what most warehouses are. */
export type NewWarehouse = Pick<Warehouse, 'id' | 'ownerId' | 'name' | 'regionCode'> & Partial<Warehouse>;

/** A warehouse that serves every zone and region, a day away, at no extra cost, unless it says otherwise. */
export const plainWarehouse = (named: NewWarehouse): Warehouse => ({
  temperatureZones: storageZones,
  leadDays: 1,
  costRank: 0,
  servesRegions: [],
  ...named,
});

/** 合同仓: the warehouse a seller has agreed to serve a buyer from. */
export interface ContractWarehouse {
  readonly sellerId: string;
  readonly buyerId: string;
  readonly warehouseId: string;
  /** True when no other warehouse may serve this buyer. */
  readonly isOnly: boolean;
}

export type QuotaPeriod = 'week' | 'month' | 'whole';

/** What borrowed goods cost the borrower: a price per base unit for each SKU, or a share of what it pays itself. */
export type TransferPrice =
  | { readonly kind: 'fixed'; readonly prices: Readonly<Record<string, PriceE4>> }
  | { readonly kind: 'purchaseShare'; readonly shareBp: BasisPoints };

export type AgreementState = 'proposed' | 'active' | 'declined' | 'ended';

/** 共享协议: a lender lets a borrower promise its stock, up to a quota, at a transfer price. */
export interface SharingAgreement {
  readonly id: string;
  readonly lenderId: string;
  readonly borrowerId: string;
  /** What it covers: one SKU, a product line, or everything (`scopeId` is then `*`). */
  readonly scope: 'sku' | 'productLine' | 'all';
  readonly scopeId: string;
  /** Base units, all SKUs it covers together, in each period. */
  readonly quotaQuantity: number;
  readonly period: QuotaPeriod;
  readonly price: TransferPrice;
  readonly startsOn: Day;
  /** Exclusive; null never ends. */
  readonly endsOn: Day | null;
  readonly state: AgreementState;
  /** The party whose proposal it is; HQ's own are agreed from the start. */
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly endedBy: string | null;
  readonly endedAt: Instant | null;
}

/** How much of an agreement's quota is used in the period that begins on a day. */
export interface SharingUse {
  readonly agreementId: string;
  readonly periodOn: Day;
  readonly usedQuantity: number;
}

export type BorrowState = 'requested' | 'promised' | 'declined' | 'released' | 'arrived';

/** 借货申请: the borrower's own record of what it asked for an order line. Only its side writes it. */
export interface BorrowRequest {
  readonly id: string;
  readonly borrowerId: string;
  readonly lenderId: string;
  readonly agreementId: string;
  readonly orderId: string;
  readonly lineNo: number;
  readonly skuId: string;
  readonly quantity: number;
  /** What the lender has promised; 0 until it answers. */
  readonly promised: number;
  /** What has come into the borrower's own stock. */
  readonly arrived: number;
  readonly unitPriceE4: PriceE4;
  readonly lastsUntil: Day;
  readonly state: BorrowState;
  /** Why there is nothing: the lender's answer, or what ended the order. */
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
}

export type LoanState = 'reserved' | 'declined' | 'released' | 'lent';

/** 借出单: the lender's own record of a request. Only its side writes it. */
export interface Loan {
  /** The id of the borrower's request. */
  readonly id: string;
  readonly lenderId: string;
  readonly borrowerId: string;
  readonly agreementId: string;
  readonly skuId: string;
  /** What is promised, and later what left; 0 when declined. */
  readonly quantity: number;
  readonly unitPriceE4: PriceE4;
  /** The period whose quota it used. */
  readonly periodOn: Day;
  readonly state: LoanState;
  readonly reason: string;
  readonly decidedAt: Instant;
  readonly closedAt: Instant | null;
}

/** 借货结算: goods that went from a lender's lot to a borrower, and what they are worth between the two. */
export interface BorrowSettlement {
  readonly id: string;
  readonly loanId: string;
  readonly lenderId: string;
  readonly borrowerId: string;
  readonly skuId: string;
  readonly lotId: string;
  readonly lotNo: string;
  readonly producedOn: Day;
  readonly expiresOn: Day;
  readonly quantity: number;
  readonly unitPriceE4: PriceE4;
  readonly amountFen: Fen;
  /** The bill it stands on; null when the two have no account and settle by themselves. */
  readonly billId: string | null;
  readonly at: Instant;
}

/** The reservations of a loan stand under this name. No caller can give it to an order: ids carry no colon. */
export const loanKey = (loanId: string) => `loan:${loanId}`;
