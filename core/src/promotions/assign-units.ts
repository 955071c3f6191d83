/** Units that may have a price: `offer` may price up to `quantity` units of `item`. */
export interface UnitOffer {
  readonly item: number;
  readonly promotion: number;
  readonly quantity: number;
  /** What a unit of it saves, in whole numbers of any measure that is the same for all offers. */
  readonly saving: number;
}

/** Offers made ready to be dealt again and again, to all promotions or to some of them. */
export interface RankedOffers {
  readonly offers: readonly UnitOffer[];
  /** Positions of the offers that save something: the greatest saving first, of equal ones the first. */
  readonly inTurn: readonly number[];
}

/** Ranks offers once for all deals of them. */
export function rankOffers(offers: readonly UnitOffer[]): RankedOffers {
  const inTurn: number[] = [];
  offers.forEach(({ saving, quantity }, at) => {
    if (saving > 0 && quantity > 0) inTurn.push(at);
  });
  const savings = offers.map(({ saving }) => saving);
  const savingAt = (at: number) => savings[at] as number;
  return { offers, inTurn: inTurn.sort((left, right) => savingAt(right) - savingAt(left) || left - right) };
}

/**
 * Gives each unit at most one price so that all together save most: units of item `i` are at most `units[i]`, those of
 * promotion `p` at most `caps[p]`, and a promotion of which `takesPart[p]` is not true gets none. Exact also where a cap
 * is shared by several items. Equal inputs give equal answers, and of equal savings the offers that come first have it.
 * Answers how many units each offer prices, by its position.
 */
export function assignUnits(
  { offers, inTurn }: RankedOffers,
  units: readonly number[],
  caps: readonly number[],
  takesPart: readonly boolean[],
): readonly number[] {
  const taken = new Array<number>(offers.length).fill(0);
  const unitsLeft = [...units];
  const capsLeft = [...caps];
  for (const at of inTurn) {
    const { item, promotion, quantity: offered } = offers[at] as UnitOffer;
    const unitsOpen = unitsLeft[item] as number;
    const capOpen = capsLeft[promotion] as number;
    if (unitsOpen === 0 || capOpen === 0 || takesPart[promotion] !== true) continue;
    const quantity = Math.min(offered, unitsOpen, capOpen);
    taken[at] = quantity;
    unitsLeft[item] = unitsOpen - quantity;
    capsLeft[promotion] = capOpen - quantity;
  }
  // The greatest saving first is best already, unless a cap that ran out is wanted by several items.
  if (isShared(offers, inTurn, capsLeft, takesPart))
    exchangeAmong(offers, taken, unitsLeft, capsLeft, takesPart);
  return taken;
}

function isShared(
  offers: readonly UnitOffer[],
  inTurn: readonly number[],
  capsLeft: readonly number[],
  takesPart: readonly boolean[],
): boolean {
  const first = new Map<number, number>();
  for (const at of inTurn) {
    const { item, promotion } = offers[at] as UnitOffer;
    if ((capsLeft[promotion] as number) > 0 || takesPart[promotion] !== true) continue;
    const known = first.get(promotion);
    if (known === undefined) first.set(promotion, item);
    else if (known !== item) return true;
  }
  return false;
}

/** Exchanges units among the promotions that take part, as if there were no others. */
function exchangeAmong(
  offers: readonly UnitOffer[],
  taken: number[],
  unitsLeft: number[],
  capsLeft: readonly number[],
  takesPart: readonly boolean[],
): void {
  const places: number[] = [];
  const placeOf = capsLeft.map((_, promotion) =>
    takesPart[promotion] === true ? places.push(promotion) - 1 : -1,
  );
  const positions: number[] = [];
  const own: UnitOffer[] = [];
  offers.forEach((offer, at) => {
    if (takesPart[offer.promotion] !== true) return;
    positions.push(at);
    own.push({ ...offer, promotion: placeOf[offer.promotion] as number });
  });
  const ownTaken = positions.map((at) => taken[at] as number);
  exchange(
    own,
    ownTaken,
    unitsLeft,
    places.map((promotion) => capsLeft[promotion] as number),
  );
  positions.forEach((at, index) => (taken[at] = ownTaken[index] as number));
}

/** One way to move a unit: it leaves the offer `from` for the offer `to`; null is the listed price. */
interface Move {
  readonly gain: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly most: number;
}

/**
 * Moves units along circles of promotions while that saves more. The places are the promotions, the listed price and
 * the free room under caps; a move takes a unit of one item from one place to another, and a circle leaves every cap
 * as full as it was. Without a circle that gains, no assignment is better (Klein's cycle cancelling).
 */
function exchange(
  offers: readonly UnitOffer[],
  taken: number[],
  unitsLeft: number[],
  capsLeft: number[],
): void {
  const byItem = new Map<number, number[]>();
  offers.forEach(({ item }, at) => {
    const own = byItem.get(item);
    if (own) own.push(at);
    else byItem.set(item, [at]);
  });
  for (;;) {
    const moves = movesOf(offers, byItem, taken, unitsLeft, capsLeft);
    const circle = gainingCircle(moves);
    if (circle === null) return;
    const most = Math.min(...circle.map((move) => move.most));
    for (const { from, to } of circle) {
      if (from !== null) shift(from, -most);
      if (to !== null) shift(to, most);
    }
  }
  function shift(offer: number, quantity: number) {
    const { item, promotion } = offers[offer] as UnitOffer;
    taken[offer] = (taken[offer] as number) + quantity;
    unitsLeft[item] = (unitsLeft[item] as number) - quantity;
    capsLeft[promotion] = (capsLeft[promotion] as number) - quantity;
  }
}

/** The best move between any two places: the promotions in their order, the listed price, the free room. */
function movesOf(
  offers: readonly UnitOffer[],
  byItem: ReadonlyMap<number, readonly number[]>,
  taken: readonly number[],
  unitsLeft: readonly number[],
  capsLeft: readonly number[],
): readonly (readonly (Move | undefined)[])[] {
  const list = capsLeft.length;
  const room = list + 1;
  const moves: (Move | undefined)[][] = Array.from({ length: room + 1 }, () => []);
  const note = (from: number, to: number, move: Move) => {
    const row = moves[from] as (Move | undefined)[];
    const known = row[to];
    if (!known || move.gain > known.gain) row[to] = move;
  };
  for (const [item, own] of byItem) {
    const listed = unitsLeft[item] as number;
    for (const from of own) {
      const held = taken[from] as number;
      const { promotion: fromPlace, saving: lost } = offers[from] as UnitOffer;
      if (held > 0) note(fromPlace, list, { gain: -lost, from, to: null, most: held });
      for (const to of own) {
        const { promotion: toPlace, saving, quantity } = offers[to] as UnitOffer;
        const open = quantity - (taken[to] as number);
        if (open <= 0) continue;
        if (held > 0 && to !== from && (toPlace !== fromPlace || saving > lost))
          note(fromPlace, toPlace, { gain: saving - lost, from, to, most: Math.min(held, open) });
        if (listed > 0) note(list, toPlace, { gain: saving, from: null, to, most: Math.min(listed, open) });
      }
    }
  }
  capsLeft.forEach((left, place) => {
    if (left > 0) note(place, room, { gain: 0, from: null, to: null, most: left });
    note(room, place, { gain: 0, from: null, to: null, most: Infinity });
  });
  note(list, room, { gain: 0, from: null, to: null, most: Infinity });
  note(room, list, { gain: 0, from: null, to: null, most: Infinity });
  return moves;
}

/** A circle of moves that together save something, found by Bellman and Ford's rounds; null when there is none. */
function gainingCircle(moves: readonly (readonly (Move | undefined)[])[]): readonly Move[] | null {
  const places = moves.length;
  const reached = new Array<number>(places).fill(0);
  const before = new Array<number>(places).fill(-1);
  let last = -1;
  for (let round = 0; round < places; round += 1) {
    last = -1;
    for (let from = 0; from < places; from += 1) {
      const row = moves[from] as readonly (Move | undefined)[];
      for (let to = 0; to < places; to += 1) {
        const move = row[to];
        if (!move || (reached[from] as number) + move.gain <= (reached[to] as number)) continue;
        reached[to] = (reached[from] as number) + move.gain;
        before[to] = from;
        last = to;
      }
    }
    if (last < 0) return null;
  }
  // Something still improved after as many rounds as there are places: going back as often ends inside a circle.
  let place = last;
  for (let step = 0; step < places; step += 1) place = before[place] as number;
  const circle: Move[] = [];
  let at = place;
  do {
    const from = before[at] as number;
    circle.push((moves[from] as readonly Move[])[at] as Move);
    at = from;
  } while (at !== place);
  return circle;
}
