import { Button } from 'antd';
import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { PagedTable } from '../../ui/paged-table';
import { useReturns, type PaymentReturn } from './queries';
import { returnColumns } from './return-columns';
import { DecideReturnDialog } from './return-dialogs';

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
        columns={[...returnColumns, actions]}
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
