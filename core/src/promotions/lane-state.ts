import { groupBy } from '../platform/collect';
import { dealFen, divideHalfUp, type Fen, partOfFen, type PriceE4, sum } from '../platform/money';
import type { Cart, CartFacts, CartLine } from './cart';
import type { Compiled } from './compile-promotion';
import type { Ask, Effect, Item } from './kind';

/** All lines of one SKU, as one; goods of lots with less life left are an item of their own. */
export interface CartItem {
  readonly key: string;
  readonly skuId: string;
  readonly quantity: number;
  readonly listFen: Fen;
  readonly unitPriceE4: PriceE4;
  readonly lifeLeftBp: number | null;
  readonly factorOf: (unit: string) => number | null;
  /** Ascending by number. */
  readonly lines: readonly CartLine[];
}

/** A promotion that may mean something to a cart, and which of its items, by position, ascending. */
export interface Player {
  readonly compiled: Compiled;
  /** All it may touch. */
  readonly at: readonly number[];
  /** Those in its scope. */
  readonly scopeAt: readonly number[];
  /** Those its rule looks for by name. */
  readonly namedAt: readonly number[];
  /** The coupon it is used by; null: none is needed. */
  readonly couponId: string | null;
}

/** Units of an item that the same groups have used, and what those very units cost. */
export interface Parcel {
  readonly quantity: number;
  readonly amountFen: Fen;
  readonly baseFen: Fen;
  readonly groups: readonly string[];
}

/** What a cart comes to so far. Lanes change it as they go; a search copies it. */
export interface LaneState {
  readonly items: readonly CartItem[];
  /** Of items, by key: one map for all states of a cart. */
  readonly positions: ReadonlyMap<string, number>;
  /** What items cost now. */
  readonly amounts: Fen[];
  /** What they cost when the lane began. */
  readonly bases: readonly Fen[];
  /** Items of which a mutex group has used units, by position, in parcels that add up to the item. */
  readonly parcels: Map<number, readonly Parcel[]>;
  /** By position: the promotion that keeps an item, which stands beside nothing more. Null: all are open. */
  readonly closed: readonly (string | undefined)[] | null;
  /** Items as promotions without groups see them, while they cost what they did. */
  readonly seen: (Item | undefined)[];
  /** Promotions with groups that have used units. */
  readonly users: Player[];
  freightFen: Fen;
}

/** The items of a cart, ascending by key; lines whose price is agreed are nobody's business here. */
export function itemsOf(lines: readonly CartLine[]): readonly CartItem[] {
  const open = lines.filter((line) => !line.isClosed && line.quantity > 0);
  const byKey = groupBy(open, keyOf);
  return [...byKey.keys()].sort().map((key) => itemOf(key, byKey.get(key) as readonly CartLine[]));
}

const keyOf = ({ skuId, lifeLeftBp }: CartLine) => (lifeLeftBp === null ? skuId : `${skuId} ${lifeLeftBp}`);

function itemOf(key: string, given: readonly CartLine[]): CartItem {
  const lines = given.length === 1 ? given : [...given].sort((left, right) => left.lineNo - right.lineNo);
  const first = lines[0] as CartLine;
  const quantity = sum(lines.map((line) => line.quantity));
  const listFen = sum(lines.map(({ amountFen }) => amountFen));
  const { skuId, lifeLeftBp, units, unitPriceE4 } = first;
  return {
    key,
    skuId,
    quantity,
    listFen,
    // Lines ordered in different units may have different prices: their mean is the same in any order of lines.
    unitPriceE4: lines.every((line) => line.unitPriceE4 === unitPriceE4)
      ? unitPriceE4
      : divideHalfUp(BigInt(listFen) * 100n, BigInt(quantity)),
    lifeLeftBp,
    factorOf(unit) {
      if (unit === '') return 1;
      for (const one of units) if (one.unit === unit) return one.factor;
      return null;
    },
    lines,
  };
}

/** A cart before the first lane. */
export function stateOf(items: readonly CartItem[], freightFen: Fen): LaneState {
  const list = items.map(({ listFen }) => listFen);
  return {
    items,
    positions: new Map(items.map(({ key }, at) => [key, at])),
    amounts: [...list],
    bases: list,
    parcels: new Map(),
    closed: null,
    seen: new Array<Item | undefined>(items.length),
    users: [],
    freightFen,
  };
}

/** The state a lane begins with: what things cost now is what its conditions ask. */
export function laneFrom(state: LaneState, closed: LaneState['closed']): LaneState {
  const parcels = new Map<number, readonly Parcel[]>();
  for (const [at, own] of state.parcels)
    parcels.set(
      at,
      own.map(({ quantity, amountFen, groups }) => ({ quantity, amountFen, baseFen: amountFen, groups })),
    );
  return {
    items: state.items,
    positions: state.positions,
    amounts: state.amounts,
    bases: [...state.amounts],
    parcels,
    closed,
    seen: new Array<Item | undefined>(state.items.length),
    users: state.users,
    freightFen: state.freightFen,
  };
}

export const copyOf = (state: LaneState): LaneState => ({
  items: state.items,
  positions: state.positions,
  amounts: [...state.amounts],
  bases: state.bases,
  parcels: new Map(state.parcels),
  closed: state.closed,
  seen: [...state.seen],
  users: [...state.users],
  freightFen: state.freightFen,
});

/** What a player is asked as things stand; null when no goods are left for it. */
export function askOf(
  state: LaneState,
  { compiled, scopeAt, namedAt }: Player,
  cart: Cart,
  facts: CartFacts,
  limit: number,
): Ask | null {
  const groups = compiled.promotion.mutexGroups;
  const items = itemsAt(state, scopeAt, groups);
  const named = namedAt.length === 0 ? noItems : itemsAt(state, namedAt, groups);
  if (items.length === 0 && named.length === 0) return null;
  return {
    items,
    named,
    limit,
    freightFen: state.freightFen,
    at: cart.at,
    giftChoices: cart.giftChoices.get(compiled.promotion.id) ?? noChoices,
    giftPriceE4: facts.giftPriceE4,
    isFirstOrder: facts.isFirstOrder,
    isNewItem: facts.isNewItem,
    tokens: cart.tokens.get(compiled.promotion.id) ?? 0,
  };
}

const noItems: readonly Item[] = [];
const noChoices: readonly string[] = [];

function itemsAt(state: LaneState, positions: readonly number[], groups: readonly string[]) {
  const items: Item[] = [];
  const { closed } = state;
  for (const at of positions) {
    if (closed !== null && closed[at] !== undefined) continue;
    const item =
      groups.length > 0 && state.parcels.has(at) ? freeItem(state, at, groups) : wholeItem(state, at);
    if (item !== null) items.push(item);
  }
  return items;
}

function wholeItem(state: LaneState, at: number): Item {
  const known = state.seen[at];
  if (known) return known;
  const { quantity } = state.items[at] as CartItem;
  return (state.seen[at] = viewOf(state, at, quantity, state.bases[at] as Fen, state.amounts[at] as Fen));
}

/** The units of an item that no group of a promotion has used; null when there are none. */
function freeItem(state: LaneState, at: number, groups: readonly string[]): Item | null {
  let quantity = 0;
  let baseFen = 0;
  let amountFen = 0;
  for (const parcel of state.parcels.get(at) as readonly Parcel[]) {
    if (!isFree(parcel, groups)) continue;
    quantity += parcel.quantity;
    baseFen += parcel.baseFen;
    amountFen += parcel.amountFen;
  }
  return quantity > 0 ? viewOf(state, at, quantity, baseFen, amountFen) : null;
}

const isFree = (parcel: Parcel, groups: readonly string[]) =>
  !parcel.groups.some((group) => groups.includes(group));

function viewOf({ items }: LaneState, at: number, quantity: number, conditionFen: Fen, amountFen: Fen): Item {
  const { key, skuId, quantity: orderedQuantity, unitPriceE4, lifeLeftBp, factorOf } = items[at] as CartItem;
  return {
    key,
    skuId,
    quantity,
    orderedQuantity,
    conditionFen,
    amountFen,
    unitPriceE4,
    factorOf,
    lifeLeftBp,
  };
}

/** Takes an effect off the state: what is off, and which units its groups have used. */
export function takeEffect(
  state: LaneState,
  player: Player,
  { offs, uses, freightOffFen }: Pick<Effect, 'offs' | 'uses' | 'freightOffFen'>,
): void {
  const { promotion } = player.compiled;
  const groups = promotion.mutexGroups;
  if (groups.length === 0) {
    for (const { key, offFen } of offs) takeOff(state, positionOf(state, key), offFen, promotion.kind);
  } else {
    const offOf = new Map(offs.map(({ key, offFen }) => [key, offFen]));
    for (const { key, quantity } of uses)
      useUnits(state, positionOf(state, key), groups, quantity, offOf.get(key) ?? 0);
    state.users.push(player);
  }
  state.freightFen -= freightOffFen;
}

/** Off all units of an item alike. */
function takeOff(state: LaneState, at: number, offFen: Fen, kind: string): void {
  const left = (state.amounts[at] as Fen) - offFen;
  if (left < 0) throw new Error(`${kind} takes more off than there is`);
  state.amounts[at] = left;
  state.seen[at] = undefined;
  const parcels = state.parcels.get(at);
  if (!parcels) return;
  const fens = dealFen(
    offFen,
    parcels.map(({ amountFen }) => amountFen),
  );
  state.parcels.set(
    at,
    parcels.map(({ quantity, amountFen, baseFen, groups }, index) => ({
      quantity,
      amountFen: amountFen - (fens[index] as Fen),
      baseFen,
      groups,
    })),
  );
}

/** Off units that groups use from now on: those are a parcel of their own. Units others have used come first. */
function useUnits(
  state: LaneState,
  at: number,
  groups: readonly string[],
  quantity: number,
  offFen: Fen,
): void {
  const { quantity: all } = state.items[at] as CartItem;
  const amountFen = state.amounts[at] as Fen;
  const parcels = state.parcels.get(at) ?? [
    { quantity: all, amountFen, baseFen: state.bases[at] as Fen, groups: [] },
  ];
  const free = parcels
    .filter((parcel) => isFree(parcel, groups))
    .sort((left, right) => right.groups.length - left.groups.length);
  const others = parcels.filter((parcel) => !isFree(parcel, groups));
  const used: Parcel[] = [];
  const rest: Parcel[] = [];
  let wanted = quantity;
  for (const parcel of free) {
    const [first, second] = cut(parcel, Math.min(wanted, parcel.quantity));
    if (first) used.push({ ...first, groups: [...first.groups, ...groups] });
    if (second) rest.push(second);
    wanted -= first?.quantity ?? 0;
  }
  if (wanted > 0) throw new Error('a unit used twice in its group');
  // Rounding may leave the used units a fen short of what comes off: the next ones bear it.
  let left = offFen;
  const after = [...used, ...rest, ...others].map((parcel) => {
    const own = Math.min(left, parcel.amountFen);
    left -= own;
    return own === 0 ? parcel : { ...parcel, amountFen: parcel.amountFen - own };
  });
  if (left > 0) throw new Error('more off than there is');
  state.parcels.set(at, after);
  state.amounts[at] = amountFen - offFen;
  state.seen[at] = undefined;
}

function cut(parcel: Parcel, quantity: number): readonly [Parcel | null, Parcel | null] {
  if (quantity === 0) return [null, parcel];
  if (quantity === parcel.quantity) return [parcel, null];
  const part = (fen: Fen) => partOfFen(fen, parcel.quantity, 0, quantity);
  const first = { ...parcel, quantity, amountFen: part(parcel.amountFen), baseFen: part(parcel.baseFen) };
  return [
    first,
    {
      ...parcel,
      quantity: parcel.quantity - quantity,
      amountFen: parcel.amountFen - first.amountFen,
      baseFen: parcel.baseFen - first.baseFen,
    },
  ];
}

/** Where an item stands among those of the cart. */
export function positionOf({ positions }: Pick<LaneState, 'positions'>, key: string): number {
  const position = positions.get(key);
  if (position === undefined) throw new Error('an item that is not in the cart');
  return position;
}
