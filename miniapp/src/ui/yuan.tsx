import { Text } from '@tarojs/components';
import { yuan } from './money';
import './yuan.scss';

export interface YuanProps {
  fen: number;
  id?: string;
  size?: 'normal' | 'large';
  /** `deal` is money saved, `struck` a price that is not asked any more. */
  tone?: 'ink' | 'brand' | 'danger' | 'quiet' | 'deal' | 'struck';
}

/** An amount of money with figures that stand under each other. */
export const Yuan = ({ fen, id, size = 'normal', tone = 'ink' }: YuanProps) => (
  <Text id={id} className={`yuan yuan--${size} yuan--${tone}`}>
    {yuan(fen)}
  </Text>
);
