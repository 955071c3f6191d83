import { PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Table, type TableProps } from 'antd';
import type { ComponentType } from 'react';
import { ulid } from 'ulid';
import type { FieldProps } from '../../../ui/found-select';
import { countText } from '../../../ui/format';
import type { DraftLine } from './draft';

const MOST_UNITS = 1_000_000;

/** How a goods field looks; the page that joins orders with the catalogue hands it in. */
export type GoodsPicker = ComponentType<FieldProps<string | undefined>>;

interface EditLinesProps {
  lines: readonly DraftLine[];
  /** Only the buyer may ask for more. */
  isBuyer: boolean;
  GoodsPicker: GoodsPicker;
  onChange: (lines: readonly DraftLine[]) => void;
}

/** The goods of an order, to be changed, taken out and, by the buyer, added. */
export function EditLines({ lines, isBuyer, GoodsPicker, onChange }: EditLinesProps) {
  const change = (key: string, more: Partial<DraftLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...more } : line)));
  const drop = (line: DraftLine) =>
    line.before
      ? change(line.key, { isRemoved: true })
      : onChange(lines.filter(({ key }) => key !== line.key));

  const columns: TableProps<DraftLine>['columns'] = [
    {
      title: '商品',
      render: (_, line) =>
        line.before ? (
          <div className={line.isRemoved ? 'edit-removed' : undefined}>
            <div>{line.before.skuName}</div>
            <div className="tp-muted tp-small">{line.before.spec}</div>
          </div>
        ) : (
          <GoodsPicker
            value={line.skuId}
            onChange={(skuId) => change(line.key, { skuId })}
            label="要添加的商品"
            testId="edit-goods"
          />
        ),
    },
    {
      title: '原数量',
      width: 104,
      align: 'right',
      render: (_, { before }) =>
        before ? (
          <>
            <span className="tp-figure">{countText(before.quantity)}</span>
            <div className="tp-muted tp-small">{before.mixedUnits}</div>
          </>
        ) : (
          <span className="tp-faint">新增</span>
        ),
    },
    {
      title: '改为',
      width: 128,
      align: 'right',
      render: (_, line) => (
        <InputNumber
          aria-label={`${line.before?.skuName ?? '新增商品'}的数量`}
          min={1}
          max={isBuyer || !line.before ? MOST_UNITS : line.before.quantity}
          precision={0}
          value={line.quantity}
          disabled={line.isRemoved}
          onChange={(quantity) => change(line.key, { quantity })}
          style={{ width: '100%' }}
          data-testid={`edit-quantity-${line.key}`}
        />
      ),
    },
    {
      title: '操作',
      width: 76,
      render: (_, line) =>
        line.isRemoved ? (
          <Button type="link" size="small" onClick={() => change(line.key, { isRemoved: false })}>
            放回
          </Button>
        ) : (
          <Button
            type="link"
            size="small"
            danger
            onClick={() => drop(line)}
            data-testid={`edit-remove-${line.key}`}
          >
            移除
          </Button>
        ),
    },
  ];

  return (
    <>
      <Table<DraftLine>
        size="small"
        rowKey={({ key }) => key}
        columns={columns}
        dataSource={[...lines]}
        pagination={false}
        scroll={{ x: 560 }}
      />
      {isBuyer ? (
        <Button
          icon={<PlusOutlined />}
          className="edit-add"
          onClick={() =>
            onChange([
              ...lines,
              { key: ulid(), skuId: undefined, quantity: null, before: null, isRemoved: false },
            ])
          }
          data-testid="edit-add"
        >
          添加商品
        </Button>
      ) : (
        <p className="tp-muted tp-small">
          审核方可以减少数量、移除商品；加货、加价须由客户自己在订单里修改并确认。
        </p>
      )}
    </>
  );
}
