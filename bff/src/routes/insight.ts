import type { Core } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { viewSummary } from './order-view';
import { type PlanHandlers, reportPlanHandlers } from './report-plans';
import { waitingTitle } from './waiting-words';
import { atOrNull } from './wire';

export const insightHandlers = (core: Core): HandlersOf<'insight'> => ({
  ...figureHandlers(core),
  ...reportPlanHandlers(core),
});

const figureHandlers = ({ insight }: Core): Omit<HandlersOf<'insight'>, keyof PlanHandlers> => ({
  desk: async (_, caller) => {
    const { day, waiting, sales } = await insight.desk(caller);
    return {
      day,
      waiting: waiting.map(({ firstDueAt, ...one }) => ({
        ...one,
        title: waitingTitle(one.kind),
        firstDueAt: atOrNull(firstDueAt),
      })),
      sales: sales.map(({ hours, ...side }) => ({ ...side, hours: [...hours] })),
    };
  },
  byDay: async (query, caller) => {
    const { total, days } = await insight.salesByDay(caller, query);
    return { total, days: [...days] };
  },
  by: async (query, caller) => ({ items: [...(await insight.salesBy(caller, query))] }),
  deliveries: async (query, caller) => {
    const { items, ...figures } = await insight.deliveries(caller, query);
    return { ...figures, items: [...items] };
  },
  ranges: async (query, caller) => ({ items: [...(await insight.salesByRange(caller, query))] }),
  receivables: async (query, caller) => {
    const { total, items } = await insight.receivables(caller, query);
    return { total, items: [...items] };
  },
  shelves: async (query, caller) => {
    const { total, items } = await insight.shelves(caller, query);
    return { total, items: [...items] };
  },
  diversions: async (query, caller) => {
    const { total, items } = await insight.diversions(caller, query);
    return { total, items: [...items] };
  },
  losses: async (query, caller) => {
    const { total, items } = await insight.losses(caller, query);
    return { total, items: [...items] };
  },
  slowStock: async (query, caller) => {
    const { total, items } = await insight.slowStock(caller, query);
    return { total, items: [...items] };
  },
  returns: async (query, caller) => {
    const { total, items } = await insight.returns(caller, query);
    return { total, items: [...items] };
  },
  returnedGoods: async (query, caller) => ({ items: [...(await insight.returnedGoods(caller, query))] }),
  promoted: async (query, caller) => {
    const { total, items } = await insight.promoted(caller, query);
    return { total, items: [...items] };
  },
  orders: async (query, caller) => {
    const { name, items, nextCursor } = await insight.ordersBehind(caller, query);
    return {
      name,
      items: items.map(({ summary, isKept }) => ({ ...viewSummary(summary, caller.partyId), isKept })),
      nextCursor,
    };
  },
  goods: async (query, caller) => ({ items: [...(await insight.salesBySku(caller, query))] }),
});
