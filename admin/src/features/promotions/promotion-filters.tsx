import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { promotionStates, type PromotionState } from './model';
import { useKinds, type PromotionFilter } from './queries';
import { dayAfter, dayAt, startOfDay } from '../../ui/shanghai';
import { stateWords } from './words';

interface FilterProps {
  filter: PromotionFilter;
  onChange: (filter: PromotionFilter) => void;
  /** A calendar has its own window. */
  withWindow?: boolean;
}

const stateOptions = promotionStates.map((value) => ({ value, label: stateWords[value].text }));

/** Which promotions are shown: by state, kind and window. */
export function PromotionFilters({ filter, onChange, withWindow = false }: FilterProps) {
  const kinds = useKinds();
  const { state, kind, from, until } = filter;
  const lastDay = until && dayAfter(dayAt(until), -1);
  return (
    <div className="tp-filters">
      <Select<PromotionState>
        aria-label="状态"
        value={state}
        onChange={(value) => onChange({ ...filter, state: value })}
        allowClear
        placeholder="全部状态"
        options={stateOptions}
        style={{ width: 130 }}
        data-testid="filter-state"
      />
      <Select<string>
        aria-label="促销类型"
        value={kind}
        onChange={(value) => onChange({ ...filter, kind: value })}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部类型"
        loading={kinds.isPending}
        options={[...(kinds.data?.values() ?? [])].map(({ kind: value, title }) => ({ value, label: title }))}
        style={{ width: 170 }}
        data-testid="filter-kind"
      />
      {withWindow && (
        <DatePicker.RangePicker
          aria-label="期间"
          allowEmpty={[true, true]}
          placeholder={['期间开始', '期间结束']}
          value={[from ? dayjs(dayAt(from)) : null, lastDay ? dayjs(lastDay) : null]}
          onChange={(days) =>
            onChange({
              ...filter,
              from: days?.[0] ? startOfDay(days[0].format('YYYY-MM-DD')) : undefined,
              until: days?.[1] ? startOfDay(days[1].format('YYYY-MM-DD'), 1) : undefined,
            })
          }
        />
      )}
    </div>
  );
}
