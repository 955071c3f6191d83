import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { billColumns, billCsv } from '../../features/credit/bill-columns';
import { billPages, useBills, type Bill, type BillSide } from '../../features/credit/queries';
import { SideSwitch } from '../../features/credit/side-switch';
import { ReceiptDialog, type ReceiptSubject } from '../../features/credit/receipt-dialog';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { ViewMenu } from '../../ui/view-menu';

export default function BillsPage() {
  const me = useMe();
  const pages = useCursorPages();
  const [params, setParams] = useSearchParams();
  const side: BillSide = me.buys && params.get('side') === 'buyer' ? 'buyer' : 'seller';
  const partyId = params.get('party') ?? undefined;
  const filter = { side, partyId };
  const bills = useBills(filter, pages.cursor);
  const [subject, setSubject] = useState<ReceiptSubject | null>(null);

  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 96,
    render: (_: unknown, bill: Bill) => (
      <Button
        type="link"
        size="small"
        onClick={() => setSubject({ buyerId: bill.buyerId, buyerName: bill.buyerName, bill })}
        data-testid={`receipt-${bill.billId}`}
      >
        登记回款
      </Button>
    ),
  };

  return (
    <Page
      title="应收账单"
      hint={
        side === 'seller'
          ? `客户欠${me.party.name}的、签收后开账的未结账单，最早到期的在前`
          : '签收后开账的未结账单，最早到期的在前'
      }
      extra={
        <ExportButton
          name={side === 'seller' ? '应收账单' : '应付账单'}
          columns={billCsv}
          fetchPage={billPages(filter)}
        />
      }
    >
      <div className="tp-filters">
        {me.buys && (
          <SideSwitch
            value={side}
            titles={{ seller: '客户欠我的', buyer: '我欠总部的' }}
            onChange={(value) => setParams(value === 'buyer' ? { side: 'buyer' } : {})}
          />
        )}
        {partyId && (
          <Tag closable onClose={() => setParams({})}>
            只看 {bills.data?.items[0]?.buyerName ?? '所选客户'}
          </Tag>
        )}
      </div>
      <PagedTable
        name="bills"
        list={bills}
        pages={pages}
        rowKey={(bill) => bill.billId}
        tools={<ViewMenu list="bills" />}
        columns={side === 'seller' && hasRole(me, 'finance') ? [...billColumns, actionColumn] : billColumns}
        minWidth={1080}
        empty={
          <EmptyHint
            title={partyId ? `该客户没有欠${me.party.name}的账单` : '没有未结账单'}
            hint={
              partyId && me.party.kind === 'hq'
                ? '这里只列欠总部的账单；由经销商供货的客户欠的是经销商，账单由经销商自己管，合计看“账龄与催收”的渠道信用。'
                : '客户签收后自动开账；全部付清时这里是空的。'
            }
          />
        }
      />
      <ReceiptDialog subject={subject} onClose={() => setSubject(null)} />
    </Page>
  );
}
