import { isPhone } from './check-phone';
import type { Address } from './model';

/** Addresses one party may have. */
export const addressLimit = 50;

export type AddressForm = Omit<Address, 'id' | 'partyId' | 'isDefault'>;

/** Where China lies, in millionths of a degree: a point outside is a mistyped one. */
const bounds = { south: 3_800_000, north: 53_600_000, west: 73_400_000, east: 135_100_000 };

/** Why an address cannot be kept, as a refusal's code; null when it can. */
export function addressRefusal(form: AddressForm, partyKind: string): string | null {
  if (!isPhone(form.phone)) return 'partners.phoneMalformed';
  if (form.townCode !== null && !form.townCode.startsWith(form.regionCode)) return 'partners.townElsewhere';
  if (form.isDeliveryCentre && partyKind !== 'chain') return 'partners.centreOfNoChain';
  return isPointFit(form) ? null : 'partners.pointUnfit';
}

function isPointFit({ latitudeE6, longitudeE6, geocode }: AddressForm): boolean {
  if (latitudeE6 === null && longitudeE6 === null) return geocode === 'none';
  if (latitudeE6 === null || longitudeE6 === null) return false;
  const isInside =
    latitudeE6 >= bounds.south &&
    latitudeE6 <= bounds.north &&
    longitudeE6 >= bounds.west &&
    longitudeE6 <= bounds.east;
  return isInside && geocode !== 'none';
}

/** Which address becomes the default when `removed` goes: the eldest that may be one; null when none is left. */
export function nextDefault(addresses: readonly Address[], removed: Address): Address | null {
  if (!removed.isDefault) return null;
  const left = addresses
    .filter(({ id }) => id !== removed.id)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  return (
    left.find(({ isDeliveryCentre }) => isDeliveryCentre === removed.isDeliveryCentre) ?? left[0] ?? null
  );
}

/** True when a new address is the party's default: its first, or the first centre of a chain. */
export function becomesDefault(book: readonly Address[], added: Address): boolean {
  if (book.length === 0) return true;
  return added.isDeliveryCentre && !book.some(({ isDeliveryCentre }) => isDeliveryCentre);
}
