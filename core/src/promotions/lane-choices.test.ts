import fc from 'fast-check';
import { sum } from '../platform/money';
import { benefitFen } from './applied';
import { runBenefitLane } from './benefit-lane';
import { exactRivals } from './best-choice';
import type { Cart } from './cart';
import { anyCart, promotionOf, someFacts } from './kinds/testing';
import { itemsOf, type LaneState, type Player, stateOf, takeEffect } from './lane-state';
import type { Lane, Promotion } from './model';
import { playersOf } from './players-of';
import { runPriceLane } from './price-lane';
import { bookOf } from './promotion-book';
import { cannotShare, shareUnits } from './rival-players';
import { tryPlayer } from './try-player';

const fresh = (cart: Cart) => stateOf(itemsOf(cart.lines), cart.freightFen);

const playersFor = (cart: Cart, promotions: readonly Promotion[]) =>
  playersOf(cart, bookOf(promotions), someFacts, itemsOf(cart.lines));

const worthOf = ({ accepted }: ReturnType<typeof runBenefitLane>) =>
  sum(accepted.map((one) => benefitFen(one) + (one.giftFen === 0 && one.gifts.length > 0 ? 0.5 : 0)));

/** The rivals of one lane and one priority, in conflict as often as not. A budget is cut to fit, which is no choice. */
const rivalsOf = (kindNames: readonly string[], least: number, most: number) =>
  fc.array(promotionOf(kindNames), { minLength: least, maxLength: most }).map((promotions) =>
    promotions.map((promotion, at): Promotion => ({
      ...promotion,
      id: `p${at}`,
      priority: 0,
      budgetFen: null,
      stacking: promotion.stacking === 'exclusiveOrder' ? 'exclusiveLane' : promotion.stacking,
    })),
  );

function subsetsOf<One>(all: readonly One[]): readonly (readonly One[])[] {
  return all.reduce<readonly (readonly One[])[]>(
    (subsets, one) => [...subsets, ...subsets.map((subset) => [...subset, one])],
    [[]],
  );
}

function ordersOf<One>(some: readonly One[]): readonly (readonly One[])[] {
  if (some.length === 0) return [[]];
  return some.flatMap((first) =>
    ordersOf(some.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}

const mayStandTogether = (some: readonly Player[]) =>
  some.every((one, at) => some.every((other, later) => later <= at || !cannotShare(one, other)));

/**
 * What a sequence gives, one after the other. Nothing when one of them gives nothing: it is no turn then, and may not
 * stand between two others to have them change places.
 */
function worthInTurn(cart: Cart, turns: readonly Player[]): number {
  const state: LaneState = fresh(cart);
  let worth = 0;
  for (const player of turns) {
    const { effect, worth: more } = tryPlayer(state, player, cart, someFacts);
    if (!effect || more <= 0) return 0;
    takeEffect(state, player, effect);
    worth += more;
  }
  return worth;
}

/** The order of the lane: what gives most alone comes first, then the id. Who shares no units keeps it. */
function keepsOrder(turns: readonly Player[], alone: ReadonlyMap<Player, number>): boolean {
  return turns.every((one, at) => {
    const next = turns[at + 1];
    if (!next || shareUnits(one, next)) return true;
    const gap = alone.get(next)! - alone.get(one)!;
    return gap < 0 || (gap === 0 && one.compiled.promotion.id < next.compiled.promotion.id);
  });
}

function bestOfAll(cart: Cart, players: readonly Player[]): number {
  const alone = new Map(players.map((player) => [player, worthInTurn(cart, [player])]));
  const worthwhile = players.filter((player) => alone.get(player)! > 0);
  const turns = subsetsOf(worthwhile)
    .filter(mayStandTogether)
    .flatMap(ordersOf)
    .filter((some) => keepsOrder(some, alone));
  return Math.max(...turns.map((some) => worthInTurn(cart, some)));
}

const benefits: readonly (readonly [Lane, readonly string[]])[] = [
  ['quantity', ['buyGet', 'otherGift', 'bundle', 'pickN', 'addOn', 'nthUnit']],
  ['threshold', ['thresholdOff', 'thresholdPercent', 'thresholdGift']],
  ['coupon', ['coupon']],
];

describe('a choice among promotions that are in each other’s way', () => {
  it.each(benefits)('is the best of all choices and turns in the lane of %s', (_, kindNames) => {
    fc.assert(
      fc.property(anyCart, rivalsOf(kindNames, 2, 5), (cart, promotions) => {
        const players = playersFor(cart, promotions);
        fc.pre(isContested(players));

        const worth = worthOf(runBenefitLane(fresh(cart), players, cart, someFacts));
        const best = bestOfAll(cart, players);

        expect(worth).toBeLessThanOrEqual(best);
        // Promotions of two camps that share goods round one after the other: a fen an item, and never a benefit.
        expect(worth).toBeGreaterThanOrEqual(best - cart.lines.length);
      }),
      { numRuns: 150 },
    );
  });

  // The second draws a price that takes more off than some goods cost, with a cap: it belongs to the dearer ones.
  it.each([{}, { seed: 682768049 }])('is the best of all choices among prices %o', (drawn) => {
    fc.assert(
      fc.property(
        anyCart,
        rivalsOf(['specialPrice', 'discount', 'tierPrice', 'nearExpiry', 'flashSale', 'preOrder'], 2, 6),
        (cart, promotions) => {
          const players = playersFor(cart, promotions);
          const worthTogether = (some: readonly Player[]) =>
            worthOf(runPriceLane(fresh(cart), some.map(standsBeside), cart, someFacts));
          const best = Math.max(...subsetsOf(players).filter(mayStandTogether).map(worthTogether));

          const worth = worthOf(runPriceLane(fresh(cart), players, cart, someFacts));

          expect(worth).toBeLessThanOrEqual(best);
          // A choice of many is weighed without those that could still be added to: a fen of rounding an item.
          const roundingFen = players.length > 4 ? cart.lines.length : 0;
          expect(worth).toBeGreaterThanOrEqual(best - roundingFen);
        },
      ),
      { numRuns: 200, ...drawn },
    );
  });

  it('of more than eight is worth no less than the best eight, nor than any one alone', () => {
    fc.assert(
      fc.property(
        anyCart,
        rivalsOf(benefits[0]![1], exactRivals + 1, exactRivals + 3),
        (cart, promotions) => {
          const players = playersFor(
            cart,
            promotions.map((one) => ({ ...one, mutexGroups: ['g'] })),
          );
          const alone = players.map((player) => worthInTurn(cart, [player]));
          const strongest = players
            .map((player, at) => ({ player, worth: alone[at]! }))
            .sort((left, right) => right.worth - left.worth)
            .slice(0, exactRivals)
            .map(({ player }) => player);
          const worth = worthOf(runBenefitLane(fresh(cart), players, cart, someFacts));

          expect(worth).toBeGreaterThanOrEqual(Math.max(0, ...alone));
          expect(worth).toBeGreaterThanOrEqual(
            worthOf(runBenefitLane(fresh(cart), strongest, cart, someFacts)),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});

const isContested = (players: readonly Player[]) =>
  players.some((one, at) =>
    players.some((other, later) => later > at && (cannotShare(one, other) || shareUnits(one, other))),
  );

/** The same promotion, no longer exclusive. */
const standsBeside = (player: Player): Player => ({
  ...player,
  compiled: {
    ...player.compiled,
    promotion: { ...player.compiled.promotion, stacking: 'stack' },
  },
});
