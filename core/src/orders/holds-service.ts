import { type Caller, type Instant, keyBy, pageOf, type Platform, readCursor } from '../platform';
import { loadParties } from '../partners';
import { decisionStore, type HeldOrder, type HoldScope } from './decision-store';
import type { HoldKind } from './model';

export interface HoldQuery {
  /** `mine`: what my desk must clear. `all`: every open hold I may see. */
  readonly desk: 'mine' | 'all';
  readonly kind?: HoldKind | undefined;
  /** Only those whose time is over. */
  readonly overdue: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** An open hold, with the order it stands in the way of. */
export interface DeskHold extends HeldOrder {
  readonly sellerName: string;
  readonly buyerName: string;
  /** 超时: the desk's time is over. */
  readonly isOverdue: boolean;
}

/** The holds a caller may see, or those that its own desk must clear. */
export function holdScopeOf({ partyId, partyKind }: Caller, desk: HoldQuery['desk']): HoldScope {
  const isHq = partyKind === 'hq';
  const isMine = desk === 'mine';
  return {
    sellerId: isHq ? null : partyId,
    owner: isMine ? (isHq ? 'hq' : 'seller') : null,
    // HQ's own customers are its desk's too, whichever side a hold names.
    alsoSellerId: isHq && isMine ? partyId : null,
  };
}

/** 待办: what waits for a desk's people, longest due first. */
export function holdsService({ database }: Platform) {
  return {
    /** A seller sees holds of its own orders; HQ those of the channel. */
    openHolds: (caller: Caller, query: HoldQuery) =>
      database.read(async (tx) => {
        const found = await decisionStore(tx).openHolds({
          ...holdScopeOf(caller, query.desk),
          kind: query.kind ?? null,
          dueBefore: query.overdue ? caller.at : null,
          after: query.cursor ? readCursor(query.cursor, 'number', 'string', 'string') : null,
          limit: query.limit + 1,
        });
        const page = pageOf(found, query.limit, ({ dueAt, orderId, kind }) => [dueAt, orderId, kind]);
        const ids = [...new Set(page.items.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId]))];
        const names = keyBy((await loadParties(tx, ids)).values(), ({ id }) => id);
        return {
          nextCursor: page.nextCursor,
          items: page.items.map((hold): DeskHold => ({
            ...hold,
            sellerName: names.get(hold.sellerId)?.name ?? '',
            buyerName: names.get(hold.buyerId)?.name ?? '',
            isOverdue: isOver(hold.dueAt, caller.at),
          })),
        };
      }),
  };
}

const isOver = (dueAt: Instant, now: Instant) => dueAt < now;
