import { type Fen, partOfFen } from '../platform/money';

/** What a buyer signed for of one SKU. */
export interface SignedSku {
  readonly buyerId: string;
  readonly skuId: string;
  /** Accepted base units, and what they cost. */
  readonly quantity: number;
  readonly amountFen: Fen;
}

/** A line of a request that was settled in money: what came back, or what the buyer need not pay for. */
export interface ReturnedLine {
  readonly buyerId: string;
  readonly skuId: string;
  /** Asked for, and what was paid for that. */
  readonly quantity: number;
  readonly worthFen: Fen;
  /** Settled, in base units. */
  readonly settled: number;
}

/**
 * What buyers signed for and kept: returned units earn nothing, and what they cost counts for no threshold. Never less
 * than nothing of a SKU.
 */
export function lessReturned(
  accepted: readonly SignedSku[],
  returned: readonly ReturnedLine[],
): readonly SignedSku[] {
  const key = ({ buyerId, skuId }: Pick<SignedSku, 'buyerId' | 'skuId'>) => `${buyerId} ${skuId}`;
  const back = new Map<string, { readonly quantity: number; readonly amountFen: Fen }>();
  for (const line of returned) {
    const before = back.get(key(line)) ?? { quantity: 0, amountFen: 0 };
    const worthFen = partOfFen(line.worthFen, line.quantity, 0, line.settled);
    back.set(key(line), {
      quantity: before.quantity + line.settled,
      amountFen: before.amountFen + worthFen,
    });
  }
  return accepted.flatMap((one) => {
    const gone = back.get(key(one));
    if (!gone) return [one];
    const quantity = one.quantity - gone.quantity;
    return quantity <= 0
      ? []
      : [{ ...one, quantity, amountFen: Math.max(0, one.amountFen - gone.amountFen) }];
  });
}
