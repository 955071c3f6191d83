import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useInnerPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { FormDialog } from '../../ui/form-dialog';
import { PagedTable } from '../../ui/paged-table';
import { CentreSelect } from './centre-select';
import { partyColumns } from './party-columns';
import { PartyPicker } from './party-picker';
import { type Party, useJoinChain, useMembers } from './queries';

interface ChainMembersProps {
  chain: Pick<Party, 'partyId' | 'name'>;
  /** HQ's managers say who belongs to a chain. */
  mayChange: boolean;
}

const memberColumns = partyColumns.filter(({ key }) => key !== 'kind');

/** The stores of a chain; a store joins and leaves. */
export function ChainMembers({ chain, mayChange }: ChainMembersProps) {
  const { message } = App.useApp();
  const pages = useInnerPages();
  const members = useMembers(chain.partyId, pages.cursor);
  const join = useJoinChain();
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Party | null>(null);
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 80,
    render: (_: unknown, store: Party) => (
      <div className="link-actions">
        <Button
          type="link"
          size="small"
          danger
          onClick={() => setLeaving(store)}
          data-testid={`member-leave-${store.partyId}`}
        >
          移出
        </Button>
      </div>
    ),
  };
  return (
    <>
      {mayChange && (
        <div className="tp-filters">
          <Button onClick={() => setAdding(true)} data-testid="member-add">
            加入门店
          </Button>
        </div>
      )}
      <PagedTable
        name="chain-members"
        list={members}
        pages={pages}
        rowKey={({ partyId }) => partyId}
        columns={mayChange ? [...memberColumns, actionColumn] : [...memberColumns]}
        minWidth={600}
        empty={
          <EmptyHint title="还没有成员门店" hint="加入的门店归在这家连锁名下，可由其配送中心统一收货。" />
        }
      />
      <FormDialog<{ storeId: string; deliveryCentreId?: string }>
        open={isAdding}
        title={`加入门店 · ${chain.name}`}
        submitText="加入"
        testId="member-join"
        onClose={() => setAdding(false)}
        onSubmit={async ({ storeId, deliveryCentreId }, commandId) => {
          await join({ commandId, storeId, chainId: chain.partyId, deliveryCentreId });
          message.success('已加入');
        }}
      >
        <p className="tp-muted">门店原来属于其他连锁的，会改属这一家。</p>
        <Form.Item name="storeId" label="门店" rules={[{ required: true, message: '请选择门店' }]}>
          <PartyPicker kind="store" testId="member-store" />
        </Form.Item>
        <Form.Item name="deliveryCentreId" label="由哪个配送中心收货" extra="不选则直接送到门店">
          <CentreSelect chainId={chain.partyId} placeholder="直接送到门店" testId="member-centre" />
        </Form.Item>
      </FormDialog>
      <FormDialog
        open={leaving !== null}
        title={`移出连锁 · ${leaving?.name ?? ''}`}
        submitText="移出"
        danger
        testId="member-leave"
        onClose={() => setLeaving(null)}
        onSubmit={async (_, commandId) => {
          if (!leaving) return;
          await join({ commandId, storeId: leaving.partyId, chainId: null });
          message.success('已移出，可以重新加入');
        }}
      >
        <p>
          {leaving?.name} 不再属于{chain.name}；门店自己的账号、订单和账款不变，之后可以重新加入。
        </p>
      </FormDialog>
    </>
  );
}
