import type { Channel, Core, OrderingRule } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { customersOf } from './catalog-prices';

type Routes = 'orderingRules' | 'putOrderingRule' | 'substitutes' | 'putSubstitutes';

/** How a seller's goods may be ordered. */
export const ruleHandlers = (core: Core): Pick<HandlersOf<'catalog'>, Routes> => ({
  orderingRules: async (input, caller) => {
    const { items, nextCursor } = await core.catalog.orderingRules(caller, input);
    return { items: items.map(viewRule), nextCursor };
  },
  putOrderingRule: async (input, caller) => {
    const named = await customersOf(core, caller.partyId, input.buyerId === null ? [] : [input.buyerId]);
    return viewRule(await core.catalog.putOrderingRule(caller, input, named));
  },
  substitutes: async ({ skuId }, caller) => ({ skuIds: await core.catalog.substitutes(caller, skuId) }),
  putSubstitutes: async (input, caller) => ({ skuIds: await core.catalog.putSubstitutes(caller, input) }),
});

const viewRule = (rule: OrderingRule) => ({
  ruleId: rule.id,
  scope: rule.scope,
  buyerId: rule.buyerId,
  priceListId: rule.priceListId,
  level: rule.level,
  regionPrefix: rule.regionPrefix,
  channel: rule.channel as Channel | null,
  category: rule.category,
  skuId: rule.skuId,
  minimumQuantity: rule.minimumQuantity,
  multipleQuantity: rule.multipleQuantity,
  maximumQuantity: rule.maximumQuantity,
  orderAmountFen: rule.orderAmountFen,
  orderCases: rule.orderCases,
  orderWeightGrams: rule.orderWeightGrams,
  startsOn: rule.startsOn,
  endsOn: rule.endsOn,
  version: rule.version,
});
