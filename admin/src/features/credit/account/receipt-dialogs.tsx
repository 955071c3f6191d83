import { App, Form, Select } from 'antd';
import { fenOfYuan, yuanText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import {
  useApplyReceipt,
  useBills,
  useReverseReceipt,
  useUnapplyReceipt,
  type Bill,
  type CreditAccount,
  type Receipt,
} from '../queries';
import { ReasonField } from '../reason-field';
import { YuanField } from '../yuan-field';

interface DialogProps {
  receipt: Receipt | null;
  onClose: () => void;
}

const unpaidFen = ({ amountFen, paidFen }: Bill) => amountFen - paidFen;

function ApplyFields({ account, receipt }: { account: CreditAccount; receipt: Receipt }) {
  const bills = useBills({ side: 'seller', partyId: account.buyerId });
  const form = Form.useFormInstance();
  const items = bills.data?.items ?? [];
  return (
    <>
      <p className="tp-muted">这笔款还有 {yuanText(receipt.openFen)} 没有核销。</p>
      <Form.Item name="billId" label="核销账单" rules={[{ required: true, message: '请选择账单' }]}>
        <Select
          placeholder="选择要核销的账单，最早到期的在前"
          loading={bills.isFetching}
          notFoundContent="没有未结账单"
          options={items.map((bill) => ({
            value: bill.billId,
            label: `${bill.orderNumber} · 未付 ${yuanText(unpaidFen(bill))} · ${bill.dueOn} 到期`,
          }))}
          onChange={(billId: string) => {
            const bill = items.find((one) => one.billId === billId);
            if (bill) form.setFieldsValue({ amountYuan: Math.min(unpaidFen(bill), receipt.openFen) / 100 });
          }}
          data-testid="apply-bill"
        />
      </Form.Item>
      <YuanField name="amountYuan" label="核销金额（元）" max={receipt.openFen / 100} testId="apply-yuan" />
    </>
  );
}

/** Lets waiting money pay a bill; open while there is a receipt. */
export function ApplyDialog({ account, receipt, onClose }: DialogProps & { account: CreditAccount }) {
  const { message } = App.useApp();
  const apply = useApplyReceipt();
  return (
    <FormDialog<{ billId: string; amountYuan: number }>
      open={receipt !== null}
      title="核销账单"
      submitText="确认核销"
      testId="apply-receipt"
      onClose={onClose}
      onSubmit={async ({ billId, amountYuan }, commandId) => {
        if (!receipt) return;
        const amountFen = fenOfYuan(amountYuan);
        await apply({ receiptId: receipt.receiptId, commandId, billId, amountFen });
        message.success(`已核销 ${yuanText(amountFen)}`);
      }}
    >
      {receipt && <ApplyFields account={account} receipt={receipt} />}
    </FormDialog>
  );
}

/** Takes a receipt off its bills; open while there is one. */
export function UnapplyDialog({ receipt, onClose }: DialogProps) {
  const { message } = App.useApp();
  const unapply = useUnapplyReceipt();
  return (
    <FormDialog<object>
      open={receipt !== null}
      title="撤销核销"
      submitText="确认撤销"
      danger
      testId="unapply-receipt"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!receipt) return;
        await unapply({ receiptId: receipt.receiptId, commandId });
        message.success('已撤销，款项回到未核销，可以重新核销');
      }}
    >
      {receipt && (
        <p>
          这笔款已核销的 {yuanText(receipt.amountFen - receipt.openFen)}{' '}
          将从账单上退下，账单重新变为未付；款项本身不变。
        </p>
      )}
    </FormDialog>
  );
}

/** Takes a receipt back altogether; open while there is one. */
export function ReverseDialog({ receipt, onClose }: DialogProps) {
  const { message } = App.useApp();
  const reverse = useReverseReceipt();
  return (
    <FormDialog<{ reason: string }>
      open={receipt !== null}
      title={`冲销${receipt?.title ?? ''}`}
      submitText="确认冲销"
      danger
      testId="reverse-receipt"
      onClose={onClose}
      onSubmit={async ({ reason }, commandId) => {
        if (!receipt) return;
        await reverse({ receiptId: receipt.receiptId, commandId, reason: reason.trim() });
        message.success(`已冲销 ${yuanText(receipt.amountFen)}`);
      }}
    >
      {receipt && (
        <p className="tp-muted">
          整笔 {yuanText(receipt.amountFen)}{' '}
          作废：先从账单上退下，再记一笔相反的金额，不能恢复。登记错了才用。
        </p>
      )}
      <ReasonField label="冲销原因" testId="reverse-reason" />
    </FormDialog>
  );
}
