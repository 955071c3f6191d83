import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { accountColumns, accountCsv } from '../../features/credit/account-columns';
import { LedgerDrawer } from '../../features/credit/ledger-drawer';
import { LimitDialog } from '../../features/credit/limit-dialog';
import { accountPages, useAccounts, type CreditAccount } from '../../features/credit/queries';
import { PartyPicker } from '../../features/partners/party-picker';
import { ReceiptDialog } from '../../features/credit/receipt-dialog';
import '../../features/credit/credit.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';

type Opened = { dialog: 'ledger' | 'limit' | 'receipt'; account: CreditAccount } | null;

export default function CreditPage() {
  const me = useMe();
  const pages = useCursorPages();
  const { params, choose } = useFilters();
  const partyId = params.get('party') ?? undefined;
  const accounts = useAccounts(partyId, pages.cursor);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const accountIn = (dialog: NonNullable<Opened>['dialog']) =>
    opened?.dialog === dialog ? opened.account : null;
  /** As it stands now: after somebody else's change the dialog goes on from the latest. */
  const latestOf = (account: CreditAccount | null) =>
    accounts.data?.items.find(
      ({ sellerId, buyerId }) => sellerId === account?.sellerId && buyerId === account.buyerId,
    ) ?? account;
  const opener = (dialog: NonNullable<Opened>['dialog'], account: CreditAccount) => () =>
    setOpened({ dialog, account });
  const finance = hasRole(me, 'finance');

  const columns = [
    {
      key: 'buyer',
      title: '客户',
      stays: true,
      render: (_: unknown, account: CreditAccount) => (
        <Link className="tp-link" to={`/credit/${account.buyerId}`}>
          {account.buyerName}
        </Link>
      ),
    },
    ...accountColumns,
    {
      key: 'actions',
      title: '操作',
      stays: true,
      width: finance ? 168 : 70,
      render: (_: unknown, account: CreditAccount) => (
        <div className="link-actions">
          <Button
            type="link"
            size="small"
            onClick={opener('ledger', account)}
            data-testid={`ledger-${account.buyerId}`}
          >
            流水
          </Button>
          {/* Limits and receipts are the creditor's own: nobody grants another's credit. */}
          {finance && account.sellerId === me.party.partyId && (
            <>
              <Button
                type="link"
                size="small"
                onClick={opener('receipt', account)}
                data-testid={`receipt-${account.buyerId}`}
              >
                登记回款
              </Button>
              <Button
                type="link"
                size="small"
                onClick={opener('limit', account)}
                data-testid={`limit-${account.buyerId}`}
              >
                调额度
              </Button>
            </>
          )}
        </div>
      ),
    },
  ];

  const receiptAccount = accountIn('receipt');
  return (
    <Page
      title="客户信用"
      hint="额度 − 应收 − 在途 − 占用 + 未核销回款 = 可用额度"
      extra={<ExportButton name="客户信用" columns={accountCsv} fetchPage={accountPages(partyId)} />}
    >
      <div className="tp-filters">
        <PartyPicker value={partyId} onChange={(value) => choose('party', value)} width={260} label="客户" />
      </div>
      <PagedTable
        name="credit"
        list={accounts}
        pages={pages}
        tools={<ViewMenu list="credit" />}
        rowKey={(account) => `${account.sellerId} ${account.buyerId}`}
        columns={columns}
        minWidth={1120}
        empty={
          partyId ? (
            <EmptyHint title="该客户没有信用账户" hint="换一个客户，或清空筛选看全部信用客户。" />
          ) : (
            <EmptyHint title="还没有信用客户" hint="给客户开通信用账户后，额度、占用与应收会显示在这里。" />
          )
        }
      />
      <LedgerDrawer account={accountIn('ledger')} onClose={close} />
      <LimitDialog account={latestOf(accountIn('limit'))} onClose={close} />
      <ReceiptDialog subject={receiptAccount} onClose={close} />
    </Page>
  );
}
