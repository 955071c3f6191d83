import { Steps } from 'antd';
import type { OrderState } from './model';
import { progressOf } from './progress';

/** The way of the order, with its present state by name. */
export function OrderSteps({ state }: { state: OrderState }) {
  const { current, status, titles } = progressOf(state);
  return <Steps size="small" current={current} status={status} items={titles.map((title) => ({ title }))} />;
}
