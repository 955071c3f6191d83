import { Button } from 'antd';
import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { PagedTable } from '../../ui/paged-table';
import { useSends, type Send } from './queries';
import { RetrySendDialog } from './retry-dialogs';
import { sendColumns } from './send-columns';

interface SendTableProps {
  isFailedOnly: boolean;
  /** Whether the one who looks may send again. */
  mayRetry: boolean;
}

/** Messages on their way to people's WeChat: those that failed, or all of them page by page. */
export function SendTable({ isFailedOnly, mayRetry }: SendTableProps) {
  const pages = useCursorPages();
  const sends = useSends(isFailedOnly ? 'failed' : undefined, pages.cursor);
  const [subject, setSubject] = useState<Send | null>(null);
  const withActions = [
    ...sendColumns,
    {
      key: 'actions',
      title: '操作',
      stays: true,
      width: 96,
      fixed: 'right' as const,
      render: (_: unknown, send: Send) =>
        send.state === 'failed' && mayRetry ? (
          <Button
            type="link"
            size="small"
            onClick={() => setSubject(send)}
            data-testid={`retry-send-${send.sendId}`}
          >
            重新发送
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <PagedTable
        name="wechat-sends"
        list={sends}
        pages={pages}
        rowKey={({ sendId }) => sendId}
        columns={withActions}
        minWidth={1080}
        empty={
          <EmptyHint
            title={isFailedOnly ? '没有发送失败的通知' : '还没有微信通知'}
            hint="客户在小程序里订阅后，审核、发货、退款等消息会同时发到微信。"
          />
        }
      />
      <RetrySendDialog subject={subject} onClose={() => setSubject(null)} />
    </>
  );
}
