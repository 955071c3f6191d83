import { loadParties } from '../../partners';
import {
  addDays,
  type Caller,
  type Day,
  keyBy,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  startOfDay,
  type Tx,
} from '../../platform';
import type { MoneyBack } from '../give-money-back';
import { moneyBackStore } from '../give-money-back-store';
import { orderStore } from '../store';
import { type AfterSalesAction, afterSalesActions } from './allowed-actions';
import { mayRead } from './locked-request-service';
import { type AfterSales, type AfterSalesLine, type AfterSalesStep, sendsGoods } from './model';
import type { AfterSalesKind, AfterSalesReason, AfterSalesState } from './model';
import { loadMoney } from './money-service';
import type { Money } from './settle-money';
import { afterSalesStore } from './store';

export interface AfterSalesQuery {
  readonly side: 'buyer' | 'seller' | 'all';
  readonly orderId?: string | undefined;
  readonly state?: AfterSalesState | undefined;
  readonly kind?: AfterSalesKind | undefined;
  readonly reason?: AfterSalesReason | undefined;
  readonly sellerId?: string | undefined;
  readonly buyerId?: string | undefined;
  /** Days they were asked for on, both included. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Those alone that hint at goods from elsewhere. */
  readonly suspectsDiversion?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface AfterSalesSummary {
  readonly request: AfterSales;
  readonly sellerName: string;
  readonly buyerName: string;
  readonly lines: readonly AfterSalesLine[];
}

export interface AfterSalesDetail extends AfterSalesSummary {
  readonly steps: readonly AfterSalesStep[];
  readonly moneyBack: readonly MoneyBack[];
  /** What it would give if all of it were granted and came; null once it is settled, and where no money is due. */
  readonly expected: Money | null;
  readonly replacementNumber: string | null;
  /** The names of the order's goods. */
  readonly skuNames: ReadonlyMap<string, string>;
  readonly actions: readonly AfterSalesAction[];
}

export function browseService({ database }: Pick<Platform, 'database'>) {
  const named = async (tx: Tx, requests: readonly AfterSales[]): Promise<readonly AfterSalesSummary[]> => {
    const ids = requests.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId]);
    const parties = await loadParties(tx, [...new Set(ids)]);
    const lines = await afterSalesStore(tx).lines(requests.map(({ id }) => id));
    return requests.map((request) => ({
      request,
      sellerName: parties.get(request.sellerId)?.name ?? '',
      buyerName: parties.get(request.buyerId)?.name ?? '',
      lines: lines.filter(({ requestId }) => requestId === request.id),
    }));
  };

  return {
    /** Newest first. Only HQ sees everybody's. */
    list: (caller: Caller, query: AfterSalesQuery) =>
      database.read(async (tx) => {
        const side = query.side === 'all' && caller.partyKind !== 'hq' ? 'seller' : query.side;
        const found = await afterSalesStore(tx).page({
          side,
          partyId: caller.partyId,
          orderId: query.orderId ?? null,
          state: query.state ?? null,
          kind: query.kind ?? null,
          reason: query.reason ?? null,
          sellerId: query.sellerId ?? null,
          buyerId: query.buyerId ?? null,
          from: query.from ? startOfDay(query.from) : null,
          until: query.to ? startOfDay(addDays(query.to, 1)) : null,
          suspectsDiversion: query.suspectsDiversion ?? false,
          after: query.cursor ? readCursor(query.cursor, 'number', 'string') : null,
          limit: query.limit + 1,
        });
        const { items, nextCursor } = pageOf(found, query.limit, ({ requestedAt, id }) => [requestedAt, id]);
        return { items: await named(tx, items), nextCursor };
      }),

    /** @throws afterSales.unknown */
    get: (caller: Caller, requestId: string): Promise<AfterSalesDetail> =>
      database.read(async (tx) => {
        const store = afterSalesStore(tx);
        const [request] = await store.requests([requestId]);
        if (!request || !mayRead(caller, request)) throw new Refused('afterSales.unknown');
        const [summary] = (await named(tx, [request])) as [AfterSalesSummary];
        const orders = keyBy(
          await orderStore(tx).orders([request.orderId, request.replacementId ?? '']),
          ({ id }) => id,
        );
        const order = orders.get(request.orderId);
        const isOpen = request.state === 'requested' || request.state === 'approved';
        const granted = summary.lines.map((line) => asIfAllCame(request, line));
        return {
          ...summary,
          steps: await store.steps(requestId),
          moneyBack: await moneyBackStore(tx).ofDocuments([requestId]),
          expected:
            order && isOpen && !sendsGoods(request.kind)
              ? await loadMoney(tx, order, request, granted, null)
              : null,
          replacementNumber: orders.get(request.replacementId ?? '')?.number ?? null,
          skuNames: new Map(
            (await orderStore(tx).lines([request.orderId])).map(({ skuId, skuName }) => [skuId, skuName]),
          ),
          actions: afterSalesActions(caller, request),
        };
      }),

    /** What of each shipment line of an order may still be asked back. @throws orders.unknown */
    asked: (caller: Caller, orderId: string) =>
      database.read(async (tx) => {
        const [order] = await orderStore(tx).orders([orderId]);
        const sees = order && (caller.partyId === order.buyerId || caller.partyId === order.sellerId);
        if (!sees && caller.partyKind !== 'hq') throw new Refused('orders.unknown');
        return afterSalesStore(tx).askedOf(orderId);
      }),
  };
}

function asIfAllCame({ state }: AfterSales, line: AfterSalesLine): AfterSalesLine {
  const approved = state === 'requested' ? line.quantity : line.approved;
  return { ...line, approved, restocked: approved };
}
