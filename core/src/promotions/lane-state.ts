import { groupBy } from '../platform/collect';
import { type Fen, partOfFen, sum } from '../platform/money';
import type { Cart, CartFacts, CartLine } from './cart';
import type { Compiled } from './compile-promotion';
import type { Ask, Effect, Item } from './kind';

/** All lines of one SKU, as one. */
export interface CartItem {
  readonly key: string;
  readonly skuId: string;
  readonly quantity: number;
  readonly listFen: Fen;
  readonly unitPriceE4: number;
  readonly lifeLeftBp: number | null;
  readonly factorOf: (unit: string) => number | null;
  /** Ascending by number. */
  readonly lines: readonly CartLine[];
}

/** A promotion that may mean something to a cart, and which of its items, by position. */
export interface Player {
  readonly compiled: Compiled;
  readonly at: readonly number[];
  /** The coupon it is used by; null: none is needed. */
  readonly couponId: string | null;
}

/** What a cart comes to so far. Lanes change it as they go; a search copies it. */
export interface LaneState {
  readonly items: readonly CartItem[];
  /** What items cost now. */
  readonly amounts: Fen[];
  /** What they cost when the lane began. */
  readonly bases: readonly Fen[];
  /** Units that a mutex group has used, by item. */
  readonly used: Map<string, readonly number[]>;
  /** Items that stand beside nothing more. */
  readonly closed: ReadonlySet<number>;
  freightFen: Fen;
}

/** The items of a cart, ascending by key; lines whose price is agreed are nobody's business here. */
export function itemsOf(lines: readonly CartLine[]): readonly CartItem[] {
  const open = lines.filter((line) => !line.isClosed && line.quantity > 0);
  const byKey = groupBy(open, keyOf);
  return [...byKey.keys()].sort().map((key): CartItem => {
    const own = [...(byKey.get(key) as readonly CartLine[])].sort(
      (left, right) => left.lineNo - right.lineNo,
    );
    const first = own[0] as CartLine;
    const factors = new Map(first.units.map(({ unit, factor }) => [unit, factor]));
    return {
      key,
      skuId: first.skuId,
      quantity: sum(own.map(({ quantity }) => quantity)),
      listFen: sum(own.map(({ amountFen }) => amountFen)),
      unitPriceE4: first.unitPriceE4,
      lifeLeftBp: first.lifeLeftBp,
      factorOf: (unit) => factors.get(unit) ?? null,
      lines: own,
    };
  });
}

const keyOf = ({ skuId, lifeLeftBp }: CartLine) => (lifeLeftBp === null ? skuId : `${skuId} ${lifeLeftBp}`);

export const copyOf = (state: LaneState): LaneState => ({
  items: state.items,
  amounts: [...state.amounts],
  bases: state.bases,
  used: new Map(state.used),
  closed: state.closed,
  freightFen: state.freightFen,
});

/** Units of an item that no group of a promotion has used. */
export function freeUnits(state: LaneState, { promotion }: Compiled, at: number): number {
  const { quantity } = state.items[at] as CartItem;
  let used = 0;
  for (const group of promotion.mutexGroups) used = Math.max(used, state.used.get(group)?.[at] ?? 0);
  return quantity - used;
}

/** What a player is asked as things stand; null when no goods are left for it. */
export function askOf(
  state: LaneState,
  player: Player,
  cart: Cart,
  facts: CartFacts,
  limit: number,
): Ask | null {
  const items: Item[] = [];
  for (const at of player.at) {
    if (state.closed.has(at)) continue;
    const free = freeUnits(state, player.compiled, at);
    if (free > 0) items.push(itemAt(state, at, free));
  }
  const ask: Ask = {
    items,
    limit,
    freightFen: state.freightFen,
    at: cart.at,
    giftChoices: cart.giftChoices.get(player.compiled.promotion.id) ?? [],
    giftPriceE4: facts.giftPriceE4,
    isFirstOrder: facts.isFirstOrder,
    isNewItem: facts.isNewItem,
    tokens: cart.tokens.get(player.compiled.promotion.id) ?? 0,
  };
  const admitted = player.compiled.admit(ask);
  if (admitted === null || admitted.length === 0) return null;
  return admitted === items ? ask : { ...ask, items: admitted };
}

function itemAt({ items, amounts, bases }: LaneState, at: number, free: number): Item {
  const { key, skuId, quantity, unitPriceE4, lifeLeftBp, factorOf } = items[at] as CartItem;
  const worth = (fen: number) => (free === quantity ? fen : partOfFen(fen, quantity, 0, free));
  return {
    key,
    skuId,
    quantity: free,
    conditionFen: worth(bases[at] as number),
    amountFen: worth(amounts[at] as number),
    unitPriceE4,
    factorOf,
    lifeLeftBp,
  };
}

/** Takes an effect off the state. */
export function takeEffect(state: LaneState, { promotion }: Compiled, effect: Effect): void {
  for (const { key, offFen } of effect.offs) {
    const at = positionOf(state, key);
    const left = (state.amounts[at] as number) - offFen;
    if (left < 0) throw new Error(`${promotion.kind} takes more off than there is`);
    state.amounts[at] = left;
  }
  useUnits(state, promotion.mutexGroups, effect.uses);
  state.freightFen -= effect.freightOffFen;
}

/** Notes units as used by groups. */
export function useUnits(state: LaneState, groups: readonly string[], uses: Effect['uses']): void {
  for (const group of groups) {
    const used = [...(state.used.get(group) ?? state.items.map(() => 0))];
    for (const { key, quantity } of uses) {
      const at = positionOf(state, key);
      used[at] = (used[at] as number) + quantity;
      if ((used[at] as number) > (state.items[at] as CartItem).quantity)
        throw new Error('a unit used twice in its group');
    }
    state.used.set(group, used);
  }
}

/** Items are few and sorted: a search by halves beats a map made for every copy. */
export function positionOf({ items }: Pick<LaneState, 'items'>, key: string): number {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = (items[middle] as CartItem).key;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  throw new Error('an item that is not in the cart');
}
