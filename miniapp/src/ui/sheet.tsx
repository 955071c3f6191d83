import { useEffect, useId, useRef, type PropsWithChildren, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { holdFocus } from '@/platform/hold-focus';
import { asButton } from './control';
import { Icon } from './icon';
import './sheet.scss';

export interface SheetProps {
  title: string;
  open: boolean;
  onClose: () => void;
  foot?: ReactNode;
}

/** What a screen reader is told of the panel. */
const asDialog = (title: string) =>
  process.env.TARO_ENV === 'h5'
    ? { role: 'dialog', 'aria-modal': 'true', 'aria-label': title, tabIndex: -1 }
    : {};

/** A panel that slides over the page: from below on a phone, in the middle on a PC. */
export function Sheet({ open, ...sheet }: PropsWithChildren<SheetProps>) {
  return open ? <OpenSheet {...sheet} /> : null;
}

function OpenSheet({ title, onClose, foot, children }: PropsWithChildren<Omit<SheetProps, 'open'>>) {
  const panelId = useId();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => holdFocus(panelId, () => close.current()), [panelId]);
  return (
    <View className="sheet">
      <View className="sheet__shade" onClick={onClose} catchMove />
      <View className="sheet__panel" id={panelId} {...asDialog(title)}>
        <View className="sheet__head">
          <Text className="sheet__title">{title}</Text>
          <View className="sheet__close" id="sheet-close" {...asButton(onClose, '关闭')}>
            <Icon name="close" />
          </View>
        </View>
        <View className="sheet__body">{children}</View>
        {foot ? <View className="sheet__foot">{foot}</View> : null}
      </View>
    </View>
  );
}
