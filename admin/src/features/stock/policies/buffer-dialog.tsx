import { App, Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../../ui/form-dialog';
import { WarehouseSelect } from '../warehouse-select';
import { type Buffer, useSetBuffer } from './queries';

interface BufferValues {
  readonly skuId: string;
  readonly warehouseId?: string;
  readonly quantity: number;
}

interface BufferDialogProps {
  /** A buffer to change, or a new one; closed while there is neither. */
  subject: Buffer | 'new' | null;
  onClose: () => void;
  /** Picks a SKU. */
  skuField: (disabled: boolean) => ReactNode;
}

/** Says how much of a SKU is never promised. */
export function BufferDialog({ subject, onClose, skuField }: BufferDialogProps) {
  const { message } = App.useApp();
  const set = useSetBuffer();
  const buffer = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<BufferValues>
      open={subject !== null}
      title={buffer ? `修改安全库存 · ${buffer.skuName}` : '设置安全库存'}
      submitText="保存"
      testId="buffer"
      onClose={onClose}
      initialValues={
        buffer && {
          skuId: buffer.skuId,
          warehouseId: buffer.warehouseId ?? undefined,
          quantity: buffer.quantity,
        }
      }
      onSubmit={async ({ skuId, warehouseId, quantity }, commandId) => {
        await set({ commandId, skuId, warehouseId, quantity });
        message.success(quantity === 0 ? '已不再保留' : '安全库存已保存，新订单不再占用这部分');
      }}
    >
      <Form.Item name="skuId" label="商品" rules={[{ required: true, message: '请选择商品' }]}>
        {skuField(buffer !== undefined)}
      </Form.Item>
      <Form.Item name="warehouseId" label="仓库">
        <WarehouseSelect
          placeholder="全部仓库合计"
          disabled={buffer !== undefined}
          testId="buffer-warehouse"
        />
      </Form.Item>
      <Form.Item
        name="quantity"
        label="保留数量（最小单位）"
        extra="填 0 表示不保留；已答应客户的货不受影响"
        rules={[{ required: true, message: '请填写数量' }]}
      >
        <InputNumber
          min={0}
          max={1_000_000_000}
          precision={0}
          style={{ width: '100%' }}
          data-testid="buffer-quantity"
        />
      </Form.Item>
    </FormDialog>
  );
}
