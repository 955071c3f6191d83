import type { TableProps } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { countText, yuanPlain } from '../../ui/format';
import { Yuan } from '../../ui/yuan';
import type { CreditAccount } from './queries';
import { UsageBar } from './usage-bar';

const money = (title: string, fen: (account: CreditAccount) => number) => ({
  title,
  width: 108,
  align: 'right' as const,
  render: (_: unknown, account: CreditAccount) => (
    <Yuan fen={fen(account)} tone={fen(account) === 0 ? 'muted' : undefined} />
  ),
});

/** The columns of the accounts table, the first one given by the screen. */
export const accountColumns: NonNullable<TableProps<CreditAccount>['columns']> = [
  {
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
    title: '可用额度',
    width: 150,
    align: 'right',
    render: (_, account) => <UsageBar account={account} />,
  },
  money('占用未发', (account) => account.heldFen),
  money('在途未签', (account) => account.shippedFen),
  money('应收', (account) => account.receivableFen),
  money('未核销回款', (account) => account.unappliedFen),
  {
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

const yuan = (fen: number) => Number(yuanPlain(fen));

/** The same table as a spreadsheet has it. */
export const accountCsv: readonly CsvColumn<CreditAccount>[] = [
  { title: '客户', cell: (account) => account.buyerName },
  { title: '授信方', cell: (account) => account.sellerName },
  { title: '信用额度（元）', cell: (account) => yuan(account.limitFen) },
  { title: '账期（天）', cell: (account) => account.termDays },
  { title: '可用额度（元）', cell: (account) => yuan(account.availableFen) },
  { title: '占用（元）', cell: (account) => yuan(account.heldFen) },
  { title: '在途（元）', cell: (account) => yuan(account.shippedFen) },
  { title: '应收（元）', cell: (account) => yuan(account.receivableFen) },
  { title: '未核销回款（元）', cell: (account) => yuan(account.unappliedFen) },
  { title: '逾期（元）', cell: (account) => yuan(account.overdueFen) },
  { title: '最长逾期天数', cell: (account) => account.overdueDays },
];
