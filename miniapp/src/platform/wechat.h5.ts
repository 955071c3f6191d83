import type { WechatWay } from './wechat-way';

/** How WeChat knows this front. */
export const wechatApp: 'miniapp' | 'h5' = 'h5';

const stateKey = 'wechat:state';

/** True where WeChat can tell who is there. */
export const isInWechat = () => /MicroMessenger/i.test(navigator.userAgent);

/** Asks WeChat who is there. The page leaves and comes back with the answer, so there is none now. */
export function askWechat({ authorizeUrl, h5Appid }: WechatWay): Promise<string | null> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const state = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  window.sessionStorage.setItem(stateKey, state);
  // The order of the parameters is part of WeChat's protocol.
  const query = new URLSearchParams([
    ['appid', h5Appid],
    ['redirect_uri', window.location.href],
    ['response_type', 'code'],
    ['scope', 'snsapi_base'],
    ['state', state],
  ]);
  window.location.assign(`${authorizeUrl}?${query.toString()}#wechat_redirect`);
  return Promise.resolve(null);
}

/**
 * The code that WeChat has sent this page back with, or null. It works once, so it leaves the address at once: a page
 * that is loaded again would bring the old one.
 */
export function codeFromWechat(): string | null {
  const address = new URL(window.location.href);
  const [code, state] = [address.searchParams.get('code'), address.searchParams.get('state')];
  if (code === null || state === null) return null;
  address.searchParams.delete('code');
  address.searchParams.delete('state');
  window.history.replaceState(window.history.state, '', address);
  const asked = window.sessionStorage.getItem(stateKey);
  window.sessionStorage.removeItem(stateKey);
  // With a code that this page did not ask for, somebody would act as somebody else.
  return asked !== null && asked === state ? code : null;
}
