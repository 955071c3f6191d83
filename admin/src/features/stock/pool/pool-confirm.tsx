import { App } from 'antd';
import { FormDialog } from '../../../ui/form-dialog';
import { countText } from '../../../ui/format';
import {
  type Agreement,
  type Borrow,
  type Loan,
  useAccept,
  useDecline,
  useEnd,
  useLend,
  useTakeBack,
} from './queries';

/** Something of the pool that somebody is about to decide. */
export type PoolAsked =
  | { readonly what: 'accept' | 'decline' | 'end'; readonly agreement: Agreement }
  | { readonly what: 'takeBack'; readonly borrow: Borrow }
  | { readonly what: 'lend'; readonly loan: Loan };

function wordsOf(asked: PoolAsked) {
  switch (asked.what) {
    case 'accept':
      return {
        title: '接受共享协议',
        means: '接受后立即生效，借入方缺货时可以按额度向借出方借货。',
        danger: false,
      };
    case 'decline':
      return { title: '拒绝共享协议', means: '拒绝后协议作废，需要时由对方重新提出。', danger: true };
    case 'end':
      return {
        title: '结束共享协议',
        means: '结束后不能再借新的货；已经答应的照常发出和结算。',
        danger: true,
      };
    case 'takeBack':
      return {
        title: '撤回借货申请',
        means: `撤回 ${asked.borrow.skuName} 的借货申请；货还没发出才能撤回。`,
        danger: true,
      };
    case 'lend':
      return {
        title: '发出借货',
        means: `${countText(asked.loan.quantity)} 件${asked.loan.skuName}发给${asked.loan.borrowerName}，按结算价记账，不能撤销。`,
        danger: false,
      };
  }
}

/** Says what a decision about the pool means, and carries it out; open while there is one. */
export function PoolConfirm({ asked, onClose }: { asked: PoolAsked | null; onClose: () => void }) {
  const { message } = App.useApp();
  const ways = { accept: useAccept(), decline: useDecline(), end: useEnd() };
  const takeBack = useTakeBack();
  const lend = useLend();
  if (asked === null) return null;
  const { title, means, danger } = wordsOf(asked);
  const carryOut = (commandId: string) => {
    if (asked.what === 'takeBack') return takeBack({ borrowId: asked.borrow.borrowId, commandId });
    if (asked.what === 'lend') return lend({ borrowId: asked.loan.borrowId, commandId });
    return ways[asked.what]({ agreementId: asked.agreement.agreementId, commandId });
  };
  return (
    <FormDialog
      open
      title={title}
      submitText={`确认${title.slice(0, 2)}`}
      danger={danger}
      testId="pool-confirm"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        await carryOut(commandId);
        message.success(`已${title.slice(0, 2)}`);
      }}
    >
      <p>{means}</p>
    </FormDialog>
  );
}
