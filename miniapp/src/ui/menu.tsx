import { Text, View } from '@tarojs/components';
import { asLink } from './control';
import { Icon } from './icon';
import './menu.scss';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** A number that wants to be looked at. */
  readonly mark?: string | undefined;
  readonly onPress: () => void;
}

/** A list of ways onward. */
export const Menu = ({ entries }: { entries: readonly MenuEntry[] }) => (
  <View className="menu">
    {entries.map(({ id, label, hint, mark, onPress }) => (
      <View key={id} id={id} className="menu__entry" {...asLink(onPress)}>
        <Text className="menu__label">{label}</Text>
        {mark ? <Text className="menu__mark">{mark}</Text> : null}
        {hint ? <Text className="menu__hint">{hint}</Text> : null}
        <Icon name="next" />
      </View>
    ))}
  </View>
);
