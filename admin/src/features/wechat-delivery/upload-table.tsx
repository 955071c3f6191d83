import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import type { ListColumns } from '../../ui/list-column';
import { ListTable } from '../../ui/list-table';
import { PagedTable } from '../../ui/paged-table';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import { useUploads, type Upload } from './queries';
import { RetryUploadDialog } from './retry-dialogs';
import { logisticsWords, moneyWords, remarkOf, wordsOf } from './words';

const columns: ListColumns<Upload> = [
  {
    key: 'createdAt',
    title: '发货时间',
    stays: true,
    width: 144,
    render: (_, { createdAt }) => <When at={createdAt} />,
  },
  { key: 'buyer', title: '客户', dataIndex: 'buyerName', width: 160, ellipsis: true },
  {
    key: 'order',
    title: '订单',
    width: 72,
    render: (_, { orderId }) => (
      <Link className="tp-link" to={`/orders/${orderId}`}>
        查看
      </Link>
    ),
  },
  {
    key: 'paid',
    title: '付款金额',
    width: 120,
    align: 'right',
    render: (_, { paidFen }) => <Yuan fen={paidFen} />,
  },
  { key: 'logistics', title: '方式', width: 96, render: (_, { logistics }) => logisticsWords[logistics] },
  { key: 'goods', title: '商品', dataIndex: 'items', ellipsis: true },
  { key: 'money', title: '货款', width: 112, render: (_, upload) => moneyWords(upload) },
  { key: 'remark', title: '说明', width: 240, ellipsis: true, render: (_, upload) => remarkOf(upload) },
  {
    key: 'state',
    title: '状态',
    width: 140,
    render: (_, upload) => (
      <StateTag state={upload.state} words={wordsOf(upload)} testId={`upload-state-${upload.paymentId}`} />
    ),
  },
];

/** What WeChat was told of shipments: those it would not take first, then all of them page by page. */
export function UploadTable() {
  const pages = useCursorPages();
  const failed = useUploads('failed');
  const uploads = useUploads(undefined, pages.cursor);
  const [subject, setSubject] = useState<Upload | null>(null);
  const withActions = [
    ...columns,
    {
      key: 'actions',
      title: '操作',
      stays: true,
      width: 96,
      fixed: 'right' as const,
      render: (_: unknown, upload: Upload) =>
        upload.state === 'failed' ? (
          <Button
            type="link"
            size="small"
            onClick={() => setSubject(upload)}
            data-testid={`retry-upload-${upload.paymentId}`}
          >
            重新上传
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      {(failed.data?.items.length ?? 0) > 0 && (
        <section data-testid="failed-uploads">
          <h2>上传失败，待处理</h2>
          <ListTable
            name="wechat-uploads"
            list={failed}
            rowKey={({ paymentId }) => paymentId}
            columns={withActions}
            minWidth={1240}
            empty={null}
          />
          <h2>全部发货信息</h2>
        </section>
      )}
      <PagedTable
        name="wechat-uploads"
        list={uploads}
        pages={pages}
        rowKey={({ paymentId }) => paymentId}
        columns={withActions}
        minWidth={1240}
        empty={
          <EmptyHint
            title="还没有发货信息"
            hint="客户在小程序里用微信支付的订单发货后，系统会自动告知微信，货款才能结算。"
          />
        }
      />
      <RetryUploadDialog subject={subject} onClose={() => setSubject(null)} />
    </>
  );
}
