import { type AnothersRowsOf, asks, own } from './row';

export const authAnothers: AnothersRowsOf<'auth'> = {
  logIn: 'who logs in is nobody yet',
  logOut: own,
  me: own,
  sessions: own,
  revokeSession: { sessionId: asks('session', 'auth.sessionUnknown') },
  changePassword: own,
  permissions: own,
};
