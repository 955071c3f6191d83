import { Tag } from 'antd';
import type { Promotion } from './model';
import { stateWords } from './words';

/** A state; what is live and has not begun says so. */
export function StateTag({
  promotion,
  nowMs,
}: {
  promotion: Pick<Promotion, 'state' | 'startsAt'>;
  nowMs: number;
}) {
  const { state, startsAt } = promotion;
  const waits = state === 'live' && Date.parse(startsAt) > nowMs;
  const { text, color } = stateWords[state];
  return (
    <Tag color={waits ? 'cyan' : color} data-testid="promotion-state" data-state={state}>
      {waits ? '待开始' : text}
    </Tag>
  );
}
