import { useState } from 'react';
import { Confirm } from '@/ui/confirm';
import { Field } from '@/ui/field';
import { fenOf } from '@/ui/money';
import type { CreditAccount } from './queries';

/** More is a matter for the bank. */
const topUpMaxFen = 100_000_000;

interface TopUpSheetProps {
  account: CreditAccount;
  onClose: () => void;
  onPay: (amountFen: number) => void;
}

/** Asks how much is to be paid in. */
export function TopUpSheet({ account, onClose, onPay }: TopUpSheetProps) {
  const [text, setText] = useState('');
  const amountFen = fenOf(text);
  const isGood = amountFen !== null && amountFen > 0 && amountFen <= topUpMaxFen;
  return (
    <Confirm
      title="预存充值"
      open
      text={`充入 ${account.sellerName} 的预存余额，下单时自动抵用。`}
      confirmLabel="去支付"
      disabled={!isGood}
      onConfirm={() => isGood && onPay(amountFen)}
      onClose={onClose}
    >
      <Field
        id="top-up-yuan"
        label="充值金额（元）"
        value={text}
        placeholder="如 1000 或 1000.50"
        lengthMax={12}
        hint={text !== '' && !isGood ? '请填写 0.01 至 1,000,000 元，最多两位小数' : undefined}
        onChange={setText}
      />
    </Confirm>
  );
}
