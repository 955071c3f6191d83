import type { Buffer, ChannelQuota, Core, MarkdownBand } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
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
export const policyHandlers = ({ stock }: Core): PolicyHandlers => ({
  lifeRules: async (query, caller) => {
    const { items, nextCursor } = await stock.lifeRules(caller, query);
    return { items: items.map(viewLifeRule), nextCursor };
  },
  addLifeRule: async (input, caller) => viewLifeRule(await stock.addLifeRule(caller, input)),
  removeLifeRule: (input, caller) => stock.removeLifeRule(caller, input),
  buffers: async (query, caller) => {
    const { items, nextCursor } = await stock.buffers(caller, query);
    return { items: items.map(viewBuffer), nextCursor };
  },
  setBuffer: async (input, caller) => viewBuffer(await stock.setBuffer(caller, input)),
  quotas: async (query, caller) => {
    const { items, nextCursor } = await stock.quotas(caller, query);
    return { items: items.map(viewQuota), nextCursor };
  },
  setQuota: async (input, caller) => viewQuota(await stock.setQuota(caller, input)),
  markdowns: async (_, caller) => ({ items: (await stock.markdowns(caller)).map(viewBand) }),
  setMarkdowns: async (input, caller) => ({ items: (await stock.setMarkdowns(caller, input)).map(viewBand) }),
  inbounds: async (query, caller) => {
    const { items, nextCursor } = await stock.inbounds(caller, query);
    return { items: items.map(viewInbound), nextCursor };
  },
  putInbound: async (input, caller) => viewInbound(await stock.putInbound(caller, input)),
  confirmInbound: async (input, caller) => viewInbound(await stock.confirmInbound(caller, input)),
  cancelInbound: async (input, caller) => viewInbound(await stock.cancelInbound(caller, input)),
  receiveInbound: async (input, caller) => viewInbound(await stock.receiveInbound(caller, input)),
});

const viewBuffer = ({ warehouseId, skuId, quantity }: Buffer) => ({
  warehouseId: warehouseId === '' ? null : warehouseId,
  skuId,
  quantity,
});

const viewQuota = ({ skuId, channel, startsOn, endsOn, quantity, used }: ChannelQuota) => ({
  skuId,
  channel,
  startsOn,
  endsOn,
  quantity,
  used,
});

const viewBand = ({ fromBp, markdownBp }: MarkdownBand) => ({ fromBp, markdownBp });
