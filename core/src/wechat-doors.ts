import type { WechatDoor } from './partners';
import type { WechatConfig, WechatPlatform } from './platform';

export interface DoorParts {
  readonly config: Pick<WechatConfig, 'miniapp' | 'h5' | 'oauthUrl'>;
  readonly platform: Pick<WechatPlatform, 'codeToSession' | 'oauthSession' | 'phoneNumber'>;
}

/** Who somebody is in WeChat, as the settings file says how to ask. */
export const wechatDoor = ({ config, platform }: DoorParts): WechatDoor => ({
  appids: { miniapp: config.miniapp.appid, h5: config.h5.appid },
  authorizeUrl: `${config.oauthUrl}/connect/oauth2/authorize`,
  async visitor(app, code) {
    const outcome = await (app === 'miniapp' ? platform.codeToSession(code) : platform.oauthSession(code));
    if (outcome.kind !== 'done') return outcome;
    // What else WeChat tells, the key of its session above all, goes no further.
    return { kind: 'done', value: { openid: outcome.value.openid, unionid: outcome.value.unionid } };
  },
  phoneNumber: (code) => platform.phoneNumber(code),
});
