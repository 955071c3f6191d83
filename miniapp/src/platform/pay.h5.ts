import { newId } from './new-id';
import type { Asking, PayBy, Said, SheetParameters, Using } from './paying';

const stateKey = 'pay:state';

const isInWechat = () => /MicroMessenger/i.test(navigator.userAgent);
const isPhone = () => /Mobi|Android|iPhone|iPad/i.test(navigator.userAgent);

export const payBy = (): PayBy => (isInWechat() ? 'jsapi' : isPhone() ? 'h5' : 'native');

const phoneType = () => {
  if (/iPhone|iPad/.test(navigator.userAgent)) return 'iOS';
  return /Android/.test(navigator.userAgent) ? 'Android' : 'Wap';
};

/** Changes what the address says without a page in between. */
const readdress = (address: URL) => window.history.replaceState(window.history.state, '', address);

/**
 * The word on who is there that WeChat has put into the address, or null. It works once, so it leaves the address at
 * once: a page that is loaded again would bring the old one.
 */
export function takeCode(): string | null {
  const address = new URL(window.location.href);
  const [code, state] = [address.searchParams.get('code'), address.searchParams.get('state')];
  if (code === null || state === null) return null;
  address.searchParams.delete('code');
  address.searchParams.delete('state');
  readdress(address);
  const expected = window.sessionStorage.getItem(stateKey);
  window.sessionStorage.removeItem(stateKey);
  // Somebody else's code would let them be the payer.
  return state === expected ? code : null;
}

/** How to pay here; null when the page leaves to ask WeChat who is there, and comes back with a code. */
export function usingHere(asking: Asking, code: string | null): Promise<Using | null> {
  const by = payBy();
  if (by === 'h5') return Promise.resolve({ by, type: phoneType() });
  if (by === 'native') return Promise.resolve({ by });
  if (code !== null) return Promise.resolve({ by, app: 'h5', code });
  askWho(asking);
  return Promise.resolve(null);
}

/** The order of the parameters is part of WeChat's protocol. */
function askWho({ authorizeUrl, h5AppId }: Asking) {
  const state = newId();
  window.sessionStorage.setItem(stateKey, state);
  const query = new URLSearchParams([
    ['appid', h5AppId],
    ['redirect_uri', window.location.href],
    ['response_type', 'code'],
    ['scope', 'snsapi_base'],
    ['state', state],
  ]);
  window.location.assign(`${authorizeUrl}?${query.toString()}#wechat_redirect`);
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
