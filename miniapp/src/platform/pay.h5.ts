import type { PayBy, Said, SheetParameters, Using } from './paying';
import { askWechat, isInWechat, wechatApp } from './wechat';
import type { WechatWay } from './wechat-way';

const isPhone = () => /Mobi|Android|iPhone|iPad/i.test(navigator.userAgent);

export const payBy = (): PayBy => (isInWechat() ? 'jsapi' : isPhone() ? 'h5' : 'native');

const phoneType = () => {
  if (/iPhone|iPad/.test(navigator.userAgent)) return 'iOS';
  return /Android/.test(navigator.userAgent) ? 'Android' : 'Wap';
};

/** Changes what the address says without a page in between. */
const readdress = (address: URL) => window.history.replaceState(window.history.state, '', address);

/** How to pay here; null when the page leaves to ask WeChat who is there, and comes back with a code. */
export async function usingHere(way: WechatWay | null, code: string | null): Promise<Using | null> {
  const by = payBy();
  if (by === 'h5') return { by, type: phoneType() };
  if (by === 'native') return { by };
  const word = code ?? (way && (await askWechat(way)));
  return word === null ? null : { by, app: wechatApp, code: word };
}

interface Bridge {
  invoke(
    name: 'getBrandWCPayRequest',
    parameters: SheetParameters,
    done: (answer: { readonly err_msg: string }) => void,
  ): void;
}

/** WeChat puts its bridge into the page when it pleases. */
const bridge = () =>
  new Promise<Bridge>((resolve) => {
    const found = () => (window as { WeixinJSBridge?: Bridge }).WeixinJSBridge;
    const there = found();
    if (there) return resolve(there);
    document.addEventListener(
      'WeixinJSBridgeReady',
      () => {
        const come = found();
        if (come) resolve(come);
      },
      { once: true },
    );
  });

/** Opens WeChat's sheet by its bridge, and tells how it was left. Taro's own way says yes where it does nothing. */
export async function payInWechat(parameters: SheetParameters): Promise<Said> {
  const { invoke } = await bridge();
  return new Promise((resolve) => {
    invoke('getBrandWCPayRequest', parameters, ({ err_msg: words }) => {
      if (words === 'get_brand_wcpay_request:ok') return resolve('ok');
      resolve(words === 'get_brand_wcpay_request:cancel' ? 'cancel' : 'fail');
    });
  });
}

/** Leaves for WeChat's page, which comes back to this address. */
export function leaveForCashier(cashierUrl: string): void {
  const link = document.createElement('a');
  link.href = `${cashierUrl}&redirect_url=${encodeURIComponent(window.location.href)}`;
  // WeChat lets nobody in who does not say which site sent him; the pages of this server say it to nobody else.
  link.referrerPolicy = 'origin';
  link.click();
}

/** Opens an address in a page of its own. */
export const openBeside = (address: string): void => void window.open(address, '_blank', 'noopener');

/** Names the payment in the address, so that whoever comes back or loads the page again finds it. */
export function rememberInAddress(paymentId: string): void {
  const address = new URL(window.location.href);
  address.searchParams.set('paymentId', paymentId);
  readdress(address);
}
