import { DatePicker, Input, Segmented, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import type { AuditFilter } from './queries';
import { routeOptions } from './route-words';

interface AuditFiltersProps {
  filter: AuditFilter;
  onChoose: (values: Partial<Record<keyof AuditFilter, string | undefined>>) => void;
}

/** What the log is narrowed to. */
export function AuditFilters({ filter, onChoose }: AuditFiltersProps) {
  const { userId, route, subjectId, outcome, from, to } = filter;
  return (
    <div className="tp-filters">
      <Segmented
        aria-label="结果"
        value={outcome === 'done' || outcome === 'refused' ? outcome : 'all'}
        options={[
          { value: 'all', label: '全部' },
          { value: 'done', label: '成功' },
          { value: 'refused', label: '被拒绝' },
        ]}
        onChange={(value) => onChoose({ outcome: value === 'all' ? undefined : value })}
      />
      <Select
        aria-label="操作"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="操作"
        value={route}
        options={routeOptions}
        onChange={(value: string | undefined) => onChoose({ route: value })}
        style={{ width: 200 }}
        data-testid="audit-route"
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
      <Input.Search
        key={subjectId}
        id="audit-subject"
        aria-label="对象编号"
        allowClear
        defaultValue={subjectId}
        maxLength={100}
        placeholder="对象编号"
        onSearch={(value) => onChoose({ subjectId: value.trim() || undefined })}
        style={{ width: 230 }}
      />
      {userId !== undefined && (
        <Tag closable onClose={() => onChoose({ userId: undefined })} data-testid="audit-person">
          只看 {userId}
        </Tag>
      )}
    </div>
  );
}
