import { type Fen, lineAmountFen, partOfFen, percentOfFen } from '../platform/money';
import { type Accepted, type Declined, idOf, type LaneAnswer } from './applied';
import { assignUnits, type UnitOffer } from './assign-units';
import { bestChoice, exactRivals } from './best-choice';
import type { Cart, CartFacts } from './cart';
import type { Near, Off, PriceKind, PriceOffer } from './kind';
import { askOf, type CartItem, type LaneState, type Player, positionOf, takeEffect } from './lane-state';
import { leftOf } from './limits';
import type { PromotionRule } from './model';
import { campsOf, cannotShare, fieldsOf, isExclusive, overlap, yieldToPriority } from './rival-players';
import { comparePlayers } from './sort-order';
import { fewer, whyNoGoods } from './try-player';

/** A promotion with the prices it offers this cart. */
interface Pricer extends Player {
  readonly offers: readonly PriceOffer[];
  readonly near: Near | null;
  /** Base units it may price. */
  readonly limit: number;
  readonly budgetFen: Fen;
  /** Its terms bind the units it prices, though they may cost no less: 预售. */
  readonly isBinding: boolean;
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
  const pricers: Pricer[] = [];
  for (const player of players) {
    const asked = askPricer(state, player, cart, facts);
    if ('why' in asked) declined.push(asked);
    else pricers.push(asked);
  }
  const inTurn = pricers.sort(comparePlayers);
  const chosen = chooseInRounds(state, inTurn);
  const accepted = deal(state, chosen).flatMap((one) => acceptedOf(one));
  for (const one of accepted) takeEffect(state, one.player, one);
  const winners = new Set(accepted.map(({ player }) => player));
  for (const pricer of inTurn) {
    if (winners.has(pricer)) continue;
    declined.push({ player: pricer, why: whyNot(state, pricer, accepted), near: pricer.near });
  }
  return { accepted, declined };
}

function askPricer(state: LaneState, player: Player, cart: Cart, facts: CartFacts): Pricer | Declined {
  const { compiled } = player;
  const { limit, budgetFen } = leftOf(compiled, facts);
  const asked = askOf(state, player, cart, facts, limit);
  if (asked === null) return { player, why: whyNoGoods(state, player), near: null };
  const ask = compiled.admit(asked);
  if (ask === null) return { player, why: { reason: 'notFirst' }, near: null };
  const kind = compiled.kind as PriceKind<PromotionRule>;
  const { offers, near, atMost = Infinity } = kind.price(compiled.rule, ask);
  if (offers.length === 0) return { player, why: { reason: 'condition' }, near };
  if (limit <= 0) return { player, why: { reason: 'cap' }, near: null };
  if (budgetFen <= 0) return { player, why: { reason: 'budget' }, near: null };
  return {
    ...player,
    offers,
    near,
    limit: kind.counts === 'units' ? Math.min(limit, atMost) : atMost,
    budgetFen,
    isBinding: kind.plan !== undefined,
  };
}

/** Chooses among those that exclude each other; who yielded to one that then does not stand is asked again. */
function chooseInRounds(state: LaneState, inTurn: readonly Pricer[]): readonly Pricer[] {
  if (!inTurn.some(isExclusive)) return inTurn;
  let chosen: readonly Pricer[] = [];
  let pending = inTurn;
  while (pending.length > 0) {
    const { standing, yielded } = yieldToPriority(pending);
    const candidates = inTurn.filter((one) => standing.includes(one) || chosen.includes(one));
    const before = chosen;
    chosen = fieldsOf(candidates).flatMap((field) =>
      chooseInField(state, field.toSorted(comparePlayers), before),
    );
    pending = yielded
      .map(({ player }) => player)
      .filter((one) => !chosen.some((other) => cannotShare(one, other)));
  }
  return inTurn.filter((one) => chosen.includes(one));
}

/**
 * Those that exclude nobody here always stand beside the choice, and so do those chosen before. Where the rivals are too
 * many to weigh exactly, each camp of them is weighed by itself beside what shares its goods.
 */
function chooseInField(
  state: LaneState,
  field: readonly Pricer[],
  before: readonly Pricer[],
): readonly Pricer[] {
  const prone = field.filter(isExclusive);
  if (prone.length === 0) return field;
  const rivals = field.filter(
    (one) =>
      !before.includes(one) &&
      (isExclusive(one) ? field : prone).some((other) => other !== one && cannotShare(one, other)),
  );
  if (rivals.length === 0) return field;
  const company = field.filter((one) => !rivals.includes(one));
  const camps = rivals.length <= exactRivals ? [rivals] : campsOf(rivals, cannotShare);
  const chosen = camps.flatMap((given) => {
    const camp = given.toSorted(comparePlayers);
    const beside = company.filter((one) => camp.some((other) => overlap(one, other)));
    const worthOf = (some: readonly Pricer[]) =>
      savingOf(deal(state, [...beside, ...some].sort(comparePlayers)));
    // Under a budget that binds, one more may take units on which another saved more.
    return bestChoice(
      camp,
      cannotShare,
      worthOf,
      [...beside, ...camp].some((one) => isBound(state, one)),
    );
  });
  return [...company, ...chosen];
}

/** Whether a budget allows fewer units than there are. */
const isBound = (state: LaneState, pricer: Pricer) =>
  pricer.budgetFen !== Infinity && deal(state, [pricer]).some(({ isCut }) => isCut);

function whyNot(state: LaneState, pricer: Pricer, accepted: readonly Accepted[]): Declined['why'] {
  const alone = pricer.budgetFen === Infinity ? [] : deal(state, [pricer]);
  if (alone.some(({ offs, isCut }) => offs.length === 0 && isCut)) return { reason: 'budget' };
  const rival =
    accepted.find(({ player }) => cannotShare(player, pricer)) ??
    accepted.find(({ player }) => overlap(player, pricer));
  return rival ? { reason: 'beaten', byId: idOf(rival) } : { reason: 'condition' };
}

interface Dealt {
  readonly pricer: Pricer;
  readonly offs: readonly Off[];
  /** True when the budget allowed fewer units than the caps. */
  readonly isCut: boolean;
}

const costOf = (offs: readonly Off[]) => offs.reduce((total, { offFen }) => total + offFen, 0);
const savingOf = (dealt: readonly Dealt[]) => dealt.reduce((total, { offs }) => total + costOf(offs), 0);
const unitsOf = (offs: readonly Off[]) => offs.reduce((total, { quantity }) => total + quantity, 0);

/** Deals the units among promotions; one whose cost passes its budget gets fewer, and the units are dealt anew. */
function deal(state: LaneState, pricers: readonly Pricer[]): readonly Dealt[] {
  const limits = pricers.map(({ limit }) => limit);
  const tries = pricers.map(() => 0);
  for (;;) {
    const dealt = dealUnits(state, pricers, limits);
    const over = dealt.findIndex((offs, at) => costOf(offs) > (pricers[at] as Pricer).budgetFen);
    if (over < 0)
      return pricers.map((pricer, at) => ({
        pricer,
        offs: dealt[at] as readonly Off[],
        isCut: limits[at] !== pricer.limit,
      }));
    const offs = dealt[over] as readonly Off[];
    const { budgetFen } = pricers[over] as Pricer;
    limits[over] = fewer(unitsOf(offs), costOf(offs), budgetFen, tries[over] as number);
    tries[over] = (tries[over] as number) + 1;
  }
}

interface PricedOffer extends UnitOffer {
  readonly price: PriceOffer['price'];
}

function dealUnits(
  state: LaneState,
  pricers: readonly Pricer[],
  limits: readonly number[],
): readonly (readonly Off[])[] {
  const offers: PricedOffer[] = [];
  pricers.forEach(({ offers: own, isBinding }, promotion) => {
    for (const { key, quantity, price } of own) {
      const item = positionOf(state, key);
      const saving = savingOn(state.items[item] as CartItem, state.amounts[item] as Fen, price);
      offers.push({
        item,
        promotion,
        quantity,
        price,
        saving: isBinding && saving >= 0 ? saving + 1 : saving,
      });
    }
  });
  const units = state.items.map(({ quantity }) => quantity);
  const offs = pricers.map((): Off[] => []);
  const from = new Map<number, number>();
  // Parts of an item's amount follow one another, so that they add up to it.
  for (const { offer, quantity } of assignUnits(offers, units, limits)) {
    const { item, promotion, price } = offers[offer] as PricedOffer;
    const { key, quantity: all } = state.items[item] as CartItem;
    const start = from.get(item) ?? 0;
    from.set(item, start + quantity);
    const listFen = partOfFen(state.amounts[item] as Fen, all, start, start + quantity);
    const offFen = Math.max(0, listFen - costFenOf(price, quantity, listFen));
    const { isBinding } = pricers[promotion] as Pricer;
    if (offFen > 0 || isBinding) add(offs[promotion] as Off[], { key, quantity, offFen });
  }
  return offs;
}

/** Slices of one item are one thing to the buyer. */
function add(offs: Off[], off: Off): void {
  const at = offs.findIndex(({ key }) => key === off.key);
  const known = offs[at];
  if (known)
    offs[at] = { ...known, quantity: known.quantity + off.quantity, offFen: known.offFen + off.offFen };
  else offs.push(off);
}

/** Thousandths of what a unit costs in 1/10,000 yuan: whole numbers, so that sums of savings compare exactly. */
const savingScale = 1_000;

/** What a unit saves of what the item costs in the mean. */
function savingOn({ quantity }: CartItem, amountFen: Fen, price: PriceOffer['price']): number {
  if ('offE4' in price) return price.offE4 * savingScale;
  const meanE4 = (amountFen * 100) / quantity;
  const savingE4 = 'offBp' in price ? (meanE4 * price.offBp) / 10_000 : meanE4 - price.unitPriceE4;
  return Math.round(savingE4 * savingScale);
}

function costFenOf(price: PriceOffer['price'], quantity: number, listFen: Fen): Fen {
  if ('offBp' in price) return percentOfFen(listFen, 10_000 - price.offBp);
  if ('offE4' in price) return Math.max(0, listFen - lineAmountFen(price.offE4, quantity));
  return lineAmountFen(price.unitPriceE4, quantity);
}

function acceptedOf({ pricer, offs, isCut }: Dealt): Accepted[] {
  if (offs.length === 0) return [];
  const uses = offs.map(({ key, quantity }) => ({ key, quantity }));
  const times = pricer.compiled.kind.counts === 'units' ? unitsOf(offs) : 1;
  const near = isCut ? null : pricer.near;
  return [{ player: pricer, times, offs, uses, gifts: [], freightOffFen: 0, giftFen: 0, near }];
}
