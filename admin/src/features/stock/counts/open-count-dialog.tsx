import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../../ui/form-dialog';
import { WarehouseSelect } from '../warehouse-select';
import { useOpenCount } from './queries';

interface OpenForm {
  warehouseId: string;
  skuIds?: string[];
  note?: string;
}

interface OpenCountDialogProps {
  open: boolean;
  /** A field that picks SKUs; goods are another feature's. */
  skusField: ReactNode;
  onOpened: (sheetId: string) => void;
  onClose: () => void;
}

/** Opens a count sheet over what stands in a warehouse. */
export function OpenCountDialog({ open, skusField, onOpened, onClose }: OpenCountDialogProps) {
  const { message } = App.useApp();
  const openCount = useOpenCount();
  return (
    <FormDialog<OpenForm>
      open={open}
      title="新建盘点"
      submitText="开单"
      width={560}
      testId="count-open"
      onClose={onClose}
      onSubmit={async ({ warehouseId, skuIds = [], note = '' }, sheetId) => {
        const sheet = await openCount({ sheetId, warehouseId, skuIds, note: note.trim() });
        message.success(`已开单，共 ${sheet.lines.length} 个批次`);
        onOpened(sheet.sheetId);
      }}
    >
      <p className="tp-muted">开单时记下账面数量，盘点期间仓库照常收发；盘过之后又有进出的批次会提示重盘。</p>
      <Form.Item name="warehouseId" label="仓库" rules={[{ required: true, message: '请选择仓库' }]}>
        <WarehouseSelect testId="count-warehouse" />
      </Form.Item>
      <Form.Item name="skuIds" label="商品（不选则盘整个仓库）">
        {skusField}
      </Form.Item>
      <Form.Item name="note" label="说明（选填）">
        <Input maxLength={200} placeholder="例如 月末盘点" data-testid="count-note" />
      </Form.Item>
    </FormDialog>
  );
}
