import { App, Form, Input, InputNumber, Radio } from 'antd';
import { fenOfYuan, yuanText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import {
  useDecideReturn,
  useRequestReturn,
  useReturnable,
  type Payment,
  type PaymentReturn,
} from './queries';
import { purposeWords } from './words';

interface AskForm {
  amountYuan: number;
  reason: string;
}

const whatFollows = {
  bills: '退回后，这笔款还清的账单按退回金额重新变为未付。',
  topUp: '只能退未被订单占用的预存余额，退回后余额相应减少。',
  order: '',
} as const satisfies Record<Payment['purpose'], string>;

/** Asks to send a payment of bills or a top-up back, whole or in part; open while there is a subject. */
export function RequestReturnDialog({ subject, onClose }: { subject: Payment | null; onClose: () => void }) {
  const { message } = App.useApp();
  const request = useRequestReturn();
  const returnable = useReturnable(subject?.paymentId);
  const mostFen = returnable.data?.returnableFen ?? 0;
  return (
    <FormDialog<AskForm>
      open={subject !== null}
      title={`申请原路退回 · ${subject?.buyerName ?? ''}`}
      submitText="提交申请"
      danger
      testId="request-return"
      onClose={onClose}
      onSubmit={async ({ amountYuan, reason }, returnId) => {
        if (!subject) return;
        const amountFen = fenOfYuan(amountYuan);
        await request({ returnId, paymentId: subject.paymentId, amountFen, reason: reason.trim() });
        message.success('已提交，待另一位财务审批');
      }}
    >
      <p>
        {subject ? purposeWords[subject.purpose] : ''} 实付 <strong>{yuanText(subject?.paidFen ?? 0)}</strong>
        ，当前最多可退{' '}
        <strong data-testid="returnable">{returnable.isPending ? '…' : yuanText(mostFen)}</strong>。
      </p>
      <p className="tp-muted">
        {subject ? whatFollows[subject.purpose] : ''}钱款退到付款人的微信，须由另一位财务审批后才会发出。
      </p>
      <Form.Item
        name="amountYuan"
        label="退回金额（元）"
        rules={[{ required: true, message: '请填写退回金额' }]}
      >
        <InputNumber
          min={0.01}
          max={mostFen / 100}
          precision={2}
          prefix="¥"
          style={{ width: '100%' }}
          autoFocus
          data-testid="return-yuan"
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label="退回原因（付款人可见）"
        rules={[{ required: true, whitespace: true, message: '请写明退回原因' }]}
      >
        <Input maxLength={24} showCount placeholder="如：重复付款" data-testid="return-reason" />
      </Form.Item>
    </FormDialog>
  );
}

/** Sends back what somebody else asked to, or refuses it; open while there is a subject. */
export function DecideReturnDialog({
  subject,
  onClose,
}: {
  subject: PaymentReturn | null;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const decide = useDecideReturn();
  return (
    <FormDialog<{ decision: 'approve' | 'refuse'; note?: string }>
      open={subject !== null}
      title={`审批退回 · ${subject?.buyerName ?? ''}`}
      submitText="确认"
      testId="decide-return"
      initialValues={{ decision: 'approve' }}
      onClose={onClose}
      onSubmit={async ({ decision, note }, commandId) => {
        if (!subject) return;
        const approve = decision === 'approve';
        await decide({ commandId, returnId: subject.returnId, approve, note: note?.trim() ?? '' });
        message.success(approve ? '已发起退款，进度见“退款”' : '已驳回');
      }}
    >
      <p>
        {subject?.requestedBy} 申请原路退回 <strong>{yuanText(subject?.amountFen ?? 0)}</strong>：
        {subject?.reason}。同意后立即向微信申请退款，不能撤销。
      </p>
      <Form.Item name="decision">
        <Radio.Group
          options={[
            { value: 'approve', label: '同意退回' },
            { value: 'refuse', label: '驳回' },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label="备注">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  );
}
