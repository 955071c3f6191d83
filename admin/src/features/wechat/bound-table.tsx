import { Button } from 'antd';
import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { PagedTable } from '../../ui/paged-table';
import { ViewMenu } from '../../ui/view-menu';
import { boundColumns } from './bound-columns';
import { UnbindDialog } from './decide-dialogs';
import { useBoundWechats, type BoundWechat } from './queries';

/** Bound WeChats of those I decide for. */
export function BoundTable({ q }: { q: string | undefined }) {
  const pages = useCursorPages();
  const bound = useBoundWechats(q, pages.cursor);
  const [subject, setSubject] = useState<BoundWechat | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 96,
    fixed: 'right' as const,
    render: (_: unknown, one: BoundWechat) => (
      <Button
        type="link"
        size="small"
        danger
        onClick={() => setSubject(one)}
        data-testid={`unbind-${one.app}-${one.user.loginName}`}
      >
        解除绑定
      </Button>
    ),
  };
  return (
    <>
      <PagedTable
        name="bound-wechats"
        list={bound}
        pages={pages}
        rowKey={({ app, user }) => `${user.userId} ${app}`}
        tools={<ViewMenu list="bound-wechats" />}
        columns={[...boundColumns, actions]}
        minWidth={780}
        empty={
          <EmptyHint
            title={q ? '没有找到绑定的微信' : '还没有人绑定微信'}
            hint={q ? '检查姓名、登录名与客户名称是否完整。' : '有人用微信登录并绑定账号后，会出现在这里。'}
          />
        }
      />
      <UnbindDialog subject={subject} onClose={() => setSubject(null)} />
    </>
  );
}
