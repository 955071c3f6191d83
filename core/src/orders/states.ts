import type { OrderState } from './model';

/** Every way an order may go. What is not here does not happen. */
const ways: Readonly<Record<OrderState, readonly OrderState[]>> = {
  held: ['approved', 'rejected', 'cancelled'],
  approved: ['picking', 'shipped', 'cancelled'],
  /** Something has gone out and something is still to go. */
  picking: ['picking', 'shipped', 'shortClosed'],
  shipped: ['signed', 'completed'],
  /** All is signed for, and a difference is still open. */
  signed: ['completed'],
  completed: [],
  rejected: [],
  cancelled: [],
  shortClosed: [],
};

/** True when an order may go from one state to another. */
export const mayBecome = (from: OrderState, to: OrderState) => ways[from].includes(to);

/** The state after a shipment. */
export const afterShipping = (everythingShipped: boolean): OrderState =>
  everythingShipped ? 'shipped' : 'picking';

/** The state after a signing: differences keep an order open for a claim. */
export function afterSigning(
  state: OrderState,
  everythingSigned: boolean,
  hasDifferences: boolean,
): OrderState {
  if (state !== 'shipped' || !everythingSigned) return state;
  return hasDifferences ? 'signed' : 'completed';
}
