import { Drawer, Table, Tabs, type TableProps } from 'antd';
import { ExportButton } from '../../ui/export-button';
import { yuanText } from '../../ui/format';
import { EntriesTable, entryCsv } from './entries-table';
import { OpenBills } from './open-bills';
import { entryPages, type CreditAccount } from './queries';

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
              { key: 'entries', label: '流水', children: <EntriesTable account={account} /> },
              { key: 'bills', label: '未结账单', children: <OpenBills account={account} /> },
            ]}
          />
        </>
      )}
    </Drawer>
  );
}
