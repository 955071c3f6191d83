import { type Accepted, type Declined, idOf, type LaneAnswer } from './applied';
import { exactRivals } from './best-choice';
import { bestTurns, type Rival } from './best-turns';
import type { Cart, CartFacts } from './cart';
import { type LaneState, type Player, positionOf, takeEffect } from './lane-state';
import { campsOf, cannotShare, fieldsOf, isExclusive, overlap, shareUnits } from './rival-players';
import { comparePlayers } from './sort-order';
import { type Tried, tryPlayer } from './try-player';

/**
 * A lane of benefits. Higher priorities go first, and what cannot stand beside one of them yields. Of one priority
 * every promotion that may stand does, and of those that exclude each other or take each other's units the buyer's
 * best. Changes the state by what was accepted.
 */
export function runBenefitLane(
  state: LaneState,
  players: readonly Player[],
  cart: Cart,
  facts: CartFacts,
): LaneAnswer {
  const accepted: Accepted[] = [];
  const declined: Declined[] = [];
  for (const level of byPriority(players)) {
    const rivals: Player[] = [];
    for (const player of level) {
      const winner = accepted.find((one) => cannotShare(one.player, player));
      if (winner) declined.push({ player, why: { reason: 'beaten', byId: idOf(winner) }, near: null });
      else rivals.push(player);
    }
    accepted.push(...runLevel(state, rivals, cart, facts, declined));
  }
  return { accepted, declined: () => declined };
}

/** The highest first. */
function byPriority(players: readonly Player[]): readonly (readonly Player[])[] {
  const levels = new Map<number, Player[]>();
  for (const player of players) {
    const { priority } = player.compiled.promotion;
    const level = levels.get(priority);
    if (level) level.push(player);
    else levels.set(priority, [player]);
  }
  return levels.size === 1
    ? [players]
    : [...levels].sort(([left], [right]) => right - left).map(([, level]) => level);
}

const bears = (left: Player, right: Player) => cannotShare(left, right) || shareUnits(left, right);

/** A rival with what came of asking it before anything of its level was accepted. */
interface Asked extends Rival {
  readonly alone: Tried;
}

/** Answers who stands; who does not joins the declined. */
function runLevel(
  state: LaneState,
  players: readonly Player[],
  cart: Cart,
  facts: CartFacts,
  declined: Declined[],
): readonly Accepted[] {
  const rivals: Asked[] = [];
  for (const player of players) {
    const alone = tryPlayer(state, player, cart, facts);
    const { worth, why, near } = alone;
    if (worth > 0) rivals.push(askedOf(player, alone));
    else declined.push({ player, why, near });
  }
  const inTurn = rivals.sort(comparePlayers);
  const turns = chooseTurns(state, inTurn, (now, rival) =>
    now === state ? rival.alone : tryPlayer(now, rival, cart, facts),
  );
  const accepted: Accepted[] = [];
  const touched = new Set<number>();
  const { freightFen } = state;
  for (const rival of turns) {
    // What comes of goods that nobody has touched since is known.
    const isAsBefore = state.freightFen === freightFen && !rival.at.some((position) => touched.has(position));
    const now = isAsBefore ? rival.alone : tryPlayer(state, rival, cart, facts);
    const { accepted: one, effect, why, near } = now;
    if (one === null || effect === null) {
      const winner = accepted.find(({ player }) => bears(player, rival));
      declined.push({ player: rival, why: winner ? { reason: 'beaten', byId: idOf(winner) } : why, near });
      continue;
    }
    takeEffect(state, rival, effect);
    for (const { key } of effect.offs) touched.add(positionOf(state, key));
    for (const { key } of effect.uses) touched.add(positionOf(state, key));
    accepted.push(one);
  }
  for (const rival of inTurn) {
    if (turns.includes(rival)) continue;
    const winner =
      accepted.find(({ player }) => bears(player, rival)) ??
      accepted.find(({ player }) => overlap(player, rival));
    declined.push({
      player: rival,
      why: winner ? { reason: 'beaten', byId: idOf(winner) } : { reason: 'condition' },
      near: null,
    });
  }
  return accepted;
}

const askedOf = ({ compiled, at, scopeAt, namedAt, couponId }: Player, alone: Tried): Asked => ({
  compiled,
  at,
  scopeAt,
  namedAt,
  couponId,
  aloneWorth: alone.worth,
  alone,
});

/**
 * Goods on which nobody is in anybody's way go by the order of the lane. Where some are, all promotions on the same
 * goods are weighed together, because what one takes off is what another counts; where those are too many to weigh
 * exactly, only those that are in each other's way are.
 */
function chooseTurns(
  state: LaneState,
  inTurn: readonly Asked[],
  tryOne: (state: LaneState, rival: Asked) => Tried,
): readonly Asked[] {
  if (!isContested(inTurn)) return inTurn;
  return fieldsOf(inTurn).flatMap((field) => {
    const own = field.toSorted(comparePlayers);
    if (!isContested(own)) return own;
    if (own.length <= exactRivals) return bestTurns(state, own, tryOne);
    const camps = campsOf(own, bears).map((camp) => bestTurns(state, camp.toSorted(comparePlayers), tryOne));
    return inTheirTurns(own, camps);
  });
}

/** Whether any two are in each other's way: only who is exclusive or in a group can be. */
function isContested(players: readonly Rival[]): boolean {
  const prone = players.filter((one) => isExclusive(one) || one.compiled.promotion.mutexGroups.length > 0);
  return prone.some((one) => players.some((other) => other !== one && bears(one, other)));
}

/** The chosen ones in the order of the lane, those of one camp in the turns that were found best. */
function inTheirTurns(inTurn: readonly Asked[], camps: readonly (readonly Asked[])[]): readonly Asked[] {
  const campOf = new Map(camps.flatMap((camp) => camp.map((one) => [one, camp] as const)));
  const served = new Map<readonly Asked[], number>();
  return inTurn.flatMap((one): Asked[] => {
    const camp = campOf.get(one);
    if (!camp) return [];
    const at = served.get(camp) ?? 0;
    served.set(camp, at + 1);
    return [camp[at] as Asked];
  });
}
