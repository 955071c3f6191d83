import { Button } from 'antd';
import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ListTable } from '../../ui/list-table';
import { PagedTable } from '../../ui/paged-table';
import { useUploads, type Upload } from './queries';
import { RetryUploadDialog } from './retry-dialogs';
import { uploadColumns } from './upload-columns';

/** What WeChat was told of shipments: those it would not take first, then all of them page by page. */
export function UploadTable() {
  const pages = useCursorPages();
  const failed = useUploads('failed');
  const uploads = useUploads(undefined, pages.cursor);
  const [subject, setSubject] = useState<Upload | null>(null);
  const withActions = [
    ...uploadColumns,
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
