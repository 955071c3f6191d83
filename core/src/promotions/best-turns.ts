import type { Fen } from '../platform/money';
import { exactRivals } from './best-choice';
import type { LaneState, Player } from './lane-state';
import { cannotShare, shareUnits } from './rival-players';
import { afterPlayer, type Tried } from './try-player';

/** A promotion with what it would give if it were the only one. */
export interface Rival extends Player {
  readonly aloneFen: Fen;
}

type Try = (state: LaneState, player: Player) => Tried;

/**
 * Which rivals stand, and in which turn, so that the buyer has most of it: promotions of one group take units from
 * each other, so the turn counts. Up to eight rivals every choice and every turn that matters is tried. Of more, the
 * eight that give most alone are tried exactly, and the others join in turn where units are left for them: never less
 * than the best eight give, and so never less than any one of them alone.
 */
export function bestTurns(state: LaneState, rivals: readonly Rival[], tryOne: Try): readonly Rival[] {
  if (rivals.length === 1) return rivals;
  const strongest =
    rivals.length <= exactRivals
      ? rivals
      : rivals.toSorted((left, right) => right.aloneFen - left.aloneFen).slice(0, exactRivals);
  const inTurn = rivals.filter((one) => strongest.includes(one));
  let best: readonly Rival[] = [];
  let bestFen = 0;
  const look = (now: LaneState, turns: readonly Rival[], fen: Fen, left: readonly Rival[]) => {
    if (fen > bestFen) {
      best = turns;
      bestFen = fen;
    }
    // Nobody gives more late than alone: what the rest can add is known beforehand.
    if (fen + left.reduce((total, { aloneFen }) => total + aloneFen, 0) <= bestFen) return;
    const last = turns.at(-1);
    for (const one of left) {
      // Two that cannot touch each other's units come to the same in either turn: one of the turns is enough.
      if (last && inTurn.indexOf(one) < inTurn.indexOf(last) && !shareUnits(one, last)) continue;
      const { effect, benefitFen } = tryOne(now, one);
      if (effect === null || benefitFen <= 0) continue;
      look(
        afterPlayer(now, one, effect),
        [...turns, one],
        fen + benefitFen,
        left.filter((other) => other !== one && !cannotShare(one, other)),
      );
    }
  };
  look(state, [], 0, inTurn);
  const rest = rivals.filter(
    (one) => !strongest.includes(one) && !best.some((other) => cannotShare(one, other)),
  );
  return rest.reduce<readonly Rival[]>(
    (turns, one) => (turns.some((other) => cannotShare(one, other)) ? turns : [...turns, one]),
    best,
  );
}
