import { App, Form, Input, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { countText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { ReasonField } from '../reason-field';
import { useOpenRecall } from './queries';

interface RecallForm {
  skuId: string;
  extent: 'lot' | 'all';
  lotNo?: string;
  reason: string;
}

interface OpenRecallDialogProps {
  open: boolean;
  /** What is recalled, where that is known already. */
  lot?: { readonly skuId: string; readonly lotNo: string } | undefined;
  /** A field that picks a SKU; goods are another feature's. */
  skuField: ReactNode;
  onOpened: (recallId: string) => void;
  onClose: () => void;
}

/** Recalls a lot, or all of a SKU, in the whole channel at once. */
export function OpenRecallDialog({ open, lot, skuField, onOpened, onClose }: OpenRecallDialogProps) {
  const { message } = App.useApp();
  const recall = useOpenRecall();
  return (
    <FormDialog<RecallForm>
      open={open}
      title="发起召回"
      submitText="立即停售并召回"
      danger
      width={560}
      testId="recall-open"
      onClose={onClose}
      initialValues={{ extent: 'lot', ...lot }}
      onSubmit={async ({ skuId, extent, lotNo, reason }, recallId) => {
        const opened = await recall({
          recallId,
          skuId,
          reason: reason.trim(),
          ...(extent === 'lot' && lotNo ? { lotNo: lotNo.trim() } : {}),
        });
        message.success(`已停售 ${countText(opened.stopped)} 件，涉及 ${opened.lotCount} 个批次`);
        onOpened(opened.recallId);
      }}
    >
      <p className="tp-danger">
        确认后，总部和所有经销商仓库里的这些货立即停售，已被订单占用的也不能发出；系统同时列出货发给了哪些客户。
      </p>
      <Form.Item name="skuId" label="商品" rules={[{ required: true, message: '请选择商品' }]}>
        {skuField}
      </Form.Item>
      <Form.Item name="extent" label="范围">
        <Segmented
          options={[
            { label: '一个批次', value: 'lot' },
            { label: '该商品的全部批次', value: 'all' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['extent']}>
        {({ getFieldValue }) =>
          getFieldValue('extent') === 'lot' && (
            <Form.Item
              name="lotNo"
              label="批号"
              rules={[{ required: true, whitespace: true, message: '请填写包装上的批号' }]}
            >
              <Input maxLength={40} data-testid="recall-lot-no" />
            </Form.Item>
          )
        }
      </Form.Item>
      <ReasonField placeholder="例如 抽检菌落总数超标" testId="recall-reason" />
    </FormDialog>
  );
}
