import { useEffect, useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { asButton } from './control';
import {
  countIn,
  restBeside,
  stepDown,
  stepUp,
  stepperUnits,
  withCount,
  type Packing,
  type Unit,
} from './units';
import './quantity-stepper.scss';

export interface QuantityStepperProps {
  /** Tells steppers apart in element ids: `${name}-plus-0` is the largest unit's plus. */
  name: string;
  packing: Packing;
  quantity: number;
  onChange: (quantity: number) => void;
}

/** One stepper per sellable unit: cases and loose pieces. Buttons land on what may be ordered; typing is left as typed. */
export function QuantityStepper({ name, packing, quantity, onChange }: QuantityStepperProps) {
  const units = stepperUnits(packing);
  const rest = restBeside(quantity, units);
  return (
    <View className="quantity">
      {units.map((unit, at) => (
        <UnitStepper
          key={unit.unit}
          name={`${name}-${at}`}
          unit={unit}
          count={countIn(quantity, unit, units)}
          onMinus={() => onChange(stepDown(quantity, unit.factor, packing))}
          onPlus={() => onChange(stepUp(quantity, unit.factor, packing))}
          onCount={(count) => onChange(withCount(quantity, count, unit, units))}
        />
      ))}
      {rest > 0 ? <Text className="quantity__rest">{`另 ${rest}${packing.baseUnit}`}</Text> : null}
    </View>
  );
}

interface UnitStepperProps {
  name: string;
  unit: Unit;
  count: number;
  onMinus: () => void;
  onPlus: () => void;
  onCount: (count: number) => void;
}

function UnitStepper({ name, unit, count, onMinus, onPlus, onCount }: UnitStepperProps) {
  const [typed, setTyped] = useState(String(count));
  useEffect(() => setTyped(String(count)), [count]);
  const finish = () => {
    const whole = Number.parseInt(typed, 10);
    if (Number.isNaN(whole) || whole === count) return setTyped(String(count));
    onCount(Math.min(Math.max(whole, 0), 99_999));
  };
  return (
    <View className="quantity__unit">
      <View className="quantity__knob" id={`minus-${name}`} {...asButton(onMinus, `减${unit.unit}`)}>
        <View className="quantity__sign" />
      </View>
      <Input
        id={`count-${name}`}
        className="quantity__input"
        type="number"
        value={typed}
        maxlength={5}
        nativeProps={{ 'aria-label': `${unit.unit}数` }}
        onInput={(event) => setTyped(String(event.detail.value))}
        onBlur={finish}
        onConfirm={finish}
      />
      <Text className="quantity__name">{unit.unit}</Text>
      <View className="quantity__knob" id={`plus-${name}`} {...asButton(onPlus, `加${unit.unit}`)}>
        <View className="quantity__sign quantity__sign--plus" />
      </View>
    </View>
  );
}
