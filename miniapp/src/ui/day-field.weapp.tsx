import { Picker, Text, View } from '@tarojs/components';
import type { DayFieldProps } from './day-field-props';
import './field.scss';

/** A labelled day, chosen with the wheels of a phone. */
export const DayField = ({ id, label, value, from, until, onChange }: DayFieldProps) => (
  <View className="field">
    <Text className="field__label">{label}</Text>
    <Picker
      id={id}
      mode="date"
      value={value}
      start={from}
      end={until}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View className="field__box">
        <Text className="field__day">{value}</Text>
      </View>
    </Picker>
  </View>
);
