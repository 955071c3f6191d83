import type { Cashier } from './orders';
import type { SignInDoors } from './partners';
import { type Clock, httpSms, type Log, type WechatConfig, wechatPlatform } from './platform';
import { wechatCashier } from './wechat-cashier';
import { wechatDoor } from './wechat-doors';

/** What the settings file opens: a cashier, and the ways in besides the password. */
export function openWechat(
  config: WechatConfig,
  clock: Clock,
  log: Log,
): { cashier: Cashier; doors: SignInDoors } {
  const door = wechatDoor({ config, platform: wechatPlatform({ config, clock }) });
  return {
    cashier: wechatCashier({ config, door, clock, log }),
    doors: { wechat: door, sms: httpSms(config.sms) },
  };
}
