import { Tag } from 'antd';
import { stateNames, type OrderState } from './model';

const colors: Record<OrderState, string> = {
  held: 'orange',
  approved: 'cyan',
  rejected: 'red',
  picking: 'blue',
  shipped: 'geekblue',
  signed: 'green',
  completed: 'green',
  cancelled: 'default',
  shortClosed: 'default',
};

/** An order's state in its colour. */
export const StateTag = ({ state }: { state: OrderState }) => (
  <Tag color={colors[state]} data-testid="order-state" data-state={state}>
    {stateNames[state]}
  </Tag>
);
