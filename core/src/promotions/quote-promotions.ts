import { dealFen, type Fen, sum } from '../platform/money';
import { type Accepted, benefitFen, type Declined, type LaneAnswer } from './applied';
import { runBenefitLane } from './benefit-lane';
import type { Cart, CartFacts, CartLine } from './cart';
import type { Compiled } from './compile-promotion';
import { countsAt, isFor } from './is-for-buyer';
import type { PaymentPlan, PriceKind } from './kind';
import { type CartItem, itemsOf, type LaneState, type Player, positionOf } from './lane-state';
import { lanes, type LineShare, type Promotion, type PromotionRule } from './model';
import { runPriceLane } from './price-lane';
import type { PromotionBook } from './promotion-book';

/** What a cart costs, and how it came to that. */
export interface PromotionQuote {
  readonly lines: readonly { readonly lineNo: number; readonly listFen: Fen; readonly amountFen: Fen }[];
  readonly shares: readonly LineShare[];
  readonly accepted: readonly Accepted[];
  readonly declined: readonly Declined[];
  readonly discountFen: Fen;
  readonly giftFen: Fen;
  /** After promotions. */
  readonly freightFen: Fen;
  /** Goods after promotions, and freight. */
  readonly payableFen: Fen;
  /** Set when the goods are paid for in steps. */
  readonly plan: PaymentPlan | null;
}

/**
 * What a cart costs under a seller's promotions. Pure and total: it depends neither on the order of lines nor on the
 * units they are counted in. Lanes stack in their order; see `Stacking` for what competes.
 */
export function quotePromotions(cart: Cart, book: PromotionBook, facts: CartFacts): PromotionQuote {
  const items = itemsOf(cart.lines);
  const players = playersOf(cart, book, facts, items);
  const loners = players.filter(({ compiled }) => compiled.promotion.stacking === 'exclusiveOrder');
  const together = runLanes(
    items,
    players.filter((one) => !loners.includes(one)),
    cart,
    facts,
  );
  const run = loners.length === 0 ? together : bestAlone(together, loners, items, cart, facts);
  return quoteOf(cart, run);
}

interface Run {
  readonly state: LaneState;
  readonly accepted: readonly Accepted[];
  readonly declined: readonly Declined[];
  readonly benefitFen: Fen;
}

function playersOf(
  cart: Cart,
  book: PromotionBook,
  facts: CartFacts,
  items: readonly CartItem[],
): readonly Player[] {
  const at = new Map<Compiled, number[]>();
  const note = (compiled: Compiled, position: number) => {
    const known = at.get(compiled);
    if (known) known.push(position);
    else at.set(compiled, [position]);
  };
  items.forEach(({ lines }, position) => {
    const goods = lines[0] as CartLine;
    for (const compiled of book.about(goods)) note(compiled, position);
    for (const compiled of book.open) if (compiled.covers(goods)) note(compiled, position);
  });
  return [...at].flatMap(([compiled, positions]): Player[] => {
    const { promotion, lane } = compiled;
    if (lane === 'later' || !isFor(promotion.audience, cart.buyer)) return [];
    if (lane !== 'coupon')
      return countsAt(promotion, cart.at) ? [{ compiled, at: positions, couponId: null }] : [];
    const coupon = couponFor(promotion, cart, facts);
    return coupon ? [{ compiled, at: positions, couponId: coupon.id }] : [];
  });
}

/** The coupon of a promotion that is over first, of those the buyer wants used. A claimed coupon outlives the claiming. */
function couponFor(promotion: Promotion, { at, couponIds }: Cart, { coupons }: CartFacts) {
  return coupons
    .filter(
      (coupon) =>
        coupon.promotionId === promotion.id &&
        coupon.state === 'open' &&
        at < coupon.expiresAt &&
        (couponIds === null || couponIds.includes(coupon.id)),
    )
    .sort((left, right) => left.expiresAt - right.expiresAt || (left.id < right.id ? -1 : 1))[0];
}

function runLanes(items: readonly CartItem[], players: readonly Player[], cart: Cart, facts: CartFacts): Run {
  const list = items.map(({ listFen }) => listFen);
  let state: LaneState = {
    items,
    amounts: [...list],
    bases: list,
    used: new Map(),
    closed: new Set(),
    freightFen: cart.freightFen,
  };
  const accepted: Accepted[] = [];
  const declined: Declined[] = [];
  for (const lane of lanes) {
    const own = players.filter(({ compiled }) => compiled.lane === lane);
    if (own.length === 0) continue;
    state = { ...state, bases: [...state.amounts], closed: closedBy(accepted, state) };
    const run = lane === 'unitPrice' ? runPriceLane : runBenefitLane;
    const answer: LaneAnswer = run(state, untouched(own, accepted), cart, facts);
    accepted.push(...answer.accepted);
    declined.push(...answer.declined);
  }
  return { state, accepted, declined, benefitFen: sum(accepted.map(benefitFen)) };
}

/** What an exclusive promotion has touched is nobody else's. */
function closedBy(accepted: readonly Accepted[], state: LaneState): ReadonlySet<number> {
  const closed = new Set<number>();
  for (const { player, offs } of accepted) {
    if (player.compiled.promotion.stacking !== 'exclusiveLine') continue;
    for (const at of offs.length > 0 ? offs.map(({ key }) => positionOf(state, key)) : player.at)
      closed.add(at);
  }
  return closed;
}

/** An exclusive promotion of a later lane keeps off goods that an earlier lane has touched. */
function untouched(players: readonly Player[], accepted: readonly Accepted[]): readonly Player[] {
  const touched = new Set(accepted.flatMap(({ player }) => player.at));
  if (touched.size === 0) return players;
  return players.flatMap((player): Player[] => {
    if (player.compiled.promotion.stacking !== 'exclusiveLine') return [player];
    const at = player.at.filter((position) => !touched.has(position));
    return at.length > 0 ? [{ ...player, at }] : [];
  });
}

/** The whole order by one promotion alone, where that is worth more to the buyer and nothing of a higher priority stands. */
function bestAlone(
  together: Run,
  loners: readonly Player[],
  items: readonly CartItem[],
  cart: Cart,
  facts: CartFacts,
): Run {
  const priorityOf = ({ compiled }: Player) => compiled.promotion.priority;
  const others = Math.max(-1, ...together.accepted.map(({ player }) => priorityOf(player)));
  let best = together;
  let bestPriority = others;
  for (const loner of loners) {
    const alone = runLanes(items, [loner], cart, facts);
    const priority = priorityOf(loner);
    if (alone.accepted.length === 0) {
      best = { ...best, declined: [...best.declined, ...alone.declined] };
      continue;
    }
    const wins = priority > bestPriority || (priority === bestPriority && alone.benefitFen > best.benefitFen);
    const [winner, loser] = wins ? [alone, best] : [best, alone];
    const byId = (winner.accepted[0] as Accepted).player.compiled.promotion.id;
    const beaten = loser.accepted.map(({ player }): Declined => ({
      player,
      why: { reason: 'beaten', byId },
      near: null,
    }));
    best = { ...winner, declined: [...best.declined, ...beaten] };
    bestPriority = Math.max(priority, bestPriority);
  }
  return best;
}

function quoteOf(cart: Cart, { state, accepted, declined }: Run): PromotionQuote {
  const amounts = new Map(cart.lines.map(({ lineNo, amountFen }) => [lineNo, amountFen]));
  const shares = accepted.flatMap((one) => shareOut(state, one, amounts));
  const lines = cart.lines.map(({ lineNo, amountFen: listFen }) => ({
    lineNo,
    listFen,
    amountFen: amounts.get(lineNo) as Fen,
  }));
  return {
    lines,
    shares,
    accepted,
    declined,
    discountFen: sum(shares.map(({ offFen }) => offFen)),
    giftFen: sum(accepted.map(({ giftFen }) => giftFen)),
    freightFen: state.freightFen,
    payableFen: sum(lines.map(({ amountFen }) => amountFen)) + state.freightFen,
    plan: planOf(accepted, state),
  };
}

/** What a promotion takes off, by line: lines of one SKU share it by what they still cost, so that none falls below 0. */
function shareOut(
  state: LaneState,
  { player, offs }: Accepted,
  amounts: Map<number, Fen>,
): readonly LineShare[] {
  const promotionId = player.compiled.promotion.id;
  return offs.flatMap(({ key, quantity, offFen }): LineShare[] => {
    const { lines } = state.items[positionOf(state, key)] as CartItem;
    const before = lines.map(({ lineNo }) => amounts.get(lineNo) as Fen);
    const fens = lines.length === 1 ? [offFen] : dealFen(offFen, before);
    let left = quantity;
    return lines.map(({ lineNo, quantity: all }, at) => {
      const own = Math.min(left, all);
      left -= own;
      amounts.set(lineNo, (before[at] as Fen) - (fens[at] as Fen));
      return { promotionId, lineNo, quantity: own, offFen: fens[at] as Fen };
    });
  });
}

function planOf(accepted: readonly Accepted[], { items, amounts }: LaneState): PaymentPlan | null {
  for (const { player, times } of accepted) {
    const kind = player.compiled.kind as PriceKind<PromotionRule>;
    if (player.compiled.lane !== 'unitPrice' || !kind.plan) continue;
    const fen = sum(player.at.map((at) => amounts[at] as Fen));
    if (items.length > 0) return kind.plan(player.compiled.rule, fen, times);
  }
  return null;
}
