import type { PartyKind, Role } from '../platform/caller';
import type { Day, Instant } from '../platform/clock';

/** A sales channel: it decides which grants apply and how fresh goods must be. */
export type Channel = 'traditional' | 'modern' | 'convenience' | 'catering' | 'special' | 'ecommerce';

/** All product lines, where a product line is asked for. */
export const everyLine = '*';

/** How a party stands: `ordersStopped` logs in and settles but orders nothing; `suspended` is shut out. */
export type PartyStatus = 'active' | 'ordersStopped' | 'suspended';

/** How a food licence stands on a day; `none` when nobody has put one on file. */
export type LicenceState = 'none' | 'valid' | 'expiring' | 'expired';

/** A company or shop of the channel: HQ, a distributor, a store or a chain. */
export interface Party {
  readonly id: string;
  /** Short and readable; order numbers begin with the seller's. */
  readonly code: string;
  readonly kind: PartyKind;
  readonly name: string;
  /** Depth below HQ: 0 HQ, 1 first-level distributor, 2 what it supplies. */
  readonly level: number;
  /** Who stands above a distributor: HQ, or the distributor it is a branch of; null for everybody else. */
  readonly parentId: string | null;
  /** The chain a store is a member of. */
  readonly chainId: string | null;
  /** The address of the chain's delivery centre that serves this member store; null: goods come to its door. */
  readonly deliveryCentreId: string | null;
  readonly channel: Channel;
  readonly regionCode: string;
  readonly status: PartyStatus;
  /** Who answers there, and where that person is called; '' when nobody said. */
  readonly contactName: string;
  readonly contactPhone: string;
  readonly businessLicenceNo: string;
  readonly foodLicenceNo: string;
  /** The last day the food licence is good for. */
  readonly foodLicenceExpiresOn: Day | null;
  /** How the daily look found the licence; decisions ask `licenceState` of the day itself. */
  readonly licenceMark: LicenceState;
  /** What an order to this party must come to at least; 0 asks nothing. */
  readonly orderMinimumFen: number;
  /** Share of shelf life goods must still have when they reach this buyer; null: as its channel does. */
  readonly minimumLifeBp: number | null;
  readonly createdAt: Instant;
}

/** A person who acts for a party. */
export interface User {
  readonly id: string;
  readonly partyId: string;
  readonly loginName: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly status: 'active' | 'suspended';
  /** True while the password is one that somebody else made: nothing else is served before it is changed. */
  readonly mustChangePassword: boolean;
  readonly createdAt: Instant;
}

/** A log-in that has not ended. The token itself is never stored, only its hash. */
export interface Session {
  readonly id: string;
  readonly tokenHash: string;
  readonly userId: string;
  readonly device: string;
  readonly ip: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
  /** True only for sessions minted for a replay: their requests say what time it is. */
  readonly carriesClock: boolean;
}

/** Where goods for a party go. */
export interface Address {
  readonly id: string;
  readonly partyId: string;
  readonly receiver: string;
  readonly phone: string;
  readonly regionCode: string;
  /** The town or street office below the district, nine digits; null when nobody said. */
  readonly townCode: string | null;
  readonly detail: string;
  /** Degrees in millionths, WGS 84; both or neither. */
  readonly latitudeE6: number | null;
  readonly longitudeE6: number | null;
  /** How sure the point is: `unclear` is looked at by a person before goods cross a region's border. */
  readonly geocode: 'exact' | 'unclear' | 'none';
  readonly isDefault: boolean;
  /** A chain's delivery centre (配送中心), where goods for its member stores arrive. */
  readonly isDeliveryCentre: boolean;
}

/** Who supplies whom with which product line; one seller a line, and a line of its own comes before `*`. */
export interface Supply {
  readonly buyerId: string;
  readonly productLine: string;
  readonly sellerId: string;
  /** A seller may stop its supply to one buyer; the buyer is still nobody else's. */
  readonly status: 'active' | 'suspended';
  readonly since: Instant;
}
