import type { Compiled } from './compile-promotion';
import type { Player } from './lane-state';
import type { Promotion } from './model';

/** Whether two promotions of one lane cannot both stand in an order. */
export function cannotShare(left: Player, right: Player): boolean {
  const modes = [stackingOf(left.compiled), stackingOf(right.compiled)];
  if (modes.includes('exclusiveLane')) return true;
  return modes.includes('exclusiveLine') && overlap(left, right);
}

/** Whether two promotions can take units from each other. */
export const shareUnits = (left: Player, right: Player): boolean =>
  left.compiled.promotion.mutexGroups.some((group) => right.compiled.promotion.mutexGroups.includes(group)) &&
  overlap(left, right);

/** One coupon an order, unless it says that others may stand beside it. */
function stackingOf({ lane, promotion, rule }: Compiled) {
  if (lane !== 'coupon' || promotion.stacking === 'exclusiveLine') return promotion.stacking;
  return rule.isStackable === true ? promotion.stacking : 'exclusiveLane';
}

/** Both ascending. */
function overlap({ at: left }: Player, { at: right }: Player): boolean {
  let from = 0;
  for (const one of left) {
    while (from < right.length && (right[from] as number) < one) from += 1;
    if (right[from] === one) return true;
  }
  return false;
}

/** True when a promotion does not stand beside every other one. */
export const isExclusive = ({ stacking }: Pick<Promotion, 'stacking'>) => stacking !== 'stack';

/** A promotion that has to yield, and to which. */
export interface Yielded<One> {
  readonly player: One;
  readonly toId: string;
}

/**
 * Priorities come first where promotions exclude each other: a higher one stands and the lower one yields, whichever
 * of the two is exclusive. What has the same priority is left for the buyer's best.
 */
export function yieldToPriority<One extends Player>(players: readonly One[]) {
  const byPriority = [...players].sort(
    (left, right) => right.compiled.promotion.priority - left.compiled.promotion.priority,
  );
  const standing: One[] = [];
  const yielded: Yielded<One>[] = [];
  for (const player of byPriority) {
    const { priority } = player.compiled.promotion;
    const winner = standing.find(
      (other) =>
        other.compiled.promotion.priority > priority &&
        (isExclusive(player.compiled.promotion) || isExclusive(other.compiled.promotion)) &&
        cannotShare(player, other),
    );
    if (winner) yielded.push({ player, toId: winner.compiled.promotion.id });
    else standing.push(player);
  }
  return { standing, yielded };
}

/** Promotions that bear on each other, directly or by others between them; a promotion by itself is a camp of one. */
export function campsOf<One extends Player>(
  players: readonly One[],
  bears: (left: Player, right: Player) => boolean,
): readonly (readonly One[])[] {
  const camps: One[][] = [];
  for (const player of players) {
    const touched = camps.filter((camp) => camp.some((other) => bears(player, other)));
    if (touched.length === 0) {
      camps.push([player]);
      continue;
    }
    const [first, ...rest] = touched as [One[], ...One[][]];
    first.push(...rest.flat(), player);
    for (const camp of rest) camps.splice(camps.indexOf(camp), 1);
  }
  return camps;
}
