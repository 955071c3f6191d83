import type { AfterSalesState } from './model';

/** Every way a request may go. What is not here does not happen. */
const ways: Readonly<Record<AfterSalesState, readonly AfterSalesState[]>> = {
  /** Where no goods are to come, approval settles it at once. */
  requested: ['approved', 'closed', 'refused', 'withdrawn'],
  approved: ['closed', 'withdrawn', 'lapsed'],
  refused: [],
  withdrawn: [],
  lapsed: [],
  closed: [],
};

/** Every state there is. */
export const afterSalesStates = Object.keys(ways) as readonly AfterSalesState[];

/** True when a request may go from one state to another. */
export const mayTurn = (from: AfterSalesState, to: AfterSalesState): boolean => ways[from].includes(to);

/** True when what it asks for still counts: it is open, or was granted. */
export const isLive = (state: AfterSalesState): boolean =>
  state === 'requested' || state === 'approved' || state === 'closed';
