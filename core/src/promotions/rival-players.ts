import type { Compiled } from './compile-promotion';
import type { Player } from './lane-state';

/** Whether two promotions of one lane cannot both stand in an order. */
export function cannotShare(left: Player, right: Player): boolean {
  const one = stackingOf(left.compiled);
  const other = stackingOf(right.compiled);
  if (one === 'exclusiveLane' || other === 'exclusiveLane') return true;
  return (one === 'exclusiveLine' || other === 'exclusiveLine') && overlap(left, right);
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

/** Whether two promotions may touch the same goods. */
export function overlap({ at: left }: Player, { at: right }: Player): boolean {
  if (left === right) return true;
  let from = 0;
  for (const one of left) {
    while (from < right.length && (right[from] as number) < one) from += 1;
    if (right[from] === one) return true;
  }
  return false;
}

/** Whether a promotion lets others stand wherever they let it. */
export const isExclusive = ({ compiled }: Player): boolean => {
  const stacking = stackingOf(compiled);
  return stacking === 'exclusiveLane' || stacking === 'exclusiveLine';
};

/**
 * Priorities come first where promotions exclude each other: a higher one stands and the lower one yields, whichever
 * of the two is exclusive. What has the same priority is left for the buyer's best. Who yields is not asked whether it
 * offers anything; who offers nothing (null) neither stands nor yields.
 */
export function yieldToPriority<Standing extends Player>(
  players: readonly Player[],
  offering: (player: Player) => Standing | null,
) {
  const byPriority = [...players].sort(
    (left, right) => right.compiled.promotion.priority - left.compiled.promotion.priority,
  );
  const standing: Standing[] = [];
  const exclusive: Standing[] = [];
  const yielded: Player[] = [];
  for (const player of byPriority) {
    const { priority } = player.compiled.promotion;
    const isInTheWay = (other: Player) =>
      other.compiled.promotion.priority > priority && cannotShare(player, other);
    // Where it excludes nobody itself, only who is exclusive can be in its way.
    if ((isExclusive(player) ? standing : exclusive).some(isInTheWay)) {
      yielded.push(player);
      continue;
    }
    const one = offering(player);
    if (one === null) continue;
    standing.push(one);
    if (isExclusive(one)) exclusive.push(one);
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

/**
 * Promotions that touch the same goods, directly or by others between them. Where one stands alone in its lane all of
 * them are one field, since it is in everybody's way. By goods, so that it costs no more than they have goods.
 */
export function fieldsOf<One extends Player>(players: readonly One[]): readonly (readonly One[])[] {
  if (players.some(({ compiled }) => stackingOf(compiled) === 'exclusiveLane')) return [players];
  const fieldOf = new Map<number, One[]>();
  const fields = new Set<One[]>();
  for (const player of players) {
    const touched = new Set<One[]>();
    for (const at of player.at) {
      const field = fieldOf.get(at);
      if (field) touched.add(field);
    }
    const [first = [], ...rest] = touched;
    for (const field of rest) {
      first.push(...field);
      fields.delete(field);
      for (const one of field) for (const at of one.at) fieldOf.set(at, first);
    }
    first.push(player);
    fields.add(first);
    for (const at of player.at) fieldOf.set(at, first);
  }
  return [...fields];
}
