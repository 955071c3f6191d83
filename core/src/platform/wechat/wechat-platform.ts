import type { Clock } from '../clock';
import { tokenedCaller } from './access-tokens';
import type { WechatConfig } from './config';
import type { Fetch } from './fetch-answer';
import { jsTicket, type JsSignature, signPage } from './js-ticket';
import {
  codeToSession,
  type MiniappSession,
  oauthSession,
  type PhoneNumber,
  phoneNumber,
  type WebSession,
} from './log-in';
import { type MiniappCode, miniappCode } from './miniapp-code';
import type { Outcome } from './outcome';
import type { PlatformCaller } from './platform-call';
import {
  type PaidTrade,
  type ShippingInfo,
  type ShippingState,
  shippingState,
  uploadShipping,
} from './shipping';
import { sendSubscribeMessage, type SubscribeMessage } from './subscribe-message';

/** WeChat's platform: everything about people and pages, nothing about money. */
export interface WechatPlatform {
  /** Who logged in to the mini-program; the code is good once. */
  codeToSession(code: string): Promise<Outcome<MiniappSession>>;
  /** Who opened a page inside WeChat; the code is good once. Refused with SNAPSHOT_USER for nobody in particular. */
  oauthSession(code: string): Promise<Outcome<WebSession>>;
  /** The number behind the phone button's code, which is another than the log-in's. */
  phoneNumber(code: string): Promise<Outcome<PhoneNumber>>;
  /** Uses up one consent; refused with 43101 where there is none. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<Outcome<null>>;
  /** Refused with 10060001 until word of the payment has come round; see `retryClass`. */
  uploadShipping(info: ShippingInfo): Promise<Outcome<null>>;
  shippingState(trade: PaidTrade): Promise<Outcome<ShippingState>>;
  /** What a page inside WeChat needs to use its bridge; `address` as the page sees it. */
  signPage(address: string): Promise<Outcome<JsSignature>>;
  /** A picture, PNG or JPEG. */
  miniappCode(code: MiniappCode): Promise<Outcome<Buffer>>;
}

export interface WechatPlatformOptions {
  readonly config: Pick<WechatConfig, 'platformUrl' | 'miniapp' | 'h5'>;
  readonly clock: Clock;
  readonly timeoutMs?: number;
  readonly fetch?: Fetch;
}

/** Opens the client. Nothing is sent before it is asked for something. */
export function wechatPlatform(options: WechatPlatformOptions): WechatPlatform {
  const { clock, timeoutMs = 5_000 } = options;
  const { platformUrl, miniapp, h5 } = options.config;
  const caller: PlatformCaller = { platformUrl, timeoutMs, fetch: options.fetch ?? fetch };
  const miniappApp = { appid: miniapp.appid, secret: miniapp.secret };
  const h5App = { appid: h5.appid, secret: h5.secret };
  const inMiniapp = tokenedCaller(caller, miniappApp, clock);
  const ticket = jsTicket(tokenedCaller(caller, h5App, clock), clock);
  return {
    codeToSession: (code) => codeToSession(caller, miniappApp, code),
    oauthSession: (code) => oauthSession(caller, h5App, code),
    phoneNumber: (code) => phoneNumber(inMiniapp, code),
    sendSubscribeMessage: (message) => sendSubscribeMessage(inMiniapp, message),
    uploadShipping: (info) => uploadShipping(inMiniapp, info),
    shippingState: (trade) => shippingState(inMiniapp, trade),
    signPage: async (address) => {
      const kept = await ticket.get();
      if (kept.kind !== 'done') return kept;
      const seconds = Math.floor(clock.now() / 1_000);
      return { kind: 'done', value: signPage({ ticket: kept.value, appid: h5.appid, address }, seconds) };
    },
    miniappCode: (code) => miniappCode(inMiniapp, code),
  };
}
