import type { SignInDoors } from './partners';
import { httpSms, type WechatConfig, type WechatPlatform } from './platform';

export interface DoorParts {
  readonly config: Pick<WechatConfig, 'miniapp' | 'h5' | 'oauthUrl' | 'sms'>;
  readonly platform: Pick<WechatPlatform, 'codeToSession' | 'oauthSession' | 'phoneNumber'>;
}

/** The ways in besides the password, as the settings file says. */
export const signInDoors = ({ config, platform }: DoorParts): SignInDoors => ({
  wechat: {
    appids: { miniapp: config.miniapp.appid, h5: config.h5.appid },
    authorizeUrl: `${config.oauthUrl}/connect/oauth2/authorize`,
    async visitor(app, code) {
      const outcome = await (app === 'miniapp' ? platform.codeToSession(code) : platform.oauthSession(code));
      if (outcome.kind !== 'done') return outcome;
      // What else WeChat tells, the key of its session above all, goes no further.
      return { kind: 'done', value: { openid: outcome.value.openid, unionid: outcome.value.unionid } };
    },
    phoneNumber: (code) => platform.phoneNumber(code),
  },
  sms: httpSms(config.sms),
});
