import { useState } from 'react';
import { Confirm } from '@/ui/confirm';
import { NoteField } from '@/ui/field';
import { say } from '@/ui/toast';
import type { OrderSheetProps } from './cancel-order';
import { useRejectOrder } from './queries';

/** Rejects a held order; the buyer reads the reason. */
export function RejectOrder({ orderId, open, onClose }: OrderSheetProps) {
  const [reason, setReason] = useState('');
  const reject = useRejectOrder(orderId);
  const confirm = () =>
    reject.mutate(
      { reason: reason.trim() },
      {
        onSuccess: () => {
          say('已驳回');
          onClose();
        },
      },
    );
  return (
    <Confirm
      title="驳回订单"
      open={open}
      confirmLabel="确认驳回"
      grave
      disabled={reason.trim() === ''}
      pending={reject.isPending}
      error={reject.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <NoteField
        id="reject-reason"
        label="驳回原因（客户会看到）"
        value={reason}
        placeholder="请写明原因，方便客户调整后再下单"
        onChange={setReason}
      />
    </Confirm>
  );
}
