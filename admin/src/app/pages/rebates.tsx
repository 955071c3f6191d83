import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { PartyPicker } from '../../features/partners/party-picker';
import { AdjustDialog } from '../../features/rebates/adjust-dialog';
import { balanceColumns, balanceCsv } from '../../features/rebates/balance-columns';
import { BalanceDrawer } from '../../features/rebates/balance-drawer';
import { DisplaysTable } from '../../features/rebates/displays-table';
import { FreezeDialog } from '../../features/rebates/freeze-dialog';
import { balancePages, type RebateBalance, useBalances, useTotals } from '../../features/rebates/queries';
import { TermsDialog } from '../../features/rebates/terms-dialog';
import { TotalsLine } from '../../features/rebates/totals-line';
import '../../features/rebates/rebates.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';

type Opened =
  | { readonly what: 'entries' | 'freeze'; readonly balance: RebateBalance }
  | { readonly what: 'adjust'; readonly balance: RebateBalance | 'new' }
  | { readonly what: 'terms' }
  | null;

export default function RebatesPage() {
  const me = useMe();
  const pages = useCursorPages();
  const { params, choose } = useFilters();
  const buyerId = params.get('party') ?? undefined;
  const balances = useBalances(buyerId, pages.cursor);
  const openClaims = useTotals().data?.openClaims ?? 0;
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const mayMove = hasRole(me, 'finance');
  const mayDecide = hasRole(me, 'manager');

  const columns = [
    {
      key: 'buyer',
      title: '客户',
      stays: true,
      render: (_: unknown, balance: RebateBalance) => (
        <button type="button" className="text-button" onClick={() => setOpened({ what: 'entries', balance })}>
          {balance.buyerName}
        </button>
      ),
    },
    ...balanceColumns,
    {
      key: 'actions',
      title: '操作',
      stays: true,
      width: mayMove ? 168 : 70,
      render: (_: unknown, balance: RebateBalance) => (
        <div className="link-actions">
          <Button
            type="link"
            size="small"
            onClick={() => setOpened({ what: 'entries', balance })}
            data-testid={`rebate-entries-${balance.buyerId}`}
          >
            流水
          </Button>
          {mayMove && (
            <>
              <Button
                type="link"
                size="small"
                onClick={() => setOpened({ what: 'adjust', balance })}
                data-testid={`rebate-adjust-${balance.buyerId}`}
              >
                调整
              </Button>
              <Button
                type="link"
                size="small"
                danger={balance.frozenAt === null}
                onClick={() => setOpened({ what: 'freeze', balance })}
                data-testid={`rebate-freeze-${balance.buyerId}`}
              >
                {balance.frozenAt === null ? '冻结' : '解冻'}
              </Button>
            </>
          )}
        </div>
      ),
    },
  ];

  const accounts = (
    <>
      <TotalsLine />
      <div className="tp-filters">
        <PartyPicker value={buyerId} onChange={(value) => choose('party', value)} width={240} label="客户" />
      </div>
      <PagedTable
        name="rebates"
        list={balances}
        pages={pages}
        rowKey={({ accountId }) => accountId}
        tools={<ViewMenu list="rebates" />}
        columns={columns}
        minWidth={1040}
        empty={
          <EmptyHint
            title="还没有返利"
            hint="累计满返每晚按签收结算入账，陈列协议核验通过后入账；也可以人工增加。"
          />
        }
      />
    </>
  );

  return (
    <Page
      title="返利"
      hint="可用 = 余额 − 订单占用；先到期的先用，退货多返的从以后的返利中扣回"
      extra={
        <>
          <ExportButton name="返利" columns={balanceCsv} fetchPage={balancePages(buyerId)} />
          {mayDecide && (
            <Button onClick={() => setOpened({ what: 'terms' })} data-testid="rebate-terms-open">
              使用规则
            </Button>
          )}
          {mayMove && (
            <Button
              type="primary"
              onClick={() => setOpened({ what: 'adjust', balance: 'new' })}
              data-testid="rebate-adjust-new"
            >
              调整返利
            </Button>
          )}
        </>
      }
    >
      <Tabs
        activeKey={params.get('tab') === 'displays' ? 'displays' : 'accounts'}
        onChange={(key) => choose('tab', key === 'displays' ? key : undefined)}
        items={[
          { key: 'accounts', label: '返利账户', children: accounts },
          {
            key: 'displays',
            label: openClaims > 0 ? `陈列核验（${openClaims}）` : '陈列核验',
            children: <DisplaysTable mayDecide={mayDecide} />,
          },
        ]}
      />
      <BalanceDrawer balance={opened?.what === 'entries' ? opened.balance : null} onClose={close} />
      <AdjustDialog
        subject={opened?.what === 'adjust' ? opened.balance : null}
        buyerField={<PartyPicker testId="rebate-buyer" />}
        onClose={close}
      />
      <FreezeDialog balance={opened?.what === 'freeze' ? opened.balance : null} onClose={close} />
      <TermsDialog isOpen={opened?.what === 'terms'} onClose={close} />
    </Page>
  );
}
