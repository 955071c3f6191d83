import { Table, type TableProps } from 'antd';
import { When } from '../../ui/when';
import type { DeliveryTerms } from './model';
import { sayCharge } from './rule-form';

const columns: TableProps<DeliveryTerms>['columns'] = [
  { title: '版本', dataIndex: 'version', width: 64 },
  { title: '生效', width: 150, render: (_, { startsAt }) => <When at={startsAt} /> },
  {
    title: '规则',
    render: (_, { rules }) =>
      rules.length === 0 ? '不收运费' : rules.map((rule, at) => <div key={at}>{sayCharge(rule)}</div>),
  },
  { title: '自提', width: 64, render: (_, { allowsPickup }) => (allowsPickup ? '允许' : '—') },
  { title: '说明', dataIndex: 'note' },
  { title: '修改人', dataIndex: 'changedBy', width: 100 },
];

/** What was charged before, newest first. */
export const VersionTable = ({ versions }: { versions: readonly DeliveryTerms[] }) => (
  <Table<DeliveryTerms>
    size="small"
    rowKey="version"
    columns={columns}
    dataSource={[...versions]}
    pagination={false}
    scroll={{ x: 760 }}
    data-testid="delivery-versions"
  />
);
