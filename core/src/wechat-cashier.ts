import type { Cashier } from './orders';
import { wechatGateway } from './payments';
import { type Clock, type Log, merchantOf, type WechatConfig, type WechatPlatform } from './platform';

export interface CashierParts {
  readonly config: WechatConfig;
  readonly platform: Pick<WechatPlatform, 'codeToSession' | 'oauthSession'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The cashier that takes money by WeChat Pay, as the settings file says. */
export function wechatCashier({ config, platform, clock, log }: CashierParts): Cashier {
  const { payUrl, oauthUrl, notifyUrl, merchants, miniapp, h5 } = config;
  return {
    gateway: wechatGateway({ payUrl, webAppid: h5.appid, clock, log }),
    merchantOf: (sellerId) => merchantOf(config, sellerId),
    merchants,
    merchantById: (merchantId) => merchants.find(({ mchid }) => mchid === merchantId) ?? null,
    appIds: { miniapp: miniapp.appid, h5: h5.appid },
    async openidOf(app, code) {
      const outcome = await (app === 'miniapp' ? platform.codeToSession(code) : platform.oauthSession(code));
      return outcome.kind === 'done' ? { kind: 'done', value: outcome.value.openid } : outcome;
    },
    authorizeUrl: `${oauthUrl}/connect/oauth2/authorize`,
    noticeUrl: ({ mchid }) => `${notifyUrl}/api/v1/wechat/pay/${mchid}`,
    tryUrl: payUrl === realPayUrl ? '' : `${payUrl}/cashier`,
  };
}

const realPayUrl = 'https://api.mch.weixin.qq.com';
