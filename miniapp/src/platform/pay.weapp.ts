import Taro from '@tarojs/taro';
import type { Asking, PayBy, Said, SheetParameters, Using } from './paying';

export const payBy = (): PayBy => 'jsapi';

/** A mini-program asks WeChat who is there without leaving its page. */
export const takeCode = (): string | null => null;

/** How to pay here, with a fresh word on who is there. @throws Error when WeChat gives none */
export async function usingHere(_asking: Asking, _code: string | null): Promise<Using | null> {
  const { code } = await Taro.login();
  return { by: 'jsapi', app: 'miniapp', code };
}

/** Opens WeChat's sheet, and tells how it was left. */
export async function payInWechat({ appId: _appId, ...parameters }: SheetParameters): Promise<Said> {
  try {
    await Taro.requestPayment(parameters);
    return 'ok';
  } catch (error) {
    const words =
      typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : '';
    return words.includes('cancel') ? 'cancel' : 'fail';
  }
}

/** A mini-program knows no other cashier than WeChat's sheet. */
export const leaveForCashier = (_cashierUrl: string): void => undefined;
export const openBeside = (_address: string): void => undefined;

/** The page of a mini-program outlives its payment, so its address needs to say nothing. */
export const rememberInAddress = (_paymentId: string): void => undefined;
