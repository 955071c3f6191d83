import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { problemTitle } from './problem-view';
import { usePaused } from './use-paused';

export interface FoundOption {
  readonly value: string;
  readonly label: string;
  readonly title?: string;
}

/** Where options come from: a search by words, and the name of one that is chosen already. */
export interface Finder {
  /** Names the answers among all queries. */
  readonly key: readonly string[];
  readonly find: (words: string) => Promise<readonly FoundOption[]>;
  readonly name: (value: string) => Promise<FoundOption>;
}

const TYPING_PAUSE_MILLISECONDS = 250;
const FRESH_MILLISECONDS = 60_000;

/** What a form hands to a field, and what the field looks like. */
export interface FieldProps<Value> {
  id?: string;
  value?: Value;
  onChange?: (value: Value) => void;
  placeholder?: string;
  width?: number | string;
  label?: string;
  testId?: string;
  disabled?: boolean;
}

function useFound(finder: Finder, chosen: readonly string[]) {
  const [text, setText] = useState('');
  const words = usePaused(text.trim(), TYPING_PAUSE_MILLISECONDS);
  const found = useQuery({
    queryKey: [...finder.key, 'find', words],
    queryFn: () => finder.find(words),
    placeholderData: keepPreviousData,
    staleTime: FRESH_MILLISECONDS,
  });
  const listed = new Set(found.data?.map(({ value }) => value));
  const names = useQueries({
    queries: chosen
      .filter((value) => !listed.has(value))
      .map((value) => ({
        queryKey: [...finder.key, 'name', value],
        queryFn: () => finder.name(value),
        staleTime: Infinity,
        retry: false,
      })),
  });
  const beside = names.flatMap(({ data }) => (data ? [data] : []));
  return {
    options: [...(found.data ?? []), ...beside],
    showSearch: { filterOption: false as const, onSearch: setText, searchValue: text },
    loading: found.isFetching,
    notFoundContent: found.isError ? problemTitle(found.error) : found.isPending ? '查找中…' : '没有找到',
  };
}

/** Chooses one of what a search finds. */
export function FoundOne({
  finder,
  value,
  label,
  width = '100%',
  testId,
  ...field
}: FieldProps<string | undefined> & { finder: Finder }) {
  const found = useFound(finder, value ? [value] : []);
  return (
    <Select<string>
      {...field}
      {...found}
      value={value}
      aria-label={label}
      allowClear
      style={{ width }}
      data-testid={testId}
    />
  );
}

/** Chooses any number of what a search finds. */
export function FoundMany({
  finder,
  value = [],
  label,
  width = '100%',
  testId,
  ...field
}: FieldProps<string[]> & { finder: Finder }) {
  const found = useFound(finder, value);
  return (
    <Select<string[]>
      {...field}
      {...found}
      mode="multiple"
      value={value}
      aria-label={label}
      allowClear
      style={{ width }}
      data-testid={testId}
    />
  );
}
