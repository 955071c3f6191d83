import { formatPrice, formatYuan } from '../platform/money';
import type { Accepted, Declined } from './applied';
import type { Near } from './kind';
import { sayOff } from './kinds/say-off';

/** Names an explanation speaks of. */
export interface ExplainWords {
  skuName(skuId: string): string;
  promotionName(promotionId: string): string;
}

/** What a promotion does to a cart: 已减¥12.00，赠 清谷可乐×12. */
export function explainAccepted({ offs, gifts, freightOffFen }: Accepted, words: ExplainWords): string {
  const offFen = offs.reduce((total, off) => total + off.offFen, 0);
  return [
    offFen > 0 ? `已减${formatYuan(offFen)}` : '',
    freightOffFen > 0 ? `运费减${formatYuan(freightOffFen)}` : '',
    ...gifts.map(({ skuId, quantity }) => `赠 ${words.skuName(skuId)}×${quantity}`),
  ]
    .filter(Boolean)
    .join('，');
}

/** Why a promotion does nothing for a cart. */
export function explainDeclined({ why, near }: Declined, words: ExplainWords): string {
  switch (why.reason) {
    case 'condition':
      return near ? explainNear(near, words) : '未达到条件';
    case 'notFirst':
      return '仅限首次购买';
    case 'cap':
      return '已用完限量';
    case 'budget':
      return '活动名额已用完';
    case 'beaten':
      return `不与「${words.promotionName(why.byId)}」同享`;
  }
}

/** What is missing for the next step, and what it brings: 再买2箱，赠 清谷可乐×12. */
export function explainNear({ missing, skuId, gain }: Near, words: ExplainWords): string {
  const goods = skuId === null ? '' : words.skuName(skuId);
  const more =
    'fen' in missing
      ? `还差${formatYuan(missing.fen)}`
      : `再买${goods}${missing.quantity}${missing.unit || '件'}`;
  return `${more}，${sayGain(gain, words)}`;
}

function sayGain(gain: Near['gain'], words: ExplainWords): string {
  switch (gain.kind) {
    case 'off':
      return `减${formatYuan(gain.fen)}`;
    case 'percent':
      return `享${sayOff(gain.offBp)}`;
    case 'price':
      return `单价¥${formatPrice(gain.unitPriceE4)}`;
    case 'gift':
      return `赠 ${words.skuName(gain.skuId)}×${gain.quantity}`;
    case 'setPrice':
      return `套餐价${formatYuan(gain.priceFen)}`;
    case 'addOn':
      return `可加价购 ${words.skuName(gain.skuId)} ¥${formatPrice(gain.unitPriceE4)}`;
    case 'freight':
      return `运费减${formatYuan(gain.fen)}`;
  }
}
