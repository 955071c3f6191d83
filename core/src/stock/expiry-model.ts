import type { Role } from '../platform/caller';
import type { Day, Instant } from '../platform/clock';

/** 效期等级, from good to bad. */
export type ExpiryLevel = 'normal' | 'blue' | 'yellow' | 'red' | 'stopSale' | 'expired';
export type AlertLevel = Exclude<ExpiryLevel, 'normal'>;

/** `escalated`: the lot went on to a worse level first; `gone`: nothing of it was left to act on. */
export type AlertState = 'open' | 'handled' | 'escalated' | 'gone';

/** 处置: what somebody did about ageing goods. */
export type AlertAction =
  'transfer' | 'promote' | 'swap' | 'markdown' | 'donate' | 'return' | 'destroy' | 'other';

/** 效期预警: one for each lot and level, with a desk that answers for it and a deadline. */
export interface ExpiryAlert {
  readonly id: string;
  readonly lotId: string;
  readonly level: AlertLevel;
  readonly ownerId: string;
  readonly warehouseId: string;
  readonly skuId: string;
  readonly lotNo: string;
  readonly expiresOn: Day;
  /** On hand when it was raised. */
  readonly quantity: number;
  /** The role that answers for it in the owner's house. */
  readonly desk: Role;
  readonly raisedAt: Instant;
  readonly dueAt: Instant;
  readonly state: AlertState;
  readonly action: AlertAction | null;
  readonly outcome: string;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
}
