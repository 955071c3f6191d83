import type { PartyKind, Role } from '../platform/caller';
import type { Instant } from '../platform/clock';

/** A sales channel: it decides which grants apply and how fresh goods must be. */
export type Channel = 'traditional' | 'modern' | 'convenience' | 'catering' | 'special' | 'ecommerce';

/** A company or shop of the channel: HQ, a distributor, a store or a chain. */
export interface Party {
  readonly id: string;
  /** Short and readable; order numbers begin with the seller's. */
  readonly code: string;
  readonly kind: PartyKind;
  readonly name: string;
  /** Depth below HQ: 0 HQ, 1 first-level distributor, 2 what it supplies. */
  readonly level: number;
  readonly channel: Channel;
  readonly regionCode: string;
  readonly status: 'active' | 'suspended';
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
  readonly detail: string;
  readonly isDefault: boolean;
}

/** Who supplies whom. */
export interface Supply {
  readonly buyerId: string;
  readonly sellerId: string;
  readonly since: Instant;
}
