import type { Quote } from './queries';
import { fitRebateFen, mostRebateFen } from './rebate-choice';
import { useOfBasket } from './use-of-basket';

/**
 * What of a basket its buyer wants to pay by rebate: nothing unless it is said, and never more than there is for the
 * basket as it stands.
 */
export function useRebateChoice(basketKey: string, quote: Quote | undefined) {
  const [wantedFen, chooseRebate] = useOfBasket(basketKey, 0);
  const mostFen = mostRebateFen(quote);
  return {
    rebateFen: fitRebateFen(wantedFen, mostFen),
    mostRebateFen: mostFen,
    chooseRebate,
  };
}
