import { useEffect } from 'react';
import Taro from '@tarojs/taro';

/** WeChat draws the head of a page itself; it only wants the words. */
export function PageHead({ title }: { title: string; isTab?: boolean }) {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return null;
}
