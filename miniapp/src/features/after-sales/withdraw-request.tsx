import { Confirm } from '@/ui/confirm';
import { say } from '@/ui/toast';
import { useWithdraw } from './queries';

export interface WithdrawRequestProps {
  afterSalesId: string;
  open: boolean;
  onClose: () => void;
}

/** Asks once more, and takes the request back. */
export function WithdrawRequest({ afterSalesId, open, onClose }: WithdrawRequestProps) {
  const withdraw = useWithdraw(afterSalesId);
  const confirm = () =>
    withdraw.mutate(undefined, {
      onSuccess: () => {
        say('申请已撤回');
        onClose();
      },
    });
  return (
    <Confirm
      title="撤回申请"
      open={open}
      text="撤回后供货商不再处理；售后期内可以重新申请。"
      confirmLabel="确认撤回"
      grave
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
