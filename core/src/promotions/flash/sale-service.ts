import { addAmounts, keyBy, type Known, together, type Tx } from '../../platform';
import { type FlashActivity, type FlashBuyer, flashBuyerId, type FlashSale, type FlashState } from './model';
import { flashStore, type TokenPair } from './store';

/** What orders with flash lines are decided by, its rows locked. */
export interface FlashBook {
  readonly activities: Known<FlashActivity>;
  /** Rows of tokens, by `activity token`. */
  readonly sales: Known<FlashSale>;
  /** What buyers have bought, by `flashBuyerId`. */
  readonly bought: ReadonlyMap<string, number>;
}

export const saleKey = (activityId: string, token: string) => `${activityId} ${token}`;

/** Locks the activities that orders claim units of, first of all their rows, and reads who has bought what. */
export async function loadFlashBook(
  tx: Tx,
  claims: readonly { readonly activityId: string; readonly token: string; readonly buyerId: string }[],
): Promise<FlashBook> {
  const store = flashStore(tx);
  const ids = [...new Set(claims.map(({ activityId }) => activityId))].sort();
  const activities = keyBy(await store.activitiesLocked(ids), ({ id }) => id);
  const pairs = claims.map(({ activityId, token }): TokenPair => [activityId, token]);
  const sales = keyBy(await store.salesLocked(pairs), (sale) => saleKey(sale.activityId, sale.token));
  const buyers = await store.buyers([
    ...new Set(claims.map(({ activityId, buyerId }) => flashBuyerId(activityId, buyerId))),
  ]);
  return { activities, sales, bought: new Map(buyers.map(({ id, bought }) => [id, bought])) };
}

/** Writes sales: the row of each token, the activity's count within its quota, each buyer's within the cap. */
export async function recordFlashSales(
  tx: Tx,
  sales: readonly FlashSale[],
  { activities }: Pick<FlashBook, 'activities'>,
): Promise<void> {
  if (sales.length === 0) return;
  const store = flashStore(tx);
  const amounts = addAmounts(
    sales.map(({ activityId, buyerId, quantity }) => [flashBuyerId(activityId, buyerId), quantity]),
  );
  const buyers = keyBy(
    sales.map(({ activityId, buyerId }): FlashBuyer => {
      const id = flashBuyerId(activityId, buyerId);
      return { id, activityId, buyerId, bought: amounts.get(id) as number };
    }),
    ({ id }) => id,
  );
  const caps = sales.map(
    ({ activityId }) => [activityId, activities.get(activityId)?.perBuyer ?? 0] as const,
  );
  await together([
    store.addSales(sales),
    store.sell(addAmounts(sales.map(({ activityId, quantity }) => [activityId, quantity]))),
    store.buy([...buyers.values()], new Map(caps)),
  ]);
}

/** The sales of an order that stand, whole or in part. */
export const loadFlashSales = (tx: Tx, orderId: string): Promise<readonly FlashSale[]> =>
  flashStore(tx).salesOfOrder(orderId);

/** How the goods of an order were won: from the opening to the token, from there to the order, after how many attempts. */
export async function loadGrabTimings(tx: Tx, orderId: string) {
  const sales = await loadFlashSales(tx, orderId);
  const activities = await loadFlashActivities(tx, [...new Set(sales.map(({ activityId }) => activityId))]);
  return sales.map(({ activityId, grabbedAt, attempts, at }) => ({
    grabMs: grabbedAt - (activities.get(activityId)?.startsAt ?? 0),
    orderMs: at - grabbedAt,
    attempts,
  }));
}

/** Sales by token, as the database has them now. */
export const readFlashSales = (tx: Tx, pairs: readonly TokenPair[]): Promise<readonly FlashSale[]> =>
  flashStore(tx).sales(pairs);

/** Activities by id, locked. */
export const lockActivities = (tx: Tx, ids: readonly string[]): Promise<readonly FlashActivity[]> =>
  flashStore(tx).activitiesLocked([...ids].sort());

/** Takes units of a sale back, once: the row, the activity's count and the buyer's. `released`: of an activity that has ended. */
export async function returnFlashSale(
  tx: Tx,
  sale: FlashSale,
  quantity: number,
  isOver: boolean,
): Promise<void> {
  const store = flashStore(tx);
  await store.unsell(sale.activityId, quantity, isOver ? quantity : 0);
  await store.unbuy(sale.activityId, sale.buyerId, quantity);
  await store.returnSale(sale, quantity);
}

/** Moves an activity on from the state it was locked in. */
export const moveActivity = (
  tx: Tx,
  activity: FlashActivity,
  state: FlashState,
  counts: { readonly released?: number; readonly attempts?: number } = {},
): Promise<void> => flashStore(tx).changeState(activity, state, counts);

/** Activities by id. */
export const loadFlashActivities = async (tx: Tx, ids: readonly string[]): Promise<Known<FlashActivity>> =>
  keyBy(await flashStore(tx).activities(ids), ({ id }) => id);
