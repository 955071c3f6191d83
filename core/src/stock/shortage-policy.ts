import { addDays, type Day, type Instant } from '../platform/clock';
import type { PriceE4 } from '../platform/money';

/**
 * 缺货处理: what becomes of the part of a line that cannot be promised. `shipAndBackOrder` sends what
 * there is and owes the rest, `waitForFull` sends nothing until all is there, `cancelRest` lets the rest
 * go, `substitute` fills it with approved goods, `review` asks a person.
 */
export type ShortageKind = 'shipAndBackOrder' | 'waitForFull' | 'cancelRest' | 'substitute' | 'review';

/** What becomes of what substitutes do not cover. */
export type ShortageRest = 'review' | 'cancel' | 'backOrder';

/** Stands for every buyer, or every SKU. */
export const everyOne = '*';

/** A seller's word on shortages, for one buyer or all, for one SKU or all. */
export interface ShortagePolicy {
  readonly sellerId: string;
  /** `*`: every buyer that has no word of its own. */
  readonly buyerId: string;
  /** `*`: every SKU. */
  readonly skuId: string;
  readonly kind: ShortageKind;
  /** 自动关闭欠货: days after which what is owed or waited for is closed; null waits for a person. */
  readonly closeAfterDays: number | null;
  readonly rest: ShortageRest;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** What of a policy decides. */
export type ShortageTerms = Pick<ShortagePolicy, 'kind' | 'closeAfterDays' | 'rest'>;

/** When nobody has said anything: a person looks. */
export const defaultShortageTerms: ShortageTerms = { kind: 'review', closeAfterDays: null, rest: 'review' };

/**
 * The nearest word wins: this buyer and SKU, this buyer, every buyer's for the SKU, the seller's own for
 * all, and `review` when there is none.
 */
export function policyFor(
  policies: readonly ShortagePolicy[],
  sellerId: string,
  buyerId: string,
  skuId: string,
): ShortageTerms {
  if (policies.length === 0) return defaultShortageTerms;
  const scopes = [
    [buyerId, skuId],
    [buyerId, everyOne],
    [everyOne, skuId],
    [everyOne, everyOne],
  ] as const;
  for (const [buyer, sku] of scopes) {
    const found = policies.find(
      (policy) => policy.sellerId === sellerId && policy.buyerId === buyer && policy.skuId === sku,
    );
    if (found) return found;
  }
  return defaultShortageTerms;
}

/** Goods approved to stand in for others, in the order they are offered. */
export interface SubstituteOffer {
  readonly skuId: string;
  /** What can be promised of it to this buyer. */
  readonly available: number;
  /** Its own price for this buyer; null when it has none, and then it cannot stand in. */
  readonly unitPriceE4: PriceE4 | null;
}

export interface ShortLine {
  readonly quantity: number;
  /** What is promised: from own lots and from what is borrowed. */
  readonly available: number;
  readonly unitPriceE4: PriceE4;
  /** The day the order is decided. */
  readonly on: Day;
  readonly substitutes: readonly SubstituteOffer[];
}

export interface SubstituteLine {
  readonly skuId: string;
  readonly quantity: number;
  /** The lower of the two prices: a buyer never pays more because its goods were missing. */
  readonly unitPriceE4: PriceE4;
}

/** ship + substitutes + backOrder + wait + cancel + review = quantity. */
export interface ShortageOutcome {
  readonly ship: number;
  readonly substitutes: readonly SubstituteLine[];
  /** Owed, and sent when it comes in. */
  readonly backOrder: number;
  /** The whole line, kept back until all of it is there. */
  readonly wait: number;
  readonly cancel: number;
  /** What a person decides about. */
  readonly review: number;
  /** The first day what is owed or waited for is closed; null without one. */
  readonly closesOn: Day | null;
}

/** Applies a policy to one line. Total; a line that is not short is shipped, whatever the policy. */
export function applyShortage(terms: ShortageTerms, line: ShortLine): ShortageOutcome {
  const ship = Math.min(line.quantity, Math.max(0, line.available));
  const short = line.quantity - ship;
  const none = { ship, substitutes: [], backOrder: 0, wait: 0, cancel: 0, review: 0, closesOn: null };
  if (short === 0) return none;
  const closesOn = terms.closeAfterDays === null ? null : addDays(line.on, terms.closeAfterDays);
  switch (terms.kind) {
    case 'shipAndBackOrder':
      return { ...none, backOrder: short, closesOn };
    case 'waitForFull':
      return { ...none, ship: 0, wait: line.quantity, closesOn };
    case 'cancelRest':
      return { ...none, cancel: short };
    case 'review':
      return { ...none, review: short };
    case 'substitute': {
      const { substitutes, left } = substitute(line, short);
      if (left === 0) return { ...none, substitutes };
      if (terms.rest === 'backOrder') return { ...none, substitutes, backOrder: left, closesOn };
      return { ...none, substitutes, [terms.rest]: left };
    }
  }
}

/** Fills a shortage from the approved list in its order; the same goods named twice are offered once. */
function substitute({ unitPriceE4, substitutes }: ShortLine, short: number) {
  const lines: SubstituteLine[] = [];
  let left = short;
  for (const { skuId, available, unitPriceE4: ownE4 } of substitutes) {
    const quantity = Math.min(left, available);
    if (ownE4 === null || quantity <= 0 || lines.some((line) => line.skuId === skuId)) continue;
    lines.push({ skuId, quantity, unitPriceE4: Math.min(unitPriceE4, ownE4) });
    left -= quantity;
  }
  return { substitutes: lines, left };
}
