import type { Sku } from '../catalog';
import type { CartLine, Counted, PromotionQuote, PromotionTake } from '../promotions';
import { bucketsOf, goodsOf, quotePromotions, useOf } from '../promotions/rules';
import { sum } from '../platform/money';
import type { Balances } from './balances';
import type { PricedLine } from './decision';
import type { Facts, OrderRequest } from './facts';

import { cartBuyerOf, countedOf } from './promotion-cart';
import { priceOne } from './price-lines';

/** The lines of an order after promotions, its gifts among them. */
export interface Promoted {
  readonly lines: readonly PricedLine[];
  /** What the promotions say; null for an order that keeps what it was given. */
  readonly quote: PromotionQuote | null;
  /** What of promotions it uses. */
  readonly takes: readonly PromotionTake[];
  /** The names of the goods that these promotions give or could give. */
  readonly giftNames: ReadonlyMap<string, string>;
}

const noNames: ReadonlyMap<string, string> = new Map();

/**
 * Holds the lines of an order against the seller's promotions: what they cost after them, and what is given beside.
 * An order that was placed before keeps what it was given then, unless its goods change.
 */
export function promoteLines(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  priced: readonly PricedLine[],
): Promoted {
  const { book, hasOrdered, boughtSkuIds } = facts.promotions;
  const terms = request.promotions;
  if (terms === null || book.all.length === 0)
    return { lines: priced, quote: null, takes: [], giftNames: noNames };
  const counted = countedOf(request, terms);
  const quote = quotePromotions(
    {
      buyer: cartBuyerOf(facts.pricing, request),
      at: terms.at,
      lines: priced.map(cartLineOf),
      freightFen: 0,
      couponIds: terms.couponIds,
      giftChoices: terms.giftChoices,
      tokens: noTokens,
    },
    book,
    {
      useOf: (promotionId) => {
        const compiled = book.byId(promotionId);
        return useOf(compiled ? bucketsOf(compiled.promotion, counted) : [], (id) => balances.countOf(id));
      },
      coupons: balances.couponsOf(request.buyer.id),
      giftPriceE4: (skuId) => giftPriceE4(facts, balances, request, skuId),
      isFirstOrder: !hasOrdered,
      isNewItem: (skuId) => !boughtSkuIds.has(skuId),
    },
  );
  const giftNames = namesOf(facts, quote);
  if (quote.accepted.length === 0) return { lines: priced, quote, takes: [], giftNames };
  const amounts = new Map(quote.lines.map(({ lineNo, amountFen }) => [lineNo, amountFen]));
  const paid = priced.map((line) => afterPromotions(line, amounts.get(line.lineNo) ?? line.amountFen));
  return {
    lines: [...paid, ...giftLines(facts, balances, request, quote, priced)],
    quote,
    takes: takesOf(request, quote, counted),
    giftNames,
  };
}

function namesOf({ skus }: Facts, { accepted, declined }: PromotionQuote): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { player } of [...accepted, ...declined]) {
    const { kind, rule } = player.compiled;
    for (const skuId of kind.giftSkuIdsOf?.(rule) ?? []) names.set(skuId, skus.get(skuId)?.name ?? '');
  }
  return names;
}

function takesOf(
  { orderId, seller, buyer, at }: OrderRequest,
  { accepted, shares }: PromotionQuote,
  counted: Counted,
): readonly PromotionTake[] {
  return accepted.map(({ player, times, offs, gifts, giftFen }) => {
    const { promotion } = player.compiled;
    return {
      promotion,
      counted,
      applied: {
        orderId,
        promotionId: promotion.id,
        version: promotion.version,
        sellerId: seller.id,
        buyerId: buyer.id,
        name: promotion.name,
        kind: promotion.kind,
        couponId: player.couponId,
        times,
        offFen: sum(offs.map(({ offFen }) => offFen)),
        giftFen,
        shares: shares.filter(({ promotionId }) => promotionId === promotion.id),
        gifts,
        at,
      },
    };
  });
}

const noTokens: ReadonlyMap<string, number> = new Map();

const cartLineOf = (line: PricedLine): CartLine => {
  const { sku, lineNo, quantity, price, amountFen, substituteFor, request } = line;
  const { skuId, category, brand, productLine } = goodsOf(sku);
  return {
    lineNo,
    skuId,
    category,
    brand,
    productLine,
    quantity,
    units: unitsOf(sku),
    unitPriceE4: price?.unitPriceE4 ?? 0,
    amountFen,
    lifeLeftBp: null,
    isClosed: price === null || substituteFor !== null || request.isFlash === true,
  };
};

const unitsOf = ({ baseUnit, units }: Sku) => [
  { unit: baseUnit, factor: 1 },
  ...units.map(({ unit, factor }) => ({ unit, factor })),
];

function afterPromotions(line: PricedLine, amountFen: number): PricedLine {
  return amountFen === line.amountFen
    ? line
    : Object.assign({}, line, { amountFen, discountFen: line.amountFen - amountFen });
}

/** What a gift would cost this buyer; null for goods that may not be given to it: not sold, or not there. */
function giftPriceE4(facts: Facts, balances: Balances, request: OrderRequest, skuId: string): number | null {
  if (!facts.skus.get(skuId)) return null;
  const line = priceOne(facts, balances, request, { lineNo: 0, skuId, quantity: 1, agreed: null }, 1);
  const mayBeGiven = line.sku.status === 'active' && line.answer.answer === 'pass';
  return mayBeGiven ? (line.price?.unitPriceE4 ?? null) : null;
}

/**
 * Each gift as a line of its own at price 0. One SKU that two promotions give stands twice; what is no longer sold, or
 * may not go where the order goes, is not given.
 */
function giftLines(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  quote: PromotionQuote,
  priced: readonly PricedLine[],
): readonly PricedLine[] {
  const lastNo = Math.max(0, ...priced.map(({ lineNo }) => lineNo));
  const gifts = quote.accepted.flatMap(({ player, gifts: given }) =>
    given.map((gift) => ({ ...gift, giftOf: player.compiled.promotion.id })),
  );
  return gifts
    .filter(({ skuId }) => facts.skus.get(skuId))
    .map(({ skuId, quantity, giftOf }, at) =>
      priceOne(
        facts,
        balances,
        request,
        { lineNo: lastNo + 1 + at, skuId, quantity, agreed: freeOfCharge, giftOf },
        quantity,
      ),
    )
    .filter(({ sku, answer }) => sku.status === 'active' && answer.answer === 'pass');
}

const freeOfCharge = { unitPriceE4: 0, priceListId: '', amountFen: 0 };
