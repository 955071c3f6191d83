import Taro from '@tarojs/taro';
import type { PayBy, Said, SheetParameters, Using } from './paying';
import { askWechat, wechatApp } from './wechat';
import type { WechatWay } from './wechat-way';

export const payBy = (): PayBy => 'jsapi';

/** How to pay here, with a fresh word on who is there. @throws Error when WeChat gives none */
export async function usingHere(way: WechatWay | null, _code: string | null): Promise<Using | null> {
  const code = way && (await askWechat(way));
  return code === null ? null : { by: 'jsapi', app: wechatApp, code };
}

/** Opens WeChat's sheet, and tells how it was left. By its callbacks: Taro makes no promise of this one. */
export const payInWechat = ({ timeStamp, nonceStr, package: prepay, signType, paySign }: SheetParameters) =>
  new Promise<Said>((resolve) => {
    void Taro.requestPayment({
      timeStamp,
      nonceStr,
      package: prepay,
      signType,
      paySign,
      success: () => resolve('ok'),
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? 'cancel' : 'fail'),
    });
  });

/** A mini-program knows no other cashier than WeChat's sheet. */
export const leaveForCashier = (_cashierUrl: string): void => undefined;
export const openBeside = (_address: string): void => undefined;

/** The page of a mini-program outlives its payment, so its address needs to say nothing. */
export const rememberInAddress = (_paymentId: string): void => undefined;
