import type { Instant, Tx } from '../platform';
import { holding } from '../platform/database/like';
import { sqlOf } from '../platform/database/sql';
import { replacementChannel } from './after-sales/replacement';
import { countLimit } from './count-orders';
import type { Order, OrderState } from './model';
import { orderStates } from './states';
import { orderTable } from './tables';

export interface OrderFilter {
  /** Whose orders: placed by a buyer, placed with a seller, or everybody's. */
  readonly side: 'buyer' | 'seller' | 'all';
  readonly partyId: string;
  readonly state: OrderState | null;
  readonly after: readonly [placedAt: Instant, id: string] | null;
  readonly limit: number;
}

/** Orders placed in a period by what they have in common, without goods sent again; null: whatever it is. */
export interface PlacedFilter {
  readonly sellerId: string | null;
  readonly exceptSellerId: string | null;
  readonly buyerId: string | null;
  /** 省级区划, two digits, of where it goes. */
  readonly province: string | null;
  /** A line of it asks for that. */
  readonly skuId: string | null;
  /** A promotion that gave it something. */
  readonly promotionId: string | null;
  readonly exceptStates: readonly OrderState[];
  readonly from: Instant;
  readonly until: Instant;
  readonly after: readonly [placedAt: Instant, id: string] | null;
  readonly limit: number;
}

type Condition = readonly [text: string, ...parameters: (string | number)[]];

const newestFirst = 'ORDER BY placedAt DESC, id DESC LIMIT ?';

const ofSide = (side: OrderFilter['side'], partyId: string): Condition[] =>
  side === 'all' ? [] : [[`${side}Id = ?`, partyId]];

const beyond = (after: OrderFilter['after']): Condition[] =>
  after === null ? [] : [['(placedAt < ? OR (placedAt = ? AND id < ?))', after[0], ...after]];

const narrowed = ({ side, partyId, state, after }: OrderFilter): Condition[] => [
  ...ofSide(side, partyId),
  ...(state === null ? [] : [['state = ?', state] as const]),
  ...beyond(after),
];

const ifGiven = (text: string, value: string | null): Condition[] => (value === null ? [] : [[text, value]]);

const placed = (filter: PlacedFilter): Condition[] => [
  ...ifGiven('sellerId = ?', filter.sellerId),
  ...ifGiven('sellerId <> ?', filter.exceptSellerId),
  ...ifGiven('buyerId = ?', filter.buyerId),
  ...ifGiven('regionCode LIKE ?', filter.province === null ? null : `${filter.province}%`),
  ...ifGiven(
    'EXISTS (SELECT 1 FROM orderLine WHERE orderLine.orderId = salesOrder.id AND orderLine.skuId = ?)',
    filter.skuId,
  ),
  ...ifGiven(
    'EXISTS (SELECT 1 FROM appliedPromotion used WHERE used.orderId = salesOrder.id AND used.promotionId = ?)',
    filter.promotionId,
  ),
  ...filter.exceptStates.map((state): Condition => ['state <> ?', state]),
  ['channel <> ?', replacementChannel],
  ['placedAt >= ?', filter.from],
  ['placedAt < ?', filter.until],
  ...beyond(filter.after),
];

const where = (conditions: readonly Condition[]) =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map(([text]) => text).join(' AND ')}`;
const parametersOf = (conditions: readonly Condition[]) => conditions.flatMap(([, ...values]) => values);

/** Orders as lists show them, newest first. Whatever is asked, an index gives it without reading what is not shown. */
export function browseStore(tx: Tx) {
  const sql = sqlOf(tx);
  const newest = (conditions: readonly Condition[], limit: number) =>
    sql.select(orderTable, `${where(conditions)} ${newestFirst}`, [...parametersOf(conditions), limit]);

  return {
    page: (filter: OrderFilter) => newest(narrowed(filter), filter.limit),
    pagePlaced: (filter: PlacedFilter) => newest(placed(filter), filter.limit),

    /**
     * The order of a number and the orders of these buyers. Each buyer's newest are read by themselves: asked for all
     * of them at once, the database reads either every order they ever placed or everybody's until a page is full.
     */
    async pageOfBuyers(filter: OrderFilter, number: string, buyerIds: readonly string[]) {
      const ways: readonly Condition[] = [
        ['number = ?', number],
        ...buyerIds.map((buyerId): Condition => ['buyerId = ?', buyerId]),
      ];
      const parts = ways.map((way) => {
        const conditions = [...narrowed(filter), way];
        return {
          text: `SELECT id, placedAt FROM (SELECT id, placedAt FROM salesOrder ${where(conditions)} ${newestFirst}) part`,
          parameters: [...parametersOf(conditions), filter.limit],
        };
      });
      const found = await sql.rows<Pick<Order, 'id'>>(
        `${parts.map(({ text }) => text).join(' UNION ')} ${newestFirst}`,
        [...parts.flatMap(({ parameters }) => parameters), filter.limit],
      );
      const ids = found.map(({ id }) => id);
      return sql.select(orderTable, `WHERE id IN (?) ${newestFirst}`, [ids, filter.limit]);
    },

    /** The order of a number and the orders of every buyer with these words in its name. */
    pageOfNamed: (filter: OrderFilter, number: string, words: string) =>
      newest(
        [
          ...narrowed(filter),
          [
            `(number = ? OR buyerId IN (SELECT id FROM party WHERE name LIKE ? ESCAPE '!'))`,
            number,
            holding(words),
          ],
        ],
        filter.limit,
      ),

    /** How many orders stand in each state, counted no further than one beyond the limit of the state. */
    counts(side: OrderFilter['side'], partyId: string) {
      const parts = orderStates.map((state) => {
        const conditions: Condition[] = [...ofSide(side, partyId), ['state = ?', state]];
        return {
          text: `SELECT ? AS state, COUNT(*) AS orderCount
                 FROM (SELECT 1 FROM salesOrder ${where(conditions)} LIMIT ?) part`,
          parameters: [state, ...parametersOf(conditions), countLimit(state) + 1],
        };
      });
      return sql.rows<{ state: OrderState; orderCount: number }>(
        parts.map(({ text }) => text).join(' UNION ALL '),
        parts.flatMap(({ parameters }) => parameters),
      );
    },
  };
}
