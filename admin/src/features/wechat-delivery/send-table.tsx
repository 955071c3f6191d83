import { Button } from 'antd';
import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import type { ListColumns } from '../../ui/list-column';
import { PagedTable } from '../../ui/paged-table';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { useSends, type Send } from './queries';
import { RetrySendDialog } from './retry-dialogs';
import { kindWords, remarkOf, sendWords } from './words';

const columns: ListColumns<Send> = [
  { key: 'createdAt', title: '时间', width: 144, render: (_, { createdAt }) => <When at={createdAt} /> },
  { key: 'kind', title: '类型', width: 112, render: (_, { kind }) => kindWords[kind] },
  { key: 'title', title: '内容', stays: true, dataIndex: 'title', ellipsis: true },
  { key: 'tries', title: '发送次数', width: 88, align: 'right', dataIndex: 'tries', className: 'tp-figure' },
  { key: 'remark', title: '说明', width: 320, ellipsis: true, render: (_, send) => remarkOf(send) },
  {
    key: 'state',
    title: '状态',
    width: 160,
    render: (_, { state, sendId }) => (
      <StateTag state={state} words={sendWords[state]} testId={`send-state-${sendId}`} />
    ),
  },
];

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
    ...columns,
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
