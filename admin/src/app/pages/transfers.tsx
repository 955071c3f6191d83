import { TruckOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { DispatchDialog } from '../../features/stock/transfers/dispatch-dialog';
import { type Transfer, transferPages, useTransfers } from '../../features/stock/transfers/queries';
import { ReceiveTransferDialog } from '../../features/stock/transfers/receive-transfer-dialog';
import {
  transferColumns,
  transferCsv,
  transferStates,
} from '../../features/stock/transfers/transfer-columns';
import { TransferDrawer } from '../../features/stock/transfers/transfer-drawer';
import { keyNamed, optionsOf } from '../../features/stock/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';

type Opened = { readonly what: 'lines' | 'receive'; readonly transfer: Transfer } | 'new' | null;

/** 调拨: goods on their way between two warehouses of the house. */
export default function TransfersPage() {
  const me = useMe();
  const pages = useCursorPages();
  const { params, choose } = useFilters();
  const state = keyNamed(transferStates, params.get('state'));
  const transfers = useTransfers(state, pages.cursor);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const shown = (what: 'lines' | 'receive') =>
    opened !== null && opened !== 'new' && opened.what === what ? opened.transfer : null;
  const mayMove = hasRole(me, 'warehouse');
  const received = shown('receive');
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 96,
    render: (_: unknown, transfer: Transfer) => (
      <div className="link-actions">
        <Button
          type="link"
          size="small"
          onClick={() => setOpened({ what: 'lines', transfer })}
          data-testid={`transfer-lines-${transfer.transferId}`}
        >
          明细
        </Button>
        {mayMove && transfer.state === 'inTransit' && (
          <Button
            type="link"
            size="small"
            onClick={() => setOpened({ what: 'receive', transfer })}
            data-testid={`transfer-receive-${transfer.transferId}`}
          >
            收货
          </Button>
        )}
      </div>
    ),
  };
  return (
    <Page
      title="调拨"
      hint="在自己的仓库之间调货：发出时扣减，到货时登记破损和短少"
      extra={
        <>
          <ExportButton name="调拨" columns={transferCsv} fetchPage={transferPages(state)} />
          {mayMove && (
            <Button
              type="primary"
              icon={<TruckOutlined />}
              onClick={() => setOpened('new')}
              data-testid="transfer-new"
            >
              新建调拨
            </Button>
          )}
        </>
      }
    >
      <div className="tp-filters">
        <Segmented
          value={state ?? 'all'}
          options={[{ value: 'all', label: '全部' }, ...optionsOf(transferStates)]}
          onChange={(value) => choose('state', value === 'all' ? undefined : value)}
        />
      </div>
      <PagedTable
        name="transfers"
        list={transfers}
        pages={pages}
        rowKey={({ transferId }) => transferId}
        columns={[...transferColumns, actionColumn]}
        minWidth={1180}
        empty={
          <EmptyHint
            title={state ? '没有这样的调拨' : '还没有调拨'}
            hint="一个仓库缺货、另一个有余时，新建调拨把批次发过去。"
          />
        }
      />
      <DispatchDialog open={opened === 'new'} onClose={close} SkuField={SkuPicker} />
      {received && <ReceiveTransferDialog transfer={received} onClose={close} />}
      <TransferDrawer transfer={shown('lines')} onClose={close} />
    </Page>
  );
}
