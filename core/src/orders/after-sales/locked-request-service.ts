import { answerOnce, type Caller, type Fen, type Platform, Refused, sum, type Tx } from '../../platform';
import { partOfFen } from '../../platform/money';
import { fulfilStore } from '../fulfil-store';
import type { Order } from '../model';
import { type AfterSalesAction, afterSalesActions } from './allowed-actions';
import {
  type AfterSales,
  type AfterSalesLine,
  type AfterSalesStep,
  type AfterSalesStepKind,
  countedUnits,
} from './model';
import { afterSalesStore, type AfterSalesChange } from './store';

export interface AfterSalesCommand {
  readonly requestId: string;
  readonly commandId: string;
}

/** A request as a command finds it, the row of its order locked: whatever goes back of one order goes in turn. */
export interface LockedRequest {
  readonly request: AfterSales;
  readonly lines: readonly AfterSalesLine[];
  readonly order: Order;
}

/** True when a caller may see a request: its two parties and HQ may. */
export const mayRead = (caller: Pick<Caller, 'partyId' | 'partyKind'>, request: AfterSales): boolean =>
  caller.partyKind === 'hq' || caller.partyId === request.sellerId || caller.partyId === request.buyerId;

/** @throws afterSales.unknown */
export async function lockRequest(
  tx: Tx,
  requestId: string,
  maySee: (request: AfterSales) => boolean,
): Promise<LockedRequest> {
  const store = afterSalesStore(tx);
  const [seen] = await store.requests([requestId]);
  if (!seen || !maySee(seen)) throw new Refused('afterSales.unknown');
  const [order] = await fulfilStore(tx).ordersLocked([seen.orderId]);
  if (!order) throw new Error('a request of an order that is not there');
  const [request] = await store.requestsLocked([requestId]);
  if (!request) throw new Error('a request is never removed');
  return { request, lines: await store.lines([requestId]), order };
}

/** Runs a command on a locked request, once per command id. @throws afterSales.unknown, afterSales.stateForbids, command.idReused */
export async function onceOnRequest<Input extends AfterSalesCommand>(
  { database, outbox }: Pick<Platform, 'database' | 'outbox'>,
  caller: Caller,
  action: AfterSalesAction,
  input: Input,
  work: (tx: Tx, locked: LockedRequest) => Promise<void>,
): Promise<void> {
  await database.transaction(async (tx) => {
    const locked = await lockRequest(tx, input.requestId, (request) => mayRead(caller, request));
    const { commandId } = input;
    const command = {
      commandId,
      partyId: caller.partyId,
      kind: `afterSales.${action}`,
      input,
      at: caller.at,
    };
    await answerOnce(tx, command, async () => {
      if (!afterSalesActions(caller, locked.request).includes(action)) {
        throw new Refused('afterSales.stateForbids');
      }
      await work(tx, locked);
      return {};
    });
  });
  outbox.poke();
}

export type Actor = Pick<Caller, 'userId' | 'userName'>;

/** A step of a trail that is still to get its number. */
export interface NewStep {
  readonly kind: AfterSalesStepKind;
  readonly detail: object;
}

/** Writes what a command changed of a request together with the steps it took. */
export async function writeSteps(
  tx: Tx,
  actor: Actor,
  at: number,
  request: AfterSales,
  change: AfterSalesChange,
  steps: readonly NewStep[],
): Promise<AfterSales> {
  const store = afterSalesStore(tx);
  await store.change(request, change, steps.length);
  await store.addSteps(
    steps.map(({ kind, detail }, index): AfterSalesStep => ({
      requestId: request.id,
      stepNo: request.steps + index + 1,
      kind,
      actorId: actor.userId,
      actorName: actor.userName,
      detail: { ...detail },
      at,
    })),
  );
  return { ...request, ...change, steps: request.steps + steps.length };
}

/**
 * Lets only some of the units of a request count any more: the others may be asked back again, and their part of the
 * year's quota is free. Answers what of the quota the request still takes.
 */
export async function countOnly(
  tx: Tx,
  request: AfterSales,
  lines: readonly AfterSalesLine[],
  kept: (line: AfterSalesLine) => number,
): Promise<Fen> {
  const store = afterSalesStore(tx);
  await store.ask(
    lines.flatMap((line) => {
      const { shipmentId, shipmentLineNo } = line;
      const units = kept(line) - countedUnits(request, line);
      return units === 0 ? [] : [{ shipmentId, shipmentLineNo, units }];
    }),
  );
  const quotaFen =
    request.quotaFen === 0
      ? 0
      : sum(lines.map((line) => partOfFen(line.worthFen, line.quantity, 0, kept(line))));
  await store.useQuota(request, quotaFen - request.quotaFen, Number.MAX_SAFE_INTEGER);
  return quotaFen;
}
