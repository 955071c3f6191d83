import { checkTemplates, type Postman } from './messages';
import type { ShippingTeller } from './orders';
import type { WechatDoor } from './partners';
import { SettingsInvalid, type WechatConfig, type WechatPlatform } from './platform';

export interface MailParts {
  readonly config: Pick<WechatConfig, 'miniapp'>;
  readonly platform: Pick<WechatPlatform, 'sendSubscribeMessage' | 'uploadShipping' | 'shippingState'>;
  readonly door: Pick<WechatDoor, 'visitor'>;
}

/** Who brings messages to people's WeChat, as the settings file says. @throws SettingsInvalid */
export function wechatPostman({ config, platform, door }: MailParts): Postman {
  const { templates } = config.miniapp;
  const findings = checkTemplates(templates);
  if (findings.length > 0) {
    throw new SettingsInvalid(findings.map((finding) => `WECHAT_CONFIG miniapp.templates.${finding}`));
  }
  return {
    templates,
    async openidOf(code) {
      const outcome = await door.visitor('miniapp', code);
      return outcome.kind === 'done' ? { kind: 'done', value: outcome.value.openid } : outcome;
    },
    send: (message) => platform.sendSubscribeMessage(message),
  };
}

/** Who tells WeChat of shipments of what was paid in the mini-program. */
export const wechatShipping = ({ config, platform }: MailParts): ShippingTeller => ({
  appid: config.miniapp.appid,
  pushToken: config.miniapp.pushToken,
  upload: ({ transactionId, plan, ...rest }) =>
    platform.uploadShipping({ ...rest, ...plan, trade: { transactionId } }),
  look: (transactionId) => platform.shippingState({ transactionId }),
});
