import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { dayAfter } from '../../ui/shanghai';
import { monthOf } from './days-between';

interface PeriodPickerProps {
  from: string;
  to: string;
  today: string;
  onChange: (from: string, to: string) => void;
}

/** A year, and what is left of it when the day it began is counted as well. */
const LONGEST_DAYS = 366;

/** From one day to another, with the periods people ask for most. */
export function PeriodPicker({ from, to, today, onChange }: PeriodPickerProps) {
  const preset = (label: string, first: string, last = today) => ({
    label,
    value: [dayjs(first), dayjs(last)] as [dayjs.Dayjs, dayjs.Dayjs],
  });
  const lastMonthEnd = dayAfter(monthOf(today), -1);
  return (
    <DatePicker.RangePicker
      aria-label="时间段"
      allowClear={false}
      value={[dayjs(from), dayjs(to)]}
      maxDate={dayjs(today)}
      disabledDate={(day, { from: first }) =>
        first !== undefined && Math.abs(day.diff(first, 'day')) >= LONGEST_DAYS
      }
      presets={[
        preset('今天', today),
        preset('近 7 天', dayAfter(today, -6)),
        preset('近 30 天', dayAfter(today, -29)),
        preset('本月', monthOf(today)),
        preset('上月', monthOf(lastMonthEnd), lastMonthEnd),
        preset('近一年', dayAfter(today, -364)),
      ]}
      onChange={(days) => {
        const [first, last] = days ?? [];
        if (first && last) onChange(first.format('YYYY-MM-DD'), last.format('YYYY-MM-DD'));
      }}
    />
  );
}
