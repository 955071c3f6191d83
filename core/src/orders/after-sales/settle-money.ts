import { type Fen, partOfFen, sum } from '../../platform/money';
import { type LostGift, type PricedOrder, recomputeKept } from '../../promotions/rules';
import type { OrderLine, ShipmentLine } from '../model';
import { giftsReplaced } from '../kept-of-lines';
import { quoteAgain } from './priced-order';

/** What a buyer gets back, and how it comes to that. */
export interface Money {
  /**
   * `recomputed`: the order was priced again with what is kept. `byShare`: it can no longer be priced as it was, so
   * the units go back at what was paid for them.
   */
  readonly basis: 'recomputed' | 'byShare';
  /** 原单净额. */
  readonly originalFen: Fen;
  /** 保留商品重算净额. */
  readonly keptFen: Fen;
  /** 未退回的赠品, at what they were worth on the order. */
  readonly lostGifts: readonly LostGift[];
  readonly giftsFen: Fen;
  /** What was paid for everything of the order that has come back: no more is ever given back. */
  readonly paidFen: Fen;
  /** What all that has come back is due, this request included. */
  readonly dueFen: Fen;
  /** What earlier requests of the order were due. */
  readonly earlierFen: Fen;
  /** What this one is due. */
  readonly refundFen: Fen;
  /** 补差: what earlier requests got beyond what is due now. It is set off against what comes back next. */
  readonly owedFen: Fen;
  /** What of the freight goes back beside the goods. */
  readonly freightFen?: Fen | undefined;
  /** What is given: less than is due where a claim is granted in part. */
  readonly grantedFen: Fen;
}

/** Units of an order that have gone back by their order lines, with this request. */
export interface ReturnedUnits {
  readonly orderLineNo: number;
  readonly shipmentId: string;
  readonly shipmentLineNo: number;
  readonly quantity: number;
}

export interface MoneyQuestion {
  readonly priced: PricedOrder;
  readonly lines: readonly OrderLine[];
  readonly sent: readonly ShipmentLine[];
  /** Of all requests that gave money, this one among them. */
  readonly returned: readonly ReturnedUnits[];
  readonly earlierFen: Fen;
  /** What of the freight goes back with this request. */
  readonly freightFen: Fen;
  /** The most that is given now; null: all that is due. */
  readonly limitFen: Fen | null;
}

/**
 * What a request gives back: what the order came to, less what the kept goods come to under the same promotions, less
 * the gifts they no longer earn and that did not come back; never below nothing, and over all requests never more
 * than was paid for what came back.
 */
export function settleMoney(question: MoneyQuestion): Money {
  const paidFen = paidForReturned(question);
  const due = isPricedAlike(question) ? recomputedDue(question, paidFen) : shareDue(question, paidFen);
  const { earlierFen, freightFen, limitFen } = question;
  const refundFen = Math.max(0, due.dueFen - earlierFen);
  return {
    ...due,
    paidFen,
    earlierFen,
    refundFen,
    owedFen: Math.max(0, earlierFen - due.dueFen),
    freightFen,
    grantedFen: Math.min(refundFen + freightFen, limitFen ?? refundFen + freightFen),
  };
}

type Due = Pick<Money, 'basis' | 'originalFen' | 'keptFen' | 'lostGifts' | 'giftsFen' | 'dueFen'>;

/**
 * What was never delivered is nobody's fault but the seller's. So it counts as kept, where that is better for the
 * buyer, and as never ordered, where that is.
 */
function recomputedDue(question: MoneyQuestion, paidFen: Fen): Due {
  const { priced, lines, sent } = question;
  // What was given in place of a gift came, and comes back, for that gift.
  const giftFor = giftsReplaced(lines);
  const ownNo = (lineNo: number) => giftFor.get(lineNo) ?? lineNo;
  const came = amounts(sent.map(({ lineNo, accepted }) => [ownNo(lineNo), accepted ?? 0]));
  const back = amounts(question.returned.map(({ orderLineNo, quantity }) => [ownNo(orderLineNo), quantity]));
  const giftsReturned = new Map<string, number>();
  for (const { lineNo, skuId, giftOf, quantity } of lines) {
    if (giftOf === null || giftFor.has(lineNo)) continue;
    const notLost = quantity - (came.get(lineNo) ?? 0) + (back.get(lineNo) ?? 0);
    giftsReturned.set(skuId, (giftsReturned.get(skuId) ?? 0) + notLost);
  }
  const billedFen = sum(sent.map(({ acceptedFen }) => acceptedFen));
  const keptBy = (whole: (line: OrderLine) => number) =>
    recomputeKept(priced, {
      quantities: new Map(lines.map((line) => [line.lineNo, whole(line) - (back.get(line.lineNo) ?? 0)])),
      giftsReturned,
      refundedFen: 0,
    });
  const asOrdered = keptBy(({ quantity }) => quantity);
  const asDelivered = keptBy(({ lineNo }) => came.get(lineNo) ?? 0);
  const choices = [
    dueOf(asOrdered.originalFen, asOrdered, paidFen),
    dueOf(billedFen, asDelivered, paidFen),
  ] as const;
  return choices[1].dueFen > choices[0].dueFen ? choices[1] : choices[0];
}

function dueOf(
  originalFen: Fen,
  { keptFen, lostGifts }: Pick<ReturnType<typeof recomputeKept>, 'keptFen' | 'lostGifts'>,
  paidFen: Fen,
): Due {
  const giftsFen = sum(lostGifts.map(({ valueFen }) => valueFen));
  const dueFen = Math.max(0, Math.min(originalFen - keptFen - giftsFen, paidFen));
  return { basis: 'recomputed', originalFen, keptFen, lostGifts, giftsFen, dueFen };
}

function shareDue({ sent }: MoneyQuestion, paidFen: Fen): Due {
  const originalFen = sum(sent.map(({ acceptedFen }) => acceptedFen));
  return {
    basis: 'byShare',
    originalFen,
    keptFen: originalFen - paidFen,
    lostGifts: [],
    giftsFen: 0,
    dueFen: paidFen,
  };
}

/** True when the order, priced again as it was, comes to what it came to line by line. */
function isPricedAlike({ priced, lines }: MoneyQuestion): boolean {
  const quoted = new Map(quoteAgain(priced).lines.map(({ lineNo, amountFen }) => [lineNo, amountFen]));
  return lines.every(({ lineNo, giftOf, amountFen }) => giftOf !== null || quoted.get(lineNo) === amountFen);
}

/** What was paid for the units that came back, lot by lot. */
export function paidForReturned({ sent, returned }: Pick<MoneyQuestion, 'sent' | 'returned'>): Fen {
  const back = new Map<string, number>();
  for (const one of returned) {
    const key = `${one.shipmentId} ${one.shipmentLineNo}`;
    back.set(key, (back.get(key) ?? 0) + one.quantity);
  }
  return sum(
    sent.map((line) => {
      const units = back.get(`${line.shipmentId} ${line.shipmentLineNo}`) ?? 0;
      const accepted = line.accepted ?? 0;
      return accepted === 0 ? 0 : partOfFen(line.acceptedFen, accepted, accepted - units, accepted);
    }),
  );
}

function amounts(entries: readonly (readonly [number, number])[]): ReadonlyMap<number, number> {
  const totals = new Map<number, number>();
  for (const [key, amount] of entries) totals.set(key, (totals.get(key) ?? 0) + amount);
  return totals;
}
