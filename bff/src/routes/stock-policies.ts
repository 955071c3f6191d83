import type { Buffer, ChannelQuota, Core, Inbound, MarkdownBand } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { type StockNames, stockNames } from './stock-names';
import { viewInbound, viewLifeRule } from './stock-views';

type PolicyHandlers = Pick<
  HandlersOf<'stock'>,
  | 'lifeRules'
  | 'addLifeRule'
  | 'removeLifeRule'
  | 'buffers'
  | 'setBuffer'
  | 'quotas'
  | 'setQuota'
  | 'markdowns'
  | 'setMarkdowns'
  | 'inbounds'
  | 'putInbound'
  | 'confirmInbound'
  | 'cancelInbound'
  | 'receiveInbound'
>;

/** The desks that set a seller's rules and expect its goods. */
export const policyHandlers = ({ stock, catalog }: Core): PolicyHandlers => {
  const namesOf = (rows: Parameters<typeof stockNames>[1]) => stockNames({ stock, catalog }, rows);
  const seenInbound = async (inbound: Inbound) => viewInbound(inbound, await namesOf([inbound]));
  return {
    lifeRules: async (query, caller) => {
      const { items, nextCursor } = await stock.lifeRules(caller, query);
      return { items: items.map(viewLifeRule), nextCursor };
    },
    addLifeRule: async (input, caller) => viewLifeRule(await stock.addLifeRule(caller, input)),
    removeLifeRule: (input, caller) => stock.removeLifeRule(caller, input),
    buffers: async (query, caller) => {
      const { items, nextCursor } = await stock.buffers(caller, query);
      const names = await namesOf(items);
      return { items: items.map((buffer) => viewBuffer(buffer, names)), nextCursor };
    },
    setBuffer: async (input, caller) => {
      const buffer = await stock.setBuffer(caller, input);
      return viewBuffer(buffer, await namesOf([buffer]));
    },
    quotas: async (query, caller) => {
      const { items, nextCursor } = await stock.quotas(caller, query);
      const names = await namesOf(items);
      return { items: items.map((quota) => viewQuota(quota, names)), nextCursor };
    },
    setQuota: async (input, caller) => {
      const quota = await stock.setQuota(caller, input);
      return viewQuota(quota, await namesOf([quota]));
    },
    markdowns: async (_, caller) => ({ items: (await stock.markdowns(caller)).map(viewBand) }),
    setMarkdowns: async (input, caller) => ({
      items: (await stock.setMarkdowns(caller, input)).map(viewBand),
    }),
    inbounds: async (query, caller) => {
      const { items, nextCursor } = await stock.inbounds(caller, query);
      const names = await namesOf(items);
      return { items: items.map((inbound) => viewInbound(inbound, names)), nextCursor };
    },
    putInbound: async (input, caller) => seenInbound(await stock.putInbound(caller, input)),
    confirmInbound: async (input, caller) => seenInbound(await stock.confirmInbound(caller, input)),
    cancelInbound: async (input, caller) => seenInbound(await stock.cancelInbound(caller, input)),
    receiveInbound: async (input, caller) => seenInbound(await stock.receiveInbound(caller, input)),
  };
};

const viewBuffer = ({ warehouseId, skuId, quantity }: Buffer, names: StockNames) => ({
  warehouseId: warehouseId === '' ? null : warehouseId,
  warehouseName: warehouseId === '' ? null : names.warehouse(warehouseId),
  skuId,
  skuName: names.sku(skuId),
  quantity,
});

const viewQuota = (
  { skuId, channel, startsOn, endsOn, quantity, used }: ChannelQuota,
  names: StockNames,
) => ({
  skuId,
  skuName: names.sku(skuId),
  channel,
  startsOn,
  endsOn,
  quantity,
  used,
});

const viewBand = ({ fromBp, markdownBp }: MarkdownBand) => ({ fromBp, markdownBp });
