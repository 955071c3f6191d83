import type { Instant } from '../platform/clock';

/** One entry of the trail: who changed what of a partner, and when. */
export interface PartnerChange {
  readonly id: string;
  readonly partyId: string;
  /** The other party when it is about what joins two: a supply, a transfer. */
  readonly sellerId: string | null;
  readonly kind: string;
  readonly actorPartyId: string;
  readonly actorId: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly at: Instant;
}

/** A change as a trail tells it: people of other houses have no names there, and the calendar has none. */
export interface ToldChange extends PartnerChange {
  readonly actorName: string;
}

/** What says who a person is, where to call, or how to get in: a trail says that it changed, not to what. */
const personal = new Set([
  'name',
  'loginName',
  'receiver',
  'phone',
  'detail',
  'addressDetail',
  'contactName',
  'contactPhone',
  'latitudeE6',
  'longitudeE6',
  'passwordHash',
  'secretHash',
]);

/** The fields in which two states of a thing differ; personal ones by name only. */
export function differenceOf(before: object, after: object) {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const differing = [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => JSON.stringify(was.get(field)) !== JSON.stringify(is.get(field)))
    .sort();
  const told = (values: ReadonlyMap<string, unknown>) =>
    Object.fromEntries(
      differing
        .filter((field) => values.has(field))
        .map((field) => [field, personal.has(field) ? '…' : values.get(field)]),
    );
  return { before: told(was), after: told(is) };
}
