import type { Core } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { waitingTitle } from './waiting-words';
import { atOrNull } from './wire';

export const insightHandlers = ({ insight }: Core): HandlersOf<'insight'> => ({
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
  goods: async (query, caller) => ({ items: [...(await insight.salesBySku(caller, query))] }),
});
