import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useCustomerGroups } from '../../features/catalog/groups-query';
import { groupColumns, groupCsv, shownBuyers } from '../../features/catalog/rules/group-columns';
import { GroupDialog } from '../../features/catalog/rules/group-dialog';
import type { CustomerGroup } from '../../features/catalog/rules/queries';
import { PartiesPicker } from '../../features/partners/party-picker';
import { usePartyNames } from '../../features/partners/use-party-names';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { useKeys } from '../../ui/use-keys';

export default function CustomerGroupsPage() {
  const groups = useCustomerGroups();
  const items = groups.data?.items ?? [];
  const buyerName = usePartyNames(shownBuyers(items));
  const [subject, setSubject] = useState<CustomerGroup | 'new' | null>(null);
  useKeys({ n: () => setSubject('new') }, subject === null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 90,
    render: (_: unknown, group: CustomerGroup) => (
      <Button
        type="link"
        size="small"
        onClick={() => setSubject(group)}
        aria-label={`修改“${group.name}”`}
        data-testid={`group-edit-${group.groupId}`}
      >
        修改
      </Button>
    ),
  };
  return (
    <Page
      title="客户组"
      hint="同组客户用同一张价目表，也可以一起参加促销"
      extra={
        <>
          <ExportButton
            name="客户组"
            columns={groupCsv}
            fetchPage={async () => ({ items, nextCursor: null })}
          />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setSubject('new')}
            data-testid="group-new"
          >
            新建客户组
          </Button>
        </>
      }
    >
      <ListTable
        name="customer-groups"
        list={groups}
        rowKey={({ groupId }) => groupId}
        columns={[...groupColumns(buyerName), actions]}
        empty={<EmptyHint title="还没有客户组" hint="把价格一样的客户放进一个组，价目表和促销就能选它。" />}
      />
      <GroupDialog
        subject={subject}
        onClose={() => setSubject(null)}
        buyersField={<PartiesPicker testId="group-buyers" />}
      />
    </Page>
  );
}
