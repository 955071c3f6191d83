import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useState } from 'react';
import { api } from '../../api';
import type { FieldProps } from '../../ui/found-select';
import { codeOf, COUNTRY, prefixOf } from './region-codes';

interface Node {
  readonly id: string;
  readonly pId: string;
  readonly value: string;
  readonly title: string;
  readonly isLeaf: boolean;
}

const DISTRICT_DIGITS = 6;

const wholeCountry: Node = { id: COUNTRY, pId: '', value: COUNTRY, title: '全国', isLeaf: true };

/** Below a district nobody is distinguished. */
const nodesIn = async (parent: string): Promise<readonly Node[]> =>
  (await api.territory.divisions({ parent })).items.map(({ code, name, hasChildren }) => ({
    id: code,
    pId: parent,
    value: prefixOf(code),
    title: name,
    isLeaf: !hasChildren || prefixOf(code).length === DISTRICT_DIGITS,
  }));

interface RegionsPickerProps extends FieldProps<string[]> {
  /** Whether the country as a whole may be chosen. */
  withCountry?: boolean;
}

/** Chooses provinces, cities and districts by name; each stands for all within it. */
export function RegionsPicker({
  value = [],
  onChange,
  withCountry = false,
  label,
  width = '100%',
  testId,
  ...field
}: RegionsPickerProps) {
  const client = useQueryClient();
  const [below, setBelow] = useState<readonly Node[]>([]);
  const top = useQuery({
    queryKey: ['territory', 'divisions', COUNTRY],
    queryFn: () => nodesIn(COUNTRY),
    staleTime: Infinity,
  });
  const names = useQueries({
    queries: value.map((prefix) => ({
      queryKey: ['territory', 'division', prefix],
      queryFn: () => api.territory.division({ code: codeOf(prefix) }),
      enabled: prefix !== COUNTRY,
      staleTime: Infinity,
    })),
  });
  const load = async (parent: string) => {
    if (below.some(({ pId }) => pId === parent)) return;
    const nodes = await client.ensureQueryData({
      queryKey: ['territory', 'divisions', parent],
      queryFn: () => nodesIn(parent),
    });
    setBelow((present) => (present.some(({ pId }) => pId === parent) ? present : [...present, ...nodes]));
  };
  return (
    <TreeSelect
      {...field}
      aria-label={label}
      multiple
      allowClear
      labelInValue
      treeDataSimpleMode
      value={value.map((prefix, index) => ({
        value: prefix,
        label: prefix === COUNTRY ? wholeCountry.title : (names[index]?.data?.fullName ?? prefix),
      }))}
      onChange={(chosen: readonly { value: string }[]) => onChange?.(chosen.map((one) => one.value))}
      loadData={({ id }) => load(String(id))}
      treeData={[...(withCountry ? [wholeCountry] : []), ...(top.data ?? []), ...below]}
      loading={top.isPending}
      style={{ width }}
      data-testid={testId}
    />
  );
}
