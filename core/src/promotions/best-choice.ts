import type { Player } from './lane-state';

/** Up to so many rivals every choice is tried; of more, the strongest so many, and the others as they still fit. */
export const exactRivals = 8;

/** Of so few every choice is weighed; of more only those to which nobody can be added, which lose a fen of rounding at most. */
const fewRivals = 4;

/**
 * The choice among rivals that is worth most to the buyer, of all that may stand together. Of more than eight it is
 * exact among the eight that are worth most alone, so it is never worth less than the best of them by itself; the
 * rest join in turn as far as they fit and add something.
 */
export function bestChoice<One extends Player>(
  rivals: readonly One[],
  excludes: (left: Player, right: Player) => boolean,
  worthOf: (some: readonly One[]) => number,
  isEveryWeighed = false,
): readonly One[] {
  const alone = new Map(rivals.map((rival) => [rival, worthOf([rival])]));
  const worth = (one: One) => alone.get(one) as number;
  const strongest =
    rivals.length <= exactRivals
      ? rivals
      : rivals.toSorted((left, right) => worth(right) - worth(left)).slice(0, exactRivals);
  const inTurn = rivals.filter((one) => strongest.includes(one));
  const isSmall = isEveryWeighed || inTurn.length <= fewRivals;
  // A choice is a number whose bits say who is in it: there are hundreds of choices among eight.
  const excludedBy = inTurn.map((one) => bitsOf(inTurn, (other) => other !== one && excludes(other, one)));
  const everybody = 2 ** inTurn.length - 1;
  let best: readonly One[] = [];
  let bestWorth = worthOf([]);
  const look = (from: number, chosen: readonly One[], taken: number, excluded: number) => {
    // Full: nobody else may join.
    if (chosen.length > 0 && (isSmall || (taken | excluded) === everybody)) {
      const worthNow = chosen.length === 1 ? worth(chosen[0] as One) : worthOf(chosen);
      if (worthNow > bestWorth) {
        best = chosen;
        bestWorth = worthNow;
      }
    }
    for (let at = from; at < inTurn.length; at += 1) {
      const bit = 1 << at;
      if ((excluded & bit) !== 0) continue;
      look(at + 1, [...chosen, inTurn[at] as One], taken | bit, excluded | (excludedBy[at] as number));
    }
  };
  look(0, [], 0, 0);
  for (const one of rivals) {
    if (strongest.includes(one) || best.some((other) => excludes(one, other))) continue;
    const more = rivals.filter((other) => other === one || best.includes(other));
    const worthMore = worthOf(more);
    if (worthMore <= bestWorth) continue;
    best = more;
    bestWorth = worthMore;
  }
  return best;
}

/** Who of all it is true of, as bits. */
function bitsOf<One>(all: readonly One[], isSo: (one: One) => boolean): number {
  let bits = 0;
  all.forEach((one, at) => {
    if (isSo(one)) bits |= 1 << at;
  });
  return bits;
}
