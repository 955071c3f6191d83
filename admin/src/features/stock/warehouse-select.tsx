import { Select } from 'antd';
import type { FieldProps } from '../../ui/found-select';
import { problemTitle } from '../../ui/problem-view';
import { useWarehouses } from './queries';

/** Chooses one of the house's own warehouses. */
export function WarehouseSelect({ label, width = '100%', testId, ...field }: FieldProps<string | undefined>) {
  const warehouses = useWarehouses(true);
  return (
    <Select<string>
      placeholder="选择仓库"
      {...field}
      options={warehouses.data?.items.map(({ warehouseId, name }) => ({ value: warehouseId, label: name }))}
      loading={warehouses.isFetching}
      notFoundContent={
        warehouses.isError ? problemTitle(warehouses.error) : warehouses.isPending ? '读取中…' : '没有仓库'
      }
      aria-label={label}
      allowClear
      style={{ width }}
      data-testid={testId}
    />
  );
}
