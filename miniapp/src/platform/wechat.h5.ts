import type { WechatWay, WechatWord } from './wechat-way';

/** How WeChat knows this front. */
export const wechatApp: 'miniapp' | 'h5' = 'h5';

/** What a page went away for: a code that one asked for is no answer to another. */
type Purpose = 'logIn' | 'bind';
const keyOf = (purpose: Purpose) => (purpose === 'logIn' ? 'wechat:state' : 'wechat:bind-state');

/** True where WeChat can tell who is there. */
export const isInWechat = () => /MicroMessenger/i.test(navigator.userAgent);

function leaveFor(purpose: Purpose, { authorizeUrl, h5Appid }: WechatWay, state: string): null {
  window.sessionStorage.setItem(keyOf(purpose), state);
  // The order of the parameters is part of WeChat's protocol.
  const query = new URLSearchParams([
    ['appid', h5Appid],
    ['redirect_uri', window.location.href],
    ['response_type', 'code'],
    ['scope', 'snsapi_base'],
    ['state', state],
  ]);
  window.location.assign(`${authorizeUrl}?${query.toString()}#wechat_redirect`);
  return null;
}

/**
 * What WeChat has sent this page back with, or null. It works once, so it leaves the address at once: a page that is
 * loaded again would bring the old one.
 */
function backFrom(purpose: Purpose): { code: string; state: string } | null {
  const address = new URL(window.location.href);
  const [code, state] = [address.searchParams.get('code'), address.searchParams.get('state')];
  if (code === null || state === null) return null;
  address.searchParams.delete('code');
  address.searchParams.delete('state');
  window.history.replaceState(window.history.state, '', address);
  const asked = window.sessionStorage.getItem(keyOf(purpose));
  window.sessionStorage.removeItem(keyOf(purpose));
  // With a code that this page did not ask for, somebody would act as somebody else.
  return asked !== null && asked === state ? { code, state } : null;
}

/** Asks WeChat who is there. The page leaves and comes back with the answer, so there is none now. */
export function askWechat(way: WechatWay): Promise<string | null> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const state = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return Promise.resolve(leaveFor('logIn', way, state));
}

/** The code that this page was sent back with to log in or to pay, or null. */
export const codeFromWechat = (): string | null => backFrom('logIn')?.code ?? null;

/** Asks WeChat whom to bind, with a state the server has given to this session alone. */
export async function askWechatToBind(
  way: WechatWay,
  stateOf: () => Promise<string>,
): Promise<WechatWord | null> {
  return leaveFor('bind', way, await stateOf());
}

/** What this page was sent back with to bind, or null. */
export const wordToBind = (): WechatWord | null => backFrom('bind');
