import { addDays, type Day, isWithin } from '../platform/clock';
import type { BasisPoints } from '../platform/money';
import type { LifeRule, LifeScope } from './policy-model';

/**
 * Share of shelf life that goods must still have when they arrive, by channel. Trade practice:
 * modern trade and e-commerce warehouses two thirds, convenience and traditional half, catering a third.
 */
const lifeByChannel: Readonly<Record<string, BasisPoints>> = {
  // Two thirds, rounded down: a lot at exactly two thirds of its life suits.
  modern: 6_666,
  ecommerce: 6_666,
  convenience: 5_000,
  traditional: 5_000,
  special: 5_000,
  catering: 3_333,
};

/** Days between an order and its goods' planned arrival, where nobody plans it more closely. */
export const deliveryDays = 1;

/** What of a buyer decides how fresh its goods must be. */
export interface LifeBuyer {
  readonly channel: string;
  /** Its own share of shelf life; null: as its channel does. */
  readonly minimumLifeBp: BasisPoints | null;
}

/** What a line asks of freshness, and the rule that says so. */
export interface LifeAsked {
  readonly minimumDays: number;
  readonly minimumLifeBp: BasisPoints;
  readonly maximumLots: number | null;
  readonly refusesOlder: boolean;
  /** `party`: the buyer's own share; `usual`: what its channel usually asks. */
  readonly scope: LifeScope | 'party' | 'usual';
}

export interface LifeQuestion {
  readonly buyer: LifeBuyer & { readonly id: string };
  readonly sku: { readonly id: string; readonly category: string };
  readonly on: Day;
}

/**
 * The freshness a line asks for: the rule for customer and SKU, else for customer and category, else for
 * the customer, else the share the customer's own record names, else its channel's rule, else what its
 * channel usually asks. Of two rules equally near, the one that began later answers.
 */
export function lifeAsked(rules: readonly LifeRule[], question: LifeQuestion): LifeAsked {
  const { buyer, sku, on } = question;
  if (rules.length === 0) return unasked(buyer);
  const found = (scope: LifeScope, subject: string, goods: string) =>
    rules
      .filter((rule) => rule.scope === scope && rule.subject === subject && rule.goods === goods)
      .filter((rule) => isWithin(on, rule.startsOn, rule.endsOn))
      .sort(laterFirst)[0];
  const own =
    found('buyerSku', buyer.id, sku.id) ??
    found('buyerCategory', buyer.id, sku.category) ??
    found('buyer', buyer.id, '');
  if (own) return own;
  const ofChannel = buyer.minimumLifeBp === null ? found('channel', buyer.channel, '') : undefined;
  return ofChannel ?? unasked(buyer);
}

/** What holds where no rule says anything. */
const unasked = ({ channel, minimumLifeBp }: LifeBuyer): LifeAsked => ({
  minimumDays: 0,
  minimumLifeBp: minimumLifeBp ?? lifeByChannel[channel] ?? 0,
  maximumLots: null,
  refusesOlder: true,
  scope: minimumLifeBp === null ? 'usual' : 'party',
});

const laterFirst = (left: LifeRule, right: LifeRule) =>
  left.startsOn === right.startsOn ? (left.id > right.id ? -1 : 1) : left.startsOn > right.startsOn ? -1 : 1;

/** Days of life goods must have left when they arrive: the greater of the days asked and the share asked. */
export function neededDays(
  { minimumDays, minimumLifeBp }: Pick<LifeAsked, 'minimumDays' | 'minimumLifeBp'>,
  shelfLifeDays: number,
): number {
  const share = Math.ceil((shelfLifeDays * minimumLifeBp) / 10_000);
  // Even a buyer who asks nothing gets no goods that expire on arrival.
  return Math.max(minimumDays, share, 1);
}

/** The first day a lot must outlast to suit a buyer: its share of life counted from planned arrival. */
export function lastsUntil(on: Day, shelfLifeDays: number, buyer: LifeBuyer): Day {
  const minimumLifeBp = buyer.minimumLifeBp ?? lifeByChannel[buyer.channel] ?? 0;
  return addDays(on, deliveryDays + neededDays({ minimumDays: 0, minimumLifeBp }, shelfLifeDays));
}
