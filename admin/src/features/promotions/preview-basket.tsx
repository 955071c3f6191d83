import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import { unitsOf, type BasketRow } from './basket';
import { usePickers } from './pickers';
import type { Goods } from './queries';

const MOST_ROWS = 50;

interface PreviewBasketProps {
  rows: readonly BasketRow[];
  onChange: (rows: readonly BasketRow[]) => void;
  goodsOf: (skuId: string) => Goods | undefined;
}

/** The goods of a sample basket. */
export function PreviewBasket({ rows, onChange, goodsOf }: PreviewBasketProps) {
  const { Sku } = usePickers();
  const change = (key: number, given: Partial<BasketRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...given } : row)));
  return (
    <div className="basket">
      {rows.map(({ key, skuId, count, unit }, index) => {
        const goods = skuId === undefined ? undefined : goodsOf(skuId);
        const units = goods ? unitsOf(goods) : [];
        return (
          <div key={key} className="basket-row">
            <Sku
              value={skuId}
              onChange={(value) => change(key, { skuId: value, unit: undefined })}
              label={`试算商品 ${index + 1}`}
              placeholder="商品"
              testId={`basket-sku-${index}`}
            />
            <InputNumber<number>
              value={count ?? null}
              onChange={(value) => change(key, { count: value ?? undefined })}
              min={1}
              max={1_000_000}
              precision={0}
              aria-label={`试算数量 ${index + 1}`}
              data-testid={`basket-count-${index}`}
            />
            <Select<string>
              value={unit ?? units[0]}
              onChange={(value) => change(key, { unit: value })}
              options={units.map((value) => ({ value, label: value }))}
              aria-label={`试算单位 ${index + 1}`}
              disabled={units.length === 0}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`去掉第 ${index + 1} 行`}
              disabled={rows.length === 1}
              onClick={() => onChange(rows.filter((row) => row.key !== key))}
            />
          </div>
        );
      })}
      <Button
        type="dashed"
        size="small"
        icon={<PlusOutlined />}
        disabled={rows.length >= MOST_ROWS}
        onClick={() => onChange([...rows, { key: Math.max(...rows.map(({ key }) => key)) + 1, count: 1 }])}
        data-testid="basket-add"
      >
        加商品
      </Button>
    </div>
  );
}
