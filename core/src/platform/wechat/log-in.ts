import { z } from 'zod';
import type { TokenedCaller } from './access-tokens';
import type { Outcome } from './outcome';
import { callPlatform, jsonOf, type PlatformCaller } from './platform-call';

export interface MiniappSession {
  readonly openid: string;
  /** It stays on the server. */
  readonly sessionKey: string;
  readonly unionid: string | null;
}

export interface WebSession {
  readonly openid: string;
  readonly unionid: string | null;
}

type App = { readonly appid: string; readonly secret: string };

const session = z.object({
  openid: z.string().min(1),
  session_key: z.string().min(1),
  unionid: z.string().nullish(),
});

/** Who logged in to the mini-program. A code is good once: it is never sent again, whatever came of it. */
export const codeToSession = (caller: PlatformCaller, app: App, code: string) =>
  callPlatform<MiniappSession>(caller, {
    path: '/sns/jscode2session',
    query: { ...app, js_code: code, grant_type: 'authorization_code' },
    read: (answer) => {
      const read = jsonOf(session)(answer);
      return read && { openid: read.openid, sessionKey: read.session_key, unionid: read.unionid ?? null };
    },
  });

const oauth = z.object({
  openid: z.string().min(1),
  unionid: z.string().nullish(),
  is_snapshotuser: z.number().nullish(),
});

/**
 * Who opened the page inside WeChat. Refused with SNAPSHOT_USER when it is the stand-in person WeChat shows to pages
 * that are looked at only.
 */
export async function oauthSession(
  caller: PlatformCaller,
  app: App,
  code: string,
): Promise<Outcome<WebSession>> {
  const outcome = await callPlatform(caller, {
    path: '/sns/oauth2/access_token',
    query: { ...app, code, grant_type: 'authorization_code' },
    read: jsonOf(oauth),
  });
  if (outcome.kind !== 'done') return outcome;
  const { openid, unionid, is_snapshotuser } = outcome.value;
  if (is_snapshotuser === 1)
    return { kind: 'refused', code: 'SNAPSHOT_USER', message: 'nobody in particular' };
  return { kind: 'done', value: { openid, unionid: unionid ?? null } };
}

/**
 * Where a page inside WeChat sends its visitor to learn who it is. The order of the parameters is fixed.
 * Source: 网页授权, first step.
 */
export function oauthAddress(
  oauthUrl: string,
  appid: string,
  page: { readonly redirectUri: string; readonly state: string },
): string {
  const parameters = [
    ['appid', appid],
    ['redirect_uri', page.redirectUri],
    ['response_type', 'code'],
    ['scope', 'snsapi_base'],
    ['state', page.state],
  ];
  const query = parameters.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${oauthUrl}/connect/oauth2/authorize?${query}#wechat_redirect`;
}

export interface PhoneNumber {
  /** Without the country's code. */
  readonly number: string;
  readonly countryCode: string;
}

const phone = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string().min(1),
    countryCode: z.union([z.string(), z.number()]).transform(String),
  }),
});

/** The number behind the code of the phone button, which is another than the log-in's; good once. */
export const phoneNumber = (miniapp: TokenedCaller, code: string) =>
  miniapp.call<PhoneNumber>({
    path: '/wxa/business/getuserphonenumber',
    body: { code },
    read: (answer) => {
      const read = jsonOf(phone)(answer)?.phone_info;
      return read && { number: read.purePhoneNumber, countryCode: read.countryCode };
    },
  });
