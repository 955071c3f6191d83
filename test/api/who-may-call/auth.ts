import { password } from '../found-company';
import { type RowsOf, anyone, signedIn } from './row';

/** Inputs change nothing: they ask, or name what there is not. */
export const authRows: RowsOf<'auth'> = {
  logIn: { input: { loginName: 'nobody', password }, answers: anyone('auth.wrong') },
  logOut: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  me: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  sessions: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  revokeSession: {
    input: { sessionId: 'NO-SUCH-SESSION' },
    answers: signedIn('auth.sessionUnknown', 'auth.sessionUnknown', 'auth.sessionUnknown'),
  },
  changePassword: {
    input: { currentPassword: 'not this one', newPassword: 'a-new-password' },
    answers: signedIn('auth.wrong', 'auth.wrong', 'auth.wrong'),
  },
  permissions: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
};
