import type { Day, Instant } from '../platform/clock';
import type { Quality } from './model';

/** What was done to a lot where it stands. */
export type OperationKind = 'quality' | 'freeze' | 'unfreeze' | 'destroy' | 'adjust';

/** 作业单: one thing done to one lot, by whom and why. Its movements name it. */
export interface StockOperation {
  readonly id: string;
  readonly ownerId: string;
  readonly warehouseId: string;
  readonly lotId: string;
  readonly skuId: string;
  readonly lotNo: string;
  readonly kind: OperationKind;
  readonly fromQuality: Quality;
  /** Null when the goods do not change quality. */
  readonly toQuality: Quality | null;
  /** Moved to another quality or destroyed; in an adjustment the change, negative when goods are missing. */
  readonly quantity: number;
  readonly reason: string;
  /** Who saw it, or which papers show it. */
  readonly proof: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly at: Instant;
}

export type TransferState = 'inTransit' | 'received';

/** 调拨单: goods on their way between two warehouses of one owner. */
export interface Transfer {
  readonly id: string;
  readonly ownerId: string;
  readonly fromWarehouseId: string;
  readonly toWarehouseId: string;
  readonly state: TransferState;
  readonly reason: string;
  readonly dispatchedBy: string;
  readonly dispatchedAt: Instant;
  readonly receivedBy: string | null;
  readonly receivedAt: Instant | null;
}

/** One lot on its way. Once it has come, arrived + damaged + missing = quantity. */
export interface TransferLine {
  readonly transferId: string;
  readonly lineNo: number;
  /** The lot it left. */
  readonly lotId: string;
  readonly skuId: string;
  readonly lotNo: string;
  readonly producedOn: Day;
  readonly expiresOn: Day;
  readonly quality: Quality;
  readonly quantity: number;
  /** Null while it is on its way. */
  readonly arrived: number | null;
  readonly damaged: number;
  readonly missing: number;
}

export type CountState = 'open' | 'confirmed' | 'cancelled';

/** 盘点单: what is there, counted by hand against the books. */
export interface CountSheet {
  readonly id: string;
  readonly ownerId: string;
  readonly warehouseId: string;
  readonly state: CountState;
  readonly note: string;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
}

export interface CountLine {
  readonly sheetId: string;
  readonly lineNo: number;
  readonly lotId: string;
  readonly skuId: string;
  readonly lotNo: string;
  readonly quality: Quality;
  /** What the books said when the lot was counted; before that, when the sheet was opened. */
  readonly booked: number;
  readonly bookedAt: Instant;
  /** Null until counted. */
  readonly counted: number | null;
  readonly countedBy: string | null;
  /** What was posted on confirmation: counted − booked; null until then. */
  readonly difference: number | null;
}
