import { Button } from 'antd';
import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import type { ListColumns } from '../../ui/list-column';
import { PagedTable } from '../../ui/paged-table';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import { useReturns, type PaymentReturn } from './queries';
import { DecideReturnDialog } from './return-dialogs';
import { returnWords } from './words';

const columns: ListColumns<PaymentReturn> = [
  {
    key: 'requestedAt',
    title: '申请时间',
    stays: true,
    width: 144,
    render: (_, { requestedAt }) => <When at={requestedAt} />,
  },
  { key: 'buyer', title: '客户', dataIndex: 'buyerName', ellipsis: true },
  {
    key: 'amount',
    title: '退回金额',
    width: 120,
    align: 'right',
    render: (_, { amountFen }) => <Yuan fen={amountFen} strong />,
  },
  { key: 'reason', title: '原因', dataIndex: 'reason', width: 200, ellipsis: true },
  { key: 'requestedBy', title: '申请人', dataIndex: 'requestedBy', width: 96, ellipsis: true },
  {
    key: 'decidedBy',
    title: '审批人',
    width: 96,
    ellipsis: true,
    render: (_, { decidedBy }) => decidedBy || '—',
  },
  {
    key: 'payment',
    title: '付款单号',
    dataIndex: 'paymentId',
    width: 250,
    ellipsis: true,
    className: 'tp-figure',
  },
  {
    key: 'state',
    title: '状态',
    width: 96,
    render: (_, { state, note, returnId }) => (
      <StateTag state={state} words={returnWords[state]} title={note} testId={`return-state-${returnId}`} />
    ),
  },
];

/** Payments that finance sends back: those that wait for a second person, and all there were. */
export function ReturnTable() {
  const pages = useCursorPages();
  const returns = useReturns(undefined, pages.cursor);
  const [subject, setSubject] = useState<PaymentReturn | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 88,
    fixed: 'right' as const,
    render: (_: unknown, asked: PaymentReturn) =>
      asked.state === 'requested' ? (
        <Button
          type="link"
          size="small"
          onClick={() => setSubject(asked)}
          data-testid={`decide-return-${asked.returnId}`}
        >
          审批
        </Button>
      ) : null,
  };
  return (
    <>
      <PagedTable
        name="payment-returns"
        list={returns}
        pages={pages}
        rowKey={({ returnId }) => returnId}
        columns={[...columns, actions]}
        minWidth={1240}
        empty={
          <EmptyHint
            title="还没有原路退回"
            hint="在“收款”里对账单还款或预存充值点“退回”，由另一位财务审批后退到付款人的微信。"
          />
        }
      />
      <DecideReturnDialog subject={subject} onClose={() => setSubject(null)} />
    </>
  );
}
