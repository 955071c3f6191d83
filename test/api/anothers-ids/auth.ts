import { type AnothersRowsOf, asks, own } from './row';

export const authAnothers: AnothersRowsOf<'auth'> = {
  logIn: 'who logs in is nobody yet',
  logOut: own,
  me: own,
  sessions: own,
  revokeSession: { sessionId: asks('session', 'auth.sessionUnknown') },
  changePassword: own,
  permissions: own,
  ways: 'who logs in is nobody yet',
  wechatLogIn: 'who logs in is nobody yet',
  bindByPhone: 'who logs in is nobody yet',
  bindByPassword: 'who logs in is nobody yet',
  wechatBindings: own,
  unbindWechat: own,
  rebindings: own,
  approveRebinding: { rebindingId: asks('rebinding', 'auth.rebindingUnknown') },
  refuseRebinding: { rebindingId: asks('rebinding', 'auth.rebindingUnknown') },
  sendCode: 'who logs in is nobody yet',
  codeLogIn: 'who logs in is nobody yet',
};
