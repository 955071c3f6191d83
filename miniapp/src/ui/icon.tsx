import { View } from '@tarojs/components';
import './icon.scss';

export type IconName =
  | 'search'
  | 'close'
  | 'back'
  | 'next'
  | 'trash'
  | 'pin'
  | 'alert'
  | 'check'
  | 'clock'
  | 'down'
  | 'up'
  | 'gift';

/** A small line drawing beside a word; it carries no meaning of its own. */
export const Icon = ({ name }: { name: IconName }) => <View className={`icon icon--${name}`} />;
