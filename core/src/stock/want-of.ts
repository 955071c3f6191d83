import { addDays, type Day } from '../platform/clock';
import { usualMarkdowns } from './ageing-price';
import { keepBackOf } from './keep-back';
import type { Want } from './model';
import type { ChannelQuota } from './policy-model';
import { deliveryDays, type LifeBuyer, lifeAsked, neededDays } from './required-life';
import { deliveredKey, type StockFacts } from './stock-facts';

/** What a line wants to know of the seller's stock. */
export interface StockQuestion {
  readonly orderId: string;
  readonly lineNo: number;
  readonly sellerId: string;
  readonly buyer: LifeBuyer & { readonly id: string };
  readonly sku: {
    readonly id: string;
    readonly category: string;
    readonly shelfLifeDays: number;
    /** 禁售: so many days before they expire, goods are no longer sold. */
    readonly stopSaleDays: number;
  };
  readonly quantity: number;
  /** Base units of a case. */
  readonly caseFactor: number;
  /** The planned day of receipt; left out: `deliveryDays` after the order. */
  readonly receiptOn?: Day | undefined;
}

/** A want as all rules of the seller and the buyer make it. Every field is there. */
export type FullWant = Required<Want>;

/** Turns a line's question into what `allocate` is asked: freshness, cases, buffers, quota, markdowns. */
export function wantOf(facts: Omit<StockFacts, 'lots'>, question: StockQuestion): FullWant {
  const { orderId, lineNo, sellerId, buyer, sku, quantity, caseFactor } = question;
  const asked = lifeAsked(facts.lifeRules.get(sellerId) ?? [], { buyer, sku, on: facts.on });
  const receiptOn = question.receiptOn ?? addDays(facts.on, deliveryDays);
  const quota = quotaOf(facts.quotas, sellerId, sku.id, buyer.channel);
  const ownMarkdowns = facts.markdowns.get(sellerId) ?? [];
  return {
    orderId,
    lineNo,
    sellerId,
    skuId: sku.id,
    quantity,
    lastsUntil: addDays(receiptOn, neededDays(asked, sku.shelfLifeDays)),
    noOlderThan: asked.refusesOlder ? (facts.delivered.get(deliveredKey(buyer.id, sku.id)) ?? null) : null,
    stopsSaleOn: addDays(facts.on, sku.stopSaleDays),
    receiptOn,
    caseFactor,
    maximumLots: asked.maximumLots,
    keepBack: keepBackOf(facts.buffers, sellerId, sku.id),
    channelLeft: quota ? quota.quantity - quota.used : null,
    markdowns: ownMarkdowns.length > 0 ? ownMarkdowns : usualMarkdowns,
  };
}

/** The quota a channel has of a seller's SKU on the day of the facts; of two that hold, the later one. */
export function quotaOf(
  quotas: readonly ChannelQuota[],
  sellerId: string,
  skuId: string,
  channel: string,
): ChannelQuota | undefined {
  if (quotas.length === 0) return undefined;
  return quotas
    .filter((quota) => quota.sellerId === sellerId && quota.skuId === skuId && quota.channel === channel)
    .sort((left, right) => (left.startsOn > right.startsOn ? -1 : 1))[0];
}
