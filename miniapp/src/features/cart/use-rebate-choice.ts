import { useState } from 'react';
import type { Quote } from './queries';
import { fitRebateFen, mostRebateFen } from './rebate-choice';

/**
 * What of a basket its buyer wants to pay by rebate: nothing unless it is said, and never more than there is for the
 * basket as it stands. A choice for one basket says nothing of another.
 */
export function useRebateChoice(basketKey: string, quote: Quote | undefined) {
  const [chosen, setChosen] = useState({ basketKey, fen: 0 });
  const mostFen = mostRebateFen(quote);
  const wantedFen = chosen.basketKey === basketKey ? chosen.fen : 0;
  return {
    rebateFen: fitRebateFen(wantedFen, mostFen),
    mostRebateFen: mostFen,
    chooseRebate: (fen: number) => setChosen({ basketKey, fen }),
  };
}
