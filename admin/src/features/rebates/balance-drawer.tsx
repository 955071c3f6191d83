import { Drawer, Select, Skeleton, Table, Tabs, type TableProps } from 'antd';
import { useState } from 'react';
import { useInnerPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { dayOf, yuanText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { PagedTable } from '../../ui/paged-table';
import { ProblemView } from '../../ui/problem-view';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import { entryCsv } from './balance-columns';
import { entryPages, type RebateBalance, type RebateEntry, useEntries, useStatement } from './queries';
import { actionNames, lastDayOf, monthsUntil } from './words';

const change = (key: string, title: string, fen: (entry: RebateEntry) => number) => ({
  key,
  title,
  width: 118,
  align: 'right' as const,
  render: (_: unknown, entry: RebateEntry) => {
    const amountFen = fen(entry);
    if (amountFen === 0) return <span className="tp-faint">—</span>;
    return (
      <span className="tp-figure">
        {amountFen > 0 && '+'}
        {yuanText(amountFen)}
      </span>
    );
  },
});

const entryColumns: ListColumns<RebateEntry> = [
  { key: 'at', title: '时间', stays: true, width: 140, render: (_, { at }) => <When at={at} /> },
  { key: 'action', title: '事项', width: 100, render: (_, { action }) => actionNames[action] },
  change('balance', '余额', ({ balanceFen }) => balanceFen),
  change('held', '占用', ({ heldFen }) => heldFen),
  change('owed', '待扣回', ({ owedFen }) => owedFen),
  { key: 'reason', title: '说明', dataIndex: 'reason', ellipsis: true },
  {
    key: 'order',
    title: '订单',
    dataIndex: 'orderId',
    width: 150,
    ellipsis: true,
    className: 'tp-muted tp-small',
  },
];

function Entries({ accountId }: { accountId: string }) {
  const pages = useInnerPages();
  const entries = useEntries(accountId, pages.cursor);
  return (
    <PagedTable
      name="rebate-entries"
      list={entries}
      pages={pages}
      rowKey={({ entryId }) => entryId}
      columns={entryColumns}
      minWidth={860}
      empty={<EmptyHint title="还没有流水" hint="返利入账、订单抵扣、到期作废都会在这里留下一行。" />}
    />
  );
}

type Expiry = RebateBalance['expiries'][number];
const expiryColumns: TableProps<Expiry>['columns'] = [
  { title: '有效期至', render: (_, { expiresAt }) => lastDayOf(expiresAt) },
  { title: '剩余', align: 'right', render: (_, { leftFen }) => <Yuan fen={leftFen} /> },
  { title: '其中订单占用', align: 'right', render: (_, { heldFen }) => <Yuan fen={heldFen} /> },
];

const Expiries = ({ expiries }: { expiries: readonly Expiry[] }) =>
  expiries.length === 0 ? (
    <EmptyHint title="没有余额" hint="先到期的先使用；到期没用的当天作废。" />
  ) : (
    <Table
      size="small"
      rowKey={({ expiresAt }) => expiresAt}
      columns={expiryColumns}
      dataSource={[...expiries]}
      pagination={false}
    />
  );

function Statement({ accountId }: { accountId: string }) {
  const months = monthsUntil(dayOf(new Date()));
  const [startsOn, setStartsOn] = useState(months[0]?.startsOn ?? '');
  const { untilOn = '' } = months.find((month) => month.startsOn === startsOn) ?? {};
  const statement = useStatement(accountId, { startsOn, untilOn });
  return (
    <>
      <Select
        aria-label="对账月份"
        value={startsOn}
        onChange={setStartsOn}
        options={months.map((month) => ({ value: month.startsOn, label: month.label }))}
        style={{ width: 160, marginBottom: 12 }}
        data-testid="rebate-month"
      />
      {statement.isError ? (
        <ProblemView error={statement.error} onRetry={() => void statement.refetch()} />
      ) : statement.isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 5 }} />
      ) : (
        <dl className="tp-facts" data-testid="rebate-statement">
          <dt>期初余额</dt>
          <dd>{yuanText(statement.data.openingFen)}</dd>
          <dt>返利入账</dt>
          <dd>+{yuanText(statement.data.earnedFen)}</dd>
          <dt>订单抵扣（减退回）</dt>
          <dd>{yuanText(-statement.data.spentFen)}</dd>
          <dt>退货扣回</dt>
          <dd>{yuanText(-statement.data.reversedFen)}</dd>
          <dt>人工调整</dt>
          <dd>{yuanText(statement.data.adjustedFen)}</dd>
          <dt>到期作废</dt>
          <dd>{yuanText(-statement.data.expiredFen)}</dd>
          <dt>期末余额</dt>
          <dd className="tp-strong">{yuanText(statement.data.closingFen)}</dd>
        </dl>
      )}
    </>
  );
}

/** One balance: its ledger, what expires when, its statement; open while there is one. */
export function BalanceDrawer({ balance, onClose }: { balance: RebateBalance | null; onClose: () => void }) {
  return (
    <Drawer
      open={balance !== null}
      onClose={onClose}
      size={980}
      title={balance && `${balance.buyerName} · 返利流水`}
      extra={
        balance && (
          <ExportButton
            name={`返利流水-${balance.buyerName}`}
            columns={entryCsv}
            fetchPage={entryPages(balance.accountId)}
          />
        )
      }
      destroyOnHidden
      data-testid="rebate-drawer"
    >
      {balance && (
        <>
          <dl className="tp-facts">
            <dt>可用</dt>
            <dd className="tp-strong">{yuanText(balance.freeFen)}</dd>
            <dt>余额</dt>
            <dd>
              {yuanText(balance.balanceFen)}，其中订单占用 {yuanText(balance.heldFen)}
            </dd>
            {balance.owedFen > 0 && (
              <>
                <dt>待扣回</dt>
                <dd className="tp-warning">{yuanText(balance.owedFen)}，从以后的返利中扣</dd>
              </>
            )}
            {balance.frozenAt !== null && (
              <>
                <dt>冻结</dt>
                <dd className="tp-danger">
                  自 <When at={balance.frozenAt} />：{balance.frozenReason}
                </dd>
              </>
            )}
          </dl>
          <Tabs
            items={[
              { key: 'entries', label: '流水', children: <Entries accountId={balance.accountId} /> },
              { key: 'expiries', label: '到期', children: <Expiries expiries={balance.expiries} /> },
              { key: 'statement', label: '对账', children: <Statement accountId={balance.accountId} /> },
            ]}
          />
        </>
      )}
    </Drawer>
  );
}
