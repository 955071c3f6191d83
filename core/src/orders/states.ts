import type { OrderState } from './model';

/** Every way an order may go. What is not here does not happen. */
const ways: Readonly<Record<OrderState, readonly OrderState[]>> = {
  held: ['held', 'approved', 'rejected', 'cancelled'],
  /** An edit or a reopening runs every check again, and the order goes where they say. */
  approved: ['approved', 'held', 'rejected', 'picking', 'shipped', 'cancelled', 'shortClosed'],
  /** Something has gone out and something is still to go; closing the rest ends the wait. */
  picking: ['picking', 'shipped', 'signed', 'completed'],
  shipped: ['signed', 'completed'],
  /** All is signed for, and a difference is still open. */
  signed: ['completed'],
  completed: [],
  /** Reopened when it was a mistake. */
  rejected: ['held', 'approved'],
  cancelled: ['held', 'approved'],
  shortClosed: [],
};

/** Every state there is. */
export const orderStates = Object.keys(ways) as readonly OrderState[];

/** States that ask nobody for anything more; orders gather in them for ever. */
const ended: ReadonlySet<OrderState> = new Set(['completed', 'rejected', 'cancelled', 'shortClosed']);

export const hasEnded = (state: OrderState) => ended.has(state);

/** True when an order may go from one state to another. */
export const mayBecome = (from: OrderState, to: OrderState) => ways[from].includes(to);

/** The state after a shipment. */
export const afterShipping = (everythingShipped: boolean): OrderState =>
  everythingShipped ? 'shipped' : 'picking';

/** The state after a signing: differences that are not settled keep an order open. */
export function afterSigning(
  state: OrderState,
  everythingSigned: boolean,
  hasOpenClaims: boolean,
): OrderState {
  if (state !== 'shipped' || !everythingSigned) return state;
  return hasOpenClaims ? 'signed' : 'completed';
}

/** The state after a difference was settled. */
export const afterSettling = (state: OrderState, hasOpenClaims: boolean): OrderState =>
  state === 'signed' && !hasOpenClaims ? 'completed' : state;

/** What closing the rest of an order leaves. */
export interface Closing {
  readonly state: OrderState;
  /** Units still promised and not shipped. */
  readonly stillPromised: number;
  readonly stillBackOrdered: number;
  readonly shipped: number;
  readonly everythingSigned: boolean;
  readonly hasOpenClaims: boolean;
}

/** The state after closing what was owed: nothing left and nothing sent ends it, otherwise it goes its way. */
export function afterClosing(left: Closing): OrderState {
  if (left.stillPromised + left.stillBackOrdered > 0) return left.state;
  if (left.shipped === 0) return 'shortClosed';
  return left.everythingSigned ? afterSigning('shipped', true, left.hasOpenClaims) : 'shipped';
}
