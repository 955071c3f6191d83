import type { Accepted, Declined, LaneAnswer } from './applied';
import { bestTurns, type Rival } from './best-turns';
import type { Cart, CartFacts } from './cart';
import { type LaneState, type Player, takeEffect } from './lane-state';
import { campsOf, cannotShare, shareUnits, yieldToPriority } from './rival-players';
import { comparePlayers } from './sort-order';
import { tryPlayer } from './try-player';

/** A lane of benefits: every promotion that may stand does, and of those that exclude each other the buyer's best. */
export function runBenefitLane(
  state: LaneState,
  players: readonly Player[],
  cart: Cart,
  facts: CartFacts,
): LaneAnswer {
  const declined: Declined[] = [];
  const tryOne = (now: LaneState, player: Player) => tryPlayer(now, player, cart, facts);
  const worth = players.flatMap((player): Rival[] => {
    const { accepted, benefitFen, why, near } = tryOne(state, player);
    if (accepted && benefitFen > 0) return [{ ...player, aloneFen: benefitFen }];
    declined.push({ player, why, near });
    return [];
  });
  const { standing, yielded } = yieldToPriority(worth);
  for (const { player, toId } of yielded) {
    declined.push({ player, why: { reason: 'beaten', byId: toId }, near: null });
  }
  const inTurn = standing.toSorted(comparePlayers);
  const bears = (left: Player, right: Player) => cannotShare(left, right) || shareUnits(left, right);
  const chosen = campsOf(inTurn, bears).flatMap((camp) =>
    bestTurns(state, camp.toSorted(comparePlayers), tryOne),
  );
  const accepted: Accepted[] = [];
  for (const rival of inTheirTurns(inTurn, chosen)) {
    const { accepted: one, effect, why, near } = tryOne(state, rival);
    if (one === null || effect === null) {
      declined.push({ player: rival, why, near });
      continue;
    }
    takeEffect(state, rival.compiled, effect);
    accepted.push(one);
  }
  for (const rival of inTurn.filter((one) => !chosen.includes(one))) {
    const winner = accepted.find(({ player }) => bears(player, rival));
    const byId = winner?.player.compiled.promotion.id ?? '';
    declined.push({ player: rival, why: { reason: 'beaten', byId }, near: null });
  }
  return { accepted, declined };
}

/** The chosen ones in the order of their lane; those of one camp in the turns that were found best. */
function inTheirTurns(inTurn: readonly Rival[], chosen: readonly Rival[]): readonly Rival[] {
  const camps = campsOf(chosen, shareUnits).map((camp) => chosen.filter((one) => camp.includes(one)));
  const next = new Map(camps.flatMap((camp) => camp.map((one) => [one, camp] as const)));
  const served = new Map<readonly Rival[], number>();
  return inTurn.flatMap((one): Rival[] => {
    const camp = next.get(one);
    if (!camp) return [];
    const at = served.get(camp) ?? 0;
    served.set(camp, at + 1);
    return [camp[at] as Rival];
  });
}
