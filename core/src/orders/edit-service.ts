import { type Caller, type Day, dayOf, emit, type Platform, Refused, rehearse, type Tx } from '../platform';
import { loadSkus } from '../catalog';
import { loadAddresses } from '../partners';
import { composeLines } from './compose-order';
import { type AppliedPromotion, givePromotionsBack, loadApplied } from '../promotions';
import { decideStored, type Promoted } from './decide-stored-service';
import type { Decision } from './decision';
import { orderEvent } from './events';
import type { RequestLine, ShipTo } from './facts';
import { assertNoFlash } from './flash-return-service';
import { fulfilStore } from './fulfil-store';
import type { RevisionChange } from './fulfilment';
import {
  addTrail,
  assertAllowed,
  assertRevision,
  decidedPayload,
  type LockedOrder,
  lockOrder,
  onceOnOrder,
  type OrderCommand,
} from './locked-order-service';
import type { BasketLine, Order, OrderLine } from './model';
import { giveBack, writeDecision } from './redecide-service';
import type { StoredLine } from './request-lines';
import { asAsked } from './take-ageing';
import {
  blockingRules,
  refuseRevision,
  repricedLines,
  reviseLines,
  type RevisionRefusal,
} from './revise-order';

export interface EditPreviewInput {
  readonly orderId: string;
  readonly expectedRevision: number;
  /** The goods as they should be, all of them; left out, they stay. */
  readonly lines?: readonly BasketLine[] | undefined;
  readonly addressId?: string | undefined;
  /** Null: as soon as may be. */
  readonly deliverOn?: Day | null | undefined;
  readonly note?: string | undefined;
  readonly priority?: number | undefined;
  /** True asks for today's prices on every line. */
  readonly reprices: boolean;
}

export interface EditInput extends EditPreviewInput, OrderCommand {
  readonly expectedRevision: number;
  readonly reason: string;
  readonly expectedPayableFen?: number | undefined;
}

/** An edit as it would be decided, before anybody agrees to it. */
interface Drawn {
  readonly decision: Decision;
  readonly changes: readonly RevisionChange[];
}

/** What an edit would come to. */
export interface EditPreview extends Drawn {
  readonly before: readonly OrderLine[];
  readonly refusal: RevisionRefusal;
}

export interface ReopenInput extends OrderCommand {
  readonly reason: string;
  readonly expectedPayableFen?: number | undefined;
}

export function editService(platform: Platform) {
  const { newId } = platform;

  /** Writes the next version of an order, keeping what it was. */
  const revise = async (
    tx: Tx,
    caller: Caller,
    { order, lines, holds }: LockedOrder,
    decision: Decision,
    changes: readonly RevisionChange[],
    reason: string,
    more: Partial<Pick<Order, 'deliverOn' | 'note' | 'priority'>>,
  ) => {
    const { shipTo } = decision.request;
    const revision = order.revision + 1;
    await writeDecision(tx, newId, caller, { order, holds }, decision, {
      ...more,
      revision,
      addressId: shipTo.id,
      receiver: shipTo.receiver,
      phone: shipTo.phone,
      regionCode: shipTo.regionCode,
      addressDetail: shipTo.detail,
    });
    await fulfilStore(tx).addRevision({
      orderId: order.id,
      revision,
      changes,
      linesBefore: lines,
      payableFenBefore: order.payableFen,
      payableFenAfter: decision.payableFen,
      reason,
      actorId: caller.userId,
      actorName: caller.userName,
      at: caller.at,
    });
    return revision;
  };

  /** Gives back what an order took and decides it as it should be; written is only what was given back. */
  const drawUp = async (
    tx: Tx,
    caller: Caller,
    input: EditPreviewInput,
    { order, lines }: LockedOrder,
  ): Promise<Drawn> => {
    await assertNoFlash(tx, order.id);
    const heads = headChanges(order, input, dayOf(caller.at), caller.partyId === order.buyerId);
    await assertGoods(tx, input.lines ?? []);
    const shipTo = await addressOf(tx, order, input.addressId);
    const promoted = input.lines || input.reprices ? await takeBackPromotions(tx, order) : null;
    // Gifts come of what is bought: where that changes, they are given anew.
    const before = asAsked(lines).filter(({ giftOf }) => promoted === null || giftOf === null);
    const revised = reviseLines(before, input.lines, input.reprices);
    await giveBack(tx, newId, order, lines, caller.userId, caller.at);
    const decision = await decideStored(tx, {
      order: { ...order, deliverOn: input.deliverOn === undefined ? order.deliverOn : input.deliverOn },
      lines: revised.lines.map((line) => asStored(line, lines)),
      shipTo,
      accepted: [],
      repriced: input.reprices,
      promoted,
      at: caller.at,
    });
    const changes: readonly RevisionChange[] = [
      ...revised.changes,
      ...repricedLines(before, composeLines(decision)),
      ...(shipTo && shipTo.id !== order.addressId
        ? [{ what: 'address' as const, from: order.addressId, to: shipTo.id }]
        : []),
      ...heads,
    ];
    return { decision, changes };
  };

  return {
    /**
     * Changes an order before picking. Lots and credit are given back and taken anew, and every check
     * runs again, all in one transaction; the version before is kept.
     * @throws orders.unknown, orders.stateForbids, orders.revisionStale, orders.nothingChanged, orders.lineTwice,
     * orders.editRejected, orders.buyerMustConfirm, orders.confirmationNeeded, orders.priceChanged,
     * orders.priorityNotYours, orders.deliverInPast, orders.flashFixed, partners.addressUnknown, catalog.skuUnknown, command.idReused
     */
    edit: (caller: Caller, input: EditInput) =>
      onceOnOrder(platform, caller, 'edit', input, async (tx, locked) => {
        const { order } = locked;
        const { decision, changes } = await drawUp(tx, caller, input, locked);
        const refusal = refusalOf(caller, order, { decision, changes }, input.expectedPayableFen);
        if (refusal) throw new Refused(refusal.code, refusal.detail);
        const revision = await revise(tx, caller, locked, decision, changes, input.reason, {
          ...(input.deliverOn === undefined ? {} : { deliverOn: input.deliverOn }),
          ...(input.note === undefined ? {} : { note: input.note }),
          ...(input.priority === undefined ? {} : { priority: input.priority }),
        });
        const detail = { revision, changed: changes.map(({ what }) => what), reason: input.reason };
        await addTrail(tx, caller, order.id, 'edited', caller.at, { ...detail, verdict: decision.verdict });
        await tell(tx, newId, caller, order, decision, revision, input.reason);
      }),

    /**
     * What `edit` would make of an order: the same checks on the same lots and credit, and nothing is written.
     * A refusal is part of the answer, told as if the buyer had confirmed the price.
     * @throws orders.unknown, orders.stateForbids, orders.revisionStale, orders.lineTwice, orders.priorityNotYours,
     * orders.deliverInPast, orders.flashFixed, partners.addressUnknown, catalog.skuUnknown
     */
    previewEdit: (caller: Caller, input: EditPreviewInput): Promise<EditPreview> =>
      rehearse(platform.database, async (tx) => {
        const locked = await lockOrder(tx, caller, input.orderId);
        assertAllowed(caller, locked, 'edit');
        assertRevision(locked, input.expectedRevision);
        const drawn = await drawUp(tx, caller, input, locked);
        const { payableFen } = drawn.decision;
        return {
          ...drawn,
          before: locked.lines,
          refusal: refusalOf(caller, locked.order, drawn, payableFen),
        };
      }),

    /**
     * Takes a decision back: the order is decided anew, as of now. What the buyer cancelled comes back at
     * today's prices, as if it were placed again; the others keep theirs.
     * @throws orders.unknown, orders.stateForbids, orders.revisionStale, orders.recheckRejects, orders.priceChanged, orders.flashFixed,
     * command.idReused
     */
    reopen: (caller: Caller, input: ReopenInput) =>
      onceOnOrder(platform, caller, 'reopen', input, async (tx, locked) => {
        const { order, lines } = locked;
        await assertNoFlash(tx, order.id);
        const repriced = order.state === 'cancelled';
        await giveBack(tx, newId, order, lines, caller.userId, caller.at);
        // What had ended used no promotion any more; what was approved keeps what it was given.
        const promoted =
          order.state === 'approved'
            ? null
            : { at: repriced ? caller.at : order.placedAt, before: [] as readonly AppliedPromotion[] };
        const again = { order, lines, accepted: [], repriced, promoted, at: caller.at };
        const decision = await decideStored(tx, again);
        // What is rejected or cancelled already stays as it is, and says why.
        if (decision.verdict === 'rejected' && order.state !== 'approved') {
          throw new Refused('orders.recheckRejects', blockingRules(decision.findings));
        }
        const { expectedPayableFen } = input;
        if (expectedPayableFen !== undefined && expectedPayableFen !== decision.payableFen) {
          throw new Refused('orders.priceChanged', String(decision.payableFen));
        }
        const changes: readonly RevisionChange[] = [
          { what: 'reopened', from: order.state, to: decision.verdict },
          ...repricedLines(asAsked(lines), composeLines(decision)),
        ];
        const revision = await revise(tx, caller, locked, decision, changes, input.reason, {});
        const detail = { from: order.state, verdict: decision.verdict, reason: input.reason, revision };
        await addTrail(tx, caller, order.id, 'reopened', caller.at, detail);
        await tell(tx, newId, caller, order, decision, revision, input.reason);
      }),
  };
}

/** Why the caller may not have an order edited so; null when it may. */
const refusalOf = (
  caller: Caller,
  order: Order,
  { decision, changes }: Drawn,
  expectedPayableFen: number | undefined,
) =>
  refuseRevision({
    isBuyer: caller.partyId === order.buyerId,
    changes,
    verdict: decision.verdict,
    findings: decision.findings,
    payableFen: decision.payableFen,
    payableFenBefore: order.payableFen,
    expectedPayableFen,
  });

/** Gives back what an order used of promotions, to quote them anew: as they were when it was placed. */
async function takeBackPromotions(tx: Tx, { id, placedAt }: Order): Promise<Promoted> {
  const before = await loadApplied(tx, [id]);
  await givePromotionsBack(tx, id);
  return { at: placedAt, before };
}

/** Tells others what an order has become, and that it was decided when that is news. */
async function tell(
  tx: Tx,
  newId: () => string,
  caller: Caller,
  order: Order,
  { verdict, payableFen }: Decision,
  revision: number,
  reason: string,
) {
  const payload = decidedPayload(order, reason);
  const edited = { ...payload, revision, state: verdict, payableFen };
  await emit(tx, [
    orderEvent(newId(), 'order.edited', caller.at, edited),
    ...(verdict === 'held' || verdict === order.state
      ? []
      : [orderEvent(newId(), `order.${verdict}`, caller.at, payload)]),
  ]);
}

/** A line that stays is asked for as it is stored; another quantity or a new price leaves the rest behind. */
function asStored({ agreed, ...asked }: RequestLine, before: readonly OrderLine[]): StoredLine {
  const same =
    agreed && before.find(({ lineNo, quantity }) => lineNo === asked.lineNo && quantity === asked.quantity);
  return same
    ? { ...same, acceptsAgeing: asked.acceptsAgeing ?? same.acceptsAgeing }
    : { ...asked, ...agreed };
}

/** @throws orders.lineTwice, catalog.skuUnknown */
async function assertGoods(tx: Tx, lines: readonly BasketLine[]) {
  const skuIds = lines.map(({ skuId }) => skuId);
  const seen = new Set<string>();
  for (const skuId of skuIds) {
    if (seen.has(skuId)) throw new Refused('orders.lineTwice', skuId);
    seen.add(skuId);
  }
  const skus = await loadSkus(tx, skuIds);
  const unknown = skuIds.find((skuId) => !skus.has(skuId));
  if (unknown !== undefined) throw new Refused('catalog.skuUnknown', unknown);
}

/** @throws partners.addressUnknown */
async function addressOf(tx: Tx, order: Order, addressId: string | undefined): Promise<ShipTo | undefined> {
  if (addressId === undefined) return undefined;
  const address = (await loadAddresses(tx, [addressId], [])).get(addressId);
  if (address?.partyId !== order.buyerId) throw new Refused('partners.addressUnknown');
  return address;
}

/** What changes of an order beside goods and address. @throws orders.deliverInPast, orders.priorityNotYours */
function headChanges(
  order: Order,
  { deliverOn, note, priority }: EditPreviewInput,
  today: Day,
  isBuyer: boolean,
): readonly RevisionChange[] {
  if (priority !== undefined && isBuyer) throw new Refused('orders.priorityNotYours');
  if (deliverOn && deliverOn < today) throw new Refused('orders.deliverInPast');
  const changed = (
    what: 'deliverOn' | 'note' | 'priority',
    from: string | number | null,
    to: string | number | null | undefined,
  ): readonly RevisionChange[] =>
    to === undefined || to === from ? [] : [{ what, from: String(from ?? ''), to: String(to ?? '') }];
  return [
    ...changed('deliverOn', order.deliverOn, deliverOn),
    ...changed('note', order.note, note),
    ...changed('priority', order.priority, priority),
  ];
}
