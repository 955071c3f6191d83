import { Text, View } from '@tarojs/components';
import { yuan } from '@/ui/money';
import './reports.scss';

export interface DayBar {
  readonly day: string;
  readonly fen: number;
}

/** About so many days are named below the bars. */
const namedDays = 6;

const describing = (label: string) =>
  process.env.TARO_ENV === 'h5' ? { role: 'img', 'aria-label': label } : {};

/** What each day came to, as bars side by side; the table has the numbers. */
export function DayBars({ days }: { days: readonly DayBar[] }) {
  const most = Math.max(...days.map(({ fen }) => fen), 1);
  const step = Math.max(1, Math.ceil(days.length / namedDays));
  const best = days.reduce<DayBar | undefined>(
    (found, one) => (one.fen > (found?.fen ?? 0) ? one : found),
    undefined,
  );
  const label = best ? `每日销售额，最高 ${best.day} ${yuan(best.fen)}` : '每日销售额，期间没有订单';
  return (
    <View className="day-bars" {...describing(label)}>
      <Text className="day-bars__top">{yuan(most)}</Text>
      <View className="day-bars__plot">
        {days.map(({ day, fen }) => (
          <View key={day} className="day-bars__slot">
            <View className="day-bars__bar" style={{ height: `${Math.max(0, (fen / most) * 100)}%` }} />
          </View>
        ))}
      </View>
      <View className="day-bars__days">
        {days.map(({ day }, at) => (
          <View key={day} className="day-bars__day">
            {(days.length - 1 - at) % step === 0 ? <Text>{day.slice(5)}</Text> : null}
          </View>
        ))}
      </View>
    </View>
  );
}
