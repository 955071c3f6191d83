import Taro from '@tarojs/taro';

/** What the list of sessions calls this device. */
export function deviceName() {
  const { model } = Taro.getDeviceInfo();
  return `微信小程序 · ${model}`.slice(0, 100);
}
