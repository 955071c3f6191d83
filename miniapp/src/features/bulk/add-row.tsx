import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api';
import { asButton } from '@/ui/control';
import { unitYuan } from '@/ui/money';
import { SearchBar } from '@/ui/search-bar';
import { useDebounced } from '@/ui/use-debounced';
import type { FoundSku } from './find-goods';
import { oneMeant } from './one-meant';
import './add-row.scss';

const searchPauseMs = 300;
const findsMax = 8;

const findsQuery = (supplierId: string, q: string) =>
  queryOptions({
    queryKey: ['catalog', 'finds', supplierId, q],
    queryFn: () => api.catalog.search({ q, supplierId, limit: findsMax }),
    staleTime: 60_000,
  });

/**
 * A line that finds goods as it is typed into; a tap on a find adds its row. Enter, which a scanner presses too, adds the
 * one that is meant.
 */
export function AddRow({ supplierId, onAdd }: { supplierId: string; onAdd: (sku: FoundSku) => void }) {
  const [q, setQ] = useState('');
  const settledQ = useDebounced(q.trim(), searchPauseMs);
  const client = useQueryClient();
  const finds = useQuery({ ...findsQuery(supplierId, settledQ), enabled: settledQ !== '' });
  const take = (sku: FoundSku) => {
    if (sku.unitPriceE4 === null) return;
    onAdd(sku);
    setQ('');
  };
  const enter = useMutation({
    mutationFn: (typed: string) => client.fetchQuery(findsQuery(supplierId, typed)),
    onSuccess: ({ items }, typed) => {
      const sku = oneMeant(typed, items);
      if (sku && typed === q.trim()) take(sku);
    },
  });
  const isOpen = q.trim() !== '';
  return (
    <View className="add-row">
      <SearchBar
        id="row-search"
        value={q}
        placeholder="输入商品名、拼音首字母或条码，点选加一行"
        onChange={setQ}
        onSubmit={() => {
          if (isOpen && !enter.isPending) enter.mutate(q.trim());
        }}
      />
      {isOpen ? (
        <View className="add-row__finds">
          {finds.isFetching && !finds.data ? <Text className="add-row__word">正在查找…</Text> : null}
          {finds.isError ? <Text className="add-row__word">查找失败，请再试一次</Text> : null}
          {finds.data?.items.length === 0 ? <Text className="add-row__word">没有找到商品</Text> : null}
          {finds.data?.items.map((sku) => (
            <View
              key={sku.skuId}
              id={`find-${sku.skuId}`}
              className="add-row__find"
              {...asButton(() => take(sku))}
            >
              <Text className="add-row__name">{sku.name}</Text>
              <Text className="add-row__faint">{sku.spec}</Text>
              <Text className="add-row__faint">
                {sku.unitPriceE4 === null ? '暂无报价' : `${unitYuan(sku.unitPriceE4)}/${sku.baseUnit}`}
              </Text>
            </View>
          ))}
        </View>
      ) : null}
    </View>
  );
}
