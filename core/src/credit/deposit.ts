import type { Instant } from '../platform/clock';
import type { Fen } from '../platform/money';

/**
 * `prepaid` 预存; `earnest` 定金 of an order, forfeited when the buyer backs out; `orderDeposit` 订金 of an
 * order, always refundable; `market` 市场保证金; `packaging` 周转箱押金, as money (crates are not counted).
 */
export const depositKinds = ['prepaid', 'earnest', 'orderDeposit', 'market', 'packaging'] as const;
export type DepositKind = (typeof depositKinds)[number];

/** A balance of one account and kind. What is held is promised to documents and still in the balance. */
export interface Deposit {
  readonly id: string;
  readonly accountId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly kind: DepositKind;
  readonly balanceFen: Fen;
  readonly heldFen: Fen;
}

/** What of a deposit one document holds. */
export interface DepositHold {
  readonly depositId: string;
  readonly documentId: string;
  readonly heldFen: Fen;
}

export type DepositAction =
  'topUp' | 'hold' | 'release' | 'capture' | 'refund' | 'forfeit' | 'deduct' | 'reverse';

/** An entry of a deposit's ledger: balance and held are the sums of its entries. */
export interface DepositEntry {
  readonly id: string;
  readonly depositId: string;
  readonly action: DepositAction;
  readonly balanceFen: Fen;
  readonly heldFen: Fen;
  /** The order or other document it is about; empty when it is about none. */
  readonly documentId: string;
  readonly reversesId: string | null;
  readonly reason: string;
  readonly actorId: string;
  readonly at: Instant;
}

const actionsOf: Readonly<Record<DepositKind, readonly DepositAction[]>> = {
  prepaid: ['topUp', 'hold', 'release', 'capture', 'refund', 'deduct', 'reverse'],
  earnest: ['topUp', 'capture', 'refund', 'forfeit'],
  orderDeposit: ['topUp', 'capture', 'refund'],
  market: ['topUp', 'refund', 'deduct', 'reverse'],
  packaging: ['topUp', 'refund', 'deduct', 'reverse'],
};

/** Deposits of an order belong to it from the first fen: every entry names it and is held for it. */
export const belongsToOrder = (kind: DepositKind): boolean => kind === 'earnest' || kind === 'orderDeposit';

export interface DepositChange {
  readonly balanceFen: Fen;
  readonly heldFen: Fen;
}

/**
 * What an action does to a balance; null when this kind of deposit knows no such action. Whether the balance
 * allows it is asked by the write: free = balance − held and each document's hold stay ≥ 0.
 */
export function depositChange(
  kind: DepositKind,
  action: DepositAction,
  amountFen: Fen,
): DepositChange | null {
  if (!actionsOf[kind].includes(action)) return null;
  const heldToo = belongsToOrder(kind);
  switch (action) {
    case 'topUp':
      return { balanceFen: amountFen, heldFen: heldToo ? amountFen : 0 };
    case 'hold':
      return { balanceFen: 0, heldFen: amountFen };
    case 'release':
      return { balanceFen: 0, heldFen: -amountFen };
    case 'capture':
      return { balanceFen: -amountFen, heldFen: -amountFen };
    case 'refund':
    case 'forfeit':
      return { balanceFen: -amountFen, heldFen: heldToo ? -amountFen : 0 };
    case 'deduct':
    case 'reverse':
      return { balanceFen: -amountFen, heldFen: 0 };
  }
}

/** True when a balance, and what one document holds of it, can bear a change. */
export function canBear(
  { balanceFen, heldFen }: Pick<Deposit, 'balanceFen' | 'heldFen'>,
  documentHeldFen: Fen,
  change: DepositChange,
): boolean {
  const afterHeldFen = heldFen + change.heldFen;
  return (
    documentHeldFen + change.heldFen >= 0 &&
    afterHeldFen >= 0 &&
    balanceFen + change.balanceFen >= afterHeldFen
  );
}
