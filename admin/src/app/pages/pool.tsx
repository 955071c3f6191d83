import { PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { PartyPicker } from '../../features/partners/party-picker';
import { SellerByCode } from '../../features/partners/seller-by-code';
import { agreementColumns, agreementCsv } from '../../features/stock/pool/agreement-columns';
import {
  borrowColumns,
  borrowCsv,
  loanColumns,
  loanCsv,
  settlementColumns,
  settlementCsv,
} from '../../features/stock/pool/borrow-columns';
import { PoolConfirm, type PoolAsked } from '../../features/stock/pool/pool-confirm';
import { PoolList } from '../../features/stock/pool/pool-list';
import { ProposeDialog } from '../../features/stock/pool/propose-dialog';
import {
  type Agreement,
  agreementPages,
  type Borrow,
  borrowPages,
  type Loan,
  loanPages,
  poolPages,
  settlementPages,
  useAgreements,
  useBorrows,
  useLoans,
  usePool,
  useSettlements,
} from '../../features/stock/pool/queries';
import { poolStockColumns, poolStockCsv } from '../../features/stock/pool/stock-columns';
import { useCursorPages } from '../../ui/cursor-pager';
import { Page } from '../../ui/page';
import { useFilters } from '../../ui/use-filters';

type Ask = (asked: PoolAsked) => void;

const actions = <Row,>(width: number, render: (row: Row) => ReactNode) => ({
  key: 'actions',
  title: '操作',
  stays: true,
  width,
  render: (_: unknown, row: Row) => <div className="link-actions">{render(row)}</div>,
});

const action = (text: string, testId: string, onClick: () => void, danger = false) => (
  <Button type="link" size="small" danger={danger} onClick={onClick} data-testid={testId}>
    {text}
  </Button>
);

function StockTab() {
  const me = useMe();
  const pages = useCursorPages();
  const { params, choose } = useFilters();
  const filter = { skuId: params.get('sku') ?? undefined, ownerId: params.get('owner') ?? undefined };
  const stock = usePool(filter, pages.cursor);
  return (
    <PoolList
      name="pool-stock"
      list={stock}
      pages={pages}
      rowKey={({ skuId, ownerId }) => `${skuId} ${ownerId}`}
      columns={poolStockColumns}
      empty={{ title: '没有库存', hint: '总部和经销商有货入库后，这里按商品和货主列出。' }}
      filters={
        <>
          <SkuPicker
            value={filter.skuId}
            onChange={(sku) => choose('sku', sku)}
            placeholder="筛选商品"
            width={300}
            label="商品"
          />
          {me.party.kind === 'hq' && (
            <PartyPicker
              value={filter.ownerId}
              onChange={(owner) => choose('owner', owner)}
              placeholder="全部货主"
              width={220}
              label="货主"
              testId="pool-owner"
            />
          )}
        </>
      }
      exported={{ name: '一盘货', columns: poolStockCsv, fetchPage: poolPages(filter) }}
    />
  );
}

function AgreementsTab({ onAsk }: { onAsk: Ask }) {
  const me = useMe();
  const pages = useCursorPages();
  const agreements = useAgreements(pages.cursor);
  const mayDecide = hasRole(me, 'manager');
  const actionColumn = actions(150, (agreement: Agreement) => {
    const isTheirs = me.party.kind === 'hq' || agreement.proposedBy !== me.party.partyId;
    return (
      mayDecide && (
        <>
          {agreement.state === 'proposed' && isTheirs && (
            <>
              {action('接受', `agreement-accept-${agreement.agreementId}`, () =>
                onAsk({ what: 'accept', agreement }),
              )}
              {action(
                '拒绝',
                `agreement-decline-${agreement.agreementId}`,
                () => onAsk({ what: 'decline', agreement }),
                true,
              )}
            </>
          )}
          {(agreement.state === 'active' || (agreement.state === 'proposed' && !isTheirs)) &&
            action(
              '结束',
              `agreement-end-${agreement.agreementId}`,
              () => onAsk({ what: 'end', agreement }),
              true,
            )}
        </>
      )
    );
  });
  return (
    <PoolList
      name="pool-agreements"
      list={agreements}
      pages={pages}
      rowKey={({ agreementId }) => agreementId}
      columns={[...agreementColumns, actionColumn]}
      empty={{
        title: '还没有共享协议',
        hint: '协议写明谁可以借谁的货、每期多少、按什么价结算；有了协议，缺货时才能借。',
      }}
      exported={{ name: '共享协议', columns: agreementCsv, fetchPage: agreementPages }}
    />
  );
}

function BorrowsTab({ onAsk }: { onAsk: Ask }) {
  const me = useMe();
  const pages = useCursorPages();
  const borrows = useBorrows(pages.cursor);
  const actionColumn = actions(80, (borrow: Borrow) =>
    hasRole(me, 'reviewer') &&
    borrow.borrowerId === me.party.partyId &&
    (borrow.state === 'requested' || borrow.state === 'promised')
      ? action('撤回', `borrow-take-back-${borrow.borrowId}`, () => onAsk({ what: 'takeBack', borrow }), true)
      : null,
  );
  return (
    <PoolList
      name="pool-borrows"
      list={borrows}
      pages={pages}
      rowKey={({ borrowId }) => borrowId}
      columns={[...borrowColumns, actionColumn]}
      empty={{ title: '没有借入', hint: '客户订单缺货时，在订单里向有协议的一方借货。' }}
      exported={{ name: '借入', columns: borrowCsv, fetchPage: borrowPages }}
    />
  );
}

function LoansTab({ onAsk }: { onAsk: Ask }) {
  const me = useMe();
  const pages = useCursorPages();
  const loans = useLoans(pages.cursor);
  const actionColumn = actions(80, (loan: Loan) =>
    hasRole(me, 'warehouse') && loan.lenderId === me.party.partyId && loan.state === 'reserved'
      ? action('发出', `loan-lend-${loan.borrowId}`, () => onAsk({ what: 'lend', loan }))
      : null,
  );
  return (
    <PoolList
      name="pool-loans"
      list={loans}
      pages={pages}
      rowKey={({ borrowId }) => borrowId}
      columns={[...loanColumns, actionColumn]}
      empty={{ title: '没有借出', hint: '别人按协议借货时，系统先占住批次，在这里发出。' }}
      exported={{ name: '借出', columns: loanCsv, fetchPage: loanPages }}
    />
  );
}

function SettlementsTab() {
  const pages = useCursorPages();
  const settlements = useSettlements(pages.cursor);
  return (
    <PoolList
      name="pool-settlements"
      list={settlements}
      pages={pages}
      rowKey={({ settlementId }) => settlementId}
      columns={settlementColumns}
      empty={{ title: '没有结算', hint: '借货发出后，这里按批次写明数量、单价和应结金额。' }}
      exported={{ name: '借货结算', columns: settlementCsv, fetchPage: settlementPages }}
    />
  );
}

/** 一盘货: the stock of all owners together, who shares with whom, and what is owed for it. */
export default function PoolPage() {
  const me = useMe();
  const { params, chooseAll } = useFilters();
  const [asked, setAsked] = useState<PoolAsked | null>(null);
  const [proposing, setProposing] = useState(false);
  const tabs = [
    { key: 'stock', label: '库存', children: <StockTab /> },
    { key: 'agreements', label: '共享协议', children: <AgreementsTab onAsk={setAsked} /> },
    { key: 'borrows', label: '借入', children: <BorrowsTab onAsk={setAsked} /> },
    { key: 'loans', label: '借出', children: <LoansTab onAsk={setAsked} /> },
    { key: 'settlements', label: '结算', children: <SettlementsTab /> },
  ];
  return (
    <Page
      title="一盘货"
      hint="总部和全部经销商的库存放在一起看；缺货时按共享协议互相借货"
      extra={
        hasRole(me, 'manager') && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setProposing(true)}
            data-testid="agreement-new"
          >
            {me.party.kind === 'hq' ? '新建共享协议' : '提出共享协议'}
          </Button>
        )
      }
    >
      <Tabs
        activeKey={tabs.find(({ key }) => key === params.get('tab'))?.key ?? 'stock'}
        onChange={(key) =>
          chooseAll({ tab: key === 'stock' ? undefined : key, sku: undefined, owner: undefined })
        }
        destroyOnHidden
        items={tabs}
      />
      <ProposeDialog
        open={proposing}
        onClose={() => setProposing(false)}
        proposer={me.party.kind === 'hq' ? undefined : me.party}
        otherField={<SellerByCode testId="agreement-other" />}
        lenderField={<PartyPicker testId="agreement-lender" />}
        borrowerField={<PartyPicker testId="agreement-borrower" />}
        skuField={<SkuPicker testId="agreement-sku" />}
      />
      <PoolConfirm asked={asked} onClose={() => setAsked(null)} />
    </Page>
  );
}
