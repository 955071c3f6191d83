import Taro from '@tarojs/taro';

/** Tells whether the mini-program is in front. */
export function watchFocus(tell: (focused: boolean) => void) {
  const show = () => tell(true);
  const hide = () => tell(false);
  Taro.onAppShow(show);
  Taro.onAppHide(hide);
  return () => {
    Taro.offAppShow(show);
    Taro.offAppHide(hide);
  };
}

/** Tells when the network comes and goes. */
export function watchNetwork(tell: (online: boolean) => void) {
  const listener = ({ isConnected }: { isConnected: boolean }) => tell(isConnected);
  Taro.onNetworkStatusChange(listener);
  return () => Taro.offNetworkStatusChange(listener);
}
