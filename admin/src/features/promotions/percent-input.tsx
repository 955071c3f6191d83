import { Input } from 'antd';
import type { FieldProps } from '../../ui/found-select';
import { bpOf, discountText, percentText } from './percent';

interface PercentInputProps extends FieldProps<string> {
  /** Something is taken off: 9折 is understood, and shown beside. */
  isOff?: boolean;
}

/** A percentage as the trade says it: 10 %, or 9折 where something is taken off. */
export function PercentInput({
  id,
  value = '',
  onChange,
  isOff = false,
  label,
  disabled,
  testId,
}: PercentInputProps) {
  const bp = bpOf(value, { isOff });
  const meaning = bp === null ? '' : isOff ? `减 ${percentText(bp)} · ${discountText(bp)}` : percentText(bp);
  return (
    <Input
      id={id}
      aria-label={label}
      disabled={disabled}
      value={value}
      maxLength={12}
      onChange={({ target }) => onChange?.(target.value)}
      placeholder={isOff ? '9折 或 10%' : '10%'}
      suffix={<span className="tp-muted tp-small">{meaning}</span>}
      data-testid={testId}
    />
  );
}
