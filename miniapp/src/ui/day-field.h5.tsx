import { Text, View } from '@tarojs/components';
import type { DayFieldProps } from './day-field-props';
import './field.scss';

/** A labelled day, chosen with the browser's own calendar, which the keyboard knows as well. */
export const DayField = ({ id, label, value, from, until, onChange }: DayFieldProps) => (
  <View className="field">
    <Text className="field__label">{label}</Text>
    <View className="field__box">
      <input
        id={id}
        className="field__day"
        type="date"
        aria-label={label}
        value={value}
        min={from}
        max={until}
        // A day that is half typed is none yet.
        onChange={({ target }) => target.value && onChange(target.value)}
      />
    </View>
  </View>
);
