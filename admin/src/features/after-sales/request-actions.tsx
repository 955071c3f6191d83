import { Button } from 'antd';
import { useState } from 'react';
import { ApproveDialog } from './approve-dialog';
import type { AfterSales } from './model';
import { PayInsteadDialog } from './pay-instead-dialog';
import { ReceiveDialog } from './receive-dialog';
import { RefuseDialog } from './refuse-dialog';

type Action = AfterSales['actions'][number];

/** Exactly the buttons the server allows at this desk. */
export function RequestActions({ request }: { request: AfterSales }) {
  const [open, setOpen] = useState<Action | null>(null);
  const close = () => setOpen(null);
  const may = (action: Action) => request.actions.includes(action);
  return (
    <div className="after-sales-actions">
      {may('refuse') && (
        <Button danger onClick={() => setOpen('refuse')} data-testid="after-sales-refuse-open">
          拒绝
        </Button>
      )}
      {may('approve') && (
        <Button type="primary" onClick={() => setOpen('approve')} data-testid="after-sales-approve-open">
          同意
        </Button>
      )}
      {may('receive') && (
        <Button type="primary" onClick={() => setOpen('receive')} data-testid="after-sales-receive-open">
          收货验收
        </Button>
      )}
      {may('payInstead') && (
        <Button danger onClick={() => setOpen('payInstead')} data-testid="after-sales-pay-instead-open">
          取消补发，改为退款
        </Button>
      )}
      <ApproveDialog request={request} open={open === 'approve'} onClose={close} />
      <RefuseDialog request={request} open={open === 'refuse'} onClose={close} />
      <PayInsteadDialog request={request} open={open === 'payInstead'} onClose={close} />
      <ReceiveDialog request={request} open={open === 'receive'} onClose={close} />
    </div>
  );
}
