import type { Day } from '../platform/clock';
import type { BuyerScope } from './price-model';

export type PriceListFault = 'scopeMixed' | 'datesWrong' | 'buyerUnknown' | 'groupUnknown';

/** What a price list names of its seller's. */
export interface NamedParties {
  /** The buyers the seller supplies, as far as anything names them. */
  readonly customerIds: ReadonlySet<string>;
  readonly groupIds: ReadonlySet<string>;
}

type ListDraft = BuyerScope & { readonly startsOn: Day; readonly endsOn: Day | null };

/** What is wrong with whom and when a list is for; null when nothing is. Lists may overlap: ties have their order. */
export function checkPriceList(draft: ListDraft, named: NamedParties): PriceListFault | null {
  const { buyerId, groupId, level, regionPrefix, channel, startsOn, endsOn } = draft;
  const wide = [level, regionPrefix, channel].filter((asked) => asked !== null).length;
  if ((buyerId !== null ? 1 : 0) + (groupId !== null ? 1 : 0) + (wide > 0 ? 1 : 0) > 1) return 'scopeMixed';
  if (endsOn !== null && endsOn <= startsOn) return 'datesWrong';
  if (buyerId !== null && !named.customerIds.has(buyerId)) return 'buyerUnknown';
  if (groupId !== null && !named.groupIds.has(groupId)) return 'groupUnknown';
  return null;
}
