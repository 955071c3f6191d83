import { useState, type PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { asFold } from './control';
import { Icon } from './icon';
import './fold.scss';

/** Something that need not be seen: one line, and the rest of it after a tap. */
export function Fold({ id, title, children }: PropsWithChildren<{ id: string; title: string }>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="fold">
      <View className="fold__head" id={id} {...asFold(() => setOpen(!isOpen), isOpen)}>
        <Text className="fold__title">{title}</Text>
        <Icon name={isOpen ? 'up' : 'down'} />
      </View>
      {isOpen ? <View className="fold__body">{children}</View> : null}
    </View>
  );
}
