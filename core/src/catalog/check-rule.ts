import type { OrderingAsk, OrderingRule } from './rule-model';

export type RuleFault = 'ruleEmpty' | 'ruleMixed' | 'ruleTooWide' | 'datesWrong' | 'quantityRange';

type RuleDraft = Omit<OrderingRule, 'id' | 'sellerId' | 'scope' | 'version'>;

const said = (ask: OrderingAsk, fields: readonly (keyof OrderingAsk)[]) =>
  fields.some((field) => ask[field] !== null);

/**
 * What is wrong with a rule; null when nothing is. It names one of: a customer, a price list, a kind of buyer, or
 * only goods. A minimum, multiple or maximum of a line asks for goods or for buyers; a minimum of orders names no goods.
 */
export function checkRule(draft: RuleDraft): RuleFault | null {
  const asksLines = said(draft, ['minimumQuantity', 'multipleQuantity', 'maximumQuantity']);
  const asksOrders = said(draft, ['orderAmountFen', 'orderCases', 'orderWeightGrams']);
  const { buyerId, priceListId, level, regionPrefix, channel, category, skuId } = draft;
  const isWide = level !== null || regionPrefix !== null || channel !== null;
  const namesBuyers = buyerId !== null || priceListId !== null || isWide;
  const namesGoods = category !== null || skuId !== null;
  if (!asksLines && !asksOrders) return 'ruleEmpty';
  if ([buyerId !== null, priceListId !== null, isWide].filter(Boolean).length > 1) return 'ruleMixed';
  if (category !== null && skuId !== null) return 'ruleMixed';
  if (asksOrders && namesGoods) return 'ruleMixed';
  if (asksLines && !namesGoods && !namesBuyers) return 'ruleTooWide';
  if (draft.endsOn !== null && draft.endsOn <= draft.startsOn) return 'datesWrong';
  return (draft.maximumQuantity || Infinity) < (draft.minimumQuantity ?? 0) ? 'quantityRange' : null;
}
