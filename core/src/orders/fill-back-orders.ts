import type { Fen } from '../platform/money';
import type { Pick as LotPick } from '../stock';
import type { BackOrder } from './fulfilment';

/** A line that waits, with what decides whether goods go to it. */
export interface Waiting extends Pick<
  BackOrder,
  'orderId' | 'lineNo' | 'sellerId' | 'buyerId' | 'skuId' | 'backOrdered' | 'priority' | 'backOrderedAt'
> {
  /** False while its region or its buyer's overdue bills keep goods from going out. */
  readonly mayFill: boolean;
  /** What so many of its waiting units, from the first, are worth. */
  worthFen(units: number): Fen;
}

export interface Fill {
  readonly orderId: string;
  readonly lineNo: number;
  readonly quantity: number;
  readonly heldFen: Fen;
  readonly picks: readonly LotPick[];
}

/** What is left while fills are decided one after the other. */
export interface FillBalances {
  /** Lots for so many units of this line; what it answers is only taken by `take`. */
  allocate(line: Waiting, quantity: number): readonly LotPick[];
  /** What this line's buyer may still buy of its seller on account. */
  availableFen(line: Waiting): Fen;
  take(line: Waiting, fill: Fill): void;
}

/**
 * Gives what has come in to the lines that wait: higher priority first, then the longer wait, then the
 * order's id. A line that credit does not cover is filled as far as it does; what is blocked is passed over.
 */
export function fillBackOrders(waiting: readonly Waiting[], balances: FillBalances): readonly Fill[] {
  const fills: Fill[] = [];
  for (const line of [...waiting].sort(byTurn)) {
    if (!line.mayFill) continue;
    const quantity = affordable(line, balances.availableFen(line));
    if (quantity === 0) continue;
    const picks = balances.allocate(line, quantity);
    const filled = picks.reduce((total, pick) => total + pick.quantity, 0);
    if (filled === 0) continue;
    const { orderId, lineNo } = line;
    const fill = { orderId, lineNo, quantity: filled, heldFen: line.worthFen(filled), picks };
    balances.take(line, fill);
    fills.push(fill);
  }
  return fills;
}

/** The most units whose worth the credit covers. */
export function affordable(line: Pick<Waiting, 'backOrdered' | 'worthFen'>, availableFen: Fen): number {
  let [least, most] = [0, line.backOrdered];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (line.worthFen(middle) <= availableFen) least = middle;
    else most = middle - 1;
  }
  return least;
}

export function byTurn(one: Waiting, other: Waiting): number {
  return (
    other.priority - one.priority ||
    one.backOrderedAt - other.backOrderedAt ||
    compare(one.orderId, other.orderId) ||
    one.lineNo - other.lineNo
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
