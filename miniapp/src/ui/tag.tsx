import { Text } from '@tarojs/components';
import './tag.scss';

export type Tone = 'brand' | 'success' | 'warn' | 'danger' | 'deal' | 'quiet';

/** A word with a colour that says how it is meant. */
export const Tag = ({ tone = 'quiet', children, id }: { tone?: Tone; children: string; id?: string }) => (
  <Text id={id} className={`tag tag--${tone}`}>
    {children}
  </Text>
);
