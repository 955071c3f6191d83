import { useEffect, useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';

const tickMs = 1_000;

/** The server's clock, second by second while the page is in front; `aheadMs` is how far it is ahead of this device. */
export function useServerNow(aheadMs: number) {
  const [deviceMs, setDeviceMs] = useState(() => Date.now());
  const [isShown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (!isShown) return;
    setDeviceMs(Date.now());
    const timer = setInterval(() => setDeviceMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [isShown, aheadMs]);
  return deviceMs + aheadMs;
}
