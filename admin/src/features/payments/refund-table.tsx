import { Button } from 'antd';
import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ListTable } from '../../ui/list-table';
import { PagedTable } from '../../ui/paged-table';
import { refundColumns } from './refund-columns';
import { useRefunds, type Refund } from './queries';
import { CloseRefundDialog, RetryRefundDialog } from './settle-dialogs';

type Doing = { readonly what: 'retry' | 'close'; readonly refund: Refund } | null;

function actionColumn(onDo: (doing: Doing) => void) {
  return {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 176,
    fixed: 'right' as const,
    render: (_: unknown, refund: Refund) =>
      refund.state === 'abnormal' ? (
        <>
          <Button
            type="link"
            size="small"
            onClick={() => onDo({ what: 'retry', refund })}
            data-testid={`retry-refund-${refund.refundId}`}
          >
            重新退款
          </Button>
          <Button
            type="link"
            size="small"
            danger
            onClick={() => onDo({ what: 'close', refund })}
            data-testid={`close-refund-${refund.refundId}`}
          >
            已线下退回
          </Button>
        </>
      ) : null,
  };
}

/** Refunds: those that went wrong and wait for a person first, then all of them page by page. */
export function RefundTable() {
  const pages = useCursorPages();
  const stuck = useRefunds('abnormal');
  const refunds = useRefunds(undefined, pages.cursor);
  const [doing, setDoing] = useState<Doing>(null);
  const columns = [...refundColumns, actionColumn(setDoing)];
  const subjectOf = (what: 'retry' | 'close') => (doing?.what === what ? doing.refund : null);
  const close = () => setDoing(null);
  const stuckCount = stuck.data?.items.length ?? 0;
  return (
    <>
      {stuckCount > 0 && (
        <section data-testid="stuck-refunds">
          <h2>退款异常，待处理</h2>
          <ListTable
            name="refunds"
            list={stuck}
            rowKey={({ refundId }) => refundId}
            columns={columns}
            minWidth={1240}
            empty={null}
          />
          <h2>全部退款</h2>
        </section>
      )}
      <PagedTable
        name="refunds"
        list={refunds}
        pages={pages}
        rowKey={({ refundId }) => refundId}
        columns={columns}
        minWidth={1240}
        empty={<EmptyHint title="还没有退款" hint="取消已付款的订单、签收短少等会自动原路退款。" />}
      />
      <RetryRefundDialog subject={subjectOf('retry')} onClose={close} />
      <CloseRefundDialog subject={subjectOf('close')} onClose={close} />
    </>
  );
}
