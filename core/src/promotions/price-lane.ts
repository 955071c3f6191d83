import { type Fen, lineAmountFen, partOfFen, percentOfFen, type PriceE4 } from '../platform/money';
import type { Accepted, Declined, LaneAnswer } from './applied';
import { assignUnits, type UnitOffer } from './assign-units';
import type { Cart, CartFacts } from './cart';
import type { Near, Off, PriceKind, PriceOffer } from './kind';
import { askOf, type CartItem, type LaneState, type Player, positionOf, useUnits } from './lane-state';
import { leftOf } from './limits';
import type { PromotionRule } from './model';
import { campsOf, cannotShare, yieldToPriority } from './rival-players';
import { comparePlayers } from './sort-order';
import { bestChoice } from './best-choice';

/** A promotion with the prices it offers this cart. */
interface Pricer extends Player {
  readonly offers: readonly PriceOffer[];
  readonly near: Near | null;
  readonly limit: number;
  readonly budgetFen: Fen;
}

/**
 * The lane of unit prices: exactly one promotion prices a unit, the buyer's lowest unless a higher priority excludes
 * it. Units beyond a cap go on to the next best price. Changes the state by what was accepted.
 */
export function runPriceLane(
  state: LaneState,
  players: readonly Player[],
  cart: Cart,
  facts: CartFacts,
): LaneAnswer {
  const declined: Declined[] = [];
  const pricers = players.flatMap((player): Pricer[] => {
    const { limit, budgetFen } = leftOf(player.compiled, facts);
    const ask = askOf(state, player, cart, facts, limit);
    if (ask === null) return [];
    const kind = player.compiled.kind as PriceKind<PromotionRule>;
    const { offers, near } = kind.price(player.compiled.rule, ask);
    if (offers.length > 0 && limit > 0 && budgetFen > 0)
      return [{ ...player, offers, near, limit, budgetFen }];
    const reason = offers.length === 0 ? 'condition' : limit <= 0 ? 'cap' : 'budget';
    declined.push({ player, why: { reason }, near });
    return [];
  });
  const { standing, yielded } = yieldToPriority(pricers);
  for (const { player, toId } of yielded) {
    declined.push({ player, why: { reason: 'beaten', byId: toId }, near: null });
  }
  const inTurn = standing.toSorted(comparePlayers);
  const chosen = campsOf(inTurn, cannotShare).flatMap((camp) =>
    bestChoice(camp, cannotShare, (some) => savingOf(withinBudgets(state, some))),
  );
  const dealt = withinBudgets(state, chosen.toSorted(comparePlayers));
  const accepted = dealt.flatMap((one) => acceptedOf(one));
  const winners = new Set(accepted.map(({ player }) => player));
  for (const pricer of inTurn) {
    if (winners.has(pricer)) continue;
    const rival = accepted.find(({ player }) => player.at.some((at) => pricer.at.includes(at)));
    const why = rival
      ? ({ reason: 'beaten', byId: rival.player.compiled.promotion.id } as const)
      : ({ reason: overBudget(state, pricer) ? 'budget' : 'condition' } as const);
    declined.push({ player: pricer, why, near: pricer.near });
  }
  for (const { player, offs } of accepted) {
    for (const { key, offFen } of offs) {
      const at = positionOf(state, key);
      state.amounts[at] = (state.amounts[at] as number) - offFen;
    }
    useUnits(state, player.compiled.promotion.mutexGroups, offs);
  }
  return { accepted, declined };
}

interface Dealt {
  readonly pricer: Pricer;
  readonly offs: readonly Off[];
}

/** Deals the units among promotions; one whose cost passes its budget gives nothing, and the units are dealt anew. */
function withinBudgets(state: LaneState, pricers: readonly Pricer[]): readonly Dealt[] {
  const dealt = deal(state, pricers);
  const over = dealt.find(({ pricer, offs }) => costOf(offs) > pricer.budgetFen);
  return over
    ? withinBudgets(
        state,
        pricers.filter((one) => one !== over.pricer),
      )
    : dealt;
}

const overBudget = (state: LaneState, pricer: Pricer) =>
  deal(state, [pricer]).some(({ offs }) => costOf(offs) > pricer.budgetFen);

const costOf = (offs: readonly Off[]) => offs.reduce((total, { offFen }) => total + offFen, 0);
const savingOf = (dealt: readonly Dealt[]) => dealt.reduce((total, { offs }) => total + costOf(offs), 0);

function deal(state: LaneState, pricers: readonly Pricer[]): readonly Dealt[] {
  const offers: UnitOffer[] = [];
  const prices = new Map<string, PriceOffer['price']>();
  pricers.forEach(({ offers: own }, promotion) => {
    for (const { key, quantity, price } of own) {
      const item = positionOf(state, key);
      prices.set(`${promotion} ${item}`, price);
      offers.push({ item, promotion, quantity, savingE4: savingE4Of(state.items[item] as CartItem, price) });
    }
  });
  const units = state.items.map(({ quantity }) => quantity);
  const assigned = assignUnits(
    offers,
    units,
    pricers.map(({ limit }) => limit),
  );
  const offs = pricers.map((): Off[] => []);
  const from = state.items.map(() => 0);
  // The cheapest units come first, so that parts of an item's amount follow one another and add up to it.
  for (const { item, promotion, quantity } of assigned) {
    const { key, quantity: all } = state.items[item] as CartItem;
    const start = from[item] as number;
    from[item] = start + quantity;
    const listFen = partOfFen(state.amounts[item] as number, all, start, start + quantity);
    const offFen =
      listFen - costFenOf(prices.get(`${promotion} ${item}`) as PriceOffer['price'], quantity, listFen);
    if (offFen > 0) (offs[promotion] as Off[]).push({ key, quantity, offFen });
  }
  return pricers.map((pricer, at) => ({ pricer, offs: offs[at] as Off[] }));
}

/** What a unit saves, in the mean of what the item costs at the list. */
function savingE4Of({ listFen, quantity }: CartItem, price: PriceOffer['price']): PriceE4 {
  const meanE4 = (listFen * 100) / quantity;
  return 'offBp' in price ? (meanE4 * price.offBp) / 10_000 : meanE4 - price.unitPriceE4;
}

const costFenOf = (price: PriceOffer['price'], quantity: number, listFen: Fen): Fen =>
  'offBp' in price ? percentOfFen(listFen, 10_000 - price.offBp) : lineAmountFen(price.unitPriceE4, quantity);

function acceptedOf({ pricer, offs }: Dealt): Accepted[] {
  if (offs.length === 0) return [];
  const times =
    pricer.compiled.kind.counts === 'times' ? 1 : offs.reduce((sum, { quantity }) => sum + quantity, 0);
  return [{ player: pricer, times, offs, gifts: [], freightOffFen: 0, giftFen: 0, near: pricer.near }];
}
