import { Table, type TableProps } from 'antd';
import { countText } from '../../../ui/format';
import { type CountRow, countRows } from './count-rows';
import type { PolicyReplay } from './model';

const difference = ({ before, after }: CountRow) =>
  after === before ? '—' : `${after > before ? '+' : '−'}${countText(Math.abs(after - before))}`;

const columns: TableProps<CountRow>['columns'] = [
  {
    title: '结果',
    render: (_, { name, isPart }) =>
      isPart ? <span className="policy-part">其中 {name}</span> : <b>{name}</b>,
  },
  {
    title: '当时',
    width: 110,
    align: 'right',
    render: (_, { before }) => <span className="tp-figure">{countText(before)}</span>,
  },
  {
    title: '按草稿',
    width: 110,
    align: 'right',
    render: (_, { after }) => <span className="tp-figure tp-strong">{countText(after)}</span>,
  },
  {
    title: '相差',
    width: 110,
    align: 'right',
    render: (_, row) => <span className="tp-figure">{difference(row)}</span>,
  },
];

/** Numbers of orders side by side: as they went, and as they would have gone. */
export const CountTable = ({ before, after }: Pick<PolicyReplay, 'before' | 'after'>) => (
  <Table<CountRow>
    size="small"
    rowKey="key"
    columns={columns}
    dataSource={[...countRows(before, after)]}
    pagination={false}
    data-testid="replay-counts"
  />
);
