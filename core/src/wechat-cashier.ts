import type { Cashier } from './orders';
import type { WechatDoor } from './partners';
import { wechatGateway } from './payments';
import { type Clock, type Log, merchantOf, type WechatConfig } from './platform';

export interface CashierParts {
  readonly config: WechatConfig;
  /** Who is at the device is asked where one signs in, too. */
  readonly door: Pick<WechatDoor, 'appids' | 'visitor'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The cashier that takes money by WeChat Pay, as the settings file says. */
export function wechatCashier({ config, door, clock, log }: CashierParts): Cashier {
  const { payUrl, notifyUrl, merchants } = config;
  return {
    gateway: wechatGateway({ payUrl, webAppid: door.appids.h5, clock, log }),
    merchantOf: (sellerId) => merchantOf(config, sellerId),
    merchants,
    merchantById: (merchantId) => merchants.find(({ mchid }) => mchid === merchantId) ?? null,
    appIds: door.appids,
    async openidOf(app, code) {
      const outcome = await door.visitor(app, code);
      return outcome.kind === 'done' ? { kind: 'done', value: outcome.value.openid } : outcome;
    },
    noticeUrl: ({ mchid }) => `${notifyUrl}/api/v1/wechat/pay/${mchid}`,
    tryUrl: payUrl === realPayUrl ? '' : `${payUrl}/cashier`,
  };
}

const realPayUrl = 'https://api.mch.weixin.qq.com';
