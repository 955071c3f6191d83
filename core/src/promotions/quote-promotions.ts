import { groupBy } from '../platform/collect';
import { dealFen, type Fen, partOfFen, sum } from '../platform/money';
import { type Accepted, benefitFen, type Declined, idOf, type LaneAnswer } from './applied';
import { runBenefitLane } from './benefit-lane';
import type { Cart, CartFacts } from './cart';
import type { PaymentPlan, PriceKind } from './kind';
import {
  type CartItem,
  itemsOf,
  laneFrom,
  type LaneState,
  type Player,
  positionOf,
  stateOf,
} from './lane-state';
import { lanes, type LineShare, type PromotionRule } from './model';
import { playersOf } from './players-of';
import { runPriceLane } from './price-lane';
import type { PromotionBook } from './promotion-book';

/** What a cart costs, and how it came to that. */
export interface PromotionQuote {
  readonly lines: readonly { readonly lineNo: number; readonly listFen: Fen; readonly amountFen: Fen }[];
  readonly shares: readonly LineShare[];
  readonly accepted: readonly Accepted[];
  /** Worked out when first asked for, which is to be before the facts it was quoted by are others. */
  readonly declined: readonly Declined[];
  readonly discountFen: Fen;
  readonly giftFen: Fen;
  /** After promotions. */
  readonly freightFen: Fen;
  /** Goods after promotions, and freight. */
  readonly payableFen: Fen;
  /** How goods are paid for in steps, where they are: the first of `plans`. */
  readonly plan: PaymentPlan | null;
  /** By promotion; other goods and the freight are due at once. */
  readonly plans: readonly { readonly promotionId: string; readonly plan: PaymentPlan }[];
  /** The goods promotions looked at, lines of one SKU together; players name them by position. */
  readonly items: readonly CartItem[];
}

/**
 * What a cart costs under a seller's promotions. Pure and total: it depends neither on the order of lines nor on the
 * units they are counted in. Lanes stack in their order; see `Stacking` for what competes.
 */
export function quotePromotions(cart: Cart, book: PromotionBook, facts: CartFacts): PromotionQuote {
  const items = itemsOf(cart.lines);
  const known = bound(facts);
  const players = playersOf(cart, book, known, items);
  const loners = players.filter(({ compiled }) => compiled.promotion.stacking === 'exclusiveOrder');
  const others = loners.length === 0 ? players : players.filter((one) => !loners.includes(one));
  const together = runLanes(items, others, cart, known);
  const run = loners.length === 0 ? together : bestAlone(together, loners, items, cart, known);
  return quoteOf(cart, run);
}

/** Facts whose questions may be handed on by themselves. */
function bound(facts: CartFacts): CartFacts {
  // Asked at every try of a choice, and answered by the whole way of an order.
  const givable = new Map<string, boolean>();
  return {
    useOf: (promotionId) => facts.useOf(promotionId),
    coupons: facts.coupons,
    giftPriceE4: (skuId) => facts.giftPriceE4(skuId),
    mayGive(skuId) {
      const known = givable.get(skuId) ?? facts.mayGive(skuId);
      givable.set(skuId, known);
      return known;
    },
    giftLeft: (skuId, quantity) => facts.giftLeft?.(skuId, quantity) ?? quantity,
    isFirstOrder: facts.isFirstOrder,
    isNewItem: (skuId) => facts.isNewItem(skuId),
  };
}

interface Run {
  readonly state: LaneState;
  readonly accepted: readonly Accepted[];
  readonly declined: () => readonly Declined[];
  readonly benefitFen: Fen;
}

function runLanes(items: readonly CartItem[], players: readonly Player[], cart: Cart, facts: CartFacts): Run {
  let state = stateOf(items, cart.freightFen);
  const accepted: Accepted[] = [];
  const declines: LaneAnswer['declined'][] = [];
  const byLane = groupBy(players, ({ compiled }) => compiled.lane);
  for (const lane of lanes) {
    if (lane === 'freight' && cart.freightOf) state.freightFen = cart.freightOf(goodsFenOf(state, cart));
    const own = byLane.get(lane);
    if (own === undefined) continue;
    state = laneFrom(state, closedBy(accepted, state));
    const run = lane === 'unitPrice' ? runPriceLane : runBenefitLane;
    const { open, beaten } = untouched(own, accepted, state);
    const answer: LaneAnswer = run(state, open, cart, facts);
    accepted.push(...answer.accepted);
    declines.push(() => beaten, answer.declined);
  }
  return {
    state,
    accepted,
    declined: () => declines.flatMap((answer) => answer()),
    benefitFen: sum(accepted.map(benefitFen)),
  };
}

/** What all goods cost now, those at an agreed price among them. */
const goodsFenOf = ({ amounts }: LaneState, { lines }: Cart): Fen =>
  sum(amounts) + sum(lines.map(({ isClosed, amountFen }) => (isClosed ? amountFen : 0)));

/** What an exclusive promotion has touched is nobody else's: who keeps it, by position. */
function closedBy(accepted: readonly Accepted[], state: LaneState): LaneState['closed'] {
  let closed: string[] | null = null;
  for (const one of accepted) {
    if (one.player.compiled.promotion.stacking !== 'exclusiveLine') continue;
    closed ??= [];
    for (const { key } of one.uses) closed[positionOf(state, key)] = idOf(one);
  }
  return closed;
}

/** An exclusive promotion of a later lane keeps off goods that an earlier lane has touched. */
function untouched(
  players: readonly Player[],
  accepted: readonly Accepted[],
  state: LaneState,
): { readonly open: readonly Player[]; readonly beaten: readonly Declined[] } {
  const beaten: Declined[] = [];
  if (accepted.length === 0 || !players.some(isExclusiveOnLines)) return { open: players, beaten };
  const touched: string[] = [];
  for (const one of accepted) for (const { key } of one.uses) touched[positionOf(state, key)] = idOf(one);
  const isOpen = (position: number) => touched[position] === undefined;
  const open: Player[] = [];
  for (const player of players) {
    const at = isExclusiveOnLines(player) ? player.at.filter(isOpen) : player.at;
    if (at.length === player.at.length) open.push(player);
    else if (at.length > 0)
      open.push({
        ...player,
        at,
        scopeAt: player.scopeAt.filter(isOpen),
        namedAt: player.namedAt.filter(isOpen),
      });
    else {
      const byId = touched[player.at[0] as number] as string;
      beaten.push({ player, why: { reason: 'beaten', byId }, near: null });
    }
  }
  return { open, beaten };
}

const isExclusiveOnLines = ({ compiled }: Player) => compiled.promotion.stacking === 'exclusiveLine';

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
    const known = best;
    if (alone.accepted.length === 0) {
      best = { ...known, declined: () => [...known.declined(), ...alone.declined()] };
      continue;
    }
    const wins =
      priority > bestPriority || (priority === bestPriority && alone.benefitFen > known.benefitFen);
    const [winner, loser] = wins ? [alone, known] : [known, alone];
    const byId = (winner.accepted[0] as Accepted).player.compiled.promotion.id;
    const beaten = loser.accepted.map(({ player }): Declined => ({
      player,
      why: { reason: 'beaten', byId },
      near: null,
    }));
    best = { ...winner, declined: () => [...known.declined(), ...beaten] };
    bestPriority = Math.max(priority, bestPriority);
  }
  const { accepted, declined } = best;
  return { ...best, declined: () => declined().map((one) => beatenByStanding(one, accepted)) };
}

/** Who beat a promotion may have been beaten itself: what counts then is who stands. */
function beatenByStanding(declined: Declined, accepted: readonly Accepted[]): Declined {
  const { why } = declined;
  const [first] = accepted;
  if (why.reason !== 'beaten' || !first || accepted.some((one) => idOf(one) === why.byId)) return declined;
  return { ...declined, why: { reason: 'beaten', byId: idOf(first) } };
}

function quoteOf(cart: Cart, { state, accepted, declined }: Run): PromotionQuote {
  const amounts = new Map(cart.lines.map(({ lineNo, amountFen }) => [lineNo, amountFen]));
  const shares: LineShare[] = [];
  for (const one of accepted) shareOut(state, one, amounts, shares);
  const plans = plansOf(accepted, state);
  const lines = cart.lines.map(({ lineNo, amountFen: listFen }) => ({
    lineNo,
    listFen,
    amountFen: amounts.get(lineNo) as Fen,
  }));
  let known: readonly Declined[] | undefined;
  return {
    lines,
    shares,
    accepted,
    get declined() {
      return (known ??= declined());
    },
    discountFen: sum(shares.map(({ offFen }) => offFen)),
    giftFen: sum(accepted.map(({ giftFen }) => giftFen)),
    freightFen: state.freightFen,
    payableFen: sum(lines.map(({ amountFen }) => amountFen)) + state.freightFen,
    plan: plans[0]?.plan ?? null,
    plans,
    items: state.items,
  };
}

/** What a promotion takes off, by line: lines of one SKU share it by what they still cost, so that none falls below 0. */
function shareOut(
  state: LaneState,
  { player, offs }: Accepted,
  amounts: Map<number, Fen>,
  shares: LineShare[],
): void {
  const promotionId = player.compiled.promotion.id;
  for (const { key, quantity, offFen } of offs) {
    const { lines } = state.items[positionOf(state, key)] as CartItem;
    const before = lines.map(({ lineNo }) => amounts.get(lineNo) as Fen);
    const fens = lines.length === 1 ? [offFen] : dealFen(offFen, before);
    let left = quantity;
    lines.forEach(({ lineNo, quantity: all }, at) => {
      const own = Math.min(left, all);
      left -= own;
      amounts.set(lineNo, (before[at] as Fen) - (fens[at] as Fen));
      shares.push({ promotionId, lineNo, quantity: own, offFen: fens[at] as Fen });
    });
  }
}

/** The units a promotion priced are paid for as it says, at what all lanes have left of their cost. */
function plansOf(accepted: readonly Accepted[], state: LaneState): PromotionQuote['plans'] {
  const { items, amounts } = state;
  return accepted.flatMap(({ player: { compiled }, uses }) => {
    const kind = compiled.kind as PriceKind<PromotionRule>;
    if (compiled.lane !== 'unitPrice' || !kind.plan) return [];
    const amountFen = sum(
      uses.map(({ key, quantity }) => {
        const at = positionOf(state, key);
        return partOfFen(amounts[at] as Fen, (items[at] as CartItem).quantity, 0, quantity);
      }),
    );
    const units = sum(uses.map(({ quantity }) => quantity));
    return [{ promotionId: compiled.promotion.id, plan: kind.plan(compiled.rule, amountFen, units) }];
  });
}
