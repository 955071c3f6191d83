import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent } from 'react';
import type { FieldProps } from './found-select';
import { instantOfWallClock, wallClockOf } from './shanghai';

/** Enter takes what was typed; it must not send the form around it as well. */
const keepEnter = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault();
};

/** An instant, shown and chosen by the clocks of Shanghai wherever the browser stands. */
export const InstantInput = ({
  id,
  value,
  onChange,
  label,
  testId,
  disabled,
}: FieldProps<string | undefined>) => (
  <DatePicker
    id={id}
    aria-label={label}
    disabled={disabled}
    onKeyDown={keepEnter}
    showTime={{ format: 'HH:mm' }}
    format="YYYY-MM-DD HH:mm"
    value={value ? dayjs(wallClockOf(value)) : null}
    onChange={(day) =>
      onChange?.(day ? instantOfWallClock(day.format('YYYY-MM-DDTHH:mm:ss.SSS')) : undefined)
    }
    style={{ width: '100%' }}
    data-testid={testId}
  />
);

/** A business day. */
export const DayInput = ({ id, value, onChange, label, disabled }: FieldProps<string | undefined>) => (
  <DatePicker
    id={id}
    aria-label={label}
    disabled={disabled}
    onKeyDown={keepEnter}
    value={value ? dayjs(value) : null}
    onChange={(day) => onChange?.(day?.format('YYYY-MM-DD'))}
    style={{ width: '100%' }}
  />
);
