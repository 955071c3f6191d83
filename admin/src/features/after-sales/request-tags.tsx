import { Tag } from 'antd';
import { stateNames, type RequestState } from './model';

const colors: Record<RequestState, string> = {
  requested: 'orange',
  approved: 'blue',
  closed: 'green',
  refused: 'red',
  withdrawn: 'default',
  lapsed: 'default',
};

/** A request's state in its colour. */
export const RequestStateTag = ({ state }: { state: RequestState }) => (
  <Tag color={colors[state]} data-testid="after-sales-state" data-state={state}>
    {stateNames[state]}
  </Tag>
);

/** Goods were shown that this customer was not sent. */
export const DiversionTag = () => <Tag color="error">窜货线索</Tag>;
