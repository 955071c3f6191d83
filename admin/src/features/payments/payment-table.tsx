import { Button } from 'antd';
import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { PagedTable } from '../../ui/paged-table';
import { paymentColumns } from './payment-columns';
import { usePayments, type Payment } from './queries';
import { RefundMismatchedDialog } from './settle-dialogs';
import { RequestReturnDialog } from './return-dialogs';
import { isToGiveBack, mayGoBack } from './words';

/** What customers paid online, page by page. */
export function PaymentTable() {
  const pages = useCursorPages();
  const payments = usePayments(pages.cursor);
  const [subject, setSubject] = useState<Payment | null>(null);
  const [returning, setReturning] = useState<Payment | null>(null);
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 96,
    fixed: 'right' as const,
    render: (_: unknown, payment: Payment) =>
      mayGoBack(payment) ? (
        <Button
          type="link"
          size="small"
          onClick={() => setReturning(payment)}
          data-testid={`return-${payment.paymentId}`}
        >
          退回
        </Button>
      ) : isToGiveBack(payment) ? (
        <Button
          type="link"
          size="small"
          danger
          onClick={() => setSubject(payment)}
          data-testid={`give-back-${payment.paymentId}`}
        >
          全额退回
        </Button>
      ) : null,
  };
  return (
    <>
      <PagedTable
        name="payments"
        list={payments}
        pages={pages}
        rowKey={({ paymentId }) => paymentId}
        columns={[...paymentColumns, actionColumn]}
        minWidth={1440}
        empty={<EmptyHint title="还没有在线收款" hint="客户在订货端用微信支付后，每一笔都会列在这里。" />}
      />
      <RequestReturnDialog subject={returning} onClose={() => setReturning(null)} />
      <RefundMismatchedDialog subject={subject} onClose={() => setSubject(null)} />
    </>
  );
}
