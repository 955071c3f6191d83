import type { Caller } from '@tongpan/core';
import { userIdOf } from './systems/found-company';

/** The owner of a party, as a session says it. */
export const callerOf = (partyKind: Caller['partyKind'], partyId: string, at: number): Caller => ({
  userId: userIdOf(partyId),
  userName: '王老板',
  partyId,
  partyKind,
  roles: ['owner'],
  sessionId: 'bench',
  channel: 'api',
  deviceId: '',
  ip: '',
  at,
});
