import { useMe } from '../features/auth/me';
import { SkuPicker } from '../features/catalog/sku-picker';
import { PartyPicker } from '../features/partners/party-picker';
import { WarehouseSelect } from '../features/stock/warehouse-select';
import type { useFilters } from '../ui/use-filters';

interface StockFiltersProps extends Pick<ReturnType<typeof useFilters>, 'choose' | 'chooseAll'> {
  filter: {
    readonly ownerId?: string | undefined;
    readonly skuId?: string | undefined;
    readonly warehouseId?: string | undefined;
  };
  /** What a list of another owner's is not narrowed by. */
  forgets?: Readonly<Record<string, undefined>>;
  testId: string;
}

/** Whose goods (HQ may look at anybody's), which, and in which warehouse of one's own. */
export function StockFilters({ filter, choose, chooseAll, forgets, testId }: StockFiltersProps) {
  const me = useMe();
  return (
    <>
      {me.party.kind === 'hq' && (
        <PartyPicker
          value={filter.ownerId}
          onChange={(owner) => chooseAll({ owner, warehouse: undefined, ...forgets })}
          placeholder="货主：总部"
          width={200}
          label="货主"
          testId={`${testId}-owner`}
        />
      )}
      <SkuPicker
        value={filter.skuId}
        onChange={(sku) => choose('sku', sku)}
        placeholder="筛选商品：名称、拼音首字母或条码"
        width={300}
        label="商品"
      />
      {!filter.ownerId && (
        <WarehouseSelect
          value={filter.warehouseId}
          onChange={(warehouse) => choose('warehouse', warehouse)}
          placeholder="全部仓库"
          width={170}
          label="仓库"
          testId={`${testId}-warehouse`}
        />
      )}
    </>
  );
}
