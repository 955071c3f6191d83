import type { PropsWithChildren, ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import './card.scss';

/** A sheet of paper on the page: one subject, with an optional heading and something at its right. */
export function Card({
  title,
  extra,
  flush,
  children,
}: PropsWithChildren<{ title?: string; extra?: ReactNode; flush?: boolean }>) {
  return (
    <View className={flush ? 'card card--flush' : 'card'}>
      {title ? (
        <View className="card__head">
          <Text className="card__title">{title}</Text>
          {extra}
        </View>
      ) : null}
      {children}
    </View>
  );
}

/** A name at the left and its value at the right. */
export const Fact = ({ name, children }: PropsWithChildren<{ name: string }>) => (
  <View className="fact">
    <Text className="fact__name">{name}</Text>
    <View className="fact__value">{children}</View>
  </View>
);
