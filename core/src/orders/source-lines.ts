import { priceKey } from '../catalog/rules';
import type { Day } from '../platform/clock';
import { keyBy } from '../platform/collect';
import { type Fen, partOfFen, sum } from '../platform/money';
import type { Lot, ShortageOutcome, ShortageTerms, SourcedLine, SourceQuestion } from '../stock';
import { applyShortage, policyFor, sourceOrder } from '../stock/rules';
import { type Balances, stockQuestion } from './balances';
import type { DecidedLine, PricedLine } from './decision';
import type { Facts, OrderRequest } from './facts';
import { priceOne } from './price-lines';
import { type AgeingPart, takeAgeing, unpromised } from './take-ageing';

/** How shortages are treated while an order is decided. */
export interface ShortageMode {
  /** False while the order waits for a person: nothing is cancelled, owed or replaced before it is approved. */
  readonly applies: boolean;
  /** True when policies would leave nothing of the order: a person decides instead. */
  readonly asksPerson: boolean;
}

/** Finds the goods of every line, and says what becomes of what is not there. */
export function sourceLines(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  priced: readonly PricedLine[],
  mode: ShortageMode,
): readonly DecidedLine[] {
  const question = questionOf(facts, balances, request, priced);
  const lastsUntil = new Map(question.wants.map(({ want }) => [want.lineNo, want.lastsUntil]));
  const sourced = sourceOrder(question).lines;
  const taken = new Map<string, number>();
  for (const { picks } of sourced) noteTaken(taken, picks);
  const decided: DecidedLine[] = [];
  const added: DecidedLine[] = [];
  let nextNo = Math.max(0, ...priced.map(({ lineNo }) => lineNo)) + 1;
  for (const line of priced) {
    const found = sourced.find(({ lineNo }) => lineNo === line.lineNo) as SourcedLine;
    const ageing = line.request.acceptsAgeing ? ageingFor(balances, request, line, found) : noAgeing;
    const short = found.short - unitsOf(ageing);
    const standIns = standInsFor(facts, balances, request, line, short, { priced, taken, mode });
    const outcome = outcomeOf(facts, request, line, short, standIns, mode);
    const last = lastsUntil.get(line.lineNo) as Day;
    decided.push(settle(request, line, found, ageing, outcome, mode, last));
    if (!mode.applies) continue;
    for (const part of ageing) {
      added.push(ageingLine(facts, balances, request, line, part, nextNo, mode, last));
      nextNo += 1;
    }
    for (const { skuId, quantity, unitPriceE4 } of outcome.substitutes) {
      const standIn = standIns.find(({ sku }) => sku.id === skuId) as StandIn;
      const agreed = { unitPriceE4, priceListId: standIn.price?.priceListId ?? '' };
      const { giftOf } = line;
      const own = { lineNo: nextNo, skuId, quantity, agreed, giftOf, substituteFor: line.lineNo };
      const again = priceOne(facts, balances, request, own, quantity);
      const drawn = drawStandIn(facts, balances, request, again, taken);
      noteTaken(taken, drawn.picks);
      added.push(
        settle(
          request,
          again,
          drawn,
          noAgeing,
          nothingShort(quantity),
          mode,
          lastsUntilOf(balances, request, again),
        ),
      );
      nextNo += 1;
    }
  }
  return [...decided, ...added];
}

function questionOf(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  lines: readonly PricedLine[],
): SourceQuestion {
  const { seller, buyer, shipTo } = request;
  const contract = facts.pool.contracts.find(
    ({ sellerId, buyerId }) => sellerId === seller.id && buyerId === buyer.id,
  );
  // A reviewer who cancels what is short, and does not accept borrowing, borrows from nobody.
  const borrows = !request.accepted.has('stock.short') || request.accepted.has('stock.borrow');
  return {
    sellerId: seller.id,
    regionCode: shipTo.regionCode,
    on: facts.on,
    contract: contract ?? null,
    warehouses: facts.pool.warehouses.filter(({ ownerId }) => ownerId === seller.id),
    wants: lines.map((line) => ({
      want: balances.wantOf(stockQuestion(request, line)),
      temperatureZone: line.sku.temperatureZone,
      productLine: line.sku.productLine,
    })),
    lotsOf: (ownerId, skuId) => balances.lotsOf(ownerId, skuId),
    sharing: borrows ? (facts.pool.sharing.get(seller.id) ?? null) : null,
  };
}

const lastsUntilOf = (balances: Balances, request: OrderRequest, line: PricedLine): Day =>
  balances.wantOf(stockQuestion(request, line)).lastsUntil;

const noteTaken = (taken: Map<string, number>, picks: SourcedLine['picks']) => {
  for (const { lotId, quantity } of picks) taken.set(lotId, (taken.get(lotId) ?? 0) + quantity);
};

const noAgeing: readonly AgeingPart[] = [];
const unitsOf = (parts: readonly AgeingPart[]) => sum(parts.map(({ quantity }) => quantity));

/** What of a short line comes from ageing lots, when its buyer takes them. */
function ageingFor(
  balances: Balances,
  request: OrderRequest,
  line: PricedLine,
  { short, own, picks }: SourcedLine,
): readonly AgeingPart[] {
  if (short === 0 || line.price === null || line.substituteFor !== null) return noAgeing;
  const want = balances.wantOf(stockQuestion(request, line));
  return takeAgeing({
    quantity: line.quantity,
    unitPriceE4: line.price.unitPriceE4,
    amountFen: line.amountFen,
    short,
    own,
    unpromised: unpromised(
      balances.lotsOf(request.seller.id, line.sku.id),
      want,
      sum(picks.map(({ quantity }) => quantity)),
    ),
  });
}

/** Ageing goods as a line of their own, which fills what another lacks. */
function ageingLine(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  line: PricedLine,
  { quantity, unitPriceE4, amountFen, picks }: AgeingPart,
  lineNo: number,
  mode: ShortageMode,
  lastsUntil: Day,
): DecidedLine {
  const { sku } = line;
  const agreed = { unitPriceE4, amountFen, priceListId: line.price?.priceListId ?? '' };
  const own = { lineNo, skuId: sku.id, quantity, agreed, substituteFor: line.lineNo, acceptsAgeing: true };
  const lots = keyBy(balances.lotsOf(request.seller.id, sku.id), ({ id }) => id);
  const drawn: SourcedLine = {
    lineNo,
    skuId: sku.id,
    quantity,
    picks: picks.map((pick) => ({ ...pick, warehouseId: (lots.get(pick.lotId) as Lot).warehouseId })),
    borrows: [],
    short: 0,
    own: { picks, short: 0, ageing: 0, ageingOffer: null, keptBack: 0, overQuota: 0, inMoreLots: 0 },
  };
  const priced = priceOne(facts, balances, request, own, quantity);
  return settle(request, priced, drawn, noAgeing, nothingShort(quantity), mode, lastsUntil);
}

interface StandIn extends PricedLine {
  readonly available: number;
}

interface Rest {
  readonly priced: readonly PricedLine[];
  readonly taken: ReadonlyMap<string, number>;
  readonly mode: ShortageMode;
}

/** Goods approved to stand in for a short line, as far as they may be sold to this buyer there. */
function standInsFor(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  line: PricedLine,
  short: number,
  { priced, taken, mode }: Rest,
): readonly StandIn[] {
  if (short === 0 || termsFor(facts, request, line, mode).kind !== 'substitute') return [];
  const { giftOf } = line;
  const approved =
    giftOf === null
      ? facts.substitutes.get(priceKey(request.seller.id, line.sku.id))
      : facts.promotions.book.byId(giftOf)?.promotion.giftSubstitutes;
  return (approved ?? []).flatMap((skuId): StandIn[] => {
    // Goods the buyer ordered itself are its own line's; a gift may be of them.
    const isOrdered = giftOf === null && priced.some(({ sku }) => sku.id === skuId);
    if (!facts.skus.get(skuId) || isOrdered) return [];
    const asked = {
      lineNo: line.lineNo,
      skuId,
      quantity: short,
      giftOf,
      agreed: giftOf === null ? null : free,
    };
    const own = priceOne(facts, balances, request, { ...asked, substituteFor: line.lineNo }, short);
    if (own.sku.status !== 'active' || own.answer.answer !== 'pass') return [];
    const { picks } = drawStandIn(facts, balances, request, own, taken);
    return [{ ...own, available: sum(picks.map(({ quantity }) => quantity)) }];
  });
}

/** What own warehouses have of goods that stand in, after what the order took already. */
function drawStandIn(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  line: PricedLine,
  taken: ReadonlyMap<string, number>,
): SourcedLine {
  const question = questionOf(facts, balances, request, [line]);
  const lotsOf = (ownerId: string, skuId: string): readonly Lot[] =>
    balances
      .lotsOf(ownerId, skuId)
      .map((lot) => ({ ...lot, reserved: lot.reserved + (taken.get(lot.id) ?? 0) }));
  return sourceOrder({ ...question, lotsOf, sharing: null }).lines[0] as SourcedLine;
}

/** What the buyer said for the line, else what the seller's policy says for this buyer and SKU. */
function termsFor(facts: Facts, request: OrderRequest, line: PricedLine, mode: ShortageMode): ShortageTerms {
  if (line.giftOf !== null) return giftTerms(facts, line.giftOf, line.substituteFor !== null);
  if (mode.asksPerson || line.substituteFor !== null)
    return { kind: 'review', closeAfterDays: null, rest: 'review' };
  const terms = policyFor(facts.pool.shortages, request.seller.id, request.buyer.id, line.sku.id);
  return line.request.shortage === undefined ? terms : { ...terms, kind: line.request.shortage };
}

const free = { unitPriceE4: 0, priceListId: '' };

/**
 * 欠赠: a gift that is not there is owed, unless its promotion says that it is then not given, or what is given in its
 * place; of that again what is not there is owed. What is paid for is no line any more.
 */
function giftTerms({ promotions }: Facts, promotionId: string, isStandIn: boolean): ShortageTerms {
  const shortage = promotions.book.byId(promotionId)?.promotion.giftShortage;
  if (shortage === 'refuse') return { kind: 'cancelRest', closeAfterDays: null, rest: 'cancel' };
  if (shortage === 'substitute' && !isStandIn)
    return { kind: 'substitute', closeAfterDays: null, rest: 'backOrder' };
  return { kind: 'shipAndBackOrder', closeAfterDays: null, rest: 'backOrder' };
}

/** Base units of a line's goods that could be promised, if it were all there is. */
export function couldPromise(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  line: PricedLine,
): number {
  const [found] = sourceOrder(questionOf(facts, balances, request, [line])).lines;
  return line.quantity - (found as SourcedLine).short;
}

function outcomeOf(
  facts: Facts,
  request: OrderRequest,
  line: PricedLine,
  short: number,
  standIns: readonly StandIn[],
  mode: ShortageMode,
): ShortageOutcome {
  return applyShortage(termsFor(facts, request, line, mode), {
    quantity: line.quantity,
    available: line.quantity - short,
    unitPriceE4: line.price?.unitPriceE4 ?? 0,
    on: facts.on,
    substitutes: standIns.map(({ sku, available, price }) => ({
      skuId: sku.id,
      available,
      unitPriceE4: price?.unitPriceE4 ?? null,
    })),
  });
}

const nothingShort = (quantity: number): ShortageOutcome => ({
  ship: quantity,
  substitutes: [],
  backOrder: 0,
  wait: 0,
  cancel: 0,
  review: 0,
  closesOn: null,
});

/** The units of a line stand in a row: promised first, then what is owed, cancelled last. */
function settle(
  { accepted }: OrderRequest,
  line: PricedLine,
  { picks, borrows, own }: SourcedLine,
  ageing: readonly AgeingPart[],
  outcome: ShortageOutcome,
  { applies }: ShortageMode,
  lastsUntil: Day,
): DecidedLine {
  const { quantity, amountFen } = line;
  const picked = sum(picks.map((pick) => pick.quantity));
  const replaced = unitsOf(ageing) + sum(outcome.substitutes.map((standIn) => standIn.quantity));
  const undecided = accepted.has('stock.short') ? 0 : outcome.review;
  const cancelled = applies ? outcome.cancel + replaced + (outcome.review - undecided) : 0;
  const owed = applies ? quantity - picked - cancelled - undecided : 0;
  const worth = (units: number): Fen => partOfFen(amountFen, quantity, 0, units);
  // Field by field: a spread before so many more is what an order would spend most of its time on.
  return {
    request: line.request,
    lineNo: line.lineNo,
    sku: line.sku,
    quantity,
    unit: line.unit,
    price: line.price,
    amountFen,
    discountFen: line.discountFen,
    giftOf: line.giftOf,
    limits: line.limits,
    check: line.check,
    passage: line.passage,
    answer: line.answer,
    substituteFor: line.substituteFor,
    caseUnit: line.caseUnit,
    caseFactor: line.caseFactor,
    picks,
    borrows,
    lastsUntil,
    allocation: own,
    outcome,
    ageing,
    backOrdered: owed,
    cancelled,
    closesOn: owed > 0 ? outcome.closesOn : null,
    payableFen: worth(quantity - cancelled),
    creditFen: worth(picked + undecided + (applies ? 0 : replaced)),
  };
}
