import { App, Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../../ui/form-dialog';
import { DayInput } from '../../../ui/instant-input';
import '../stock.css';
import { QuantityField } from '../quantity-field';
import { WarehouseSelect } from '../warehouse-select';
import { usePutInbound } from './queries';

interface InboundForm {
  warehouseId: string;
  skuId: string;
  expectedOn: string;
  quantity: number;
  note?: string;
  isConfirmed: boolean;
}

interface PutInboundDialogProps {
  open: boolean;
  onClose: () => void;
  /** A field that picks a SKU; goods are another feature's. */
  skuField: ReactNode;
}

/** Expects goods in a warehouse. */
export function PutInboundDialog({ open, onClose, skuField }: PutInboundDialogProps) {
  const { message } = App.useApp();
  const put = usePutInbound();
  return (
    <FormDialog<InboundForm>
      open={open}
      title="登记预计到货"
      submitText="登记"
      width={560}
      testId="inbound-put"
      onClose={onClose}
      initialValues={{ isConfirmed: false }}
      onSubmit={async ({ note = '', ...expected }, inboundId) => {
        const inbound = await put({ inboundId, ...expected, note: note.trim() });
        message.success(`已登记，${inbound.expectedOn} 到${inbound.warehouseName}`);
      }}
    >
      <Form.Item name="skuId" label="商品" rules={[{ required: true, message: '请选择商品' }]}>
        {skuField}
      </Form.Item>
      <Form.Item name="warehouseId" label="仓库" rules={[{ required: true, message: '请选择仓库' }]}>
        <WarehouseSelect testId="inbound-warehouse" />
      </Form.Item>
      <div className="stock-pair">
        <Form.Item
          name="expectedOn"
          label="预计到货日"
          rules={[{ required: true, message: '请选择预计到货日' }]}
        >
          <DayInput />
        </Form.Item>
        <QuantityField testId="inbound-quantity" />
      </div>
      <Form.Item name="note" label="说明（选填）">
        <Input maxLength={200} placeholder="例如 采购单 2026-311" />
      </Form.Item>
      <Form.Item name="isConfirmed" valuePropName="checked">
        <Checkbox>供货方已确认：从到货日起可以向客户承诺</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
