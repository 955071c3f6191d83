import { Button } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { depositColumns, depositCsv } from '../../features/credit/deposits/deposit-columns';
import { DepositDrawer } from '../../features/credit/deposits/deposit-drawer';
import { MoveDialog } from '../../features/credit/deposits/move-dialog';
import { depositPages, useDeposits, type BillSide, type Deposit } from '../../features/credit/queries';
import { SideSwitch } from '../../features/credit/side-switch';
import { PartyPicker } from '../../features/partners/party-picker';
import '../../features/credit/credit.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';

export default function DepositsPage() {
  const me = useMe();
  const { params, choose } = useFilters();
  const pages = useCursorPages();
  const side: BillSide = me.buys && params.get('side') === 'buyer' ? 'buyer' : 'seller';
  const deposits = useDeposits(side, pages.cursor);
  const [looking, setLooking] = useState<Deposit | null>(null);
  const [moving, setMoving] = useState<Deposit | 'new' | null>(null);
  const mayBook = side === 'seller' && hasRole(me, 'finance');

  const columns = [
    {
      key: 'party',
      title: side === 'seller' ? '客户' : '供货方',
      stays: true,
      render: (_: unknown, deposit: Deposit) => (
        <button type="button" className="text-button" onClick={() => setLooking(deposit)}>
          {side === 'seller' ? deposit.buyerName : deposit.sellerName}
        </button>
      ),
    },
    ...depositColumns,
    {
      key: 'actions',
      title: '操作',
      stays: true,
      width: 120,
      render: (_: unknown, deposit: Deposit) => (
        <div className="link-actions">
          <Button type="link" size="small" onClick={() => setLooking(deposit)}>
            流水
          </Button>
          {mayBook && (
            <Button
              type="link"
              size="small"
              onClick={() => setMoving(deposit)}
              data-testid={`move-${deposit.depositId}`}
            >
              登记
            </Button>
          )}
        </div>
      ),
    },
  ];

  return (
    <Page
      title="预存与保证金"
      hint="客户预存的货款、订单定金与各类保证金；订单占用的部分不能退"
      extra={
        <>
          <ExportButton name="预存与保证金" columns={depositCsv} fetchPage={depositPages(side)} />
          {mayBook && (
            <Button type="primary" onClick={() => setMoving('new')} data-testid="deposit-new">
              登记款项
            </Button>
          )}
        </>
      }
    >
      <div className="tp-filters">
        {me.buys && (
          <SideSwitch
            value={side}
            titles={{ seller: '客户存在我这', buyer: '我存在供货方' }}
            onChange={(value) => choose('side', value === 'buyer' ? value : undefined)}
          />
        )}
      </div>
      <PagedTable
        name="deposits"
        list={deposits}
        pages={pages}
        rowKey={({ depositId }) => depositId}
        tools={<ViewMenu list="deposits" />}
        columns={columns}
        minWidth={860}
        empty={<EmptyHint title="还没有预存或保证金" hint="收到客户的预存款、定金或押金后，登记在这里。" />}
      />
      <DepositDrawer deposit={looking} mayBook={mayBook} onClose={() => setLooking(null)} />
      <MoveDialog
        subject={moving}
        buyerField={<PartyPicker testId="deposit-buyer" />}
        onClose={() => setMoving(null)}
      />
    </Page>
  );
}
