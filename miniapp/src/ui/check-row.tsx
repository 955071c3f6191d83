import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { asCheckbox } from './control';
import './check-row.scss';

/** A row to tick. */
export const CheckRow = (props: PropsWithChildren<{ id: string; isOn: boolean; onToggle: () => void }>) => (
  <View className="check-row" id={props.id} {...asCheckbox(props.onToggle, props.isOn)}>
    <View className={props.isOn ? 'check-row__box check-row__box--on' : 'check-row__box'} />
    <View className="check-row__words">{props.children}</View>
  </View>
);
