import { type Fen, lineAmountFen } from '../platform/money';
import { type Accepted, benefitFen, type WhyNot } from './applied';
import type { Cart, CartFacts } from './cart';
import { type Ask, type BenefitKind, type Effect, type Gift, type Near, nothing, type Outcome } from './kind';
import { askOf, copyOf, type LaneState, type Player, takeEffect } from './lane-state';
import { leftOf } from './limits';
import type { PromotionRule } from './model';
import { payOutGifts } from './pay-out-gifts';
import { shareUnits } from './rival-players';

/** What comes of asking a promotion as things stand. */
export interface Tried {
  /** Null: nothing, and `why`. */
  readonly accepted: Accepted | null;
  readonly effect: Effect | null;
  readonly benefitFen: Fen;
  /** What choices go by: the benefit, and for a gift that has no price half a fen, which is more than nothing. */
  readonly worth: number;
  readonly why: WhyNot;
  readonly near: Near | null;
}

const nothingNow: Tried = {
  accepted: null,
  effect: null,
  benefitFen: 0,
  worth: 0,
  why: { reason: 'condition' },
  near: null,
};

/** Asks one promotion and changes nothing. Of what it would do more than its budget allows, it does as often as fits. */
export function tryPlayer(state: LaneState, player: Player, cart: Cart, facts: CartFacts): Tried {
  const { compiled } = player;
  // Most of many promotions are about goods that others keep: those are not even asked what is left of them.
  if (isAllClosed(state, player)) return { ...nothingNow, why: whyNoGoods(state, player) };
  const { limit, budgetFen } = leftOf(compiled, facts);
  const asked = askOf(state, player, cart, facts, limit);
  if (asked === null) return { ...nothingNow, why: whyNoGoods(state, player) };
  const ask = compiled.admit(asked);
  if (ask === null) return { ...nothingNow, why: { reason: 'notFirst' } };
  const kind = compiled.kind as BenefitKind<PromotionRule>;
  const apply = (most: number) =>
    paidOut(withoutBarred(kind.apply(compiled.rule, most === limit ? ask : { ...ask, limit: most }), facts));
  const paidOut = ({ given, isBarred }: ReturnType<typeof withoutBarred>) => {
    const effect = given.effect && payOutGifts(given.effect, compiled.promotion, ask, facts);
    return effect === given.effect ? { given, isBarred } : { given: { effect, near: given.near }, isBarred };
  };
  const { outcome, giftFen, isCut } = withinBudget(apply, ask, budgetFen);
  const { effect, near } = outcome.given;
  if (effect === null) {
    const reason = isCut ? 'budget' : limit <= 0 ? 'cap' : outcome.isBarred ? 'giftBarred' : 'condition';
    return { ...nothingNow, near: isCut ? null : near, why: { reason } };
  }
  const { times, offs, gifts, uses, freightOffFen } = effect;
  const accepted: Accepted = {
    player,
    times,
    offs,
    gifts,
    uses,
    freightOffFen,
    giftFen,
    near: isCut ? null : near,
  };
  const benefit = benefitFen(accepted);
  const worth = gifts.length > 0 && giftFen === 0 ? benefit + 0.5 : benefit;
  if (worth <= 0) return { ...nothingNow, near };
  return { accepted, effect, benefitFen: benefit, worth, why: { reason: 'condition' }, near };
}

/** What comes of it without gifts that may not be given; nothing, where it gives nothing else. */
function withoutBarred(
  given: Outcome,
  { mayGive }: CartFacts,
): { readonly given: Outcome; readonly isBarred: boolean } {
  const { effect } = given;
  if (!effect || effect.gifts.every(({ skuId }) => mayGive(skuId))) return { given, isBarred: false };
  const gifts = effect.gifts.filter(({ skuId }) => mayGive(skuId));
  const isNothing = gifts.length === 0 && effect.offs.length === 0 && effect.freightOffFen === 0;
  return isNothing
    ? { given: nothing, isBarred: true }
    : { given: { effect: { ...effect, gifts }, near: given.near }, isBarred: true };
}

/** Asks for fewer and fewer times, until what comes of it fits the budget. */
function withinBudget(
  apply: (limit: number) => ReturnType<typeof withoutBarred>,
  ask: Ask,
  budgetFen: number,
) {
  let limit = ask.limit;
  let isCut = false;
  for (let tries = 0; ; tries += 1) {
    const outcome = apply(limit);
    const { effect } = outcome.given;
    if (effect === null) return { outcome, giftFen: 0, isCut };
    const giftFen = giftsFen(effect.gifts, ask);
    const { offs, freightOffFen } = effect;
    const cost = benefitFen({ offs, giftFen, freightOffFen });
    if (cost <= budgetFen) return { outcome, giftFen, isCut };
    isCut = true;
    limit = fewer(effect.times, cost, budgetFen, tries);
  }
}

/** So many times as may fit a budget, going by the cost of all; one fewer at least, and more the longer it is tried. */
export const fewer = (times: number, cost: Fen, budgetFen: Fen, tries: number): number =>
  Math.max(
    0,
    Math.min(Math.floor((times * budgetFen) / cost), times - 2 ** Math.max(0, tries - patientTries)),
  );

/** So often a single time less is tried. */
const patientTries = 16;

const isAllClosed = ({ closed }: LaneState, { at }: Player) =>
  closed !== null && at.every((position) => closed[position] !== undefined);

/** No goods are left: who keeps them, or has used them. */
export function whyNoGoods({ closed, users }: LaneState, player: Player): WhyNot {
  for (const position of player.at) {
    const byId = closed?.[position];
    if (byId !== undefined) return { reason: 'beaten', byId };
  }
  const user = users.find((other) => shareUnits(other, player));
  return user ? { reason: 'beaten', byId: user.compiled.promotion.id } : { reason: 'condition' };
}

/** The state after a promotion was accepted. */
export function afterPlayer(state: LaneState, player: Player, effect: Effect): LaneState {
  const after = copyOf(state);
  takeEffect(after, player, effect);
  return after;
}

const giftsFen = (gifts: readonly Gift[], { giftPriceE4 }: Ask): Fen => {
  let total = 0;
  for (const { skuId, quantity } of gifts) total += lineAmountFen(giftPriceE4(skuId) ?? 0, quantity);
  return total;
};
