import type { Address, Party } from './model';

/** What a party is when nothing particular is known of it. */
export const plainParty = {
  parentId: null,
  chainId: null,
  deliveryCentreId: null,
  contactName: '',
  contactPhone: '',
  businessLicenceNo: '',
  foodLicenceNo: '',
  foodLicenceExpiresOn: null,
  licenceMark: 'none',
} as const satisfies Partial<Party>;

/** An address that nobody has found on a map. */
export const plainAddress = {
  townCode: null,
  latitudeE6: null,
  longitudeE6: null,
  geocode: 'none',
  isDeliveryCentre: false,
} as const satisfies Partial<Address>;
