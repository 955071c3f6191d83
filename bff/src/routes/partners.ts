import { type Core, regionName } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';

export const partnerHandlers = ({ partners }: Core): HandlersOf<'partners'> => ({
  suppliers: async (_, caller) => ({
    items: (await partners.suppliers(caller)).map(({ id, name, kind }) => ({ partyId: id, name, kind })),
  }),
  addresses: async (_, caller) => ({
    items: (await partners.addresses(caller)).map((address) => ({
      addressId: address.id,
      receiver: address.receiver,
      phone: address.phone,
      regionCode: address.regionCode,
      regionName: regionName(address.regionCode),
      detail: address.detail,
      isDefault: address.isDefault,
    })),
  }),
  parties: async (input, caller) => {
    const { items, nextCursor } = await partners.search(caller, input);
    return {
      items: items.map(({ id, name, kind, regionCode, status }) => ({
        partyId: id,
        name,
        kind,
        regionName: regionName(regionCode),
        status,
      })),
      nextCursor,
    };
  },
});
