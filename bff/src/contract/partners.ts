import { z } from 'zod';
import { endpoints } from './endpoints';
import { Id, PageQuery, PartyKind, RegionCode, pageOf } from './fields';
import { route } from './route';

export const AddressView = z.object({
  addressId: Id,
  receiver: z.string(),
  phone: z.string(),
  regionCode: RegionCode,
  regionName: z.string(),
  detail: z.string(),
  isDefault: z.boolean(),
});

export const partnerRoutes = {
  suppliers: route(endpoints.partners.suppliers, {
    summary: 'The parties that supply me.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ partyId: Id, name: z.string(), kind: PartyKind })),
    }),
    errors: [],
  }),
  addresses: route(endpoints.partners.addresses, {
    summary: 'My ship-to addresses.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ items: z.array(AddressView) }),
    errors: [],
  }),
  /** HQ sees every party; a distributor sees the stores it supplies. */
  parties: route(endpoints.partners.parties, {
    summary: 'My customers.',
    access: 'seller',
    input: PageQuery.extend({ q: z.string().trim().max(60).optional() }),
    output: pageOf(
      z.object({
        partyId: Id,
        name: z.string(),
        kind: PartyKind,
        regionName: z.string(),
        status: z.enum(['active', 'suspended']),
      }),
    ),
    errors: [],
  }),
};
