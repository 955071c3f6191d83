import { dealFen, type Fen, sum } from '../../platform/money';
import type { Item, Off } from '../kind';

/** Fen off some items, by what they cost now; never more than that. */
export function spreadOff(items: readonly Item[], offFen: Fen): readonly Off[] {
  const amounts = items.map(({ amountFen }) => amountFen);
  const fens = dealFen(Math.min(offFen, sum(amounts)), amounts);
  return items.map(({ key, quantity }, at) => ({ key, quantity, offFen: fens[at] as Fen }));
}

/** Deals fen by weights so that nobody has more than its most; together they must hold the amount. */
export function dealWithin(amountFen: Fen, weights: readonly number[], most: readonly Fen[]): readonly Fen[] {
  const dealt = weights.map(() => 0);
  let left = amountFen;
  let open = weights.map((_, at) => at);
  while (left > 0 && open.length > 0) {
    const shares = dealFen(
      left,
      open.map((at) => weights[at] as number),
    );
    open.forEach((at, index) => {
      const share = Math.min(shares[index] as Fen, (most[at] as Fen) - (dealt[at] as Fen));
      dealt[at] = (dealt[at] as Fen) + share;
      left -= share;
    });
    open = open.filter((at) => (dealt[at] as Fen) < (most[at] as Fen));
  }
  return dealt;
}
