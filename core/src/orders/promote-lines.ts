import { baseUnitOf, priceLine } from '../catalog/rules';
import { dayOf } from '../platform/clock';
import { lineAmountFen, type PriceE4, sum } from '../platform/money';
import type { Counted, PromotionQuote, PromotionTake } from '../promotions';
import { bucketsOf, quotePromotions, useOf } from '../promotions/rules';
import type { Balances } from './balances';
import type { PricedLine } from './decision';
import { asFreight, freightQuoter, offerBeside } from './delivery/freight-of';
import type { FreightOffer, OrderFreight } from './delivery/model';
import type { Facts, OrderRequest } from './facts';
import { priceOne } from './price-lines';
import { cartBuyerOf, cartLineOf, countedOf } from './promotion-cart';
import { couldPromise } from './source-lines';

/** The lines of an order after promotions, its gifts among them. */
export interface Promoted {
  readonly lines: readonly PricedLine[];
  /** What the promotions say; null for an order that keeps what it was given. */
  readonly quote: PromotionQuote | null;
  /** What of promotions it uses. */
  readonly takes: readonly PromotionTake[];
  /** The names of the goods that these promotions give or could give; looked up when they are asked for. */
  readonly giftNames: ReadonlyMap<string, string>;
  /** What delivery costs; null where the seller charges nobody. */
  readonly freight: OrderFreight | null;
  /** Cheaper ways to have the goods, where delivery was asked for anew. */
  readonly freightOffer: FreightOffer | null;
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
  const charge = freightQuoter(facts, request, priced);
  if (terms === null || book.all.length === 0) {
    const freight = freightBeside(request, priced, charge);
    return { lines: priced, quote: null, takes: [], giftNames: noNames, ...freight };
  }
  const counted = countedOf(request, terms);
  const quote = quotePromotions(
    {
      buyer: cartBuyerOf(facts.pricing, request),
      at: terms.at,
      lines: priced.map(asCartLine),
      freightFen: 0,
      freightOf: charge ? (goodsFen) => charge(goodsFen).chargeFen : undefined,
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
      giftPriceE4: (skuId) => giftPriceE4(facts, request, skuId),
      mayGive: (skuId) => mayGive(facts, balances, request, skuId),
      giftLeft: (skuId, quantity) => giftLeft(facts, balances, request, { skuId, quantity }, priced),
      isFirstOrder: !hasOrdered,
      isNewItem: (skuId) => !boughtSkuIds.has(skuId),
    },
  );
  const freight = freightAfter(quote, charge);
  if (quote.accepted.length === 0)
    return namingGifts(facts, quote, { lines: priced, quote, takes: [], ...freight });
  const amounts = new Map(quote.lines.map(({ lineNo, amountFen }) => [lineNo, amountFen]));
  const paid = priced.map((line) => afterPromotions(line, amounts.get(line.lineNo) ?? line.amountFen));
  return namingGifts(facts, quote, {
    lines: [...paid, ...giftLines(facts, balances, request, quote, priced)],
    quote,
    takes: takesOf(request, quote, counted, (skuId) => giftPriceE4(facts, request, skuId)),
    ...freight,
  });
}

/** Only who shows a quote asks for names, and only then is it worked out which promotions give nothing. */
const namingGifts = (
  facts: Facts,
  quote: PromotionQuote,
  promoted: Omit<Promoted, 'giftNames'>,
): Promoted => ({
  ...promoted,
  get giftNames() {
    return namesOf(facts, quote);
  },
});

type Freight = Pick<Promoted, 'freight' | 'freightOffer'>;
type Charge = ReturnType<typeof freightQuoter>;

/** What delivery costs after promotions. */
function freightAfter(quote: PromotionQuote, charge: Charge): Freight {
  if (!charge) return noFreight;
  const asked = charge(sum(quote.lines.map(({ amountFen }) => amountFen)));
  return { freight: asFreight(asked, quote.freightFen), freightOffer: offerBeside(asked, quote.freightFen) };
}

/** What delivery costs without promotions on it: what was agreed when the order was placed, else what is charged. */
function freightBeside({ freight }: OrderRequest, priced: readonly PricedLine[], charge: Charge): Freight {
  if (freight !== undefined) return { freight, freightOffer: null };
  if (!charge) return noFreight;
  const asked = charge(sum(priced.map(({ amountFen }) => amountFen)));
  return { freight: asFreight(asked, asked.chargeFen), freightOffer: offerBeside(asked, asked.chargeFen) };
}

const noFreight: Freight = { freight: null, freightOffer: null };

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
  priceE4Of: (skuId: string) => PriceE4 | null,
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
        gifts: gifts.map((gift) => ({
          ...gift,
          worthFen: lineAmountFen(priceE4Of(gift.skuId) ?? 0, gift.quantity),
        })),
        shippedFen: 0,
        at,
      },
    };
  });
}

const noTokens: ReadonlyMap<string, number> = new Map();

/** Goods without a price, stand-ins and what was won at the gate are nobody's business here. */
const asCartLine = ({ lineNo, sku, quantity, price, amountFen, substituteFor, request }: PricedLine) =>
  cartLineOf(sku, {
    lineNo,
    quantity,
    unitPriceE4: price?.unitPriceE4 ?? 0,
    amountFen,
    isClosed: price === null || substituteFor !== null || request.isFlash === true,
  });

function afterPromotions(line: PricedLine, amountFen: number): PricedLine {
  return amountFen === line.amountFen
    ? line
    : Object.assign({}, line, { amountFen, discountFen: line.amountFen - amountFen });
}

/** What a gift costs this buyer at the list; null where no list of the seller names it. */
function giftPriceE4(facts: Facts, { seller, buyer, at }: OrderRequest, skuId: string): number | null {
  const sku = facts.skus.get(skuId);
  if (!sku) return null;
  const unit = baseUnitOf(sku);
  const question = { sellerId: seller.id, buyer, skuId, quantity: 1, unit, on: dayOf(at) };
  return priceLine(facts.pricing, question)?.unitPriceE4 ?? null;
}

/** A gift as a line at price 0, exempt from what is asked of goods that are bought. */
const giftLine = (
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  gift: {
    readonly lineNo: number;
    readonly skuId: string;
    readonly quantity: number;
    readonly giftOf: string;
  },
) => priceOne(facts, balances, request, { ...gift, agreed: freeOfCharge }, gift.quantity);

/** Whether goods are sold and may go where the order goes. */
function mayGive(facts: Facts, balances: Balances, request: OrderRequest, skuId: string): boolean {
  if (facts.skus.get(skuId)?.status !== 'active') return false;
  const line = giftLine(facts, balances, request, { lineNo: 0, skuId, quantity: 1, giftOf: '' });
  return line.answer.answer === 'pass';
}

/** Of so many base units of a gift those that could be promised, after what the order itself takes of them. */
function giftLeft(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  gift: { readonly skuId: string; readonly quantity: number },
  priced: readonly PricedLine[],
): number {
  const bought = sum(priced.map((line) => (line.sku.id === gift.skuId ? line.quantity : 0)));
  const asked = { lineNo: 0, skuId: gift.skuId, quantity: bought + gift.quantity, giftOf: '' };
  const line = giftLine(facts, balances, request, asked);
  return Math.max(0, couldPromise(facts, balances, request, line) - bought);
}

/** Each gift as a line of its own. One SKU that two promotions give stands twice. */
function giftLines(
  facts: Facts,
  balances: Balances,
  request: OrderRequest,
  { accepted }: PromotionQuote,
  priced: readonly PricedLine[],
): readonly PricedLine[] {
  let lineNo = Math.max(0, ...priced.map((line) => line.lineNo));
  return accepted.flatMap(({ player, gifts }) =>
    gifts.map(({ skuId, quantity }) => {
      lineNo += 1;
      const giftOf = player.compiled.promotion.id;
      return giftLine(facts, balances, request, { lineNo, skuId, quantity, giftOf });
    }),
  );
}

const freeOfCharge = { unitPriceE4: 0, priceListId: '', amountFen: 0 };
