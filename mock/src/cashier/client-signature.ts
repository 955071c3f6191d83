import { isSignedBy } from '../crypto/rsa';

/** The parameters a client hands to the JSAPI bridge or to wx.requestPayment. */
export interface ClientParameters {
  readonly appId?: string | undefined;
  readonly timeStamp?: string | undefined;
  readonly nonceStr?: string | undefined;
  readonly package?: string | undefined;
  readonly signType?: string | undefined;
  readonly paySign?: string | undefined;
}

/** What is wrong with a client's payment parameters, in the words a developer sees; null when nothing is. */
export function faultOfClient(
  parameters: ClientParameters,
  prepayId: string,
  appid: string,
  certificatePem: string,
) {
  const { appId, timeStamp = '', nonceStr = '', package: packed = '', signType, paySign = '' } = parameters;
  if (appId !== appid) return 'appId与下单时不一致';
  if (!/^\d{10}$/.test(timeStamp)) return 'timeStamp应为10位秒数的字符串';
  if (nonceStr.length === 0 || nonceStr.length > 32) return 'nonceStr应为1至32个字符';
  if (packed !== `prepay_id=${prepayId}`) return 'package应为prepay_id=…';
  if (signType !== 'RSA') return 'signType应为RSA';
  const text = `${appId}\n${timeStamp}\n${nonceStr}\n${packed}\n`;
  return isSignedBy(text, paySign, certificatePem) ? null : '支付验证签名失败';
}
