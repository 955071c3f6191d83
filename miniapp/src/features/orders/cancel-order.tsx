import { useState } from 'react';
import { Confirm } from '@/ui/confirm';
import { NoteField } from '@/ui/field';
import { say } from '@/ui/toast';
import { useCancelOrder } from './queries';

export interface OrderSheetProps {
  orderId: string;
  open: boolean;
  onClose: () => void;
}

/** Asks for a reason and cancels the order. */
export function CancelOrder({ orderId, open, onClose }: OrderSheetProps) {
  const [reason, setReason] = useState('');
  const cancel = useCancelOrder(orderId);
  const confirm = () =>
    cancel.mutate(
      { reason: reason.trim() },
      {
        onSuccess: () => {
          say('订单已取消');
          onClose();
        },
      },
    );
  return (
    <Confirm
      title="取消订单"
      open={open}
      text="取消后，预留的库存和占用的额度会一起释放。"
      confirmLabel="确认取消"
      grave
      pending={cancel.isPending}
      error={cancel.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <NoteField
        id="cancel-reason"
        label="取消原因"
        value={reason}
        placeholder="选填，供货商会看到"
        onChange={setReason}
      />
    </Confirm>
  );
}
