import type { ListedPrice, QuantityCheck, Sku } from '../catalog';
import type { CreditAccount } from '../credit';
import type { Fen } from '../platform/money';
import type { Allocation, Reservation } from '../stock';
import type { OrderRequest } from './facts';
import type { NewHold } from './holds';
import type { Finding, Verdict } from './model';

/** A line with its price, its lots, and what became of its quantity. */
export interface DecidedLine {
  readonly lineNo: number;
  readonly sku: Sku;
  readonly quantity: number;
  /** Null when no list of the seller names it for this buyer. */
  readonly price: DecidedPrice | null;
  readonly amountFen: Fen;
  /** What of the amount is not cancelled. */
  readonly payableFen: Fen;
  readonly check: QuantityCheck;
  readonly allocation: Allocation;
  /** An accepted shortage: not promised, not owed. */
  readonly cancelled: number;
  readonly caseUnit: string;
  readonly caseFactor: number;
}

export interface DecidedPrice {
  readonly unitPriceE4: number;
  readonly priceListId: string;
  /** The list it stands in; null when that list is gone. */
  readonly list: ListedPrice | null;
}

/** What is to be done with an order, and why. */
export interface Decision {
  readonly request: OrderRequest;
  readonly lines: readonly DecidedLine[];
  readonly goodsFen: Fen;
  readonly payableFen: Fen;
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly holds: readonly NewHold[];
  readonly account: CreditAccount | undefined;
  readonly reservations: readonly Reservation[];
  /** What of the buyer's credit it takes. */
  readonly heldFen: Fen;
}
