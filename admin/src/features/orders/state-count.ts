import { countText } from '../../ui/format';
import type { Answer } from '../../api';
import type { OrderState } from './model';

export type StateCount = Answer<'orders', 'counts'>['items'][number];

/** How many orders stand in a state, or in all of them: `1,234`, or `1,234+` where the server counted no further. */
export function stateCountText(counts: ReadonlyMap<OrderState, StateCount>, state?: OrderState) {
  const summed = [...counts.values()].filter((one) => state === undefined || one.state === state);
  const total = summed.reduce((sum, { orderCount }) => sum + orderCount, 0);
  return `${countText(total)}${summed.some(({ isCapped }) => isCapped) ? '+' : ''}`;
}
