import type { Postman } from './messages';
import type { Cashier, ShippingTeller } from './orders';
import type { SignInDoors } from './partners';
import { type Clock, httpSms, type Log, type WechatConfig, wechatPlatform } from './platform';
import { wechatCashier } from './wechat-cashier';
import { wechatDoor } from './wechat-doors';
import { wechatPostman, wechatShipping } from './wechat-mail';

/** What the settings file opens: a cashier, the ways in besides the password, and who tells people and WeChat. */
export function openWechat(
  config: WechatConfig,
  clock: Clock,
  log: Log,
): { cashier: Cashier; doors: SignInDoors; postman: Postman; shipping: ShippingTeller } {
  const platform = wechatPlatform({ config, clock });
  const door = wechatDoor({ config, platform });
  return {
    cashier: wechatCashier({ config, door, clock, log }),
    doors: { wechat: door, sms: httpSms(config.sms) },
    postman: wechatPostman({ config, platform, door }),
    shipping: wechatShipping({ config, platform, door }),
  };
}
