/** Where a waiting order stands: whom it is ordered from, and who orders. */
export interface Lane {
  readonly sellerId: string;
  readonly buyerId: string;
}

export interface QueueLimits {
  /** All that may wait. */
  readonly all: number;
  /** What may wait for one seller, and of one buyer: who floods the queue fills his own lane, not everybody's. */
  readonly ofSeller: number;
  readonly ofBuyer: number;
}

/** Takes turns between sellers, and for each seller between its buyers; each buyer's own stay in their order. */
export interface FairQueue<Item> {
  readonly size: number;
  /** False when the queue, or its lane, is full. */
  push(lane: Lane, item: Item): boolean;
  /** The one whose turn it is, left where it is. */
  peek(): Item | undefined;
  take(): Item | undefined;
}

interface Turns<Item> {
  readonly lanes: Map<string, Item[]>;
  size: number;
}

export function fairQueue<Item>(limits: QueueLimits): FairQueue<Item> {
  const sellers = new Map<string, Turns<Item>>();
  let size = 0;

  const first = () => {
    const [seller] = sellers;
    if (!seller) return undefined;
    const [buyer] = seller[1].lanes;
    return buyer && { sellerId: seller[0], turns: seller[1], buyerId: buyer[0], lane: buyer[1] };
  };

  return {
    get size() {
      return size;
    },
    push({ sellerId, buyerId }, item) {
      const turns = sellers.get(sellerId) ?? { lanes: new Map<string, Item[]>(), size: 0 };
      const lane = turns.lanes.get(buyerId) ?? [];
      if (size >= limits.all || turns.size >= limits.ofSeller || lane.length >= limits.ofBuyer) return false;
      lane.push(item);
      turns.lanes.set(buyerId, lane);
      turns.size += 1;
      sellers.set(sellerId, turns);
      size += 1;
      return true;
    },
    peek: () => first()?.lane[0],
    take() {
      const next = first();
      if (!next) return undefined;
      const { sellerId, turns, buyerId, lane } = next;
      const item = lane.shift();
      size -= 1;
      turns.size -= 1;
      // To the end of both rounds: a map keeps the order in which its keys came.
      turns.lanes.delete(buyerId);
      if (lane.length > 0) turns.lanes.set(buyerId, lane);
      sellers.delete(sellerId);
      if (turns.size > 0) sellers.set(sellerId, turns);
      return item;
    },
  };
}
