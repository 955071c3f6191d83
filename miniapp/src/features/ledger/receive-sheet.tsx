import { useState } from 'react';
import { Confirm } from '@/ui/confirm';
import { Fact } from '@/ui/card';
import { Field } from '@/ui/field';
import { fenOf, yuan } from '@/ui/money';
import { say } from '@/ui/toast';
import { Yuan } from '@/ui/yuan';
import { BillPicker, unpaidFen } from './bill-picker';
import { useReceiveMoney, type Account, type Bill } from './queries';

/** What is typed for an amount. */
export const typedYuan = (fen: number) => (fen / 100).toFixed(2);

interface ReceiveSheetProps {
  account: Account;
  bills: readonly Bill[];
  onClose: () => void;
}

/** Notes money that came in: first how much and for what, then once more before it is booked. */
export function ReceiveSheet({ account, bills, onClose }: ReceiveSheetProps) {
  const receive = useReceiveMoney();
  const [billId, setBillId] = useState('');
  const [text, setText] = useState('');
  const [isChecked, setChecked] = useState(false);
  const bill = bills.find((one) => one.billId === billId);
  const amountFen = fenOf(text);
  const isGood = amountFen !== null && amountFen > 0;
  const book = () => {
    if (!isGood) return;
    receive.mutate(
      { buyerId: account.buyerId, amountFen, ...(billId ? { billId } : {}) },
      {
        onSuccess: (after) => {
          say(`已登记 ${yuan(amountFen)}，可用额度 ${yuan(after.availableFen)}`);
          onClose();
        },
      },
    );
  };
  if (isChecked && isGood)
    return (
      <Confirm
        title="确认收款"
        open
        text="确认款项已经到账。登记后立即核销账单、释放额度；登记错了可以冲销。"
        confirmLabel={`确认登记 ${yuan(amountFen)}`}
        pending={receive.isPending}
        error={receive.error}
        onConfirm={book}
        onClose={() => setChecked(false)}
      >
        <Fact name="客户">{account.buyerName}</Fact>
        <Fact name="到账金额">
          <Yuan id="receive-sum" fen={amountFen} size="large" tone="brand" />
        </Fact>
        <Fact name="核销">{bill ? `订单 ${bill.orderNumber}` : '最早到期的账单，多出的记为未核销'}</Fact>
      </Confirm>
    );
  return (
    <Confirm
      title="登记收款"
      open
      text={`${account.buyerName} 应收 ${yuan(account.receivableFen)}。`}
      confirmLabel="下一步"
      disabled={!isGood}
      onConfirm={() => setChecked(true)}
      onClose={onClose}
    >
      <Field
        id="receive-yuan"
        label="到账金额（元）"
        value={text}
        placeholder="如 1000 或 1000.50"
        lengthMax={12}
        error={text !== '' && !isGood ? '请填写金额，最多两位小数' : undefined}
        onChange={setText}
      />
      <BillPicker
        bills={bills}
        billId={billId}
        noneLabel="自动核销，最早到期的在前"
        onPick={(picked) => {
          setBillId(picked?.billId ?? '');
          if (picked) setText(typedYuan(unpaidFen(picked)));
        }}
      />
    </Confirm>
  );
}
