import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api';
import { canScan, scanBarcode } from '@/platform/scan-barcode';
import { Button } from '@/ui/button';
import { asButton } from '@/ui/control';
import { SearchBar } from '@/ui/search-bar';
import { problemText } from '@/ui/states';
import { say } from '@/ui/toast';
import { useDebounced } from '@/ui/use-debounced';
import './goods-filter.scss';

const searchPauseMs = 300;
const findsMost = 8;

const findsQuery = (q: string) =>
  queryOptions({
    queryKey: ['catalog', 'stocked', q],
    queryFn: () => api.catalog.search({ q, range: 'all', limit: findsMost }),
    staleTime: 60_000,
  });

const skuQuery = (skuId: string) =>
  queryOptions({
    queryKey: ['catalog', 'sku', skuId],
    queryFn: () => api.catalog.get({ skuId }),
    staleTime: 5 * 60_000,
  });

/** Narrows a list to one SKU: by words of its name, by its barcode typed or scanned. */
export function GoodsFilter({ skuId, onChoose }: { skuId: string; onChoose: (skuId: string) => void }) {
  const [q, setQ] = useState('');
  const settledQ = useDebounced(q.trim(), searchPauseMs);
  const client = useQueryClient();
  const finds = useQuery({ ...findsQuery(settledQ), enabled: settledQ !== '' });
  const chosen = useQuery({ ...skuQuery(skuId), enabled: skuId !== '' });
  const choose = (next: string) => {
    setQ('');
    onChoose(next);
  };
  const scan = useMutation({
    mutationFn: async () => {
      const barcode = await scanBarcode();
      if (barcode === undefined) return;
      choose((await api.catalog.scan({ barcode })).sku.skuId);
    },
    onError: (error) => say(problemText(error)),
  });
  const enter = useMutation({
    mutationFn: (typed: string) => client.fetchQuery(findsQuery(typed)),
    onSuccess: ({ items: [only, ...others] }) => {
      if (only && others.length === 0) choose(only.skuId);
    },
  });
  if (skuId !== '')
    return (
      <View className="goods-filter goods-filter--chosen">
        <Text className="goods-filter__name">{chosen.data?.name ?? skuId}</Text>
        <Button id="goods-filter-clear" label="看全部商品" size="small" onPress={() => choose('')} />
      </View>
    );
  return (
    <View className="goods-filter">
      <View className="goods-filter__line">
        <View className="goods-filter__search">
          <SearchBar
            id="goods-filter"
            value={q}
            placeholder="商品名、拼音首字母或条码"
            onChange={setQ}
            onSubmit={() => {
              if (q.trim() !== '' && !enter.isPending) enter.mutate(q.trim());
            }}
          />
        </View>
        {canScan ? (
          <Button
            id="goods-filter-scan"
            label="扫码"
            pending={scan.isPending}
            onPress={() => scan.mutate()}
          />
        ) : null}
      </View>
      {q.trim() !== '' ? (
        <View className="goods-filter__finds">
          {finds.isFetching && !finds.data ? <Text className="goods-filter__word">正在查找…</Text> : null}
          {finds.isError ? <Text className="goods-filter__word">查找失败，请再试一次</Text> : null}
          {finds.data?.items.length === 0 ? <Text className="goods-filter__word">没有找到商品</Text> : null}
          {finds.data?.items.map((sku) => (
            <View
              key={sku.skuId}
              id={`goods-find-${sku.skuId}`}
              className="goods-filter__find"
              {...asButton(() => choose(sku.skuId))}
            >
              <Text>{sku.name}</Text>
              <Text className="goods-filter__word">{sku.spec}</Text>
            </View>
          ))}
        </View>
      ) : null}
    </View>
  );
}
