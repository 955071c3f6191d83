import { useEffect, useState } from 'react';
import { Text } from '@tarojs/components';
import { countdown } from './dates';
import './countdown.scss';

const tickMs = 1_000;

/** What is left until an instant, second by second; ticks by itself, so that nothing around it is drawn again. */
export function Countdown({ until, id }: { until: string; id?: string }) {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <Text id={id} className="countdown">
      {countdown(Date.parse(until) - nowMs)}
    </Text>
  );
}
