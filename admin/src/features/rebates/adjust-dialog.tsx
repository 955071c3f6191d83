import { App, Form, Input, InputNumber, Radio } from 'antd';
import type { ReactElement } from 'react';
import { fenOfYuan, yuanText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { type RebateBalance, useAdjust } from './queries';

interface AdjustForm {
  buyerId?: string;
  way: 'add' | 'take';
  yuan: number;
  reason: string;
}

interface AdjustDialogProps {
  /** The balance that is adjusted, or `new` for a customer that is chosen in the dialog; closed while null. */
  subject: RebateBalance | 'new' | null;
  /** Chooses a customer. */
  buyerField: ReactElement;
  onClose: () => void;
}

/** Adds to a customer's rebate by hand, or takes off what is free of it. */
export function AdjustDialog({ subject, buyerField, onClose }: AdjustDialogProps) {
  const { message } = App.useApp();
  const adjust = useAdjust();
  const balance = subject === 'new' ? null : subject;
  return (
    <FormDialog<AdjustForm>
      open={subject !== null}
      title={balance ? `调整返利 · ${balance.buyerName}` : '调整返利'}
      submitText="确认调整"
      testId="rebate-adjust"
      onClose={onClose}
      initialValues={{ way: 'add' }}
      onSubmit={async ({ buyerId = '', way, yuan, reason }, commandId) => {
        const fen = fenOfYuan(yuan);
        const amountFen = way === 'add' ? fen : -fen;
        const after = await adjust({
          commandId,
          buyerId: balance?.buyerId ?? buyerId,
          amountFen,
          reason: reason.trim(),
        });
        message.success(`${after.buyerName} 的可用返利现为 ${yuanText(after.freeFen)}`);
      }}
    >
      {balance ? (
        <p className="tp-muted">
          可用 {yuanText(balance.freeFen)}，余额 {yuanText(balance.balanceFen)}。
        </p>
      ) : (
        <Form.Item name="buyerId" label="客户" rules={[{ required: true, message: '请选择客户' }]}>
          {buyerField}
        </Form.Item>
      )}
      <Form.Item name="way" label="方式">
        <Radio.Group
          options={[
            { value: 'add', label: '增加' },
            { value: 'take', label: '扣减（限未占用的余额）' },
          ]}
        />
      </Form.Item>
      <Form.Item name="yuan" label="金额（元）" rules={[{ required: true, message: '请填写金额' }]}>
        <InputNumber
          min={0.01}
          max={10_000_000}
          precision={2}
          prefix="¥"
          style={{ width: '100%' }}
          data-testid="rebate-adjust-yuan"
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label="原因（客户可见）"
        rules={[{ required: true, whitespace: true, message: '请填写原因，客户会看到' }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount data-testid="rebate-adjust-reason" />
      </Form.Item>
    </FormDialog>
  );
}
