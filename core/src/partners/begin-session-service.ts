import { hash, randomBytes } from 'node:crypto';
import { type Caller, dayMs, type Platform, Refused } from '../platform';
import type { Party, Session, User } from './model';
import { partnerStore } from './store';

/** What is known of a request before anyone is: `Caller` without a person. */
export type Visit = Pick<Caller, 'channel' | 'deviceId' | 'ip' | 'at'>;

export interface Me {
  readonly user: User;
  readonly party: Party;
}

export const tokenHashOf = (token: string) => hash('sha256', token, 'hex');

/** Where a session begins, whichever way somebody has shown who it is. */
export function sessionDesk({ database, newId }: Platform, sessionDays: number) {
  const newSession = (userId: string, visit: Visit, device: string) => {
    const token = randomBytes(32).toString('base64url');
    const session: Session = {
      id: newId(),
      tokenHash: tokenHashOf(token),
      userId,
      device: device || visit.deviceId,
      ip: visit.ip,
      createdAt: visit.at,
      lastSeenAt: visit.at,
      expiresAt: visit.at + sessionDays * dayMs,
      endedAt: null,
      carriesClock: false,
    };
    return { token, session };
  };

  const loadMe = (userId: string): Promise<Me> =>
    database.read(async (tx) => {
      const store = partnerStore(tx);
      const [user] = await store.users([userId]);
      const [party] = user ? await store.parties([user.partyId]) : [];
      if (!user || !party) throw new Refused('auth.required');
      return { user, party };
    });

  /** @throws auth.suspended */
  const loadWelcome = async (userId: string): Promise<Me> => {
    const me = await loadMe(userId);
    if (me.user.status !== 'active' || me.party.status === 'suspended') throw new Refused('auth.suspended');
    return me;
  };

  /** @throws auth.suspended */
  const beginSession = async (userId: string, visit: Visit, device: string) => {
    const me = await loadWelcome(userId);
    const { token, session } = newSession(userId, visit, device);
    await database.transaction((tx) => partnerStore(tx).addSessions([session]));
    return { token, expiresAt: session.expiresAt, me };
  };

  return { newSession, loadMe, loadWelcome, beginSession };
}

/** Somebody who is in. */
export type Begun = Awaited<ReturnType<ReturnType<typeof sessionDesk>['beginSession']>>;
