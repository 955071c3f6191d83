import { useState } from 'react';
import { Confirm } from '@/ui/confirm';
import { Field, NoteField } from '@/ui/field';
import { fenOf, yuan } from '@/ui/money';
import { say } from '@/ui/toast';
import { BillPicker, unpaidFen } from './bill-picker';
import { useApplyReceipt, useReverseReceipt, useUnapplyReceipt, type Bill, type Receipt } from './queries';
import { typedYuan } from './receive-sheet';

interface SheetProps {
  receipt: Receipt;
  onClose: () => void;
}

/** Lets waiting money pay a bill. */
export function ApplySheet({ receipt, bills, onClose }: SheetProps & { bills: readonly Bill[] }) {
  const apply = useApplyReceipt();
  const [billId, setBillId] = useState('');
  const [text, setText] = useState('');
  const amountFen = fenOf(text);
  const isGood = billId !== '' && amountFen !== null && amountFen > 0 && amountFen <= receipt.openFen;
  const confirm = () => {
    if (!isGood) return;
    apply.mutate(
      { receiptId: receipt.receiptId, billId, amountFen },
      {
        onSuccess: () => {
          say(`已核销 ${yuan(amountFen)}`);
          onClose();
        },
      },
    );
  };
  return (
    <Confirm
      title="核销账单"
      open
      text={
        bills.length > 0
          ? `这笔款还有 ${yuan(receipt.openFen)} 没有核销。`
          : '这个客户没有未结账单，款项留到下一张账单再核销。'
      }
      confirmLabel={isGood ? `核销 ${yuan(amountFen)}` : '核销'}
      pending={apply.isPending}
      disabled={!isGood}
      error={apply.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {bills.length > 0 ? (
        <>
          <BillPicker
            bills={bills}
            billId={billId}
            onPick={(picked) => {
              if (!picked) return;
              setBillId(picked.billId);
              setText(typedYuan(Math.min(unpaidFen(picked), receipt.openFen)));
            }}
          />
          <Field
            id="apply-yuan"
            label="核销金额（元）"
            value={text}
            lengthMax={12}
            error={text !== '' && !isGood ? `先选账单，金额不超过 ${yuan(receipt.openFen)}` : undefined}
            onChange={setText}
          />
        </>
      ) : null}
    </Confirm>
  );
}

/** Takes money off its bills. */
export function UnapplySheet({ receipt, onClose }: SheetProps) {
  const unapply = useUnapplyReceipt();
  return (
    <Confirm
      title="撤销核销"
      open
      grave
      text={`这笔款已核销的 ${yuan(receipt.amountFen - receipt.openFen)} 将从账单上退下，账单重新变为未付；款项本身不变，可以重新核销。`}
      confirmLabel="撤销核销"
      pending={unapply.isPending}
      error={unapply.error}
      onConfirm={() =>
        unapply.mutate(receipt.receiptId, {
          onSuccess: () => {
            say('已撤销，款项回到未核销');
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}

/** Takes a receipt back altogether. */
export function ReverseSheet({ receipt, onClose }: SheetProps) {
  const reverse = useReverseReceipt();
  const [reason, setReason] = useState('');
  return (
    <Confirm
      title={`冲销${receipt.title}`}
      open
      grave
      text={`整笔 ${yuan(receipt.amountFen)} 作废：先从账单上退下，再记一笔相反的金额，不能恢复。登记错了才用。`}
      confirmLabel="确认冲销"
      pending={reverse.isPending}
      disabled={reason.trim() === ''}
      error={reverse.error}
      onConfirm={() =>
        reverse.mutate(
          { receiptId: receipt.receiptId, reason: reason.trim() },
          {
            onSuccess: () => {
              say(`已冲销 ${yuan(receipt.amountFen)}`);
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <NoteField
        id="reverse-reason"
        label="冲销原因"
        value={reason}
        placeholder="如 客户打款退回"
        onChange={setReason}
      />
    </Confirm>
  );
}
