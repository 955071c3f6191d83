import type { OrderState } from './model';
import { hasEnded } from './states';

/** Work that waits is told to the order; a longer queue is told as `1999+`. */
const openLimit = 1_999;
/** Ended orders gather for ever, and nobody acts on how many there are. */
const endedLimit = 999;

/** How many orders of a state are told at most. */
export const countLimit = (state: OrderState) => (hasEnded(state) ? endedLimit : openLimit);

export interface StateCount {
  readonly state: OrderState;
  readonly orderCount: number;
  /** True when there are more than `orderCount`. */
  readonly isCapped: boolean;
}

/** What is told of a state of which `counted` orders were found. */
export function tellCount(state: OrderState, counted: number): StateCount {
  const limit = countLimit(state);
  return { state, orderCount: Math.min(counted, limit), isCapped: counted > limit };
}
