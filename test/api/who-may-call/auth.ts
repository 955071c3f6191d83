import { password } from '../found-company';
import { type RowsOf, anyone, owners, signedIn } from './row';

const ticket = 'T'.repeat(43);
const rebinding = { commandId: 'NO-COMMAND', rebindingId: 'NO-SUCH-REBINDING' };
const noRebinding = 'auth.rebindingUnknown';

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
  ways: { input: {}, answers: anyone('ok') },
  // This company has no WeChat and sends no text messages.
  wechatLogIn: { input: { app: 'h5', code: 'NO-CODE' }, answers: anyone('auth.wechatOff') },
  bindByPhone: { input: { ticket, phoneCode: 'NO-CODE' }, answers: anyone('auth.wechatOff') },
  bindByPassword: { input: { ticket, loginName: 'nobody', password }, answers: anyone('auth.ticketGone') },
  wechatBindings: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  unbindWechat: {
    input: {},
    answers: signedIn('auth.wechatNotBound', 'auth.wechatNotBound', 'auth.wechatNotBound'),
  },
  rebindings: { input: {}, answers: owners('ok', 'ok', 'ok') },
  approveRebinding: { input: rebinding, answers: owners(noRebinding, noRebinding, noRebinding) },
  refuseRebinding: {
    input: { ...rebinding, reason: '不' },
    answers: owners(noRebinding, noRebinding, noRebinding),
  },
  wechatState: { input: {}, answers: signedIn('auth.wechatOff', 'auth.wechatOff', 'auth.wechatOff') },
  bindOwnWechat: {
    input: { app: 'miniapp', code: 'NO-CODE' },
    answers: signedIn('auth.wechatOff', 'auth.wechatOff', 'auth.wechatOff'),
  },
  boundWechats: { input: {}, answers: owners('ok', 'ok', 'ok') },
  unbindWechatOf: {
    input: { commandId: 'NO-COMMAND', userId: 'NO-SUCH-USER', reason: '手机遗失' },
    answers: owners('auth.bindingUnknown', 'auth.bindingUnknown', 'auth.bindingUnknown'),
  },
  phone: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  sendOwnCode: {
    input: { newPhone: '13900000000' },
    answers: signedIn('auth.smsOff', 'auth.smsOff', 'auth.smsOff'),
  },
  changePhone: {
    input: { phone: '13900000000', code: '000000', proof: { by: 'phone', code: '000000' } },
    answers: signedIn('auth.phoneNone', 'auth.phoneNone', 'auth.phoneNone'),
  },
  setPasswordByCode: {
    input: { code: '000000', newPassword: 'a-new-password' },
    answers: signedIn('auth.phoneNone', 'auth.phoneNone', 'auth.phoneNone'),
  },
  sendCode: { input: { phone: '13900000000' }, answers: anyone('auth.smsOff') },
  codeLogIn: { input: { phone: '13900000000', code: '000000' }, answers: anyone('auth.codeWrong') },
};
