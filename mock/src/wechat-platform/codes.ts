import { PlatformRefused } from './refusal';

/** `login` from wx.login, `phone` from the button, `oauth` from the web page. */
export type CodeKind = 'login' | 'phone' | 'oauth';

export interface Code {
  readonly code: string;
  readonly kind: CodeKind;
  readonly appid: string;
  readonly person: string;
  /** Of a phone code: the number the person chose to show. */
  readonly phone: string | null;
  /** Of OAuth: `snsapi_base` or `snsapi_userinfo`. */
  readonly scope: string | null;
  readonly validUntil: number;
  isUsed: boolean;
}

/**
 * Checks a code and uses it up: of its kind and app, within five minutes, once.
 * @throws PlatformRefused 40029, 40163
 */
export function useCode(code: Code | undefined, kind: CodeKind, appid: string, at: number): Code {
  if (code?.kind !== kind || code.appid !== appid) throw new PlatformRefused(40029);
  if (code.isUsed) throw new PlatformRefused(40163);
  if (at > code.validUntil) throw new PlatformRefused(40029);
  code.isUsed = true;
  return code;
}
