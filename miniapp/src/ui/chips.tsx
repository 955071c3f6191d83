import { Text, View } from '@tarojs/components';
import { asChoice } from './control';
import { ScrollRow } from './scroll-row';
import './chips.scss';

export interface Chip {
  readonly value: string;
  readonly label: string;
  /** As it is shown: a number, or `999+`. */
  readonly count?: number | string;
}

export interface ChipsProps {
  name: string;
  chips: readonly Chip[];
  value: string;
  onChange: (value: string) => void;
}

/** A row to choose one from; it scrolls sideways when it is long. */
export const Chips = ({ name, chips, value, onChange }: ChipsProps) => (
  <ScrollRow className="chips" label="选项">
    <View className="chips__row">
      {chips.map((chip) => (
        <View
          key={chip.value}
          id={`${name}-${chip.value || 'all'}`}
          className={chip.value === value ? 'chips__chip chips__chip--on' : 'chips__chip'}
          {...asChoice(() => onChange(chip.value), chip.value === value)}
        >
          <Text>{chip.label}</Text>
          {chip.count === undefined ? null : <Text className="chips__count">{chip.count}</Text>}
        </View>
      ))}
    </View>
  </ScrollRow>
);
