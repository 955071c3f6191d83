import { App, Form, Input } from 'antd';
import { yuanText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { useCloseRefund, useRefundMismatched, useRetryRefund, type Payment, type Refund } from './queries';

interface DialogProps<Subject> {
  subject: Subject | null;
  onClose: () => void;
}

/** Sends a refund that went wrong again; open while there is a subject. */
export function RetryRefundDialog({ subject, onClose }: DialogProps<Refund>) {
  const { message } = App.useApp();
  const retry = useRetryRefund();
  return (
    <FormDialog<object>
      open={subject !== null}
      title={`重新退款 · ${subject?.buyerName ?? ''}`}
      submitText="确认重新退款"
      testId="retry-refund"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!subject) return;
        await retry({ commandId, refundId: subject.refundId });
        message.success('已重新发送，结果稍后在这里显示');
      }}
    >
      <p>
        向微信重新申请退回 <strong>{yuanText(subject?.amountFen ?? 0)}</strong>
        ，用原退款单号，不会重复退款。请先确认商户余额充足。
      </p>
    </FormDialog>
  );
}

/** Says that the money of a refund was given back another way, with a note on how; open while there is a subject. */
export function CloseRefundDialog({ subject, onClose }: DialogProps<Refund>) {
  const { message } = App.useApp();
  const close = useCloseRefund();
  return (
    <FormDialog<{ note: string }>
      open={subject !== null}
      title={`已线下退回 · ${subject?.buyerName ?? ''}`}
      submitText="确认已线下退回"
      danger
      testId="close-refund"
      onClose={onClose}
      onSubmit={async ({ note }, commandId) => {
        if (!subject) return;
        await close({ commandId, refundId: subject.refundId, note: note.trim() });
        message.success(`已登记线下退回 ${yuanText(subject.amountFen)}`);
      }}
    >
      <p className="tp-muted">
        确认后不再向微信申请这笔 {yuanText(subject?.amountFen ?? 0)} 的退款，不能撤销。
      </p>
      <Form.Item
        name="note"
        label="退回方式与凭证"
        rules={[{ required: true, whitespace: true, message: '请写明怎样退回、凭证号' }]}
      >
        <Input.TextArea
          rows={3}
          maxLength={200}
          showCount
          autoFocus
          placeholder="如：11 月 30 日对公转账，回单号 …"
          data-testid="close-refund-note"
        />
      </Form.Item>
    </FormDialog>
  );
}

/** Gives back all of a payment of another amount than was asked; open while there is a subject. */
export function RefundMismatchedDialog({ subject, onClose }: DialogProps<Payment>) {
  const { message } = App.useApp();
  const giveBack = useRefundMismatched();
  return (
    <FormDialog<object>
      open={subject !== null}
      title={`全额退回 · ${subject?.buyerName ?? ''}`}
      submitText="确认全额退回"
      danger
      testId="refund-mismatched"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!subject) return;
        await giveBack({ commandId, paymentId: subject.paymentId });
        message.success('已申请退回，进度见“退款”');
      }}
    >
      <p>
        应付 {yuanText(subject?.amountFen ?? 0)}，实付 <strong>{yuanText(subject?.paidFen ?? 0)}</strong>
        。实付金额将全部原路退回，客户需重新付款。
      </p>
    </FormDialog>
  );
}
