import { App, Form, Input } from 'antd';
import type { ComponentType } from 'react';
import type { FieldProps } from '../../../ui/found-select';
import { FormDialog } from '../../../ui/form-dialog';
import '../stock.css';
import { WarehouseSelect } from '../warehouse-select';
import { chosenOf, LotQuantities, type Quantities } from './lot-quantities';
import { useDispatchTransfer } from './queries';

interface DispatchForm {
  fromWarehouseId: string;
  toWarehouseId: string;
  quantities?: Quantities;
  reason?: string;
}

interface DispatchDialogProps {
  open: boolean;
  onClose: () => void;
  /** A field that picks a SKU; goods are another feature's. */
  SkuField: ComponentType<FieldProps<string | undefined>>;
}

/** Sends lots on their way to another warehouse. */
export function DispatchDialog({ open, onClose, SkuField }: DispatchDialogProps) {
  const { message } = App.useApp();
  const dispatch = useDispatchTransfer();
  return (
    <FormDialog<DispatchForm>
      open={open}
      title="新建调拨"
      submitText="确认发出"
      width={820}
      testId="transfer-dispatch"
      onClose={onClose}
      onSubmit={async ({ fromWarehouseId, toWarehouseId, quantities, reason = '' }, transferId) => {
        const lines = chosenOf(quantities);
        const transfer = await dispatch({
          transferId,
          fromWarehouseId,
          toWarehouseId,
          reason: reason.trim(),
          lines,
        });
        message.success(`已发往${transfer.toWarehouseName}，共 ${transfer.lines.length} 个批次`);
      }}
    >
      {(form) => (
        <>
          <p className="tp-muted">发出后立即从调出仓扣减，到货前计入在途；到货时登记破损和短少。</p>
          <div className="stock-pair">
            <Form.Item
              name="fromWarehouseId"
              label="调出仓"
              rules={[{ required: true, message: '请选择调出仓' }]}
            >
              <WarehouseSelect onChange={() => form.setFieldValue('quantities', {})} testId="transfer-from" />
            </Form.Item>
            <Form.Item
              name="toWarehouseId"
              label="调入仓"
              dependencies={['fromWarehouseId']}
              rules={[
                { required: true, message: '请选择调入仓' },
                ({ getFieldValue }) => ({
                  validator: async (_, to?: string) => {
                    if (to && to === getFieldValue('fromWarehouseId'))
                      throw new Error('调入仓不能与调出仓相同');
                  },
                }),
              ]}
            >
              <WarehouseSelect testId="transfer-to" />
            </Form.Item>
          </div>
          <Form.Item noStyle dependencies={['fromWarehouseId']}>
            {({ getFieldValue }) => {
              const warehouseId: unknown = getFieldValue('fromWarehouseId');
              return typeof warehouseId === 'string' ? (
                <Form.Item
                  name="quantities"
                  rules={[
                    {
                      validator: async (_, quantities?: Quantities) => {
                        if (chosenOf(quantities).length === 0) throw new Error('至少填写一个批次的调拨数量');
                      },
                    },
                  ]}
                >
                  <LotQuantities key={warehouseId} warehouseId={warehouseId} SkuField={SkuField} />
                </Form.Item>
              ) : null;
            }}
          </Form.Item>
          <Form.Item name="reason" label="说明（选填）">
            <Input maxLength={200} placeholder="例如 补华南仓旺季备货" data-testid="transfer-reason" />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
