import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { type CsvColumn, yuanColumn } from '../../ui/csv';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { FormDialog } from '../../ui/form-dialog';
import { whenText } from '../../ui/format';
import { DayInput } from '../../ui/instant-input';
import type { ListColumns } from '../../ui/list-column';
import { ListTable } from '../../ui/list-table';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import { useBillDays, useReconcile, type BillDay } from './queries';

const moved = (fen: number | null) => (fen === null ? '—' : <Yuan fen={fen} />);

const columns: ListColumns<BillDay> = [
  { key: 'day', title: '账单日', stays: true, width: 112, dataIndex: 'day', className: 'tp-figure' },
  { key: 'merchant', title: '商户号', width: 128, dataIndex: 'merchantId', className: 'tp-figure' },
  {
    key: 'payments',
    title: '付款笔数',
    width: 96,
    align: 'right',
    dataIndex: 'payments',
    className: 'tp-figure',
  },
  {
    key: 'paid',
    title: '付款金额',
    width: 128,
    align: 'right',
    render: (_, { paidFen }) => <Yuan fen={paidFen} />,
  },
  {
    key: 'refunds',
    title: '退款笔数',
    width: 96,
    align: 'right',
    dataIndex: 'refunds',
    className: 'tp-figure',
  },
  {
    key: 'refunded',
    title: '退款金额',
    width: 128,
    align: 'right',
    render: (_, { refundedFen }) => <Yuan fen={refundedFen} />,
  },
  { key: 'in', title: '账户收入', width: 128, align: 'right', render: (_, { inFen }) => moved(inFen) },
  { key: 'out', title: '账户支出', width: 128, align: 'right', render: (_, { outFen }) => moved(outFen) },
  { key: 'fee', title: '手续费', width: 104, align: 'right', render: (_, { feeFen }) => moved(feeFen) },
  {
    key: 'closing',
    title: '日终余额',
    width: 136,
    align: 'right',
    render: (_, { closingFen }) => moved(closingFen),
  },
  {
    key: 'ledgerPaid',
    title: '系统入账',
    width: 128,
    align: 'right',
    render: (_, { ledgerPaidFen }) => <Yuan fen={ledgerPaidFen} />,
  },
  {
    key: 'ledgerRefunded',
    title: '系统退款',
    width: 128,
    align: 'right',
    render: (_, { ledgerRefundedFen }) => <Yuan fen={ledgerRefundedFen} />,
  },
  {
    key: 'differences',
    title: '差异',
    width: 88,
    align: 'right',
    render: (_, { differences }) =>
      differences === 0 ? <span className="tp-success">一致</span> : <strong>{differences}</strong>,
  },
  {
    key: 'comparedAt',
    title: '核对时间',
    width: 144,
    render: (_, { comparedAt }) => <When at={comparedAt} />,
  },
];

/** The same table as a spreadsheet has it. */
const dayCsv: readonly CsvColumn<BillDay>[] = [
  { title: '账单日', cell: ({ day }) => day },
  { title: '商户号', cell: ({ merchantId }) => merchantId },
  { title: '付款笔数', cell: ({ payments }) => payments },
  yuanColumn('付款金额', ({ paidFen }) => paidFen),
  { title: '退款笔数', cell: ({ refunds }) => refunds },
  yuanColumn('退款金额', ({ refundedFen }) => refundedFen),
  yuanColumn('账户收入', ({ inFen }) => inFen),
  yuanColumn('账户支出', ({ outFen }) => outFen),
  yuanColumn('手续费', ({ feeFen }) => feeFen),
  yuanColumn('日终余额', ({ closingFen }) => closingFen),
  yuanColumn('系统入账', ({ ledgerPaidFen }) => ledgerPaidFen),
  yuanColumn('系统退款', ({ ledgerRefundedFen }) => ledgerRefundedFen),
  { title: '差异', cell: ({ differences }) => differences },
  { title: '核对时间', cell: ({ comparedAt }) => whenText(comparedAt) },
];

/** Holds a day against its bill now; open while it is asked for. */
function ReconcileDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const reconcile = useReconcile();
  return (
    <FormDialog<{ day: string }>
      open={open}
      title="立即对账"
      submitText="开始对账"
      testId="reconcile"
      onClose={onClose}
      onSubmit={async ({ day }) => {
        await reconcile({ day });
        message.success(`${day} 已与微信账单核对`);
      }}
    >
      <p className="tp-muted">微信账单在次日 10 点后生成，可核对最近 89 天。重复核对不会重复记账。</p>
      <Form.Item name="day" label="账单日" rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput label="账单日" />
      </Form.Item>
    </FormDialog>
  );
}

/** The days that were held against the bills of WeChat Pay. */
export function BillDays() {
  const days = useBillDays();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <div className="tp-filters">
        <Button onClick={() => setAsking(true)} data-testid="reconcile-open">
          立即对账
        </Button>
        <ExportButton
          name="对账日"
          columns={dayCsv}
          fetchPage={() => Promise.resolve({ items: days.data?.items ?? [], nextCursor: null })}
        />
      </div>
      <ListTable
        name="bill-days"
        list={days}
        rowKey={({ merchantId, day }) => `${merchantId} ${day}`}
        columns={columns}
        minWidth={1672}
        empty={<EmptyHint title="还没有对账记录" hint="有在线收款后，每天 10 点起自动与微信账单核对。" />}
      />
      <ReconcileDialog open={isAsking} onClose={() => setAsking(false)} />
    </>
  );
}
