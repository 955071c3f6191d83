import { useQueries, useQueryClient } from '@tanstack/react-query';
import { Cascader } from 'antd';
import { useState } from 'react';
import { api } from '../../api';
import type { FieldProps } from '../../ui/found-select';
import { codesOver, COUNTRY } from './region-codes';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly isLeaf: boolean;
  readonly children?: Option[];
}

const partsQuery = (parent: string) => ({
  queryKey: ['territory', 'parts', parent],
  queryFn: async () => (await api.territory.divisions({ parent })).items,
  staleTime: Infinity,
});

const DISTRICT_DIGITS = 6;
const CITY = /00$/;
/** Orders go to a district or a town; a city is no place. */
export const isPlace = (code: string) => code.length > DISTRICT_DIGITS || !CITY.test(code);

/** Chooses one division from province to town by name. */
export function PlacePicker({
  id,
  value,
  onChange,
  label,
  placeholder = '省 / 市 / 区县 / 乡镇',
  width = '100%',
  testId,
  disabled,
}: FieldProps<string | undefined>) {
  const client = useQueryClient();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const over = value === undefined ? [] : codesOver(value);
  // A town stands in its district.
  const district =
    value !== undefined && value.length > DISTRICT_DIGITS ? [value.slice(0, DISTRICT_DIGITS)] : [];
  const parents = [...new Set([COUNTRY, ...over, ...district, ...opened])];
  const parts = useQueries({ queries: parents.map(partsQuery) });
  const partsOf = new Map(parents.map((parent, at) => [parent, parts[at]?.data]));
  const optionsIn = (parent: string): Option[] | undefined =>
    partsOf.get(parent)?.map(({ code, name, hasChildren }) => ({
      value: code,
      label: name,
      isLeaf: !hasChildren,
      children: optionsIn(code),
    }));
  const path = value === undefined ? [] : [...over.slice(1), ...district, value];
  return (
    <Cascader<Option>
      id={id}
      aria-label={label}
      disabled={disabled}
      options={optionsIn(COUNTRY) ?? []}
      value={path}
      changeOnSelect
      allowClear
      placeholder={placeholder}
      displayRender={(labels) => labels.join('')}
      loadData={(chosen) => {
        const last = chosen.at(-1)?.value;
        if (last === undefined) return;
        void client.ensureQueryData(partsQuery(last));
        setOpened((present) => (present.includes(last) ? present : [...present, last]));
      }}
      onChange={(chosen) => {
        const last = chosen?.at(-1);
        onChange?.(last === undefined ? undefined : String(last));
      }}
      style={{ width }}
      data-testid={testId}
    />
  );
}
