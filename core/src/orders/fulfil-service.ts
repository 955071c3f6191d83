import {
  answerOnce,
  type Caller,
  dayOf,
  emit,
  keyBy,
  type Platform,
  Refused,
  sum,
  type Tx,
} from '../platform';
import { loadSkus } from '../catalog';
import { accountKey, type CreditAccount, issueBill, loadAccounts, type Posting, postCredit } from '../credit';
import { loadParties } from '../partners';
import { type Arrival, issueLots, loadLots, loadReservations, type Release, takeIn } from '../stock';
import { checkTerritory, loadGrants } from '../territory';
import { orderEvent } from './events';
import type { Order, OrderLine, ShipmentLine } from './model';
import { planShipment, type ShipWanted } from './plan-shipment';
import { assertAllowed, lockOrder } from './review-service';
import { partOfFen } from './share';
import { type Difference, signLines } from './sign-lines';
import { afterShipping, afterSigning } from './states';
import { orderStore } from './store';

export interface ShipInput {
  readonly orderId: string;
  readonly shipmentId: string;
  readonly lines?: readonly ShipWanted[] | undefined;
  readonly carrier: string;
  readonly trackingNo: string;
}

export interface SignInput {
  readonly orderId: string;
  readonly shipmentId: string;
  readonly commandId: string;
  readonly differences: readonly Difference[];
}

export function fulfilService({ database, newId, outbox }: Platform) {
  const accountFor = async (tx: Tx, { buyerId, sellerId }: Order): Promise<CreditAccount> => {
    const account = (await loadAccounts(tx, [buyerId], [sellerId], true)).get(accountKey(buyerId, sellerId));
    if (!account) throw new Refused('credit.accountUnknown');
    return account;
  };

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
    const reservations = await loadReservations(tx, [order.id]);
    const { lots } = await loadLots(tx, [...new Set(reservations.map(({ lotId }) => lotId))]);
    const releases = planShipment(order.id, lines, reservations, lots, input.lines);
    if (!releases) throw new Refused('orders.overShipped');

    const document = {
      documentKind: 'shipment',
      documentId: input.shipmentId,
      actorId: caller.userId,
      at: caller.at,
    } as const;
    await issueLots(tx, newId, releases, { kind: 'ship', ...document });
    const shipped = shipLines(lines, releases);
    const shipmentLines = releases.map((release, at): ShipmentLine => {
      const lot = lots.get(release.lotId);
      const line = lines.find(({ lineNo }) => lineNo === release.lineNo);
      if (!lot || !line) throw new Error('a release of something nobody promised');
      const before =
        line.shipped +
        sum(
          releases.slice(0, at).flatMap(({ lineNo, quantity }) => (lineNo === line.lineNo ? [quantity] : [])),
        );
      return {
        shipmentId: input.shipmentId,
        shipmentLineNo: at + 1,
        orderId: order.id,
        lineNo: line.lineNo,
        skuId: line.skuId,
        lotId: lot.id,
        lotNo: lot.lotNo,
        producedOn: lot.producedOn,
        expiresOn: lot.expiresOn,
        quantity: release.quantity,
        amountFen: partOfFen(
          line.payableFen,
          line.quantity - line.cancelled,
          before,
          before + release.quantity,
        ),
        accepted: null,
        acceptedFen: 0,
        short: 0,
        damaged: 0,
        refused: 0,
      };
    });
    const amountFen = sum(shipmentLines.map((line) => line.amountFen));
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
      shippedAt: caller.at,
      signedAt: null,
    });
    await store.addShipmentLines(shipmentLines);
    await store.changeLines(shipped);
    const isAllShipped = shipped.every((line) => line.shipped + line.cancelled === line.quantity);
    const heldFen = order.heldFen - amountFen;
    await store.changeOrder(order, { ...order, state: afterShipping(isAllShipped), heldFen });
    await store.addEvent({
      orderId: order.id,
      kind: 'shipped',
      actorId: caller.userId,
      actorName: caller.userName,
      detail: {
        shipmentId: input.shipmentId,
        carrier: input.carrier,
        trackingNo: input.trackingNo,
        amountFen,
      },
      at: caller.at,
    });
    const { id: orderId, number, sellerId, buyerId } = order;
    const payload = { orderId, number, sellerId, buyerId, shipmentId: input.shipmentId };
    await emit(tx, [orderEvent(newId(), 'order.shipped', caller.at, payload)]);
  };

  const sign = async (
    tx: Tx,
    caller: Caller,
    input: SignInput,
    order: Order,
    lines: readonly OrderLine[],
    allShipmentLines: readonly ShipmentLine[],
  ) => {
    const store = orderStore(tx);
    const open = allShipmentLines.filter(
      (line) => line.shipmentId === input.shipmentId && line.accepted === null,
    );
    if (open.length === 0) throw new Refused('orders.stateForbids');
    const signed = signLines(open, input.differences);
    if (!signed) throw new Refused('orders.overSigned');

    const account = await accountFor(tx, order);
    const shippedFen = sum(signed.map((line) => line.amountFen));
    const acceptedFen = sum(signed.map((line) => line.acceptedFen));
    const posting: Posting = {
      accountId: account.id,
      kind: 'sign',
      change: { shippedFen: -shippedFen, receivableFen: acceptedFen },
      documentKind: 'shipment',
      documentId: input.shipmentId,
      actorId: caller.userId,
      at: caller.at,
    };
    await postCredit(tx, newId, [posting], { withinLimit: false });
    if (acceptedFen > 0) {
      await issueBill(tx, newId, {
        account,
        orderId: order.id,
        orderNumber: order.number,
        amountFen: acceptedFen,
        issuedAt: caller.at,
      });
    }
    await takeBack(tx, caller, input.shipmentId, order.sellerId, signed);
    await store.signShipment(input.shipmentId, caller.at, signed);
    await store.changeLines(countSigned(lines, signed));

    const after = keyBy(signed, ({ shipmentLineNo }) => String(shipmentLineNo));
    const everyLine = allShipmentLines.map((line) =>
      line.shipmentId === input.shipmentId ? (after.get(String(line.shipmentLineNo)) ?? line) : line,
    );
    const isAllSigned = everyLine.every(({ accepted }) => accepted !== null);
    const hasDifferences = everyLine.some(
      ({ accepted, quantity }) => accepted !== null && accepted < quantity,
    );
    await store.changeOrder(order, {
      ...order,
      state: afterSigning(order.state, isAllSigned, hasDifferences),
    });
    const differences = signed.filter(({ accepted, quantity }) => accepted !== quantity).length;
    await store.addEvent({
      orderId: order.id,
      kind: 'signed',
      actorId: caller.userId,
      actorName: caller.userName,
      detail: { shipmentId: input.shipmentId, acceptedFen, differences },
      at: caller.at,
    });
    const { id: orderId, number, sellerId, buyerId } = order;
    await emit(tx, [
      orderEvent(newId(), 'order.signed', caller.at, {
        orderId,
        number,
        sellerId,
        buyerId,
        shipmentId: input.shipmentId,
        accepted: signed.flatMap(({ skuId, lotNo, producedOn, expiresOn, accepted }) =>
          accepted ? [{ skuId, lotNo, producedOn, expiresOn, quantity: accepted }] : [],
        ),
      }),
    ]);
  };

  /** Refused goods come back to be inspected, damaged ones as damaged; what fell short does not come back. */
  const takeBack = async (
    tx: Tx,
    caller: Caller,
    shipmentId: string,
    sellerId: string,
    signed: readonly ShipmentLine[],
  ) => {
    const back = signed.filter(({ refused, damaged }) => refused + damaged > 0);
    if (back.length === 0) return;
    const { lots } = await loadLots(tx, [...new Set(back.map(({ lotId }) => lotId))]);
    const arrivals = back.flatMap((line): Arrival[] => {
      const lot = lots.get(line.lotId);
      if (!lot) throw new Error('a lot that was shipped is not there');
      const { warehouseId, skuId, lotNo, producedOn, expiresOn } = lot;
      const place = { ownerId: sellerId, warehouseId, skuId, lotNo, producedOn, expiresOn };
      return [
        { ...place, quality: 'inspection' as const, quantity: line.refused },
        { ...place, quality: 'damaged' as const, quantity: line.damaged },
      ].filter(({ quantity }) => quantity > 0);
    });
    await takeIn(tx, newId, arrivals, {
      kind: 'return',
      documentKind: 'signing',
      documentId: shipmentId,
      actorId: caller.userId,
      at: caller.at,
    });
  };

  return {
    /**
     * Ships promised lots, whole or in part; the region is checked once more.
     * @throws orders.unknown, orders.stateForbids, orders.overShipped, orders.regionBlocked, command.idReused
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
          await ship(tx, caller, input, locked.order, locked.lines);
          return {};
        });
      });
      outbox.poke();
    },

    /**
     * Signs for a shipment; what is accepted becomes debt, and stock of a buyer that has a warehouse.
     * @throws orders.unknown, orders.stateForbids, orders.overSigned, command.idReused
     */
    async sign(caller: Caller, input: SignInput) {
      await database.transaction(async (tx) => {
        const locked = await lockOrder(tx, caller, input.orderId);
        const command = {
          commandId: input.commandId,
          partyId: caller.partyId,
          kind: 'orders.sign',
          input,
          at: caller.at,
        };
        await answerOnce(tx, command, async () => {
          assertAllowed(caller, locked, 'sign');
          const lines = await orderStore(tx).shipmentLines(input.orderId);
          await sign(tx, caller, input, locked.order, locked.lines, lines);
          return {};
        });
      });
      outbox.poke();
    },
  };
}

/** Goods must not leave for where they may not go, even when a grant ended after the approval. */
async function assertRegion(tx: Tx, order: Order, lines: readonly OrderLine[], at: number) {
  const grants = (await loadGrants(tx, [order.sellerId])).get(order.sellerId) ?? [];
  const buyer = (await loadParties(tx, [order.buyerId])).get(order.buyerId);
  const skus = await loadSkus(
    tx,
    lines.map(({ skuId }) => skuId),
  );
  for (const { skuId } of lines) {
    const passage = {
      skuId,
      productLine: skus.get(skuId)?.productLine ?? '',
      regionCode: order.regionCode,
      channel: buyer?.channel ?? '',
      on: dayOf(at),
    };
    if (checkTerritory(grants, passage).answer === 'block') throw new Refused('orders.regionBlocked', skuId);
  }
}

function shipLines(lines: readonly OrderLine[], releases: readonly Release[]): readonly OrderLine[] {
  return lines.map((line) => {
    const quantity = sum(
      releases.flatMap((release) => (release.lineNo === line.lineNo ? [release.quantity] : [])),
    );
    return { ...line, shipped: line.shipped + quantity, reserved: line.reserved - quantity };
  });
}

function countSigned(lines: readonly OrderLine[], signed: readonly ShipmentLine[]): readonly OrderLine[] {
  return lines.map((line) => ({
    ...line,
    signed:
      line.signed +
      sum(signed.flatMap(({ lineNo, accepted }) => (lineNo === line.lineNo ? [accepted ?? 0] : []))),
  }));
}
