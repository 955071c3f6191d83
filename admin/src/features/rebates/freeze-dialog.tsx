import { App, Form, Input } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { type RebateBalance, useFreeze } from './queries';

/** Freezes a balance for a dispute, or ends that; open while there is one. */
export function FreezeDialog({ balance, onClose }: { balance: RebateBalance | null; onClose: () => void }) {
  const { message } = App.useApp();
  const freeze = useFreeze();
  const isFrozen = balance?.frozenAt == null;
  const verb = isFrozen ? '冻结返利' : '解除冻结';
  return (
    <FormDialog<{ reason: string }>
      open={balance !== null}
      title={`${verb} · ${balance?.buyerName ?? ''}`}
      submitText={verb}
      danger={isFrozen}
      testId="rebate-freeze"
      onClose={onClose}
      onSubmit={async ({ reason }, commandId) => {
        if (!balance) return;
        await freeze({ commandId, accountId: balance.accountId, isFrozen, reason: reason.trim() });
        message.success(isFrozen ? '已冻结' : '已解除冻结');
      }}
    >
      <p className="tp-muted">
        {isFrozen
          ? '冻结期间客户不能使用返利，返利也不会到期；已被订单占用的不受影响。'
          : '解除后客户可以继续使用，剩余返利的有效期按冻结天数顺延。'}
      </p>
      <Form.Item
        name="reason"
        label="原因（客户可见）"
        rules={[{ required: true, whitespace: true, message: '请填写原因，客户会看到' }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount autoFocus data-testid="rebate-freeze-reason" />
      </Form.Item>
    </FormDialog>
  );
}
