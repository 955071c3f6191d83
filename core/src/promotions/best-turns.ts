import { exactRivals } from './best-choice';
import type { LaneState, Player } from './lane-state';
import { cannotShare, shareUnits } from './rival-players';
import { afterPlayer, type Tried } from './try-player';

/** A promotion with what it would give if it were the only one. */
export interface Rival extends Player {
  /** See `Tried.worth`. */
  readonly aloneWorth: number;
}

type Try<One extends Rival> = (state: LaneState, rival: One) => Tried;

/**
 * Which rivals stand, and in which turn, so that the buyer has most of it: promotions of one group take units from
 * each other, so the turn counts; all others keep the order of the lane. Up to eight rivals every choice and every
 * such turn is tried. Of more, the eight that give most alone are tried exactly, and the others join in turn where
 * units are left for them: never less than the best eight give, and so never less than any one of them alone.
 */
export function bestTurns<One extends Rival>(
  state: LaneState,
  rivals: readonly One[],
  tryOne: Try<One>,
): readonly One[] {
  if (rivals.length === 1) return rivals;
  const strongest =
    rivals.length <= exactRivals
      ? rivals
      : rivals.toSorted((left, right) => right.aloneWorth - left.aloneWorth).slice(0, exactRivals);
  const best = tryAll(
    state,
    rivals.filter((one) => strongest.includes(one)),
    tryOne,
  );
  const turns = [...best];
  for (const one of rivals) {
    if (!strongest.includes(one) && !turns.some((other) => cannotShare(one, other))) turns.push(one);
  }
  return turns;
}

function tryAll<One extends Rival>(
  state: LaneState,
  inTurn: readonly One[],
  tryOne: Try<One>,
): readonly One[] {
  const positions = [...new Set(inTurn.flatMap(({ at }) => at))];
  const bounds = inTurn.map(({ aloneWorth, at }) => aloneWorth + roundingFen * at.length);
  const seen = new Map<string, number>();
  let best: readonly One[] = [];
  let bestWorth = 0;
  const look = (now: LaneState, turns: readonly number[], worth: number, left: readonly number[]) => {
    if (worth > bestWorth) {
      best = turns.map((at) => inTurn[at] as One);
      bestWorth = worth;
    }
    let bound = worth;
    for (const at of left) bound += bounds[at] as number;
    if (bound <= bestWorth) return;
    const key = `${turns.at(-1)} ${left.join()} ${sketchOf(now, positions)}`;
    const known = seen.get(key);
    if (known !== undefined && known >= worth) return;
    seen.set(key, worth);
    const last = turns.at(-1);
    for (const at of left) {
      const one = inTurn[at] as One;
      if (last !== undefined && at < last && !shareUnits(one, inTurn[last] as One)) continue;
      const { effect, worth: more } = tryOne(now, one);
      if (effect === null || more <= 0) continue;
      look(
        afterPlayer(now, one, effect),
        [...turns, at],
        worth + more,
        left.filter((other) => other !== at && !cannotShare(one, inTurn[other] as One)),
      );
    }
  };
  look(
    state,
    [],
    0,
    inTurn.map((_, at) => at),
  );
  return best;
}

/** Nobody gives more late than alone, but for a fen of rounding an item. */
const roundingFen = 1;

/** All that the turns still to come depend on. */
function sketchOf({ amounts, parcels, freightFen }: LaneState, positions: readonly number[]): string {
  let sketch = `${freightFen}`;
  for (const at of positions) {
    sketch += ` ${amounts[at]}`;
    for (const { quantity, amountFen, baseFen, groups } of parcels.get(at) ?? [])
      sketch += `,${quantity}:${amountFen}:${baseFen}:${groups.join('+')}`;
  }
  return sketch;
}
