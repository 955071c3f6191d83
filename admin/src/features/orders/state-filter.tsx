import { Tabs } from 'antd';
import { orderStates, stateNames, stateOf, type OrderSide, type OrderState } from './model';
import { useOrderCounts } from './queries';
import { stateCountText } from './state-count';

const ALL = 'all';

interface StateFilterProps {
  side: OrderSide;
  state: OrderState | undefined;
  onChange: (state: OrderState | undefined) => void;
}

/** Chooses a state, each with its number of orders. */
export function StateFilter({ side, state, onChange }: StateFilterProps) {
  const counts = useOrderCounts(side).data;
  const label = (name: string, state?: OrderState) => (
    <span>
      {name} <span className="state-count tp-figure">{counts && stateCountText(counts, state)}</span>
    </span>
  );
  return (
    <Tabs
      className="state-filter"
      activeKey={state ?? ALL}
      onChange={(key) => onChange(stateOf(key))}
      items={[
        { key: ALL, label: label('全部') },
        ...orderStates.map((key) => ({ key, label: label(stateNames[key], key) })),
      ]}
    />
  );
}
