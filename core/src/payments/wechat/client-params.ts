import type { ClientParams } from '../gateway';

/** What the device hands to WeChat, signed by the merchant. Source: 小程序调起支付, four lines. */
export function clientParams(
  parts: Pick<ClientParams, 'appId' | 'timeStamp' | 'nonceStr'> & { readonly prepayId: string },
  sign: (text: string) => string,
): ClientParams {
  const { appId, timeStamp, nonceStr } = parts;
  const pack = `prepay_id=${parts.prepayId}`;
  const paySign = sign(`${appId}\n${timeStamp}\n${nonceStr}\n${pack}\n`);
  return { appId, timeStamp, nonceStr, package: pack, signType: 'RSA', paySign };
}
