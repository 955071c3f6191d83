import { Button } from 'antd';
import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { PagedTable } from '../../ui/paged-table';
import { ViewMenu } from '../../ui/view-menu';
import { deliveryColumns } from './delivery-columns';
import { DeliveryDrawer } from './delivery-drawer';
import { type Delivery, type DeliveryFilter, useDeliveries } from './queries';
import { ResendDialog } from './resend-dialog';

/** What was told to whom, and what came of it. */
export function DeliveryList({ filter }: { filter: DeliveryFilter }) {
  const pages = useCursorPages();
  const [opened, setOpened] = useState<Delivery | null>(null);
  const [resent, setResent] = useState<Delivery | null>(null);
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 130,
    render: (_: unknown, delivery: Delivery) => (
      <div className="link-actions">
        <Button
          type="link"
          size="small"
          onClick={() => setOpened(delivery)}
          data-testid={`delivery-open-${delivery.deliveryId}`}
        >
          详情
        </Button>
        {delivery.state !== 'waiting' && delivery.webhookName !== null && (
          <Button
            type="link"
            size="small"
            onClick={() => setResent(delivery)}
            data-testid={`delivery-resend-${delivery.deliveryId}`}
          >
            重推
          </Button>
        )}
      </div>
    ),
  };
  return (
    <>
      <PagedTable
        name="hook-deliveries"
        list={useDeliveries(filter, pages.cursor)}
        pages={pages}
        rowKey={({ deliveryId }) => deliveryId}
        tools={<ViewMenu list="hook-deliveries" />}
        columns={[...deliveryColumns, actionColumn]}
        minWidth={1080}
        empty={
          <EmptyHint
            title={isNarrowed ? '没有符合条件的推送' : '还没有推送'}
            hint={
              isNarrowed
                ? '换一个条件再看；记录保留 30 天。'
                : '建好推送地址后，可以先点“测试”发一条；记录保留 30 天。'
            }
          />
        }
      />
      <DeliveryDrawer delivery={opened} onClose={() => setOpened(null)} />
      <ResendDialog subject={resent} onClose={() => setResent(null)} />
    </>
  );
}
