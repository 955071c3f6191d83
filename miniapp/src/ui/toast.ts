import Taro from '@tarojs/taro';

/** A word in passing; nothing anyone must read to go on. */
export const say = (title: string) => void Taro.showToast({ title, icon: 'none', duration: 2200 });
