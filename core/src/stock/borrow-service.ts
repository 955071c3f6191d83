import { emit, type Instant, sum, type Tx } from '../platform';
import { betweenTwo, type BorrowAnswered, borrowEvent, type BorrowLent } from './borrow-events';
import { borrowStore } from './borrow-store';
import type { StorageZone } from './model';
import type { BorrowRequest } from './pool-model';
import { takeInMany } from './receive-service';
import { stockStore } from './store';

export interface NewBorrow extends Pick<
  BorrowRequest,
  | 'borrowerId'
  | 'lenderId'
  | 'agreementId'
  | 'orderId'
  | 'lineNo'
  | 'skuId'
  | 'quantity'
  | 'unitPriceE4'
  | 'lastsUntil'
  | 'requestedBy'
> {
  readonly productLine: string;
  readonly temperatureZone: StorageZone;
}

type NewId = () => string;

/** The borrower's side: records what is asked of lenders, and asks. Its order's row is locked. */
export async function askToBorrow(
  tx: Tx,
  newId: NewId,
  asked: readonly NewBorrow[],
  at: Instant,
): Promise<readonly BorrowRequest[]> {
  const requests = asked.map(({ productLine: _line, temperatureZone: _zone, ...request }): BorrowRequest => ({
    id: newId(),
    ...request,
    promised: 0,
    arrived: 0,
    state: 'requested',
    reason: '',
    requestedAt: at,
    answeredAt: null,
    closedAt: null,
  }));
  await borrowStore(tx).addRequests(requests);
  await emit(
    tx,
    requests.map((request, index) => {
      const { productLine, temperatureZone } = asked[index] as NewBorrow;
      const { quantity, lastsUntil } = request;
      return borrowEvent(newId(), 'borrow.requested', at, {
        ...betweenTwo(request),
        productLine,
        temperatureZone,
        quantity,
        lastsUntil,
      });
    }),
  );
  return requests;
}

/** The borrower's side: hears the answer. One that comes after the request was taken back changes nothing. */
export async function hearAnswer(tx: Tx, answer: BorrowAnswered, at: Instant): Promise<void> {
  const store = borrowStore(tx);
  const request = await store.requestLocked(answer.borrowId);
  if (request?.state !== 'requested') return;
  const isPromised = answer.promised > 0;
  await store.changeRequest(request, {
    state: isPromised ? 'promised' : 'declined',
    promised: answer.promised,
    arrived: 0,
    reason: answer.reason,
    answeredAt: at,
    closedAt: isPromised ? null : at,
  });
}

/** The borrower's side: takes back what was asked and has not come. Answers how many requests that was. */
export async function takeBackBorrows(
  tx: Tx,
  newId: NewId,
  orderId: string,
  borrowIds: readonly string[],
  reason: string,
  at: Instant,
): Promise<number> {
  const store = borrowStore(tx);
  const open = (await store.requestsOfLocked([orderId])).filter(
    ({ id, state }) => borrowIds.includes(id) && (state === 'requested' || state === 'promised'),
  );
  for (const request of open) {
    const { answeredAt } = request;
    await store.changeRequest(request, {
      state: 'released',
      promised: 0,
      arrived: 0,
      reason,
      answeredAt,
      closedAt: at,
    });
  }
  await emit(
    tx,
    open.map((request) => borrowEvent(newId(), 'borrow.released', at, { ...betweenTwo(request), reason })),
  );
  return open.length;
}

/**
 * The borrower's side: lent goods become its own stock, once. Goods that were called off too late come all
 * the same: they have left. Answers what came into which lots; null when there is nothing to do.
 */
export async function takeInBorrowed(
  tx: Tx,
  newId: NewId,
  lent: BorrowLent,
  at: Instant,
): Promise<readonly { readonly lotId: string; readonly quantity: number }[] | null> {
  const store = borrowStore(tx);
  const request = await store.requestLocked(lent.borrowId);
  if (!request || request.state === 'arrived') return null;
  const [warehouse] = await stockStore(tx).warehousesOf([lent.borrowerId]);
  if (!warehouse) return null;
  const lots = await takeInMany(
    tx,
    newId,
    lent.lots.map((lot) => ({
      ...lot,
      ownerId: lent.borrowerId,
      warehouseId: warehouse.id,
      skuId: lent.skuId,
      quality: 'available' as const,
    })),
    { kind: 'borrow', documentKind: 'loan', documentId: lent.borrowId, actorId: 'system', at },
  );
  const arrived = sum(lent.lots.map(({ quantity }) => quantity));
  const { answeredAt, reason } = request;
  await store.changeRequest(request, {
    ...{ state: 'arrived', promised: 0, arrived, reason, answeredAt: answeredAt ?? at, closedAt: at },
  });
  return lots.map(({ id: lotId }, index) => ({ lotId, quantity: lent.lots[index]?.quantity ?? 0 }));
}

/** A request of a party's own, as it stands; undefined when there is none, or it is another's. */
export async function loadBorrow(
  tx: Tx,
  borrowerId: string,
  borrowId: string,
): Promise<BorrowRequest | undefined> {
  const request = await borrowStore(tx).request(borrowId);
  return request?.borrowerId === borrowerId ? request : undefined;
}

/** What order lines are promised from others' stock and has not come yet, by `orderId lineNo`. */
export async function loadBorrowed(
  tx: Tx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly BorrowRequest[]>> {
  const found = new Map<string, BorrowRequest[]>();
  for (const request of await borrowStore(tx).requestsOf(orderIds)) {
    if (request.state !== 'requested' && request.state !== 'promised') continue;
    const key = borrowedKey(request);
    found.set(key, [...(found.get(key) ?? []), request]);
  }
  return found;
}

export const borrowedKey = ({ orderId, lineNo }: { readonly orderId: string; readonly lineNo: number }) =>
  `${orderId} ${lineNo}`;
