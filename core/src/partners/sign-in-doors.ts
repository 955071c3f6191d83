import type { Outcome, SmsSender } from '../platform';

export type WechatApp = 'miniapp' | 'h5';

/** The ways in by WeChat: who somebody is there, by a code that is good once. */
export interface WechatDoor {
  readonly appids: Readonly<Record<WechatApp, string>>;
  /** Where a page inside WeChat sends its visitor. */
  readonly authorizeUrl: string;
  visitor(app: WechatApp, code: string): Promise<Outcome<{ openid: string; unionid: string | null }>>;
  phoneNumber(code: string): Promise<Outcome<{ number: string; countryCode: string }>>;
}

export interface SignInDoors {
  readonly wechat: WechatDoor | null;
  readonly sms: SmsSender | null;
}
