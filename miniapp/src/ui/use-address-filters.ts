import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { keepQuery } from '@/platform/keep-query';

/**
 * Filters of a list that live in the page's own parameters: in a browser its address says them, so that a reload, a
 * bookmark or a link shows the same list. What is empty is not filtered by.
 */
export function useAddressFilters<Name extends string>(names: readonly Name[]) {
  const { params } = useRouter();
  const [values, setValues] = useState(
    () =>
      Object.fromEntries(names.map((name) => [name, params[name] ?? ''])) as Readonly<Record<Name, string>>,
  );
  const choose = (changed: Partial<Record<Name, string>>) => {
    const next = { ...values, ...changed };
    setValues(next);
    keepQuery(next);
  };
  return [values, choose] as const;
}
