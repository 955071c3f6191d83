import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api } from '../../api';
import type { FieldProps } from '../../ui/found-select';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Chooses any number of a list that is short enough to be read whole. */
function ListPicker({
  listKey,
  load,
  value = [],
  label,
  width = '100%',
  testId,
  ...field
}: FieldProps<string[]> & { listKey: string; load: () => Promise<readonly Option[]> }) {
  const list = useQuery({ queryKey: ['catalog', listKey], queryFn: load, staleTime: 5 * 60_000 });
  return (
    <Select<string[]>
      {...field}
      mode="multiple"
      value={value}
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={list.isPending}
      options={[...(list.data ?? [])]}
      style={{ width }}
      data-testid={testId}
    />
  );
}

/** Chooses one of a list that is short enough to be read whole. */
function OnePicker({
  listKey,
  load,
  value,
  label,
  width = '100%',
  testId,
  ...field
}: FieldProps<string | undefined> & { listKey: string; load: () => Promise<readonly Option[]> }) {
  const list = useQuery({ queryKey: ['catalog', listKey], queryFn: load, staleTime: 5 * 60_000 });
  return (
    <Select<string>
      {...field}
      value={value}
      aria-label={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={list.isPending}
      options={[...(list.data ?? [])]}
      style={{ width }}
      data-testid={testId}
    />
  );
}

const loadCategories = async () =>
  (await api.catalog.categories({})).items.map(({ category, name }) => ({ value: category, label: name }));
const loadBrands = async () =>
  (await api.catalog.brands({})).items.map(({ brandId, name }) => ({ value: brandId, label: name }));
const loadGroups = async () =>
  (await api.catalog.customerGroups({})).items.map(({ groupId, name, buyerIds }) => ({
    value: groupId,
    label: `${name}（${buyerIds.length} 家）`,
  }));

export const CategoriesPicker = (field: FieldProps<string[]>) => (
  <ListPicker {...field} listKey="categories" load={loadCategories} />
);
export const BrandsPicker = (field: FieldProps<string[]>) => (
  <ListPicker {...field} listKey="brands" load={loadBrands} />
);
export const GroupsPicker = (field: FieldProps<string[]>) => (
  <ListPicker {...field} listKey="customerGroups" load={loadGroups} />
);

export const CategoryPicker = (field: FieldProps<string | undefined>) => (
  <OnePicker {...field} listKey="categories" load={loadCategories} />
);
export const BrandPicker = (field: FieldProps<string | undefined>) => (
  <OnePicker {...field} listKey="brands" load={loadBrands} />
);
export const GroupPicker = (field: FieldProps<string | undefined>) => (
  <OnePicker {...field} listKey="customerGroups" load={loadGroups} />
);
