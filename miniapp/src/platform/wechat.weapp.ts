import Taro from '@tarojs/taro';
import type { WechatWay, WechatWord } from './wechat-way';

/** How WeChat knows this front. */
export const wechatApp: 'miniapp' | 'h5' = 'miniapp';

/** True where WeChat can tell who is there. */
export const isInWechat = () => true;

/** Asks WeChat who is there; the code is good once. */
export async function askWechat(_way: WechatWay): Promise<string | null> {
  const { code } = await Taro.login();
  return code;
}

/** Pages that leave and come back there are in browsers only. */
export const codeFromWechat = (): string | null => null;

/** Asks WeChat whom to bind. The program gets the code itself, so nobody else's can slip in. */
export async function askWechatToBind(
  _way: WechatWay,
  _stateOf: () => Promise<string>,
): Promise<WechatWord | null> {
  const { code } = await Taro.login();
  return { code };
}

export const wordToBind = (): WechatWord | null => null;
