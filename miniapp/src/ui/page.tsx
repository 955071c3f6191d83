import type { PropsWithChildren, ReactNode } from 'react';
import { View } from '@tarojs/components';
import { PageHead } from './page-head';
import './page.scss';

export interface PageProps {
  title: string;
  isTab?: boolean;
  /** `desk` pages use the whole width of a PC; `read` pages stay a column. */
  width?: 'read' | 'desk';
  /** Stays at the bottom edge, above the tab bar. */
  foot?: ReactNode;
}

/** In a browser the keyboard comes to what stands on the page, so that its arrows push a page with nothing else to focus on. */
const focusable = (title: string) =>
  process.env.TARO_ENV === 'h5' ? { tabIndex: 0, 'aria-label': title } : {};

/** The frame of every page. */
export const Page = ({ title, isTab, width = 'read', foot, children }: PropsWithChildren<PageProps>) => (
  <View className={`page page--${width}${isTab ? ' page--tab' : ''}${foot ? ' page--footed' : ''}`}>
    <PageHead title={title} isTab={isTab} />
    <View className="page__body" role="main" {...focusable(title)}>
      {children}
    </View>
    {foot ? (
      <View className="page__foot">
        <View className="page__foot-inner">{foot}</View>
      </View>
    ) : null}
  </View>
);
