import { Drawer, Table, Tabs, type TableProps } from 'antd';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { ExportButton } from '../../ui/export-button';
import { whenText, yuanText } from '../../ui/format';
import { useInnerPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import type { ListColumns } from '../../ui/list-column';
import { PagedTable } from '../../ui/paged-table';
import { When } from '../../ui/when';
import { billColumns, billCsv } from './bill-columns';
import { billPages, entryPages, useBills, useEntries, type CreditAccount, type CreditEntry } from './queries';

const change = (key: string, title: string, fen: (entry: CreditEntry) => number) => ({
  key,
  title,
  width: 118,
  align: 'right' as const,
  render: (_: unknown, entry: CreditEntry) => {
    const amountFen = fen(entry);
    if (amountFen === 0) return <span className="tp-faint">—</span>;
    return (
      <span className={`tp-figure ${amountFen < 0 ? 'tp-success' : ''}`}>
        {amountFen > 0 && '+'}
        {yuanText(amountFen)}
      </span>
    );
  },
});

const entryColumns: ListColumns<CreditEntry> = [
  { key: 'at', title: '时间', stays: true, width: 140, render: (_, entry) => <When at={entry.at} /> },
  { key: 'title', title: '事项', dataIndex: 'title' },
  change('held', '占用', (entry) => entry.heldFen),
  change('shipped', '在途', (entry) => entry.shippedFen),
  change('receivable', '应收', (entry) => entry.receivableFen),
  change('unapplied', '未核销', (entry) => entry.unappliedFen),
  {
    key: 'document',
    title: '单据',
    dataIndex: 'documentId',
    width: 150,
    ellipsis: true,
    className: 'tp-muted tp-small',
  },
];

/** The ledger as a spreadsheet has it. */
const entryCsv: readonly CsvColumn<CreditEntry>[] = [
  { title: '时间', cell: ({ at }) => whenText(at) },
  { title: '事项', cell: ({ title }) => title },
  yuanColumn('占用变动', ({ heldFen }) => heldFen),
  yuanColumn('在途变动', ({ shippedFen }) => shippedFen),
  yuanColumn('应收变动', ({ receivableFen }) => receivableFen),
  yuanColumn('未核销变动', ({ unappliedFen }) => unappliedFen),
  { title: '单据', cell: ({ documentId }) => documentId },
];

function Entries({ account }: { account: CreditAccount }) {
  const pages = useInnerPages();
  const entries = useEntries(account, pages.cursor);
  return (
    <PagedTable
      name="credit-entries"
      list={entries}
      pages={pages}
      rowKey={(entry) => entry.entryId}
      columns={entryColumns}
      minWidth={820}
      empty={<EmptyHint title="还没有流水" hint="下单占用、发货、签收、回款都会在这里留下一行。" />}
    />
  );
}

function OpenBills({ account }: { account: CreditAccount }) {
  const pages = useInnerPages();
  const filter = { side: 'seller', partyId: account.buyerId } as const;
  const bills = useBills(filter, pages.cursor);
  return (
    <PagedTable
      name="credit-bills"
      list={bills}
      pages={pages}
      tools={
        <ExportButton
          name={`未结账单-${account.buyerName}`}
          columns={billCsv}
          fetchPage={billPages(filter)}
        />
      }
      rowKey={(bill) => bill.billId}
      columns={billColumns.filter(({ key }) => key !== 'buyer')}
      minWidth={860}
      empty={<EmptyHint title="没有未结账单" hint="该客户的账单都已付清。" />}
    />
  );
}

const factColumns: TableProps<CreditAccount>['columns'] = [
  { title: '额度', render: (_, account) => yuanText(account.limitFen) },
  { title: '占用', render: (_, account) => yuanText(account.heldFen) },
  { title: '在途', render: (_, account) => yuanText(account.shippedFen) },
  { title: '应收', render: (_, account) => yuanText(account.receivableFen) },
  { title: '未核销', render: (_, account) => yuanText(account.unappliedFen) },
  { title: '可用', render: (_, account) => <b>{yuanText(account.availableFen)}</b> },
];

/** One account's balances, ledger and open bills; open while there is an account. */
export function LedgerDrawer({ account, onClose }: { account: CreditAccount | null; onClose: () => void }) {
  return (
    <Drawer
      open={account !== null}
      onClose={onClose}
      size={1000}
      title={account && `${account.buyerName} · 信用流水`}
      extra={
        account && (
          <ExportButton
            name={`信用流水-${account.buyerName}`}
            columns={entryCsv}
            fetchPage={entryPages(account)}
          />
        )
      }
      destroyOnHidden
      data-testid="ledger-drawer"
    >
      {account && (
        <>
          <Table
            size="small"
            className="tp-figure ledger-facts"
            rowKey={() => 'account'}
            columns={factColumns}
            dataSource={[account]}
            pagination={false}
          />
          <Tabs
            items={[
              { key: 'entries', label: '流水', children: <Entries account={account} /> },
              { key: 'bills', label: '未结账单', children: <OpenBills account={account} /> },
            ]}
          />
        </>
      )}
    </Drawer>
  );
}
