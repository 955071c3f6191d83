import Taro from '@tarojs/taro';

/** Reads a value kept on the device; `undefined` when there is none or storage is refused. */
export function readKept<Value>(key: string): Value | undefined {
  try {
    const value: Value | '' = Taro.getStorageSync(key);
    return value === '' ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Keeps a value on the device. A full or refused storage loses it, which no screen depends on. */
export function keep(key: string, value: unknown) {
  try {
    Taro.setStorageSync(key, value);
  } catch {
    return;
  }
}

/** Forgets a value kept on the device. */
export function forget(key: string) {
  try {
    Taro.removeStorageSync(key);
  } catch {
    return;
  }
}
