import { loadSkus } from '../catalog';
import { loadPlaced, type OrderSummary, type PlacedFilter } from '../orders';
import {
  addDays,
  type Caller,
  dayOf,
  type Instant,
  pageOf,
  type Platform,
  readCursor,
  startOfDay,
  type Tx,
  writeCursor,
} from '../platform';
import { loadApplied } from '../promotions';
import { regionName } from '../territory';
import { type SalesQuery, type SalesScope, scopeOf } from './sales-query';
import { isKeptOrder, lostStates } from './share-of-order';
import { insightStore } from './store';

/** What a row of a report has in common; `all`: the total above it. */
export type FigureOf = 'all' | 'seller' | 'buyer' | 'province' | 'goods' | 'promotion';

export interface BehindQuery extends SalesQuery {
  readonly by: FigureOf;
  /** The id of the party, SKU or promotion, or the two digits of the province; nothing for `all`. */
  readonly key: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of a SKU's orders looks through so many days: its orders may be few among many. */
const daysTogether = 7;

/** The orders behind a figure of a report. */
export const ordersBehindService = ({ database }: Pick<Platform, 'database'>) => ({
  /**
   * The orders a row of a report counts, newest first, with whether each is kept; a SKU's row and a
   * promotion's count those that are kept alone. `name` is what they have in common, null where there is none of them. A page may be short of its limit and
   * still have a next one.
   * @throws insight.periodUnfit, insight.notYours, request.cursorUnknown
   */
  ordersBehind: (caller: Caller, query: BehindQuery) =>
    database.read(async (tx) => {
      const scope = scopeOf(caller, query);
      const after = query.cursor ? readCursor(query.cursor, 'number', 'string') : null;
      const filter = filterOf(scope, query, after);
      const { items, nextCursor } =
        query.by === 'goods'
          ? await pageOfSku(tx, scope, filter, query)
          : pageOf(await loadPlaced(tx, filter), query.limit, keyOf);
      const [first] = items;
      return {
        name: first ? await nameOf(tx, query, first) : null,
        items: items.map((summary) => ({ summary, isKept: isKeptOrder(summary.order) })),
        nextCursor,
      };
    }),
});

const keyOf = ({ order }: OrderSummary) => [order.placedAt, order.id];

function filterOf(
  { from, to, ...whose }: SalesScope,
  { by, key, limit }: BehindQuery,
  after: PlacedFilter['after'],
): PlacedFilter {
  return {
    sellerId: by === 'seller' && whose.sellerId === null ? key : whose.sellerId,
    exceptSellerId: whose.exceptSellerId,
    buyerId: by === 'buyer' ? key : null,
    province: by === 'province' ? key : null,
    skuId: by === 'goods' ? key : null,
    promotionId: by === 'promotion' ? key : null,
    exceptStates: by === 'goods' || by === 'promotion' ? lostStates : [],
    from: startOfDay(from),
    until: startOfDay(addDays(to, 1)),
    after,
    limit: limit + 1,
  };
}

/** Day by day, and only those days on which the figures know of the SKU. */
async function pageOfSku(tx: Tx, scope: SalesScope, filter: PlacedFilter, query: BehindQuery) {
  const to = filter.after === null ? scope.to : lastDayOf(filter.after[0], scope.to);
  const days = await insightStore(tx).daysOfSku({ ...scope, to }, query.key, daysTogether + 1);
  const found: OrderSummary[] = [];
  for (const day of days.slice(0, daysTogether)) {
    const limit = filter.limit - found.length;
    if (limit === 0) break;
    const oneDay = { from: startOfDay(day), until: startOfDay(addDays(day, 1)) };
    found.push(...(await loadPlaced(tx, { ...filter, ...oneDay, limit })));
  }
  const page = pageOf(found, query.limit, keyOf);
  const [last, further] = [days[daysTogether - 1], days[daysTogether]];
  const hasFurtherDays = last !== undefined && further !== undefined;
  // The id before every other: the next page begins with the day before the last one that was looked through.
  return page.nextCursor === null && hasFurtherDays
    ? { ...page, nextCursor: writeCursor([startOfDay(last), '']) }
    : page;
}

/** The day a page goes on with; a cursor that was forged leads to no later day than was asked for. */
function lastDayOf(at: Instant, to: string) {
  const day = dayOf(at);
  return day < to ? day : to;
}

async function nameOf(
  tx: Tx,
  { by, key }: BehindQuery,
  { order, sellerName, buyerName }: OrderSummary,
): Promise<string | null> {
  if (by === 'all') return null;
  if (by === 'promotion')
    return (await loadApplied(tx, [order.id])).find(({ promotionId }) => promotionId === key)?.name ?? null;
  if (by === 'seller') return sellerName;
  if (by === 'buyer') return buyerName;
  if (by === 'province') return regionName(`${order.regionCode.slice(0, 2)}0000`);
  const sku = (await loadSkus(tx, [key])).get(key);
  return sku ? `${sku.name} ${sku.spec}` : key;
}
