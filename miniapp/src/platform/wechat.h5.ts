import { forget, keep, readKept } from './storage';

/** How WeChat knows this front. */
export const wechatApp: 'miniapp' | 'h5' = 'h5';

const stateKey = 'wechat:state';

/** True where WeChat can tell who is there. */
export const isInWechat = () => /MicroMessenger/i.test(navigator.userAgent);

/** Asks WeChat who is there. The page leaves and comes back with the answer, so there is none now. */
export function askWechat({ authorizeUrl, h5Appid }: { authorizeUrl: string; h5Appid: string }) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const state = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  keep(stateKey, state);
  // The order of the parameters is fixed. Source: 网页授权, first step.
  const parameters = [
    ['appid', h5Appid],
    ['redirect_uri', `${location.origin}${location.pathname}`],
    ['response_type', 'code'],
    ['scope', 'snsapi_base'],
    ['state', state],
  ];
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&');
  location.assign(`${authorizeUrl}?${query}#wechat_redirect`);
  return Promise.resolve<string | null>(null);
}

/** The code WeChat sent this page back with, once; null when it was not this page that asked. */
export function codeFromWechat(): string | null {
  const search = new URLSearchParams(location.search);
  const [code, state, asked] = [search.get('code'), search.get('state'), readKept<string>(stateKey)];
  if (code === null || state === null) return null;
  forget(stateKey);
  // A code is good once: neither a refresh nor the way back meets it again.
  history.replaceState(history.state, '', location.pathname);
  return asked !== undefined && asked === state ? code : null;
}
