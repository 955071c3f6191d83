import { answerOnce, type Caller, emit, type Platform, Refused, sum, type Tx } from '../platform';
import { accountKey, type CreditAccount, loadAccounts, type Posting, postCredit } from '../credit';
import { issueLots, rememberDelivered } from '../stock';
import { bookCosts } from './book-costs-service';
import { composeShipmentLines, shipLines } from './compose-shipment';
import { decisionStore } from './decision-store';
import { orderEvent } from './events';
import { addTrail, assertAllowed, assertRevision, lockOrder } from './locked-order-service';
import type { Order, OrderLine } from './model';
import { partLinesOf } from './part-lines';
import { freightToCarry } from './delivery/carry-freight';
import { everything, planShipment, promisedIn, type ShipWanted } from './plan-shipment';
import { assertCredit, assertRegion, fitPromises } from './release-check-service';
import { splitAgain } from './split-service';
import { afterShipping } from './states';
import { orderStore } from './store';

export interface ShipInput {
  readonly orderId: string;
  readonly shipmentId: string;
  readonly lines?: readonly ShipWanted[] | undefined;
  /** Only what lies in the warehouse of this part, and only its lines. */
  readonly partNo?: number | undefined;
  readonly carrier: string;
  readonly trackingNo: string;
  readonly expectedRevision?: number | undefined;
}

/** The account an order, or a payment, is owed on, locked. @throws credit.accountUnknown */
export async function accountFor(
  tx: Tx,
  { buyerId, sellerId }: Pick<Order, 'buyerId' | 'sellerId'>,
): Promise<CreditAccount> {
  const account = (await loadAccounts(tx, [buyerId], [sellerId], true)).get(accountKey(buyerId, sellerId));
  if (!account) throw new Refused('credit.accountUnknown');
  return account;
}

export function fulfilService({ database, newId, outbox }: Platform) {
  const ship = async (
    tx: Tx,
    caller: Caller,
    input: ShipInput,
    order: Order,
    lines: readonly OrderLine[],
  ) => {
    const store = orderStore(tx);
    await assertRegion(tx, order, lines, caller.at);
    const account = await accountFor(tx, order);
    await assertCredit(tx, order, caller.at);
    const { reservations, lots, hasMoved } = await fitPromises(tx, order, lines, caller.at);
    const inPart = input.partNo === undefined ? null : await loadPart(tx, lines, order.id, input.partNo);
    const leaving = inPart ? promisedIn(inPart, reservations, lots) : reservations;
    const wanted = input.lines ?? (inPart ? everything(leaving) : undefined);
    const releases = planShipment(order.id, lines, leaving, lots, wanted);
    if (!releases) throw new Refused('orders.overShipped');

    const document = {
      documentKind: 'shipment',
      documentId: input.shipmentId,
      actorId: caller.userId,
      at: caller.at,
    } as const;
    await issueLots(tx, newId, releases, { kind: 'ship', ...document });
    const shipmentLines = composeShipmentLines(input.shipmentId, lines, releases, lots);
    const freightFen = freightToCarry(order, lines);
    const amountFen = sum(shipmentLines.map((line) => line.amountFen)) + freightFen;
    const posting: Posting = {
      accountId: account.id,
      kind: 'ship',
      change: { heldFen: -amountFen, shippedFen: amountFen },
      ...document,
    };
    await postCredit(tx, newId, [posting], { withinLimit: false });
    await store.addShipment({
      id: input.shipmentId,
      orderId: order.id,
      carrier: input.carrier,
      trackingNo: input.trackingNo,
      freightFen,
      shippedAt: caller.at,
      signedAt: null,
      signature: null,
    });
    await store.addShipmentLines(shipmentLines);
    const delivered = shipmentLines.map(({ skuId, expiresOn }) => ({
      buyerId: order.buyerId,
      skuId,
      expiresOn,
    }));
    await rememberDelivered(tx, delivered, caller.at);
    const shipped = shipLines(lines, releases);
    await store.changeLines(shipped);
    if (hasMoved) await splitAgain(tx, order, shipped, caller.at);
    const isAllShipped = shipped.every((line) => line.shipped + line.cancelled === line.quantity);
    const heldFen = order.heldFen - amountFen;
    await store.changeOrder(order, { state: afterShipping(isAllShipped), heldFen });
    const { shipmentId, carrier, trackingNo } = input;
    await bookCosts(tx, newId, { orderId: order.id, kind: 'shipped', documentId: shipmentId, at: caller.at });
    const detail = { shipmentId, carrier, trackingNo, amountFen };
    await addTrail(tx, caller, order.id, 'shipped', caller.at, detail);
    const { id: orderId, number, sellerId, buyerId } = order;
    const payload = { orderId, number, sellerId, buyerId, shipmentId };
    await emit(tx, [orderEvent(newId(), 'order.shipped', caller.at, payload)]);
  };

  return {
    /**
     * Ships promised lots, whole or in part; region, credit and the lots themselves are checked once more.
     * @throws orders.unknown, orders.stateForbids, orders.waitsForFull, orders.revisionStale, orders.overShipped,
     * orders.partUnknown, orders.regionBlocked, orders.creditStopped, orders.lotUnfit, command.idReused
     */
    async ship(caller: Caller, input: ShipInput) {
      await database.transaction(async (tx) => {
        const locked = await lockOrder(tx, caller, input.orderId);
        const command = {
          commandId: input.shipmentId,
          partyId: caller.partyId,
          kind: 'orders.ship',
          input,
          at: caller.at,
        };
        await answerOnce(tx, command, async () => {
          assertAllowed(caller, locked, 'ship');
          assertRevision(locked, input.expectedRevision);
          await ship(tx, caller, input, locked.order, locked.lines);
          return {};
        });
      });
      outbox.poke();
    },
  };
}

/** A part of an order: its warehouse and its lines. @throws orders.partUnknown */
async function loadPart(tx: Tx, ofOrder: readonly OrderLine[], orderId: string, partNo: number) {
  const store = decisionStore(tx);
  const parts = await store.parts([orderId]);
  const part = parts.find((one) => one.partNo === partNo);
  if (!part) throw new Refused('orders.partUnknown');
  const lines = partLinesOf(parts, await store.keptPartLines([orderId]), ofOrder);
  const ofPart = lines.filter((line) => line.partNo === partNo);
  return { warehouseId: part.warehouseId, lineNos: ofPart.map(({ lineNo }) => lineNo) };
}
