import { Button } from 'antd';
import { useState } from 'react';
import { ApproveButton } from './approve-button';
import { CancelDialog, RejectDialog } from './end-dialogs';
import type { Order } from './model';
import { ShipDialog } from './ship-dialog';
import { SignDialog } from './sign-dialog';
import { useApproval } from './use-approval';

type Opened = Order['actions'][number] | null;

/** Exactly the actions the server says the caller has. */
export function OrderActions({ order }: { order: Order }) {
  const approval = useApproval();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const may = (action: NonNullable<Opened>) => order.actions.includes(action);
  const approve = async (accept: string[]) => {
    if (await approval.approve(order, accept)) close();
  };

  return (
    <div className="order-actions">
      {may('cancel') && (
        <Button onClick={() => setOpened('cancel')} data-testid="cancel-order">
          取消订单
        </Button>
      )}
      {may('reject') && (
        <Button danger onClick={() => setOpened('reject')} data-testid={`reject-${order.orderId}`}>
          驳回
        </Button>
      )}
      {may('approve') && (
        <ApproveButton
          size="medium"
          orderId={order.orderId}
          findings={order.findings}
          open={opened === 'approve'}
          onOpenChange={(open) => setOpened(open ? 'approve' : null)}
          onApprove={(accept) => void approve(accept)}
          pending={approval.pending.has(order.orderId)}
        />
      )}
      {may('ship') && (
        <Button type="primary" onClick={() => setOpened('ship')} data-testid="ship-order">
          发货
        </Button>
      )}
      {may('sign') && (
        <Button type="primary" onClick={() => setOpened('sign')} data-testid="sign-order">
          签收
        </Button>
      )}
      <CancelDialog order={opened === 'cancel' ? order : null} onClose={close} />
      <RejectDialog order={opened === 'reject' ? order : null} onClose={close} />
      <ShipDialog order={order} open={opened === 'ship'} onClose={close} />
      <SignDialog order={order} open={opened === 'sign'} onClose={close} />
    </div>
  );
}
