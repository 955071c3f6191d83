import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { countText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { Yuan } from '../../ui/yuan';
import type { CreditAccount } from './queries';
import { UsageBar } from './usage-bar';

const money = (key: string, title: string, fen: (account: CreditAccount) => number) => ({
  key,
  title,
  width: 108,
  align: 'right' as const,
  render: (_: unknown, account: CreditAccount) => (
    <Yuan fen={fen(account)} tone={fen(account) === 0 ? 'muted' : undefined} />
  ),
});

/** The columns of the accounts table, the first one given by the screen. */
export const accountColumns: ListColumns<CreditAccount> = [
  {
    key: 'limit',
    title: '信用额度 / 账期',
    width: 118,
    align: 'right',
    render: (_, account) => (
      <>
        <Yuan fen={account.limitFen} strong />
        <div className="tp-muted tp-small">
          {account.termDays === 0 ? '现结' : `账期 ${account.termDays} 天`}
        </div>
      </>
    ),
  },
  {
    key: 'available',
    title: '可用额度',
    width: 150,
    align: 'right',
    render: (_, account) => <UsageBar account={account} />,
  },
  money('held', '占用未发', (account) => account.heldFen),
  money('shipped', '在途未签', (account) => account.shippedFen),
  money('receivable', '应收', (account) => account.receivableFen),
  money('unapplied', '未核销回款', (account) => account.unappliedFen),
  {
    key: 'overdue',
    title: '逾期',
    width: 108,
    align: 'right',
    render: (_, account) =>
      account.overdueFen > 0 ? (
        <>
          <Yuan fen={account.overdueFen} strong tone="danger" />
          <div className="tp-danger tp-small">最长 {countText(account.overdueDays)} 天</div>
        </>
      ) : (
        <span className="tp-success">无逾期</span>
      ),
  },
];

/** The same table as a spreadsheet has it. */
export const accountCsv: readonly CsvColumn<CreditAccount>[] = [
  { title: '客户', cell: (account) => account.buyerName },
  { title: '授信方', cell: (account) => account.sellerName },
  yuanColumn('信用额度', (account) => account.limitFen),
  { title: '账期（天）', cell: (account) => account.termDays },
  yuanColumn('可用额度', (account) => account.availableFen),
  yuanColumn('占用', (account) => account.heldFen),
  yuanColumn('在途', (account) => account.shippedFen),
  yuanColumn('应收', (account) => account.receivableFen),
  yuanColumn('未核销回款', (account) => account.unappliedFen),
  yuanColumn('逾期', (account) => account.overdueFen),
  { title: '最长逾期天数', cell: (account) => account.overdueDays },
];
