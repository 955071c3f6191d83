import { App, Form, InputNumber, Select } from 'antd';
import { fenOfYuan, yuanText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { useBills, useReceiveMoney, type Bill } from './queries';

interface ReceiptForm {
  billId?: string;
  amountYuan: number;
}

/** Whose money came in, and for which bill if the payer named one. */
export interface ReceiptSubject {
  readonly buyerId: string;
  readonly buyerName: string;
  readonly bill?: Bill;
}

const unpaidFen = (bill: Bill) => bill.amountFen - bill.paidFen;

function ReceiptFields({ subject }: { subject: ReceiptSubject }) {
  const bills = useBills({ side: 'seller', partyId: subject.buyerId });
  const form = Form.useFormInstance<ReceiptForm>();
  const options = (bills.data?.items ?? []).map((bill) => ({
    value: bill.billId,
    label: `${bill.orderNumber} · 未付 ${yuanText(unpaidFen(bill))} · ${bill.dueOn} 到期`,
  }));
  return (
    <>
      <Form.Item
        name="billId"
        label="核销账单"
        extra="不选则按到期日从早到晚自动核销，多出的记为未核销回款。"
      >
        <Select
          allowClear
          placeholder="自动核销最早到期的账单"
          loading={bills.isFetching}
          options={options}
          onChange={(billId?: string) => {
            const bill = bills.data?.items.find((item) => item.billId === billId);
            if (bill) form.setFieldsValue({ amountYuan: unpaidFen(bill) / 100 });
          }}
          data-testid="receipt-bill"
        />
      </Form.Item>
      <Form.Item
        name="amountYuan"
        label="到账金额（元）"
        rules={[{ required: true, message: '请填写到账金额' }]}
      >
        <InputNumber
          min={0.01}
          max={10_000_000_000}
          precision={2}
          prefix="¥"
          style={{ width: '100%' }}
          autoFocus
          data-testid="receipt-yuan"
        />
      </Form.Item>
    </>
  );
}

/** Books money received from a customer; open while there is a subject. */
export function ReceiptDialog({ subject, onClose }: { subject: ReceiptSubject | null; onClose: () => void }) {
  const { message } = App.useApp();
  const receive = useReceiveMoney();
  return (
    <FormDialog<ReceiptForm>
      open={subject !== null}
      title={`登记回款 · ${subject?.buyerName ?? ''}`}
      submitText="确认登记"
      width={520}
      testId="receipt"
      onClose={onClose}
      initialValues={
        subject?.bill ? { billId: subject.bill.billId, amountYuan: unpaidFen(subject.bill) / 100 } : undefined
      }
      onSubmit={async ({ billId, amountYuan }, receiptId) => {
        if (!subject) return;
        const amountFen = fenOfYuan(amountYuan);
        const account = await receive({ receiptId, buyerId: subject.buyerId, amountFen, billId });
        message.success(
          `已登记 ${yuanText(amountFen)}，${account.buyerName} 可用额度 ${yuanText(account.availableFen)}`,
        );
      }}
    >
      {subject && <ReceiptFields subject={subject} />}
    </FormDialog>
  );
}
