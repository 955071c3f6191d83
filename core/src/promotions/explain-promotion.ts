import { type Fen, formatPrice, formatYuan, sum } from '../platform/money';
import type { Accepted, Declined } from './applied';
import { describeRule } from './describe-promotion';
import type { Near } from './kind';
import { sayOff } from './kinds/say-off';
import { missingFen } from './missing-in-money';
import type { PromotionQuote } from './quote-promotions';

/** How names and quantities of goods are said. */
export interface QuoteWords {
  skuName(skuId: string): string;
  /** Base units in the units of the SKU: 29 bottles are `2箱5瓶`. */
  quantity(skuId: string, quantity: number): string;
}

/** A promotion of a quote, for a person. */
export interface Explained {
  readonly promotionId: string;
  readonly name: string;
  /** The rule as a label: 满¥100.00减¥10.00. */
  readonly label: string;
  readonly isAccepted: boolean;
  /** What it gave, or why it gave nothing. */
  readonly said: string;
  /** The next step, where there is one. */
  readonly next: string | null;
  /** What is missing for it in money; null where there is none, or nobody knows. */
  readonly missingFen: Fen | null;
}

/**
 * Every promotion of a quote in words: those with a next step first, the nearest in money before all; then what counts
 * and has none, then what does not count.
 */
export function explainQuote(quote: PromotionQuote, words: QuoteWords): readonly Explained[] {
  const names = new Map(
    [...quote.accepted, ...quote.declined].map(({ player: { compiled } }) => [
      compiled.promotion.id,
      compiled.promotion.name,
    ]),
  );
  const nameOf = (id: string) => names.get(id) ?? '其他优惠';
  const inMoney = ({ near, player }: Accepted | Declined) => near && missingFen(near, player, quote.items);
  const explained: readonly Explained[] = [
    ...quote.accepted.map((one) => ({
      ...titleOf(one, words),
      isAccepted: true,
      said: sayAccepted(one, words),
      next: one.near && sayNear(one.near, words, true),
      missingFen: inMoney(one),
    })),
    ...quote.declined.map((one) => ({
      ...titleOf(one, words),
      isAccepted: false,
      said: sayDeclined(one, nameOf),
      next: one.near && sayNear(one.near, words, false),
      missingFen: inMoney(one),
    })),
  ];
  return explained.toSorted((left, right) => farness(left) - farness(right));
}

/** How far the next step is; unknown is further than any known one, and none is last. */
const farness = ({ next, missingFen: fen }: Explained) =>
  next === null ? Number.MAX_VALUE : (fen ?? Number.MAX_SAFE_INTEGER);

function titleOf({ player: { compiled } }: Accepted | Declined, words: QuoteWords) {
  const { id, name, kind, rule } = compiled.promotion;
  return { promotionId: id, name, label: describeRule(kind, rule, words) };
}

/** 已减¥12.00，赠「可乐」1箱. */
export function sayAccepted(
  { offs, gifts, freightOffFen }: Pick<Accepted, 'offs' | 'gifts' | 'freightOffFen'>,
  words: QuoteWords,
): string {
  const offFen = sum(offs.map((off) => off.offFen));
  const said = [
    ...(offFen > 0 ? [`已减${formatYuan(offFen)}`] : []),
    ...(gifts.length > 0 ? [`已赠${gifts.map((gift) => sayGoods(gift, words)).join('、')}`] : []),
    ...(freightOffFen > 0 ? [`运费已减${formatYuan(freightOffFen)}`] : []),
  ];
  return said.length > 0 ? said.join('，') : '已生效';
}

const sayGoods = (
  { skuId, quantity }: { readonly skuId: string; readonly quantity: number },
  words: QuoteWords,
) => `「${words.skuName(skuId)}」${words.quantity(skuId, quantity)}`;

/** Why a promotion gives nothing. */
export function sayDeclined({ why }: Pick<Declined, 'why'>, nameOf: (promotionId: string) => string): string {
  switch (why.reason) {
    case 'condition':
      return '未满足条件';
    case 'giftBarred':
      return '赠品暂时不能赠送';
    case 'notFirst':
      return '仅限首单或首次购买的商品';
    case 'cap':
      return '限量已用完';
    case 'budget':
      return '活动预算已用完';
    case 'beaten':
      return `不与「${nameOf(why.byId)}」同享`;
  }
}

/** 再买2箱，赠1箱 or 差¥25.00，满¥100.00减¥10.00. `hasSome`: something is given already, and this comes on top. */
export function sayNear(near: Near, words: QuoteWords, hasSome: boolean): string {
  return `${sayMissing(near, words)}，${sayFrom(near)}${sayGain(near, words, hasSome)}`;
}

function sayMissing({ missing, skuId }: Near, words: QuoteWords): string {
  if ('fen' in missing) return `差${formatYuan(missing.fen)}`;
  const { quantity, unit } = missing;
  const goods = skuId === null ? '' : `「${words.skuName(skuId)}」`;
  if (unit === '') return `再买${goods}${skuId === null ? `${quantity}件` : words.quantity(skuId, quantity)}`;
  return `再买${goods}${quantity}${unit}`;
}

function sayFrom({ from }: Near): string {
  if (from === undefined) return '';
  return 'fen' in from ? `满${formatYuan(from.fen)}` : `满${from.quantity}${from.unit || '件'}`;
}

function sayGain({ gain, skuId }: Near, words: QuoteWords, hasSome: boolean): string {
  switch (gain.kind) {
    case 'off':
      return `${hasSome ? '再' : ''}减${formatYuan(gain.fen)}`;
    case 'percent':
      return `享${sayOff(gain.offBp)}`;
    case 'price':
      return `单价¥${formatPrice(gain.unitPriceE4)}`;
    case 'gift':
      return `${hasSome ? '再' : ''}赠${gain.skuId === skuId ? words.quantity(gain.skuId, gain.quantity) : sayGoods(gain, words)}`;
    case 'setPrice':
      return `享一口价${formatYuan(gain.priceFen)}`;
    case 'addOn':
      return `可换购「${words.skuName(gain.skuId)}」¥${formatPrice(gain.unitPriceE4)}`;
    case 'freight':
      return `运费减${formatYuan(gain.fen)}`;
  }
}
