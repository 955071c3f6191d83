import {
  answerOnce,
  type Caller,
  emit,
  groupBy,
  type Instant,
  type JobDefinition,
  keyBy,
  type NewId,
  type Platform,
  Refused,
  sum,
  type Tx,
} from '../platform';
import {
  accountKey,
  type CreditAccount,
  issueBill,
  loadAccounts,
  payBillFromPrepaid,
  type Posting,
  postCredit,
} from '../credit';
import { usePhotos } from '../attachments';
import { type Arrival, loadLots, takeInMany } from '../stock';
import { bookCosts } from './book-costs-service';
import { claimsOf } from './claims';
import { signFreight } from './delivery/carry-freight';
import { orderEvent } from './events';
import { unsignedFen } from './line-worth';
import { fulfilStore } from './fulfil-store';
import { type Claim, usualAutoSignDays } from './fulfilment';
import {
  addTrail,
  assertAllowed,
  assertRevision,
  lockOrder,
  type OrderCommand,
  system,
} from './locked-order-service';
import type { Order, OrderLine, Shipment, ShipmentLine, Signature } from './model';
import { countSigned, type Difference, signLines } from './sign-lines';
import { afterSigning } from './states';
import { orderStore } from './store';

export interface SignInput extends OrderCommand {
  readonly shipmentId: string;
  readonly differences: readonly Difference[];
  readonly signature?: Omit<Signature, 'signedBy'> | undefined;
  /** Ids of photos that show the differences. */
  readonly photos?: readonly string[] | undefined;
}

/** A shipment that is signed for now, with what its order stood at. */
interface Signing {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly everyShipmentLine: readonly ShipmentLine[];
  readonly claims: readonly Claim[];
  readonly shipmentId: string;
  readonly signed: readonly ShipmentLine[];
  readonly signature: Signature;
}

type Actor = Pick<Caller, 'userId' | 'userName'>;

export function signService(platform: Platform) {
  const { database, newId, outbox, clock } = platform;

  /** Signs these together and answers how many that was. */
  const signTogether = (at: Instant, shipments: readonly Due[]) =>
    database.transaction(async (tx) => {
      const signings = await overdueSignings(tx, shipments);
      const accounts = await loadAccounts(
        tx,
        [...new Set(signings.map(({ order }) => order.buyerId))],
        [...new Set(signings.map(({ order }) => order.sellerId))],
        true,
      );
      let count = 0;
      for (const signing of signings) {
        const account = accounts.get(accountKey(signing.order.buyerId, signing.order.sellerId));
        if (!account) continue;
        await writeSigning(tx, newId, system, at, signing, account);
        count += 1;
      }
      return count;
    });

  /** One shipment that cannot be signed never keeps its neighbours waiting: then each is tried alone. */
  const signEach = async (at: Instant, shipments: readonly Due[]) => {
    let count = 0;
    let failure: unknown = null;
    for (const shipment of shipments) {
      try {
        count += await signTogether(at, [shipment]);
      } catch (error) {
        failure = error;
      }
    }
    if (count === 0 && failure !== null) throw failure;
    return count;
  };

  return {
    /**
     * Signs for a shipment, line by line; what is accepted becomes debt, and stock of a buyer that has a
     * warehouse. Each difference opens a claim.
     * @throws orders.unknown, orders.stateForbids, orders.overSigned, orders.revisionStale,
     * attachments.photoUnknown, attachments.photoUsed, command.idReused
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
          assertRevision(locked, input.expectedRevision);
          const { order, lines, claims, shipmentLines: everyShipmentLine } = locked;
          const open = everyShipmentLine.filter(
            (line) => line.shipmentId === input.shipmentId && line.accepted === null,
          );
          if (open.length === 0) throw new Refused('orders.stateForbids');
          const signed = signLines(open, input.differences);
          if (!signed) throw new Refused('orders.overSigned');
          const accounts = await loadAccounts(tx, [order.buyerId], [order.sellerId], true);
          const account = accounts.get(accountKey(order.buyerId, order.sellerId));
          if (!account) throw new Refused('credit.accountUnknown');
          const signature: Signature = {
            ...(input.signature ?? plainTap),
            signedBy: caller.userName,
          };
          const { shipmentId } = input;
          const signing = { order, lines, everyShipmentLine, claims, shipmentId, signed, signature };
          await writeSigning(tx, newId, caller, caller.at, signing, account);
          await usePhotos(tx, caller, {
            photoIds: input.photos ?? [],
            purpose: 'signOff',
            usedBy: shipmentId,
            viewerId: order.sellerId,
          });
          return {};
        });
      });
      outbox.poke();
    },

    /**
     * 自动签收: takes as signed, without differences, what nobody signed for in the days its seller allows.
     * The same books as a signing by hand; answers how many.
     */
    async signOverdue(at: Instant): Promise<number> {
      let count = 0;
      for (;;) {
        const shipments = await database.read((tx) =>
          fulfilStore(tx).unsigned(at, usualAutoSignDays, signedTogether),
        );
        if (shipments.length === 0) return count;
        const signed = await signTogether(at, shipments).catch(() => signEach(at, shipments));
        if (signed === 0) return count;
        count += signed;
        outbox.poke();
      }
    },

    /** Every day, before the desks open. */
    autoSignJob(): JobDefinition {
      return {
        name: 'orders.autoSign',
        every: { dailyAt: '04:10' },
        run: async () => {
          await this.signOverdue(clock.now());
        },
      };
    },
  };
}

type Due = Pick<Shipment, 'id' | 'orderId'>;

/** Shipments signed for in one transaction. */
const signedTogether = 50;

const plainTap: Omit<Signature, 'signedBy'> = {
  method: 'tap',
  references: [],
  place: '',
  latitudeE6: null,
  longitudeE6: null,
};

/** Reads what is due, its orders locked, with one statement per kind; what was signed meanwhile is left out. */
async function overdueSignings(tx: Tx, shipments: readonly Due[]): Promise<readonly Signing[]> {
  const store = fulfilStore(tx);
  const orderIds = [...new Set(shipments.map(({ orderId }) => orderId))];
  const orders = keyBy(await store.ordersLocked(orderIds), ({ id }) => id);
  const lines = groupBy(await store.linesOf(orderIds), ({ orderId }) => orderId);
  const sent = groupBy(await store.shipmentLinesOf(orderIds), ({ orderId }) => orderId);
  const claims = groupBy(await store.claims(orderIds), ({ orderId }) => orderId);
  const seen = new Set<string>();
  return shipments.flatMap(({ id: shipmentId, orderId }) => {
    const order = orders.get(orderId);
    const everyShipmentLine = sent.get(orderId) ?? [];
    const open = everyShipmentLine.filter((line) => line.shipmentId === shipmentId && line.accepted === null);
    const signed = open.length > 0 && order && !seen.has(orderId) ? signLines(open, []) : null;
    // A second shipment of the same order waits for the next round, which reads what this one made.
    seen.add(orderId);
    if (!order || !signed) return [];
    const signature = { ...plainTap, method: 'auto' as const, signedBy: system.userName };
    const ofOrder = { lines: lines.get(orderId) ?? [], claims: claims.get(orderId) ?? [] };
    return [{ order, ...ofOrder, everyShipmentLine, shipmentId, signed, signature }];
  });
}

/** Writes one signing: credit, bill, goods that come back, claims, the order's state, and the news. */
async function writeSigning(
  tx: Tx,
  newId: NewId,
  actor: Actor,
  at: Instant,
  signing: Signing,
  account: CreditAccount,
): Promise<void> {
  const { order, lines, everyShipmentLine, shipmentId, signed, signature } = signing;
  const store = orderStore(tx);
  const goodsFen = sum(signed.map((line) => line.acceptedFen));
  // Hardly any order is charged for delivery; the others are not asked about it.
  const isCarrier =
    order.freightDueFen > 0 &&
    (await store.shipments(order.id)).some(({ id, freightFen }) => id === shipmentId && freightFen > 0);
  const freight = signFreight(order, isCarrier, goodsFen);
  const acceptedFen = goodsFen + freight.billedFen;
  const shippedFen = sum(signed.map((line) => line.amountFen)) + freight.carriedFen;
  const posting: Posting = {
    accountId: account.id,
    kind: 'sign',
    change: { shippedFen: -shippedFen, receivableFen: acceptedFen },
    documentKind: 'shipment',
    documentId: shipmentId,
    actorId: actor.userId,
    at,
  };
  await postCredit(tx, newId, [posting], { withinLimit: false });
  const billed = { orderId: order.id, orderNumber: order.number, amountFen: acceptedFen, issuedAt: at };
  const bill = acceptedFen > 0 ? await issueBill(tx, newId, { account, ...billed }) : null;
  const underWay = everyShipmentLine.filter((line) => line.shipmentId !== shipmentId);
  const standsForFen = order.heldFen + unsignedFen(underWay) + freight.underWayFen;
  const ofOrder = { account, orderId: order.id, actorId: actor.userId, at };
  await payBillFromPrepaid(tx, newId, { ...ofOrder, bill, standsForFen });
  await takeBack(tx, newId, actor, at, shipmentId, order.sellerId, signed);
  await store.signShipment(shipmentId, at, signature, signed);
  await store.changeLines(countSigned(lines, signed));
  const opened = claimsOf(signed).map((claim): Claim => ({
    ...claim,
    id: newId(),
    state: 'open',
    note: '',
    openedAt: at,
    settledBy: null,
    settledAt: null,
  }));
  await fulfilStore(tx).addClaims(opened);

  const isAllSigned = everyShipmentLine.every(
    (line) => line.accepted !== null || line.shipmentId === shipmentId,
  );
  const hasOpenClaims = [...signing.claims, ...opened].some(({ state }) => state === 'open');
  const state = afterSigning(order.state, isAllSigned, hasOpenClaims);
  await store.changeOrder(order, { state, ...freight.change });
  const differences = signed.filter(({ accepted, quantity }) => accepted !== quantity).length;
  // What was not accepted is not borne either.
  if (differences > 0)
    await bookCosts(tx, newId, { orderId: order.id, kind: 'returned', documentId: shipmentId, at });
  const detail = { shipmentId, acceptedFen, differences, method: signature.method };
  await addTrail(tx, actor, order.id, 'signed', at, detail);
  const { id: orderId, number, sellerId, buyerId } = order;
  await emit(tx, [
    orderEvent(newId(), 'order.signed', at, {
      orderId,
      number,
      sellerId,
      buyerId,
      shipmentId,
      accepted: signed.flatMap(({ skuId, lotNo, producedOn, expiresOn, accepted }) =>
        accepted ? [{ skuId, lotNo, producedOn, expiresOn, quantity: accepted }] : [],
      ),
    }),
  ]);
}

/** Refused goods come back to be inspected, damaged ones as damaged; what fell short does not come back. */
async function takeBack(
  tx: Tx,
  newId: NewId,
  actor: Actor,
  at: Instant,
  shipmentId: string,
  sellerId: string,
  signed: readonly ShipmentLine[],
) {
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
  const document = { documentKind: 'signing', documentId: shipmentId, actorId: actor.userId, at } as const;
  await takeInMany(tx, newId, arrivals, { kind: 'return', ...document });
}
