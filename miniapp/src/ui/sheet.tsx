import type { PropsWithChildren, ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Icon } from './icon';
import './sheet.scss';

export interface SheetProps {
  title: string;
  open: boolean;
  onClose: () => void;
  foot?: ReactNode;
}

/** A panel that slides over the page: from below on a phone, in the middle on a PC. */
export function Sheet({ title, open, onClose, foot, children }: PropsWithChildren<SheetProps>) {
  if (!open) return null;
  return (
    <View className="sheet">
      <View className="sheet__shade" onClick={onClose} catchMove />
      <View className="sheet__panel">
        <View className="sheet__head">
          <Text className="sheet__title">{title}</Text>
          <View className="sheet__close" id="sheet-close" onClick={onClose}>
            <Icon name="close" />
          </View>
        </View>
        <View className="sheet__body">{children}</View>
        {foot ? <View className="sheet__foot">{foot}</View> : null}
      </View>
    </View>
  );
}
