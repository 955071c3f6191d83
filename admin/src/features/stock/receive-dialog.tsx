import { App, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { ProblemView } from '../../ui/problem-view';
import { ProductionDayField } from './production-day-field';
import { QuantityField } from './quantity-field';
import { useReceiveLot, useWarehouses } from './queries';

interface ReceiveForm {
  warehouseId: string;
  skuId: string;
  lotNo: string;
  producedOn: string;
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
      onSubmit={async ({ lotNo, ...rest }, receiptId) => {
        const lot = await receive({ ...rest, lotNo: lotNo.trim(), receiptId });
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
        <ProductionDayField />
        <QuantityField testId="receive-quantity" />
      </div>
      <p className="tp-muted tp-small">到期日按商品保质期自动推算；同一批号再次入库会累加数量。</p>
    </FormDialog>
  );
}
