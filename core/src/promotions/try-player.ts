import { type Fen, lineAmountFen } from '../platform/money';
import { type Accepted, benefitFen, type WhyNot } from './applied';
import type { Cart, CartFacts } from './cart';
import type { BenefitKind, Gift, Near } from './kind';
import { askOf, copyOf, type LaneState, type Player, takeEffect } from './lane-state';
import { leftOf } from './limits';
import type { Effect } from './kind';
import type { PromotionRule } from './model';

/** What comes of asking a promotion as things stand. */
export interface Tried {
  /** Null: nothing, and `why`. */
  readonly accepted: Accepted | null;
  readonly effect: Effect | null;
  readonly benefitFen: Fen;
  readonly why: WhyNot;
  readonly near: Near | null;
}

const nothingNow: Tried = {
  accepted: null,
  effect: null,
  benefitFen: 0,
  why: { reason: 'condition' },
  near: null,
};

/** Asks one promotion and changes nothing; what is over its budget gives nothing. */
export function tryPlayer(state: LaneState, player: Player, cart: Cart, facts: CartFacts): Tried {
  const { limit, budgetFen } = leftOf(player.compiled, facts);
  const ask = askOf(state, player, cart, facts, limit);
  if (ask === null) return nothingNow;
  const kind = player.compiled.kind as BenefitKind<PromotionRule>;
  const { effect, near } = kind.apply(player.compiled.rule, ask);
  if (effect === null) return { ...nothingNow, near, why: { reason: limit <= 0 ? 'cap' : 'condition' } };
  const giftFen = giftsFen(effect.gifts, facts);
  const { times, offs, gifts, freightOffFen } = effect;
  const accepted: Accepted = { player, times, offs, gifts, freightOffFen, giftFen, near };
  const benefit = benefitFen(accepted);
  if (benefit > budgetFen) return { ...nothingNow, near: null, why: { reason: 'budget' } };
  return { accepted, effect, benefitFen: benefit, why: { reason: 'condition' }, near };
}

/** The state after a promotion was accepted. */
export function afterPlayer(state: LaneState, player: Player, effect: Effect): LaneState {
  const after = copyOf(state);
  takeEffect(after, player.compiled, effect);
  return after;
}

const giftsFen = (gifts: readonly Gift[], facts: CartFacts): Fen =>
  gifts.reduce(
    (total, { skuId, quantity }) => total + lineAmountFen(facts.giftPriceE4(skuId) ?? 0, quantity),
    0,
  );
