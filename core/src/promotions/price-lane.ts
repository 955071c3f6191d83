import { type Fen, lineAmountFen, partOfFen, percentOfFen, sum } from '../platform/money';
import { type Accepted, type Declined, idOf, type LaneAnswer } from './applied';
import { assignUnits, type RankedOffers, rankOffers, type UnitOffer } from './assign-units';
import { bestChoice, exactRivals } from './best-choice';
import type { Cart, CartFacts } from './cart';
import type { Near, Off, PriceKind, PriceOffer } from './kind';
import {
  askOf,
  type CartItem,
  copyOf,
  type LaneState,
  type Player,
  positionOf,
  takeEffect,
} from './lane-state';
import { leftOf } from './limits';
import type { PromotionRule } from './model';
import { campsOf, cannotShare, fieldsOf, isExclusive, overlap, yieldToPriority } from './rival-players';
import { comparePlayers } from './sort-order';
import { fewer, whyNoGoods } from './try-player';

/** A promotion with the prices it offers this cart. */
interface Pricer extends Player {
  readonly offers: readonly PriceOffer[];
  /** True when it may price several slices of one item. */
  readonly hasSlices: boolean;
  readonly near: Near | null;
  /** What it saves at most, whatever the others do. */
  readonly mostFen: Fen;
  /** Base units it may price. */
  readonly limit: number;
  readonly budgetFen: Fen;
  /** Its terms bind the units it prices, though they may cost no less: 预售. */
  readonly isBinding: boolean;
}

/**
 * The lane of unit prices: exactly one promotion prices a unit, the buyer's lowest unless a higher priority excludes
 * it. Units beyond a cap go on to the next best price. Changes the state by what was accepted. Who yields to a higher
 * priority is not even asked, until somebody wants to know why it gives nothing.
 */
export function runPriceLane(
  state: LaneState,
  players: readonly Player[],
  cart: Cart,
  facts: CartFacts,
): LaneAnswer {
  const before = copyOf(state);
  const known = new Map<Player, Pricer | Declined>();
  const ask: AskPlayer = (player) => {
    const asked = known.get(player) ?? askPricer(before, player, cart, facts);
    known.set(player, asked);
    return asked;
  };
  const inTurn = players.toSorted(comparePlayers);
  const chosen = chooseInRounds(state, inTurn, ask);
  const accepted = deal(tableOf(state, chosen), chosen).flatMap((one) => acceptedOf(one));
  for (const one of accepted) takeEffect(state, one.player, one);
  const after = copyOf(state);
  return { accepted, declined: () => declinedOf(after, players, inTurn, ask, accepted) };
}

/** What a promotion offers, or why it offers nothing; asked once. */
type AskPlayer = (player: Player) => Pricer | Declined;

/** Null for a promotion that offers nothing. */
const pricerOf = (asked: Pricer | Declined): Pricer | null => ('why' in asked ? null : asked);

/** Those without offers come first, then those whom others left nothing. */
function declinedOf(
  after: LaneState,
  players: readonly Player[],
  inTurn: readonly Player[],
  ask: AskPlayer,
  accepted: readonly Accepted[],
): readonly Declined[] {
  const winners = new Set(accepted.map(({ player }) => player));
  const without = players.map(ask).filter((asked) => 'why' in asked);
  const beaten = inTurn.flatMap((player): Declined[] => {
    const pricer = pricerOf(ask(player));
    if (pricer === null || winners.has(pricer)) return [];
    return [{ player: pricer, why: whyNot(after, pricer, accepted), near: pricer.near }];
  });
  return [...without, ...beaten];
}

/** All offers of a lane, ranked once: of a choice of promotions they are dealt hundreds of times. */
interface Table {
  readonly state: LaneState;
  /** What the items cost when the lane began. */
  readonly amounts: readonly Fen[];
  readonly units: readonly number[];
  /** Promotions of offers are positions in the turn. */
  readonly ranked: RankedOffers;
  readonly prices: readonly PriceOffer['price'][];
  readonly pricers: readonly Pricer[];
  /** Base units each may price. */
  readonly limits: readonly number[];
  /** A promotion's position in the turn. */
  readonly turnOf: ReadonlyMap<Pricer, number>;
}

function tableOf(state: LaneState, pricers: readonly Pricer[]): Table {
  const offers: UnitOffer[] = [];
  const prices: PriceOffer['price'][] = [];
  pricers.forEach(({ offers: own, isBinding }, promotion) => {
    for (const { key, quantity, price } of own) {
      const item = positionOf(state, key);
      const saving = savingOn(state.items[item] as CartItem, state.amounts[item] as Fen, price);
      offers.push({
        item,
        promotion,
        quantity,
        saving: isBinding && saving >= 0 ? saving + 1 : saving,
      });
      prices.push(price);
    }
  });
  return {
    state,
    amounts: [...state.amounts],
    units: state.items.map(({ quantity }) => quantity),
    ranked: rankOffers(offers),
    prices,
    pricers,
    limits: pricers.map(({ limit }) => limit),
    turnOf: new Map(pricers.map((pricer, at) => [pricer, at])),
  };
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
  // Field by field: a spread makes objects that are slow to make and slow to read, and there are many of them.
  return {
    compiled,
    at: player.at,
    scopeAt: player.scopeAt,
    namedAt: player.namedAt,
    couponId: player.couponId,
    offers,
    hasSlices: !isRising(offers),
    near,
    mostFen: sum(offers.map((offer) => mostFenOf(state, offer))),
    limit: kind.counts === 'units' ? Math.min(limit, atMost) : atMost,
    budgetFen,
    isBinding: kind.plan !== undefined,
  };
}

/** Offers of different items, in the order of items. */
const isRising = (offers: readonly PriceOffer[]) =>
  offers.every(({ key }, at) => at === 0 || (offers[at - 1] as PriceOffer).key < key);

/** Chooses among those that exclude each other; who yielded to one that then does not stand is asked again. */
function chooseInRounds(state: LaneState, inTurn: readonly Player[], ask: AskPlayer): readonly Pricer[] {
  const offering = (player: Player) => pricerOf(ask(player));
  let chosen: readonly Pricer[] = [];
  let pending = inTurn;
  while (pending.length > 0) {
    const { standing, yielded } = yieldToPriority(pending, offering);
    const candidates = [...chosen, ...standing].sort(comparePlayers);
    const before = chosen;
    chosen = candidates.some(isExclusive)
      ? fieldsOf(candidates).flatMap((field) => chooseInField(state, field.toSorted(comparePlayers), before))
      : candidates;
    pending = yielded.filter((one) => !chosen.some((other) => cannotShare(one, other)));
  }
  return chosen.toSorted(comparePlayers);
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
  let known: Table | undefined;
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
    const giant = giantOf(state, camp, beside);
    if (giant !== null) return [giant];
    const table = (known ??= tableOf(state, field));
    const worthOf = (some: readonly Pricer[]) => savingOf(dealOut(table, [...beside, ...some]));
    // Under a budget that binds, one more may take units on which another saved more.
    return bestChoice(
      camp,
      cannotShare,
      worthOf,
      [...beside, ...camp].some((one) => isBound(table, one)),
    );
  });
  return [...company, ...chosen];
}

/**
 * One of a camp that all others exclude and that saves more than these could together: it stands, and no choice of the
 * others need be weighed. Null where there is none.
 */
function giantOf(state: LaneState, camp: readonly Pricer[], beside: readonly Pricer[]): Pricer | null {
  const giant = camp.reduce((most, one) => (one.mostFen > most.mostFen ? one : most));
  let othersFen = -giant.mostFen;
  for (const one of camp) othersFen += one.mostFen;
  for (const one of beside) othersFen += one.mostFen;
  if (giant.mostFen <= othersFen) return null;
  if (!camp.every((other) => other === giant || cannotShare(giant, other))) return null;
  const standing = [...beside, giant].sort(comparePlayers);
  return savingOf(dealOut(tableOf(state, standing), standing)) > othersFen ? giant : null;
}

/** Whether a budget allows fewer units than there are. */
const isBound = (table: Table, pricer: Pricer) =>
  mayBind(table.state, pricer) && deal(table, [pricer]).some(({ isCut }) => isCut);

/** False where a budget is not passed even if all goods came free. */
function mayBind({ amounts }: LaneState, { budgetFen, at }: Pricer): boolean {
  let mostFen = 0;
  for (const position of at) mostFen += amounts[position] as Fen;
  return mostFen > budgetFen;
}

function whyNot(state: LaneState, pricer: Pricer, accepted: readonly Accepted[]): Declined['why'] {
  const alone = mayBind(state, pricer) ? deal(tableOf(state, [pricer]), [pricer]) : [];
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

const unitsOf = (offs: readonly Off[]) => offs.reduce((total, { quantity }) => total + quantity, 0);

function costOf(offs: readonly Off[]): Fen {
  let total = 0;
  for (const { offFen } of offs) total += offFen;
  return total;
}

function savingOf({ offs }: DealtOut): Fen {
  let total = 0;
  for (const own of offs) if (own !== undefined) total += costOf(own);
  return total;
}

/** What promotions take off, by their turn: undefined for one that gets no unit; and the units they might have had. */
interface DealtOut {
  readonly offs: readonly (readonly Off[] | undefined)[];
  readonly limits: readonly number[];
}

/** Deals the units among some promotions; one whose cost passes its budget gets fewer, and the units are dealt anew. */
function dealOut(table: Table, some: readonly Pricer[]): DealtOut {
  const takesPart = new Array<boolean>(table.pricers.length).fill(false);
  for (const one of some) takesPart[table.turnOf.get(one) as number] = true;
  let limits = table.limits;
  let tries: readonly number[] | null = null;
  for (;;) {
    const offs = dealUnits(table, limits, takesPart);
    const over = offs.findIndex(
      (own, at) => own !== undefined && costOf(own) > (table.pricers[at] as Pricer).budgetFen,
    );
    if (over < 0) return { offs, limits };
    const own = offs[over] as readonly Off[];
    const { budgetFen } = table.pricers[over] as Pricer;
    const tried: readonly number[] = tries ?? limits.map(() => 0);
    limits = limits.with(over, fewer(unitsOf(own), costOf(own), budgetFen, tried[over] as number));
    tries = tried.with(over, (tried[over] as number) + 1);
  }
}

/** What some promotions take off, in their turn. */
function deal(table: Table, some: readonly Pricer[]): readonly Dealt[] {
  const { offs, limits } = dealOut(table, some);
  return some
    .map((pricer) => ({ pricer, turn: table.turnOf.get(pricer) as number }))
    .sort((left, right) => left.turn - right.turn)
    .map(({ pricer, turn }) => ({
      pricer,
      offs: offs[turn] ?? [],
      isCut: limits[turn] !== pricer.limit,
    }));
}

function dealUnits(
  { state, amounts, units, ranked, prices, pricers }: Table,
  limits: readonly number[],
  takesPart: readonly boolean[],
): DealtOut['offs'] {
  const offs = new Array<Off[] | undefined>(pricers.length).fill(undefined);
  const from = new Array<number>(units.length).fill(0);
  const taken = assignUnits(ranked, units, limits, takesPart);
  // Parts of an item's amount follow one another, so that they add up to it.
  for (let offer = 0; offer < taken.length; offer += 1) {
    const quantity = taken[offer] as number;
    if (quantity === 0) continue;
    const { item, promotion } = ranked.offers[offer] as UnitOffer;
    const { key, quantity: all } = state.items[item] as CartItem;
    const start = from[item] as number;
    from[item] = start + quantity;
    const listFen = partOfFen(amounts[item] as Fen, all, start, start + quantity);
    const offFen = Math.max(0, listFen - costFenOf(prices[offer] as PriceOffer['price'], quantity, listFen));
    const { isBinding, hasSlices } = pricers[promotion] as Pricer;
    if (offFen === 0 && !isBinding) continue;
    const own = (offs[promotion] ??= []);
    if (hasSlices) add(own, { key, quantity, offFen });
    else own.push({ key, quantity, offFen });
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

/** What an offer saves at most: savings are rounded by the unit, and the fen of units are rounded when they are dealt. */
function mostFenOf(state: LaneState, { key, quantity, price }: PriceOffer): Fen {
  const at = positionOf(state, key);
  const saving = savingOn(state.items[at] as CartItem, state.amounts[at] as Fen, price);
  return saving < 0 ? 0 : Math.ceil(((saving + 1) * quantity) / (savingScale * e4PerFen)) + 2;
}

const e4PerFen = 100;

/** What a unit saves of what the item costs in the mean: never more than that, whatever is taken off. */
function savingOn({ quantity }: CartItem, amountFen: Fen, price: PriceOffer['price']): number {
  const meanE4 = (amountFen * 100) / quantity;
  if ('offE4' in price) return Math.round(Math.min(price.offE4, meanE4) * savingScale);
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
