import { App, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { ProblemView } from '../../ui/problem-view';
import { useReceiveLot, useWarehouses } from './queries';

interface ReceiveForm {
  warehouseId: string;
  skuId: string;
  lotNo: string;
  producedOn: Dayjs;
  quantity: number;
}

interface ReceiveDialogProps {
  open: boolean;
  onClose: () => void;
  /** A field that picks a SKU; goods are another feature's. */
  skuField: ReactNode;
}

/** Receives a lot into a warehouse. */
export function ReceiveDialog({ open, onClose, skuField }: ReceiveDialogProps) {
  const { message } = App.useApp();
  const receive = useReceiveLot();
  const warehouses = useWarehouses(open);
  const options = warehouses.data?.items.map(({ warehouseId, name }) => ({
    value: warehouseId,
    label: name,
  }));
  return (
    <FormDialog<ReceiveForm>
      open={open}
      title="批次入库"
      submitText="确认入库"
      width={560}
      testId="receive-lot"
      onClose={onClose}
      onSubmit={async ({ producedOn, lotNo, ...rest }, receiptId) => {
        const lot = await receive({
          ...rest,
          lotNo: lotNo.trim(),
          receiptId,
          producedOn: producedOn.format('YYYY-MM-DD'),
        });
        message.success(`批次 ${lot.lotNo} 已入库，现有 ${lot.mixedUnits}，${lot.expiresOn} 到期`);
      }}
    >
      {warehouses.isError && (
        <ProblemView error={warehouses.error} onRetry={() => void warehouses.refetch()} />
      )}
      <Form.Item name="warehouseId" label="仓库" rules={[{ required: true, message: '请选择仓库' }]}>
        <Select
          options={options}
          loading={warehouses.isFetching}
          placeholder="选择入库仓库"
          data-testid="receive-warehouse"
        />
      </Form.Item>
      <Form.Item name="skuId" label="商品" rules={[{ required: true, message: '请选择商品' }]}>
        {skuField}
      </Form.Item>
      <div className="form-grid">
        <Form.Item
          name="lotNo"
          label="批号"
          rules={[{ required: true, whitespace: true, message: '请填写包装上的批号' }]}
        >
          <Input maxLength={40} placeholder="例如 20260301A" data-testid="receive-lot-no" />
        </Form.Item>
        <Form.Item name="producedOn" label="生产日期" rules={[{ required: true, message: '请选择生产日期' }]}>
          <DatePicker style={{ width: '100%' }} maxDate={dayjs()} />
        </Form.Item>
        <Form.Item
          name="quantity"
          label="数量（最小单位）"
          rules={[{ required: true, message: '请填写数量' }]}
        >
          <InputNumber
            min={1}
            max={1_000_000}
            precision={0}
            style={{ width: '100%' }}
            data-testid="receive-quantity"
          />
        </Form.Item>
      </div>
      <p className="tp-muted tp-small">到期日按商品保质期自动推算；同一批号再次入库会累加数量。</p>
    </FormDialog>
  );
}
