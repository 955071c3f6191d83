import { Table, type TableProps } from 'antd';
import { countText } from '../../ui/format';
import { Yuan } from '../../ui/yuan';
import type { Order } from './model';

type Part = Order['parts'][number];

const zones: Record<Part['temperatureZone'], string> = { ambient: '常温', chilled: '冷藏', frozen: '冷冻' };

/** Into what the order is split: what goes together, from which warehouse and when. */
export function OrderParts({ order }: { order: Order }) {
  const nameOf = new Map(order.lines.map(({ lineNo, skuName }) => [lineNo, skuName]));
  const columns: TableProps<Part>['columns'] = [
    { title: '子单', dataIndex: 'partNo', width: 52, align: 'center' },
    {
      title: '发货仓',
      width: 150,
      render: (_, part) => (
        <>
          <div>{part.warehouseName || '待定'}</div>
          <div className="tp-muted tp-small">
            {zones[part.temperatureZone]}
            {part.invoiceEntity && ` · 开票 ${part.invoiceEntity}`}
          </div>
        </>
      ),
    },
    {
      title: '商品',
      render: (_, part) =>
        part.lines.map(({ lineNo, quantity }) => (
          <div key={lineNo}>
            {nameOf.get(lineNo)} × <b className="tp-figure">{countText(quantity)}</b>
          </div>
        )),
    },
    {
      title: '预计送达',
      width: 108,
      render: (_, { deliverOn }) => deliverOn ?? <span className="tp-warning">欠货待定</span>,
    },
    {
      title: '金额',
      width: 108,
      align: 'right',
      render: (_, { amountFen }) => <Yuan fen={amountFen} strong />,
    },
  ];
  return (
    <Table<Part>
      size="small"
      rowKey={({ partNo }) => String(partNo)}
      columns={columns}
      dataSource={[...order.parts]}
      pagination={false}
      scroll={{ x: 620 }}
    />
  );
}
