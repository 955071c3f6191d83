import { z } from 'zod';
import { endpoints } from './endpoints';
import { Day, Done, Id, PageQuery, PartyKind, RegionCode, pageOf } from './fields';
import { Text, Phone, TownCode } from './partner-fields';
import { AddressView, LicencePhotoView, LicenceView, PartyRow, PartyView } from './partner-views';
import { route } from './route';

const AddressFields = z.object({
  commandId: Id,
  receiver: Text(40),
  phone: Phone,
  regionCode: RegionCode,
  townCode: TownCode.nullable().default(null),
  detail: Text(200),
  latitudeE6: z.int().min(-90_000_000).max(90_000_000).nullable().default(null),
  longitudeE6: z.int().min(-180_000_000).max(180_000_000).nullable().default(null),
  geocode: z.enum(['exact', 'unclear', 'none']).default('none'),
  isDeliveryCentre: z.boolean().default(false),
});
const OneLicencePhoto = z.object({ commandId: Id, partyId: Id, photoId: Id });
const LicencePhotos = z.object({ items: z.array(LicencePhotoView) });
const OneAddress = z.object({ commandId: Id, addressId: Id });
const addressErrors = [
  'partners.regionUnknown',
  'partners.phoneMalformed',
  'partners.townElsewhere',
  'partners.pointUnfit',
  'partners.centreOfNoChain',
  'command.idReused',
];

/** Who is a partner, where it lives, and who answers for it. */
export const directoryRoutes = {
  suppliers: route(endpoints.partners.suppliers, {
    summary: 'The parties that supply me.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ partyId: Id, name: z.string(), kind: PartyKind })),
    }),
    errors: [],
  }),
  /** HQ sees every party; a distributor sees the stores it supplies. */
  parties: route(endpoints.partners.parties, {
    summary: 'My customers.',
    access: 'seller',
    input: PageQuery.extend({ q: z.string().trim().max(60).optional(), kind: PartyKind.optional() }),
    output: pageOf(PartyRow),
    errors: [],
  }),
  /** Distributors do not see each other; whoever was told a code may say it. */
  sellerByCode: route(endpoints.partners.sellerByCode, {
    summary: 'The distributor, or HQ, that has this code: whom one proposes a transfer or a sharing to.',
    access: 'manager',
    input: z.object({ code: Text(16) }),
    output: z.object({ partyId: Id, name: z.string(), kind: PartyKind }),
    errors: ['partners.sellerUnknown'],
  }),
  get: route(endpoints.partners.get, {
    summary: 'My own party, or a customer of mine.',
    access: 'signedIn',
    input: z.object({ partyId: Id }),
    output: PartyView,
    errors: ['partners.unknown'],
  }),
  licences: route(endpoints.partners.licences, {
    summary: 'Food licences of my customers that have run out or do within 30 days.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(LicenceView),
    errors: [],
  }),
  renewLicence: route(endpoints.partners.renewLicence, {
    summary: 'Put a new food licence of a customer on file.',
    access: 'manager',
    input: z.object({
      commandId: Id,
      partyId: Id,
      foodLicenceNo: z.string().trim().max(40),
      foodLicenceExpiresOn: Day,
    }),
    output: PartyView,
    errors: ['partners.unknown', 'partners.licenceUnfit', 'command.idReused'],
  }),
  licencePhotos: route(endpoints.partners.licencePhotos, {
    summary: 'Photos of the licences of a customer of mine.',
    access: 'manager',
    input: z.object({ partyId: Id }),
    output: LicencePhotos,
    errors: ['partners.unknown'],
  }),
  /** Uploaded before, as `licence`. Who applies has no session and adds none. */
  addLicencePhoto: route(endpoints.partners.addLicencePhoto, {
    summary: 'Add an uploaded photo to the licences of a customer, nine at most.',
    access: 'manager',
    input: OneLicencePhoto,
    output: LicencePhotos,
    errors: [
      'partners.unknown',
      'partners.tooManyPhotos',
      'attachments.photoUnknown',
      'attachments.photoUsed',
      'command.idReused',
    ],
  }),
  removeLicencePhoto: route(endpoints.partners.removeLicencePhoto, {
    summary: 'Take a photo off the licences of a customer: HQ any, others what their house has added.',
    access: 'manager',
    input: OneLicencePhoto,
    output: LicencePhotos,
    errors: ['partners.unknown', 'attachments.photoUnknown', 'command.idReused'],
  }),
  joinChain: route(endpoints.partners.joinChain, {
    summary: 'Make a store a member of a chain and name the delivery centre that serves it, or take it out.',
    access: 'hqManager',
    input: z.object({
      commandId: Id,
      storeId: Id,
      chainId: Id.nullable(),
      deliveryCentreId: Id.nullable().default(null),
    }),
    output: Done,
    errors: ['partners.unknown', 'partners.chainUnfit', 'command.idReused'],
  }),
  members: route(endpoints.partners.members, {
    summary: 'The member stores of my chain; HQ names the chain.',
    access: 'signedIn',
    input: PageQuery.extend({ chainId: Id.optional() }),
    output: pageOf(PartyRow),
    errors: [],
  }),
  deliveryCentres: route(endpoints.partners.deliveryCentres, {
    summary: 'The delivery centres of a chain.',
    access: 'headquarters',
    input: z.object({ chainId: Id }),
    output: z.object({
      items: z.array(
        z.object({ addressId: Id, receiver: z.string(), regionName: z.string(), detail: z.string() }),
      ),
    }),
    errors: [],
  }),
};

export const addressRoutes = {
  addresses: route(endpoints.partners.addresses, {
    summary: 'My ship-to addresses.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ items: z.array(AddressView) }),
    errors: [],
  }),
  /** The first address of a party is its default. */
  addAddress: route(endpoints.partners.addAddress, {
    summary: 'Add a ship-to address, fifty at most.',
    access: 'buyer',
    input: AddressFields,
    output: AddressView,
    errors: [...addressErrors, 'partners.tooManyAddresses', 'partners.addressUnknown'],
  }),
  changeAddress: route(endpoints.partners.changeAddress, {
    summary: 'Change an address of mine; orders placed keep the one they were placed with.',
    access: 'buyer',
    input: AddressFields.extend({ addressId: Id }),
    output: AddressView,
    errors: [...addressErrors, 'partners.addressUnknown', 'partners.centreInUse'],
  }),
  setDefaultAddress: route(endpoints.partners.setDefaultAddress, {
    summary: 'Make an address the one orders go to unless they say otherwise.',
    access: 'buyer',
    input: OneAddress,
    output: Done,
    errors: ['partners.addressUnknown', 'partners.defaultNoCentre', 'command.idReused'],
  }),
  removeAddress: route(endpoints.partners.removeAddress, {
    summary: 'Remove an address of mine.',
    access: 'buyer',
    input: OneAddress,
    output: Done,
    errors: ['partners.addressUnknown', 'partners.centreInUse', 'command.idReused'],
  }),
};
