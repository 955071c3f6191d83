import type { Day } from '../platform/clock';
import type { Known } from '../platform/collect';
import { divideHalfUp, type Fen, lineAmountFen, type PriceE4 } from '../platform/money';
import { chargesOf, type Charge, unitPriceOf } from './charge-line';
import { choosePrice, type PriceBuyer, priceKey } from './choose-price';
import type { Unit } from './model';
import type { ListedPrice, PriceListKind } from './price-model';

/** Every price some buyers may be asked by some sellers, read at once. */
export interface Pricing {
  /** By `priceKey(sellerId, skuId)`. */
  readonly prices: Known<readonly ListedPrice[]>;
  /** The groups a seller has put a buyer in, by `customerKey(sellerId, buyerId)`. */
  readonly groups: Known<ReadonlySet<string>>;
}

/** The unit a line is ordered in, as packed today; the base unit has factor 1. */
export type PriceUnit = Pick<Unit, 'unit' | 'factor'>;

export interface PriceQuestion {
  readonly sellerId: string;
  readonly buyer: PriceBuyer;
  readonly skuId: string;
  /** In base units. */
  readonly quantity: number;
  readonly unit: PriceUnit;
  /** The day the order is submitted. */
  readonly on: Day;
}

/** One step from list to amount, in the order a person would say it. */
export type PriceStep =
  | {
      readonly step: 'list';
      readonly priceListId: string;
      readonly name: string;
      readonly kind: PriceListKind;
      /** Per base unit, before anything else. */
      readonly unitPriceE4: PriceE4;
    }
  | {
      readonly step: 'unitPrice';
      readonly unit: string;
      readonly factor: number;
      /** Of the whole unit. */
      readonly priceE4: PriceE4;
      /** Base units it prices. */
      readonly quantity: number;
    }
  | {
      readonly step: 'break';
      readonly fromQuantity: number;
      readonly offBp: number | null;
      /** Per base unit, rounded half up to show; the amount is not made from it. */
      readonly unitPriceE4: PriceE4;
      readonly quantity: number;
    }
  | {
      readonly step: 'amount';
      readonly quantity: number;
      readonly amountFen: Fen;
      readonly isRounded: boolean;
    };

/** What a line costs, and how it came to that. */
export interface LinePrice {
  /** Per base unit, rounded half up; with unit prices or slices the mean, of which the amount is no multiple. */
  readonly unitPriceE4: PriceE4;
  readonly amountFen: Fen;
  readonly priceListId: string;
  readonly floorPriceE4: PriceE4 | null;
  readonly steps: readonly PriceStep[];
}

/** The key group memberships are looked up by. */
export const customerKey = (sellerId: string, buyerId: string) => `${sellerId} ${buyerId}`;

const noGroups: ReadonlySet<string> = new Set();

/** The groups a seller has put a buyer in. */
export const groupsOf = ({ groups }: Pick<Pricing, 'groups'>, sellerId: string, buyerId: string) =>
  groups.get(customerKey(sellerId, buyerId)) ?? noGroups;

/**
 * The price of a line: the first list in lookup order that names the SKU, the ordered unit's own price where it
 * has one (else base price × factor), the break its quantity reaches, and one rounding, half up, of the amount.
 * Null when no list of the seller names the SKU for this buyer on this day.
 */
export function priceLine(pricing: Pricing, question: PriceQuestion): LinePrice | null {
  const { sellerId, buyer, skuId, on } = question;
  const listed = pricing.prices.get(priceKey(sellerId, skuId)) ?? [];
  const price = choosePrice(listed, buyer, on, groupsOf(pricing, sellerId, buyer.id));
  return price && priceAt(price, question.quantity, question.unit);
}

/** What a quantity costs at one listed price. */
export function priceAt(price: ListedPrice, quantity: number, unit: PriceUnit): LinePrice {
  if (isPlain(price, quantity, unit)) return plainly(price, quantity);
  const { charges, scale } = chargesOf(price, quantity, unit);
  const totalScaled = charges.reduce(
    (total, charge) => total + BigInt(charge.quantity) * charge.scaledE4,
    0n,
  );
  const e4PerFen = 100n;
  const amountFen = divideHalfUp(totalScaled, scale * e4PerFen);
  const counted = BigInt(Math.max(1, quantity));
  return {
    unitPriceE4: quantity > 0 ? divideHalfUp(totalScaled, scale * counted) : price.unitPriceE4,
    amountFen,
    priceListId: price.priceListId,
    floorPriceE4: price.floorPriceE4,
    steps: [
      listStep(price),
      ...unitSteps(price, quantity, unit),
      ...charges.flatMap((charge) => breakSteps(charge, scale)),
      { step: 'amount', quantity, amountFen, isRounded: totalScaled % (scale * e4PerFen) !== 0n },
    ],
  };
}

/** Most lines: no price of the ordered unit's own, no break reached. */
const isPlain = (price: ListedPrice, quantity: number, unit: PriceUnit) =>
  quantity > 0 &&
  price.breaks.every(({ fromQuantity }) => fromQuantity > quantity) &&
  unitPriceOf(price, unit) === null;

/** The same answer without the exact arithmetic that breaks ask for. */
function plainly(price: ListedPrice, quantity: number): LinePrice {
  const { unitPriceE4, priceListId, floorPriceE4 } = price;
  const amountFen = lineAmountFen(unitPriceE4, quantity);
  const isRounded = ((unitPriceE4 % 100) * (quantity % 100)) % 100 !== 0;
  const amount = { step: 'amount', quantity, amountFen, isRounded } as const;
  return { unitPriceE4, amountFen, priceListId, floorPriceE4, steps: [listStep(price), amount] };
}

const listStep = ({ priceListId, name, kind, unitPriceE4 }: ListedPrice): PriceStep => ({
  step: 'list',
  priceListId,
  name,
  kind,
  unitPriceE4,
});

function unitSteps(price: ListedPrice, quantity: number, unit: PriceUnit): PriceStep[] {
  const own = unitPriceOf(price, unit);
  const whole = own ? quantity - (quantity % own.factor) : 0;
  return own && whole > 0
    ? [{ step: 'unitPrice', unit: own.unit, factor: own.factor, priceE4: own.priceE4, quantity: whole }]
    : [];
}

function breakSteps({ broken, quantity, scaledE4 }: Charge, scale: bigint): PriceStep[] {
  if (!broken) return [];
  const { fromQuantity, offBp } = broken;
  return [{ step: 'break', fromQuantity, offBp, unitPriceE4: divideHalfUp(scaledE4, scale), quantity }];
}
