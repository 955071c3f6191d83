import { Tag } from 'antd';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { useNow } from '../../ui/use-now';
import { Yuan } from '../../ui/yuan';
import type { RebateBalance, RebateEntry } from './queries';
import { actionNames, expiringFen, lastDayOf } from './words';

const SOON_DAYS = 30;

const money = (key: string, title: string, fen: (balance: RebateBalance) => number) => ({
  key,
  title,
  width: 120,
  align: 'right' as const,
  render: (_: unknown, balance: RebateBalance) => (
    <Yuan fen={fen(balance)} tone={fen(balance) === 0 ? 'muted' : undefined} />
  ),
});

function Soon({ balance }: { balance: RebateBalance }) {
  const fen = expiringFen(balance.expiries, useNow(), SOON_DAYS);
  const first = balance.expiries.find(({ leftFen, heldFen }) => leftFen > heldFen);
  if (fen === 0 || !first) return <span className="tp-faint">—</span>;
  return (
    <>
      <span className="tp-warning">
        <Yuan fen={fen} />
      </span>
      <div className="tp-muted tp-small">最早 {lastDayOf(first.expiresAt)}</div>
    </>
  );
}

/** The columns of the table of balances, the customer and what can be done given by the screen. */
export const balanceColumns: ListColumns<RebateBalance> = [
  {
    key: 'free',
    title: '可用返利',
    width: 130,
    align: 'right',
    render: (_, { freeFen, frozenAt, frozenReason }) => (
      <>
        <Yuan fen={freeFen} strong />
        {frozenAt !== null && (
          <div>
            <Tag color="red" title={frozenReason}>
              已冻结
            </Tag>
          </div>
        )}
      </>
    ),
  },
  money('balance', '返利余额', ({ balanceFen }) => balanceFen),
  money('held', '订单占用', ({ heldFen }) => heldFen),
  {
    key: 'expiring',
    title: `${SOON_DAYS} 天内到期`,
    width: 130,
    align: 'right',
    render: (_, balance) => <Soon balance={balance} />,
  },
  money('owed', '待扣回', ({ owedFen }) => owedFen),
];

/** The same table as a spreadsheet has it. */
export const balanceCsv: readonly CsvColumn<RebateBalance>[] = [
  { title: '客户', cell: ({ buyerName }) => buyerName },
  yuanColumn('返利余额', ({ balanceFen }) => balanceFen),
  yuanColumn('订单占用', ({ heldFen }) => heldFen),
  yuanColumn('可用返利', ({ freeFen }) => freeFen),
  yuanColumn('待扣回', ({ owedFen }) => owedFen),
  { title: '最早到期日', cell: ({ expiries }) => (expiries[0] ? lastDayOf(expiries[0].expiresAt) : null) },
  { title: '冻结原因', cell: ({ frozenReason }) => frozenReason },
];

/** A ledger as a spreadsheet has it. */
export const entryCsv: readonly CsvColumn<RebateEntry>[] = [
  { title: '时间', cell: ({ at }) => whenText(at) },
  { title: '事项', cell: ({ action }) => actionNames[action] },
  yuanColumn('余额变动', ({ balanceFen }) => balanceFen),
  yuanColumn('占用变动', ({ heldFen }) => heldFen),
  yuanColumn('待扣回变动', ({ owedFen }) => owedFen),
  { title: '说明', cell: ({ reason }) => reason },
  { title: '订单', cell: ({ orderId }) => orderId },
];
