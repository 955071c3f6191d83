import { Tabs } from 'antd';
import { countText } from '../../ui/format';
import { orderStates, stateNames, stateOf, type OrderSide, type OrderState } from './model';
import { useOrderCounts } from './queries';

const ALL = 'all';

interface StateFilterProps {
  side: OrderSide;
  state: OrderState | undefined;
  onChange: (state: OrderState | undefined) => void;
}

/** Chooses a state, each with its number of orders. */
export function StateFilter({ side, state, onChange }: StateFilterProps) {
  const counts = useOrderCounts(side).data;
  const total = counts && [...counts.values()].reduce((sum, count) => sum + count, 0);
  const label = (name: string, count: number | undefined) => (
    <span>
      {name} <span className="state-count tp-figure">{count === undefined ? '' : countText(count)}</span>
    </span>
  );
  return (
    <Tabs
      className="state-filter"
      activeKey={state ?? ALL}
      onChange={(key) => onChange(stateOf(key))}
      items={[
        { key: ALL, label: label('全部', total) },
        ...orderStates.map((key) => ({
          key,
          label: label(stateNames[key], counts && (counts.get(key) ?? 0)),
        })),
      ]}
    />
  );
}
