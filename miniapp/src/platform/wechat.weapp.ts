import Taro from '@tarojs/taro';

/** How WeChat knows this front. */
export const wechatApp: 'miniapp' | 'h5' = 'miniapp';

/** True where WeChat can tell who is there. */
export const isInWechat = () => true;

/** Asks WeChat who is there; the code is good once. */
export async function askWechat(_way: { authorizeUrl: string; h5Appid: string }): Promise<string | null> {
  const { code } = await Taro.login();
  return code;
}

/** Pages that leave and come back there are in browsers only. */
export const codeFromWechat = (): string | null => null;
