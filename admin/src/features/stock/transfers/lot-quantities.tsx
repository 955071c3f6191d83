import { InputNumber } from 'antd';
import { type ComponentType, useState } from 'react';
import { useInnerPages } from '../../../ui/cursor-pager';
import { EmptyHint } from '../../../ui/empty-hint';
import { countText } from '../../../ui/format';
import type { FieldProps } from '../../../ui/found-select';
import type { ListColumns } from '../../../ui/list-column';
import { PagedTable } from '../../../ui/paged-table';
import { Figure } from '../figure';
import { freeOf } from '../lots/moves';
import { type Lot, useLots } from '../queries';

/** How much of each lot goes along, by lot. */
export type Quantities = Readonly<Record<string, number>>;

/** The lots that go along, and how much of each. */
export const chosenOf = (quantities: Quantities = {}) =>
  Object.entries(quantities).flatMap(([lotId, quantity]) => (quantity > 0 ? [{ lotId, quantity }] : []));

interface LotQuantitiesProps {
  warehouseId: string;
  SkuField: ComponentType<FieldProps<string | undefined>>;
  value?: Quantities;
  onChange?: (quantities: Quantities) => void;
}

/** Chooses lots of a warehouse and how much of each; what is chosen stays while one looks for another. */
export function LotQuantities({ warehouseId, SkuField, value = {}, onChange }: LotQuantitiesProps) {
  const pages = useInnerPages();
  const [skuId, setSkuId] = useState<string>();
  const lots = useLots({ warehouseId, skuId }, pages.cursor);
  const chosen = chosenOf(value);
  const columns: ListColumns<Lot> = [
    { key: 'goods', title: '商品', stays: true, dataIndex: 'skuName', ellipsis: true },
    { key: 'lotNo', title: '批号', dataIndex: 'lotNo', width: 120, className: 'tp-figure' },
    { key: 'expiresOn', title: '到期日', dataIndex: 'expiresOn', width: 100, className: 'tp-figure' },
    {
      key: 'free',
      title: '可调',
      width: 80,
      align: 'right',
      render: (_, lot) => <Figure count={freeOf(lot)} />,
    },
    {
      key: 'quantity',
      title: '调拨数量',
      width: 120,
      align: 'right',
      render: (_, lot) => (
        <InputNumber<number>
          min={0}
          max={freeOf(lot)}
          precision={0}
          value={value[lot.lotId] ?? null}
          onChange={(quantity) => onChange?.({ ...value, [lot.lotId]: quantity ?? 0 })}
          placeholder="0"
          disabled={freeOf(lot) === 0}
          aria-label={`${lot.skuName} ${lot.lotNo} 的调拨数量`}
          style={{ width: '100%' }}
          data-testid={`transfer-quantity-${lot.lotId}`}
        />
      ),
    },
  ];
  return (
    <>
      <div className="tp-filters">
        <SkuField
          value={skuId}
          onChange={(sku) => {
            setSkuId(sku);
            pages.restart();
          }}
          placeholder="筛选商品"
          width={280}
          label="筛选商品"
        />
        <span className="tp-muted">
          已选 {chosen.length} 个批次，共{' '}
          {countText(chosen.reduce((total, { quantity }) => total + quantity, 0))} 件
        </span>
      </div>
      <div className="stock-lot-choice">
        <PagedTable
          list={lots}
          pages={pages}
          rowKey={({ lotId }) => lotId}
          columns={columns}
          minWidth={640}
          empty={<EmptyHint title="没有可调的批次" hint="换一个仓库或商品再看。" />}
        />
      </div>
    </>
  );
}
