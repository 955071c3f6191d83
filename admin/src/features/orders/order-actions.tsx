import { Button } from 'antd';
import { useState } from 'react';
import { ApproveButton } from './approve-button';
import { EditDrawer } from './edit/edit-drawer';
import type { GoodsPicker } from './edit/edit-lines';
import { CancelDialog, RejectDialog, ReopenDialog } from './end-dialogs';
import type { Order } from './model';
import { SettleDialog } from './settle-dialog';
import { ShipDialog } from './ship-dialog';
import { ShortCloseDialog } from './short-close-dialog';
import { SignDialog } from './sign-dialog';
import { useApproval } from './use-approval';

type Opened = Order['actions'][number] | null;

export interface OrderActionsProps {
  order: Order;
  /** The party of whoever looks at it. */
  partyId: string;
  GoodsPicker: GoodsPicker;
}

/** Exactly the actions the server says the caller has. */
export function OrderActions({ order, partyId, GoodsPicker }: OrderActionsProps) {
  const approval = useApproval();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const may = (action: NonNullable<Opened>) => order.actions.includes(action);
  const approve = async (accept: string[]) => {
    if (await approval.approve(order, accept)) close();
  };

  return (
    <div className="order-actions">
      {may('shortClose') && (
        <Button onClick={() => setOpened('shortClose')} data-testid="short-close-order">
          关闭未发
        </Button>
      )}
      {may('reopen') && (
        <Button onClick={() => setOpened('reopen')} data-testid="reopen-order">
          恢复重审
        </Button>
      )}
      {may('edit') && (
        <Button onClick={() => setOpened('edit')} data-testid="edit-order">
          改单
        </Button>
      )}
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
      {may('settle') && (
        <Button type="primary" onClick={() => setOpened('settle')} data-testid="settle-order">
          处理差异
        </Button>
      )}
      {may('sign') && (
        <Button type="primary" onClick={() => setOpened('sign')} data-testid="sign-order">
          签收
        </Button>
      )}
      <CancelDialog order={opened === 'cancel' ? order : null} onClose={close} />
      <RejectDialog order={opened === 'reject' ? order : null} onClose={close} />
      <ReopenDialog order={opened === 'reopen' ? order : null} onClose={close} />
      <EditDrawer
        order={order}
        open={opened === 'edit'}
        partyId={partyId}
        GoodsPicker={GoodsPicker}
        onClose={close}
      />
      <ShortCloseDialog order={order} open={opened === 'shortClose'} onClose={close} />
      <SettleDialog order={order} open={opened === 'settle'} onClose={close} />
      <ShipDialog order={order} open={opened === 'ship'} onClose={close} />
      <SignDialog order={order} open={opened === 'sign'} onClose={close} />
    </div>
  );
}
