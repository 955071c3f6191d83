import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { PagedTable } from '../../ui/paged-table';
import { ViewMenu } from '../../ui/view-menu';
import { ApproveDialog, RefuseDialog } from './decide-dialogs';
import { useRebindings, type Rebinding, type RebindingFilter, type RebindingView } from './queries';
import { rebindingColumns } from './rebinding-columns';
import { views } from './words';

interface RebindingTableProps {
  filter: RebindingFilter;
  onState: (state: RebindingView) => void;
}

/** Who asks for another WeChat, those that wait first. */
export function RebindingTable({ filter, onState }: RebindingTableProps) {
  const pages = useCursorPages();
  const asked = useRebindings(filter, pages.cursor);
  const [approved, setApproved] = useState<Rebinding | null>(null);
  const [refused, setRefused] = useState<Rebinding | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 128,
    fixed: 'right' as const,
    render: (_: unknown, one: Rebinding) =>
      one.state === 'waiting' && (
        <div className="link-actions">
          <Button
            type="link"
            size="small"
            onClick={() => setApproved(one)}
            data-testid={`approve-${one.rebindingId}`}
          >
            同意
          </Button>
          <Button
            type="link"
            size="small"
            danger
            onClick={() => setRefused(one)}
            data-testid={`refuse-${one.rebindingId}`}
          >
            拒绝
          </Button>
        </div>
      ),
  };
  const isFiltered = filter.q !== undefined || filter.state !== 'waiting';
  return (
    <>
      <div className="tp-filters">
        <Segmented<RebindingView>
          aria-label="审批状态"
          options={[...views]}
          value={filter.state}
          onChange={onState}
        />
      </div>
      <PagedTable
        name="rebindings"
        list={asked}
        pages={pages}
        rowKey={({ rebindingId }) => rebindingId}
        tools={<ViewMenu list="rebindings" />}
        columns={[...rebindingColumns, actions]}
        minWidth={1120}
        empty={
          <EmptyHint
            title={isFiltered ? '没有符合条件的申请' : '没有待审批的换绑申请'}
            hint={
              isFiltered
                ? '换一个状态，或检查姓名与客户名称是否完整。'
                : '已绑定微信的人想换另一个微信时，申请会出现在这里，同意后才生效。'
            }
          />
        }
      />
      <ApproveDialog subject={approved} onClose={() => setApproved(null)} />
      <RefuseDialog subject={refused} onClose={() => setRefused(null)} />
    </>
  );
}
