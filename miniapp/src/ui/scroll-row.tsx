import type { PropsWithChildren } from 'react';
import { ScrollView } from '@tarojs/components';

/** What a keyboard needs in a browser: it comes to the row, and the arrows push it. */
const focusable = (label: string) =>
  process.env.TARO_ENV === 'h5' ? { tabIndex: 0, role: 'group', 'aria-label': label } : {};

/** A row that is pushed sideways. `label` says what stands in it. */
export const ScrollRow = ({
  label,
  className,
  children,
}: PropsWithChildren<{ label: string; className: string }>) => (
  <ScrollView className={className} scrollX enhanced showScrollbar={false} {...focusable(label)}>
    {children}
  </ScrollView>
);
