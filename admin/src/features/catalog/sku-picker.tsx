import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { api } from '../../api';
import { problemTitle } from '../../ui/problem-view';

const TYPING_PAUSE_MILLISECONDS = 250;

/** Text as it stands once the typist pauses. */
function usePaused(text: string) {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), TYPING_PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(paused);
}

interface SkuPickerProps {
  /** Handed in by the form around it. */
  id?: string;
  value?: string;
  onChange?: (skuId: string | undefined) => void;
  placeholder?: string;
  width?: number | string;
}

/** Finds a SKU by name, pinyin, initials or barcode. */
export function SkuPicker({ id, value, onChange, placeholder, width = '100%' }: SkuPickerProps) {
  const [text, setText] = useState('');
  const q = usePaused(text.trim());
  const found = useQuery({
    queryKey: ['catalog', 'search', q],
    queryFn: () => api.catalog.search({ q, limit: 20 }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return (
    <Select<string>
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      loading={found.isFetching}
      placeholder={placeholder ?? '按名称、拼音首字母或条码查找'}
      notFoundContent={
        found.isError ? problemTitle(found.error) : found.isPending ? '查找中…' : '没有找到商品'
      }
      style={{ width }}
      options={found.data?.items.map((sku) => ({
        value: sku.skuId,
        label: `${sku.name} ${sku.spec}`,
        title: `${sku.brand} · ${sku.barcode}`,
      }))}
      data-testid="sku-picker"
    />
  );
}
