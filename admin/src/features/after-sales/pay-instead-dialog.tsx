import { App, Form, Input } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import type { DialogProps } from './approve-dialog';
import { usePayInstead } from './queries';

/** Gives up what was to be sent again, and pays for what came back. */
export function PayInsteadDialog({ request, open, onClose }: DialogProps) {
  const { message } = App.useApp();
  const payInstead = usePayInstead();
  const { afterSalesId, number, replacementNumber } = request;
  return (
    <FormDialog<{ words?: string }>
      open={open}
      title={`改为退款 ${number}`}
      submitText="取消补发并退款"
      danger
      testId="after-sales-pay-instead"
      onClose={onClose}
      onSubmit={async ({ words = '' }, commandId) => {
        await payInstead({ afterSalesId, commandId, words: words.trim() });
        message.success(`${number} 已改为退款`);
      }}
    >
      <p className="tp-muted">
        补发订单 {replacementNumber}{' '}
        将被取消，预留的库存释放；已收到的商品按原活动重算退款。已经发出的补发订单不能取消。
      </p>
      <Form.Item name="words" label="说明（选填）">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  );
}
