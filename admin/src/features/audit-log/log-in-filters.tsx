import { DatePicker, Segmented, Tag } from 'antd';
import dayjs from 'dayjs';

interface LogInFilter {
  readonly userId: string | undefined;
  readonly outcome: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface LogInFiltersProps {
  filter: LogInFilter;
  onChoose: (values: Partial<LogInFilter>) => void;
}

/** What the log-ins are narrowed to. */
export function LogInFilters({ filter: { userId, outcome, from, to }, onChoose }: LogInFiltersProps) {
  return (
    <div className="tp-filters">
      <Segmented
        aria-label="结果"
        value={outcome === 'done' || outcome === 'refused' ? outcome : 'all'}
        options={[
          { value: 'all', label: '全部' },
          { value: 'done', label: '成功' },
          { value: 'refused', label: <span data-testid="log-ins-refused">被拒绝</span> },
        ]}
        onChange={(value) => onChoose({ outcome: value === 'all' ? undefined : value })}
      />
      <DatePicker.RangePicker
        aria-label="时间段"
        allowEmpty={[true, true]}
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={(days) =>
          onChoose({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })
        }
        style={{ width: 250 }}
      />
      {userId !== undefined && (
        <Tag closable onClose={() => onChoose({ userId: undefined })} data-testid="log-ins-person">
          只看 {userId}
        </Tag>
      )}
    </div>
  );
}
