import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from './button';
import { asLink } from './control';
import { Icon } from './icon';
import { ScrollRow } from './scroll-row';
import './strip.scss';

export interface StripProps {
  id: string;
  title: string;
  /** What the way to all of it is called. */
  allLabel?: string;
  onAll?: () => void;
  isPending?: boolean;
  /** Given when it could not be loaded. */
  onRetry?: (() => void) | undefined;
}

/** A sheet with one row of things that is pushed sideways. */
export const Strip = ({
  id,
  title,
  allLabel,
  onAll,
  isPending,
  onRetry,
  children,
}: PropsWithChildren<StripProps>) => (
  <View className="strip" id={id}>
    <View className="strip__head" id={`${id}-all`} {...asLink(onAll)}>
      <Text className="strip__title">{title}</Text>
      {onAll ? (
        <>
          <Text className="strip__all">{allLabel}</Text>
          <Icon name="next" />
        </>
      ) : null}
    </View>
    {onRetry ? (
      <View className="strip__failed">
        <Text>没有加载出来</Text>
        <Button id={`${id}-retry`} label="重试" size="small" onPress={onRetry} />
      </View>
    ) : (
      <ScrollRow className="strip__view" label={title}>
        <View className="strip__row">
          {isPending
            ? [0, 1, 2].map((at) => <View key={at} className="strip__card strip__card--waits" />)
            : children}
        </View>
      </ScrollRow>
    )}
  </View>
);
