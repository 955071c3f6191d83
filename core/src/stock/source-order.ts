import type { Day } from '../platform/clock';
import { inOrder } from '../platform/collect';
import { type PriceE4, sum } from '../platform/money';
import { liesIn } from '../platform/regions';
import { allocate } from './allocate';
import { keepBackOf } from './keep-back';
import { mergeAllocations } from './source-merge';
import type { Allocation, KeepBack, Lot, StorageZone, Want, Warehouse } from './model';
import type { Buffer } from './policy-model';
import type { SharingAgreement } from './pool-model';
import { agreementsFor, transferPriceE4 } from './sharing-terms';
import { sellableIn } from './sellable';
import { choosePlan, type SourcingRule } from './source-plan';

/** What an order line asks for, with what of the goods decides where they may come from. */
export interface SourceWant {
  readonly want: Want;
  readonly temperatureZone: StorageZone;
  readonly productLine: string;
}

/** What others share with the seller. */
export interface Sharing {
  /** Agreements in which the seller is the borrower. */
  readonly agreements: readonly SharingAgreement[];
  /** What of each agreement's quota is left in the period of the day. */
  readonly quotaLeft: ReadonlyMap<string, number>;
  /** The lenders' warehouses, and what lenders keep back for themselves. */
  readonly warehouses: readonly Warehouse[];
  readonly buffers: readonly Buffer[];
  /** What the seller pays its own supplier for a base unit today; null without a price. */
  purchasePriceE4(skuId: string): PriceE4 | null;
}

export interface SourceQuestion {
  readonly sellerId: string;
  /** Where the goods are to go. */
  readonly regionCode: string;
  readonly on: Day;
  readonly contract: { readonly warehouseId: string; readonly isOnly: boolean } | null;
  /** The seller's own. */
  readonly warehouses: readonly Warehouse[];
  readonly wants: readonly SourceWant[];
  /** The lots an owner has of a SKU, wherever they lie, as they are after the orders before. */
  lotsOf(ownerId: string, skuId: string): readonly Lot[];
  /** Null: the seller borrows from nobody. */
  readonly sharing: Sharing | null;
}

export interface WarehousePick {
  readonly warehouseId: string;
  readonly lotId: string;
  readonly quantity: number;
}

/** What could be borrowed for a line; the lender has the last word, in its own stock. */
export interface BorrowProposal {
  readonly agreementId: string;
  readonly lenderId: string;
  readonly quantity: number;
  readonly unitPriceE4: PriceE4;
  /** The lots it would come from as they are now. */
  readonly picks: readonly WarehousePick[];
}

export interface SourcedLine {
  readonly lineNo: number;
  readonly skuId: string;
  readonly quantity: number;
  readonly picks: readonly WarehousePick[];
  readonly borrows: readonly BorrowProposal[];
  /** picks + borrows + short = quantity. */
  readonly short: number;
  /** What the seller's own warehouses said, as one answer; its shortage is before anything is borrowed. */
  readonly own: Allocation;
}

export interface Sourcing {
  readonly lines: readonly SourcedLine[];
  /** The warehouses that take part, in the order they were drawn from. */
  readonly warehouseIds: readonly string[];
  readonly chosenBy: SourcingRule;
}

/**
 * Finds the goods of an order in the pool: first in the seller's own warehouses, chosen by `choosePlan`,
 * then, for what they lack, in the stock that others share. Total: what nobody has is `short`.
 */
export function sourceOrder(question: SourceQuestion): Sourcing {
  const { contract, wants } = question;
  const serving = question.warehouses
    .filter((warehouse) => delivers(warehouse, question.regionCode))
    .filter(({ id }) => !contract?.isOnly || id === contract.warehouseId)
    .sort(byId);
  const ordered = inOrder(wants, (left, right) => left.want.lineNo - right.want.lineNo);
  const alone = serving.map((warehouse) => drawAll(question, ordered, [warehouse]));
  const plan =
    serving.length === 1
      ? { warehouses: serving, chosenBy: 'only' as const }
      : choosePlan(
          serving.map((warehouse, at) => ({
            warehouse,
            quantities: (alone[at] as readonly Drawn[]).map(({ picks }) => quantityOf(picks)),
          })),
          ordered.map(({ want }) => want.quantity),
          contract?.warehouseId ?? null,
        );
  // What a plan leaves behind a line of the same goods is still looked for everywhere else.
  const rest = serving.filter(({ id }) => !plan.warehouses.some((chosen) => chosen.id === id));
  const inTurn = [...plan.warehouses, ...rest];
  const drawn = inTurn.length === 1 ? (alone[0] as readonly Drawn[]) : drawAll(question, ordered, inTurn);
  const quotaLeft = new Map(question.sharing?.quotaLeft);
  const lent = new Map<string, number>();
  const lines = ordered.map((sourced, at): SourcedLine => {
    const { picks, own } = drawn[at] as Drawn;
    const { lineNo, skuId, quantity } = sourced.want;
    const borrows = own.short > 0 ? borrowsFor(question, sourced, own.short, quotaLeft, lent) : [];
    const short = own.short - sum(borrows.map((borrow) => borrow.quantity));
    return { lineNo, skuId, quantity, picks, borrows, short, own };
  });
  const used = new Set(lines.flatMap(({ picks }) => picks.map(({ warehouseId }) => warehouseId)));
  return {
    lines,
    warehouseIds: inTurn.map(({ id }) => id).filter((id) => used.has(id)),
    chosenBy: plan.chosenBy,
  };
}

interface Drawn {
  readonly picks: readonly WarehousePick[];
  readonly own: Allocation;
}

/** Fills line after line from warehouses in their order; a later line sees what the earlier ones left. */
function drawAll(
  { sellerId, lotsOf }: SourceQuestion,
  wants: readonly SourceWant[],
  warehouses: readonly Warehouse[],
): readonly Drawn[] {
  const taken = new Map<string, number>();
  return wants.map(({ want, temperatureZone }) => {
    const rooms = warehouses.filter(({ temperatureZones }) => temperatureZones.includes(temperatureZone));
    const all = lotsOf(sellerId, want.skuId);
    const lots = all.some(({ id }) => taken.has(id)) ? all.map((lot) => without(lot, taken)) : all;
    const drawn = drawFrom(rooms, lots, want);
    for (const { lotId, quantity } of drawn.picks) taken.set(lotId, (taken.get(lotId) ?? 0) + quantity);
    return drawn;
  });
}

/**
 * Draws one want from an owner's warehouses in their order. What bounds the line as a whole (lots it may
 * mix, its channel's quota, what is kept back of all warehouses) shrinks as warehouses are drawn from.
 */
function drawFrom(rooms: readonly Warehouse[], lots: readonly Lot[], want: Want): Drawn {
  const picks: WarehousePick[] = [];
  const answers: Allocation[] = [];
  let missing = want.quantity;
  let given = 0;
  for (const { id } of rooms) {
    const here = lots.filter(({ warehouseId }) => warehouseId === id);
    if (here.length === 0) continue;
    const answer = allocate(here, wantHere(want, lots, id, { missing, given, lotsUsed: picks.length }));
    picks.push(...answer.picks.map(({ lotId, quantity }) => ({ warehouseId: id, lotId, quantity })));
    given += missing - answer.short;
    missing = answer.short;
    answers.push(answer);
  }
  return { picks, own: mergeAllocations(want.quantity, answers) };
}

/** What is asked of one warehouse after the others have given. Field by field, as every line of every order passes. */
const wantHere = (
  want: Want,
  lots: readonly Lot[],
  warehouseId: string,
  {
    missing,
    given,
    lotsUsed,
  }: { readonly missing: number; readonly given: number; readonly lotsUsed: number },
): Want => ({
  orderId: want.orderId,
  lineNo: want.lineNo,
  sellerId: want.sellerId,
  skuId: want.skuId,
  quantity: missing,
  lastsUntil: want.lastsUntil,
  noOlderThan: want.noOlderThan,
  stopsSaleOn: want.stopsSaleOn,
  receiptOn: want.receiptOn,
  caseFactor: want.caseFactor,
  maximumLots: want.maximumLots == null ? want.maximumLots : Math.max(0, want.maximumLots - lotsUsed),
  keepBack: want.keepBack && keptHere(want.keepBack, lots, warehouseId, want, given),
  channelLeft: want.channelLeft == null ? want.channelLeft : want.channelLeft - given,
  markdowns: want.markdowns,
});

/** What is kept back of all warehouses is kept in this one only as far as the others do not hold it. */
function keptHere(
  keepBack: KeepBack,
  lots: readonly Lot[],
  warehouseId: string,
  want: Want,
  given: number,
): KeepBack {
  if (keepBack.quantity === 0) return keepBack;
  const elsewhere = sellableIn(
    lots.filter((lot) => lot.warehouseId !== warehouseId),
    want,
  );
  return { ...keepBack, quantity: Math.max(0, keepBack.quantity - Math.max(0, elsewhere - given)) };
}

/** Lenders in turn: who can give all of it, the lowest transfer price, the earliest arrival, the id. */
function borrowsFor(
  question: SourceQuestion,
  { want, temperatureZone, productLine }: SourceWant,
  missing: number,
  quotaLeft: Map<string, number>,
  lent: Map<string, number>,
): readonly BorrowProposal[] {
  const { sharing, sellerId, lotsOf, on } = question;
  if (!sharing) return [];
  const goods = { skuId: want.skuId, productLine };
  const possible = agreementsFor(sharing.agreements, sellerId, goods, on).flatMap((agreement) => {
    const unitPriceE4 = transferPriceE4(agreement.price, want.skuId, sharing.purchasePriceE4(want.skuId));
    const quota = quotaLeft.get(agreement.id) ?? 0;
    if (unitPriceE4 === null || quota <= 0) return [];
    const { lenderId } = agreement;
    const rooms = sharing.warehouses
      .filter(
        ({ ownerId, temperatureZones }) => ownerId === lenderId && temperatureZones.includes(temperatureZone),
      )
      .sort((left, right) => left.leadDays - right.leadDays || byId(left, right));
    const lots = lotsOf(lenderId, want.skuId).map((lot) => without(lot, lent));
    const lenders = {
      ...want,
      sellerId: lenderId,
      channelLeft: null,
      keepBack: keepBackOf(sharing.buffers, lenderId, want.skuId),
    };
    const draw = (quantity: number) => drawFrom(rooms, lots, { ...lenders, quantity }).picks;
    const could = quantityOf(draw(Math.min(missing, quota)));
    const leadDays = rooms[0]?.leadDays ?? 0;
    return could > 0 ? [{ agreement, unitPriceE4, could, leadDays, draw }] : [];
  });
  possible.sort(
    (left, right) =>
      Number(right.could >= missing) - Number(left.could >= missing) ||
      left.unitPriceE4 - right.unitPriceE4 ||
      left.leadDays - right.leadDays ||
      (left.agreement.lenderId < right.agreement.lenderId ? -1 : 1),
  );
  const borrows: BorrowProposal[] = [];
  let left = missing;
  for (const { agreement, unitPriceE4, could, draw } of possible) {
    if (left === 0) break;
    const picks = draw(Math.min(left, could));
    const quantity = quantityOf(picks);
    for (const pick of picks) lent.set(pick.lotId, (lent.get(pick.lotId) ?? 0) + pick.quantity);
    quotaLeft.set(agreement.id, (quotaLeft.get(agreement.id) ?? 0) - quantity);
    borrows.push({ agreementId: agreement.id, lenderId: agreement.lenderId, quantity, unitPriceE4, picks });
    left -= quantity;
  }
  return borrows;
}

/** True when a warehouse delivers to a place: it names no regions, or one the place lies in. */
export function delivers({ servesRegions }: Warehouse, regionCode: string): boolean {
  return servesRegions.length === 0 || servesRegions.some((area) => liesIn(regionCode, area));
}

function without(lot: Lot, taken: ReadonlyMap<string, number>): Lot {
  const quantity = taken.get(lot.id);
  return quantity === undefined ? lot : { ...lot, reserved: lot.reserved + quantity };
}

const quantityOf = (picks: readonly WarehousePick[]) => sum(picks.map(({ quantity }) => quantity));

const byId = (left: Warehouse, right: Warehouse) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);
