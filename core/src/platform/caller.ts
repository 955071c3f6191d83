import type { Instant } from './clock';

export type PartyKind = 'hq' | 'distributor' | 'store' | 'chain';
export type Role = 'owner' | 'manager' | 'purchaser' | 'reviewer' | 'warehouse' | 'finance';

/** Who calls, for whom, from where, and when. Services take the time of a request from here. */
export interface Caller {
  readonly userId: string;
  readonly userName: string;
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly roles: readonly Role[];
  readonly sessionId: string;
  /** The front it came through: `h5`, `weapp`, `pc`, `api`, `replay`. */
  readonly channel: string;
  readonly deviceId: string;
  readonly ip: string;
  readonly at: Instant;
}
