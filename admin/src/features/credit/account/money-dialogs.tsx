import { App } from 'antd';
import { fenOfYuan, yuanText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { useCreditNote, useRequestWriteOff, type Bill, type CreditAccount } from '../queries';
import { ReasonField } from '../reason-field';
import { YuanField } from '../yuan-field';

interface MoneyForm {
  amountYuan: number;
  reason: string;
}

interface CreditNoteDialogProps {
  account: CreditAccount | null;
  onClose: () => void;
}

/** Lowers what a customer owes; open while there is an account. */
export function CreditNoteDialog({ account, onClose }: CreditNoteDialogProps) {
  const { message } = App.useApp();
  const lower = useCreditNote();
  return (
    <FormDialog<MoneyForm>
      open={account !== null}
      title={`开红字账单 · ${account?.buyerName ?? ''}`}
      submitText="确认开具"
      testId="credit-note"
      onClose={onClose}
      onSubmit={async ({ amountYuan, reason }, receiptId) => {
        if (!account) return;
        const amountFen = fenOfYuan(amountYuan);
        await lower({ receiptId, buyerId: account.buyerId, amountFen, reason: reason.trim() });
        message.success(`已开红字账单 ${yuanText(amountFen)}`);
      }}
    >
      <p className="tp-muted">
        冲减客户应付：从最早到期的账单减起，多出的留作未核销。开错了可以在“回款核销”里冲销。
      </p>
      <YuanField name="amountYuan" label="冲减金额（元）" testId="credit-note-yuan" />
      <ReasonField label="原因（客户在对账单上可见）" testId="credit-note-reason" />
    </FormDialog>
  );
}

/** Asks to give up what is open on a bill; open while there is one. */
export function WriteOffDialog({ bill, onClose }: { bill: Bill | null; onClose: () => void }) {
  const { message } = App.useApp();
  const request = useRequestWriteOff();
  const unpaidFen = bill ? bill.amountFen - bill.paidFen : 0;
  return (
    <FormDialog<MoneyForm>
      open={bill !== null}
      title={`申请坏账核销 · ${bill?.orderNumber ?? ''}`}
      submitText="提交申请"
      danger
      testId="write-off"
      onClose={onClose}
      initialValues={{ amountYuan: unpaidFen / 100 }}
      onSubmit={async ({ amountYuan, reason }, writeOffId) => {
        if (!bill) return;
        const amountFen = fenOfYuan(amountYuan);
        await request({ writeOffId, billId: bill.billId, amountFen, reason: reason.trim() });
        message.success(`已提交 ${yuanText(amountFen)}，请另一位财务审批`);
      }}
    >
      <p className="tp-muted">
        账单未付 {yuanText(unpaidFen)}。须由另一位财务批准后核销；收不回来的钱才用，原因不给客户看。
      </p>
      <YuanField name="amountYuan" label="核销金额（元）" max={unpaidFen / 100} testId="write-off-yuan" />
      <ReasonField testId="write-off-reason" />
    </FormDialog>
  );
}
