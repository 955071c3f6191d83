import { App, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { fenOfYuan, yuanText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { useMoveDeposit, type Deposit, type DepositAction } from '../queries';
import { ReasonField } from '../reason-field';
import { depositActions, depositKinds } from '../words';
import { YuanField } from '../yuan-field';

interface MoveForm {
  buyerId: string;
  kind: Deposit['kind'];
  action: DepositAction;
  amountYuan: number;
  orderId?: string;
  reason: string;
}

const optionsOf = <Value extends string>(names: Readonly<Record<Value, string>>) =>
  (Object.keys(names) as Value[]).map((value) => ({ value, label: names[value] }));

interface MoveDialogProps {
  /** Which deposit, or a new one; open while there is either. */
  subject: Deposit | 'new' | null;
  /** The field a customer is chosen with; the page that joins credit with customers hands it in. */
  buyerField: ReactNode;
  onClose: () => void;
}

/** Tops up, uses, refunds, forfeits or deducts from a customer's deposit. What goes with what the server says. */
export function MoveDialog({ subject, buyerField, onClose }: MoveDialogProps) {
  const { message } = App.useApp();
  const move = useMoveDeposit();
  const deposit = subject === 'new' ? null : subject;
  return (
    <FormDialog<MoveForm>
      open={subject !== null}
      title={deposit ? `${deposit.buyerName} · ${depositKinds[deposit.kind]}` : '登记预存或保证金'}
      submitText="确认登记"
      testId="move-deposit"
      onClose={onClose}
      initialValues={{ buyerId: deposit?.buyerId, kind: deposit?.kind ?? 'prepaid', action: 'topUp' }}
      onSubmit={async ({ buyerId, kind, action, amountYuan, orderId, reason }, commandId) => {
        const moved = await move({
          commandId,
          buyerId,
          kind,
          action,
          amountFen: fenOfYuan(amountYuan),
          orderId: orderId?.trim() || undefined,
          reason: reason.trim(),
        });
        message.success(`${moved.buyerName} 的${depositKinds[kind]}余额 ${yuanText(moved.balanceFen)}`);
      }}
    >
      {deposit && (
        <p className="tp-muted">
          余额 {yuanText(deposit.balanceFen)}，可用 {yuanText(deposit.freeFen)}
        </p>
      )}
      <Form.Item
        name="buyerId"
        label="客户"
        hidden={deposit !== null}
        rules={[{ required: true, message: '请选择客户' }]}
      >
        {buyerField}
      </Form.Item>
      <div className="credit-pair">
        <Form.Item name="kind" label="款项">
          <Select disabled={deposit !== null} options={optionsOf(depositKinds)} />
        </Form.Item>
        <Form.Item name="action" label="事项">
          <Select options={optionsOf(depositActions)} data-testid="move-action" />
        </Form.Item>
      </div>
      <YuanField name="amountYuan" label="金额（元）" testId="move-yuan" />
      <Form.Item name="orderId" label="对应的订单编号（定金、订金和抵付时必填）">
        <Input maxLength={40} placeholder="订单详情页地址里的编号" />
      </Form.Item>
      <ReasonField label="说明" testId="move-reason" />
    </FormDialog>
  );
}
